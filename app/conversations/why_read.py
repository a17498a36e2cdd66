"""Why a reply needs a person (pure): in a few kinds, each in plain words, the gravest first."""

from collections.abc import Iterable
from enum import StrEnum

from app.conversations.intent import Intent


class Why(StrEnum):
    """One reason for a person to read a reply; every reply has one at least."""

    WAITING = "waiting"
    BEREAVEMENT = "bereavement"
    FORGET = "forget"
    WRONG_NUMBER = "wrong_number"
    NOBODY = "nobody"
    SEVERAL = "several"
    CANNOT_ATTEND = "cannot_attend"
    RUNNING_LATE = "running_late"
    CALL_ME = "call_me"
    QUESTION = "question"
    COMPLAINT = "complaint"
    ABUSE = "abuse"
    PRIVACY = "privacy"
    LANGUAGE = "language"
    MOVED = "moved"
    PICTURE = "picture"
    UNCLEAR = "unclear"
    UNREAD = "unread"


# The kind as it is chosen, and the sentence beside a reply of that kind.
IN_WORDS = {
    Why.WAITING: ("Could not be read yet", "It could not be read yet. Its words are whole."),
    Why.BEREAVEMENT: ("Somebody may have died", "It may say that somebody has died."),
    Why.FORGET: ("Asks us to delete data", "It asks us to delete what we hold."),
    Why.WRONG_NUMBER: ("Wrong number", "It says that the number is wrong."),
    Why.NOBODY: ("Matched nobody", "It is beside no visit: nobody was asked on this number."),
    Why.SEVERAL: (
        "More than one young person",
        "More than one young person was asked on this number.",
    ),
    Why.CANNOT_ATTEND: ("Cannot come", "They may not be able to come."),
    Why.RUNNING_LATE: ("Running late", "They may be late."),
    Why.CALL_ME: ("Asks for a call", "It asks for a call, or another way to talk."),
    Why.QUESTION: ("Asks about the visit", "It asks about the visit."),
    Why.COMPLAINT: ("Complaint", "It may be a complaint."),
    Why.ABUSE: ("May be abusive", "It may be abusive."),
    Why.PRIVACY: ("Asks who reads it", "It asks who reads this, or to be seen alone."),
    Why.LANGUAGE: ("Language or interpreter", "It may need another language or an interpreter."),
    Why.MOVED: ("Moved or discharged", "It says that they have moved, or are seen elsewhere."),
    Why.PICTURE: (
        "Picture or voice note",
        "It came with a picture or a voice note, which we do not keep.",
    ),
    Why.UNCLEAR: ("Unclear", "We could not make sense of it."),
    Why.UNREAD: ("Not read yet", "Nobody has read it yet."),
}
SAID = {
    Intent.BEREAVEMENT: Why.BEREAVEMENT,
    Intent.FORGET: Why.FORGET,
    Intent.WRONG_NUMBER: Why.WRONG_NUMBER,
    Intent.CANNOT_ATTEND: Why.CANNOT_ATTEND,
    Intent.RUNNING_LATE: Why.RUNNING_LATE,
    Intent.CALL_ME: Why.CALL_ME,
    Intent.APPOINTMENT_QUESTION: Why.QUESTION,
    Intent.COMPLAINT: Why.COMPLAINT,
    Intent.ABUSE: Why.ABUSE,
    Intent.PRIVACY: Why.PRIVACY,
    Intent.LANGUAGE: Why.LANGUAGE,
    Intent.MOVED: Why.MOVED,
    Intent.MEDIA: Why.PICTURE,
    Intent.UNCLEAR: Why.UNCLEAR,
    Intent.EMPTY: Why.UNCLEAR,
    Intent.WHICH: Why.UNCLEAR,
    Intent.BLOCKED: Why.UNCLEAR,
}
PLACED = {"waiting": Why.WAITING, "nobody": Why.NOBODY, "several": Why.SEVERAL}
ENGLISH = "en"
# What reception sees to first, and what else is for it.
COMING = (Why.RUNNING_LATE, Why.CANNOT_ATTEND)
ASKING = (Why.CALL_ME, Why.QUESTION)


def why_read(
    matched: str, media: int, intents: Iterable[str] = (), language: str = ENGLISH
) -> list[Why]:
    """Return why a reply needs a person, the gravest first; that nobody has read it is enough.

    >>> why_read("matched", 0, ["cannot_attend", "thanks"])
    [<Why.CANNOT_ATTEND: 'cannot_attend'>]
    """
    found = {SAID[each] for each in map(_known, intents) if each in SAID}
    if matched in PLACED:
        found.add(PLACED[matched])
    if media:
        found.add(Why.PICTURE)
    if language != ENGLISH:
        found.add(Why.LANGUAGE)
    return [each for each in Why if each in found] or [Why.UNREAD]


def _known(name: str) -> Intent | None:
    # Another version may have said what this one does not know.
    return Intent(name) if name in {each.value for each in Intent} else None
