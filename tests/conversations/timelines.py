"""Made-up lives of phones: who holds them, what we sent, what is texted, and about whom it is.

The world keeps its own books. Whether a reply may be attached to somebody is told by `allowed`,
which knows what was sent to that number and what the sender meant, and nothing of how the service
finds it out.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from cast import NOW

OURS = ("+447700900990", "+447700900991", None, "MG" + "0" * 32)
PHONES = ("+447700900101", "+447700900102")
UNKNOWN = "+447700900555"
FIRST_NAMES = (
    *("Sam", "Aisha", "Ella", "Jack", "Eli", "Sara", "Kai", "Zoë", "Jo", "Hope", "Will", "Łukasz"),
    *("May", "Noah", "Mary Jane", "Sam", "Ella"),
)
LONGEST_OPEN = timedelta(days=14)
HALF_AN_HOUR, A_DAY = timedelta(minutes=30), timedelta(days=1)
STEPS = (1, 2, 4, 9, 25, 31, 80, 300, 1_441, 3_000, 6_000, 15_000)

PLAIN = (
    "asthma and school",
    "sleep",
    "my knee hurts",
    "exams, football",
    "can i swim",
    "1. skin 2. pe",
)
SMALL = (
    "thanks",
    "ok",
    "\U0001f44d",
    "?",
    "who is this",
    "",
    "both",
    "the first one",
    "no",
    "x",
    "k",
)
MENTIONS = (
    *("{other} keeps stealing my inhaler", "its {other}, he keeps hitting me", "{other} is sick"),
    *("{other}'s inhaler is better than mine", "can i sit with {other}", "i hate {other}"),
    *("{other}: he keeps hitting me", "{other}, asthma, school", "i hate {other} sometimes"),
)
# While we ask, a bare name is an answer, whoever thinks what by it.
BARE_MENTIONS = ("about {other}", "{other}")
NAMES_ONE = (
    *("for {name}: asthma", "for {name} - school and sleep", "hi its mum, for {name}: his sleep"),
    *("its mum, for {name}: football", "this is {name}. my knee", "asthma (for {name})"),
    *("{name}: hair loss", "It's {name}, can i swim"),
)
ANSWERS = (
    "{name}",
    "{name}. also my knee",
    "{letters}",
    "{letters}.",
    "{name} x",
    "its {name} sorry",
    "for {name} pls",
)
# These say whom a text is about also where nobody asked.
SAYS_SO = ("its {name} sorry", "for {name} pls")


@dataclass
class Visit:
    """One visit of one person, as the hospital's list stands."""

    id: UUID
    person: int
    starts_at: datetime
    status: str = "booked"


@dataclass(frozen=True)
class Sent:
    """One text of ours of its own accord: an ask if `visit` was asked about by it."""

    visit: Visit
    number: str
    at: datetime
    sender: str | None
    is_ask: bool


@dataclass
class TextIn:
    """One text as it came, and what the sender meant: `about` a person, said plainly or not."""

    number: str
    at: datetime
    body: str
    to: str | None
    about: int
    names_one: bool = False
    answers: bool = False
    says_something: bool = True
    attached: UUID | None = None
    how: str = "several"
    answer_kind: str | None = None


@dataclass
class World:
    """Phones, people, visits and texts of one timeline."""

    chance: random.Random
    now: datetime = NOW
    names: list[str] = field(default_factory=list)
    phone_of: list[str] = field(default_factory=list)
    visits: list[Visit] = field(default_factory=list)
    sent: list[Sent] = field(default_factory=list)
    came: list[TextIn] = field(default_factory=list)

    def person_of(self, visit_id: UUID) -> int:
        """Whose visit it is."""
        return next(visit.person for visit in self.visits if visit.id == visit_id)

    def open_people(self, number: str, at: datetime) -> set[int]:
        """Who was asked on a number, and may still answer at a time, as the books say."""
        return {
            sent.visit.person
            for sent in self.sent
            if sent.is_ask and sent.number == number and sent.at <= at
            and at - sent.visit.starts_at <= LONGEST_OPEN
        }  # fmt: skip

    def asked_elsewhere(self, number: str, person: int, to: str | None) -> bool:
        """Whether all that was asked of somebody there left from another number than `to`."""
        theirs = [
            s for s in self.sent if s.is_ask and s.number == number and s.visit.person == person
        ]
        still = [s for s in theirs if self.now - s.visit.starts_at <= LONGEST_OPEN]
        return bool(to) and all(s.sender in OURS[:2] and s.sender != to for s in still)


def allowed(world: World, text: TextIn, question: TextIn | None) -> set[int]:
    """Return to whom a text may be attached, by what was sent and what its sender meant.

    `question` is the text that we answered last with whom it is about, if that stands open.
    """
    people = world.open_people(text.number, text.at)
    if len(people) <= 1:
        return people
    possible = {one for one in people if not world.asked_elsewhere(text.number, one, text.to)}
    if len(possible) == 1:
        return possible
    says_so = text.names_one or (text.answers and question is not None)
    goes_on = any(
        earlier.how == "chosen" and earlier.about == text.about
        for earlier in world.came
        if earlier.number == text.number and text.at - earlier.at <= HALF_AN_HOUR
    )
    return {text.about} & people if says_so or goes_on else set()


def timeline(seed: int) -> Iterator[tuple[World, TextIn | None]]:
    """Live one timeline: yield after each step the world, and the text that has just come."""
    world = World(random.Random(seed))
    for _ in range(world.chance.randint(1, 4)):
        world.names.append(world.chance.choice(FIRST_NAMES))
        world.phone_of.append(world.chance.choice(PHONES))
    for person in range(len(world.names)):
        _book(world, person)
        world.now += timedelta(minutes=world.chance.choice(STEPS[:6]))
        if world.chance.random() < 0.7:
            _ask(world, world.visits[-1])
    for _ in range(world.chance.randint(4, 16)):
        world.now += timedelta(minutes=world.chance.choice(STEPS))
        yield world, _step(world)


def _step(world: World) -> TextIn | None:
    kind = world.chance.random()
    if kind < 0.25:
        _send(world)
    elif kind < 0.33:
        _change(world)
    else:
        return _text(world)
    return None


def _book(world: World, person: int) -> None:
    starts_at = world.now + timedelta(days=world.chance.randint(1, 12))
    world.visits.append(Visit(UUID(int=1000 + len(world.visits)), person, starts_at))


def _send(world: World) -> None:
    _ask(world, world.chance.choice(world.visits))


def _ask(world: World, visit: Visit) -> None:
    number, sender = world.phone_of[visit.person], world.chance.choice(OURS)
    asked = any(each.is_ask and each.visit is visit for each in world.sent)
    if not asked and visit.status == "booked" and world.now < visit.starts_at:
        world.sent.append(Sent(visit, number, world.now, sender, is_ask=True))
    elif asked:
        world.sent.append(Sent(visit, number, world.now, sender, is_ask=False))


def _change(world: World) -> None:
    """A phone changes hands, a visit is cancelled, moved or added."""
    person, visit = world.chance.randrange(len(world.names)), world.chance.choice(world.visits)
    what = world.chance.randrange(4)
    if what == 0:
        world.phone_of[person] = world.chance.choice(PHONES)
    elif what == 1:
        visit.status = "cancelled"
    elif what == 2:
        visit.starts_at += timedelta(days=world.chance.randint(-3, 9))
    else:
        _book(world, person)


def _text(world: World) -> TextIn:
    number = world.chance.choice((*world.phone_of * 4, *PHONES, UNKNOWN))
    there = sorted(world.open_people(number, world.now)) or list(range(len(world.names)))
    last = next((each for each in reversed(world.came) if each.number == number), None)
    # Who was never asked on this number writes about nothing of ours.
    goes_on = last is not None and world.now - last.at <= HALF_AN_HOUR and last.about in there
    about = last.about if last is not None and goes_on else world.chance.choice(there)
    text = TextIn(number, world.now, "", world.chance.choice(OURS[:2]), about)
    if _answers(world, text):
        world.came.append(text)
        return text
    _word(world, text, [each for each in there if each != about], goes_on=goes_on)
    world.came.append(text)
    return text


def _answers(world: World, text: TextIn) -> bool:
    """Answer the last question truly, now and then: of whom it asked, however long ago it did."""
    question = _question(world, text.number)
    if question is None or world.chance.random() < 0.4:
        return False
    text.about, answer = question.about, world.chance.choice(ANSWERS)
    name = world.names[text.about]
    text.body = answer.format(name=name, letters=name[: world.chance.randint(1, 3)])
    text.answers, text.names_one, text.says_something = True, answer in SAYS_SO, False
    return True


def _question(world: World, number: str) -> TextIn | None:
    told = [each for each in world.came if each.number == number and each.answer_kind]
    return told[-1] if told and told[-1].answer_kind == "which_of_you" else None


def _word(world: World, text: TextIn, others: list[int], *, goes_on: bool) -> None:
    """Choose words for a text: a name clearly said, a mention, or neither."""
    kind = world.chance.random()
    if kind < 0.25:
        if goes_on and others and world.chance.random() < 0.5:
            text.about = world.chance.choice(others)
        name = world.names[text.about]
        text.body, text.names_one = world.chance.choice(NAMES_ONE).format(name=name), True
    elif kind < 0.45 and others:
        other = world.names[world.chance.choice(others)]
        bare = () if _question(world, text.number) else BARE_MENTIONS
        text.body = world.chance.choice((*MENTIONS, *bare)).format(other=other)
    elif kind < 0.6:
        text.body, text.says_something = world.chance.choice(SMALL), False
    else:
        text.body = world.chance.choice(PLAIN)
