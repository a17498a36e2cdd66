"""Rows of replies about whose they are and what is answered, by number, through the webhook."""

from datetime import timedelta
from uuid import UUID

import pytest
from cast import CLINIC_TIME, ELLA, JACK, NOW, SAM
from conversations.conftest import Asked, TextIn
from conversations.opted import kinds, reasons, stopped
from conversations.posting import SID
from factories import make_appointment, make_ask, make_clinic
from sqlmodel import Session, select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations.intake import Inbound, take_in
from app.conversations.models import Reply
from app.conversations.queries import readings_of, replies_of
from app.db import Database
from app.invitations.models import Invitation
from app.invitations.planning import plan_texts
from app.invitations.states import Kind, State
from app.people.models import YoungPerson
from app.summaries.presenter import as_text, present
from app.summaries.queries import clinic_sheet

MUM = ELLA.mobile or ""
DESK = "020 7946 0011"


def read_of(database: Database, visit: UUID) -> list[str]:
    with database.reading() as session:
        found = readings_of(session, [visit])
    return found[visit].priorities if visit in found else []


def sheet_of(database: Database, visit: UUID) -> dict[str, object]:
    """Return the line of a visit on the sheet of its day, as it is printed on that day."""
    with database.reading() as session:
        starts_at = session.get_one(Appointment, visit).starts_at
        clinic = session.get_one(Clinic, session.get_one(Appointment, visit).clinic_id)
        sheet = clinic_sheet(session, clinic, starts_at.date(), now=starts_at)
        assert as_text(sheet)
        names = [line.appointment_id for line in sheet.lines]
        line: dict[str, object] = present(sheet)["lines"][names.index(visit)]
        return line


def again(session: Session, visit: UUID, days: int, *, clinic: Clinic | None = None) -> UUID:
    """Book another visit of the same young person, so many days after."""
    first = session.get_one(Appointment, visit)
    person = session.get_one(YoungPerson, first.young_person_id)
    there = clinic or session.get_one(Clinic, first.clinic_id)
    starts_at = first.starts_at + timedelta(days=days)
    return make_appointment(session, there, person, starts_at=starts_at).id


def texts_at(database: Database, body: str, hours: float, number: str = SAM.mobile or "") -> str:
    """Text so many hours after Sam's visit began; returns the answer or ''."""
    moment = CLINIC_TIME + timedelta(hours=hours)
    sid = f"SM{abs(hash((body, hours))):032x}"[:34]
    return take_in(database, Inbound(sid, number, body, 0, []), now=moment) or ""


def test_row_47_cancel_is_asked_back_and_stops_nothing(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "Do you mean your visit, or these texts?" in text_in("cancel").text
    assert stopped(database) == (False, 0)


def test_row_47_after_a_clarifying_text_cancel_is_answered_with_the_desk(
    asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "Is there anything" in text_in("idk").text
    answer = text_in("cancel").text
    assert DESK in answer
    assert "Do you mean" not in answer


def test_row_52_a_wrong_number_is_stopped_told_and_apologised_for_once(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "Sorry about that" in text_in("wrong number mate").text
    assert "<Message>" not in text_in("i said wrong number").text
    assert reasons(database) == {"wrong_number"}
    assert "wrong_number" in kinds(database)


def test_row_53_a_carer_who_writes_for_both_gets_nothing_back_of_it(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    answer = text_in(
        "This is Sam's mum, he's on a school trip. He'd like to talk about his inhaler and I want"
        " to ask about holidays"
    ).text
    assert "Thanks, got it." in answer
    assert "inhaler" not in answer
    assert len(read_of(database, visit)) == 2
    assert "A parent or carer wrote some of this." in str(sheet_of(database, visit)["says"])


def test_row_54_a_carer_who_asks_is_told_what_we_need(asked: Asked, text_in: TextIn) -> None:
    asked()
    answer = text_in("hi its mum she doesnt have a phone what do u need").text
    assert "say whose is whose" in answer


def test_row_79_who_says_that_the_phone_is_read_gets_only_neutral_texts(
    asked: Asked, text_in: TextIn
) -> None:
    asked()
    assert "Thanks, got it." in text_in("he reads my phone").text
    assert "football" not in text_in("football").text
    assert "swimming" not in text_in("can i go swimming").text


@pytest.mark.parametrize("body", ["f off", "dickhead"])
def test_row_84_who_swears_is_left_alone_about_this_visit_and_nobody_answers(
    database: Database, asked: Asked, text_in: TextIn, body: str
) -> None:
    visit = asked()
    with database.writing() as session:
        clinic = session.exec(select(Clinic)).one()
        clinic.asks_feedback = True
        session.add(clinic)
        plan_texts(session, now=NOW)
    assert "<Message>" not in text_in(body).text
    assert stopped(database) == (False, 0)
    with database.writing() as session:
        plan_texts(session, now=NOW + timedelta(hours=1))
        plan_texts(session, now=CLINIC_TIME + timedelta(hours=5))
        owed = session.exec(select(Invitation).where(Invitation.kind != Kind.ASK.value)).all()
        assert {text.state for text in owed} <= {State.CANCELLED.value}
        assert again(session, visit, 7) is not None
        plan_texts(session, now=NOW + timedelta(hours=1))
        asks = session.exec(select(Invitation).where(Invitation.kind == Kind.ASK.value)).all()
    # The next visit is asked about as ever.
    assert len(asks) == 2


def test_row_84_a_stop_in_it_is_a_stop(database: Database, asked: Asked, text_in: TextIn) -> None:
    asked()
    assert "no more texts" in text_in("fuck off stop texting me").text
    assert stopped(database) == (True, 1)


def test_row_89_the_same_webhook_three_times_is_kept_and_answered_once(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    answers = {text_in("sleep", sid=SID).text for _ in range(3)}
    assert len(answers) == 1
    with database.reading() as session:
        assert len(session.exec(select(Reply)).all()) == 1


def test_row_90_a_late_reply_is_answered_kept_and_carried_to_the_next_sheet(
    database: Database, asked: Asked
) -> None:
    visit = asked()
    answer = texts_at(database, "sorry just seen this. my knee", 48)
    assert "Your visit was on Friday." in answer
    assert DESK in answer
    assert "knee" not in answer
    assert texts_at(database, "and school", 49) == ""
    with database.writing() as session:
        later, last = again(session, visit, 30), again(session, visit, 60)
    carried = str(sheet_of(database, later)["carried"])
    assert "my knee" in carried
    assert "after the last visit on Friday 8 May" in carried
    assert sheet_of(database, last)["carried"] == []


def test_row_90_words_for_a_visit_that_was_cancelled_are_carried_too(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    text_in("my knee")
    with database.writing() as session:
        session.get_one(Appointment, visit).status = "cancelled"
        later = again(session, visit, 30)
    answer = text_in("and sleep").text
    assert "keep this for next time" in answer
    assert "Your visit was" not in answer
    carried = str(sheet_of(database, later)["carried"])
    assert "my knee" in carried
    assert "which was cancelled" in carried


def test_row_91_a_reply_twenty_minutes_before_is_on_the_sheet_and_new(
    database: Database, asked: Asked
) -> None:
    visit = asked()
    texts_at(database, "my knee", -1 / 3)
    line = sheet_of(database, visit)
    assert line["priorities"] == ["my knee"]
    assert line["is_new"]


def test_row_92_what_may_be_for_either_visit_stands_on_both_sheets(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    first = asked()
    with database.writing() as session:
        other = again(session, first, 2, clinic=make_clinic(session, code="BONES"))
        make_ask(session, session.get_one(Appointment, other), sent_at=NOW - timedelta(minutes=9))
    text_in("back pain n sleep")
    text_in("change 2 to school")
    for visit in (first, other):
        assert read_of(database, visit) == ["back pain", "school"]
        assert "it may be for either" in str(sheet_of(database, visit)["says"]).replace(
            "this", "it"
        )
    with database.reading() as session:
        found = replies_of(session, [first, other])
    assert [len(found[visit]) for visit in (first, other)] == [2, 2]


def test_row_93_a_phone_of_two_is_asked_by_first_name_and_never_of_a_clinic(
    asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    asked(JACK)
    answer = text_in("asthma and school", MUM).text
    assert "Is this about Ella or Jack? Reply E or J." in answer
    for word in ("Riverside", "Whitcombe", "asthma", DESK):
        assert word not in answer


def test_row_94_a_new_phone_is_never_attached_by_a_first_name(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked(ELLA)
    answer = text_in("its ella new phone. periods n pain", "+447700900777")
    assert "<Message>" not in answer.text
    with database.reading() as session:
        reply = session.exec(select(Reply)).one()
    assert (reply.matched, reply.appointment_id) == ("nobody", None)


def test_row_95_thanks_is_not_thanked(database: Database, asked: Asked, text_in: TextIn) -> None:
    visit = asked()
    assert "We've noted: 1 sleep." in text_in("sleep").text
    assert "<Message>" not in text_in("thanks x").text
    assert read_of(database, visit) == ["sleep"]


def test_row_96_a_complaint_stands_first_on_the_sheet(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    text_in("u asked this last time n no one even talked about it")
    assert "They are unhappy" in str(sheet_of(database, visit)["first"])


def test_row_97_who_wants_to_speak_for_themselves_may_be_seen_alone(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    visit = asked()
    assert "mum" not in text_in("speak 2 me not my mum").text
    assert "Asks to be seen alone for part of the visit." in str(sheet_of(database, visit))
