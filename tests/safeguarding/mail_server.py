"""A real mail server on this machine that takes mail, or refuses, drops or dawdles as told."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_bytes
from email.message import Message
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller

TAKEN = "250 OK"


class Moods:
    """What the server does: answers of its own, one for each mail; then it takes them."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.answers: list[str] = []
        self.at_recipient: list[str] = []
        self.slow_seconds = 0.0

    @property
    def to(self) -> list[str]:
        return [str(mail["To"]) for mail in self.mails]

    async def handle_RCPT(
        self, _server: Any, _session: Any, envelope: Any, address: str, _options: Any
    ) -> str:
        if self.at_recipient:
            return self.at_recipient.pop(0)
        envelope.rcpt_tos.append(address)
        return TAKEN

    async def handle_DATA(self, server: Any, _session: Any, envelope: Any) -> str:
        await asyncio.sleep(self.slow_seconds)
        answer = self.answers.pop(0) if self.answers else TAKEN
        if answer == "drop":
            server.transport.close()
            return TAKEN
        if answer.startswith("250"):
            self.mails.append(message_from_bytes(envelope.content, policy=default))
        return answer


@contextmanager
def mail_server() -> Iterator[tuple[Moods, str]]:
    """Start a mail server; yields its moods and its address for SMTP_URL."""
    moods = Moods()
    with taking_mail(moods) as address:
        yield moods, address


@contextmanager
def taking_mail(handler: Any) -> Iterator[str]:
    """Start a mail server that gives what it takes to an aiosmtpd handler; yields its SMTP_URL."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(handler, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield f"smtp://127.0.0.1:{port}"
    finally:
        controller.stop()
