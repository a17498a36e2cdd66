"""The list of messages, newest first and page by page, with its filters, its lag and its lies."""

import re
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from urllib.parse import urlencode

from aiohttp import web
from fake_twilio.answers import answer, half, hang, hang_up, refusal, too_many
from fake_twilio.messages import VERSION, Message
from fake_twilio.state import State

USUAL_SIZE, LARGEST_SIZE = 50, 1000
DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
# Tokens of pages: after or before a message, from the start, or one that always fails.
AFTER, BEFORE, FROM_START, FAILING = "PA", "PB", "PS", "PX"
FIRST_EMPTY = ("empty_page_next_fails", "empty_page_first")
Span = tuple[datetime, datetime]


async def show_list(
    fake: State, request: web.Request, query: dict[str, str], mood: str
) -> web.StreamResponse:
    """Answer one question for messages, as its mood says."""
    name, _, detail = mood.partition(":")
    if query.get("PageToken", "").startswith(FAILING):
        return refusal(503)
    broken = await _broken(fake, request, name, detail)
    if broken is not None:
        return broken
    try:
        found = [] if name == "lie_absent" else _found(fake, query)
        content = _page(request.match_info["account"], query, _told(found, name), name)
    except ValueError:
        return refusal(400, 20001)
    return half(200, content) if name == "truncated" else answer(200, content)


async def _broken(
    fake: State, request: web.Request, name: str, detail: str
) -> web.StreamResponse | None:
    match name:
        case "unavailable":
            return refusal(int(detail or 503))
        case "too_many":
            return too_many(detail or fake.retry_after)
        case "hang":
            return await hang(fake, request, detail)
        case "hang_up":
            return hang_up(request)
    return None


async def show_one(
    fake: State, request: web.Request, message: Message | None, mood: str
) -> web.StreamResponse:
    """Answer a question for one message."""
    name, _, detail = mood.partition(":")
    broken = await _broken(fake, request, name, detail)
    if broken is not None:
        return broken
    if message is None or name == "lie_absent":
        return refusal(404)
    return half(200, message.as_json()) if name == "truncated" else answer(200, message.as_json())


def _found(fake: State, query: dict[str, str]) -> list[Message]:
    spans = {key: span(value) for key, value in query.items() if key.startswith("DateSent")}
    sender, shown_since = query.get("From"), time.monotonic() - fake.list_lag_seconds
    return [
        message
        for message in fake.truth.newest_first(query.get("To", ""))
        if message.arrived <= shown_since
        and (not sender or message.sender == sender)
        and (not spans or _within(fake, message, spans))
    ]


def _within(fake: State, message: Message, spans: dict[str, Span]) -> bool:
    when = message.sent or (message.created if fake.undated_are_listed else None)
    if when is None:
        return False
    for key, (first, end) in spans.items():
        after, before = when >= first, when < end
        if not {"DateSent>": after, "DateSent<": before}.get(key, after and before):
            return False
    return True


def span(written: str) -> Span:
    """Read a date as its whole day and a time as its whole second, both in UTC."""
    first = datetime.fromisoformat(written)
    first = first if first.tzinfo else first.replace(tzinfo=UTC)
    if DAY.fullmatch(written):
        return first, first + timedelta(days=1)
    return first, first + timedelta(seconds=1)


def _told(found: list[Message], mood: str) -> list[Message]:
    """Show each message twice where the mood is to lie so: as it is, or under another sid."""
    match mood:
        case "repeats":
            return [each for each in found for _ in range(2)]
        case "duplicates":
            return [twin for each in found for twin in (replace(each, sid=twin_of(each)), each)]
    return found


def twin_of(message: Message) -> str:
    """Return the sid under which a lying list shows a message a second time."""
    return f"SMd{message.sid[3:]}"


def _page(
    account: str, query: dict[str, str], found: list[Message], mood: str
) -> dict[str, object]:
    size = min(max(1, int(query.get("PageSize", USUAL_SIZE))), LARGEST_SIZE)
    token, number = query.get("PageToken", ""), int(query.get("Page", 0))
    start = _start(found, token, size)
    hidden = mood in FIRST_EMPTY and not token
    shown = [] if hidden else found[start : start + size]
    following = _following(mood, hidden, shown, len(found) - start - len(shown))
    previous = BEFORE + shown[0].sid if start and shown else None
    kept = [pair for pair in query.items() if pair[0] not in ("Page", "PageSize", "PageToken")]

    def uri(page: int, token: str | None) -> str:
        own = [("PageSize", str(size)), ("Page", str(page))]
        asked = [*kept, *own, *([("PageToken", token)] if token else [])]
        return f"/{VERSION}/Accounts/{account}/Messages.json?{urlencode(asked)}"

    return {
        "end": number * size + max(0, len(shown) - 1),
        "first_page_uri": uri(0, None),
        "next_page_uri": uri(number + 1, following) if following else None,
        "page": number,
        "page_size": size,
        "previous_page_uri": uri(max(0, number - 1), previous) if previous else None,
        "messages": [message.as_json() for message in shown],
        "start": number * size,
        "uri": uri(number, token or None),
    }


def _following(mood: str, hidden: bool, shown: list[Message], left: int) -> str | None:
    """Return the token of the next page, if one is promised."""
    if mood in ("next_page_fails", "empty_page_next_fails"):
        return FAILING
    if hidden:
        return FROM_START
    return AFTER + shown[-1].sid if shown and left else None


def _start(found: list[Message], token: str, size: int) -> int:
    """Return where a page begins; a page is found again by its neighbour, not by its number."""
    if token.startswith((AFTER, BEFORE)):
        places = [place for place, each in enumerate(found) if each.sid == token[2:]]
        if not places:
            raise ValueError("no such page")
        return places[-1] + 1 if token.startswith(AFTER) else max(0, places[0] - size)
    return 0
