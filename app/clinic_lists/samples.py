"""Three texts that a list will lead to: the exact words, when they go, and what they cost."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, select

from app.appointments.book import not_texted_after, owner_after
from app.appointments.change import Change, RowChange
from app.appointments.holding import HeldPerson
from app.appointments.preview import Looked
from app.clinic_lists.foreseen import Foreseen, Sample
from app.clinic_lists.near import near_visits
from app.clinics.models import Clinic
from app.db import chunks, vault_of
from app.invitations.asking import NOT_THEIRS_ALONE, About, words_of
from app.invitations.live import bare_clinics
from app.invitations.models import Invitation
from app.invitations.opt_out import opted_out_among
from app.invitations.queries import times_of
from app.invitations.rules import IN_WORDS, AskFacts, Due, NotYet, decide_ask
from app.invitations.states import MAY_BE_OWED_ANEW, NOT_LEFT, Kind, State
from app.sms.segments import cost

SAMPLES = 3
# A text in one of these is owed still, or will be owed anew.
OWED = [state.value for state in (NOT_LEFT | MAY_BE_OWED_ANEW) - {State.CLAIMED}]
TO_BE_ASKED = (Change.NEW, Change.MOVED, Change.REBOOKED)


def foresee(session: Session, looked: Looked, *, now: datetime) -> Foreseen:
    """Say which texts the new and moved visits of a list will lead to, as things stand now."""
    wanted = [each for each in looked.preview.rows if each.change in TO_BE_ASKED]
    clinics = _clinics(session, {each.row.clinic_id for each in wanted})
    stopped, asked = _stopped(session, wanted), _asked(session, wanted)
    bare = bare_clinics(session, clinics)
    texted: list[RowChange] = []
    # One of a person: a second text of theirs may have to wait, so its time is not known.
    samples: dict[str, Sample] = {}
    reasons: dict[str, int] = {}
    segments = 0
    for each in wanted:
        clinic = clinics[each.row.clinic_id]
        person = looked.held.people.get(each.row.nhs_number)
        facts = replace(
            _facts(each, person, clinic),
            opted_out=(each.row.mobile or "") in stopped,
            asked=each.appointment_id in asked,
            no_safety_net=each.row.clinic_id in bare,
        )
        decision = decide_ask(facts, times_of(clinic), now)
        if not isinstance(decision, Due | NotYet):
            reason = IN_WORDS[decision.reason]
            reasons[reason] = reasons.get(reason, 0) + 1
            continue
        language = each.row.language or (person.language if person else "en")
        at = decision.at if isinstance(decision, NotYet) else None
        text = _text(each, clinic, at, language)
        segments += text.segments
        texted.append(each)
        if len(samples) < SAMPLES:
            samples.setdefault(each.row.nhs_number, text)
    near = near_visits(texted, looked.changes, looked.held, now=now)
    return Foreseen(len(texted), segments, list(samples.values()), reasons, near)


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


def _asked(session: Session, wanted: list[RowChange]) -> set[UUID]:
    """The visits about which a text is owed or has gone already: they are not asked twice."""
    found: set[UUID] = set()
    for chunk in chunks(each.appointment_id for each in wanted if each.appointment_id):
        asks = select(Invitation).where(
            col(Invitation.appointment_id).in_(chunk),
            Invitation.kind == Kind.ASK.value,
            col(Invitation.state).not_in(OWED),
        )
        found.update(ask.visit_id for ask in session.exec(asks))
    return found


def _facts(each: RowChange, person: HeldPerson | None, clinic: Clinic) -> AskFacts:
    not_texted = not_texted_after(each.row, person) if person else each.row.flagged or None
    return AskFacts(
        status="booked",
        starts_at=each.row.starts_at,
        has_mobile=each.row.mobile is not None,
        opted_out=False,
        not_texted=not_texted,
        born=each.row.date_of_birth,
        owner=owner_after(each.row, person) if person else each.row.number_belongs_to,
        parents_phone=clinic.parents_phone,
    )


def _text(each: RowChange, clinic: Clinic, at: datetime | None, language: str) -> Sample:
    row = each.row
    for_whom = row.number_belongs_to in NOT_THEIRS_ALONE
    about = About(row.first_name, clinic.name, row.starts_at, clinic.time_zone, language, for_whom)
    wording = words_of(Kind.ASK, about)
    name = f"{row.first_name} {row.last_name}"
    return Sample(name, wording.text, at, clinic.time_zone, cost(wording.text).segments)
