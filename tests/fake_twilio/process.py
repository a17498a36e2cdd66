"""A fake Twilio in another process, started and controlled from here: for soaks and benchmarks."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

TESTS = Path(__file__).parents[1]
PATIENCE = 60.0


@dataclass(frozen=True)
class Apart:
    """A fake in another process; each method is one path of its control."""

    address: str
    session: requests.Session

    def ask(self, name: str, **query: object) -> dict[str, Any]:
        """GET /_fake/{name}: state, accepted, messages, calls, requests or settled."""
        url = f"{self.address}/_fake/{name}"
        return self._json(self.session.get(url, params=dict(query), timeout=PATIENCE))  # type: ignore[arg-type]

    def tell(self, name: str, **content: object) -> dict[str, Any]:
        """POST /_fake/{name}: set, mood, text_in, call_back, forget or stop."""
        url = f"{self.address}/_fake/{name}"
        return self._json(self.session.post(url, json=content, timeout=PATIENCE))

    def set(self, **wishes: object) -> dict[str, Any]:
        """Set wishes by name."""
        return self.tell("set", **wishes)

    def state(self) -> dict[str, Any]:
        """Return the counts and the wishes as they stand."""
        return self.ask("state")

    @staticmethod
    def _json(response: requests.Response) -> dict[str, Any]:
        content: dict[str, Any] = response.json()
        if not response.ok:
            raise ValueError(content.get("fault", response.status_code))
        return content


def command(wishes: dict[str, object]) -> dict[str, Any]:
    """Return what starts the process: arguments and environment."""
    line = [sys.executable, "-m", "fake_twilio", "--with-parent", "--wishes", json.dumps(wishes)]
    return {"args": line, "env": os.environ | {"PYTHONPATH": str(TESTS)}}


@contextmanager
def apart(**wishes: object) -> Iterator[Apart]:
    """Run a fake Twilio in a process of its own, which ends with this one."""
    with (
        subprocess.Popen(**command(wishes), stdout=subprocess.PIPE, text=True) as process,
        requests.Session() as session,
    ):
        assert process.stdout is not None
        try:
            yield Apart(json.loads(process.stdout.readline())["address"], session)
        finally:
            process.terminate()
            process.wait(PATIENCE)
