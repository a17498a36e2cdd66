"""The saving anybody would write first: one object a row, handed to SQLModel's session."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel import Session

from app.appointments.models import Appointment
from app.appointments.rows import ListRow
from app.db import Database, seal, vault_of
from app.people.models import YoungPerson
from app.privacy import new_id


def save(database: Database, organisation_code: str, rows: Sequence[ListRow], now: datetime) -> int:
    """Save every row as a new person with a new visit; return how many."""
    with database.writing() as session:
        people = [_person(session, organisation_code, row, now) for row in rows]
        session.add_all(people)
        session.flush()
        visits = [
            _visit(session, person, row, now) for person, row in zip(people, rows, strict=True)
        ]
        session.add_all(visits)
    return len(visits)


def _person(session: Session, organisation_code: str, row: ListRow, now: datetime) -> YoungPerson:
    vault, person_id = vault_of(session), new_id()

    def sealed(column: str, words: str) -> bytes:
        return vault.seal(f"young_person.{column}", person_id, words)

    return YoungPerson(
        id=person_id,
        organisation_code=organisation_code,
        nhs_number_sealed=sealed("nhs_number", row.nhs_number),
        nhs_number_key=vault.lookup("nhs_number", row.nhs_number),
        first_name_sealed=sealed("first_name", row.first_name),
        last_name_sealed=sealed("last_name", row.last_name),
        date_of_birth_sealed=sealed("date_of_birth", row.date_of_birth.isoformat()),
        mobile_sealed=sealed("mobile", row.mobile) if row.mobile else None,
        mobile_key=vault.lookup("mobile", row.mobile) if row.mobile else None,
        number_belongs_to=row.number_belongs_to,
        language=row.language or "en",
        created_at=now,
        updated_at=now,
    )


def _visit(session: Session, person: YoungPerson, row: ListRow, now: datetime) -> Appointment:
    visit = Appointment(
        clinic_id=row.clinic_id,
        young_person_id=person.id,
        starts_at=row.starts_at,
        created_at=now,
        updated_at=now,
    )
    if row.appointment_id:
        seal(session, visit, "external_id", row.appointment_id)
        visit.external_key = vault_of(session).lookup("appointment_id", row.appointment_id)
    return visit
