"""Who is told of concerns in finished words (pure): how each was tested, what holds the texts."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from app.clinics.safety_roles import IN_WORDS
from app.invitations.board_presenter import time_in_words
from app.people.phone import national
from app.safety_net.access import access_in_words
from app.safety_net.known import Known, LastTest

LONDON = "Europe/London"
READY = ("Ready", "green", "Both are there and tested: texts may go.")
HELD = ("Texts are held", "red", "No texts go out until both are there and tested.")
NOT_READY = (
    "Not ready",
    "yellow",
    "Once this service is live, no texts go out until both are there and tested.",
)
TESTED, NOT_TESTED = ("Tested", "green"), ("Not tested yet", "yellow")
TEST_FAILED = ("Test failed", "red")
ON_ITS_WAY = "A test mail is on its way. Load this page again in a minute."
UNDER_WAY = ("waiting", "sending")
LASTING = "smtp_5"


def person_in_words(known: Known, zone: str = LONDON) -> dict[str, Any]:
    """Return somebody who is told as the page shows them."""
    tag, colour = _tag(known)
    return {
        "id": known.id,
        "name": known.name or "A name that cannot be read",
        "email": known.email,
        "mobile": national(known.mobile) if known.mobile else "",
        "tag": tag,
        "colour": colour,
        "tested": list(_tested(known, zone)),
        "access": access_in_words(known.account, known.part, known.name, known.email),
        "also": also_in_words(known.also),
    }


def also_in_words(parts: Iterable[tuple[str, str]]) -> str:
    """Say which other parts somebody has, each a role and the code of its clinic.

    >>> also_in_words([("lead", "RIV-THU"), ("list", "")])
    'safeguarding lead of RIV-THU, and on the list'
    """
    said = [f"{IN_WORDS[role]} of {code}" if code else IN_WORDS[role] for role, code in parts]
    return ", and ".join(part for part in (", ".join(said[:-1]), *said[-1:]) if part)


def net_in_words(*, ready: bool, held: bool) -> tuple[str, str, str]:
    """Say of a clinic whether its people are there and tested, and what that does to its texts."""
    if ready:
        return READY
    return HELD if held else NOT_READY


def day_in_words(moment: datetime, zone: str = LONDON) -> str:
    """Write a moment with its year.

    >>> from datetime import UTC
    >>> day_in_words(datetime(2026, 5, 8, 15, 0, tzinfo=UTC))
    '8 May 2026, 4pm'
    """
    return f"{moment.astimezone(ZoneInfo(zone)):%-d %B %Y}, {time_in_words(moment, zone)}"


def why_not_delivered(failure: str) -> str:
    """Say why a mail did not go, from the code that is kept.

    >>> why_not_delivered("smtp_550"), why_not_delivered("no_mail_server")
    ('the mail server refused it (550)', 'there is no mail server: tell whoever runs the service')
    """
    if failure == "no_mail_server":
        return "there is no mail server: tell whoever runs the service"
    if failure.startswith(LASTING) or failure == "refused":
        code = f" ({failure.removeprefix('smtp_')})" if failure.startswith(LASTING) else ""
        return f"the mail server refused it{code}"
    return "the mail server could not be reached, or did not take it"


def _tag(known: Known) -> tuple[str, str]:
    if _has_failed(known):
        return TEST_FAILED
    return TESTED if known.tested_at else NOT_TESTED


def _tested(known: Known, zone: str) -> Iterable[str]:
    """Yield when a mail to the address was last taken, and how the last test went."""
    if known.tested_at is not None:
        yield f"The mail server took a mail to them on {day_in_words(known.tested_at, zone)}."
    test = known.last_test
    if test is None:
        return
    if test.state in UNDER_WAY:
        why = f"The test mail has not gone: {_why(test)}. It is tried again."
        yield why if test.failure else ON_ITS_WAY
    elif _has_failed(known):
        yield (
            f"The test mail of {day_in_words(test.at, zone)} was not delivered: {_why(test)}. "
            "Check the address."
        )


def _has_failed(known: Known) -> bool:
    test = known.last_test
    if test is None or test.state != "failed":
        return False
    return known.tested_at is None or known.tested_at < test.at


def _why(test: LastTest) -> str:
    return why_not_delivered(test.failure)
