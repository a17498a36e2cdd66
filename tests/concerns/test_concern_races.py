"""Two people at the same moment: one is first, the other changes nothing and is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest
from cast import NOW, SAM
from concerns.opened import actions_of, history, make_visit
from factories import make_reply
from sqlmodel import Session, select

from app.concerns.raising import raise_concern
from app.conversations.models import Reply
from app.db import Database
from app.safeguarding.acts import (
    Act,
    Done,
    Outcome,
    TooLate,
    acknowledge,
    close,
    open_again,
    set_tier,
)
from app.safeguarding.models import Concern

PEOPLE = 6
Doing = Callable[[Session, Concern, Act], Outcome]

ACTS: dict[str, Doing] = {
    "acknowledged": lambda session, concern, act: acknowledge(session, concern.id, act),
    "closed": lambda session, concern, act: close(
        session, concern.id, act, outcome="spoken_to", action="rang", words=act.by
    ),
    "lowered": lambda session, concern, act: set_tier(
        session, concern.id, act, tier=2, reason="past"
    ),
}
AGAIN: dict[str, Doing] = {
    "raised": lambda session, concern, act: set_tier(
        session, concern.id, act, tier=1, reason="not past"
    ),
    "opened_again": lambda session, concern, act: open_again(
        session, concern.id, act, reason="texted again"
    ),
}


@pytest.mark.parametrize("what", ACTS)
def test_of_many_at_once_one_is_first_and_the_others_are_told_who(
    database: Database, concern: Concern, what: str
) -> None:
    def do(person: int) -> Outcome:
        with database.writing() as session:
            return ACTS[what](session, concern, Act(f"staff:{person}", NOW, 0))

    with ThreadPoolExecutor(PEOPLE) as pool:
        outcomes = list(pool.map(do, range(PEOPLE)))
    (first,) = [person for person, each in enumerate(outcomes) if isinstance(each, Done)]
    late = [each for each in outcomes if isinstance(each, TooLate)]
    assert {(each.by, each.what) for each in late} == {(f"staff:{first}", what)}
    assert len(late) == PEOPLE - 1
    assert history(database, concern) == ["opened", what]
    assert actions_of(database, concern) == [f"concern_{what}"]


@pytest.mark.parametrize("again", ["raised", "opened_again"])
def test_who_acknowledges_what_was_raised_or_reopened_since_they_looked_has_not_seen_it(
    database: Database, concern: Concern, again: str
) -> None:
    with database.writing() as session:
        for each in ("lowered", "raised") if again == "raised" else ("closed", "opened_again"):
            assert (ACTS | AGAIN)[each](session, concern, Act("staff:1", NOW)) == Done()
    with database.writing() as session:
        late = acknowledge(session, concern.id, Act("staff:2", NOW, 0))
        assert late == TooLate("staff:1", NOW, again)
    with database.writing() as session:
        assert acknowledge(session, concern.id, Act("staff:2", NOW, 2)) == Done()


def test_raised_by_many_at_once_it_is_one_concern_and_every_reason_is_kept(
    database: Database,
) -> None:
    with database.writing() as session:
        visit = make_visit(session)
        reply_id = make_reply(session, visit, "its fine", number=SAM.mobile or "").id

    def do(person: int) -> None:
        with database.writing() as session:
            reply = session.get_one(Reply, reply_id)
            by = f"staff:{person}"
            raise_concern(session, reply, tier=2, reason=f"why {person}", by=by, now=NOW)

    with ThreadPoolExecutor(PEOPLE) as pool:
        list(pool.map(do, range(PEOPLE)))
    with database.reading() as session:
        (concern,) = session.exec(select(Concern)).all()
    assert (concern.tier, concern.found_by) == (2, "person")
    assert history(database, concern) == ["opened", *["noted"] * (PEOPLE - 1)]
