"""Whose reply this is: by what was sent, and never by guess."""

from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.conversations.matching import Matched, Nobody, Several, match
from app.invitations.sent import SentAsk

NOW = datetime(2026, 5, 8, 16, 0, tzinfo=UTC)
SAM, AISHA = UUID(int=1), UUID(int=2)


def ask(who: UUID = SAM, visit: int = 1, sent: float = -1, starts: float = 4) -> SentAsk:
    return SentAsk(
        appointment_id=UUID(int=100 + visit),
        young_person_id=who,
        clinic_id=UUID(int=9),
        sent_at=NOW + timedelta(days=sent),
        starts_at=NOW + timedelta(days=starts),
        status="booked",
    )


def test_one_open_ask_is_what_they_answer() -> None:
    assert match([ask()], NOW) == Matched(UUID(int=101))


def test_of_two_visits_of_one_person_the_newest_ask_is_answered() -> None:
    asks = [ask(visit=1, sent=-10, starts=2), ask(visit=2, sent=-1, starts=5)]
    assert match(asks, NOW) == Matched(UUID(int=102))


def test_two_people_on_one_phone_are_never_guessed_between() -> None:
    assert match([ask(SAM, 1), ask(AISHA, 2, sent=-0.1)], NOW) == Several()


def test_a_sister_whose_visit_is_long_past_does_not_confuse() -> None:
    asks = [ask(SAM, 1), ask(AISHA, 2, sent=-60, starts=-50)]
    assert match(asks, NOW) == Matched(UUID(int=101))


@pytest.mark.parametrize(("starts", "found"), [(-13, True), (-15, False)])
def test_a_late_reply_belongs_to_the_visit_for_two_weeks(starts: float, found: bool) -> None:
    assert (match([ask(sent=-20, starts=starts)], NOW) != Nobody()) == found


def test_a_number_nobody_was_asked_on_is_nobodys() -> None:
    assert match([], NOW) == Nobody()
    assert match([ask(sent=1)], NOW) == Nobody()


asks = st.builds(
    ask,
    st.sampled_from([SAM, AISHA, UUID(int=3)]),
    st.integers(1, 5),
    st.floats(-40, 1),
    st.floats(-40, 10),
)


@given(st.lists(asks, max_size=6))
def test_whatever_was_sent_a_reply_is_attached_only_where_one_person_is_open(
    sent: list[SentAsk],
) -> None:
    found = match(sent, NOW)
    open_people = {
        each.young_person_id
        for each in sent
        if each.sent_at <= NOW <= each.starts_at + timedelta(days=14)
    }
    if isinstance(found, Matched):
        assert len(open_people) == 1
        assert found.appointment_id in {each.appointment_id for each in sent}
    else:
        assert isinstance(found, Several) == (len(open_people) > 1)
