"""Who is told of concerns: named, replaced, moved on the list, and never one person for two."""

from datetime import timedelta
from typing import Any

import pytest
from cast import BIRMINGHAM, LONDON, NOW
from factories import make_clinic, make_safety_person
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.clinics.models import Clinic
from app.clinics.safety_people import (
    SafetyPerson,
    leave,
    move,
    name_person,
    note_tested,
    on_list,
    present,
    without_net,
)
from app.db import Database, unseal
from app.errors import Refusal

LEAD = "lead@riverside.example"


def named(session: Session, clinic: Clinic, role: str, email: str, **given: Any) -> SafetyPerson:
    return name_person(
        session, role, organisation_code=clinic.organisation_code, full_name=email.split("@")[0],
        clinic_id=None if role == "list" else clinic.id, email=email, mobile=None,
        by="tests", now=NOW, **given,
    )  # fmt: skip


def the_list(database: Database) -> list[str]:
    with database.reading() as session:
        return [unseal(session, each, "name") for each in on_list(session, LONDON)]


def actions(database: Database) -> list[str]:
    with database.reading() as session:
        return [each.action for each in session.exec(select(AuditEvent))]


def test_who_is_named_anew_takes_the_part_and_both_are_on_the_trail(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, netted=False)
        named(session, clinic, "lead", "first@riverside.example")
        named(session, clinic, "lead", "second@riverside.example")
        (now_lead,) = present(session, clinic.id, "lead")
        assert unseal(session, now_lead, "name") == "second"
    assert actions(database) == [
        "safety_person_named", "safety_person_left", "safety_person_named"
    ]  # fmt: skip


def test_one_address_is_never_lead_and_cover_of_a_clinic_nor_twice_on_the_list(
    database: Database,
) -> None:
    with database.writing() as session:
        clinic, other = make_clinic(session, netted=False), make_clinic(session, netted=False)
        named(session, clinic, "lead", LEAD)
        for role in ("cover", "list"):
            named(session, other, role, LEAD)
        with pytest.raises(Refusal, match="two people"):
            named(session, clinic, "cover", LEAD.upper())
        with pytest.raises(Refusal, match="on the list already"):
            named(session, clinic, "list", LEAD)


def test_who_replaces_somebody_on_the_list_stands_where_they_stood(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, netted=False)
        first = named(session, clinic, "list", "first@riverside.example")
        named(session, clinic, "list", "second@riverside.example")
        named(session, clinic, "list", "third@riverside.example", instead_of=first)
        assert first.left_at is not None
    assert the_list(database) == ["third", "second"]


def test_the_list_is_put_into_another_order_and_its_ends_stay_its_ends(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, netted=False)
        # Places as an older version may have left them: with gaps, and two the same.
        for place, name in ((1, "a"), (1, "b"), (7, "c")):
            named(session, clinic, "list", f"{name}@riverside.example").place = place
        gone = named(session, clinic, "list", "gone@riverside.example")
        leave(session, gone, by="tests", now=NOW)
        a, b, c = on_list(session, LONDON)
        assert move(session, c, up=True, by="tests", now=NOW)
        assert not move(session, a, up=True, by="tests", now=NOW)
        assert not move(session, b, up=False, by="tests", now=NOW)
        assert not move(session, gone, up=True, by="tests", now=NOW)
        assert move(session, a, up=False, by="tests", now=NOW)
    assert the_list(database) == ["c", "a", "b"]
    assert actions(database).count("safety_person_moved") == 2


def test_an_address_is_tested_once_for_every_part_it_has_here_and_for_no_other_organisation(
    database: Database,
) -> None:
    later = NOW + timedelta(minutes=1)
    with database.writing() as session:
        clinics = [make_clinic(session, netted=False) for _ in range(2)]
        away = make_clinic(session, netted=False, organisation_code=BIRMINGHAM)
        lead, same = (named(session, each, "lead", LEAD) for each in clinics)
        for each in clinics:
            make_safety_person(session, each, "cover")
        left = named(session, clinics[0], "list", LEAD)
        leave(session, left, by="tests", now=NOW)
        elsewhere = named(session, away, "lead", LEAD)
        assert without_net(session, [each.id for each in clinics]) == {c.id for c in clinics}
        note_tested(session, lead.id, now=later)
        session.flush()
        assert [each.tested_at for each in (lead, same, left, elsewhere)] == [
            later, later, None, None
        ]  # fmt: skip
        assert without_net(session, [each.id for each in clinics]) == set()
