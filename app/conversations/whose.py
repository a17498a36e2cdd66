"""Whose reply this is, and who says so (pure): what was sent, or what the sender says of a name.

Where several young people were asked on one phone, a text that names one of them clearly, the
answer to our question, and what follows either within half an hour are placed with that one; the
answer places what we asked about as well. Everything else there waits for a person.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.conversations.blanks import Blank
from app.conversations.matching import Found, Several, match, of_one
from app.conversations.plain import plain_words
from app.conversations.whom import Naming, answered, hints_at, labels_of, mentions, named, of_two
from app.invitations.sent import SentAsk

JOINED_WITHIN = timedelta(minutes=30)


@dataclass(frozen=True)
class Lately:
    """What passed between us and a number within a day: when we last texted it of ourselves.

    `chosen` is the visit that its last text was placed with by choice, and when that came;
    `asked_at` when the text came that we answered with the question whom it is about, if nothing
    was answered since; `asked_today` that this was asked at all.
    """

    texted_at: datetime | None = None
    chosen: tuple[UUID, datetime] | None = None
    asked_at: datetime | None = None
    asked_today: bool = False

    @property
    def question_open(self) -> bool:
        """Whether the last that this number had from us is the question."""
        if self.asked_at is None:
            return False
        return self.texted_at is None or self.texted_at <= self.asked_at

    @property
    def held(self) -> tuple[datetime, datetime] | None:
        """When the texts came that the answer to the open question places: soon after it.

        What came before, or long after, may well be about another.
        """
        if self.asked_at is None or not self.question_open:
            return None
        return self.asked_at, self.asked_at + JOINED_WITHIN


@dataclass(frozen=True)
class Whose:
    """Whose a reply is; `blank` only says so, and `others` are those it is not about.

    `answers` means that it answers our question, so that what waited is placed with it.
    """

    found: Found
    blank: Blank | None = None
    answers: bool = False
    others: tuple[str, ...] = ()


def whose(
    body: str, at: datetime, asks: Sequence[SentAsk], lately: Lately, to: str | None = None
) -> Whose:
    """Find out whose a reply is that came at a time, to a number of ours."""
    found = match(asks, at, to)
    if not isinstance(found, Several) or not can_be_asked(found, asks):
        return Whose(found)
    names = [ask.first_name for ask in found.candidates]
    naming = (answered if lately.question_open else named)(body, names)
    if naming is None:
        return _following(body, at, asks, found, lately)
    answers = lately.question_open and naming.answers
    return _named(naming, at, asks, found, answers=answers)


@dataclass(frozen=True)
class Waiting:
    """A text that came with the question: whether it waits, or was placed by another choice."""

    body: str
    waits: bool
    chosen: bool
    asked_about: bool


def placed_with(texts: Sequence[Waiting], choice: Whose) -> list[int]:
    """Return which of the texts since the question a choice places, by their places in the order.

    Not what names somebody else, and nothing behind a text that went somewhere already.
    """
    found: list[int] = []
    for place, text in enumerate(texts):
        if text.chosen and not text.asked_about:
            break
        elsewhere = any(mentions(text.body, name) for name in choice.others)
        if text.waits and (text.asked_about or not elsewhere):
            found.append(place)
    return found


def can_be_asked(several: Several, asks: Sequence[SentAsk]) -> bool:
    """Return whether those a reply may be about can be told apart by their first names."""
    names = [ask.first_name for ask in several.candidates]
    return labels_of(names) is not None and not any(
        _has_namesake(ask, asks) for ask in several.candidates
    )


def _has_namesake(candidate: SentAsk, asks: Sequence[SentAsk]) -> bool:
    """Whether another was once asked on this number by the same name: they may be meant."""
    name = plain_words(candidate.first_name)
    return any(
        ask.young_person_id != candidate.young_person_id and plain_words(ask.first_name) == name
        for ask in asks
    )


def _named(
    naming: Naming, at: datetime, asks: Sequence[SentAsk], several: Several, *, answers: bool
) -> Whose:
    person = several.candidates[naming.place].young_person_id
    others = tuple(ask.first_name for ask in several.candidates if ask.young_person_id != person)
    blank = Blank(naming.start, naming.end)
    return Whose(of_one(asks, person, at, chosen=True), blank, answers, others)


def _following(
    body: str, at: datetime, asks: Sequence[SentAsk], several: Several, lately: Lately
) -> Whose:
    """Place a text with whom the one just before was placed by choice, if it goes on from that."""
    person = _chosen_before(at, asks, lately)
    if person not in {ask.young_person_id for ask in several.candidates} or person is None:
        return Whose(several)
    names = [ask.first_name for ask in several.candidates]
    others = [ask.first_name for ask in several.candidates if ask.young_person_id != person]
    # Without a question who tells of somebody may be either of the two.
    unsure = not lately.asked_today and of_two(body)
    if unsure or any(mentions(body, name) or hints_at(body, name) for name in others):
        return Whose(several)
    again = answered(body, names)
    if again is None:
        return Whose(of_one(asks, person, at, chosen=True))
    if several.candidates[again.place].young_person_id != person:
        return Whose(several)
    return _named(again, at, asks, several, answers=False)


def _chosen_before(at: datetime, asks: Sequence[SentAsk], lately: Lately) -> UUID | None:
    if lately.chosen is None:
        return None
    visit, chosen_at = lately.chosen
    since = max(at - JOINED_WITHIN, lately.texted_at or chosen_at)
    people = {ask.appointment_id: ask.young_person_id for ask in asks}
    return people.get(visit) if chosen_at >= since else None
