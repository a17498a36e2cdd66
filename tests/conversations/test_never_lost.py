"""No word is lost: what was texted is what is kept, shown on the page, and shown on the sheet."""

import json
from collections.abc import Sequence
from datetime import datetime
from html import unescape
from uuid import UUID

import pytest
from cast import CLINIC_TIME, CLINICIAN, SAM
from conftest import SignedIn
from conversations.conftest import Asked, TextIn
from conversations.staffed import member, reach, replies
from conversations.test_triage_pages import words_on
from factories import make_appointment, make_ask, make_clinic, make_person
from hypothesis import HealthCheck, given
from hypothesis import settings as how
from hypothesis import strategies as st
from sqlmodel import select

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.conversations import read_anew, understanding
from app.conversations.intake import Inbound, take_in
from app.conversations.models import Reading, Reply
from app.conversations.unread import unread
from app.conversations.visible import visible
from app.db import Database, unseal
from app.privacy import new_id

# The awkward ones by name; Hypothesis finds the others.
AWKWARD = {
    "nul": "before\x00after",
    "lone-surrogate": "a\ud800b",
    "ten-thousand": "sleep and school, " * 555 + "the last ten",
    "zero-width": "sl\u200bee\u2060p\ufeff",
    "right-to-left": "أريد التحدث عن المدرسة\u202etfel\u202c",
    "emoji": "\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f 1\ufe0f\u20e3 meds",
    "line-ends": "one\r\ntwo\rthree\u2028four",
    "markup": "<script>alert(1)</script> {{7*7}} &amp; 'quoted\"",
}


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_every_sign_comes_whole_to_the_page_and_to_the_sheet(
    database: Database, asked: Asked, signed_in: SignedIn, now: datetime, text: str
) -> None:
    visit = asked()
    kept_of(database, [text], now)
    assert bodies(database) == [text]
    page = signed_in(member(database)).get("/replies-to-read").text
    assert words_on(page) == [visible(text)]
    with database.reading() as session:
        clinic = session.exec(select(Clinic)).one()
    sheet = signed_in(member(database, CLINICIAN)).get(
        f"/clinic-sheets/{clinic.id}/{CLINIC_TIME:%Y-%m-%d}"
    )
    assert visible(text) in unescape(sheet.text)
    assert_pieces_are_slices(database, visit)


def test_the_same_by_the_webhook(
    database: Database, asked: Asked, text_in: TextIn, signed_in: SignedIn
) -> None:
    asked()
    for text in AWKWARD.values():
        # A form cannot carry half of a pair; the others it can.
        if text.isprintable() or not any("\ud800" <= sign <= "\udfff" for sign in text):
            assert text_in(text).status_code == 200
    shown = words_on(signed_in(member(database)).get("/replies-to-read").text)
    assert [visible(text) for text in bodies(database)] == shown
    assert len(shown) == len(AWKWARD) - 1


def test_a_reading_that_fails_leaves_the_reply_unread_on_the_page(
    database: Database,
    asked: Asked,
    text_in: TextIn,
    signed_in: SignedIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    asked()

    def broken(*_: object) -> None:
        raise RecursionError

    for module in (understanding, read_anew):
        monkeypatch.setattr(module, "read", broken)
    assert text_in("sleep").status_code == 200
    page = signed_in(member(database)).get("/replies-to-read").text
    assert words_on(page) == ["sleep"]
    assert "It could not be read yet. Its words are whole." in page
    with database.reading() as session:
        assert unread(session, reach(session)).ids == [replies(database)[0].id]


CONVERSATIONS = st.lists(st.text(max_size=200), min_size=1, max_size=5)
ALL_SIGNS = st.lists(
    st.text(st.characters(exclude_categories=()), max_size=200), min_size=1, max_size=5
)
SLOW = [HealthCheck.function_scoped_fixture, HealthCheck.too_slow]


@how(max_examples=60, deadline=None, suppress_health_check=SLOW)
@given(texts=st.one_of(CONVERSATIONS, ALL_SIGNS))
def test_any_conversation_is_kept_byte_for_byte(
    database: Database, now: datetime, texts: list[str]
) -> None:
    goes_in_and_out(database, texts, now)


@pytest.mark.proof
@pytest.mark.timeout(3600)
@how(max_examples=10_000, deadline=None, suppress_health_check=SLOW)
@given(texts=st.one_of(CONVERSATIONS, ALL_SIGNS))
def test_ten_thousand_conversations_are_kept_byte_for_byte(
    database: Database, now: datetime, texts: list[str]
) -> None:
    goes_in_and_out(database, texts, now)


def goes_in_and_out(database: Database, texts: Sequence[str], now: datetime) -> None:
    """Take one conversation of somebody's in, and look at what is kept of it."""
    visit = somebody_asked(database)
    kept_of(database, texts, now)
    with database.reading() as session:
        found = session.exec(
            select(Reply).where(Reply.appointment_id == visit).order_by(Reply.received_at, Reply.id)  # type: ignore[arg-type]
        )
        kept = [unseal(session, reply, "body") for reply in found]
    # One that stopped its texts and said more is still the same conversation.
    assert kept == list(texts)
    assert_pieces_are_slices(database, visit)


def somebody_asked(database: Database) -> UUID:
    """Store a new visit of Sam's whose ask is the only one on his phone."""
    with database.writing() as session:
        for table in (Reading, Reply):
            for row in session.exec(select(table)):
                session.delete(row)
        session.flush()
        clinic = session.exec(select(Clinic)).first()
        if clinic is None:
            clinic = make_clinic(session, code="RIV")
            visit = make_appointment(session, clinic, make_person(session, SAM))
            make_ask(session, visit)
            return visit.id
    with database.reading() as session:
        return session.exec(select(Appointment.id)).one()


def kept_of(database: Database, texts: Sequence[str], now: datetime) -> None:
    for text in texts:
        inbound = Inbound(f"SM{new_id().hex}", SAM.mobile or "", text, 0, [("Body", text)])
        take_in(database, inbound, now=now)


def bodies(database: Database) -> list[str]:
    with database.reading() as session:
        found = sorted(session.exec(select(Reply)), key=lambda each: (each.received_at, each.id))
        return [unseal(session, reply, "body") for reply in found]


def assert_pieces_are_slices(database: Database, visit: UUID) -> None:
    """Check that every piece of every reading is an exact stretch of one of the texts."""
    texts = bodies(database)
    with database.reading() as session:
        for reading in session.exec(select(Reading).where(Reading.appointment_id == visit)):
            content = json.loads(unseal(session, reading, "content"))
            for piece in content["priorities"]:
                assert any(piece["text"] in text for text in texts), piece
