"""How a message is taken back out: its words made empty, or the whole of it deleted."""

from aiohttp import web
from fake_twilio.answers import answer, hang_up, refusal, too_many
from fake_twilio.messages import FINISHED, Message
from fake_twilio.state import State

DONE_FIRST = ("honest", "done_then_unavailable", "done_then_hang_up")


async def update(
    fake: State, request: web.Request, form: dict[str, str], mood: str
) -> web.StreamResponse:
    """Make the words of a message empty; nothing else can be changed."""
    message = _there(fake, request)
    refused = _refused(fake, message, mood)
    if message is None or refused is not None:
        return refused or refusal(404)
    if form != {"Body": ""}:
        return refusal(400, 20001)
    if mood.partition(":")[0] in DONE_FIRST:
        message.body, message.updated = "", fake.now()
    return _last(fake, request, mood) or answer(200, message.as_json())


async def delete(
    fake: State, request: web.Request, form: dict[str, str], mood: str
) -> web.StreamResponse:
    """Delete a message for ever."""
    message = _there(fake, request)
    refused = _refused(fake, message, mood)
    if message is None or refused is not None:
        return refused or refusal(404)
    if mood.partition(":")[0] in DONE_FIRST:
        fake.truth.drop(message.sid)
    return _last(fake, request, mood) or web.Response(status=204)


def _there(fake: State, request: web.Request) -> Message | None:
    message = fake.truth.get(request.match_info["sid"])
    mine = message is not None and message.account_sid == request.match_info["account"]
    return message if mine else None


def _refused(fake: State, message: Message | None, mood: str) -> web.Response | None:
    early = fake.erase_only_finished and message and message.status not in FINISHED
    if early or mood == "not_finished":
        return refusal(409, 20009)
    return too_many(fake.retry_after) if mood == "too_many" else None


def _last(fake: State, request: web.Request, mood: str) -> web.Response | None:
    """Return the fault that stands in place of the answer, if any."""
    name, _, detail = mood.partition(":")
    if name.endswith("hang_up"):
        return hang_up(request)
    return refusal(int(detail or 503)) if name.endswith("unavailable") else None
