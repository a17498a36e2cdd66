"""The clinic sheet in finished words (pure): the page, the terminal and machines say the same."""

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.conversations.visible import visible
from app.people.nhs_number import spaced
from app.safeguarding.codes import Beware, not_everything
from app.summaries.concerning import concerns_in_words, is_grave
from app.summaries.lines import (
    CarriedWords,
    ClinicSheet,
    LineState,
    OwnWords,
    SheetConcern,
    SheetLine,
)
from app.summaries.sentences import FIRST, PERHAPS, besides

NEW_FOR = timedelta(hours=24)

# What stands on the tag, its colour (NHS.UK frontend), and what it means.
STATES = {
    LineState.ANSWERED: ("Answered", "green", ""),
    LineState.NOTHING_TO_RAISE: (
        "Nothing to raise",
        "blue",
        "They were asked and said that there is nothing to raise.",
    ),
    LineState.REPLIED: ("Replied", "blue", "They replied, and named nothing we could list."),
    LineState.TO_PLACE: (
        "Reply to place",
        "orange",
        "A text has come from this number, and nobody has said yet whose it is: see Replies to "
        "read.",
    ),
    LineState.NO_REPLY: (
        "No reply",
        "grey",
        "They were asked and have not replied. It does not mean that all is well.",
    ),
    LineState.WAITING: ("Not asked yet", "white", ""),
    LineState.NOT_DELIVERED: ("Not delivered", "orange", "The text did not reach them."),
    LineState.IN_DOUBT: (
        "Not sure it went",
        "orange",
        "Nobody can tell whether the text went out. It is not sent again.",
    ),
    LineState.OPTED_OUT: ("Opted out", "purple", "This number has asked for no texts."),
    LineState.NOT_ASKED: ("Not asked", "yellow", ""),
    LineState.CANCELLED: ("Cancelled", "red", "The appointment is cancelled."),
}


def present(sheet: ClinicSheet) -> dict[str, Any]:
    """Return the sheet as the page prints it: every word finished."""
    answered = sum(1 for line in sheet.lines if line.state is LineState.ANSWERED)
    visits = sum(1 for line in sheet.lines if line.state is not LineState.CANCELLED)
    return {
        "title": f"{sheet.clinic_name}, {sheet.clinic_code}",
        "day": long_day(sheet.day),
        "made": f"Made {_moment(sheet.made_at, sheet.zone)}. Replies may have come since.",
        "count": f"{answered} of {visits} answered",
        "grave": [_named(line, sheet) for line in sheet.lines if is_grave(line)],
        "not_everything": _beware(sheet),
        "lines": [_line(line, sheet) for line in sheet.lines],
    }


def as_json(sheet: ClinicSheet) -> dict[str, Any]:
    """Return the sheet for machines: codes, and times in ISO 8601 at the clinic's own offset."""
    zone = ZoneInfo(sheet.zone)
    return {
        "clinic": sheet.clinic_code,
        "organisation": sheet.organisation_code,
        "name": sheet.clinic_name,
        "date": sheet.day.isoformat(),
        "made_at": sheet.made_at.astimezone(UTC).isoformat(),
        "appointments": [
            {
                "time": f"{line.starts_at.astimezone(zone):%H:%M}",
                "starts_at": line.starts_at.astimezone(zone).isoformat(),
                "name": f"{line.first_name} {line.last_name}",
                "nhs_number": line.nhs_number,
                "date_of_birth": line.date_of_birth.isoformat(),
                "number_belongs_to": line.number_belongs_to,
                "visit_kind": line.visit_kind,
                "interpreter": line.interpreter,
                "state": line.state.value,
                "why": line.why,
                "priorities": list(line.priorities),
                "sure_of_the_split": line.confident,
                "opted_out": line.opted_out,
                "cannot_come": line.cannot_come,
                "from_carer": list(line.from_carer),
                "said": list(line.said),
                "language": line.language,
                "may_want_to_be_seen_alone": line.seen_alone,
                "concerns": [_concern_as_json(concern) for concern in line.concerns],
                "replies": [_reply_as_json(reply, zone) for reply in line.replies],
                "carried_forward": [_carried_as_json(late, zone) for late in line.carried],
            }
            for line in sheet.lines
        ],
    }


def _concern_as_json(concern: SheetConcern) -> dict[str, Any]:
    return {
        "id": str(concern.id),
        "tier": concern.tier,
        "open": concern.is_open,
        "outcome": concern.outcome,
    }


def _reply_as_json(reply: OwnWords, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "text": reply.text,
        "received_at": reply.came_at.astimezone(zone).isoformat(),
        "media": reply.media,
        "for_either_of_two_visits": reply.for_either,
    }


def _carried_as_json(late: CarriedWords, zone: ZoneInfo) -> dict[str, Any]:
    return {
        "text": late.text,
        "received_at": late.came_at.astimezone(zone).isoformat(),
        "visit": late.visit_at.astimezone(zone).isoformat(),
        "visit_was_cancelled": late.was_cancelled,
    }


def as_text(sheet: ClinicSheet) -> str:
    """Return the sheet for a terminal."""
    shown, beware = present(sheet), _beware(sheet)
    parts = [f"{shown['title']}, {shown['day']}", f"{shown['count']}. {shown['made']}"]
    parts += [f"{beware.says} {beware.off}".strip()] if beware else []
    for line in shown["lines"]:
        head = f"\n{line['time']}  {line['name']}  {line['who']}  [{line['state']}]"
        parts.append(head)
        parts += [f"       {concern['words']}" for concern in line["concerns"]]
        parts += [f"       {words}" for words in line["first"]]
        parts += [f"    {words}" for words in (*line["whole"], line["perhaps"]) if words]
        parts += [f"    {place}. {words}" for place, words in enumerate(line["priorities"], 1)]
        parts += [f"       From a parent or carer: {words}" for words in line["from_carer"]]
        parts += [f"       {words}" for words in line["says"]]
        for reply in (*line["replies"], *line["carried"]):
            text = reply["text"].replace("\n", "\n       ")
            parts.append(f'       {reply["came"]}: "{text}"')
    return "\n".join(parts if shown["lines"] else [*parts, "\nNo appointments."])


def long_day(day: date) -> str:
    """Write a date as the NHS content guide does.

    >>> long_day(date(2026, 5, 12))
    'Tuesday 12 May 2026'
    """
    return f"{day:%A %-d %B %Y}"


def _beware(sheet: ClinicSheet) -> Beware | None:
    """What a sheet says of its concerns: also that there are none because nobody looks for them."""
    has_any = any(line.concerns for line in sheet.lines)
    return not_everything(words_off=sheet.words_off) if has_any or sheet.words_off else None


def _line(line: SheetLine, sheet: ClinicSheet) -> dict[str, Any]:
    words, colour, meaning = STATES[line.state]
    newest = max((reply.came_at for reply in line.replies), default=None)
    return {
        "time": f"{line.starts_at.astimezone(ZoneInfo(sheet.zone)):%H:%M}",
        "name": f"{line.first_name} {line.last_name}",
        "who": f"{_age(line.date_of_birth, sheet.day)} years, NHS number {spaced(line.nhs_number)}",
        "state": words,
        "colour": colour,
        "concerns": list(concerns_in_words(line)),
        "first": [sentence for intent, sentence in FIRST.items() if intent in line.said],
        "says": [sentence for sentence in (meaning, _why(line), *besides(line)) if sentence],
        "whole": _whole(line),
        "perhaps": PERHAPS if _whole(line) else "",
        "priorities": [visible(priority) for priority in line.priorities],
        "from_carer": [visible(point) for point in line.from_carer],
        "replies": [_reply(reply, sheet.zone) for reply in line.replies],
        "carried": [_carried(late, sheet.zone) for late in line.carried],
        "is_new": newest is not None and sheet.made_at - newest <= NEW_FOR,
        "is_cancelled": line.state is LineState.CANCELLED,
    }


def _whole(line: SheetLine) -> list[str]:
    """Their texts as one block, where it is not sure what they come apart into."""
    if line.confident or not (line.priorities or line.from_carer):
        return []
    texts = [visible(reply.text) for reply in line.replies if reply.text.strip()]
    # What may be one thing only is named as that, not said twice.
    return [] if texts == [visible(each) for each in line.priorities] else texts


def _named(line: SheetLine, sheet: ClinicSheet) -> str:
    """Whose line is named at the head of the sheet, by time and name."""
    time = line.starts_at.astimezone(ZoneInfo(sheet.zone))
    return f"{time:%H:%M} {line.first_name} {line.last_name}"


def _why(line: SheetLine) -> str:
    if line.state is LineState.NOT_ASKED and line.why:
        return f"Not asked: {line.why}."
    return line.why


def _reply(reply: OwnWords, zone: str) -> dict[str, Any]:
    came = _moment(reply.came_at, zone)
    came += ", for either of two visits" if reply.for_either else ""
    came += " and a picture or voice note, which is not kept" if reply.media else ""
    return {"text": visible(reply.text) or "(no words)", "came": came, "id": reply.reply_id}


def _carried(late: CarriedWords, zone: str) -> dict[str, str]:
    day = f"{late.visit_at.astimezone(ZoneInfo(zone)):%A %-d %B}"
    of_it = f"for the visit on {day}, which was cancelled"
    came = of_it if late.was_cancelled else f"after the last visit on {day}"
    return {"text": visible(late.text), "came": f"{_moment(late.came_at, zone)}, {came}"}


def _moment(moment: datetime, zone: str) -> str:
    local = moment.astimezone(ZoneInfo(zone))
    return f"{local:%A %-d %B} at {local:%H:%M}"


def _age(born: date, on: date) -> int:
    return on.year - born.year - ((on.month, on.day) < (born.month, born.day))
