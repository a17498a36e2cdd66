"""The tests' own people and rows are what they claim to be."""

import pytest
from cast import AISHA, LUKASZ, SAM, STAFF, YOUNG_PEOPLE, Cast
from factories import make_appointment, make_ask, make_person, make_reply, make_staff
from nhs_number.validate import is_valid
from sqlmodel import select

from app.db import Database, unseal
from app.people.models import YoungPerson
from app.staff.models import StaffRole

OFCOM_FIRST, OFCOM_LAST = 447700900000, 447700900999


@pytest.mark.parametrize("who", YOUNG_PEOPLE, ids=lambda who: who.first_name)
def test_no_young_person_of_the_tests_can_be_real(who: Cast) -> None:
    assert is_valid(who.nhs_number)
    assert who.nhs_number.startswith("999")
    assert who.mobile is None or OFCOM_FIRST <= int(who.mobile) <= OFCOM_LAST


def test_no_address_of_the_tests_can_be_real() -> None:
    assert all(member.email.endswith(".example") for member in STAFF)


def test_a_stored_person_reads_as_in_the_cast(database: Database) -> None:
    with database.writing() as session:
        make_person(session, LUKASZ)
    with database.reading() as session:
        person = session.exec(select(YoungPerson)).one()
        assert unseal(session, person, "first_name") == LUKASZ.first_name
        assert unseal(session, person, "date_of_birth") == LUKASZ.date_of_birth.isoformat()
        assert unseal(session, person, "mobile") == LUKASZ.mobile
        assert person.mobile_key == database.vault.lookup("mobile", LUKASZ.mobile or "")


def test_an_ask_and_a_reply_belong_to_the_same_phone(database: Database) -> None:
    with database.writing() as session:
        appointment = make_appointment(session, person=make_person(session, AISHA))
        ask = make_ask(session, appointment)
        reply = make_reply(session, appointment, "1 sleep", number=AISHA.mobile or "")
        assert ask.number_key == reply.number_key


def test_an_appointment_without_a_person_is_sams(database: Database) -> None:
    with database.writing() as session:
        first, second = make_appointment(session), make_appointment(session)
        assert first.young_person_id == second.young_person_id
        person = session.get_one(YoungPerson, first.young_person_id)
        assert unseal(session, person, "last_name") == SAM.last_name


def test_every_member_of_staff_has_the_role_of_the_cast(database: Database) -> None:
    with database.writing() as session:
        for who in STAFF:
            member = make_staff(session, who)
            role = session.exec(select(StaffRole.role).where(StaffRole.staff_id == member.id)).one()
            assert role == who.role
