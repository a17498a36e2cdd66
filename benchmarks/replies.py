"""Replies as the provider posts them: signed, each once, from the young people of a benchmark."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.parse import urlencode

from app.sms.signature import sign
from benchmarks.due import ACCOUNT, PUBLIC, SENDER, TOKEN
from benchmarks.material import rows

PATH = "/sms/inbound"
WORDS = (
    "1. how long it will take 2. whether it hurts 3. can mum stay with me",
    "my asthma at night, missing school, and if i can still play football",
    "sleeping better please",
    "i want to talk about my medicine making me feel sick. also what happens next",
    "nothing really thanks",
)


def signed(people: int, count: int, words: Sequence[str] = WORDS) -> Iterator[tuple[str, str]]:
    """Bodies of so many requests in turns from so many people, each with its signature."""
    mobiles = [f"+44{str(row[4])[1:]}" for row in rows(people)]
    for place in range(count):
        # Nobody says the same twice in a row: that would be taken for a machine, and cost less.
        body = words[(place + place // people) % len(words)]
        form = _form(place, mobiles[place % people], body)
        yield urlencode(form), sign(PUBLIC + PATH, form, TOKEN)


def write(path: Path, people: int, count: int) -> None:
    """Write them to a file, two lines each: the signature, the body."""
    lines = (line for body, signature in signed(people, count) for line in (signature, body))
    path.write_text("\n".join(lines) + "\n", "ascii")


def _form(place: int, number: str, words: str) -> dict[str, str]:
    sid = f"SM{place:032x}"
    return {
        "ToCountry": "GB",
        "ToState": "",
        "SmsMessageSid": sid,
        "NumMedia": "0",
        "ToCity": "",
        "FromZip": "",
        "SmsSid": sid,
        "FromState": "",
        "SmsStatus": "received",
        "FromCity": "",
        "Body": words,
        "FromCountry": "GB",
        "To": SENDER,
        "ToZip": "",
        "NumSegments": "1",
        "MessageSid": sid,
        "AccountSid": ACCOUNT,
        "From": number,
        "ApiVersion": "2010-04-01",
    }
