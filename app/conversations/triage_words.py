"""The words of the pages of replies (pure): ages, whose phone, what was done, who was quicker."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.conversations.why_read import IN_WORDS, Why

AN_HOUR, A_DAY = timedelta(hours=1), timedelta(days=1)
# What was done about a reply; those on a button are offered in this order.
REASONS = {
    "nothing": "Nothing more to do",
    "told": "Told the clinic team",
    "rang": "Rang them",
    "desk": "Passed to the desk",
    "answered": "Answered by text",
    "other": "Seen to in another way",
}
READ_AS = REASONS | {"desk_done": "Settled by the desk"}
PLACED_BECAUSE = {
    "says_so": "The text says who it is from",
    "rang": "We rang, and they said so",
    "known": "We know that this number is theirs",
    "other": "Another reason",
}
DETACHED_BECAUSE = {
    "somebody_else": "It is from somebody else",
    "other_visit": "It is about another visit",
    "not_sure": "We are not sure whose it is",
}
PHONES = {
    "self": "their own phone",
    "parent": "a parent's or carer's phone",
    "shared": "a phone they share",
    "unknown": "we do not know whose phone",
}
NOT_THEIRS_NOW = "not the number we hold for them now"
TAKEN_OFF = "A person took it off a visit, and it is beside none."
SOMEBODY = "somebody who has left"


def age_in_words(since: datetime, now: datetime) -> str:
    """Say how long ago something came, as people say it.

    >>> from datetime import UTC
    >>> came = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
    >>> [age_in_words(came, came + timedelta(minutes=each)) for each in (0, 59, 190, 2900)]
    ['just now', '59 minutes', '3 hours', '2 days']
    """
    age = now - since
    if age < timedelta(minutes=1):
        return "just now"
    if age < AN_HOUR:
        return _counted(age // timedelta(minutes=1), "minute")
    if age < A_DAY:
        return _counted(age // AN_HOUR, "hour")
    return _counted(age // A_DAY, "day")


def _counted(number: int, thing: str) -> str:
    return f"1 {thing}" if number == 1 else f"{number} {thing}s"


def whose_phone(owner: str | None, *, is_theirs: bool) -> str:
    """Say whose phone a reply came from, as far as the hospital knows.

    >>> whose_phone("parent", is_theirs=True), whose_phone("self", is_theirs=False)
    ("a parent's or carer's phone", 'not the number we hold for them now')
    """
    return PHONES.get(owner or "unknown", PHONES["unknown"]) if is_theirs else NOT_THEIRS_NOW


def why_in_words(why: Sequence[Why], *, taken_off: bool = False) -> list[str]:
    """Say in whole sentences why a reply needs a person."""
    return [TAKEN_OFF if taken_off and each is Why.NOBODY else IN_WORDS[each][1] for each in why]


def others_in_words(number: int) -> str:
    """Say how many other texts a conversation has.

    >>> others_in_words(0), others_in_words(1), others_in_words(4)
    ('', '1 other text in this conversation', '4 other texts in this conversation')
    """
    return f"{_counted(number, 'other text')} in this conversation" if number else ""


def unread_in_words(number: int) -> str:
    """Say how many replies nobody has read.

    >>> unread_in_words(0), unread_in_words(1), unread_in_words(1200)
    ('Nothing is unread.', '1 reply is unread.', '1,200 replies are unread.')
    """
    if not number:
        return "Nothing is unread."
    return "1 reply is unread." if number == 1 else f"{number:,} replies are unread."


def quicker(name: str, when: str, what: str) -> str:
    """Say who was quicker, and that nothing was changed."""
    who = name or SOMEBODY
    if what == "placed":
        return f"{who} said whose it is {when}: nothing was changed. It is shown as it stands now."
    if what == "unread":
        return "Somebody put it back among the unread just now: nothing was changed."
    done = READ_AS.get(what, "")
    return f"{who} marked it as read {when}{f': {done}' if done else ''}. Nothing was changed."
