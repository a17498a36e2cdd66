"""What tests of sending ask for: a clinic whose texts are due now, and a gateway that counts."""

import hashlib
import threading
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import UUID

import pytest
from cast import SAM, Cast
from factories import make_appointment, make_clinic, make_person
from fake_twilio.server import FakeTwilio, running
from fake_twilio.through import through
from sqlmodel import select

from app.db import Database
from app.invitations.dispatch import Round, send_due
from app.invitations.live import go_live
from app.invitations.models import Invitation
from app.settings import Settings
from app.sms import one_try
from app.sms.gateway import Accepted, InboundText, Outcome, SentText, Text
from app.sms.twilio import TwilioGateway

# The visit is on the Tuesday after the Friday it is asked about; the window opens at 15:00 UTC.
VISIT = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
DUE = datetime(2026, 5, 8, 15, 1, tzinfo=UTC)


class Recording:
    """A gateway that keeps what it is given and answers as told."""

    def __init__(self) -> None:
        self.texts: list[Text] = []
        self.answer: Callable[[Text], Outcome] = self._accept
        self.listed: Sequence[SentText] | None = ()
        self.looks = 0
        self._lock = threading.Lock()

    def send(self, text: Text) -> Outcome:
        """Keep a text and answer."""
        with self._lock:
            self.texts.append(text)
        return self.answer(text)

    def sent_to(self, number: str, since: datetime) -> Sequence[SentText] | None:
        """Say what the provider's list holds: what the test says it does."""
        self.looks += 1
        return self.listed

    def inbound(self, since: datetime) -> Sequence[InboundText] | None:
        """Say that nothing was texted to us."""
        return []

    def _accept(self, text: Text) -> Outcome:
        return Accepted(sid_of(text), "queued")


def sid_of(text: Text) -> str:
    """Make the id that a text is accepted under, the same each time."""
    return "SM" + hashlib.md5(text.callback.encode()).hexdigest()


class Hands:
    """A clock that a test moves."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **by: float) -> None:
        """Move the clock forward."""
        self.now += timedelta(**by)


@pytest.fixture
def gateway() -> Recording:
    return Recording()


@pytest.fixture
def clock() -> Hands:
    return Hands(DUE)


@pytest.fixture
def fake(clock: Hands) -> Iterator[FakeTwilio]:
    """An honest fake that lives in the test's own time."""
    with running() as server:
        server.clock = clock
        yield server


@pytest.fixture
def twilio(settings: Settings, fake: FakeTwilio, monkeypatch: pytest.MonkeyPatch) -> TwilioGateway:
    """The real gateway, which waits for the fake as long as a test may."""
    monkeypatch.setattr(one_try, "READ_SECONDS", 0.15)
    return TwilioGateway(through(fake, settings))


@pytest.fixture
def live(database: Database, settings: Settings, fake: FakeTwilio) -> Settings:
    """Settings under which everybody may be texted, through the fake."""
    found = through(fake, settings)
    with database.writing() as session:
        go_live(session, found, by="tests", now=DUE)
    return found


Book = Callable[..., UUID]
Go = Callable[[], Round]


@pytest.fixture
def go(database: Database, gateway: Recording, settings: Settings, clock: Hands) -> Go:
    """Do one round."""
    return lambda: send_due(database, gateway, settings, clock)


@pytest.fixture
def book(database: Database) -> Book:
    """Store an appointment that is due to be asked about; `given` changes its columns."""

    def make(who: Cast = SAM, **given: Any) -> UUID:
        with database.writing() as session:
            clinic = make_clinic(session, window_opens=time(16, 0), window_closes=time(18, 30))
            person = make_person(session, who)
            return make_appointment(session, clinic, person, **{"starts_at": VISIT} | given).id

    return make


def only_ask(database: Database) -> Invitation:
    """Return the one ask in the outbox, whatever else is owed."""
    with database.reading() as session:
        return session.exec(select(Invitation).where(Invitation.kind == "ask")).one()
