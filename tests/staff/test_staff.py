"""Who may come in: adding staff, what each may see, signing in and out."""

import re
from datetime import datetime

import pytest
from cast import BIRMINGHAM, CLINIC_ADMIN, CLINICIAN, LONDON
from conftest import SignedIn
from factories import make_clinic, make_staff
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, update
from sqlmodel import Session, select

from app.audit.models import AuditEvent
from app.db import Database, unseal
from app.errors import Refusal
from app.staff.models import StaffClinic, StaffMember, StaffRole
from app.staff.queries import add_staff, full_name, give_staff, scope_of, staff_named
from app.staff.roles import Role

PASSWORD = "three words for tests"
EMAIL = "new@riverside.example"


def add(session: Session, now: datetime, **given: object) -> StaffMember:
    ordinary: dict[str, object] = {
        "email": EMAIL,
        "full_name": "Pat Lindqvist",
        "organisation_code": LONDON,
        "roles": [Role.CLINICIAN],
        "clinic_ids": [],
        "password": PASSWORD,
    }
    return add_staff(session, by="command line", now=now, **ordinary | given)  # type: ignore[arg-type]


def sign_in(browser: FlaskClient, email: str = EMAIL, password: str = PASSWORD) -> int:
    form = {"email": email, "password": password}
    return browser.post("/sign-in", data=form).status_code


def test_a_new_member_is_found_by_address_named_and_on_the_trail(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        member = add(session, now, email=" New@Riverside.example ")
    with database.reading() as session:
        found = staff_named(session, "NEW@riverside.example")
        assert found is not None
        assert found.id == member.id
        assert full_name(session, member.id) == "Pat Lindqvist"
        assert unseal(session, found, "full_name") == "Pat Lindqvist"
        assert PASSWORD not in found.password
        assert found.password.startswith("$argon2id$")
        event = session.exec(select(AuditEvent)).one()
        assert (event.action, event.details) == ("staff_added", {"roles": "clinician"})


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ({"email": "nobody"}, "not an e-mail address"),
        ({"password": "short"}, "weak"),
        ({"password": "aaaaaaaaaaaaaaa"}, "weak"),
        ({"roles": []}, "at least one role"),
        ({"full_name": " "}, "needs a name"),
    ],
    ids=str,
)
def test_what_is_not_right_is_refused_in_words(
    database: Database, now: datetime, given: dict[str, object], says: str
) -> None:
    with pytest.raises(Refusal, match=says), database.writing() as session:
        add(session, now, **given)


def test_an_address_is_taken_once(database: Database, now: datetime) -> None:
    with database.writing() as session:
        add(session, now)
    with pytest.raises(Refusal, match="already"), database.writing() as session:
        add(session, now, email=EMAIL.upper())


def test_a_scope_is_roles_and_clinics_of_one_organisation(database: Database) -> None:
    with database.writing() as session:
        mine, other = make_clinic(session), make_clinic(session)
        member = make_staff(session, CLINIC_ADMIN, clinics=[mine])
        scope = scope_of(session, member.id)
        assert scope.sees(mine.id, LONDON)
        assert not scope.sees(other.id, LONDON)
        assert not scope.sees(mine.id, BIRMINGHAM)
        assert scope.may(Role.CLINIC_ADMIN)
        assert not scope.may(Role.CLINICIAN, Role.ADMINISTRATOR)


def test_who_is_disabled_may_see_nothing(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        member = make_staff(session, CLINICIAN, clinics=[clinic], active=False)
        assert not scope_of(session, member.id).sees(clinic.id, LONDON)
        assert scope_of(session, member.id).roles == frozenset()


@pytest.fixture
def member(database: Database, now: datetime) -> StaffMember:
    with database.writing() as session:
        return add(session, now)


@pytest.mark.usefixtures("member")
def test_the_right_password_lets_in_and_signing_out_ends_it(client: FlaskClient) -> None:
    assert client.get("/").status_code == 302
    assert sign_in(client) == 302
    assert client.get("/").status_code == 200
    assert client.post("/sign-out").status_code == 302
    assert client.get("/").status_code == 302


@pytest.mark.usefixtures("member")
def test_a_wrong_password_and_an_unknown_address_are_told_the_same(client: FlaskClient) -> None:
    wrong = client.post("/sign-in", data={"email": EMAIL, "password": "wrong"})
    unknown = client.post("/sign-in", data={"email": "x@riverside.example", "password": "wrong"})
    assert wrong.status_code == unknown.status_code == 200
    assert _without_changing_parts(wrong.text) == _without_changing_parts(unknown.text)
    assert client.get("/").status_code == 302


def test_guessing_ends_after_ten_tries_and_locks_nobody_out_elsewhere(
    app: Flask, member: StaffMember
) -> None:
    assert member.active
    guesser, colleague = app.test_client(), app.test_client()
    guesser.environ_base["REMOTE_ADDR"] = "127.0.0.66"
    form = {"email": EMAIL, "password": "wrong"}
    pages = [guesser.post("/sign-in", data=form).text for _ in range(11)]
    assert ["too many tries" in page for page in pages] == [False] * 10 + [True]
    assert "too many tries" in guesser.post("/sign-in", data=form | {"password": PASSWORD}).text
    assert sign_in(colleague) == 302


@pytest.mark.usefixtures("member")
def test_nobody_is_remembered_for_a_year(client: FlaskClient) -> None:
    form = {"email": EMAIL, "password": PASSWORD, "remember": "y"}
    answer = client.post("/sign-in", data=form)
    assert answer.status_code == 302
    assert "remember" not in str(answer.headers.getlist("Set-Cookie"))


def _without_changing_parts(page: str) -> str:
    return re.sub(
        r'nonce="[^"]*"|name="csrf_token" value="[^"]*"|[a-z]+@riverside.example', "", page
    )


@pytest.mark.usefixtures("member")
@pytest.mark.parametrize("next_page", ["https://evil.example", "//evil.example", "/\\evil.example"])
def test_signing_in_never_leads_elsewhere(client: FlaskClient, next_page: str) -> None:
    form = {"email": EMAIL, "password": PASSWORD}
    answer = client.post("/sign-in", query_string={"next": next_page}, data=form)
    location = answer.location or "/"
    assert location.startswith("/")
    assert not location.startswith(("//", "/\\"))


def test_a_disabled_member_is_out_at_once(
    database: Database, member: StaffMember, signed_in: SignedIn
) -> None:
    browser = signed_in(member)
    assert browser.get("/").status_code == 200
    with database.writing() as session:
        session.connection().execute(update(StaffMember).values(active=False))
    assert browser.get("/").status_code in (302, 403)


def test_a_role_that_is_taken_away_is_gone_at_once(
    database: Database, member: StaffMember, signed_in: SignedIn
) -> None:
    browser = signed_in(member)
    assert browser.get("/clinic-sheets").status_code == 200
    with database.writing() as session:
        session.connection().execute(delete(StaffRole))
        session.connection().execute(delete(StaffClinic))
    assert browser.get("/clinic-sheets").status_code == 403


def test_the_cookie_is_for_this_site_over_https_and_no_script(
    app: Flask, member: StaffMember
) -> None:
    assert member.active
    browser = app.test_client()
    form = {"email": EMAIL, "password": PASSWORD}
    cookie = browser.post("/sign-in", data=form).headers["Set-Cookie"]
    for part in ("__Host-whatmatters=", "Secure", "HttpOnly", "SameSite=Lax", "Path=/"):
        assert part in cookie


def test_roles_and_clinics_are_given_beside_those_they_have_and_only_once(
    database: Database, now: datetime
) -> None:
    with database.writing() as session:
        clinic = make_clinic(session)
        member = make_staff(session, CLINICIAN, clinics=[clinic])
        other = make_clinic(session)
        for _ in range(2):
            give_staff(
                session, member, roles=[Role.SAFEGUARDING_LEAD, Role.CLINICIAN],
                clinic_ids=[clinic.id, other.id], by="command line", now=now,
            )  # fmt: skip
        mine = scope_of(session, member.id)
    assert mine.roles == {Role.CLINICIAN, Role.SAFEGUARDING_LEAD}
    assert mine.clinic_ids == {clinic.id, other.id}
    with database.reading() as session:
        given = session.exec(select(AuditEvent).where(AuditEvent.action == "staff_given")).all()
    assert [each.details for each in given] == [
        {"roles": "safeguarding_lead", "clinics": 1},
        {"roles": "", "clinics": 0},
    ]
