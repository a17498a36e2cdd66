"""Adding and finding clinics, on both databases."""

from dataclasses import replace
from datetime import datetime

import pytest
from cast import BIRMINGHAM, CLINIC_ADMIN, LONDON, SAFEGUARDING
from factories import make_clinic, make_staff
from sqlalchemy import update
from sqlmodel import select

from app.audit.models import AuditEvent
from app.clinics.details import ClinicDetails, read_details
from app.clinics.models import Clinic
from app.clinics.queries import clinic_seen_by, clinics_seen_by, find_clinic
from app.clinics.register import add_clinic, change_clinic
from app.db import Database
from app.errors import Refusal
from app.staff.queries import scope_of


def details(**given: str) -> ClinicDetails:
    ordinary = {
        "organisation_code": LONDON,
        "code": "RIV-TUE",
        "name": "Riverside Hospital",
        "desk_phone": "020 7946 0011",
        "concerns_email": "concerns@hospital.example",
    }
    found = read_details(ordinary | given)
    assert isinstance(found, ClinicDetails)
    return found


def test_adding_a_clinic_is_on_the_trail(database: Database, now: datetime) -> None:
    with database.writing() as session:
        clinic = add_clinic(session, details(), by="command line", now=now)
    with database.reading() as session:
        event = session.exec(select(AuditEvent)).one()
        assert (event.action, event.subject) == ("clinic_added", f"clinic:{clinic.id}")


def test_a_code_is_taken_once_in_an_organisation_and_free_in_another(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        add_clinic(session, details(), by="command line", now=now)
        add_clinic(session, details(organisation_code=BIRMINGHAM), by="command line", now=now)
    with pytest.raises(Refusal, match="RIV-TUE already"), database.writing() as session:
        add_clinic(session, details(), by="command line", now=now)


def test_a_change_names_the_fields_and_never_their_values(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        clinic = add_clinic(session, details(), by="command line", now=now)
        changed = replace(details(), concerns_email="new@hospital.example")
        change_clinic(session, clinic, changed, by="command line", now=now)
    with database.reading() as session:
        event = session.exec(select(AuditEvent).where(AuditEvent.action == "clinic_changed")).one()
        assert event.details == {"fields": "concerns_email"}


def test_each_change_is_counted_so_that_plans_are_made_anew(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        clinic = add_clinic(session, details(), by="command line", now=now)
        change_clinic(session, clinic, details(), by="command line", now=now)
        assert clinic.version == 1
        later = details(school_holidays="22/07/2026 to 01/09/2026", nation="Wales")
        change_clinic(session, clinic, later, by="command line", now=now)
        assert (clinic.version, clinic.nation) == (2, "wales")
        change_clinic(session, clinic, replace(later, reminds=False), by="command line", now=now)
        assert clinic.version == 3


def test_a_change_that_somebody_else_made_meanwhile_is_counted_too(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        clinic = add_clinic(session, details(), by="command line", now=now)
        session.connection().execute(update(Clinic).values(version=7))
        change_clinic(session, clinic, details(nation="wales"), by="command line", now=now)
    with database.reading() as session:
        assert session.exec(select(Clinic.version)).one() == 8


def test_a_clinic_is_found_by_its_code_in_any_letter_case(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, code="RIV-TUE")
        assert find_clinic(session, " riv-tue ").id == clinic.id


def test_a_code_that_two_organisations_share_is_asked_back(database: Database) -> None:
    with database.writing() as session:
        make_clinic(session, code="A", organisation_code=LONDON)
        theirs = make_clinic(session, code="A", organisation_code=BIRMINGHAM)
        with pytest.raises(Refusal, match=f"{BIRMINGHAM}, {LONDON}|{LONDON}, {BIRMINGHAM}"):
            find_clinic(session, "A")
        assert find_clinic(session, "A", BIRMINGHAM).id == theirs.id
        with pytest.raises(Refusal, match="no clinic B"):
            find_clinic(session, "B")


def test_a_clinic_admin_sees_only_the_clinics_they_are_named_for(database: Database) -> None:
    with database.writing() as session:
        mine, other = make_clinic(session), make_clinic(session)
        abroad = make_clinic(session, organisation_code=BIRMINGHAM)
        admin = make_staff(session, CLINIC_ADMIN, clinics=[mine, abroad])
        lead = make_staff(session, SAFEGUARDING)
        scope, whole = scope_of(session, admin.id), scope_of(session, lead.id)
        assert [clinic.id for clinic in clinics_seen_by(session, scope)] == [mine.id]
        assert clinic_seen_by(session, scope, other.id) is None
        assert clinic_seen_by(session, scope, abroad.id) is None
        assert {clinic.id for clinic in clinics_seen_by(session, whole)} == {mine.id, other.id}
