"""The words of the pages of concerns (pure): what is marked, what happened, what was wrong."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from app.conversations.visible import visible
from app.safeguarding.codes import ACTIONS, OUTCOMES, SENSITIVE, TIERS, kind_in_words
from app.sms.codes import in_words

NO_WORDS = "(no words)"
EVENTS = {
    "opened": "Opened",
    "placed": "Put beside a young person",
    "acknowledged": "Acknowledged",
    "noted": "Note",
    "handed_over": "Handed over",
    "raised": "Raised",
    "lowered": "Lowered",
    "second_look": "Looked at once more: it stays lowered",
    "closed": "Closed",
    "opened_again": "Opened again",
    "alerted": "Somebody was told",
    "alert_failed": "Somebody could not be told",
    "answered": "The young person was answered with where to find help",
    "not_answered": "The young person was not answered with where to find help",
}
LATE = " late"
# Why they were not answered, by its code.
UNANSWERED = {
    "too_old": "we had their text only a day after they sent it",
    "too_late": "it could not be sent within a day of their text",
    "trial": "this is a trial, and the number is not on its list",
    "cannot_be_written": "the text could not be written",
    "unresolved": "nobody can tell whether it went",
    "undelivered": "the network did not deliver it",
    "failed": "the network did not deliver it",
}
REFUSED = {
    "no_words": ("note", "Write the note."),
    "nobody_named": ("hand-over", "Choose the person it is handed to."),
    "no_tier": ("tier", "Choose how soon somebody must look."),
    "no_reason": ("tier", "Say why."),
    "same_tier": ("tier", "It stands there already."),
    "same_person": ("second-look", "Another person than the one who lowered it must look."),
    "no_outcome": ("close", "Choose what came of it."),
    "no_action": ("close", "Choose what was done, and write it down."),
    "second_look_first": ("close", "Another person must look at the lowered tier first."),
}
QUICKER = {
    "acknowledged": "acknowledged it",
    "noted": "wrote a note",
    "handed_over": "handed it over",
    "raised": "raised it",
    "lowered": "lowered it",
    "second_look": "looked at it once more",
    "closed": "closed it",
    "opened_again": "opened it again",
}
CHANNELS = {"email": "by e-mail", "text": "by text"}
ALERTS = {
    "waiting": ("Waiting to go", "grey"),
    "sending": ("On its way", "blue"),
    "sent": ("Sent", "green"),
    "failed": ("Failed", "red"),
}
# What is said of a tier whose people are told by the service, once everybody is asked anew.
ANEW = "People are told from the start again, whoever acknowledged it before"
BY_ITSELF = ("webhook", "scheduler", "sweeper", "web")
SOMEBODY = "Somebody who has left"


@dataclass(frozen=True)
class Piece:
    """A stretch of a reply, and whether it is what brought the reply forward."""

    text: str
    marked: bool


def pieces(text: str, spans: Iterable[tuple[int, int]]) -> list[Piece]:
    """Part a text at what is to be marked; nothing of it is left out.

    >>> [(each.text, each.marked) for each in pieces("1 hair 2 kms", [(9, 12)])]
    [('1 hair 2 ', False), ('kms', True)]
    """
    found, at = [], 0
    for start, end in _merged(spans, len(text)):
        found += [Piece(text[at:start], False), Piece(text[start:end], True)]
        at = end
    found.append(Piece(text[at:], False))
    shown = [Piece(visible(each.text), each.marked) for each in found if each.text]
    return shown or [Piece(NO_WORDS, False)]


def _merged(spans: Iterable[tuple[int, int]], length: int) -> Iterator[tuple[int, int]]:
    """Yield spans that lie in the text, in order, those that meet as one."""
    inside = sorted((max(0, start), min(end, length)) for start, end in spans)
    held: tuple[int, int] | None = None
    for start, end in inside:
        if start >= end:
            continue
        if held and start <= held[1]:
            held = held[0], max(held[1], end)
            continue
        if held:
            yield held
        held = start, end
    if held:
        yield held


def kinds_in_words(kinds: Iterable[str]) -> str:
    """Say what a reply may tell of, each kind once, without deciding that it does.

    >>> kinds_in_words(["suicide", "suicide", "hunger"])
    'May tell of: not wanting to live; hunger.'
    """
    said = "; ".join(kind_in_words(kind) for kind in dict.fromkeys(kinds))
    return f"May tell of: {said}." if said else ""


def event_in_words(what: str, code: str, person: str) -> str:
    """Say what happened to a concern: `person` is whom it was handed to.

    >>> event_in_words("lowered", "1>2", ""), event_in_words("closed", "referred told_gp", "")
    ('Lowered to: Look today', 'Closed: Referred on. Told the GP or another team')
    """
    words = EVENTS.get(what, what)
    if what in ("raised", "lowered") and code[-1:].isdigit() and int(code[-1]) in TIERS:
        anew = f". {ANEW}" if what == "raised" else ""
        return f"{words} to: {TIERS[int(code[-1])][0]}{anew}"
    if what == "opened_again" and code != str(SENSITIVE):
        return f"{words}. {ANEW}"
    if what == "opened" and code[-1:].isdigit() and int(code[-1]) in TIERS:
        return f"{words}: {TIERS[int(code[-1])][0]}"
    if what == "closed":
        outcome, _, action = code.partition(" ")
        return f"{words}: {OUTCOMES.get(outcome, outcome)}. {ACTIONS.get(action, action)}"
    if what in ("alerted", "alert_failed"):
        return f"{words} {CHANNELS.get(code.partition(' ')[0], '')}".strip()
    if what == "answered" and code.endswith(LATE):
        return words.replace("answered", "answered late")
    if what == "not_answered":
        return f"{words}: {unanswered_in_words(code)}"
    return f"{words} to {person}" if what == "handed_over" else words


def unanswered_in_words(code: str) -> str:
    """Say why a young person was not answered: by a code of ours, or of the provider.

    >>> unanswered_in_words("too_old")
    'we had their text only a day after they sent it'
    >>> unanswered_in_words("21610")
    'they have asked the network for no more texts'
    """
    if code in UNANSWERED:
        return UNANSWERED[code]
    said = in_words(code).partition(".")[0]
    return f"{said[:1].lower()}{said[1:]}"


def who_in_words(by: str, name: str) -> str:
    """Say who did something, by the name the trail gives them.

    >>> who_in_words("webhook", "webhook"), who_in_words("staff:1", "")
    ('the service itself', 'Somebody who has left')
    """
    return "the service itself" if by in BY_ITSELF else name or SOMEBODY


def too_late_in_words(name: str, when: str, what: str) -> str:
    """Say to whom comes second who was first, and that nothing was changed.

    >>> too_late_in_words("Pat Lindqvist", "on Friday 8 May, 4pm", "closed")
    'Pat Lindqvist closed it on Friday 8 May, 4pm. Nothing was changed: it is shown as it is now.'
    """
    done = QUICKER.get(what)
    first = f"{name or SOMEBODY} {done} {when}" if done else "It has changed"
    return f"{first}. Nothing was changed: it is shown as it is now."
