"""Posting what is written in a file: as fast as it goes (wrk), or so many a second (our own)."""

import http.client
import os
import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from benchmarks.replies import PATH

THREADS, MOMENT = 32, 1.0
FORM = "application/x-www-form-urlencoded"
ADVICE = "wrk is not on this machine, so this is left out: apt-get install wrk"

# Each request posts the next form of the file.
SCRIPT = """
local forms, place = {}, 0
for line in io.lines(os.getenv("FORMS")) do forms[#forms + 1] = line end
wrk.method = "POST"
function request()
  local at = (2 * place) %% #forms
  place = place + 1
  return wrk.format("POST", "%(path)s", {
    ["Content-Type"] = "%(form)s", ["X-Twilio-Signature"] = forms[at + 1]
  }, forms[at + 2])
end
"""


class Posted(NamedTuple):
    """What came of posting: how many were answered, how many a second, how many not well."""

    answered: int
    a_second: float
    faults: int


def has_wrk() -> bool:
    """Whether wrk is there; says what to do if not."""
    if shutil.which("wrk") is None:
        print(ADVICE)
        return False
    return True


def flat_out(address: str, forms: Path, seconds: int, at_once: int) -> Posted:
    """Post as fast as it goes, with wrk, for a while."""
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT % {"path": PATH, "form": FORM})
        script.flush()
        line = ["wrk", "-t1", f"-c{at_once}", f"-d{seconds}s", "-s", script.name, address]
        done = subprocess.run(
            line,
            env=os.environ | {"FORMS": str(forms)},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    return Posted(
        int(_found(r"(\d+) requests in", done.stdout)),
        float(_found(r"Requests/sec:\s+([\d.]+)", done.stdout)),
        int(_found(r"Non-2xx or 3xx responses: (\d+)", done.stdout, "0")),
    )


def evenly(port: int, forms: Sequence[tuple[str, str]], a_second: float) -> list[float]:
    """Post so many a second, whether or not the last is answered; return how long each took.

    Each is counted from when it should have gone, so that a stall is not left out.
    """
    begin = time.perf_counter() + 0.1

    def post_one(place: int) -> float:
        due = begin + place / a_second
        time.sleep(max(0.0, due - time.perf_counter()))
        signature, body = forms[place]
        post(port, signature, body)
        return time.perf_counter() - due

    with ThreadPoolExecutor(THREADS) as pool:
        return list(pool.map(post_one, range(len(forms))))


def wait_for(port: int, patience: float = 60.0) -> None:
    """Wait until somebody answers, and a moment more: the workers are not ready at once."""
    until = time.monotonic() + patience
    while True:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=patience)
            connection.request("GET", "/health")
            connection.getresponse().read()
            break
        except OSError:
            assert time.monotonic() < until, "nobody listens"
            time.sleep(0.1)
    time.sleep(MOMENT)


def post(port: int, signature: str, body: str) -> bytes:
    """Post one form; return the answer."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    headers = {"Content-Type": FORM, "X-Twilio-Signature": signature}
    connection.request("POST", PATH, body, headers)
    answer = connection.getresponse()
    said = answer.read()
    assert answer.status == http.client.OK, answer.status
    connection.close()
    return said


def _found(pattern: str, printed: str, otherwise: str | None = None) -> str:
    found = re.search(pattern, printed)
    if found is None:
        assert otherwise is not None, printed
        return otherwise
    return found[1]
