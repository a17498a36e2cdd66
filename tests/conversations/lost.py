"""A provider whose webhooks to us are lost: what was texted is fetched and answered late."""

from datetime import datetime, timedelta

from cast import NOW, SAM
from invitations.conftest import Recording
from sqlmodel import col, select

from app.conversations.answering_late import note_what_became
from app.conversations.intake import understand_waiting
from app.conversations.sweep import sweep
from app.db import Database
from app.invitations.dispatch import plan_due, send_ready
from app.safeguarding.models import ConcernEvent
from app.settings import Settings
from app.sms.gateway import InboundText, Text

R1, R2, MEDICAL, CALM = (
    "i wanna kill myself",
    "my mums boyfriend hits me",
    "cant breathe inhaler not working",
    "sleep",
)
HELP, STRANGER = "Thank you for telling us", "+447700900990"
LATE = NOW + timedelta(minutes=10)
# Eleven at night: no visit is asked about at such an hour.
NIGHT = NOW.replace(hour=22, minute=0)
ABOUT = ("answered", "not_answered")


class Provider(Recording):
    """A provider that was sent texts whose webhooks were lost, and takes ours."""

    def __init__(self, database: Database, settings: Settings) -> None:
        super().__init__()
        self.database, self.settings, self.came = database, settings, list[InboundText]()

    def inbound(self, since: datetime) -> list[InboundText]:
        """What was texted to us, the newest first."""
        return [each for each in reversed(self.came) if each.at >= since]

    def loses(self, body: str, number: str = SAM.mobile or "", at: datetime = NOW) -> str:
        """Take a text to us whose webhook never comes."""
        sid = f"SM{0xE00 + len(self.came):032x}"
        self.came.append(InboundText(sid, number, self.settings.sender, body, 0, at))
        return sid

    def goes_on(self, now: datetime = LATE) -> list[Text]:
        """Let the scheduler fetch, understand, send and note once; return all that went so far."""
        sweep(self.database, self, self.settings, now=now)
        understand_waiting(self.database, now=now)
        plan_due(self.database, self.settings, lambda: now)
        send_ready(self.database, self, self.settings, lambda: now)
        note_what_became(self.database, now=now)
        return self.texts


def events(database: Database, *what: str) -> list[tuple[str, str]]:
    """What the histories of concerns say about answers."""
    with database.reading() as session:
        question = select(ConcernEvent).where(col(ConcernEvent.what).in_(what or ABOUT))
        found = session.exec(question.order_by(col(ConcernEvent.at), col(ConcernEvent.id)))
        return [(each.what, each.code) for each in found]
