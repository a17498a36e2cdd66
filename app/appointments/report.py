"""What saving a list did, kept with it: its rows for the history, and what was there before."""

import json
import zlib
from base64 import b64decode, b64encode
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import select
from sqlmodel import Session

from app.appointments.change import NO_CHANGE, Changes
from app.appointments.models import Appointment, ClinicList
from app.appointments.prepared import Prepared
from app.appointments.rows import ReportedRow
from app.db import chunks, vault_of
from app.people.models import YoungPerson
from app.privacy import Vault

PLACE = "clinic_list.report"
PEOPLE_COLUMNS = (
    *("first_name_sealed", "last_name_sealed", "date_of_birth_sealed", "mobile_sealed"),
    *("mobile_key", "number_belongs_to", "language", "not_texted", "interpreter"),
    *("ethnicity_sealed", "postcode_area_sealed", "deprivation_decile", "updated_at"),
)
VISIT_COLUMNS = (
    *("starts_at", "status", "visit_kind", "external_id_sealed", "external_key"),
    *("clinic_list_id", "updated_at"),
)


def sealed_report(vault: Vault, list_id: UUID, changes: Changes) -> bytes:
    """Seal the rows of a list, to be kept beside it."""
    rows = [
        ReportedRow(
            each.row.number,
            each.change.value,
            f"{each.row.first_name} {each.row.last_name}",
            each.row.nhs_number,
            each.row.mobile,
            str(each.row.clinic_id),
            each.row.starts_at.isoformat(),
            each.moved_from.isoformat() if each.moved_from else None,
        )
        for each in changes.rows
    ]
    packed = zlib.compress(json.dumps(rows, ensure_ascii=False).encode(), 1)
    return vault.seal_bytes(PLACE, list_id, packed)


def reported_rows(session: Session, kept: ClinicList) -> list[ReportedRow]:
    """Return the rows of a saved list as they were when it was saved."""
    if kept.report_sealed is None:
        return []
    packed = vault_of(session).open_bytes(PLACE, kept.id, kept.report_sealed)
    return [ReportedRow(*row) for row in json.loads(zlib.decompress(packed))]


def accepted_rows(session: Session, kept: ClinicList) -> frozenset[int]:
    """The numbers of the rows that saving this list took."""
    return frozenset(row.number for row in reported_rows(session, kept))


def as_it_was(session: Session, changes: Changes) -> dict[str, Any]:
    """Take down, before anything is written, the rows that a list is about to change."""
    people = {each.person_id for each in changes.rows if each.details_differ and each.person_id}
    people |= set(changes.flagged)
    visits = {
        each.appointment_id
        for each in changes.rows
        if each.appointment_id and each.change not in NO_CHANGE
    } | set(changes.cancelled)
    return {
        "people": list(_rows(session, YoungPerson, PEOPLE_COLUMNS, people)),
        "visits": list(_rows(session, Appointment, VISIT_COLUMNS, visits)),
    }


def keep_before(kept: ClinicList, was: dict[str, Any], prepared: Prepared) -> None:
    """Keep what was there, and the ids of what is new; cells stay sealed as they were."""
    whole = was | {
        "new_people": [each.hex for each in prepared.people],
        "new_visits": [each.hex for each in prepared.visits],
    }
    kept.before = zlib.compress(json.dumps(whole).encode(), 1)


class Before(NamedTuple):
    """What a saved list found: rows as they were, by column, and what it added."""

    people: list[dict[str, Any]]
    visits: list[dict[str, Any]]
    new_people: list[UUID]
    new_visits: list[UUID]


def before(kept: ClinicList) -> Before:
    """Read back what was there before a list was saved."""
    if kept.before is None:
        return Before([], [], [], [])
    whole = json.loads(zlib.decompress(kept.before))
    return Before(
        [_read(row) for row in whole["people"]],
        [_read(row) for row in whole["visits"]],
        [UUID(each) for each in whole["new_people"]],
        [UUID(each) for each in whole["new_visits"]],
    )


def _rows(
    session: Session, table: type[Any], names: Sequence[str], ids: Iterable[UUID]
) -> Iterable[dict[str, Any]]:
    for chunk in chunks(ids):
        found = select(table.id, *(getattr(table, name) for name in names)).where(
            table.id.in_(chunk)
        )
        for row in session.connection().execute(found).mappings():
            yield {name: _written(value) for name, value in row.items()}


def _written(value: Any) -> Any:
    """Write a value so that JSON carries it: bytes, times and ids under their kind."""
    if isinstance(value, bytes):
        return {"bytes": b64encode(value).decode()}
    if isinstance(value, datetime):
        return {"time": value.isoformat()}
    return {"id": value.hex} if isinstance(value, UUID) else value


def _read(row: dict[str, Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row.items()}


def _value(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    kind, text = next(iter(value.items()))
    if kind == "bytes":
        return b64decode(text)
    return datetime.fromisoformat(text) if kind == "time" else UUID(text)
