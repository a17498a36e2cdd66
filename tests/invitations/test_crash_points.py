"""Killed or frozen at every commit and around every call, whatever the provider does: sent once."""

import threading
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial

import pytest
from fake_twilio.server import FakeTwilio, running
from flask import Flask
from invitations.conftest import Book, Hands, only_ask
from invitations.crash_points import (
    KILLED,
    Points,
    WatchedGateway,
    another,
    die,
    forget_rows,
    in_a_process,
)
from sqlmodel import select
from werkzeug.serving import make_server

from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.models import Notice
from app.invitations.reconcile import reconcile
from app.invitations.states import LEFT, State
from app.settings import Settings
from app.sms.twilio import TwilioGateway

# What the provider does with the first text; whatever it is, later ones are accepted.
ACCEPTED_AT_ONCE = ("accept", "call_back_first:sent")
LOST_ANSWERS = (
    "answer_too_late:0.3",
    "hang_up_after_accepting",
    "fail_after_accepting:503",
    "answer_nonsense",
    "answer_without_sid",
    "hang_up_then_accept:0.1",
)
NEVER_ACCEPTED = ("hang_up_before_accepting", "fail_before_accepting:500", "too_many:7")
REFUSED = ("refuse:21211",)
OUTCOMES = (*ACCEPTED_AT_ONCE, *LOST_ANSWERS, *NEVER_ACCEPTED, *REFUSED)
# One of each kind in every run of the tests; the others, which end the same, in the long proofs.
USUAL = {"accept", "answer_too_late:0.3", "fail_after_accepting:503", "hang_up_before_accepting"}


def each(outcomes: Sequence[str], usual: set[str]) -> list[object]:
    """Mark what is left to the long proofs."""
    return [
        outcome if outcome in usual else pytest.param(outcome, marks=pytest.mark.proof)
        for outcome in outcomes
    ]


MOST_POINTS = 40
# Frozen inside a transaction, SQLite lets nobody else write; between the last look at the clock
# and the call nothing can be done, but see what comes of it.
HELD = ("before commit", "before call")
MOST_ROUNDS, MINUTES_BETWEEN = 16, 6.0


@pytest.fixture
def web(app: Flask) -> Iterator[str]:
    """The web process, so that the provider can call it back; its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join(5)
    server.server_close()


@pytest.fixture
def fake(clock: Hands, web: str, settings: Settings) -> Iterator[FakeTwilio]:
    with running(rewrite={settings.public_base_url: web}) as server:
        server.clock = clock
        yield server


@dataclass
class World:
    """One visit that is due, the provider, and the workers of another process."""

    database: Database
    settings: Settings
    fake: FakeTwilio
    twilio: TwilioGateway
    book: Book
    clock: Hands

    def __post_init__(self) -> None:
        self.start = self.clock.now

    def afresh(self, outcome: str) -> None:
        """Forget what was; book the visit again, and let the provider do this to its text."""
        self.clock.now = self.start
        forget_rows(self.database)
        self.fake.forget()
        self.book()
        self.fake.next_moods = [outcome]

    def one_round(self, points: Points) -> None:
        """Do a round in a worker that may be met by something at one of its points."""
        with another(self.database, self.settings, points) as opened:
            watched = WatchedGateway(self.twilio, points)
            send_due(opened, watched, self.settings, self.clock)
            reconcile(opened, watched, self.clock)

    def look(self, points: Points) -> None:
        """Look for texts in a worker that may be met by something at one of its points."""
        with another(self.database, self.settings, points) as opened:
            reconcile(opened, WatchedGateway(self.twilio, points), self.clock)

    def until_settled(self) -> State:
        """Let another go on until all is still, and long after any grace: within one window."""
        for _ in range(MOST_ROUNDS):
            self._undisturbed()
            # What is on its way arrives within minutes, and this clock moves by minutes.
            self.fake.settle()
            self.clock.move(minutes=MINUTES_BETWEEN)
            if self.state in LEFT | {State.REJECTED}:
                break
        self.clock.move(minutes=40)
        self._undisturbed()
        return self.state

    @property
    def state(self) -> State:
        """Where the ask stands."""
        return State(only_ask(self.database).state)

    def _undisturbed(self) -> None:
        send_due(self.database, self.twilio, self.settings, self.clock)
        reconcile(self.database, self.twilio, self.clock)

    def settles_once(self, outcome: str) -> None:
        """Check that the text goes once, whatever was met and whatever the provider did."""
        state = self.until_settled()
        self.fake.settle()
        if outcome in REFUSED:
            # A kill may lose the refusal: then the text was asked for again, and accepted.
            assert len(self.fake.accepted) <= 1
            assert state is State.REJECTED or len(self.fake.accepted) == 1
            return
        assert len(self.fake.accepted) == 1
        assert state in LEFT
        assert only_ask(self.database).provider_sid in self.fake.messages


@pytest.fixture
def world(
    database: Database,
    settings: Settings,
    fake: FakeTwilio,
    twilio: TwilioGateway,
    book: Book,
    clock: Hands,
) -> World:
    return World(database, settings, fake, twilio, book, clock)


@pytest.mark.parametrize("outcome", each(OUTCOMES, USUAL | {"too_many:7", "refuse:21211"}))
def test_faults_1_to_9_a_worker_killed_at_any_point_leaves_a_text_that_goes_once(
    world: World, outcome: str
) -> None:
    for place in range(MOST_POINTS):
        world.afresh(outcome)
        ended = in_a_process(partial(world.one_round, Points(place, die)))
        world.settles_once(outcome)
        if ended != KILLED:
            assert place > 8
            return
    raise AssertionError("a round has more points than were tried")


@pytest.mark.parametrize("outcome", each(OUTCOMES, USUAL | {"too_many:7"}))
def test_fault_12_a_worker_frozen_at_any_point_sends_nothing_twice_when_it_wakes(
    world: World, outcome: str
) -> None:
    for place in range(MOST_POINTS):
        world.afresh(outcome)
        frozen: list[str] = []

        def freeze(name: str, frozen: list[str] = frozen) -> None:
            frozen.append(name)
            if name not in HELD:
                world.until_settled()

        world.one_round(Points(place, freeze))
        world.settles_once(outcome)
        if not frozen:
            assert place > 8
            return
    raise AssertionError("a round has more points than were tried")


@pytest.mark.parametrize("outcome", each([*LOST_ANSWERS, *NEVER_ACCEPTED[:2]], USUAL))
def test_faults_5_to_8_a_look_up_killed_at_any_point_settles_the_text_all_the_same(
    world: World, outcome: str
) -> None:
    for place in range(MOST_POINTS):
        world.afresh(outcome)
        send_due(world.database, world.twilio, world.settings, world.clock)
        world.clock.move(minutes=40)
        ended = in_a_process(partial(world.look, Points(place, die)))
        world.settles_once(outcome)
        if ended != KILLED:
            assert place >= 6
            return
    raise AssertionError("a look has more points than were tried")


def test_fault_28_the_one_duplicate_that_cannot_be_ruled_out_is_seen_and_said(
    world: World,
) -> None:
    world.book()
    world.fake.receipts = ["sent"]
    points = Points(-1, die)
    asleep = threading.Event()

    def sleep(name: str) -> None:
        if name == "before call" and not asleep.is_set():
            asleep.set()
            world.until_settled()

    points.reach = sleep  # type: ignore[method-assign]
    with another(world.database, world.settings, Points(-1, die)) as opened:
        send_due(opened, WatchedGateway(world.twilio, points), world.settings, world.clock)
    world.until_settled()
    world.fake.settle()
    assert len(world.fake.accepted) == 2
    with world.database.reading() as session:
        assert [notice.kind for notice in session.exec(select(Notice))] == ["duplicate"]
