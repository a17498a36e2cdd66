"""What happens to a text that is sent: accepted or not, answered or not, each mood in its turn."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from aiohttp import web
from fake_twilio.answers import answer, cut_short, half, hang, hang_up, refusal, too_many
from fake_twilio.callbacks import Webhooks
from fake_twilio.messages import Message
from fake_twilio.moods import MOODS
from fake_twilio.state import State

CREATED = 201
LONGEST = 1600
# In these moods nothing is accepted, whatever the text says.
NEVER = ("refuse", "refuse_credentials", "too_many", "fail_before_accepting", "hang")
HTML = "<html><body>Something between us answered.</body></html>"


@dataclass(frozen=True)
class Posting:
    """One text on its way in, and the detail of its mood."""

    fake: State
    webhooks: Webhooks
    request: web.Request
    form: dict[str, str]
    detail: str

    def take(self) -> Message:
        """Accept the text; its receipts begin."""
        message = self.take_quietly()
        self.webhooks.follow(message)
        return message

    def take_quietly(self) -> Message:
        """Accept the text, without receipts."""
        return self.fake.take(self.form, self.request.match_info["account"])


def fault_of(fake: State, form: dict[str, str]) -> int | None:
    """Return the code that Twilio itself would refuse this text with, if any."""
    if not form.get("To"):
        return 21604
    if not (form.get("From") or form.get("MessagingServiceSid")):
        return 21603
    if not form.get("Body"):
        return 21602
    return 21617 if len(form["Body"]) > LONGEST else fake.refusals.get(form["To"])


async def accept(post: Posting) -> web.StreamResponse:
    return answer(CREATED, post.take().as_json())


async def refuse(post: Posting) -> web.StreamResponse:
    return refusal(400, int(post.detail or post.fake.error_code))


async def refuse_credentials(post: Posting) -> web.StreamResponse:
    return refusal(401, 20003)


async def answer_too_many(post: Posting) -> web.StreamResponse:
    return too_many(post.detail or post.fake.retry_after)


async def fail_before_accepting(post: Posting) -> web.StreamResponse:
    return refusal(int(post.detail or post.fake.fail_status))


async def fail_after_accepting(post: Posting) -> web.StreamResponse:
    post.take()
    return await fail_before_accepting(post)


async def hang_up_before_accepting(post: Posting) -> web.StreamResponse:
    return hang_up(post.request)


async def hang_up_after_accepting(post: Posting) -> web.StreamResponse:
    post.take()
    return hang_up(post.request)


async def hang_up_then_accept(post: Posting) -> web.StreamResponse:
    async def later() -> None:
        await asyncio.sleep(float(post.detail or post.fake.late_seconds))
        post.take()

    post.webhooks.begin(later())
    return hang_up(post.request)


async def say_nothing(post: Posting) -> web.StreamResponse:
    return await hang(post.fake, post.request, post.detail)


async def accept_late(post: Posting) -> web.StreamResponse:
    await asyncio.sleep(float(post.detail or post.fake.late_seconds))
    return await accept(post)


async def answer_too_late(post: Posting) -> web.StreamResponse:
    message = post.take()
    await asyncio.sleep(float(post.detail or post.fake.delay_seconds))
    return answer(CREATED, message.as_json())


async def answer_nonsense(post: Posting) -> web.StreamResponse:
    return half(CREATED, post.take().as_json())


async def answer_html(post: Posting) -> web.StreamResponse:
    post.take()
    return web.Response(status=CREATED, text=HTML, content_type="text/html")


async def answer_cut_short(post: Posting) -> web.StreamResponse:
    return await cut_short(post.request, CREATED, post.take().as_json())


async def answer_without_sid(post: Posting) -> web.StreamResponse:
    content = post.take().as_json()
    del content["sid"]
    return answer(CREATED, content)


async def call_back_first(post: Posting) -> web.StreamResponse:
    message = post.take_quietly()
    plan = [post.detail] if post.detail else post.fake.pick_receipts() or ["delivered"]
    shown = answer(CREATED, message.as_json())
    await post.webhooks.play(message, plan)
    return shown


Mood = Callable[[Posting], Awaitable[web.StreamResponse]]
BY_NAME: dict[str, Mood] = {
    "accept": accept,
    "refuse": refuse,
    "refuse_credentials": refuse_credentials,
    "too_many": answer_too_many,
    "fail_before_accepting": fail_before_accepting,
    "fail_after_accepting": fail_after_accepting,
    "hang_up_before_accepting": hang_up_before_accepting,
    "hang_up_after_accepting": hang_up_after_accepting,
    "hang_up_then_accept": hang_up_then_accept,
    "hang": say_nothing,
    "accept_late": accept_late,
    "answer_too_late": answer_too_late,
    "answer_nonsense": answer_nonsense,
    "answer_html": answer_html,
    "answer_cut_short": answer_cut_short,
    "answer_without_sid": answer_without_sid,
    "call_back_first": call_back_first,
}
assert tuple(BY_NAME) == MOODS


async def treat(
    fake: State, webhooks: Webhooks, request: web.Request, form: dict[str, str], mood: str
) -> web.StreamResponse:
    """Treat one text as its mood says, unless Twilio itself would refuse it."""
    name, _, detail = mood.partition(":")
    fault = fault_of(fake, form)
    if fault and name not in (*NEVER, "hang_up_before_accepting"):
        return refusal(400, fault)
    return await BY_NAME[name](Posting(fake, webhooks, request, form, detail))
