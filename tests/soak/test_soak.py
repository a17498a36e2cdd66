"""A short soak on each database; and that a soak would notice what it is there to notice."""

import pytest
from factories import make_appointment, make_ask
from soak.counting import counted
from soak.databases import KINDS
from soak.material import all_differ
from soak.run import Soak, soak
from soak.times import ORDINARY, SHORT, TOO_SHORT_A_GRACE

from app.db import Database
from app.invitations.states import State

TEXTS, KILLS, SEED = 60, 15, 3

# Two soaks at once would want four processors.
pytestmark = [pytest.mark.xdist_group("soak"), pytest.mark.timeout(300)]


@pytest.mark.parametrize("kind", KINDS)
def test_nobody_is_texted_twice_or_forgotten_whoever_is_killed(kind: str) -> None:
    result = soak(Soak(kind, TEXTS, KILLS, SEED, SHORT, patience_seconds=120))
    assert result.clean, result
    assert result.texts == TEXTS
    # It has bitten: schedulers really died, answers were lost, and some texts were sent again.
    assert result.kills == KILLS
    assert result.answers_lost > TEXTS // 5
    assert result.sent_again > 0
    assert result.unresolved_but_sent == result.left_to_a_person == 0


def test_a_soak_notices_a_grace_that_is_too_short() -> None:
    result = soak(Soak("sqlite", 2 * TEXTS, 0, SEED, TOO_SHORT_A_GRACE, patience_seconds=30))
    assert result.duplicates > 0, result
    assert not result.clean


def test_the_quicker_times_keep_what_is_assumed_in_life() -> None:
    assert ORDINARY.keeps_its_promise
    assert SHORT.keeps_its_promise
    assert not TOO_SHORT_A_GRACE.keeps_its_promise


def test_words_to_one_number_always_differ() -> None:
    assert all_differ(range(100))


def test_what_goes_wrong_is_counted(sqlite_database: Database) -> None:
    went = {"well": 1, "twice": 2, "refused but sent": 1, "nobody's": 1, "given up but sent": 1}
    states = {
        "well": State.ACCEPTED,
        "twice": State.DELIVERED,
        "never, said to be": State.ACCEPTED,
        "still owed": State.READY,
        "refused": State.REJECTED,
        "refused but sent": State.REJECTED,
        "given up": State.UNRESOLVED,
        "given up but sent": State.UNRESOLVED,
    }
    with sqlite_database.writing() as session:
        visits = [make_appointment(session) for _ in range(len(states) + 1)]
        for visit, (token, state) in zip(visits, states.items(), strict=False):
            make_ask(session, visit, state=state.value, token=token)
        found = counted(session, [visit.id for visit in visits], went)
    assert (found.duplicates, found.strangers) == (1, 1)
    # Never sent though it says so, still owed, and the visit that no text was ever owed about.
    assert found.losses == 3
    # Never sent though it says so, and sent though it says that it was refused.
    assert found.false_ends == 2
    assert (found.unresolved_but_sent, found.left_to_a_person, found.refused) == (1, 1, 2)
