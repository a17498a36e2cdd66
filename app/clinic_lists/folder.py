"""The watched folder: what a hospital's nightly job drops there is taken, once, with a report.

A file lies in the folder itself, if one organisation has clinics here, or in a folder named by the
organisation's ODS code. It is moved to `taking` while it is read, then to `done` or `refused`, with
a report beside it. Of several processes that look at once, the one whose move succeeds takes it.
"""

import json
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from secrets import token_hex
from stat import S_ISREG
from typing import Any

from app.appointments.previewed import Upload
from app.appointments.spreadsheet import LARGEST_FILE
from app.clinic_lists.report_words import report_in_words
from app.clinic_lists.taking import Said, Taken, organisation_of, take
from app.db import Database
from app.errors import Refusal
from app.logs import logger
from app.settings import Settings

log = logger(__name__)

BY = "folder"
TAKING, DONE, REFUSED = "taking", "done", "refused"
OURS = (TAKING, DONE, REFUSED)
# A file that was written to so lately may not be whole yet.
SETTLED_SECONDS = 10
# A file that has been in `taking` for so long belongs to a process that is no more.
LEFT_SECONDS = 15 * 60
MARK = "~"


@dataclass
class Round:
    """What one look into the folder did, in files."""

    saved: int = 0
    refused: int = 0


def take_folder(
    database: Database, settings: Settings, *, now: datetime, wall: float | None = None
) -> Round:
    """Take every whole file that lies in the folder; `wall` is the time files are dated by."""
    done = Round()
    root = settings.clinic_list_folder
    if root is None or not root.is_dir():
        return done
    seconds = time.time() if wall is None else wall
    for folder, organisation in _folders(root):
        _put_back_what_was_left(folder, seconds)
        for file in _whole_files(folder, seconds):
            taking = _claim(file, seconds)
            if taking is not None:
                _take_one(database, settings, taking, organisation, done, now=now)
    return done


def _folders(root: Path) -> Iterator[tuple[Path, str | None]]:
    yield root, None
    for each in sorted(root.iterdir()):
        if each.is_dir() and not each.is_symlink() and each.name not in OURS:
            yield each, each.name


def _whole_files(folder: Path, seconds: float) -> list[Path]:
    """The files that nobody writes to any more, the oldest first."""
    written = {
        each: when
        for each in folder.iterdir()
        if not each.name.startswith(".") and (when := _written_at(each)) is not None
    }
    settled = [each for each, when in written.items() if when <= seconds - SETTLED_SECONDS]
    return sorted(settled, key=lambda each: (written[each], each.name))


def _written_at(file: Path) -> float | None:
    """When a file was last written to; None for what is no file, or is gone already."""
    try:
        facts = file.lstat()
    except OSError:
        return None
    return facts.st_mtime if S_ISREG(facts.st_mode) else None


def _put_back_what_was_left(folder: Path, seconds: float) -> None:
    taking = folder / TAKING
    for file in taking.iterdir() if taking.is_dir() else ():
        taken = file.name.partition(MARK)[0]
        if taken.isdigit() and int(taken) <= seconds - LEFT_SECONDS:
            _move(file, folder / given_name(file))


def _claim(file: Path, seconds: float) -> Path | None:
    """Move a file to where nobody else takes it; None if another process was sooner.

    Its new name says when it was taken, and is nobody else's.
    """
    taking = file.parent / TAKING
    taking.mkdir(exist_ok=True)
    to = taking / f"{int(seconds)}{MARK}{token_hex(4)}{MARK}{file.name}"
    return to if _move(file, to) else None


def given_name(file: Path) -> str:
    """The name a file had before it was taken."""
    return file.name.split(MARK, 2)[2]


def _move(file: Path, to: Path) -> bool:
    try:
        os.rename(file, to)
    except OSError:
        return False
    return True


def _take_one(
    database: Database,
    settings: Settings,
    file: Path,
    organisation: str | None,
    done: Round,
    *,
    now: datetime,
) -> None:
    try:
        taken = _import(database, settings, file, organisation, now=now)
    except Refusal as refusal:
        done.refused += 1
        words = str(refusal)
        _leave(file, REFUSED, {"file": given_name(file), "refused": words}, words, now)
    else:
        done.saved += 1
        facts = taken.facts | {"saved": True}
        _leave(file, DONE, facts, report_in_words(facts), now)
    log.info("folder_file_taken", saved=done.saved, refused=done.refused)


def _import(
    database: Database,
    settings: Settings,
    file: Path,
    organisation: str | None,
    *,
    now: datetime,
) -> Taken:
    with file.open("rb") as opened:
        content = opened.read(LARGEST_FILE + 1)
    with database.reading() as session:
        owner = organisation_of(session, content, organisation)
    upload = Upload(
        file_name=given_name(file),
        content=content,
        organisation_code=owner,
        clinic_ids=None,
        fictional=settings.fictional_mobiles,
    )
    most = settings.clinic_list_folder_most_new
    return take(database, upload, Said({}), by=BY, now=now, settings=settings, most_new=most)


def _leave(file: Path, where: str, facts: dict[str, Any], words: str, now: datetime) -> None:
    """Move a file to where it stays, under a name that is free, with its report beside it."""
    folder = file.parent.parent / where
    folder.mkdir(exist_ok=True)
    at, name = f"{now:%Y%m%dT%H%M%S}", given_name(file)
    to = folder / f"{at}-{name}"
    count = 1
    while to.exists():
        count += 1
        to = folder / f"{at}-{count}-{name}"
    report = json.dumps(facts, ensure_ascii=False, indent=1)
    to.with_name(f"{to.name}.report.json").write_text(report, "utf-8")
    to.with_name(f"{to.name}.report.txt").write_text(words + "\n", "utf-8")
    os.rename(file, to)
