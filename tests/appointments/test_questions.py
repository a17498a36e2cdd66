"""What a person must decide: one number and two people, one NHS number and two names."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest
from cast import AISHA, ELLA, JACK, SAM, Cast

from app.appointments.change import Change, Changes
from app.appointments.changes import compare
from app.appointments.holding import Held, HeldAppointment, HeldPerson, Holder
from app.appointments.rows import ListRow
from app.appointments.words import Status

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
START = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
CLINIC = UUID(int=7)
VISIT = UUID(int=100)
NUMBER = "+447700900150"


def a_row(who: Cast, number: int, **given: object) -> ListRow:
    row = ListRow(
        number, who.nhs_number, who.first_name, who.last_name, who.date_of_birth, who.mobile,
        "unknown", None, CLINIC, START, None, Status.BOOKED,
    )  # fmt: skip
    return row._replace(**given)  # type: ignore[arg-type]


def held(who: Cast, place: int = 1, **given: object) -> HeldPerson:
    person = HeldPerson(
        UUID(int=place), who.nhs_number, who.first_name, who.last_name, who.date_of_birth,
        who.mobile, "self", "en",
    )  # fmt: skip
    return replace(person, **given)  # type: ignore[arg-type]


def holding(*people: HeldPerson, visits: tuple[HeldAppointment, ...] = ()) -> Held:
    holders: dict[str, list[Holder]] = {}
    for person in people:
        if person.mobile:
            holder = Holder(person.id, person.number_belongs_to)
            holders.setdefault(person.mobile, []).append(holder)
    return Held({person.nhs_number: person for person in people}, visits, holders)


def changes(rows: list[ListRow], known: Held, **decisions: str) -> Changes:
    answers = {key.replace("__", ":").strip("_"): value for key, value in decisions.items()}
    answers = {key.lstrip("r"): value for key, value in answers.items()}
    return compare(rows, known, now=NOW, decisions=answers)


def test_what_only_another_clinic_holds_is_not_told() -> None:
    elsewhere = held(SAM, first_name="Samantha", known_here=False)
    found = changes([a_row(SAM, 2)], holding(elsewhere))
    assert (found.rows, found.questions) == ([], [])
    assert [problem.code for problem in found.problems] == ["known_elsewhere"]
    assert "Samantha" not in found.problems[0].message


def test_two_people_with_one_number_wait_for_a_person() -> None:
    rows = [a_row(SAM, 2, mobile=NUMBER), a_row(AISHA, 3, mobile=NUMBER)]
    found = changes(rows, holding())
    assert found.rows == []
    assert [question.rows for question in found.questions] == [(2, 3)]
    assert found.questions[0].key == "2:one_mobile:0150"
    assert found.held_back == 2


def test_a_shared_phone_is_kept_as_shared() -> None:
    rows = [a_row(SAM, 2, mobile=NUMBER), a_row(AISHA, 3, mobile=NUMBER)]
    found = changes(rows, holding(), r2__one_mobile__0150="shared")
    assert found.questions == []
    assert {each.row.number_belongs_to for each in found.rows} == {"shared"}
    assert {each.row.mobile for each in found.rows} == {NUMBER}


def test_a_number_that_is_left_out_is_nobodys() -> None:
    rows = [a_row(SAM, 2, mobile=NUMBER), a_row(AISHA, 3, mobile=NUMBER)]
    found = changes(rows, holding(), r2__one_mobile__0150="leave")
    assert {each.row.mobile for each in found.rows} == {None}


def test_brother_and_sister_on_a_parents_phone_need_no_question() -> None:
    rows = [
        a_row(ELLA, 2, number_belongs_to="parent"),
        a_row(JACK, 3, number_belongs_to="parent"),
    ]
    found = changes(rows, holding())
    assert found.questions == []
    assert [note.row for note in found.notes] == [2, 3]


def test_a_number_that_is_held_for_somebody_else_waits_for_a_person() -> None:
    found = changes([a_row(SAM, 2, mobile=AISHA.mobile)], holding(held(AISHA)))
    assert [question.key for question in found.questions] == ["2:one_mobile:0102"]
    assert "held for another" in found.questions[0].message


def test_what_was_decided_once_is_not_asked_again() -> None:
    known = holding(held(SAM, 1, mobile=NUMBER), held(AISHA, 2, mobile=NUMBER))
    rows = [a_row(SAM, 2, mobile=NUMBER), a_row(AISHA, 3, mobile=NUMBER)]
    assert changes(rows, known).questions == []


def test_no_question_shows_a_whole_number() -> None:
    rows = [a_row(SAM, 2, mobile=NUMBER), a_row(AISHA, 3, mobile=NUMBER)]
    assert NUMBER[3:] not in changes(rows, holding()).questions[0].message


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"first_name": "Leo"}, "other_name"),
        ({"last_name": "Okafor-Hill"}, "other_name"),
        ({"date_of_birth": date(2009, 1, 1)}, "other_birth"),
    ],
)
def test_a_name_or_birth_that_disagrees_waits_for_a_person(
    changed: dict[str, object], code: str
) -> None:
    found = changes([a_row(SAM, 2, **changed)], holding(held(SAM)))
    assert [question.key for question in found.questions] == [f"2:{code}"]
    assert found.rows == []


@pytest.mark.parametrize("written", ["OKAFOR", "okafor ", "Ókafor", "Oka-for"])
def test_another_way_to_write_a_name_is_no_question(written: str) -> None:
    assert changes([a_row(SAM, 2, last_name=written)], holding(held(SAM))).questions == []


def test_what_the_person_says_of_a_name_is_done() -> None:
    rows = [a_row(SAM, 2, first_name="Samantha")]
    by_list = changes(rows, holding(held(SAM)), r2__other_name="list")
    as_held = changes(rows, holding(held(SAM)), r2__other_name="held")
    assert [each.row.first_name for each in by_list.rows] == ["Samantha"]
    assert [each.row.first_name for each in as_held.rows] == [SAM.first_name]


def test_what_the_person_says_of_a_birth_is_done() -> None:
    rows = [a_row(SAM, 2, date_of_birth=date(2009, 1, 1))]
    by_list = changes(rows, holding(held(SAM)), r2__other_birth="list")
    as_held = changes(rows, holding(held(SAM)), r2__other_birth="held")
    assert [each.row.date_of_birth for each in by_list.rows] == [date(2009, 1, 1)]
    assert [each.row.date_of_birth for each in as_held.rows] == [SAM.date_of_birth]


def test_a_visit_whose_row_waits_is_not_missing() -> None:
    visit = HeldAppointment(VISIT, UUID(int=1), CLINIC, START, "booked", None)
    rows = [
        a_row(SAM, 2, first_name="Leo"),
        a_row(AISHA, 3, starts_at=START + timedelta(hours=1)),
    ]
    assert changes(rows, holding(held(SAM), visits=(visit,))).missing == []


def test_a_missing_visit_is_cancelled_only_if_a_person_says_so() -> None:
    visit = HeldAppointment(VISIT, UUID(int=1), CLINIC, START, "booked", None)
    known = holding(held(SAM), visits=(visit,))
    rows = [a_row(AISHA, 3, starts_at=START + timedelta(hours=1))]
    silent = compare(rows, known, now=NOW)
    said = compare(rows, known, now=NOW, decisions={f"missing:{VISIT}": "cancel"})
    assert (silent.cancelled, silent.counts()["cancelled"]) == ((), 0)
    assert (said.cancelled, said.counts()["cancelled"]) == ((VISIT,), 1)


def test_an_outcome_is_recorded_on_the_visit_it_is_about() -> None:
    was = NOW - timedelta(days=1)
    visit = HeldAppointment(VISIT, UUID(int=1), CLINIC, was, "booked", None)
    known = holding(held(SAM), visits=(visit,))
    for status in (Status.FULFILLED, Status.NOSHOW):
        found = changes([a_row(SAM, 2, starts_at=was, status=status)], known)
        assert [(e.change, e.appointment_id) for e in found.rows] == [(Change.OUTCOME, VISIT)]


def test_an_outcome_of_a_visit_nobody_holds_is_left_alone() -> None:
    past = a_row(SAM, 2, starts_at=NOW - timedelta(days=1), status=Status.FULFILLED)
    assert [each.change for each in changes([past], holding()).rows] == [Change.IGNORED]


def test_a_past_visit_nobody_holds_is_to_be_mended_and_a_held_one_is_left() -> None:
    was = NOW - timedelta(days=1)
    row = a_row(SAM, 2, starts_at=was)
    visit = HeldAppointment(VISIT, UUID(int=1), CLINIC, was, "fulfilled", None)
    assert [each.code for each in changes([row], holding()).problems] == ["past"]
    known = changes([row], holding(held(SAM), visits=(visit,)))
    assert [each.change for each in known.rows] == [Change.UNCHANGED]


def test_a_visit_is_not_moved_onto_another_of_the_same_person() -> None:
    first = HeldAppointment(VISIT, UUID(int=1), CLINIC, START, "booked", "A-1")
    second = HeldAppointment(
        UUID(int=101), UUID(int=1), CLINIC, START + timedelta(days=1), "booked", "A-2"
    )
    row = a_row(SAM, 2, appointment_id="A-1", starts_at=second.starts_at)
    found = changes([row], holding(held(SAM), visits=(first, second)))
    assert [each.code for each in found.problems] == ["time_taken"]


def test_a_row_of_somebody_who_has_died_and_nobody_holds_is_not_kept() -> None:
    found = changes([a_row(SAM, 2, flagged="deceased")], holding())
    assert [each.change for each in found.rows] == [Change.IGNORED]


def test_a_death_is_never_taken_back_by_a_list() -> None:
    known = holding(held(SAM, not_texted="deceased"))
    found = changes([a_row(SAM, 2, flagged="")], known)
    assert [each.details_differ for each in found.rows] == [False]
