"""Whose reply this is: by what was sent, and never by guess."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.matching import Matched, Nobody, Several, is_over, match, of_one
from app.invitations.sent import SentAsk

NOW = datetime(2026, 5, 8, 16, 0, tzinfo=UTC)
SAM, AISHA, JO = UUID(int=1), UUID(int=2), UUID(int=3)
OURS, OTHER = "+447700900999", "+447700900998"


def ask(
    who: UUID = SAM,
    visit: int = 1,
    sent: float = -1,
    starts: float = 4,
    status: str = "booked",
    sender: str | None = None,
) -> SentAsk:
    return SentAsk(
        appointment_id=UUID(int=100 + visit),
        young_person_id=who,
        clinic_id=UUID(int=9),
        sent_at=NOW + timedelta(days=sent),
        starts_at=NOW + timedelta(days=starts),
        status=status,
        sender=sender,
    )


def visit(number: int, *either: int, chosen: bool = False) -> Matched:
    return Matched(UUID(int=100 + number), tuple(UUID(int=100 + each) for each in either), chosen)


@pytest.mark.parametrize(
    ("asks", "found"),
    [
        ([ask()], visit(1)),
        # Two visits to come: the newest ask, and it may be about the other.
        ([ask(visit=1, sent=-10, starts=2), ask(visit=2, sent=-1, starts=5)], visit(2, 1)),
        ([ask(visit=2, sent=-1, starts=5), ask(visit=1, sent=-10, starts=2)], visit(2, 1)),
        # What is over or cancelled is not meant while another visit of theirs is to come.
        ([ask(visit=1, sent=-1, starts=-0.5), ask(visit=2, sent=-9, starts=5)], visit(2)),
        ([ask(visit=1, status="cancelled"), ask(visit=2, sent=-9)], visit(2)),
        # And if there is none: the newest of what there was.
        ([ask(status="cancelled")], visit(1)),
        ([ask(visit=1, sent=-9, starts=-3), ask(visit=2, sent=-8, starts=-2)], visit(2)),
        # A visit that began an hour ago may be late itself.
        ([ask(starts=-1 / 24)], visit(1)),
        # A sister whose visit is long past does not confuse.
        ([ask(SAM, 1), ask(AISHA, 2, sent=-60, starts=-50)], visit(1)),
        # Whoever was asked from the number that was answered, if nobody else can have been.
        ([ask(SAM, 1, sender=OURS), ask(AISHA, 2, sender=OTHER)], visit(1)),
        ([], Nobody()),
        ([ask(sent=1)], Nobody()),
        ([ask(sent=-20, starts=-15)], Nobody()),
        ([ask(sent=-20, starts=-13)], visit(1)),
    ],
)
def test_a_reply_is_matched_by_what_was_sent(asks: list[SentAsk], found: object) -> None:
    assert match(asks, NOW, OURS) == found


@pytest.mark.parametrize(
    "asks",
    [
        [ask(SAM, 1), ask(AISHA, 2, sent=-0.1)],
        # One of them cancelled, or over: they may still answer.
        [ask(SAM, 1), ask(AISHA, 2, status="cancelled")],
        [ask(SAM, 1), ask(AISHA, 2, sent=-9, starts=-3)],
        # A number of a pool may be any of ours, and so may one that nobody wrote down.
        [ask(SAM, 1, sender=OURS), ask(AISHA, 2, sender="MG" + "0" * 32)],
        [ask(SAM, 1, sender=OURS), ask(AISHA, 2)],
        [ask(SAM, 1, sender=OTHER), ask(AISHA, 2, sender=OTHER)],
        # The number changed hands between two asks, or was given for both: nobody can tell.
        [ask(SAM, 1, sent=-4), ask(AISHA, 2, sent=-1), ask(JO, 3, sent=-2)],
    ],
)
def test_two_people_on_one_phone_are_never_guessed_between(asks: list[SentAsk]) -> None:
    found = match(asks, NOW, OURS)
    assert isinstance(found, Several)
    assert {each.young_person_id for each in found.candidates} == {
        each.young_person_id for each in asks
    }


def test_who_was_asked_first_is_named_first() -> None:
    found = match([ask(AISHA, 2, sent=-1), ask(SAM, 1, sent=-2)], NOW)
    assert isinstance(found, Several)
    assert [each.young_person_id for each in found.candidates] == [SAM, AISHA]


def test_whom_somebody_chose_is_matched_among_their_own_visits() -> None:
    asks = [ask(SAM, 1, sent=-3), ask(AISHA, 2), ask(SAM, 3, sent=-2, starts=6)]
    assert of_one(asks, SAM, NOW, chosen=True) == visit(3, 1, chosen=True)
    assert of_one(asks, AISHA, NOW, chosen=True) == visit(2, chosen=True)


def test_a_visit_is_over_two_hours_after_it_began() -> None:
    assert not is_over(ask(starts=-2 / 24), NOW)
    assert is_over(ask(starts=-2.1 / 24), NOW)


asks = st.builds(
    ask,
    st.sampled_from([SAM, AISHA, JO]),
    st.integers(1, 5),
    st.floats(-40, 1),
    st.floats(-40, 10),
    st.sampled_from(["booked", "cancelled", "fulfilled"]),
    st.sampled_from([None, OURS, OTHER]),
)


@given(st.lists(asks, max_size=6), st.sampled_from([None, OURS]))
def test_whatever_was_sent_a_reply_is_attached_only_where_one_person_is_open(
    sent: list[SentAsk], to: str | None
) -> None:
    found = match(sent, NOW, to)
    open_asks = [
        each for each in sent if each.sent_at <= NOW <= each.starts_at + timedelta(days=14)
    ]
    people = {each.young_person_id for each in open_asks}
    if isinstance(found, Matched):
        theirs = {found.appointment_id, *found.either}
        whose = {each.young_person_id for each in open_asks if each.appointment_id in theirs}
        possible = {each.young_person_id for each in open_asks if each.sender != OTHER}
        assert len(people) == 1 or (to == OURS and len(possible) == 1)
        assert whose
        assert theirs <= {each.appointment_id for each in open_asks}
        assert found.appointment_id not in found.either
    else:
        assert isinstance(found, Several) == (len(people) > 1)
