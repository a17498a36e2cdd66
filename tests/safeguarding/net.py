"""A clinic with its people and one concern, for tests: the clock is turned by hand."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from cast import NOW
from factories import make_clinic, make_reply, make_safety_person
from sqlmodel import col, select

from app.db import Database
from app.safeguarding.handing_over import Carriers, hand_over
from app.safeguarding.look import Look, look_at
from app.safeguarding.mail import mailer_for
from app.safeguarding.models import Alert, Concern
from app.safeguarding.opening import open_concern
from app.safeguarding.telling import tell_what_is_due
from app.settings import Settings
from app.sms.gateway import Accepted, Outcome, Text

NUMBER = "+447700900101"
WORDS = "i wanna kill myself"
QUARTER = timedelta(minutes=15)


@dataclass
class Texts:
    """A gateway that keeps what it is given, and answers as it is told."""

    sent: list[Text] = field(default_factory=list)
    answer: Outcome = field(default_factory=lambda: Accepted("SM" + "0" * 32, "queued"))

    def send(self, text: Text) -> Outcome:
        self.sent.append(text)
        return self.answer

    def sent_to(self, number: str, since: datetime) -> None:
        return None

    def inbound(self, since: datetime) -> None:
        return None


class Net:
    """A clinic with its people, one concern, and a clock that is turned by hand."""

    def __init__(self, database: Database, settings: Settings) -> None:
        self.database, self.settings, self.now, self.texts = database, settings, NOW, Texts()
        with database.writing() as session:
            clinic = make_clinic(session, netted=False)
            self.clinic_id = clinic.id
            for role in ("lead", "cover", "list"):
                make_safety_person(session, clinic, role, email=f"{role}@riverside.example")

    def opens(self, words: str = WORDS) -> None:
        with self.database.writing() as session:
            reply = make_reply(session, None, words, number=NUMBER)
            look: Look = look_at((), words)
            on, vault = session.connection(), self.database.vault
            concern = open_concern(on, vault, reply.id, reply.number_key, look, now=self.now)
            row = session.get_one(Concern, concern)
            row.clinic_id, row.organisation_code = self.clinic_id, "XLD01"
            session.add(row)

    def ticks(self, later: timedelta = timedelta()) -> int:
        self.now += later
        tell_what_is_due(self.database, now=self.now)
        clock: Callable[[], datetime] = lambda: self.now  # noqa: E731
        mailer = mailer_for(self.settings, self.database, clock)
        return hand_over(self.database, Carriers(mailer, self.texts), self.settings, clock)

    def concern(self) -> Concern:
        with self.database.reading() as session:
            return session.exec(select(Concern)).one()

    def alerts(self) -> list[tuple[str, str, str]]:
        with self.database.reading() as session:
            rows = session.exec(select(Alert).order_by(col(Alert.step), col(Alert.channel)))
            return [(row.channel, row.state, row.failure) for row in rows]
