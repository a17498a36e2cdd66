"""Rows of the last release, in every table it had: what a migration has to keep."""

from datetime import UTC, datetime, time
from typing import Any
from uuid import UUID

from alembic import command
from sqlalchemy import Connection, MetaData, insert

from app.db import engine_to
from app.migrations.run import configuration

LAST_RELEASE = "0003"
AT = datetime(2026, 5, 1, 9, 0, tzinfo=UTC)
CLINIC, PERSON, LIST, VISIT, STAFF = (UUID(int=place) for place in range(1, 6))
SEALED = b"\x01sealed"
FROZEN = {
    "number_sealed": SEALED, "number_key": b"mobile", "body_sealed": SEALED,
    "template": "en/ask@00000000", "attempt": 1,
}  # fmt: skip
# Every state that a text could be in, and what it needed for that.
TEXTS: dict[str, dict[str, Any]] = {
    "ready": {},
    "claimed": FROZEN | {"lease_until": AT},
    # An earlier release freed a lease by its time only; one without is freed at once.
    "claimed without a lease": FROZEN,
    "submitting": FROZEN | {"started_at": AT},
    "in_doubt": FROZEN | {"started_at": AT, "reason": "timeout"},
    "accepted": FROZEN | {"started_at": AT, "provider_sid": "SM1", "accepted_at": AT},
    "delivered": FROZEN | {"started_at": AT, "provider_sid": "SM2", "accepted_at": AT},
    "suppressed": {"reason": "opted_out", "finished_at": AT},
    "rejected": FROZEN | {"started_at": AT, "error_code": "21614", "finished_at": AT},
}


def text_row(place: int, state: str, more: dict[str, Any]) -> dict[str, Any]:
    """Make a row of a text in a state."""
    return {
        "id": UUID(int=100 + place), "appointment_id": VISIT, "kind": "ask", "cycle": place + 1,
        "state": state.split()[0], "due_at": AT, "attempt": 0, "token": f"{place:032x}",
        "created_at": AT,
    } | more  # fmt: skip


ROWS: dict[str, list[dict[str, Any]]] = {
    "clinic": [{
        "id": CLINIC, "organisation_code": "XLD01", "code": "RIV", "name": "Riverside",
        "days_of_notice": 4, "window_opens": time(16, 0), "window_closes": time(18, 30),
        "weekdays": "12345", "time_zone": "Europe/London", "desk_phone": "020 7946 0011",
        "concerns_email": "concerns@riverside.example", "created_at": AT,
    }],
    "clinic_list": [{
        "id": LIST, "organisation_code": "XLD01", "state": "saved", "file_name_sealed": SEALED,
        "content_sealed": SEALED, "content_key": b"key", "uploaded_at": AT, "uploaded_by": "staff",
        "saved_at": AT, "saved_by": "staff", "counts": {"new": 1}, "decisions": {"a": "b"},
        "report_sealed": SEALED, "before": b"before",
    }],
    "remembered_columns": [{
        "id": UUID(int=7), "organisation_code": "XLD01", "shape_key": b"shape",
        "columns": {"0": "nhs_number"}, "said_by": "staff", "said_at": AT,
    }],
    "young_person": [{
        "id": PERSON, "organisation_code": "XLD01", "nhs_number_sealed": SEALED,
        "nhs_number_key": b"nhs", "first_name_sealed": SEALED, "last_name_sealed": SEALED,
        "date_of_birth_sealed": SEALED, "mobile_sealed": SEALED, "mobile_key": b"mobile",
        "number_belongs_to": "self", "language": "en", "not_texted": "do_not_text",
        "interpreter": True, "deprivation_decile": 3, "created_at": AT, "updated_at": AT,
    }],
    "appointment": [{
        "id": VISIT, "clinic_id": CLINIC, "young_person_id": PERSON, "starts_at": AT,
        "status": "booked", "visit_kind": "video", "clinic_list_id": LIST, "created_at": AT,
        "updated_at": AT,
    }],
    "invitation": [
        text_row(place, state, more) for place, (state, more) in enumerate(TEXTS.items())
    ],
    "opt_out": [
        {
            "id": UUID(int=200), "number_key": b"mobile", "number_sealed": SEALED,
            "reason": "stop", "began_at": AT,
        },
        {
            "id": UUID(int=201), "number_key": b"other", "number_sealed": SEALED,
            "reason": "stop", "began_at": AT, "ended_at": AT,
        },
    ],
    "receipt": [{
        "id": UUID(int=300), "token": f"{6:032x}", "invitation_id": UUID(int=106),
        "provider_sid": "SM2", "status": "delivered", "error_code": "", "received_at": AT,
    }],
    "reply": [{
        "id": UUID(int=400), "provider_sid": "SM9", "appointment_id": VISIT, "matched": "matched",
        "number_key": b"mobile", "number_sealed": SEALED, "body_sealed": SEALED,
        "form_sealed": SEALED, "media": 0, "received_at": AT, "understood_at": AT,
    }],
    "reading": [{
        "id": UUID(int=500), "appointment_id": VISIT, "rules": "1", "content_sealed": SEALED,
        "made_at": AT,
    }],
    "pretend_text": [{
        "id": UUID(int=600), "sid": "SM1", "number_key": b"mobile", "from_the_phone": False,
        "body_sealed": SEALED, "at": AT,
    }],
    "heartbeat": [{"process": "scheduler", "beat_at": AT}],
    "demo_clock": [{"id": 1, "ahead_seconds": 60}],
    "staff_member": [{
        "id": STAFF, "email": "it@riverside.example", "password": "!", "fs_uniquifier": "f",
        "active": True, "organisation_code": "XLD01", "full_name_sealed": SEALED, "created_at": AT,
    }],
    "staff_clinic": [{"staff_id": STAFF, "clinic_id": CLINIC}],
    "staff_role": [{"staff_id": STAFF, "role": "clinician"}],
    "audit_event": [{
        "id": UUID(int=800), "place": 1, "at": AT, "by": "staff", "action": "signed_in",
        "subject": "staff", "details": {}, "previous_hash": b"", "hash": b"hash",
    }],
}  # fmt: skip


def of_the_last_release(address: str) -> None:
    """Make a database of the last release with rows in every table."""
    engine = engine_to(address)
    with engine.begin() as connection:
        command.upgrade(configuration(connection), LAST_RELEASE)
        old = MetaData()
        old.reflect(connection)
        for table, rows in ROWS.items():
            for row in rows:
                write(connection, old, table, row)
    engine.dispose()


def write(connection: Connection, old: MetaData, table: str, row: dict[str, Any]) -> None:
    """Insert a row as the last release would: with its columns, and nothing of this one's."""
    stored = {name: as_stored(connection, value) for name, value in row.items()}
    connection.execute(insert(old.tables[table]).values(stored))


def as_stored(connection: Connection, value: Any) -> Any:
    """Ids as SQLite keeps them: it gives back the type it was told, which is text."""
    return value.hex if connection.dialect.name == "sqlite" and isinstance(value, UUID) else value
