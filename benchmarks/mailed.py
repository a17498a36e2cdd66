"""A mail server on this machine that notes when it took each mail, and what the mail links to."""

import re
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from aiosmtpd.controller import Controller

LINK = re.compile(rb"/concerns/([0-9a-f-]{36})")


class Taken:
    """When the first mail about each concern was taken, by the concern's id."""

    def __init__(self) -> None:
        self.at: dict[str, float] = {}

    async def handle_DATA(self, _server: Any, _session: Any, envelope: Any) -> str:
        """Take a mail."""
        # Lines are broken in mail as it travels: the link is put together again.
        for concern in LINK.findall(envelope.content.replace(b"=\r\n", b"")):
            self.at.setdefault(concern.decode(), time.perf_counter())
        return "250 OK"


@contextmanager
def mail_server() -> Iterator[tuple[Taken, str]]:
    """Start a mail server; yields what it takes, and its address for SMTP_URL."""
    taken = Taken()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(taken, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield taken, f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()
