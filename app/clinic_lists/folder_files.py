"""The files of the watched folder: each claimed by one process, read, and left under a free name.

Whoever can drop a file here can also drop a link, a pipe, or a name that is long, odd or taken:
nothing here follows a link, waits for a pipe or overwrites a file.
"""

import os
import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from errno import ELOOP
from itertools import chain
from pathlib import Path
from secrets import token_hex
from stat import S_ISDIR, S_ISREG

from app.errors import Refusal
from app.logs import logger

log = logger(__name__)

TAKING, DONE, REFUSED = "taking", "done", "refused"
OURS = (TAKING, DONE, REFUSED)
# A file that was written to so lately may not be whole yet.
SETTLED_SECONDS = 10
# A file that has been in `taking` for so long belongs to a process that is no more.
LEFT_SECONDS = 15 * 60
# How often a file is taken up again that a process left behind: what ended it may be the file.
MOST_AGAIN = 2
# When it was taken, what stands for it in the log, how often it was taken before, since when; its
# name. The middle is missing from what an older version took.
NAME_IN_TAKING = re.compile(
    r"([0-9]{1,11})~([0-9a-f]{8})(?:-([0-9])-([0-9]{1,11}))?~(.+)", re.DOTALL
)
# File systems allow 255 bytes; ours carry a date, a number and `.report.json` as well.
LONGEST_NAME = 200
LONGEST_ENDING = 16
HIDDEN = ("Cc", "Cf", "Zl", "Zp")
JOINER = "\u200d"
NOT_ALLOWED = (
    "The service may not read this file. Let it read what is dropped here, and drop it again."
)
NOT_ORDINARY = "This is not an ordinary file. Drop the file itself here, not a link to it."


@dataclass(frozen=True)
class Claim:
    """A file that is ours to read.

    `name` is the one it was dropped under, made plain; `id` stands for it in the log; `again` is
    how often it was taken up again, `since` when it was first taken.
    """

    path: Path
    name: str
    id: str
    again: int
    since: int


def folders(root: Path) -> list[tuple[Path, str | None]]:
    """The folder itself, then those of organisations, by name."""
    with os.scandir(root) as entries:
        names = sorted(
            each.name
            for each in entries
            if each.name not in OURS
            and not each.name.startswith(".")
            and each.is_dir(follow_symlinks=False)
        )
    return [(root, None), *((root / name, name) for name in names)]


def claims(folder: Path, *, wall: float, now: datetime) -> Iterator[Claim]:
    """Claim file by file what waits in a folder; OSError if the folder cannot be worked in.

    Of several processes that look at once, the one whose move succeeds has the file.
    """
    left, fresh = _left(folder, wall), _fresh(folder, wall, now)
    if left or fresh:
        _make_rooms(folder)
    for file, claim in chain(left, fresh):
        if _move(file, claim):
            yield claim


def _left(folder: Path, wall: float) -> list[tuple[Path, Claim]]:
    """What a process left in `taking`: it is taken from there, so that nothing is put back over a
    newer file of its name.
    """
    taking = folder / TAKING
    names = sorted(name for name, _ in _files_in(taking)) if _is_folder(taking) else []
    found = ((name, match) for name in names if (match := NAME_IN_TAKING.fullmatch(name)))
    return [
        (taking / name, _again(folder, wall, match))
        for name, match in found
        if int(match[1]) <= wall - LEFT_SECONDS
    ]


def _again(folder: Path, wall: float, match: re.Match[str]) -> Claim:
    again = min(int(match[3] or 0), MOST_AGAIN) + 1
    return _claim(folder, wall, match[5], match[2], again, int(match[4] or match[1]))


def _fresh(folder: Path, wall: float, now: datetime) -> list[tuple[Path, Claim]]:
    """The files that nobody writes to any more, the oldest first."""
    settled = sorted(
        (when, name)
        for name, when in _files_in(folder)
        if not name.startswith(".") and name not in OURS and when <= wall - SETTLED_SECONDS
    )
    since = int(now.timestamp())
    return [
        (folder / name, _claim(folder, wall, name, token_hex(4), 0, since)) for _, name in settled
    ]


def _claim(folder: Path, wall: float, name: str, id_: str, again: int, since: int) -> Claim:
    shown = plain(name)
    path = folder / TAKING / f"{int(wall)}~{id_}-{again}-{since}~{cut(shown)}"
    return Claim(path, shown, id_, again, since)


def _move(file: Path, claim: Claim) -> bool:
    """Move a file to where nobody else takes it; False if another process was sooner."""
    try:
        os.rename(file, claim.path)
    except FileNotFoundError:
        return False
    except OSError:
        log.exception("folder_file_not_claimed", file=claim.id)
        return False
    return True


def _files_in(folder: Path) -> list[tuple[str, float]]:
    """The ordinary files of a folder, and when each was last written to."""
    with os.scandir(folder) as entries:
        return [(each.name, when) for each in entries if (when := _written_at(each)) is not None]


def _written_at(entry: os.DirEntry[str]) -> float | None:
    """When a file was last written to; None for what is no file, or is gone already."""
    try:
        facts = entry.stat(follow_symlinks=False)
    except FileNotFoundError:
        return None
    return facts.st_mtime if S_ISREG(facts.st_mode) else None


def _is_folder(path: Path) -> bool:
    try:
        return S_ISDIR(os.lstat(path).st_mode)
    except FileNotFoundError:
        return False


def _make_rooms(folder: Path) -> None:
    """Make what files are moved to, before any is taken: what is saved must have a place to go.

    OSError for a room that is a file or a link, or that may not be written to.
    """
    rooms = [folder / name for name in OURS]
    for room in rooms:
        with suppress(FileExistsError):
            room.mkdir(mode=0o750)
        if not _is_folder(room):
            raise NotADirectoryError
    if not all(os.access(each, os.W_OK | os.X_OK) for each in (folder, *rooms)):
        raise PermissionError


def content_of(claim: Claim, most: int) -> bytes:
    """Read a file up to `most` bytes; Refusal if we may not, or it is a link or a pipe by now."""
    try:
        opened = os.open(claim.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except PermissionError:
        raise Refusal(NOT_ALLOWED) from None
    except OSError as fault:
        if fault.errno == ELOOP:
            raise Refusal(NOT_ORDINARY) from None
        raise
    try:
        if not S_ISREG(os.fstat(opened).st_mode):
            raise Refusal(NOT_ORDINARY)
        with open(opened, "rb", closefd=False) as file:
            return file.read(most)
    finally:
        os.close(opened)


def leave(claim: Claim, where: str, now: datetime, reports: Mapping[str, bytes]) -> bool:
    """Move a file to where it stays, with its reports, by ending, beside it; whether it moved.

    A report that cannot be written is logged and does not keep the file from being moved.
    """
    at = f"{now:%Y%m%dT%H%M%S}"
    folder = claim.path.parent.parent / where
    try:
        to = _laid_out(folder, at, cut(claim.name), reports)
    except OSError:
        log.exception("folder_report_not_written", file=claim.id)
        to, reports = folder / f"{at}-{claim.id}-{cut(claim.name)}", {}
    try:
        os.rename(claim.path, to)
    except OSError:
        log.exception("folder_file_not_moved", file=claim.id, where=where)
        _take_away(*(_beside(to, ending) for ending in ("", *reports)))
        return False
    return True


def _laid_out(folder: Path, at: str, name: str, reports: Mapping[str, bytes]) -> Path:
    """Write the reports, and an empty file that keeps the place, where all the names are free."""
    to, tried = folder / f"{at}-{name}", 1
    while True:
        try:
            _lay_out(to, {"": b""} | dict(reports))
        except FileExistsError:
            tried += 1
            to = folder / f"{at}-{tried}-{name}"
        else:
            return to


def _lay_out(to: Path, texts: Mapping[str, bytes]) -> None:
    """Write all of these files, or none."""
    made = []
    try:
        for ending, text in texts.items():
            path = _beside(to, ending)
            with path.open("xb") as file:
                made.append(path)
                # It holds names: for the service and its group alone.
                os.fchmod(file.fileno(), 0o640)
                file.write(text)
    except OSError:
        _take_away(*made)
        raise


def _beside(file: Path, ending: str) -> Path:
    return file.parent / (file.name + ending)


def _take_away(*files: Path) -> None:
    for each in files:
        try:
            each.unlink(missing_ok=True)
        except OSError:
            log.exception("folder_file_not_taken_away")


def plain(text: str) -> str:
    """Return one line that shows nothing but what it is: what could hide or command is written out.

    >>> plain("a\\u202eb\\x1b[2J c\\nd\\udcff")
    'a[U+202E]b[U+001B][2J c d�'
    """
    return text if text.isprintable() else "".join(_shown(char) for char in text)


def _shown(char: str) -> str:
    if char in "\t\n\r":
        return " "
    kind = unicodedata.category(char)
    if kind == "Cs":
        return "\ufffd"
    return f"[U+{ord(char):04X}]" if kind in HIDDEN and char != JOINER else char


def cut(name: str) -> str:
    """Return a plain name, cut by bytes if it is long, with its ending.

    >>> len(cut("é" * 300 + ".csv").encode()), cut("short.csv")
    (200, 'short.csv')
    """
    if len(name.encode()) <= LONGEST_NAME:
        return name
    stem, dot, last = name.rpartition(".")
    ending = dot + last if stem and len(last.encode()) < LONGEST_ENDING else ""
    room = LONGEST_NAME - len(ending.encode())
    return name.encode()[:room].decode("utf-8", "ignore") + ending
