"""Nothing is ever attached to somebody it is not about: made-up lives of phones, by the million."""

import os
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import datetime
from uuid import UUID

import pytest
from conversations.timelines import A_DAY, TextIn, World, allowed, timeline

from app.conversations.answer import Said, choose
from app.conversations.matching import Matched, Several
from app.conversations.whose import Lately, Waiting, Whose, can_be_asked, placed_with, whose
from app.invitations.sent import SentAsk

SHORT, LONG, AT_A_TIME = 30_000, 1_000_000, 5_000


def asks_to(world: World, number: str) -> list[SentAsk]:
    """Return what was sent to a number as the database would tell it now."""
    return [
        SentAsk(
            appointment_id=sent.visit.id,
            young_person_id=UUID(int=1 + sent.visit.person),
            clinic_id=UUID(int=9),
            sent_at=sent.at,
            starts_at=sent.visit.starts_at,
            status=sent.visit.status,
            sender=sent.sender,
            first_name=world.names[sent.visit.person],
        )
        for sent in world.sent
        if sent.number == number and sent.is_ask
    ]


def lately(world: World, text: TextIn) -> tuple[Lately, list[TextIn], TextIn | None]:
    """Return what the service looks up of a number, its texts of a day, and the open question."""
    before = [
        each
        for each in world.came
        if each.number == text.number and each is not text and text.at - each.at < A_DAY
    ]
    answered = [each for each in before if each.answer_kind]
    last = answered[-1] if answered and answered[-1].answer_kind == "which_of_you" else None
    texted = max((sent.at for sent in world.sent if sent.number == text.number), default=None)
    chosen = before[-1] if before and before[-1].how == "chosen" else None
    found = Lately(
        texted_at=texted,
        chosen=(chosen.attached, chosen.at) if chosen and chosen.attached else None,
        asked_at=last.at if last else None,
        asked_today=any(each.answer_kind == "which_of_you" for each in before),
    )
    return found, before, last if found.question_open else None


def take(world: World, text: TextIn) -> list[TextIn]:
    """Do with one text what the service does; return the texts that are attached by it."""
    known, before, question = lately(world, text)
    found = whose(text.body, text.at, asks_to(world, text.number), known, text.to)
    attached = []
    if isinstance(found.found, Matched):
        text.attached = found.found.appointment_id
        text.how = "chosen" if found.found.chosen else "matched"
        attached.append(text)
        if found.answers and known.held is not None:
            attached += hold_on(before, found, known.held, question)
    else:
        text.how = "several" if isinstance(found.found, Several) else "nobody"
    said = Said(
        intents=(),
        has_priorities=text.says_something,
        is_matched=text.attached is not None,
        given_today=[each.answer_kind for each in before if each.answer_kind],
        can_ask_whom=isinstance(found.found, Several)
        and can_be_asked(found.found, asks_to(world, text.number)),
    )
    text.answer_kind = choose(said)
    return attached


def hold_on(
    before: list[TextIn],
    choice: Whose,
    came: tuple[datetime, datetime],
    question: TextIn | None,
) -> list[TextIn]:
    """Place what waited for an answer."""
    since = [each for each in before if came[0] <= each.at <= came[1] and each.how != "nobody"]
    texts = [
        Waiting(each.body, each.how == "several", each.how == "chosen", each is question)
        for each in since
    ]
    placed = [since[place] for place in placed_with(texts, choice)]
    for each in placed:
        assert isinstance(choice.found, Matched)
        each.attached, each.how = choice.found.appointment_id, "chosen"
    return placed


def live(seed: int) -> Counter[str]:
    """Live one timeline; count how its texts ended, and what was attached wrongly."""
    count: Counter[str] = Counter()
    world = None
    for world, text in timeline(seed):
        if text is None:
            continue
        question = lately(world, text)[2]
        may = allowed(world, text, question)
        for each in take(world, text):
            assert each.attached is not None
            person = world.person_of(each.attached)
            several = len(world.open_people(each.number, each.at)) > 1
            right = person in may if each is text else person == each.about == text.about
            if not right:
                count["wrong"] += 1
                count[f"seed {seed}: {each.body!r}"] += 1
            count["chosen" if several and each.how == "chosen" else "by what was sent"] += 1
    if world is not None:
        count.update(each.how for each in world.came)
    return count


def lived(first: int) -> Counter[str]:
    """Live some timelines, one after the other."""
    whole: Counter[str] = Counter()
    for seed in range(first, first + AT_A_TIME):
        whole.update(live(seed))
    return whole


def test_no_reply_of_made_up_lives_is_attached_wrongly() -> None:
    whole: Counter[str] = Counter()
    for first in range(0, SHORT, AT_A_TIME):
        whole.update(lived(first))
    assert whole["wrong"] == 0, [key for key in whole if key.startswith("seed")][:10]
    # All of it happens: placed by what was sent, by choice, and left to a person.
    for how in ("matched", "chosen", "several", "nobody"):
        assert whole[how] > SHORT / 20, whole


@pytest.mark.proof
@pytest.mark.timeout(7200)
def test_no_reply_of_a_million_made_up_lives_is_attached_wrongly() -> None:
    whole: Counter[str] = Counter()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for each in pool.map(lived, range(SHORT, SHORT + LONG, AT_A_TIME)):
            whole.update(each)
    print(dict(whole.most_common(8)))
    assert whole["wrong"] == 0, [key for key in whole if key.startswith("seed")][:10]
