"""Three texts that a list will lead to: the exact words, when they go, and what they cost."""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.changes import Change, RowChange
from app.appointments.previewed import Preview
from app.clinic_lists.foreseen import Foreseen, Sample
from app.clinics.models import Clinic
from app.db import vault_of
from app.invitations.asking import ask_words
from app.invitations.opt_out import opted_out_among
from app.invitations.queries import times_of
from app.invitations.rules import IN_WORDS, AskFacts, Due, NotYet, decide_ask
from app.sms.segments import cost

SAMPLES = 3
TO_BE_ASKED = (Change.NEW, Change.MOVED, Change.REBOOKED)


def foresee(session: Session, preview: Preview, *, now: datetime) -> Foreseen:
    """Say which texts the new and moved visits of a list will lead to, as things stand now."""
    wanted = [each for each in preview.rows if each.change in TO_BE_ASKED]
    clinics = _clinics(session, {each.row.clinic_id for each in wanted})
    stopped = _stopped(session, wanted)
    samples: list[Sample] = []
    held: dict[str, int] = {}
    texts = segments = 0
    for each in wanted:
        clinic = clinics[each.row.clinic_id]
        facts = _facts(each, (each.row.mobile or "") in stopped)
        decision = decide_ask(facts, times_of(clinic), now)
        if not isinstance(decision, Due | NotYet):
            reason = IN_WORDS[decision.reason]
            held[reason] = held.get(reason, 0) + 1
            continue
        text = _text(each, clinic, decision.at if isinstance(decision, NotYet) else None)
        texts, segments = texts + 1, segments + text.segments
        if len(samples) < SAMPLES:
            samples.append(text)
    return Foreseen(texts, segments, samples, held)


def _clinics(session: Session, ids: set[UUID]) -> dict[UUID, Clinic]:
    found = session.exec(select(Clinic).where(col(Clinic.id).in_(ids)))
    return {clinic.id: clinic for clinic in found}


def _stopped(session: Session, wanted: list[RowChange]) -> set[str]:
    vault = vault_of(session)
    keys = {
        vault.lookup("mobile", each.row.mobile): each.row.mobile
        for each in wanted
        if each.row.mobile
    }
    return {keys[key] for key in opted_out_among(session, keys)}


def _facts(each: RowChange, opted_out: bool) -> AskFacts:
    return AskFacts(
        status="booked",
        starts_at=each.row.starts_at,
        has_mobile=each.row.mobile is not None,
        opted_out=opted_out,
        not_texted=each.row.flagged or None,
    )


def _text(each: RowChange, clinic: Clinic, at: datetime | None) -> Sample:
    row = each.row
    wording = ask_words(
        row.first_name, clinic.name, row.starts_at, clinic.time_zone, row.language or "en"
    )
    name = f"{row.first_name} {row.last_name}"
    return Sample(name, wording.text, at, clinic.time_zone, cost(wording.text).segments)
