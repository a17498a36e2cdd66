"""Years of past visits, written by the database itself; what is sealed is random, and stays shut.

Ids follow each other in time, as the service's do. Each person has ten visits, a year apart; half
of all visits are at the clinic of the measured lists, and every list brought a thousand.
"""

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import timedelta

import psycopg

from app.db import Database
from benchmarks.databases import ORGANISATION, address_of, clinics_of
from benchmarks.material import READ_AT

VISITS_OF_ONE = 10
VISITS_OF_A_LIST = 1_000
SPAN = timedelta(days=3_650)
UNTIL = READ_AT - timedelta(days=1)
SLOT = 600
# A name or a number, sealed; a keyed hash; a whole file, sealed. What the first id says of time.
CELL, KEY, FILE = 48, 32, 32_000
FIRST_ID = 1_460_000_000_000
# The indexes that are built faster once all rows are there: those that carry no constraint.
INDEXES = {
    "sqlite": "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL "
    "AND tbl_name = '{table}'",
    "postgresql": "SELECT indexname, indexdef FROM pg_indexes WHERE tablename = '{table}' "
    "AND indexname NOT IN (SELECT conname FROM pg_constraint)",
}


def fill(database: Database, visits: int) -> None:
    """Write so many past visits, their people and their lists, and wait until they lie still."""
    kind = database.engine.dialect.name
    people, lists = max(1, visits // VISITS_OF_ONE), max(1, visits // VISITS_OF_A_LIST)
    clinics = [each.id.hex for each in clinics_of(database)]
    statements = [
        insert("clinic_list", lists, _list(kind, at_time(kind, lists))),
        insert("young_person", people, _person(kind)),
        insert("appointment", visits, _visit(kind, at_time(kind, visits), people, lists, clinics)),
    ]
    write(database, statements, "appointment")


def write(database: Database, statements: Sequence[str], table: str) -> None:
    """Carry out statements that write the past, most of it into one table; then let it lie."""
    if database.engine.dialect.name == "sqlite":
        _on_sqlite(database, statements, table)
    else:
        _on_postgresql(database, statements, table)


def _on_sqlite(database: Database, statements: Sequence[str], table: str) -> None:
    assert database.url.database
    database.engine.dispose()
    connection = sqlite3.connect(database.url.database, isolation_level=None)
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-2000000"):
        connection.execute(f"PRAGMA {pragma}")
    indexes = connection.execute(INDEXES["sqlite"].format(table=table)).fetchall()
    for statement in ("BEGIN", *_without_indexes(statements, indexes), "COMMIT"):
        connection.execute(statement)
    connection.close()


def _on_postgresql(database: Database, statements: Sequence[str], table: str) -> None:
    with psycopg.connect(address_of(database), autocommit=True) as connection:
        # The keys are made to fit; five million look-ups would only say so.
        connection.execute("SET session_replication_role = replica")
        connection.execute("SET maintenance_work_mem = '1GB'")
        question = INDEXES["postgresql"].format(table=table)
        indexes = connection.execute(question.encode()).fetchall()
        for statement in _without_indexes(statements, indexes):
            connection.execute(statement.encode())
        # In life autovacuum comes by all the while; after so many rows at once it takes long.
        connection.execute("VACUUM (ANALYZE)")
        connection.execute("CHECKPOINT")


def _without_indexes(statements: Sequence[str], indexes: Sequence[tuple[str, str]]) -> list[str]:
    """Drop these indexes, do what is to be done, and make them again as they were."""
    dropped = [f"DROP INDEX {name}" for name, _ in indexes]
    return [*dropped, *statements, *(made for _, made in indexes)]


def _list(kind: str, at: str) -> dict[str, str]:
    return {
        "id": row_id(kind, "n"),
        "organisation_code": f"'{ORGANISATION}'",
        "state": "'saved'",
        "file_name_sealed": blob(kind, CELL),
        "content_sealed": _file(kind),
        "content_key": blob(kind, KEY),
        "uploaded_at": at,
        "uploaded_by": "'benchmark'",
        "saved_at": at,
        "saved_by": "'benchmark'",
        "decisions": "'{}'",
        "counts": "'{}'",
    }


def _person(kind: str) -> dict[str, str]:
    at = moment(kind, str(int((UNTIL - SPAN).timestamp())))
    sealed = ("nhs_number", "first_name", "last_name", "date_of_birth", "mobile")
    return {
        "id": row_id(kind, "n"),
        "organisation_code": f"'{ORGANISATION}'",
        **{f"{name}_sealed": blob(kind, CELL) for name in sealed},
        "nhs_number_key": blob(kind, KEY),
        "mobile_key": blob(kind, KEY),
        "number_belongs_to": "'self'",
        "language": "'en'",
        "interpreter": "false",
        "created_at": at,
        "updated_at": at,
    }


def _visit(kind: str, at: str, people: int, lists: int, clinics: list[str]) -> dict[str, str]:
    return {
        "id": row_id(kind, "n"),
        "clinic_id": clinic_of(kind, "n", clinics),
        "young_person_id": row_id(kind, f"n % {people}"),
        "starts_at": at,
        "status": "CASE n % 10 WHEN 0 THEN 'noshow' ELSE 'fulfilled' END",
        "external_id_sealed": blob(kind, CELL),
        "external_key": blob(kind, KEY),
        "visit_kind": "'in_person'",
        "clinic_list_id": row_id(kind, f"n / {VISITS_OF_A_LIST} % {lists}"),
        "created_at": at,
        "updated_at": at,
    }


def clinic_of(kind: str, visit: str, clinics: list[str]) -> str:
    """The clinic of a visit, by the visit's number: half of all at the first."""
    main, second, third = clinics
    found = f"CASE {visit} % 4 WHEN 2 THEN '{second}' WHEN 3 THEN '{third}' ELSE '{main}' END"
    return found if kind == "sqlite" else f"CAST({found} AS uuid)"


def insert(table: str, count: int, values: Mapping[str, str]) -> str:
    """Write the statement that inserts so many rows, numbered n; each value is an expression."""
    numbers = f"SELECT 0 UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < {count}"
    return (
        f"INSERT INTO {table} ({', '.join(values)}) WITH RECURSIVE numbers(n) AS ({numbers}) "
        f"SELECT {', '.join(values.values())} FROM numbers"
    )


def row_id(kind: str, n: str) -> str:
    """The id of the row of a number."""
    if kind == "sqlite":
        return f"printf('%012x70008000%012x', {FIRST_ID} + {n}, {n})"
    first, second = (f"lpad(to_hex({each}), 12, '0')" for each in (f"{FIRST_ID} + {n}", n))
    return f"CAST({first} || '70008000' || {second} AS uuid)"


def blob(kind: str, size: int) -> str:
    """So many random bytes, another for each row."""
    if kind == "sqlite":
        return f"randomblob({size})"
    return " || ".join(["uuid_send(gen_random_uuid())"] * (size // 16))


def _file(kind: str) -> str:
    if kind == "sqlite":
        return blob(kind, FILE)
    # Named after the row, so that it is made anew for each.
    pieces = f"generate_series(1, {FILE // 16} + 0 * n)"
    return f"(SELECT string_agg({blob(kind, 16)}, '') FROM {pieces})"


def at_time(kind: str, count: int) -> str:
    """The times of so many rows: spread over the years, on whole slots."""
    began, span = int((UNTIL - SPAN).timestamp()), int(SPAN.total_seconds())
    return moment(kind, f"{began} + CAST(n AS bigint) * {span} / {count} / {SLOT} * {SLOT}")


def moment(kind: str, seconds: str) -> str:
    """The moment so many seconds after 1970."""
    if kind == "sqlite":
        return f"strftime('%Y-%m-%d %H:%M:%S.000000', {seconds}, 'unixepoch')"
    return f"to_timestamp({seconds})"
