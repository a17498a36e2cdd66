"""Faults 21 to 25 and 28: news of a text, early, late, twice, out of order, odd, or never."""

import itertools
from collections.abc import Iterator
from datetime import timedelta

import pytest
from factories import make_appointment, make_ask
from fake_twilio.server import FakeTwilio, running
from fake_twilio.through import through
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask, sid_of
from sqlmodel import select

from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.live import go_live
from app.invitations.models import Invitation, Notice, Receipt
from app.invitations.receipts import News, take_news
from app.invitations.reconcile import NEVER_SAID, reconcile
from app.invitations.states import FROM_PROVIDER, RANK, State
from app.sms.gateway import Outcome, Text
from app.sms.twilio import TwilioGateway

SID = "SM" + "a" * 32
EVENTS = (("queued", ""), ("sent", ""), ("delivered", ""), ("undelivered", "30008"))
FEW = settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
counter = itertools.count(1)


def news(database: Database, ask: Invitation, status: str, code: str, clock: Hands) -> bool:
    with database.writing() as session:
        given_sid = ask.provider_sid or SID
        return take_news(session, News(ask.token, given_sid, status, code), now=clock())


def asks(database: Database) -> list[Invitation]:
    with database.reading() as session:
        question = select(Invitation).where(Invitation.kind == "ask")
        return list(session.exec(question.order_by(Invitation.cycle)))  # type: ignore[arg-type]


def notices(database: Database) -> list[str]:
    with database.reading() as session:
        return [each.kind for each in session.exec(select(Notice))]


@pytest.mark.parametrize("status", ["queued", "sent", "delivered"])
def test_fault_21_news_that_comes_before_our_own_record_is_kept_and_counts(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, status: str
) -> None:
    book()

    def call_back_first(text: Text) -> Outcome:
        token = text.callback.rpartition("/")[2]
        with database.writing() as session:
            assert take_news(session, News(token, sid_of(text), status, ""), now=clock())
        return gateway._accept(text)

    gateway.answer = call_back_first
    assert go().sent == 1
    ask = only_ask(database)
    assert (ask.state, ask.provider_sid) == (FROM_PROVIDER[status], sid_of(gateway.texts[0]))
    clock.move(hours=1)
    go()
    assert len(gateway.texts) == 1
    assert notices(database) == []


@FEW
@given(st.permutations(EVENTS), st.lists(st.sampled_from(EVENTS), max_size=8))
def test_fault_22_in_any_order_and_however_often_the_first_final_word_stays(
    database: Database,
    clock: Hands,
    order: list[tuple[str, str]],
    again: list[tuple[str, str]],
) -> None:
    with database.writing() as session:
        sid = f"SM{next(counter):032x}"
        ask = make_ask(session, make_appointment(session), provider_sid=sid)
    heard = [*order, *again, *order]
    for status, code in heard:
        news(database, ask, status, code, clock)
    first = next(word for word, _ in heard if word in ("delivered", "undelivered"))
    with database.reading() as session:
        assert session.get_one(Invitation, ask.id).state == first
        kept = session.exec(select(Receipt).where(Receipt.invitation_id == ask.id)).all()
    assert len(kept) == len(EVENTS)


@pytest.mark.parametrize(
    ("minutes", "due"),
    [
        (9, DUE + timedelta(minutes=129)),
        # Two hours later the window is shut: on the next day with one.
        (89, DUE.replace(minute=0) + timedelta(days=3)),
    ],
)
def test_fault_23_a_phone_out_of_reach_is_tried_once_more_two_hours_later_and_never_again(
    database: Database,
    gateway: Recording,
    book: Book,
    go: Go,
    clock: Hands,
    minutes: int,
    due: object,
) -> None:
    book()
    go()
    clock.move(minutes=minutes)
    for _ in range(3):
        news(database, asks(database)[0], "undelivered", "30003", clock)
    went = []
    for start in (clock.now, DUE.replace(hour=14, minute=50) + timedelta(days=3)):
        clock.now = start
        for _ in range(14):
            if go().sent:
                went.append(clock.now)
                news(database, asks(database)[-1], "undelivered", "30003", clock)
            clock.move(minutes=10)
    assert len(went) == 1
    assert timedelta() <= went[0] - due < timedelta(minutes=10)  # type: ignore[operator]
    assert [ask.state for ask in asks(database)] == ["undelivered", "undelivered"]


@pytest.mark.parametrize("code", ["30008", "30005", "30004", "30006", "30001", "", "39999"])
def test_fault_23_for_any_other_reason_nothing_goes_again(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, code: str
) -> None:
    book()
    go()
    news(database, only_ask(database), "undelivered", code, clock)
    for _ in range(4):
        clock.move(hours=24)
        go()
    assert len(gateway.texts) == 1
    assert only_ask(database).state == State.UNDELIVERED


words_of_a_receipt = st.from_regex(r"[a-z_\-]{1,40}", fullmatch=True)
codes_of_a_receipt = st.from_regex(r"[0-9]{0,20}", fullmatch=True)


@FEW
@given(words_of_a_receipt, codes_of_a_receipt)
def test_fault_24_a_word_or_code_that_nobody_knows_is_kept_and_shown_to_a_person(
    database: Database, clock: Hands, word: str, code: str
) -> None:
    with database.writing() as session:
        sid = f"SM{next(counter):032x}"
        ask = make_ask(session, make_appointment(session), provider_sid=sid)
    assert news(database, ask, word, code, clock)
    with database.reading() as session:
        after = session.get_one(Invitation, ask.id)
        kept = session.exec(select(Receipt).where(Receipt.invitation_id == ask.id)).one()
        shown = session.exec(select(Notice).where(Notice.invitation_id == ask.id)).all()
    assert (kept.status, kept.error_code) == (word, code)
    assert RANK[State(after.state)] >= RANK[State.ACCEPTED]
    if word not in FROM_PROVIDER:
        assert after.state == State.ACCEPTED
        assert [each.kind for each in shown] == ["unknown_word"]


def test_fault_25_of_what_nobody_reports_we_say_so_after_three_days_and_send_nothing_again(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book(starts_at=VISIT)
    go()
    clock.move(hours=71)
    assert reconcile(database, gateway, clock).never_said == 0
    clock.now = DUE + NEVER_SAID + timedelta(seconds=1)
    assert reconcile(database, gateway, clock).never_said == 1
    assert only_ask(database).state == State.NO_RECEIPT
    go()
    assert sum("What matters most" in text.body for text in gateway.texts) == 1
    # Late news still counts.
    news(database, only_ask(database), "delivered", "", clock)
    assert only_ask(database).state == State.DELIVERED


@pytest.fixture
def fake(clock: Hands) -> Iterator[FakeTwilio]:
    with running() as server:
        server.clock = clock
        yield server


def test_fault_28_two_ids_for_one_text_are_an_incident_that_is_said_once(
    database: Database, fake: FakeTwilio, clock: Hands, book: Book, request: pytest.FixtureRequest
) -> None:
    book()
    live = through(fake, request.getfixturevalue("settings"))
    with database.writing() as session:
        go_live(session, live, by="tests", now=clock())
    gateway = TwilioGateway(live)
    fake.next_moods, fake.look_up_mood = ["fail_after_accepting"], "duplicates"
    assert send_due(database, gateway, live, clock).in_doubt == 1
    clock.move(minutes=2)
    looked = reconcile(database, gateway, clock)
    assert (looked.went, looked.duplicates) == (1, 1)
    for _ in range(3):
        clock.move(minutes=40)
        reconcile(database, gateway, clock)
        send_due(database, gateway, live, clock)
    assert only_ask(database).state == State.ACCEPTED
    assert (notices(database), fake.asked) == (["duplicate"], 1)
