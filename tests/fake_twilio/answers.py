"""How the fake answers: JSON, refusals in Twilio's shape, nonsense, half an answer, or none."""

import asyncio
from collections.abc import Mapping

from aiohttp import web
from fake_twilio.messages import as_bytes
from fake_twilio.state import State

JSON = "application/json"
WORDS = {
    20001: "Invalid parameter",
    20003: "Authenticate",
    20404: "The requested resource was not found",
    20009: "The message is not finished",
    20429: "Too many requests",
}


def answer(status: int, content: object, headers: Mapping[str, str] | None = None) -> web.Response:
    """Answer with JSON."""
    body = as_bytes(content)
    return web.Response(status=status, body=body, content_type=JSON, headers=headers)


def refusal(
    status: int, code: int | None = None, headers: Mapping[str, str] | None = None
) -> web.Response:
    """Answer with one of Twilio's errors."""
    code = 20000 + status if code is None else code
    content = {
        "code": code,
        "message": WORDS.get(code, "Not done"),
        "more_info": f"https://www.twilio.com/docs/errors/{code}",
        "status": status,
    }
    return answer(status, content, headers)


def too_many(seconds: str) -> web.Response:
    """Answer that requests come too fast."""
    return refusal(429, 20429, {"Retry-After": seconds})


def half(status: int, content: object) -> web.Response:
    """Answer with the first half of some JSON, as if that were all."""
    body = as_bytes(content)
    return web.Response(status=status, body=body[: len(body) // 2], content_type=JSON)


async def cut_short(request: web.Request, status: int, content: object) -> web.StreamResponse:
    """Promise a whole answer, send half of it and hang up."""
    body = as_bytes(content)
    response = web.StreamResponse(status=status, headers={"Content-Type": JSON})
    response.content_length = len(body)
    await response.prepare(request)
    await response.write(body[: len(body) // 2])
    await asyncio.sleep(0)
    return hang_up(request)


def hang_up(request: web.Request) -> web.Response:
    """Close the line; what is returned reaches nobody."""
    if request.transport is not None:
        request.transport.close()
    return web.Response()


async def hang(fake: State, request: web.Request, detail: str) -> web.Response:
    """Say nothing for a while, then hang up."""
    await asyncio.sleep(float(detail or fake.hang_seconds))
    return hang_up(request)
