"""Whom the soak texts: people who do not exist, each with visits at different times.

Words to one number always differ, as in life: by them a text is found again on the provider's list.
"""

import itertools
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from uuid import UUID

from cast import SAM
from factories import make_clinic, make_person
from soak.times import OPENS

from app.appointments.models import Appointment
from app.db import Database
from app.invitations.live import go_live
from app.settings import Settings

CLINICS, MOST_PEOPLE = 4, 900
# Far enough ahead that nobody is reminded, near enough that all are asked about at once.
FIRST_DAY, DAYS, SLOTS = 6, 8, 24
SIX_IN_THE_MORNING = timedelta(hours=-9, minutes=-5)


class Feeder:
    """Books visits, some at a time: each is to be asked about at once."""

    def __init__(self, database: Database, settings: Settings, texts: int) -> None:
        self._database = database
        self._people = min(texts, MOST_PEOPLE)
        self._places = iter(range(texts))
        self.booked: list[UUID] = []
        with database.writing() as session:
            go_live(session, settings, by="soak", now=OPENS)
            self._clinics = [self._clinic(session, place) for place in range(CLINICS)]
            self._ids = [self._person(session, place) for place in range(self._people)]

    def book(self, most: int) -> int:
        """Book the next visits; return how many."""
        rows = [self._visit(place) for place in itertools.islice(self._places, most)]
        with self._database.writing() as session:
            session.add_all(rows)
        self.booked += [row.id for row in rows]
        return len(rows)

    @staticmethod
    def _clinic(session: object, place: int) -> UUID:
        return make_clinic(
            session,  # type: ignore[arg-type]
            name=f"Clinic {place}",
            days_of_notice=14,
            window_opens=time(8),
            window_closes=time(20),
            weekdays="1234567",
            avoids_school_hours=False,
            reminds=False,
            created_at=OPENS,
        ).id

    @staticmethod
    def _person(session: object, place: int) -> UUID:
        who = replace(SAM, nhs_number=f"999{place:07d}", mobile=f"+447700900{place:03d}")
        return make_person(session, who, created_at=OPENS, updated_at=OPENS).id  # type: ignore[arg-type]

    def _visit(self, place: int) -> Appointment:
        turn, person = divmod(place, self._people)
        return Appointment(
            clinic_id=self._clinics[person % CLINICS],
            young_person_id=self._ids[person],
            starts_at=visit_at(turn),
            created_at=OPENS,
            updated_at=OPENS,
        )


def visit_at(turn: int) -> datetime:
    """Return when the n-th visit of anybody is: no two of one person are at one time."""
    day, slot = divmod(turn, SLOTS)
    assert day < DAYS
    after = timedelta(days=FIRST_DAY + day, minutes=30 * slot)
    return OPENS + SIX_IN_THE_MORNING + after


def all_differ(turns: Sequence[int]) -> bool:
    """Return whether visits are all at different times."""
    return len({visit_at(turn) for turn in turns}) == len(turns)
