"""The parts that somebody is named for: one first, and others that may go with it in one step."""

from collections.abc import Iterable
from dataclasses import dataclass

from sqlmodel import Session

from app.clinics.models import Clinic
from app.clinics.queries import clinics_seen_by
from app.clinics.safety_people import SafetyPerson, present, same_address
from app.clinics.safety_roles import IN_WORDS, LIST
from app.safety_net.queries import opened
from app.staff.roles import Scope


@dataclass(frozen=True)
class Target:
    """One part: lead or cover of a clinic, or (without a clinic) on the list."""

    role: str
    clinic: Clinic | None = None

    @property
    def value(self) -> str:
        """How a form names it."""
        return f"{self.role}:{self.clinic.id if self.clinic else ''}"


@dataclass(frozen=True)
class Choice:
    """A part that may be named with the first one; `now_there` has it now, if anybody."""

    target: Target
    now_there: SafetyPerson | None
    words: str
    hint: str = ""
    ticked: bool = False

    @property
    def value(self) -> str:
        """How a form names it."""
        return self.target.value


def offered(
    session: Session,
    mine: Scope,
    target: Target,
    now_there: SafetyPerson | None,
    *,
    correct: bool,
) -> list[Choice]:
    """Return what may be done in one step with naming somebody for a part.

    Who puts details right does so for every part of the same address; who names somebody anew may
    name them for the same part of other clinics.
    """
    clinics = clinics_seen_by(session, mine)
    if correct and now_there is not None:
        return list(_same_person(session, now_there, clinics))
    if target.clinic is None:
        return []
    others = [each for each in clinics if target.clinic and each.id != target.clinic.id]
    return [_elsewhere(session, Target(target.role, each)) for each in others]


def _same_person(
    session: Session, person: SafetyPerson, clinics: Iterable[Clinic]
) -> Iterable[Choice]:
    by_id = {each.id: each for each in clinics}
    for each in same_address(session, person)[1:]:
        target = Target(each.role, by_id.get(each.clinic_id) if each.clinic_id else None)
        yield Choice(target, each, _words(target), ticked=True)


def _elsewhere(session: Session, target: Target) -> Choice:
    clinic_id = target.clinic.id if target.clinic else None
    there = present(session, clinic_id, target.role) if clinic_id else []
    hint = f"Now: {opened(session, there[0], 'name')}" if there else "Nobody is named"
    return Choice(target, there[0] if there else None, _words(target), hint)


def _words(target: Target) -> str:
    if target.role == LIST or target.clinic is None:
        return "On the organisation's list"
    part = IN_WORDS[target.role]
    return f"{part[0].upper()}{part[1:]} of {target.clinic.code}, {target.clinic.name}"
