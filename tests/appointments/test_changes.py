"""What a list changes beside what is held: new, moved, cancelled, same, and never by silence."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from cast import AISHA, SAM, Cast

from app.appointments.changes import Change, Changes, compare
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


def changes(*rows: ListRow, held: tuple[HeldAppointment, ...] = ()) -> Changes:
    people = {SAM.nhs_number: person(), AISHA.nhs_number: person(AISHA, AISHA_ID)}
    return compare(rows, Held(people, held), now=NOW)


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


def test_without_an_id_one_visit_that_left_the_list_is_a_move() -> None:
    assert kinds(a_row(starts_at=START + timedelta(days=2)), held=(visit(),)) == [Change.MOVED]


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
