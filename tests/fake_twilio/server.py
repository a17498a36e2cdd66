"""A Twilio on this machine that accepts, refuses, loses answers and lies, and counts."""

import json
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

ACCEPT, CREATED = "accept", 201
# How the next texts are treated; each name says what the client meets.
MOODS = (
    ACCEPT,
    "refuse",
    "refuse_credentials",
    "too_many",
    "fail_after_accepting",
    "hang_up_before_accepting",
    "hang_up_after_accepting",
    "answer_too_late",
    "answer_nonsense",
    "answer_without_sid",
)


class FakeTwilio:
    """The server, its mood, and the texts it has accepted (its own truth)."""

    def __init__(self) -> None:
        self.mood = ACCEPT
        self.error_code = 21211
        self.delay_seconds = 2.0
        self.retry_after = "7"
        self.accepted: list[dict[str, str]] = []
        self.asked = 0
        self._lock = threading.Lock()
        fake = self

        class Handler(BaseHTTPRequestHandler):
            """One request to the fake."""

            def do_POST(self) -> None:
                length = int(self.headers["Content-Length"])
                form = {
                    name: values[0]
                    for name, values in parse_qs(self.rfile.read(length).decode()).items()
                }
                fake.answer(self, form)

            def do_GET(self) -> None:
                path = urlsplit(self.path).path
                reply(self, 200, {"sid": path.rsplit("/", 1)[-1].removesuffix(".json")})

            def log_message(self, format: str, *args: object) -> None:
                """Say nothing: the path holds the account."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.address = f"http://127.0.0.1:{self._server.server_address[1]}"

    @property
    def sent_to(self) -> list[str]:
        """The numbers of the texts that were accepted, in order."""
        return [form["To"] for form in self.accepted]

    def answer(self, request: BaseHTTPRequestHandler, form: dict[str, str]) -> None:
        """Treat one text as the mood says."""
        with self._lock:
            self.asked += 1
        match self.mood:
            case "accept":
                reply(request, CREATED, self._take(form))
            case "refuse":
                reply(request, 400, {"code": self.error_code, "message": "no", "status": 400})
            case "refuse_credentials":
                reply(request, 401, {"code": 20003, "message": "who?", "status": 401})
            case "too_many":
                reply(
                    request,
                    429,
                    {"code": 20429, "message": "slow down", "status": 429},
                    {"Retry-After": self.retry_after},
                )
            case "fail_after_accepting":
                self._take(form)
                reply(request, 500, {"code": 20500, "message": "oh", "status": 500})
            case "hang_up_before_accepting":
                request.connection.close()
            case "hang_up_after_accepting":
                self._take(form)
                request.connection.close()
            case "answer_too_late":
                self._take(form)
                time.sleep(self.delay_seconds)
            case "answer_nonsense":
                self._take(form)
                reply(request, CREATED, None)
            case "answer_without_sid":
                self._take(form)
                reply(request, CREATED, {"status": "queued"})

    def _take(self, form: dict[str, str]) -> dict[str, object]:
        with self._lock:
            self.accepted.append(form)
            sid = f"SM{len(self.accepted):032x}"
        return {"sid": sid, "status": "queued", "to": form["To"], "body": form["Body"]}

    def serve(self) -> None:
        """Answer until told to stop."""
        self._server.serve_forever(poll_interval=0.02)

    def stop(self) -> None:
        """Stop answering."""
        self._server.shutdown()
        self._server.server_close()


def reply(
    request: BaseHTTPRequestHandler,
    status: int,
    content: dict[str, object] | None,
    headers: dict[str, str] | None = None,
) -> None:
    """Answer with JSON, or with half of some."""
    body = b'{"sid": "SM' if content is None else json.dumps(content).encode()
    request.send_response(status)
    request.send_header("Content-Type", "application/json")
    request.send_header("Content-Length", str(len(body)))
    for name, value in (headers or {}).items():
        request.send_header(name, value)
    request.end_headers()
    request.wfile.write(body)


@contextmanager
def running() -> Iterator[FakeTwilio]:
    """Run a fake Twilio for the length of a test."""
    fake = FakeTwilio()
    thread = threading.Thread(target=fake.serve, daemon=True)
    thread.start()
    try:
        yield fake
    finally:
        fake.stop()
        thread.join(5)
