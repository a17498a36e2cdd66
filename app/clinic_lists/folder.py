"""The watched folder: what a hospital's nightly job drops there is taken, once, with a report.

A file lies in the folder itself, if one organisation has clinics here, or in a folder named by the
organisation's ODS code. It is moved to `taking` while it is read, then to `done` or `refused`, with
a report beside it. What is wrong with one file, or one folder, never keeps the others waiting.
"""

import json
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import exc
from sqlmodel import col, select

from app.appointments.models import ClinicList
from app.appointments.preview import content_key
from app.appointments.previewed import Upload
from app.appointments.spreadsheet import LARGEST_FILE
from app.clinic_lists.folder_files import (
    DONE,
    MOST_AGAIN,
    REFUSED,
    Claim,
    claims,
    content_of,
    folders,
    leave,
    plain,
)
from app.clinic_lists.report_words import report_in_words
from app.clinic_lists.taking import Said, organisation_of, take
from app.db import Database
from app.errors import Refusal
from app.logs import logger
from app.settings import Settings

log = logger(__name__)

BY = "folder"
AWAY = (exc.OperationalError, exc.InterfaceError, exc.TimeoutError)
WHAT_TO_DO = (
    "Open it in a spreadsheet program, save it as a new XLSX or CSV file and drop that here. If "
    "that is refused as well, tell whoever looks after this service; in its log this file is {id}."
)
NOT_READ = f"The file could not be read. Nothing of it was saved. {WHAT_TO_DO}"
GIVEN_UP = (
    "The file could not be read: the service tried it three times and never came to its end. "
    f"Nothing of it was saved. {WHAT_TO_DO}"
)
SAVED_BEFORE = (
    "The service was ended before it could write the report of this file. The list itself was "
    "saved, and was not saved a second time. The page of clinic lists shows what it changed."
)


@dataclass
class Round:
    """What one look into the folder did, in files."""

    saved: int = 0
    refused: int = 0


@dataclass(frozen=True)
class Look:
    """One look into the folder: with what, when, and what it has done so far."""

    database: Database
    settings: Settings
    now: datetime
    done: Round = field(default_factory=Round)


def take_folder(
    database: Database, settings: Settings, *, now: datetime, wall: float | None = None
) -> Round:
    """Take every whole file that lies in the folder; `wall` is the time files are dated by."""
    look = Look(database, settings, now)
    root = settings.clinic_list_folder
    if root is None:
        return look.done
    seconds = time.time() if wall is None else wall
    _ask_for(database)
    for place, (folder, organisation) in enumerate(_folders(root)):
        try:
            for claim in claims(folder, wall=seconds, now=now):
                _take_one(look, claim, organisation)
        except OSError:
            # Its name may be anything: the log says which it is by name, from 0, the folder itself.
            log.exception("folder_not_taken", place=place)
    return look.done


def _ask_for(database: Database) -> None:
    """Raise if the database is away, before any file is taken: each is tried a few times only."""
    with database.reading() as session:
        session.connection().exec_driver_sql("SELECT 1")


def _folders(root: Path) -> list[tuple[Path, str | None]]:
    try:
        return folders(root)
    except OSError:
        log.exception("folder_not_taken", place=0)
        return []


def _take_one(look: Look, claim: Claim, organisation: str | None) -> None:
    """Import one file and move it to where it stays, whatever comes of it."""
    try:
        facts = _import(look, claim, organisation)
    except AWAY:
        # Most likely not the file's fault: it stays in `taking` and is taken up again, twice.
        log.exception("folder_file_waits_for_the_database", file=claim.id)
        raise
    except Refusal as refusal:
        log.info("folder_file_refused", file=claim.id)
        facts = _refused(str(refusal))
    except Exception:
        log.exception("folder_file_not_read", file=claim.id)
        facts = _refused(NOT_READ.format(id=claim.id))
    else:
        nothing = bool(facts.get("changed_nothing"))
        log.info("folder_list_saved", file=claim.id, changed_nothing=nothing)
    look.done.saved += facts["saved"]
    look.done.refused += not facts["saved"]
    where = DONE if facts["saved"] else REFUSED
    leave(claim, where, look.now, _reports(claim, {"file": claim.name} | facts))


def _refused(words: str) -> dict[str, Any]:
    return {"saved": False, "refused": words}


def _import(look: Look, claim: Claim, organisation: str | None) -> dict[str, Any]:
    """Read and save a file, and return the facts; Refusal if it is no list, or always ends us."""
    content = content_of(claim, LARGEST_FILE + 1)
    if claim.again and _saved_already(look.database, claim, content, organisation):
        log.info("folder_list_saved_before", file=claim.id)
        return {"saved": True, "changed_nothing": True, "saved_before": SAVED_BEFORE}
    if claim.again > MOST_AGAIN:
        log.error("folder_file_given_up", file=claim.id)
        raise Refusal(GIVEN_UP.format(id=claim.id))
    with look.database.reading() as session:
        owner = organisation_of(session, content, organisation)
    settings = look.settings
    upload = Upload(
        file_name=claim.name,
        content=content,
        organisation_code=owner,
        clinic_ids=None,
        fictional=settings.fictional_mobiles,
    )
    most = settings.clinic_list_folder_most_new
    taken = take(
        look.database, upload, Said({}), by=BY, now=look.now, settings=settings, most_new=most
    )
    return taken.facts | {"saved": True, "file": claim.name}


def _saved_already(
    database: Database, claim: Claim, content: bytes, organisation: str | None
) -> bool:
    """Whether the process that left this file had saved it: it is not saved again, even if a person
    has taken the list back, or another list was saved, since.
    """
    since = datetime.fromtimestamp(claim.since, UTC)
    with database.reading() as session:
        saved = select(ClinicList.id).where(
            ClinicList.content_key == content_key(session, content),
            ClinicList.saved_by == BY,
            col(ClinicList.saved_at) >= since,
        )
        if organisation is not None:
            code = organisation.strip().upper()
            saved = saved.where(ClinicList.organisation_code == code)
        return session.exec(saved.limit(1)).first() is not None


def _reports(claim: Claim, facts: dict[str, Any]) -> dict[str, bytes]:
    """Write what became of a file, for machines and for people; nothing if that fails."""
    try:
        words = "\n".join(_words(_made_plain(facts)))
        texts = {".report.json": as_json(facts), ".report.txt": f"{words}\n"}
        return {ending: text.encode() for ending, text in texts.items()}
    except Exception:
        log.exception("folder_report_not_written", file=claim.id)
        return {}


def _words(facts: dict[str, Any]) -> Iterable[str]:
    for short in ("refused", "saved_before"):
        if short in facts:
            yield f"{facts['file']}: {facts[short]}"
            return
    yield report_in_words(facts)


def _made_plain(value: Any) -> Any:
    """Make every text of the facts plain: no value may forge a line, or hide or turn one round."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _made_plain(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [_made_plain(each) for each in value]
    return value


def as_json(facts: dict[str, Any]) -> str:
    r"""Write facts as JSON that keeps every value and shows what cannot be seen as an escape.

    >>> as_json({"name": "Zoë\u202e"})
    '{\n "name": "Zoë\\u202e"\n}'
    """
    lines = json.dumps(facts, ensure_ascii=False, indent=1).split("\n")
    return "\n".join(line if line.isprintable() else _escaped(line) for line in lines)


def _escaped(line: str) -> str:
    return "".join(char if char.isprintable() else json.dumps(char)[1:-1] for char in line)
