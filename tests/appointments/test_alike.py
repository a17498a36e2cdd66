"""Rows of one person in one list: what one says counts for all, and what differs is asked."""

from lists import HEADINGS, READ_AT, clinic_list, read_file, row

from app.appointments.change import Changes
from app.appointments.changes import compare
from app.appointments.holding import Held

WIDE = (*HEADINGS, "Do not text", "Deceased")


def rows_of(*rows: dict[str, str]) -> bytes:
    return clinic_list(
        *({"do_not_text": "", "deceased": ""} | each for each in rows), headings=WIDE
    )


def compared(content: bytes, **decisions: str) -> Changes:
    found = read_file(content)
    return compare(found.rows, Held({}, ()), now=READ_AT, decisions=decisions)


def test_a_slot_that_is_cancelled_and_booked_again_is_booked_whatever_the_order() -> None:
    off, on = (
        row(status="Cancelled", appointment_id="A1"),
        row(status="Booked", appointment_id="A2"),
    )
    for order in ((off, on), (on, off)):
        found = read_file(clinic_list(*order))
        assert [(each.status, each.appointment_id) for each in found.rows] == [("booked", "A2")]
        assert found.problems == []
        assert "taken as booked" in found.notes[0].message


def test_a_flag_in_one_row_counts_for_every_row_of_that_person() -> None:
    later = row(appointment_time="11:00")
    for flagged in (row() | {"deceased": "Y"}, row() | {"do_not_text": "Y"}):
        for order in ((flagged, later), (later, flagged)):
            assert all(each.flagged for each in read_file(rows_of(*order)).rows)


def test_the_graver_of_two_flags_counts() -> None:
    one, other = row() | {"deceased": "Y"}, row(appointment_time="11:00") | {"do_not_text": "Y"}
    found = read_file(rows_of(one, other)).rows
    assert {each.flagged for each in found} == {"deceased"}


def test_a_row_without_a_mobile_takes_that_of_another_row() -> None:
    content = clinic_list(row(mobile=""), row(appointment_time="11:00"))
    assert {each.mobile for each in read_file(content).rows} == {"+447700900101"}


def test_two_mobiles_of_one_person_wait_for_a_decision() -> None:
    content = clinic_list(row(), row(appointment_time="11:00", mobile="07700 900150"))
    asked = compared(content)
    (question,) = asked.questions
    assert question.rows == (2, 3)
    assert asked.rows == []
    answered = compared(content, **{question.key: "row3"})
    assert {each.row.mobile for each in answered.rows} == {"+447700900150"}
    assert [each.key for each in answered.answered] == [question.key]


def test_one_mobile_of_a_whole_ward_is_asked_about_in_a_short_sentence() -> None:
    numbers = ("9992129972", "9993021571", "9999458076", "9993681938", "9990364265", "9992200332")
    content = clinic_list(*(row(nhs_number=number, first_name="Sam") for number in numbers))
    (question,) = compared(content).questions
    assert "and 1 more" in question.message
    assert len(question.rows) == 6
