"""The paths under /_fake by which another process sets the fake, reads it and has it call us."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import asdict, fields
from typing import Any

from aiohttp import web
from fake_twilio.answers import answer
from fake_twilio.callbacks import Webhooks, keep_wish, receipt
from fake_twilio.messages import Message
from fake_twilio.moods import Wishes
from fake_twilio.state import Call, State

NUMBERS = (int, float)
OPTIONS = ("lost", "times", "opt_out_type", "extra")
SETTLED_EVERY = 0.01


class Control:
    """What can be done to the fake from outside."""

    def __init__(self, fake: State, webhooks: Webhooks, stop: Callable[[], None]) -> None:
        self._fake = fake
        self._webhooks = webhooks
        self._stop = stop

    def add_to(self, application: web.Application) -> None:
        """Add the paths to an application."""
        application.add_routes(
            [
                web.get("/_fake/state", self._state),
                web.get("/_fake/accepted", self._accepted),
                web.get("/_fake/by_token", self._by_token),
                web.get("/_fake/messages", self._messages),
                web.get("/_fake/calls", self._calls),
                web.get("/_fake/requests", self._requests),
                web.get("/_fake/settled", self._settled),
                web.post("/_fake/mood", self._set),
                web.post("/_fake/set", self._set),
                web.post("/_fake/text_in", self._text_in),
                web.post("/_fake/call_back", self._call_back),
                web.post("/_fake/forget", self._forget),
                web.post("/_fake/stop", self._end),
            ]
        )

    async def _state(self, request: web.Request) -> web.Response:
        fake, calls, by_token = self._fake, self._fake.calls, self._fake.by_token
        content = {
            "asked": fake.asked,
            "accepted": len(fake.accepted),
            "tokens": len(by_token),
            "most_for_one_token": max(by_token.values(), default=0),
            "by_mood": fake.by_mood,
            "messages": len(fake.messages),
            "deleted": len(fake.deleted),
            "requests": len(fake.requests),
            "calls": len(calls),
            "calls_lost": sum(call.lost for call in calls),
            "calls_failed": sum(failed(call) for call in calls),
            "broken": fake.broken,
            "in_flight": fake.in_flight,
            "most_at_once": fake.most_at_once,
            "wishes": wishes_of(fake),
        }
        return answer(200, content)

    async def _accepted(self, request: web.Request) -> web.Response:
        return since(request, "accepted", self._fake.accepted)

    async def _by_token(self, request: web.Request) -> web.Response:
        return answer(200, self._fake.by_token)

    async def _messages(self, request: web.Request) -> web.Response:
        found = self._fake.truth.newest_first(request.query.get("to", ""))
        return since(request, "messages", [each.as_json() for each in found[::-1]])

    async def _calls(self, request: web.Request) -> web.Response:
        return since(request, "calls", [asdict(call) for call in self._fake.calls])

    async def _requests(self, request: web.Request) -> web.Response:
        return since(request, "requests", [asdict(asked) for asked in self._fake.requests])

    async def _settled(self, request: web.Request) -> web.Response:
        seconds = float(request.query.get("seconds", 5))
        return answer(200, {"settled": await settled(self._fake, self._webhooks, seconds)})

    async def _set(self, request: web.Request) -> web.Response:
        try:
            wish(self._fake, await request.json())
        except (ValueError, TypeError, AttributeError) as fault:
            return answer(400, {"fault": str(fault)})
        return answer(200, {"wishes": wishes_of(self._fake)})

    async def _text_in(self, request: web.Request) -> web.Response:
        asked = await request.json()
        options = {name: asked[name] for name in OPTIONS if name in asked}
        message = arrive(
            self._fake,
            asked["from"],
            asked["to"],
            asked["body"],
            media=asked.get("media", 0),
            service=asked.get("service"),
            opt_out_type=asked.get("opt_out_type"),
        )
        work = self._webhooks.bring_in(message, options)
        if asked.get("wait", True):
            await work
        else:
            self._webhooks.begin(work)
        calls = [asdict(call) for call in self._fake.calls if call.sid == message.sid]
        return answer(201, {"sid": message.sid, "calls": calls})

    async def _call_back(self, request: web.Request) -> web.Response:
        asked = await request.json()
        message = self._fake.truth.get(asked["sid"])
        if message is None:
            return answer(404, {"fault": "no such message"})
        call = receipt(self._fake, message, asked["status"], asked.get("error_code"))
        return answer(200, asdict(await self._webhooks.post(call)))

    async def _forget(self, request: web.Request) -> web.Response:
        self._fake.forget()
        return answer(200, {})

    async def _end(self, request: web.Request) -> web.Response:
        asyncio.get_running_loop().call_later(SETTLED_EVERY, self._stop)
        return answer(200, {})


def since(request: web.Request, name: str, found: list[Any]) -> web.Response:
    """Answer with what came after the first so many, and how many there are now."""
    start = int(request.query.get("since", 0))
    return answer(200, {name: found[start:], "next": len(found)})


def failed(call: Call) -> bool:
    """Return whether a call was made and not taken."""
    return bool(call.fault) or (call.status is not None and call.status >= 400)


def wishes_of(fake: State) -> dict[str, Any]:
    """Return every wish as it stands."""
    return {each.name: getattr(fake, each.name) for each in fields(Wishes)}


def wish(fake: State, asked: dict[str, Any]) -> None:
    """Set wishes by name, all or none; raise ValueError for what is none."""
    now = wishes_of(fake)
    for name, value in asked.items():
        fits = name in now and _fits(value, now[name])
        if not fits:
            raise ValueError(f"no such wish: {name}={value!r}")
    Wishes(**{**now, **asked})
    for name, value in asked.items():
        setattr(fake, name, value)


def _fits(value: object, old: object) -> bool:
    if isinstance(old, bool) or isinstance(value, bool):
        return isinstance(old, bool) and isinstance(value, bool)
    return isinstance(value, NUMBERS if isinstance(old, NUMBERS) else type(old))


def arrive(
    fake: State,
    sender: str,
    to: str,
    body: str,
    *,
    media: int = 0,
    service: str | None = None,
    opt_out_type: str | None = None,
) -> Message:
    """Keep a text from a phone, and what it means for later texts to that phone."""
    keep_wish(fake, sender, opt_out_type)
    return fake.take_in(sender, to, body, media, service)


async def settled(fake: State, webhooks: Webhooks, seconds: float) -> bool:
    """Wait until nothing is under way; return whether that came about in time."""
    until = time.monotonic() + seconds
    while webhooks.tasks or fake.in_flight:
        if time.monotonic() > until:
            return False
        await asyncio.sleep(SETTLED_EVERY)
    return True
