"""Help that is owed late goes once, wherever a worker dies and whatever the provider does."""

import itertools
from functools import partial

import pytest
from fake_twilio.server import FakeTwilio
from faults.net import R1
from invitations.conftest import Hands, clock, fake, twilio
from invitations.crash_points import (
    KILLED,
    Points,
    WatchedGateway,
    another,
    die,
    in_a_process,
)
from sqlmodel import col, select

from app.conversations.answering_late import note_what_became
from app.conversations.intake import understand_waiting
from app.conversations.sweep import sweep
from app.db import Database, vault_of
from app.invitations.dispatch import send_ready
from app.invitations.live import go_live
from app.invitations.models import Invitation, Notice
from app.invitations.planning import plan_texts
from app.invitations.reconcile import reconcile
from app.safeguarding.models import Concern, ConcernEvent
from app.sms.gateway import Gateway
from app.sms.twilio import TwilioGateway

MOST_POINTS, MOST_ROUNDS, MINUTES_BETWEEN = 60, 30, 6.0
ABOUT = ("answered", "not_answered")
# What the provider does with the first text; those that end the same are left to the long proofs.
__all__ = ["clock", "fake", "twilio"]

REFUSES = "refuse:21610"
MOODS = [
    *("accept", "fail_after_accepting:503", "hang_up_before_accepting"),
    *(pytest.param(each, marks=pytest.mark.proof) for each in ("answer_too_late:0.3", REFUSES)),
]


class World:
    """A text to us whose webhook is lost, the provider, and schedulers that may die."""

    def __init__(
        self, database: Database, twilio: TwilioGateway, fake: FakeTwilio, clock: Hands
    ) -> None:
        self.database, self.twilio, self.fake, self.clock = database, twilio, fake, clock
        self.settings, self.phones, self.number = twilio._settings, itertools.count(10_000), ""
        with database.writing() as session:
            go_live(session, self.settings, by="tests", now=clock())

    def afresh(self, mood: str) -> None:
        """Let a number that nobody knows text us, and no webhook tell of it."""
        self.number = f"+4477009{next(self.phones)}"
        self.fake.inbound(self.number, self.settings.sender, R1)
        self.fake.next_moods = [mood]
        self.clock.move(minutes=2)

    def one_round(self, points: Points) -> None:
        """Do what a scheduler does, in one that may be met by something at one of its points."""
        with another(self.database, self.settings, points) as opened:
            self.goes_on(opened, WatchedGateway(self.twilio, points))

    def goes_on(self, database: Database, gateway: Gateway) -> None:
        """Fetch, understand, send, look and note once."""
        sweep(database, gateway, self.settings, now=self.clock())
        understand_waiting(database, now=self.clock())
        with database.writing() as session:
            plan_texts(session, now=self.clock())
        send_ready(database, gateway, self.settings, self.clock)
        reconcile(database, gateway, self.clock)
        note_what_became(database, now=self.clock())

    def until_settled(self) -> None:
        """Let another go on until all is still, and once more long after any grace."""
        for _ in range(MOST_ROUNDS):
            self.goes_on(self.database, self.twilio)
            self.fake.settle()
            self.clock.move(minutes=MINUTES_BETWEEN)
            if self.told():
                break
        self.clock.move(minutes=40)
        self.goes_on(self.database, self.twilio)
        self.fake.settle()

    def told(self) -> list[str]:
        """What the history of the concern says about it."""
        with self.database.reading() as session:
            theirs = col(Concern.number_key) == vault_of(session).lookup("mobile", self.number)
            question = select(ConcernEvent.what).join(Concern).where(theirs)
            return list(session.exec(question.where(col(ConcernEvent.what).in_(ABOUT))))

    def owed(self) -> int:
        """How many texts were ever owed to the number."""
        with self.database.reading() as session:
            key = vault_of(session).lookup("mobile", self.number)
            return len(session.exec(select(Invitation).where(Invitation.number_key == key)).all())


@pytest.fixture
def world(database: Database, twilio: TwilioGateway, fake: FakeTwilio, clock: Hands) -> World:
    return World(database, twilio, fake, clock)


def notices(world: World) -> list[str]:
    """What people were told of texts: nothing went twice."""
    with world.database.reading() as session:
        return list(session.exec(select(Notice.kind)))


@pytest.mark.parametrize("mood", MOODS)
def test_a_scheduler_killed_at_any_point_leaves_help_that_goes_once(
    world: World, mood: str
) -> None:
    for place in range(MOST_POINTS):
        world.afresh(mood)
        ended = in_a_process(partial(world.one_round, Points(place, die)))
        world.until_settled()
        if mood != REFUSES:
            assert world.fake.sent_to.count(world.number) == 1
            assert world.told() == ["answered"]
        else:
            # A kill may lose the refusal: then the text was asked for again, and accepted.
            assert world.fake.sent_to.count(world.number) <= 1
            assert world.told() == (
                ["answered"] if world.fake.sent_to.count(world.number) else ["not_answered"]
            )
        assert world.owed() == 1
        if ended != KILLED:
            assert place > 8
            assert notices(world) == []
            return
    raise AssertionError("a round has more points than were tried")
