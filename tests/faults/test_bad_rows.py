"""Fault 83: what must not be is refused by the database itself, whoever writes it."""

from typing import Any
from uuid import UUID, uuid4

import pytest
from cast import NOW
from factories import make_appointment
from sqlalchemy import insert, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel, col

from app.db import Database
from app.invitations.models import Invitation, Notice, OptOut, Pause, Receipt
from app.invitations.states import FINAL

ID = UUID(int=1)
FROZEN = {"body_sealed": b"words", "number_sealed": b"number", "number_key": b"key"}
ENDED = sorted(FINAL - {"no_receipt"})

GOOD: dict[type[SQLModel], dict[str, Any]] = {
    Invitation: {
        "id": ID, "kind": "ask", "cycle": 1, "state": "ready", "due_at": NOW, "deadline": NOW,
        "planned_for": NOW, "clinic_version": 1, "token": "t", "attempt": 0, "tries": 0,
        "faults": 0, "absences": 0, "provider_sid": "SM1", "created_at": NOW,
    },
    OptOut: {
        "id": ID, "number_key": b"key", "number_sealed": b"number", "reason": "stop",
        "began_at": NOW, "began_by": "text",
    },
    Pause: {"id": ID, "scope": "all", "reason": "by_hand", "began_at": NOW, "began_by": "staff"},
    Notice: {"id": ID, "kind": "duplicate", "about": "one", "code": "", "opened_at": NOW},
    Receipt: {
        "id": ID, "token": "t", "provider_sid": "SM1", "status": "sent", "error_code": "",
        "received_at": NOW,
    },
}  # fmt: skip

BAD: list[tuple[type[SQLModel], dict[str, Any]]] = [
    (Invitation, {"kind": "advert"}),
    (Invitation, {"state": "perhaps"}),
    (Invitation, {"state": "claimed"}),
    (Invitation, {"state": "submitting", "started_at": NOW}),
    (Invitation, {"state": "submitting", **FROZEN}),
    (Invitation, {"state": "in_doubt", "started_at": NOW}),
    (Invitation, {"state": "in_doubt", **FROZEN}),
    (Invitation, {"state": "accepted", "provider_sid": None}),
    (Invitation, {"state": "sent", "provider_sid": None}),
    (Invitation, {"state": "delivered", "provider_sid": None}),
    (Invitation, {"body_sealed": b"words"}),
    (Invitation, {"number_key": b"key"}),
    (Invitation, {"appointment_id": UUID(int=9)}),
    (Invitation, {"clinic_id": UUID(int=9)}),
    (OptOut, {"number_key": None, "number_sealed": None}),
    (OptOut, {"number_key": None}),
    (OptOut, {"number_sealed": None}),
    (OptOut, {"ended_at": NOW}),
    (OptOut, {"ended_by": "staff"}),
    (OptOut, {"number_key": None, "number_sealed": None, "young_person_id": UUID(int=9)}),
    (Pause, {"ended_at": NOW}),
    (Pause, {"ended_by": "staff"}),
    (Notice, {"seen_at": NOW}),
    (Notice, {"seen_by": "staff"}),
]

# Another row beside a good one: of these columns, and what it may not have in common.
TWICE: list[tuple[type[SQLModel], dict[str, Any]]] = [
    (Invitation, {"token": "other", "provider_sid": "SM2"}),
    (Invitation, {"cycle": 2, "provider_sid": "SM2"}),
    (Invitation, {"cycle": 2, "token": "other"}),
    (OptOut, {"reason": "admin"}),
    (Pause, {"began_by": "scheduler"}),
    (Notice, {"kind": "unresolved"}),
    (Receipt, {"received_at": NOW}),
]
MAY_BE_EMPTY = {"provider_sid", "number_key", "number_sealed"}
NEEDED = [
    (table, name)
    for table, row in GOOD.items()
    for name in row
    if not (table in (Invitation, OptOut) and name in MAY_BE_EMPTY)
]


def named(part: Any) -> str:
    return part.__name__ if isinstance(part, type) else "-".join(part)


@pytest.fixture
def about(database: Database) -> dict[str, UUID]:
    """The visit that a text is about."""
    with database.writing() as session:
        visit = make_appointment(session)
        return {"appointment_id": visit.id, "clinic_id": visit.clinic_id}


def write(database: Database, table: type[SQLModel], row: dict[str, Any]) -> None:
    with database.engine.begin() as connection:
        connection.execute(insert(table).values(row))


def good(table: type[SQLModel], about: dict[str, UUID], /, **other: Any) -> dict[str, Any]:
    return (about if table is Invitation else {}) | GOOD[table] | other


@pytest.mark.parametrize("table", GOOD, ids=named)
def test_fault_83_what_is_right_is_taken(
    database: Database, about: dict[str, UUID], table: type[SQLModel]
) -> None:
    write(database, table, good(table, about))


@pytest.mark.parametrize(("table", "wrong"), BAD, ids=named)
def test_fault_83_a_row_that_cannot_be_is_refused_by_the_database(
    database: Database, about: dict[str, UUID], table: type[SQLModel], wrong: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError):
        write(database, table, good(table, about, **wrong))


@pytest.mark.parametrize(("table", "other"), TWICE, ids=named)
def test_fault_83_what_may_be_once_is_refused_a_second_time_by_the_database(
    database: Database, about: dict[str, UUID], table: type[SQLModel], other: dict[str, Any]
) -> None:
    write(database, table, good(table, about))
    with pytest.raises(IntegrityError):
        write(database, table, good(table, about, id=uuid4(), **other))


def test_fault_83_nothing_that_is_needed_may_be_missing(
    database: Database, about: dict[str, UUID]
) -> None:
    for table, name in NEEDED:
        # Said as empty: what has a default of ours in Python would be filled in otherwise.
        bare = insert(table).values(good(table, about, **{name: None}))
        with pytest.raises(IntegrityError), database.engine.begin() as connection:
            connection.execute(bare)


@pytest.mark.parametrize("state", ENDED)
def test_fault_83_a_text_that_has_ended_does_not_begin_again(
    database: Database, about: dict[str, UUID], state: str
) -> None:
    write(database, Invitation, good(Invitation, about, state=state))
    again = update(Invitation).where(col(Invitation.id) == ID).values(state="ready")
    with pytest.raises(IntegrityError), database.engine.begin() as connection:
        connection.execute(again)
