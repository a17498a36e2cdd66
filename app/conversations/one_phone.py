"""One phone at a time: two texts of one phone at the same moment are understood in turn."""

from collections.abc import Iterable

from sqlalchemy import text
from sqlmodel import Session

_ONE_PHONE = text("SELECT pg_advisory_xact_lock(:number)")


def hold_phones(session: Session, number_keys: Iterable[bytes]) -> None:
    """Let nobody else understand a text of these phones until this transaction ends.

    SQLite has one writer at a time as it is.
    """
    if session.get_bind().dialect.name != "postgresql":
        return
    # Always in one order, so that two of us never wait for each other.
    for number in sorted(int.from_bytes(key[:8], signed=True) for key in set(number_keys)):
        session.connection().execute(_ONE_PHONE, {"number": number})
