"""Writing many rows at once, laid out beforehand: a long list must not hold the database long."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, LargeBinary, insert, inspect
from sqlalchemy.types import TypeEngine
from sqlmodel import Session, SQLModel

MOST_AT_ONCE = 5_000


@dataclass(frozen=True)
class Laid:
    """Many rows laid out for one statement, in the words and values of one database.

    `copied` says that the statement is a COPY (PostgreSQL), quicker than any INSERT.
    """

    statement: str
    rows: Sequence[Any]
    copied: bool = False


def laid_out(session: Session, table: type[SQLModel], rows: Sequence[Mapping[str, Any]]) -> Laid:
    """Lay many rows out for inserting: nearly all of its work, before a transaction is opened.

    Every row names the same columns. What is bound is what SQLAlchemy would bind, column by column.
    """
    if not rows:
        return Laid("", ())
    dialect, names = session.get_bind().dialect, list(rows[0])
    columns = inspect(table).local_table.columns
    bound = (
        _bound_column([row[name] for row in rows], columns[name].type, dialect) for name in names
    )
    if dialect.name == "postgresql":
        quoted = ", ".join(dialect.identifier_preparer.quote(name) for name in names)
        statement = f"COPY {inspect(table).local_table.name} ({quoted}) FROM STDIN"
        return Laid(statement, list(zip(*bound, strict=True)), copied=True)
    by_name = dict(zip(names, bound, strict=True))
    compiled = insert(table).compile(dialect=dialect, column_keys=names)
    order = compiled.positiontup or names
    return Laid(str(compiled), list(zip(*(by_name[name] for name in order), strict=True)))


def _bound_column(values: list[Any], kind: TypeEngine[Any], dialect: Dialect) -> list[Any]:
    """Turn the values of one column into what the driver takes; bytes it takes as they are."""
    process = kind.dialect_impl(dialect).bind_processor(dialect)
    if process is None or isinstance(kind, LargeBinary):
        return values
    return [process(value) for value in values]


def write_out(session: Session, laid: Laid) -> None:
    """Insert rows that are laid out, a few thousand at a time; PostgreSQL takes them as a copy."""
    if laid.copied and laid.rows:
        driver: Any = session.connection().connection.dbapi_connection
        with driver.cursor() as cursor, cursor.copy(laid.statement) as copy:
            for row in laid.rows:
                copy.write_row(row)
        return
    for start in range(0, len(laid.rows), MOST_AT_ONCE):
        part = laid.rows[start : start + MOST_AT_ONCE]
        session.connection().exec_driver_sql(laid.statement, list(part))
