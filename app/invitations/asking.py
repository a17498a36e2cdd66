"""The words of the texts we owe (pure): the same for the preview of a list as for the text."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from app.invitations.states import Kind
from app.sms.wording import Wording, words

# On these phones somebody else may look first: the text says whom it is for.
NOT_THEIRS_ALONE = frozenset({"parent", "shared"})


@dataclass(frozen=True)
class About:
    """What a text is about: whose visit, where, when (UTC), in which language and time zone.

    `for_whom` says that others read this phone too, so that the text names whom it is for.
    """

    first_name: str
    clinic_name: str
    starts_at: datetime
    zone: str
    language: str
    for_whom: bool = False


def words_of(kind: Kind, about: About) -> Wording:
    """Write a text of a kind, in the young person's language where there is a template."""
    return words(
        kind.value,
        about.language,
        first_name=about.first_name,
        clinic=about.clinic_name,
        when=visit_in_words(about.starts_at, about.zone),
        for_whom="yes" if about.for_whom else "",
    )


def visit_in_words(starts_at: datetime, zone: str) -> str:
    """Write when a visit is, in the clinic's own time.

    >>> from datetime import UTC
    >>> visit_in_words(datetime(2026, 5, 12, 8, 30, tzinfo=UTC), "Europe/London")
    'Tue 12 May at 9.30am'
    """
    local = starts_at.astimezone(ZoneInfo(zone))
    clock_time = f"{local:%-I.%M}" if local.minute else f"{local:%-I}"
    return f"{local:%a %-d %b} at {clock_time}{'am' if local.hour < 12 else 'pm'}"
