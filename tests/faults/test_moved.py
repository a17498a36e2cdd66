"""Fault 60, raced: a visit is moved or cancelled in the very moment that its text is sent."""

import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from random import Random
from typing import Any
from uuid import UUID

import pytest
from cast import SAM, Cast
from factories import make_appointment, make_clinic, make_person
from invitations.conftest import VISIT, Hands, Recording
from sqlmodel import select

from app.appointments.models import Appointment
from app.db import Database
from app.invitations import dispatch
from app.invitations.claiming import Claimed, claim_due
from app.invitations.dispatch import plan_due, send_ready
from app.invitations.models import Invitation
from app.invitations.states import LEFT, NEVER_LEFT, State
from app.settings import Settings

RACES = 200
LEAD = Random(60)
OLD, NEW = "Tue 12 May", "Wed 13 May"


def many(database: Database) -> list[UUID]:
    """Book as many visits as there are races, each of somebody with a phone of their own."""
    with database.writing() as session:
        clinic = make_clinic(session)
        clinic.avoids_school_hours = False
        return [
            make_appointment(
                session, clinic, make_person(session, another(place)), starts_at=VISIT
            ).id
            for place in range(RACES)
        ]


def another(place: int) -> Cast:
    number = f"99900{place:05}"
    return Cast("Sam", "Okafor", number, SAM.date_of_birth, f"+4477009{place:05}")


class Watched:
    """What was claimed with which words, and when the claim began to look."""

    def __init__(self) -> None:
        self.words: dict[UUID, tuple[float, str]] = {}
        self.seen = self.changed = 0

    def claim(self, *given: Any, **named: Any) -> Claimed:
        """Claim, and keep what came of it."""
        began = time.monotonic()
        found = claim_due(*given, **named)
        self.words |= {ready.row.visit_id: (began, ready.text.body) for ready in found.ready}
        self.seen += len(found.ready) + found.held
        return found

    def not_far_ahead(self) -> None:
        """Let the sender wait a moment for whoever changes the visits."""
        ends = time.monotonic() + 0.5
        while self.changed < min(self.seen - 8, RACES) and time.monotonic() < ends:
            time.sleep(0.001)

    def wait_for(self, place: int) -> None:
        """Wait until the claims are about to come to this place of the queue, or a little past."""
        ends = time.monotonic() + 2
        near = place + LEAD.randint(-6, 4)
        while self.seen < min(near, RACES - 8) and time.monotonic() < ends:
            time.sleep(0.001)


def change(database: Database, visit: UUID, **values: object) -> float:
    """Change a visit as a list would; return when that was kept."""
    with database.writing() as session:
        for name, value in values.items():
            setattr(session.get_one(Appointment, visit), name, value)
    return time.monotonic()


@pytest.fixture
def fast(settings: Settings) -> Settings:
    """Settings under which nothing but the race decides."""
    given = {"sender_rate": 1000.0, "texts_at_once": 8, "most_per_clinic_an_hour": 9_999}
    return settings.model_copy(update=given)


def race(
    database: Database, gateway: Recording, settings: Settings, clock: Hands,
    monkeypatch: pytest.MonkeyPatch, changed: Callable[[UUID], float],
) -> tuple[Watched, dict[UUID, float]]:  # fmt: skip
    """Send everything while every visit is changed, one after the other, from the same end."""
    watched, visits, over = Watched(), many(database), threading.Event()
    monkeypatch.setattr(dispatch, "claim_due", watched.claim)
    plan_due(database, settings, clock)
    with database.reading() as session:
        order = {each.appointment_id: each.id for each in session.exec(select(Invitation))}
    visits.sort(key=lambda visit: order[visit])

    def stop() -> bool:
        watched.not_far_ahead()
        return over.is_set()

    def send() -> None:
        while not over.is_set():
            send_ready(database, gateway, settings, clock, stop)
            time.sleep(0.005)

    with ThreadPoolExecutor(1) as beside:
        sending = [beside.submit(send)]
        kept = {}
        for place, visit in enumerate(visits):
            watched.wait_for(place)
            kept[visit] = changed(visit)
            watched.changed = place + 1
        over.set()
        for each in sending:
            each.result(60)
    plan_due(database, settings, clock)
    send_ready(database, gateway, settings, clock)
    return watched, kept


def test_fault_60_no_text_claimed_after_a_move_has_the_old_time(
    database: Database, gateway: Recording, fast: Settings, clock: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def moved(visit: UUID) -> float:
        return change(database, visit, starts_at=VISIT + timedelta(days=1))

    watched, kept = race(database, gateway, fast, clock, monkeypatch, moved)
    assert len(watched.words) == RACES
    late = {visit: words for visit, (at, words) in watched.words.items() if at > kept[visit]}
    assert [words for words in late.values() if NEW not in words or OLD in words] == []
    # Each went once, and it was a race: both words were said.
    assert len(gateway.texts) == len({text.to for text in gateway.texts}) == RACES
    assert 0 < sum(OLD in text.body for text in gateway.texts) < RACES


def test_fault_60_no_text_is_claimed_after_its_visit_was_cancelled(
    database: Database, gateway: Recording, fast: Settings, clock: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    def cancelled(visit: UUID) -> float:
        return change(database, visit, status="cancelled")

    watched, kept = race(database, gateway, fast, clock, monkeypatch, cancelled)
    assert [visit for visit, (at, _) in watched.words.items() if at > kept[visit]] == []
    # What was claimed and given back unsent is not claimed again.
    assert len(gateway.texts) == len({text.to for text in gateway.texts}) <= len(watched.words)
    assert 0 < len(gateway.texts) < RACES
    with database.reading() as session:
        ended = {row.appointment_id: State(row.state) for row in session.exec(select(Invitation))}
    assert set(ended.values()) <= LEFT | NEVER_LEFT
    went = {visit for visit, state in ended.items() if state in LEFT}
    assert went <= set(watched.words)
    assert len(went) == len(gateway.texts)
