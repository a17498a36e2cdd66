"""Taking a saved list back: until the first text about it has gone, and never after."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete, func
from sqlmodel import Session, col, select

from app.appointments.models import Appointment, ClinicList, ListState
from app.appointments.register import lock
from app.appointments.report import before
from app.appointments.undo import TakenBack, take_back
from app.db import chunks
from app.errors import Refusal
from app.invitations.models import Invitation
from app.invitations.states import NEVER_LEFT, State
from app.people.queries import names_of

# A text in one of these has not gone, and can still be taken away.
REMOVABLE = tuple(state.value for state in (State.PLANNED, State.READY, *NEVER_LEFT))


MOST_NAMED = 5


@dataclass(frozen=True)
class Undoable:
    """Whether a list can be taken back; `cannot` says what cannot be undone any more."""

    possible: bool
    cannot: str = ""


def undoable(session: Session, kept: ClinicList) -> Undoable:
    """Say whether a saved list can still be taken back."""
    if kept.state != ListState.SAVED or kept.before is None:
        return Undoable(False)
    gone = _texts_gone(session, kept)
    return Undoable(not gone, cannot_undo(session, gone) if gone else "")


def undo_clinic_list(session: Session, list_id: UUID, *, by: str, now: datetime) -> TakenBack:
    """Take a saved list back, all of it in the caller's transaction.

    Refusal, saying exactly what cannot be undone, once a text about it has gone or is just going.
    """
    kept = session.get_one(ClinicList, list_id)
    lock(session, kept.organisation_code)
    session.refresh(kept)
    if kept.state == ListState.UNDONE:
        raise Refusal("This list has been undone already. Nothing was done twice.")
    if kept.state != ListState.SAVED:
        raise Refusal("This list was never saved, so there is nothing to undo.")
    _hold_visits(session, kept)
    _remove_texts(session, kept)
    gone = _texts_gone(session, kept)
    if gone:
        raise Refusal(cannot_undo(session, gone))
    return take_back(session, kept, by=by, now=now)


def cannot_undo(session: Session, gone: Sequence[UUID]) -> str:
    """Say what cannot be undone any more: texts about these visits have gone. And what to do."""
    people = session.exec(
        select(Appointment.young_person_id).where(col(Appointment.id).in_(gone[:MOST_NAMED]))
    )
    names = sorted(person.name for person in names_of(session, people).values())
    more = len(gone) - MOST_NAMED
    whom = ", ".join(names) + (f" and {more:,} more" if more > 0 else "")
    texts, have = ("One text", "has") if len(gone) == 1 else (f"{len(gone):,} texts", "have")
    return (
        f"{texts} about this list {have} gone, to {whom}, and a text cannot be called back: the "
        "list stays. To call visits off, upload their rows with the status cancelled."
    )


def _of_this_list(session: Session, kept: ClinicList) -> set[UUID]:
    """The visits whose texts are of this list: those it added, moved or booked again."""
    was = before(kept)
    return {*was.new_visits, *(row["id"] for row in was.visits)}


def _hold_visits(session: Session, kept: ClinicList) -> None:
    """Lock the visits first, so that no text is planned about one that is being taken back."""
    if session.get_bind().dialect.name == "postgresql":
        for chunk in chunks(sorted(_of_this_list(session, kept))):
            rows = select(Appointment.id).where(col(Appointment.id).in_(chunk))
            session.exec(rows.order_by(col(Appointment.id)).with_for_update()).all()


def _remove_texts(session: Session, kept: ClinicList) -> None:
    """Take away the texts that are owed about this list and have not gone."""
    for chunk in chunks(_of_this_list(session, kept)):
        session.connection().execute(
            delete(Invitation).where(
                col(Invitation.appointment_id).in_(chunk),
                col(Invitation.state).in_(REMOVABLE),
                col(Invitation.created_at) >= kept.saved_at,
            )
        )


def _texts_gone(session: Session, kept: ClinicList) -> list[UUID]:
    """The visit of each text of this list that has gone, may have gone, or is being sent now."""
    gone: list[UUID] = []
    for chunk in chunks(_of_this_list(session, kept)):
        texts = select(Invitation).where(
            col(Invitation.appointment_id).in_(chunk),
            col(Invitation.state).not_in(REMOVABLE),
            # Owed before this list, and gone since, with what this list says.
            func.coalesce(Invitation.started_at, Invitation.lease_until, Invitation.created_at)
            >= kept.saved_at,
        )
        gone += [text.visit_id for text in session.exec(texts)]
    return gone
