"""What every page keeps: forms that cannot be forged, safe headers, calm words in trouble."""

from collections.abc import Iterator
from datetime import datetime
from uuid import UUID

import pytest
from cast import ADMINISTRATOR, CLINIC_ADMIN, CLINICIAN
from conftest import SignedIn
from factories import make_clinic, make_staff
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy.exc import OperationalError
from sqlmodel import select

from app.audit.models import AuditEvent
from app.clinics.models import Clinic
from app.db import Database
from app.demo import load as demo_load
from app.errors import Refusal
from app.factory import create_app
from app.settings import Settings, load
from app.sms.signature import sign
from app.staff.roles import Role

DEMO_ADDRESSES = (
    "/pretend-phone",
    "/pretend-phone/00000000-0000-0000-0000-000000000001",
    "/pretend-phone/00000000-0000-0000-0000-000000000001/texts",
    "/pretend-mailbox",
)


def posts(app: Flask) -> Iterator[str]:
    """Every address that takes a form from a person."""
    some = str(UUID(int=1))
    ids = (
        "clinic_id",
        "concern_id",
        "invitation_id",
        "list_id",
        "notice_id",
        "opt_out_id",
        "reply_id",
        "safety_person_id",
    )
    filled = dict.fromkeys(ids, some) | {"day": "2026-05-08"}
    for rule in app.url_map.iter_rules():
        if "POST" in (rule.methods or set()) and not rule.rule.startswith("/sms/"):
            address = rule.rule
            for name, value in filled.items():
                address = address.replace(f"<uuid:{name}>", value)
            yield address.replace("<any(lead, cover):role>", "lead")


def test_a_form_without_its_token_is_refused_everywhere(
    app: Flask, database: Database, signed_in: SignedIn
) -> None:
    app.config["WTF_CSRF_ENABLED"] = True
    with database.writing() as session:
        browser = signed_in(make_staff(session, CLINIC_ADMIN, roles=list(Role)))
    addresses = list(posts(app))
    assert len(addresses) >= 6
    for address in addresses:
        assert browser.post(address, data={"x": "1"}).status_code == 400, address


@pytest.mark.parametrize("address", ["/sign-in", "/health", "/nowhere", "/static/pages.css", "/"])
def test_every_answer_carries_safe_headers(client: FlaskClient, address: str) -> None:
    headers = client.get(address, buffered=True).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Strict-Transport-Security"].startswith("max-age=31536000")
    if not address.startswith("/static"):
        assert headers["Cache-Control"] == "no-store"


def test_every_page_a_person_opens_or_is_refused_is_on_the_trail(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        member = make_staff(session, CLINICIAN)
    browser = signed_in(member)
    for address in ("/clinic-sheets?date=a-name-in-a-query", "/clinics", "/sign-in"):
        browser.get(address)
    with database.reading() as session:
        events = session.exec(select(AuditEvent).order_by(AuditEvent.place)).all()  # type: ignore[arg-type]
    assert [(event.action, event.subject) for event in events] == [
        ("page_opened", "summaries.choose"),
        ("page_refused", "clinics.list_clinics"),
    ]
    assert {event.by for event in events} == {f"staff:{member.id}"}


def test_a_posted_organisation_is_not_believed(
    database: Database, signed_in: SignedIn, now: datetime
) -> None:
    with database.writing() as session:
        browser = signed_in(make_staff(session, ADMINISTRATOR))
    form = {
        "organisation_code": "XBM01",
        "id": "1",
        "created_at": "2000-01-01",
        "code": "A",
        "name": "Riverside Hospital",
        "days_of_notice": "4",
        "weekdays": ["1", "5"],
        "desk_phone": "020 7946 0011",
        "concerns_email": "a@b.example",
    }
    assert browser.post("/clinics/new", data=form).status_code == 302
    with database.reading() as session:
        clinic = session.exec(select(Clinic)).one()
    assert (clinic.organisation_code, clinic.weekdays) == (ADMINISTRATOR.organisation_code, "15")
    assert clinic.created_at == now


def test_another_organisations_clinic_and_list_do_not_exist(
    database: Database, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        theirs = make_clinic(session, organisation_code="XBM01")
        browser = signed_in(make_staff(session, ADMINISTRATOR))
    assert browser.get(f"/clinics/{theirs.id}").status_code == 404
    assert browser.post(f"/clinics/{theirs.id}", data={"code": "X"}).status_code == 404


@pytest.fixture
def broken(app: Flask, database: Database, monkeypatch: pytest.MonkeyPatch) -> FlaskClient:
    """A browser at an application whose database has gone."""

    def gone(*_args: object, **_kwargs: object) -> None:
        raise OperationalError("SELECT secret", {}, Exception("at 10.0.0.1 as postgres"))

    monkeypatch.setattr(database, "reading", gone)
    monkeypatch.setattr(database, "writing", gone)
    monkeypatch.setattr(database, "connected", gone)
    return app.test_client()


def test_a_database_that_is_down_is_a_plain_page_to_people(
    broken: FlaskClient, settings: Settings
) -> None:
    with broken.session_transaction() as cookie:
        cookie["_user_id"] = "somebody"
    for address in ("/", "/clinic-sheets", "/clinic-lists"):
        answer = broken.get(address)
        assert answer.status_code == 503
        assert "cannot reach its records" in answer.text
        assert "secret" not in answer.text
        assert "10.0.0.1" not in answer.text
    form = {"email": "a@b.example", "password": "x"}
    assert broken.post("/sign-in", data=form).status_code == 503
    assert broken.get("/health").status_code in (200, 503)
    assert settings.public_base_url


def test_a_database_that_is_down_is_503_without_words_to_the_provider(
    broken: FlaskClient, settings: Settings
) -> None:
    sid = "SM" + "a" * 32
    for path, form in (
        (
            "/sms/inbound",
            {
                "MessageSid": sid,
                "AccountSid": settings.twilio_account_sid,
                "From": "+447700900101",
                "Body": "hi",
            },
        ),
        ("/sms/receipts/token", {"MessageSid": sid, "MessageStatus": "sent"}),
    ):
        url = settings.public_base_url + path
        headers = {"X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0])}
        answer = broken.post(path, data=form, headers=headers)
        assert (answer.status_code, answer.data) == (503, b"")


def test_a_database_that_nobody_answers_for_is_503_and_the_service_starts(
    settings: Settings,
) -> None:
    vault = settings.vault()
    nobody = Database("postgresql://nobody@127.0.0.1:1/nothing", vault, wait_seconds=1)
    client = create_app(settings, nobody).test_client()
    assert client.get("/health").json == {
        "status": "fault",
        "database": "down",
        "migrations": "unknown",
        "scheduler": "unknown",
    }
    form = {"MessageSid": "SM" + "a" * 32, "MessageStatus": "sent"}
    url = f"{settings.public_base_url}/sms/receipts/token"
    headers = {"X-Twilio-Signature": sign(url, form, settings.webhook_tokens[0])}
    answer = client.post("/sms/receipts/token", data=form, headers=headers)
    assert (answer.status_code, answer.data) == (503, b"")
    assert client.get("/sign-in").status_code == 200


def test_a_fault_of_ours_shows_a_reference_and_nothing_from_inside(
    app: Flask, monkeypatch: pytest.MonkeyPatch, database: Database, signed_in: SignedIn
) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    with database.writing() as session:
        browser = signed_in(make_staff(session, CLINICIAN))

    def broken(*_args: object, **_kwargs: object) -> None:
        raise RuntimeError("Sam Okafor 07700900101")

    monkeypatch.setattr("app.summaries.views.clinics_seen_by", broken)
    answer = browser.get("/clinic-sheets")
    assert answer.status_code == 500
    assert "Reference" in answer.text
    assert "Okafor" not in answer.text


@pytest.mark.parametrize("address", DEMO_ADDRESSES)
def test_outside_the_demo_nothing_of_it_is_there(client: FlaskClient, address: str) -> None:
    assert client.get(address).status_code == 404
    assert client.post(f"{address}/reply", data={"body": "x"}).status_code in (400, 404)
    assert client.post("/pretend-phone/clock", data={"to": "x"}).status_code in (400, 404)


def test_in_the_demo_it_is_and_elsewhere_no_route_names_it(settings: Settings) -> None:
    demo = create_app(load(demo_mode=True, database_url="sqlite://"))
    found = {rule.rule for rule in demo.url_map.iter_rules() if "/pretend-" in rule.rule}
    assert found >= {"/pretend-phone", "/pretend-mailbox"}
    real = create_app(settings)
    assert not any("pretend-" in rule.rule for rule in real.url_map.iter_rules())


def test_the_demo_is_never_loaded_beside_real_clinics(database: Database, now: datetime) -> None:
    with database.writing() as session:
        make_clinic(session)
    with pytest.raises(Refusal, match="not the demo's"), database.writing() as session:
        demo_load.load(session, now=now)


def test_the_demo_is_loaded_once_through_the_real_import(database: Database, now: datetime) -> None:
    with database.writing() as session:
        assert demo_load.load(session, now=now)
    with database.writing() as session:
        assert not demo_load.load(session, now=now)
        clinics = session.exec(select(Clinic)).all()
    assert len(clinics) == 3
    assert len({clinic.organisation_code for clinic in clinics}) == 2
