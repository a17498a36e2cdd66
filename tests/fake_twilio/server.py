"""A Twilio on this machine that accepts, refuses, loses answers, lies and calls back.

`running()` runs it in a thread of a test; `python -m fake_twilio` in a process of its own.
"""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

from aiohttp import web
from fake_twilio.callbacks import Webhooks, inbound, receipt
from fake_twilio.control import Control, arrive, settled, wish
from fake_twilio.messages import Message
from fake_twilio.routes import Routes
from fake_twilio.state import Call, State

HOST = "127.0.0.1"
# Lines kept open longer than any test waits between two texts.
KEEP_OPEN_SECONDS, CLOSING_SECONDS, WAITING_LINES = 75.0, 0.05, 1024
LONGEST_WAIT = 30.0
Result = TypeVar("Result")


class FakeTwilio(State):
    """The server: its wishes, all it remembers, and the calls it can be told to make."""

    def __init__(self) -> None:
        super().__init__()
        self.address = ""
        self._webhooks = Webhooks(self)
        self._loop: asyncio.AbstractEventLoop | None = None
        self._ended: asyncio.Event | None = None

    async def serve(self, started: Callable[[], None], port: int = 0) -> None:
        """Answer until told to stop; `started` is called once the address is known."""
        self._loop, self._ended = asyncio.get_running_loop(), asyncio.Event()
        application = web.Application()
        Routes(self, self._webhooks).add_to(application)
        Control(self, self._webhooks, self._ended.set).add_to(application)
        runner = web.AppRunner(
            application,
            access_log=None,
            keepalive_timeout=KEEP_OPEN_SECONDS,
            shutdown_timeout=CLOSING_SECONDS,
        )
        await runner.setup()
        try:
            await web.TCPSite(runner, HOST, port, backlog=WAITING_LINES).start()
            self.address = f"http://{HOST}:{runner.addresses[0][1]}"
            started()
            await self._ended.wait()
        finally:
            await self._webhooks.close()
            await runner.cleanup()

    def stop(self) -> None:
        """Stop answering; from any thread."""
        if self._loop is not None and self._ended is not None:
            self._loop.call_soon_threadsafe(self._ended.set)

    def text_in(
        self,
        from_: str,
        to: str,
        body: str,
        *,
        lost: bool = False,
        times: int = 1,
        media: int = 0,
        service: str | None = None,
        opt_out_type: str | None = None,
        wait: bool = True,
        **extra: str,
    ) -> Message:
        """Let a phone text us: it is kept, and posted to `inbound_url` unless it is lost."""
        message = arrive(
            self, from_, to, body, media=media, service=service, opt_out_type=opt_out_type
        )
        options: dict[str, Any] = {"opt_out_type": opt_out_type, "extra": extra}
        if lost:
            options["lost"] = True
        if times != 1:
            options["times"] = times
        work = self._webhooks.bring_in(message, options)
        self._do(work if wait else self._soon(work))
        return message

    def inbound(self, from_: str, to: str, body: str, **extra: str) -> Call:
        """Let a phone text us, and return the signed webhook for a test to post by itself."""
        message = arrive(self, from_, to, body)
        return inbound(self, message, {"extra": extra})

    def call_back(self, sid: str, status: str, error_code: int | None = None) -> Call:
        """Take a message on to a state and post its receipt now."""
        return self._do(self._webhooks.post(self.receipt(sid, status, error_code)))

    def receipt(self, sid: str, status: str, error_code: int | None = None) -> Call:
        """Take a message on to a state, and return the signed receipt for a test to post."""
        return receipt(self, self.messages[sid], status, error_code)

    def settle(self, seconds: float = 5.0) -> None:
        """Wait until no request and no webhook is under way; raise TimeoutError if one stays."""
        if not self._do(settled(self, self._webhooks, seconds)):
            raise TimeoutError("the fake is still busy")

    async def _soon(self, work: Coroutine[Any, Any, None]) -> None:
        self._webhooks.begin(work)

    def _do(self, work: Coroutine[Any, Any, Result]) -> Result:
        assert self._loop is not None
        return asyncio.run_coroutine_threadsafe(work, self._loop).result(LONGEST_WAIT)


@contextmanager
def running(**wishes: object) -> Iterator[FakeTwilio]:
    """Run a fake Twilio for the length of a test, with these wishes from the start."""
    fake, started = FakeTwilio(), threading.Event()
    wish(fake, wishes)
    thread = threading.Thread(
        target=lambda: asyncio.run(fake.serve(started.set)), name="fake-twilio", daemon=True
    )
    thread.start()
    assert started.wait(10), "the fake did not start"
    try:
        yield fake
    finally:
        fake.stop()
        thread.join(10)
        assert not thread.is_alive(), "the fake did not stop"
    assert fake.broken == [], "the fake itself is broken, and its answers mean nothing"
