"""Words that occur nowhere else, and a search for them in bytes, however they are written."""

import base64
import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import date
from pathlib import Path

from cast import Cast, StaffCast
from sqlalchemy import Engine

from app.db import Database
from app.staff.roles import Role
from app.tables import metadata

PERSON = Cast("Quillanthe", "Zzyrvane", "9995499096", date(2009, 7, 23), "+447700900777")
# Not on any list: someone else's phone.
UNKNOWN_NUMBER = "+447700900888"
BAD_NAME, BAD_NHS_NUMBER, BAD_MOBILE = "Wrexhollow", "9995499097", "0770-BADPHONE"
FILE_NAME = "Zuidermoor list.csv"
APPOINTMENT_ID = "APPT-ZQXJ-5501"
REPLY = "1. Kestrelmoth nights 2. Vorpalsocks"
UNPLACED = "Umbrafinch who is this"
BROKEN = "Glimmerwort broke it"
UNSIGNED = "Nettlequartz forged it"
CLINICIAN = StaffCast("Dr Orlaxandra Fenwhistle", "heronsgate@riverside.example", Role.CLINICIAN)
ADMIN = StaffCast("Tamsinella Brackwater", "larkswood@riverside.example", Role.CLINIC_ADMIN)
# Plain by design, and so a proof that the search finds what is there.
CLINIC_NAME = "Findable Hospital"

SECRETS = (
    PERSON.first_name,
    PERSON.last_name,
    PERSON.nhs_number,
    "999 549 9096",
    "7700900777",
    "7700 900777",
    "2009-07-23",
    "23/07/2009",
    "23 July 2009",
    "7700900888",
    "7700 900888",
    BAD_NAME,
    BAD_NHS_NUMBER,
    "BADPHONE",
    "Zuidermoor",
    APPOINTMENT_ID,
    "Kestrelmoth",
    "Vorpalsocks",
    "Umbrafinch",
    "Glimmerwort",
    "Nettlequartz",
    "Orlaxandra",
    "Fenwhistle",
    "Tamsinella",
    "Brackwater",
)
ONLY_IN_THE_DATABASE = ("heronsgate@", "larkswood@", CLINIC_NAME)


def found_in(content: bytes, words: Iterable[str] = SECRETS) -> set[str]:
    """Return which words occur in bytes: plain in any case, as UTF-16, JSON, hex or base64."""
    folded = content.lower()
    return {
        word
        for word in words
        if any(form in folded for form in _in_any_case(word))
        or any(form in content for form in _in_base64(word.encode()))
    }


def _in_any_case(word: str) -> Iterator[bytes]:
    small = word.lower()
    yield small.encode()
    yield small.encode("utf-16-le")
    yield json.dumps(small).strip('"').encode()
    for case in (word, small, word.upper()):
        yield case.encode().hex().encode()


def _in_base64(word: bytes) -> Iterator[bytes]:
    for before in range(3):
        # Only the letters that the word alone decides, wherever in a text it begins.
        first, last = -(-before * 8 // 6), (before + len(word)) * 8 // 6
        yield base64.b64encode(bytes(before) + word)[first:last]


def bytes_of(database: Database, postgresql_folder: Path) -> Iterator[tuple[str, bytes]]:
    """Yield every file a database is kept in, and every table as it would be copied out."""
    kept = database.url.database or ""
    if database.engine.dialect.name == "sqlite":
        files = sorted(Path(kept).parent.iterdir())
    else:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as admin:
            admin.exec_driver_sql("CHECKPOINT")
        files = [path for path in sorted(postgresql_folder.rglob("*")) if path.is_file()]
    for path in files:
        # A running server takes away files of its own making while we look.
        with suppress(FileNotFoundError):
            yield path.name, path.read_bytes()
    yield from tables_of(database.engine)


def tables_of(engine: Engine) -> Iterator[tuple[str, bytes]]:
    """Yield each table's rows as the database itself shows them, unpacked."""
    with engine.connect() as connection:
        for table in metadata.sorted_tables:
            rows = connection.exec_driver_sql(f'SELECT * FROM "{table.name}"').all()
            cells = [
                bytes(cell) if isinstance(cell, memoryview) else cell for r in rows for cell in r
            ]
            yield (
                table.name,
                b"\n".join(
                    cell if isinstance(cell, bytes) else str(cell).encode() for cell in cells
                ),
            )
