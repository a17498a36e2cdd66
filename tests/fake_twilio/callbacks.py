"""The fake's own calls: receipts and texts from phones, truly signed, delayed, doubled or lost.

It only ever posts to this machine: an address elsewhere is taken there by `rewrite`, or not called.
"""

import asyncio
import time
from collections.abc import Coroutine
from typing import Any
from urllib.parse import urlencode, urlsplit
from xml.etree import ElementTree

import aiohttp
from fake_twilio.messages import BAD, VERSION, Message
from fake_twilio.state import Call, State
from twilio.request_validator import RequestValidator

FORM = "application/x-www-form-urlencoded; charset=UTF-8"
HERE = ("127.0.0.1", "localhost", "::1")
PATIENCE = aiohttp.ClientTimeout(total=15)
AT_ONCE = 20
STOP_CODE = 21610


class Webhooks:
    """Calls in the background of the server's loop."""

    def __init__(self, fake: State) -> None:
        self._fake = fake
        self._session: aiohttp.ClientSession | None = None
        self.tasks: set[asyncio.Task[None]] = set()

    def begin(self, work: Coroutine[Any, Any, None]) -> None:
        """Do something later."""
        task = asyncio.get_running_loop().create_task(work)
        self.tasks.add(task)
        task.add_done_callback(self._end)

    def follow(self, message: Message) -> None:
        """Begin the receipts of a text that was accepted, if any are wished for."""
        plan = self._fake.pick_receipts()
        if plan:
            self.begin(self.play(message, plan))

    async def play(self, message: Message, plan: list[str]) -> None:
        """Take a message through states such as sent or undelivered:30003, a receipt for each."""
        for step in plan:
            status, _, code = step.partition(":")
            spread = self._fake.receipt_spread_seconds * self._fake.dice["calls"].random()
            await asyncio.sleep(self._fake.receipt_delay_seconds + spread)
            call = receipt(self._fake, message, status, int(code) if code else None)
            if not message.callback:
                continue
            call.lost = self._fake.happens(self._fake.receipt_drop)
            await self.post(call)
            if self._fake.happens(self._fake.receipt_twice):
                await self.post(again(call))

    async def bring_in(self, message: Message, options: dict[str, Any]) -> None:
        """Post a text from a phone to us, unless it is lost on the way."""
        if not self._fake.inbound_url:
            return
        call = inbound(self._fake, message, options)
        call.lost = options.get("lost", False) or self._fake.happens(self._fake.inbound_drop)
        twice = 1 + self._fake.happens(self._fake.inbound_twice)
        await self.post(call)
        for _ in range(options.get("times", twice) - 1):
            await self.post(again(call))
        for body in said(call.answer):
            self._fake.take_reply(message, body)

    async def post(self, call: Call) -> Call:
        """Make one call and note what came of it."""
        self._fake.note_call(call)
        if call.lost:
            return call
        address = self._where(call.url)
        if urlsplit(address).hostname not in HERE:
            call.fault = "not on this machine"
            return call
        headers = call.headers | {"Content-Type": FORM, "User-Agent": "TwilioProxy/1.1"}
        try:
            async with self._http().post(
                address, data=urlencode(call.form), headers=headers, allow_redirects=False
            ) as response:
                call.answer = await response.text(errors="replace")
                call.status = response.status
        except (aiohttp.ClientError, TimeoutError, OSError) as fault:
            call.fault = type(fault).__name__
        return call

    async def close(self) -> None:
        """Stop calling."""
        for task in tuple(self.tasks):
            task.cancel()
        await asyncio.gather(*self.tasks, return_exceptions=True)
        if self._session is not None:
            await self._session.close()

    def _end(self, task: asyncio.Task[None]) -> None:
        self.tasks.discard(task)
        if not task.cancelled():
            self._fake.note_broken(task.exception())

    def _where(self, url: str) -> str:
        for public, local in self._fake.rewrite.items():
            if url.startswith(public):
                return local + url.removeprefix(public)
        return url

    def _http(self) -> aiohttp.ClientSession:
        if self._session is None:
            connector = aiohttp.TCPConnector(limit=AT_ONCE, force_close=True)
            self._session = aiohttp.ClientSession(connector=connector, timeout=PATIENCE)
        return self._session


def receipt(fake: State, message: Message, status: str, error_code: int | None = None) -> Call:
    """Take a message on to a state and sign the receipt that says so."""
    code = 30005 if error_code is None and status in BAD else error_code
    message.move(status, fake.now(), fake.service_sender, code)
    form = {
        "AccountSid": message.account_sid,
        "ApiVersion": VERSION,
        "From": message.sender or fake.service_sender,
        "MessageSid": message.sid,
        "MessageStatus": status,
        "SmsSid": message.sid,
        "SmsStatus": status,
        "To": message.to,
    }
    if message.service:
        form["MessagingServiceSid"] = message.service
    if code is not None:
        form["ErrorCode"] = str(code)
    return signed(fake, "receipt", message.sid, message.callback, form)


def inbound(fake: State, message: Message, options: dict[str, Any]) -> Call:
    """Sign the webhook that brings a text from a phone, as Twilio sends it."""
    form = {
        "AccountSid": message.account_sid,
        "ApiVersion": VERSION,
        "Body": message.body,
        "From": message.sender or "",
        "FromCity": "",
        "FromCountry": "GB",
        "FromState": "",
        "FromZip": "",
        "MessageSid": message.sid,
        "NumMedia": str(message.media),
        "NumSegments": str(message.segments),
        "SmsMessageSid": message.sid,
        "SmsSid": message.sid,
        "SmsStatus": "received",
        "To": message.to,
        "ToCity": "",
        "ToCountry": "GB",
        "ToState": "",
        "ToZip": "",
    }
    if message.service:
        form["MessagingServiceSid"] = message.service
    if options.get("opt_out_type"):
        form["OptOutType"] = options["opt_out_type"]
    form |= options.get("extra", {})
    return signed(fake, "inbound", message.sid, fake.inbound_url, form)


def keep_wish(fake: State, number: str, opt_out_type: str | None) -> None:
    """Refuse texts to who said STOP, until they say START."""
    if opt_out_type == "STOP":
        fake.refusals[number] = STOP_CODE
    elif opt_out_type == "START" and fake.refusals.get(number) == STOP_CODE:
        del fake.refusals[number]


def signed(fake: State, kind: str, sid: str, url: str, form: dict[str, str]) -> Call:
    """Sign a form over its public address, unknown parameters and all."""
    whole = form | fake.extra_params
    signature = RequestValidator(fake.auth_token).compute_signature(url, whole)
    return Call(kind, sid, url, whole, signature, time.monotonic())


def again(call: Call) -> Call:
    """Return the same call once more, to be made anew."""
    return Call(call.kind, call.sid, call.url, call.form, call.signature, time.monotonic())


def said(answer: str) -> list[str]:
    """Read what TwiML texts back."""
    try:
        tree = ElementTree.fromstring(answer) if answer else None
    except ElementTree.ParseError:
        return []
    found = [] if tree is None else tree.iter("Message")
    return ["".join(message.itertext()) for message in found]
