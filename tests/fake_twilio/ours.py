"""Our side of the webhooks in tests: a small server that keeps what comes and answers."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl

from app.sms.signature import is_signed

PUBLIC = "https://whatmatters.example"


class Ours:
    """A door for webhooks: what came through it, and how it answers."""

    def __init__(self) -> None:
        self.came: list[tuple[str, dict[str, str], str]] = []
        self.status, self.answer = 200, ""
        ours = self

        class Door(BaseHTTPRequestHandler):
            """One webhook."""

            def do_POST(self) -> None:
                words = self.rfile.read(int(self.headers["Content-Length"])).decode()
                form = dict(parse_qsl(words, keep_blank_values=True))
                ours.came.append((self.path, form, self.headers["X-Twilio-Signature"]))
                self.send_response(ours.status)
                self.end_headers()
                self.wfile.write(ours.answer.encode())

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing."""

        self.server = ThreadingHTTPServer(("127.0.0.1", 0), Door)
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}"

    @property
    def statuses(self) -> list[str]:
        """The states that receipts brought, in order."""
        return [form["MessageStatus"] for _, form, _ in self.came]

    def all_signed(self, token: str) -> bool:
        """Return whether our own check lets everything in that came, and something came."""
        return bool(self.came) and all(
            is_signed(PUBLIC + path, form, signature, [token])
            for path, form, signature in self.came
        )


@contextmanager
def door() -> Iterator[Ours]:
    """Keep the door open for the length of a test."""
    ours = Ours()
    thread = threading.Thread(target=ours.server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    try:
        yield ours
    finally:
        ours.server.shutdown()
        ours.server.server_close()
        thread.join(5)
