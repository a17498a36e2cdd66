"""What a list changes beside what is held: new, moved, cancelled, same, and never by silence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cast import AISHA, SAM, Cast

from app.appointments.change import Change, Changes
from app.appointments.changes import compare
from app.appointments.holding import Held, HeldAppointment, HeldPerson
from app.appointments.rows import ListRow
from app.appointments.words import Status

NOW = datetime(2026, 5, 6, 12, 0, tzinfo=UTC)
START = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
CLINIC, OTHER = UUID(int=7), UUID(int=8)
SAM_ID, AISHA_ID = UUID(int=1), UUID(int=2)
VISIT = UUID(int=100)


def a_row(who: Cast = SAM, number: int = 2, **given: object) -> ListRow:
    ordinary = ListRow(
        number=number,
        nhs_number=who.nhs_number,
        first_name=who.first_name,
        last_name=who.last_name,
        date_of_birth=who.date_of_birth,
        mobile=who.mobile,
        number_belongs_to="unknown",
        language="en",
        clinic_id=CLINIC,
        starts_at=START,
        appointment_id=None,
        status=Status.BOOKED,
    )
    return ordinary._replace(**given)  # type: ignore[arg-type]


def person(who: Cast = SAM, row_id: UUID = SAM_ID) -> HeldPerson:
    return HeldPerson(
        row_id,
        who.nhs_number,
        who.first_name,
        who.last_name,
        who.date_of_birth,
        who.mobile,
        "self",
        "en",
    )


def visit(**given: object) -> HeldAppointment:
    ordinary = HeldAppointment(VISIT, SAM_ID, CLINIC, START, "booked", None)
    return replace(ordinary, **given)  # type: ignore[arg-type]


def holding(*visits: HeldAppointment) -> Held:
    """What is held of Sam, and of Aisha, who has no visit."""
    people = {SAM.nhs_number: person(), AISHA.nhs_number: person(AISHA, AISHA_ID)}
    return Held(people, visits)


def changes(*rows: ListRow, held: tuple[HeldAppointment, ...] = ()) -> Changes:
    return compare(rows, holding(*held), now=NOW)


def kinds(*rows: ListRow, held: tuple[HeldAppointment, ...] = ()) -> list[Change]:
    return [change.change for change in changes(*rows, held=held).rows]


def test_somebody_nobody_knows_is_new() -> None:
    found = compare([a_row()], Held({}, ()), now=NOW)
    assert [(row.change, row.person_id) for row in found.rows] == [(Change.NEW, None)]


def test_the_same_row_again_changes_nothing() -> None:
    assert kinds(a_row(), held=(visit(),)) == [Change.UNCHANGED]
    with_id = a_row(appointment_id="A-1")
    assert kinds(with_id, held=(visit(external_id="A-1"),)) == [Change.UNCHANGED]


def test_an_appointment_id_says_which_one_was_moved() -> None:
    later = a_row(appointment_id="A-1", starts_at=START + timedelta(days=60))
    found = changes(later, held=(visit(external_id="A-1"),))
    assert [(row.change, row.appointment_id, row.was_at) for row in found.rows] == [
        (Change.MOVED, VISIT, START)
    ]


def other(**given: object) -> ListRow:
    """A row of somebody else, on the day of the visit that is held."""
    return a_row(AISHA, number=9, **given)


def test_without_an_id_one_visit_that_left_the_list_is_a_move() -> None:
    moved = a_row(starts_at=START + timedelta(days=2))
    assert kinds(moved, other(), held=(visit(),)) == [Change.MOVED, Change.NEW]


def test_a_list_of_other_days_moves_nothing_and_says_what_is_near() -> None:
    later = a_row(starts_at=START + timedelta(days=7))
    found = compare([later], holding(visit()), now=NOW)
    assert [each.change for each in found.rows] == [Change.NEW]
    assert "If that one has moved, cancel it" in found.notes[0].message


def test_a_cancelled_slot_that_nobody_holds_cancels_no_other_visit() -> None:
    off = a_row(starts_at=START + timedelta(hours=2), status=Status.CANCELLED)
    assert kinds(off, other(), held=(visit(),)) == [Change.IGNORED, Change.NEW]


def test_rows_to_mend_move_nothing() -> None:
    later = a_row(starts_at=START + timedelta(hours=2))
    found = compare([later, other()], holding(visit()), now=NOW, is_part=True)
    assert [each.change for each in found.rows] == [Change.NEW, Change.NEW]


def test_a_visit_is_not_moved_while_another_row_of_that_person_is_not_good() -> None:
    later = a_row(starts_at=START + timedelta(hours=2))
    found = compare([later, other()], holding(visit()), now=NOW, rejected={later.nhs_number})
    assert [each.change for each in found.rows] == [Change.NEW, Change.NEW]


def test_what_is_past_never_changes_a_visit_ahead_of_the_same_id() -> None:
    before = NOW - timedelta(days=5)
    for status in (Status.FULFILLED, Status.CANCELLED):
        row = a_row(starts_at=before, appointment_id="X1", status=status)
        assert kinds(row, held=(visit(external_id="X1"),)) == [Change.IGNORED]


def test_a_visit_ahead_never_moves_a_past_one_of_the_same_id() -> None:
    past = visit(external_id="X1", starts_at=NOW - timedelta(days=5))
    found = compare([a_row(appointment_id="X1")], holding(past), now=NOW)
    assert [(each.change, each.row.appointment_id) for each in found.rows] == [(Change.NEW, None)]


def test_who_is_flagged_in_any_row_is_not_texted_any_more() -> None:
    known = holding(visit())
    found = compare([], known, now=NOW, flags={SAM.nhs_number: "deceased"})
    assert found.flagged == {SAM_ID: "deceased"}
    assert found.counts()["changed"] == 1


def test_moves_in_a_chain_whose_last_cannot_be_are_all_left_out() -> None:
    first = visit(external_id="A")
    second = visit(external_id="B", starts_at=START + timedelta(hours=1), id=UUID(int=101))
    third = visit(external_id="C", starts_at=START + timedelta(hours=2), id=UUID(int=102))
    rows = (
        a_row(appointment_id="A", starts_at=START + timedelta(hours=1)),
        a_row(number=3, appointment_id="B", starts_at=START + timedelta(hours=2)),
    )
    found = compare(rows, holding(first, second, third), now=NOW)
    assert found.rows == []
    assert {problem.code for problem in found.problems} == {"time_taken"}


def test_without_an_id_a_visit_far_away_is_a_second_one() -> None:
    assert kinds(a_row(starts_at=START + timedelta(days=40)), held=(visit(),)) == [Change.NEW]


def test_a_visit_that_stays_on_the_list_was_not_moved() -> None:
    rows = (a_row(), a_row(number=3, starts_at=START + timedelta(days=2)))
    assert kinds(*rows, held=(visit(),)) == [Change.UNCHANGED, Change.NEW]


def test_two_new_times_for_one_visit_are_not_guessed_at() -> None:
    rows = (
        a_row(starts_at=START + timedelta(days=1)),
        a_row(number=3, starts_at=START + timedelta(days=2)),
    )
    assert kinds(*rows, held=(visit(),)) == [Change.NEW, Change.NEW]


def test_a_visit_at_another_clinic_is_not_moved() -> None:
    held = (visit(clinic_id=OTHER),)
    assert kinds(a_row(starts_at=START + timedelta(days=1)), held=held) == [Change.NEW]


def test_a_cancelled_row_cancels_and_a_second_one_changes_nothing() -> None:
    row = a_row(status=Status.CANCELLED)
    assert kinds(row, held=(visit(),)) == [Change.CANCELLED]
    assert kinds(row, held=(visit(status="cancelled"),)) == [Change.UNCHANGED]


def test_a_cancelled_row_that_nobody_holds_does_nothing() -> None:
    assert kinds(a_row(status=Status.CANCELLED)) == [Change.IGNORED]


def test_a_cancelled_visit_that_comes_again_is_booked_again() -> None:
    assert kinds(a_row(), held=(visit(status="cancelled"),)) == [Change.REBOOKED]


def test_a_new_mobile_is_a_change_of_details() -> None:
    found = changes(a_row(mobile="+447700900199"), held=(visit(),))
    assert [(row.change, row.details_differ) for row in found.rows] == [(Change.CHANGED, True)]


def test_another_name_and_date_of_birth_is_somebody_else() -> None:
    other = a_row(first_name="Leo", last_name="Abbott", date_of_birth=AISHA.date_of_birth)
    found = changes(other)
    assert [problem.code for problem in found.problems] == ["somebody_else"]
    assert found.rows == []


def test_an_appointment_id_of_somebody_else_is_a_problem() -> None:
    held = (visit(external_id="A-1"),)
    found = changes(a_row(AISHA, appointment_id="A-1"), held=held)
    assert [(problem.heading, problem.value) for problem in found.problems] == [
        ("Appointment ID", "A-1")
    ]


def test_a_visit_missing_from_the_list_is_counted_and_never_cancelled() -> None:
    found = changes(a_row(AISHA), held=(visit(),))
    assert [missing.id for missing in found.missing] == [VISIT]
    assert [row.change for row in found.rows] == [Change.NEW]


def test_two_rows_never_change_one_visit() -> None:
    held = (visit(external_id="A-1"),)
    moved = a_row(appointment_id="A-1", starts_at=START + timedelta(hours=1))
    fresh = a_row(number=3, appointment_id="A-2")
    found = changes(moved, fresh, held=held)
    assert [(row.change, row.appointment_id) for row in found.rows] == [
        (Change.MOVED, VISIT),
        (Change.NEW, None),
    ]
