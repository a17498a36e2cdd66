"""Faults 9 to 11 and 30: the provider asks us to wait, is out of reach, or tells half the truth."""

import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address
from pathlib import Path

import pytest
from cast import AISHA, LUKASZ, SAM, ZOE, Cast
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from fake_twilio.server import FakeTwilio
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask
from sqlmodel import select

from app.db import Database
from app.invitations.claiming import MOST_CLAIMS
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, Pause
from app.invitations.reconcile import reconcile
from app.invitations.states import State
from app.settings import Settings
from app.sms import one_try
from app.sms.gateway import Text, TryLater
from app.sms.twilio import TwilioGateway

TEXT = Text("+447700900101", "Hi", "https://whatmatters.example/sms/receipts/t", 600)
MANY = (SAM, AISHA, ZOE, LUKASZ)
BROKEN_LISTS = (
    "unavailable:503",
    "unavailable:401",
    "too_many:1",
    "truncated",
    "next_page_fails",
    "empty_page_next_fails",
    "hang_up",
)


def another(number: int) -> Cast:
    """Somebody else, with a phone of their own."""
    return Cast(
        "Sam", f"Nr{number}", f"99900{number:05}", SAM.date_of_birth, f"+4477009{number:05}"
    )


def states(database: Database) -> set[str]:
    with database.reading() as session:
        return set(session.exec(select(Invitation.state).where(Invitation.kind == "ask")))


def open_reasons(database: Database) -> list[str]:
    with database.reading() as session:
        return [each.reason for each in session.exec(select(Pause)) if each.ended_at is None]


def test_fault_09_when_asked_to_wait_all_wait_as_long_as_was_asked_and_a_little_more(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    for who in MANY:
        book(who)
    gateway = TwilioGateway(live)
    fake.next_moods = ["too_many:40"]
    assert send_due(database, gateway, live, clock).later == 1
    assert (fake.asked, open_reasons(database)) == (1, ["too_many"])
    with database.reading() as session:
        waits = session.exec(select(Invitation).where(Invitation.reason == "too many requests"))
        assert DUE + timedelta(seconds=40) <= waits.one().due_at <= DUE + timedelta(seconds=48)
    clock.move(seconds=39)
    send_due(database, gateway, live, clock)
    assert fake.asked == 1
    clock.move(seconds=10)
    assert send_due(database, gateway, live, clock).sent == len(MANY)
    assert max(fake.by_token.values()) == 1


def test_fault_09_the_waits_differ_and_grow(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    gateway.answer = lambda _text: TryLater("too many requests", 30, everybody=True)
    gaps = []
    for _ in range(4):
        assert go().later == 1
        gaps.append((only_ask(database).due_at - clock.now).total_seconds())
        clock.now = only_ask(database).due_at
    for place, gap in enumerate(gaps):
        assert 30 * 2**place <= gap <= 36 * 2**place
    assert len({gap % 30 for gap in gaps}) > 1


def test_fault_09_a_text_is_not_tried_for_ever(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    gateway.answer = lambda _text: TryLater("too many requests", 1)
    go()
    with database.writing() as session:
        session.exec(select(Invitation)).one().attempt = MOST_CLAIMS
    clock.move(minutes=61)
    go()
    assert len(gateway.texts) == 1
    assert (only_ask(database).state, only_ask(database).reason) == ("expired", "too_many_tries")


@contextmanager
def with_a_bad_certificate(folder: Path) -> Iterator[str]:
    """A server whose certificate nobody signed; its address."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(self_signed(folder))
    with socket.create_server(("127.0.0.1", 0)) as server:

        def answer() -> None:
            try:
                while True:
                    line, _ = server.accept()
                    with line, context.wrap_socket(line, server_side=True) as safe:
                        safe.recv(1)
            except OSError:
                return

        threading.Thread(target=answer, daemon=True).start()
        yield f"https://127.0.0.1:{server.getsockname()[1]}"


def self_signed(folder: Path) -> Path:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    address = x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))])
    now = datetime.now(UTC)
    made = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=1))
        .add_extension(address, critical=False)
        .sign(key, hashes.SHA256())
    )
    path = folder / "certificate.pem"
    unlocked = serialization.NoEncryption()
    pem, pkcs8 = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    path.write_bytes(key.private_bytes(pem, pkcs8, unlocked) + made.public_bytes(pem))
    return path


def closed_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return f"http://127.0.0.1:{server.getsockname()[1]}"


def outcome_at(settings: Settings, address: str) -> object:
    given = {"gateway": "twilio", "twilio_api_base_url": address}
    return TwilioGateway(settings.model_copy(update=given)).send(TEXT)


@pytest.mark.parametrize("address", ["closed", "http://nobody.invalid"])
def test_fault_10_where_nobody_answers_nothing_has_left(settings: Settings, address: str) -> None:
    found = outcome_at(settings, closed_port() if address == "closed" else address)
    assert found == TryLater("no connection", one_try.WAIT_SECONDS)


def test_fault_10_to_a_bad_certificate_nothing_is_said(settings: Settings, tmp_path: Path) -> None:
    with with_a_bad_certificate(tmp_path) as address:
        found = outcome_at(settings, address)
    assert found == TryLater("no connection", one_try.WAIT_SECONDS)


def test_fault_10_without_a_connection_all_wait_and_go_on_by_themselves(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    for number in range(8):
        book(another(number))
    nobody = live.model_copy(update={"twilio_api_base_url": closed_port()})
    done = send_due(database, TwilioGateway(nobody), nobody, clock)
    assert (done.later, done.stopped) == (5, True)
    assert states(database) == {State.READY}
    assert open_reasons(database) == ["no_connection"]
    clock.move(minutes=4)
    assert not send_due(database, TwilioGateway(live), live, clock).anything
    clock.move(minutes=2)
    assert send_due(database, TwilioGateway(live), live, clock).sent == 8
    assert sorted(fake.by_token.values()) == [1] * 8


@pytest.mark.parametrize("mood", BROKEN_LISTS)
def test_fault_11_a_list_not_read_whole_is_no_proof_that_a_text_did_not_go(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands, mood: str
) -> None:
    book()
    gateway = TwilioGateway(live)
    fake.next_moods = ["fail_after_accepting:503"]
    assert send_due(database, gateway, live, clock).in_doubt == 1
    fake.look_up_mood = mood
    for _ in range(6):
        clock.move(minutes=11)
        reconcile(database, gateway, clock)
        send_due(database, gateway, live, clock)
    assert (only_ask(database).state, only_ask(database).absences) == (State.IN_DOUBT, 0)
    fake.look_up_mood = "honest"
    clock.move(minutes=11)
    assert reconcile(database, gateway, clock).went == 1
    assert fake.asked == 1


def test_fault_30_a_whole_day_without_the_provider_loses_nothing_and_texts_nobody_late(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book(SAM)
    # Before the next window opens this one is over.
    book(AISHA, starts_at=DUE + timedelta(hours=20))
    gateway.answer = lambda _text: TryLater("no connection", 60)
    until = clock.now + timedelta(hours=24)
    while clock.now < until:
        go()
        clock.move(minutes=30)
    tried = len(gateway.texts)
    gateway.answer = gateway._accept
    while clock.now < VISIT:
        go()
        clock.move(hours=1)
    sent = gateway.texts[tried:]
    assert [text.to for text in sent] == [SAM.mobile]
    with database.reading() as session:
        asks = session.exec(select(Invitation).where(Invitation.kind == "ask")).all()
    assert sorted((ask.state, ask.reason) for ask in asks) == [
        ("accepted", None),
        ("expired", "too_late"),
    ]
    gone = next(ask for ask in asks if ask.state == "accepted")
    assert gone.started_at is not None
    assert gone.started_at.weekday() == 0
    assert 15 <= gone.started_at.hour < 18
