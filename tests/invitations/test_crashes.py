"""A worker that dies or freezes at any point: the text goes once, or is left for a person."""

from datetime import timedelta

from cast import AISHA, SAM, ZOE
from invitations.conftest import DUE, Book, Go, Hands, Recording, only_ask
from sqlalchemy import update
from sqlmodel import col, select

from app.db import Database
from app.invitations import outbox
from app.invitations.claiming import claim_due
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation
from app.invitations.planning import plan_texts
from app.invitations.states import State
from app.settings import Settings
from app.sms.gateway import Outcome, Text


def test_a_worker_killed_between_claim_and_call_leaves_a_text_that_goes_once(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        assert len(outbox.claim(session, 1, now=clock())) == 1
    go()
    assert gateway.texts == []
    clock.move(seconds=61)
    assert go().sent == 1
    assert len(gateway.texts) == 1


def test_a_worker_killed_after_the_mark_leaves_a_text_that_is_not_sent_again_by_itself(
    database: Database,
    gateway: Recording,
    settings: Settings,
    book: Book,
    go: Go,
    clock: Hands,
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        claimed = claim_due(session, settings, 1, now=clock()).ready
        assert outbox.begin(session, [each.row for each in claimed], now=clock())
    clock.move(hours=1)
    go()
    assert gateway.texts == []
    assert only_ask(database).state == State.SUBMITTING


def test_a_worker_whose_lease_has_ended_does_not_call(
    database: Database, book: Book, clock: Hands
) -> None:
    book()
    with database.writing() as session:
        plan_texts(session, now=clock())
        claimed = outbox.claim(session, 1, now=clock())
    assert len(claimed) == 1
    clock.move(seconds=61)
    with database.writing() as session:
        assert not outbox.begin(session, claimed, now=clock())


def test_of_what_is_given_up_together_each_is_given_up_only_if_it_is_ours_still(
    database: Database, settings: Settings, book: Book, clock: Hands
) -> None:
    for who in (SAM, AISHA, ZOE):
        book(who)
    with database.writing() as session:
        plan_texts(session, now=clock())
        claimed = [each.row for each in claim_due(session, settings, 3, now=clock()).ready]
        ours, begun, claimed_again = claimed
        assert outbox.begin(session, [begun], now=clock())
        elsewhere = update(Invitation).where(col(Invitation.id) == claimed_again.id)
        session.connection().execute(elsewhere.values(attempt=2))
        later = clock() + timedelta(hours=1)
        assert outbox.put_back(session, claimed, due_at=later, reason="number_day") == 1
        assert outbox.put_back(session, [], due_at=later) == 0
    with database.reading() as session:
        now_are = {row.id: (row.state, row.due_at) for row in session.exec(select(Invitation))}
    assert now_are == {
        ours.id: ("ready", later),
        begun.id: ("submitting", begun.due_at),
        claimed_again.id: ("claimed", claimed_again.due_at),
    }


def test_a_worker_frozen_between_mark_and_call_does_not_call(
    database: Database, gateway: Recording, settings: Settings, book: Book
) -> None:
    book()
    # The fifth look at the clock is the one just before the call.
    looks = iter([DUE] * 4)
    done = send_due(database, gateway, settings, lambda: next(looks, DUE + timedelta(seconds=30)))
    assert (done.later, done.sent, len(gateway.texts)) == (1, 1, 1)
    assert only_ask(database).attempt == 2


def test_nothing_is_sent_while_a_transaction_is_open(
    database: Database, gateway: Recording, book: Book, go: Go
) -> None:
    book()
    open_connections = []

    def look(text: Text) -> Outcome:
        open_connections.append(database.engine.pool.checkedout())  # type: ignore[attr-defined]
        return gateway._accept(text)

    gateway.answer = look
    go()
    assert open_connections == [0]
