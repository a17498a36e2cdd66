"""Every interleaving of workers, reconcilers, receipts, faults and deaths keeps what we promise.

And each rule of the machine is needed: without it the search finds what breaks, and says how.
"""

from datetime import timedelta

import pytest
from invitations.model.explore import UNTOLD, Explored, explore
from invitations.model.machine import Variant

from app.invitations.doubt import GRACE

WHOLE = Variant(alike=True)
DUPLICATE = "duplicate"
SEEN_NOT_TOLD = "a duplicate seen and not told"
FORGOTTEN = "an id known and forgotten"
HASTY = "owed again on looks too early or too close"

EVERY_STEP = {
    "claims",
    "claims and finds it not wanted any more",
    "is killed",
    "marks, and the mark is kept",
    "comes too late to mark",
    "finds its mark too old, or is ending",
    "calls",
    "gets no answer, its request is long lost",
    "is told: too many requests, or never connects",
    "is refused for good",
    "gets a 5xx or a reset, nothing was accepted",
    "times out, its request is still under way",
    "is accepted and told so",
    "is accepted, but the answer is lost or a 5xx",
    "accepts a late request",
    "drops a request",
    "records that it was accepted",
    "records that it was refused",
    "records that nobody knows",
    "puts it back, later",
    "puts it back, uncalled",
    "records too late",
    "reads the row",
    "finds it",
    "reads the whole list and does not find it",
    "cannot read the list",
    "applies: it went",
    "applies: still in doubt",
    "applies: owed again",
    "applies: given up",
    "comes too late to apply",
    "says queued",
    "says delivered",
    "ends",
    "frees the text, nothing was sent",
    "ends what is overdue",
    "passes",
}
# Each rule taken away, the promise that breaks without it, and in how few steps.
WEAKENED = {
    "grace shorter than lateness and lag": (Variant(late=2, visible=4), DUPLICATE, 19),
    "call before the durable mark": (Variant(marks_first=False), DUPLICATE, 8),
    "no freshness check": (Variant(asks_freshness=False), DUPLICATE, 19),
    "failed look read as absence": (Variant(failed_look_says_nothing=False), DUPLICATE, 19),
    "unfresh worker puts back whatever attempt": (
        Variant(puts_back_its_own=False),
        DUPLICATE,
        23,
    ),
    "look applied to a later attempt": (Variant(settles_as_read=False), DUPLICATE, 23),
    "frozen between check and first byte": (Variant(calls_at_once=False), DUPLICATE, 21),
    "late answer thrown away": (Variant(takes_late_news=False), FORGOTTEN, 13),
    "look dated when applied": (Variant(dates_looks_when_made=False), HASTY, 13),
}
TOO_SLOW = Variant(late=2, visible=4, alike=True)
LONG = {
    "three workers": (Variant(workers=3, alike=True), 120_000),
    "two reconcilers": (Variant(lookers=2, alike=True), 450_000),
    "time twice as fine": (
        Variant(unit=timedelta(minutes=5), late=3, visible=3, alike=True),
        80_000,
    ),
    "mostly late": (Variant(late=2, visible=1, alike=True), 45_000),
    "nothing merged": (Variant(merged=False), 300_000),
}


def kept(found: Explored) -> None:
    """Every promise was kept; if not, the shortest way to the breach is shown."""
    assert found.broken == {}


def told(name: str, found: Explored, promise: str) -> list[str]:
    """Print and return the shortest way to what breaks."""
    trace = found.broken[promise]
    print(f"\n{name}: {promise} after {len(trace)} steps, {found.worlds} states")
    print("\n".join(f"  {place + 1:2} {line}" for place, line in enumerate(trace)))
    return trace


def counted(found: Explored) -> None:
    print(f"\n{found.worlds} states, {found.steps} steps")


def test_two_workers_never_text_twice_and_never_get_stuck() -> None:
    found = explore(WHOLE)
    counted(found)
    kept(found)
    assert found.worlds >= 40_000
    assert set(found.taken) == EVERY_STEP


def test_no_receipt_is_needed() -> None:
    found = explore(Variant(alike=True, callbacks=False))
    counted(found)
    kept(found)
    assert found.worlds >= 30_000
    assert set(found.taken) == EVERY_STEP - {"says queued", "says delivered"}


def test_without_receipts_and_lists_it_ends_in_a_persons_hands() -> None:
    found = explore(Variant(alike=True, callbacks=False, lists=False))
    counted(found)
    kept(found)
    assert found.worlds >= 2_000
    assert found.taken["applies: given up"] > 0
    assert found.taken["applies: owed again"] == 0


@pytest.mark.parametrize("name", WEAKENED)
def test_each_rule_is_needed(name: str) -> None:
    variant, promise, fewest = WEAKENED[name]
    trace = told(name, explore(variant, until=promise), promise)
    assert len(trace) == fewest


def test_the_model_runs_on_the_services_own_times() -> None:
    lateness = (WHOLE.late + WHOLE.visible) * WHOLE.unit
    assert lateness == GRACE, "as slow as the grace allows, to the minute"
    assert (WHOLE.old, WHOLE.apart, WHOLE.stale) == (4, 1, 1)


@pytest.mark.proof
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", LONG)
def test_the_long_form_keeps_every_promise(name: str) -> None:
    variant, fewest = LONG[name]
    found = explore(variant)
    counted(found)
    kept(found)
    assert found.worlds >= fewest
    assert set(found.taken) == EVERY_STEP


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_where_the_provider_is_too_slow_a_duplicate_seen_is_told() -> None:
    found = explore(TOO_SLOW)
    counted(found)
    assert DUPLICATE in found.broken
    assert not {SEEN_NOT_TOLD, UNTOLD, FORGOTTEN} & set(found.broken)


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_a_late_answer_thrown_away_would_hide_a_duplicate() -> None:
    variant = Variant(late=2, visible=4, takes_late_news=False)
    told("late answer thrown away", explore(variant, until=SEEN_NOT_TOLD), SEEN_NOT_TOLD)


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_only_without_receipts_can_a_duplicate_stay_unseen() -> None:
    variant = Variant(late=2, visible=4, callbacks=False)
    told("provider too slow, no receipts", explore(variant), UNTOLD)
