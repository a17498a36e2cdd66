"""The words of the text that asks (pure): the same for the preview of a list as for the text."""

from datetime import datetime
from zoneinfo import ZoneInfo

from app.sms.wording import Wording, words


def ask_words(
    first_name: str, clinic_name: str, starts_at: datetime, zone: str, language: str
) -> Wording:
    """Write the ask about one visit, in the young person's language where there is a template."""
    when = visit_in_words(starts_at, zone)
    return words("ask", language, first_name=first_name, clinic=clinic_name, when=when)


def visit_in_words(starts_at: datetime, zone: str) -> str:
    """Write when a visit is, in the clinic's own time.

    >>> from datetime import UTC
    >>> visit_in_words(datetime(2026, 5, 12, 8, 30, tzinfo=UTC), "Europe/London")
    'Tue 12 May at 9.30am'
    """
    local = starts_at.astimezone(ZoneInfo(zone))
    clock_time = f"{local:%-I.%M}" if local.minute else f"{local:%-I}"
    return f"{local:%a %-d %b} at {clock_time}{'am' if local.hour < 12 else 'pm'}"
