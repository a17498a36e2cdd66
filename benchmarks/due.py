"""Young people whose texts are due at one moment, and the settings that texts go out with."""

import os
import time
from datetime import UTC, date, datetime, timedelta
from uuid import UUID

from pydantic import SecretStr

from app.appointments.rows import ListRow
from app.appointments.words import Status
from app.clock import SteadyClock
from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.live import go_live
from app.logs import set_up
from app.settings import Settings
from app.sms.gateway import Accepted, Outcome, Text
from app.sms.pretend_phone import new_sid
from benchmarks import plain_session
from benchmarks.databases import ORGANISATION, address_of, clinics_of, opened, settings
from benchmarks.material import READ_AT, rows
from benchmarks.measuring import fresh_process

# A Friday, in the window of every clinic here; the visits are on the Tuesday after.
DUE = datetime(2026, 5, 8, 15, 1, tzinfo=UTC)
VISIT = datetime(2026, 5, 12, 8, 30, tzinfo=UTC)
# By the environment: when a benchmark began, in seconds that all processes of a machine share.
BEGAN = "BENCHMARK_BEGAN"
ACCOUNT, TOKEN = "AC" + "0" * 32, "token-of-the-benchmarks-token-of-the-benchmarks"
SENDER = "+447700900999"
PUBLIC = "https://whatmatters.example"
AT_ONCE = 64
A_LOT = 1_000_000


def sending_settings(provider: str, at_once: int) -> Settings:
    """Settings as in life, with a provider at an address and every cap out of the way."""
    changed = {
        "public_base_url": PUBLIC,
        "gateway": "twilio",
        "texting": "live",
        "sender": SENDER,
        "secret_key": SecretStr(TOKEN),
        "twilio_account_sid": ACCOUNT,
        "twilio_auth_token": SecretStr(TOKEN),
        "twilio_api_base_url": provider,
        "sender_rate": 1000.0,
        "texts_at_once": at_once,
        "most_per_clinic_an_hour": A_LOT,
        "most_a_day": A_LOT,
    }
    return settings().model_copy(update=changed)


def afterwards() -> datetime:
    """An hour after everybody was asked, and on from when the benchmark began.

    One clock for all its processes: a scheduler that is ahead of the web process takes replies up
    that a webhook has in hand.
    """
    return DUE + timedelta(hours=1, seconds=time.monotonic() - float(os.environ[BEGAN]))


def fill(database: Database, count: int, before: int = 0) -> None:
    """Book so many young people in, all to be asked at the same moment, and go live."""
    clinics = [clinic.id for clinic in clinics_of(database)]
    people = [
        _row(place, row, clinics[place % len(clinics)])
        for place, row in enumerate(rows(count, seed=before + 1, before=before))
    ]
    plain_session.save(database, ORGANISATION, people, READ_AT)
    with database.writing() as session:
        go_live(session, sending_settings("", 1), by="benchmark", now=READ_AT)


def _row(place: int, row: tuple[object, ...], clinic: UUID) -> ListRow:
    nhs_number, first_name, last_name, born, mobile = row[:5]
    assert isinstance(born, date)
    return ListRow(
        number=place,
        nhs_number=str(nhs_number),
        first_name=str(first_name),
        last_name=str(last_name),
        date_of_birth=born,
        mobile=f"+44{str(mobile)[1:]}",
        number_belongs_to="self",
        language="en",
        clinic_id=clinic,
        starts_at=VISIT,
        appointment_id=None,
        status=Status.BOOKED,
    )


class AtOnce:
    """A provider that takes every text at once, and is asked nothing else."""

    def send(self, text: Text) -> Outcome:
        """Take one text."""
        return Accepted(new_sid(), "queued")

    def sent_to(self, number: str, since: datetime) -> None:
        """Say nothing."""

    def inbound(self, since: datetime) -> None:
        """Say nothing."""


def ask(database: Database) -> int:
    """Ask everybody who is due, as the service does, in a process of its own; return how many."""
    return int(fresh_process("benchmarks.due", "asked", address_of(database)))


def asked(address: str) -> int:
    """Ask everybody who is due in a database, in this process."""
    set_up("ERROR")
    told = sending_settings("", AT_ONCE)
    return send_due(opened(address), AtOnce(), told, SteadyClock(lambda: DUE)).sent
