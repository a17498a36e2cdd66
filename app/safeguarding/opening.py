"""Opening a concern beside the reply it is about, and saying later whose it is."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select
from sqlmodel import Session, col

from app.appointments.models import Appointment
from app.clinics.models import Clinic
from app.db import chunks, insert_new, unseal
from app.invitations.models import Invitation
from app.logs import logger
from app.people.models import YoungPerson
from app.privacy import Vault, new_id
from app.safeguarding.history import count_anew
from app.safeguarding.look import PRESSING, Look, as_json, signs_in, tier_for
from app.safeguarding.models import Concern, ConcernEvent, PhrasesOff

log = logger(__name__)

BY = "webhook"
EVENT = insert(ConcernEvent)

_TEXTED: Any = (
    select(col(Clinic.organisation_code), col(Clinic.id).label("clinic_id"))
    .join(Invitation, col(Invitation.clinic_id) == col(Clinic.id))
    .where(col(Invitation.number_key) == bindparam("number"))
    .order_by(col(Invitation.started_at).desc().nulls_last())
)
_HOLDERS: Any = (
    select(col(YoungPerson.organisation_code), col(Appointment.clinic_id))
    .outerjoin(Appointment, col(Appointment.young_person_id) == col(YoungPerson.id))
    .where(col(YoungPerson.mobile_key) == bindparam("number"))
    .order_by(col(Appointment.starts_at).desc().nulls_last())
)

# Of many numbers: each with each clinic once, and when that was last.
_MANY_TEXTED: Any = (
    select(
        col(Invitation.number_key).label("key"),
        col(Clinic.organisation_code),
        col(Clinic.id).label("clinic_id"),
    )
    .join(Invitation, col(Invitation.clinic_id) == col(Clinic.id))
    .where(col(Invitation.number_key).in_(bindparam("numbers", expanding=True)))
    .group_by(col(Invitation.number_key), col(Clinic.organisation_code), col(Clinic.id))
    .order_by(func.max(col(Invitation.started_at)).desc().nulls_last())
)
_MANY_HOLDERS: Any = (
    select(
        col(YoungPerson.mobile_key).label("key"),
        col(YoungPerson.organisation_code),
        col(Appointment.clinic_id),
    )
    .outerjoin(Appointment, col(Appointment.young_person_id) == col(YoungPerson.id))
    .where(col(YoungPerson.mobile_key).in_(bindparam("numbers", expanding=True)))
    .group_by(
        col(YoungPerson.mobile_key), col(YoungPerson.organisation_code), col(Appointment.clinic_id)
    )
    .order_by(func.max(col(Appointment.starts_at)).desc().nulls_last())
)


def open_concern(
    on: Connection, vault: Vault, reply_id: UUID, number_key: bytes, look: Look, *, now: datetime
) -> UUID | None:
    """Open the concern of a reply, if a look at it found any; None where none is opened.

    Nothing is opened where every organisation that the number may belong to has switched this off:
    then as ever a person reads each reply.
    """
    if not look.tier:
        return None
    owners = owners_of(on, number_key)
    if _is_off(on, {code for code, _ in owners}):
        log.info("phrases_are_off", reply=str(reply_id))
        return None
    row = new_id()
    code, clinic_id = owners[0] if owners else (None, None)
    values: dict[str, Any] = {
        "id": row,
        "reply_id": reply_id,
        "number_key": number_key,
        "organisation_code": code,
        "clinic_id": clinic_id,
        "tier": look.tier,
        "first_tier": look.tier,
        "medical": look.medical,
        "found_by": "reader_failed" if look.failed else "phrases",
        "rules": look.rules,
        "signs_sealed": vault.seal("concern.signs", row, as_json(look)),
        "opened_at": now,
        "step": 0,
        "due_at": now if look.tier <= PRESSING else None,
    }
    if insert_new(on, Concern, [values], ("reply_id",)) == 0:
        return None
    add_event(on, row, "opened", by=BY, now=now, code=f"tier {look.tier}")
    log.warning("concern_opened", concern=str(row), reply=str(reply_id), tier=look.tier)
    return row


def add_event(
    on: Session | Connection,
    concern_id: UUID,
    what: str,
    *,
    by: str,
    now: datetime,
    code: str = "",
    note: str = "",
    vault: Vault | None = None,
) -> None:
    """Write down what happened to a concern, inside the caller's transaction."""
    row = new_id()
    sealed = vault.seal("concern_event.note", row, note) if vault and note else None
    values = {"id": row, "concern_id": concern_id, "what": what, "by": by, "at": now}
    connection = on.connection() if isinstance(on, Session) else on
    connection.execute(EVENT, {**values, "code": code[:80], "note_sealed": sealed})


def owners_of(on: Connection, number_key: bytes) -> list[tuple[str, UUID | None]]:
    """Return whose a number may be, the likeliest first: organisations, each with a clinic."""
    found = on.execute(_TEXTED, {"number": number_key}).all()
    found = found or on.execute(_HOLDERS, {"number": number_key}).all()
    return list(dict.fromkeys((row.organisation_code, row.clinic_id) for row in found))


def likeliest_owners(
    on: Connection, number_keys: Iterable[bytes]
) -> dict[bytes, tuple[str, UUID | None]]:
    """Return whose each of many numbers most likely is, as `owners_of` says, where anybody's."""
    found: dict[bytes, tuple[str, UUID | None]] = {}
    for chunk in chunks(number_keys):
        for question in (_MANY_TEXTED, _MANY_HOLDERS):
            left = [key for key in chunk if key not in found]
            rows = on.execute(question, {"numbers": left}).all() if left else []
            for row in rows:
                found.setdefault(row.key, (row.organisation_code, row.clinic_id))
    return found


def place_concern(
    session: Session, concern_id: UUID, *, by: str, now: datetime, age: int | None, **whose: Any
) -> int:
    """Note whose a concern is (columns of it by name); return its tier, which age may change."""
    concern = session.get_one(Concern, concern_id)
    before = [getattr(concern, name) for name in whose]
    if before != list(whose.values()):
        for name, value in whose.items():
            setattr(concern, name, value)
        add_event(session, concern_id, "placed", by=by, now=now)
    tier = tier_for(signs_in(unseal(session, concern, "signs")), concern.tier, age)
    if tier != concern.tier and _is_untouched(session, concern):
        concern.tier, concern.due_at = tier, None
        add_event(session, concern_id, "lowered", by=by, now=now, code=f"tier {tier} by age")
    session.add(concern)
    session.flush()
    return concern.tier


def _is_untouched(session: Session, concern: Concern) -> bool:
    """Return whether nobody was told of a concern, has acknowledged it, or asked for it anew."""
    if concern.step or concern.acknowledged_at is not None:
        return False
    return count_anew(session, concern.id) == 0


def concern_about(session: Session, reply_id: UUID) -> UUID | None:
    """Return the concern that a reply is, if it is one."""
    question = select(col(Concern.id)).where(col(Concern.reply_id) == reply_id)
    found: UUID | None = session.connection().execute(question).scalar()
    return found


def _is_off(on: Connection, codes: set[str]) -> bool:
    off = select(col(PhrasesOff.organisation_code)).where(col(PhrasesOff.on_at).is_(None))
    return bool(codes) and codes <= set(on.execute(off).scalars())
