"""The paths of Twilio that the fake knows, and what every request to them goes through."""

import asyncio
import base64
import binascii
import time
from collections.abc import Awaitable, Callable
from urllib.parse import parse_qsl

from aiohttp import web
from fake_twilio import erasing, listing, texts
from fake_twilio.answers import answer, refusal
from fake_twilio.callbacks import Webhooks
from fake_twilio.messages import VERSION, rfc_2822
from fake_twilio.moods import HONEST
from fake_twilio.state import Asked, State

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Treat = Callable[[web.Request, dict[str, str], str], Awaitable[web.StreamResponse]]
PARTS = ("AddOns", "Calls", "IncomingPhoneNumbers", "Messages", "Recordings", "Usage")


class Routes:
    """Twilio's paths over one state."""

    def __init__(self, fake: State, webhooks: Webhooks) -> None:
        self._fake = fake
        self._webhooks = webhooks

    def add_to(self, application: web.Application) -> None:
        """Add the paths to an application."""
        account = f"/{VERSION}/Accounts/{{account}}"
        one, fake = f"{account}/Messages/{{sid}}.json", self._fake
        router = application.router
        router.add_post(f"{account}/Messages.json", self._through(self._send, self._mood))
        router.add_get(
            f"{account}/Messages.json",
            self._through(self._list, fake.pick_look_up),
            allow_head=False,
        )
        router.add_get(one, self._through(self._fetch, fake.pick_look_up), allow_head=False)
        router.add_post(one, self._through(self._update, lambda: fake.erase_mood))
        router.add_delete(one, self._through(self._delete, lambda: fake.erase_mood))
        router.add_get(
            f"{account}.json", self._through(self._account, lambda: HONEST), allow_head=False
        )

    def _through(self, treat: Treat, pick: Callable[[], str]) -> Handler:
        """Wrap what treats a request in what all of them meet: a note, the door, the delay."""
        fake = self._fake

        async def handler(request: web.Request) -> web.StreamResponse:
            fake.in_flight += 1
            fake.most_at_once = max(fake.most_at_once, fake.in_flight)
            try:
                form = _pairs((await request.read()).decode())
                known = not fake.check_auth or _known(fake, request)
                mood = pick() if known else ""
                fake.note(_noted(request, form, mood))
                response = await treat(request, form, mood) if known else refusal(401, 20003)
                if fake.base_delay_ms:
                    await asyncio.sleep(fake.base_delay_ms / 1000)
                return response
            except Exception as fault:
                fake.note_broken(fault)
                raise
            finally:
                fake.in_flight -= 1

        return handler

    def _mood(self) -> str:
        mood = self._fake.pick_mood()
        self._fake.note_mood(mood)
        return mood

    async def _send(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        return await texts.treat(self._fake, self._webhooks, request, form, mood)

    async def _list(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        return await listing.show_list(self._fake, request, _pairs(request.query_string), mood)

    async def _fetch(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        message = self._fake.truth.get(request.match_info["sid"])
        return await listing.show_one(self._fake, request, message, mood)

    async def _update(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        return await erasing.update(self._fake, request, form, mood)

    async def _delete(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        return await erasing.delete(self._fake, request, form, mood)

    async def _account(
        self, request: web.Request, form: dict[str, str], mood: str
    ) -> web.StreamResponse:
        sid, now = request.match_info["account"], rfc_2822(self._fake.now())
        uri = f"/{VERSION}/Accounts/{sid}"
        content = {
            "auth_token": None,
            "date_created": now,
            "date_updated": now,
            "friendly_name": "What Matters, for tests",
            "owner_account_sid": sid,
            "sid": sid,
            "status": self._fake.account_status,
            "subresource_uris": {part.lower(): f"{uri}/{part}.json" for part in PARTS},
            "type": "Full",
            "uri": f"{uri}.json",
        }
        return answer(200, content)


def _pairs(written: str) -> dict[str, str]:
    return dict(parse_qsl(written, keep_blank_values=True))


def _noted(request: web.Request, form: dict[str, str], mood: str) -> Asked:
    query = _pairs(request.query_string) if request.query_string else {}
    return Asked(request.method, request.path, query, form, time.monotonic(), mood)


def _known(fake: State, request: web.Request) -> bool:
    """Return whether the caller is the account in the path, with its token."""
    kind, _, written = request.headers.get("Authorization", "").partition(" ")
    try:
        said = base64.b64decode(written).decode()
    except (binascii.Error, ValueError):
        return False
    return kind == "Basic" and said == f"{request.match_info['account']}:{fake.auth_token}"
