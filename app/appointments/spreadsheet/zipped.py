"""Zipped workbooks, opened with care: sizes, document types and protection are looked at first."""

import re
import struct
from collections.abc import Container, Iterator
from contextlib import contextmanager
from copy import copy
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from app.appointments.spreadsheet.kinds import (
    DAMAGED,
    LOCKED,
    ODS_TYPE,
    SAVE_AS,
    ZIP_FAULTS,
    Kind,
)
from app.errors import Refusal

MOST_UNPACKED = 160 * 1024 * 1024
MOST_PARTS = 2_000
MOST_DIRECTORY = 1024 * 1024
MOST_SMALL = 2 * 1024 * 1024
END_OF_DIRECTORY = b"PK\x05\x06"
COMPRESSED = (ZIP_STORED, ZIP_DEFLATED)
PIECE = 1024 * 1024
# How much of a piece is looked at again with the next, so that nothing hides at the seam.
SEAM = 200
DOCTYPE = re.compile(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
# UTF-16 or UTF-32: none of our searches would see into it, and no spreadsheet program writes it.
WIDE_XML = (b"\xff\xfe", b"\xfe\xff", b"\x00<", b"<\x00")


@contextmanager
def opened(content: bytes) -> Iterator[ZipFile]:
    """Open a zipped workbook; Refusal if it is damaged, protected, or unpacks to too much."""
    _refuse_long_directory(content)
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            if any(part.flag_bits & 1 for part in parts):
                raise Refusal(LOCKED)
            if len({part.filename.casefold() for part in parts}) < len(parts):
                # Two parts of one name: readers may take different ones.
                raise Refusal(DAMAGED)
            if any(part.compress_type not in COMPRESSED for part in parts):
                raise Refusal(DAMAGED)
            if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > MOST_UNPACKED:
                raise too_large()
            yield archive
    except ZIP_FAULTS:
        raise Refusal(DAMAGED) from None


def _refuse_long_directory(content: bytes) -> None:
    """Refuse a zip whose directory alone is long (APPNOTE 4.3.16), before anybody reads it."""
    end = content.rfind(END_OF_DIRECTORY)
    if end < 0 or len(content) < end + 22:
        raise Refusal(DAMAGED)
    count, size = struct.unpack_from("<HI", content, end + 10)
    if count > MOST_PARTS or size > MOST_DIRECTORY:
        raise too_large()


def kind_within(content: bytes) -> Kind:
    """Tell a workbook's kind by the parts it has; Refusal if it is another kind of file."""
    with opened(content) as archive:
        names = archive.namelist()
        mime = read_small(archive, "mimetype")
    if mime.startswith(ODS_TYPE):
        return Kind.ODS
    if "xl/workbook.xml" in names:
        return Kind.XLSX
    if "xl/workbook.bin" in names:
        raise Refusal(f"The file is a binary workbook (XLSB). {SAVE_AS}")
    raise Refusal(f"The file is a document or a zip file, not a clinic list. {SAVE_AS}")


def read_small(archive: ZipFile, name: str) -> bytes:
    """Read the first of a part that is always short; nothing if there is no such part."""
    if name not in archive.namelist():
        return b""
    with archive.open(name) as part:
        return part.read(MOST_SMALL)


def too_large() -> Refusal:
    """Say that a workbook unpacks to more than a clinic list ever needs."""
    return Refusal(
        "The file unpacks to far more than a clinic list. Copy the list alone into a new workbook "
        "and upload that."
    )


def check_parts(archive: ZipFile, but: Container[str] = ()) -> None:
    """Unpack each part once, piece by piece, but for those that are looked through anyway."""
    for name in archive.namelist():
        if name not in but:
            for _ in pieces(archive, name):
                pass


def pieces(archive: ZipFile, name: str) -> Iterator[bytes]:
    """Unpack one part piece by piece, each begun with the end of the one before.

    An XML part with a document type of its own (entities, outside files) is refused, and so is one
    that is not as long as the zip says: other readers go by what is there.
    """
    is_xml = name.endswith((".xml", ".rels"))
    before, length = b"", 0
    said = archive.getinfo(name)
    # zipfile stops at the length that is said; told a greater one, it goes on to the true end.
    unlimited = copy(said)
    unlimited.file_size = MOST_UNPACKED
    with archive.open(unlimited) as part:
        while piece := part.read(PIECE):
            whole = before + piece
            if is_xml and b"<!" in whole and DOCTYPE.search(whole):
                raise Refusal(f"The file holds XML that no spreadsheet program writes. {SAVE_AS}")
            if is_xml and not before and whole.startswith(WIDE_XML):
                raise Refusal(f"The file holds XML that no spreadsheet program writes. {SAVE_AS}")
            length += len(piece)
            if length > said.file_size:
                raise too_large()
            yield whole
            before = whole[-SEAM:]
    if length != said.file_size:
        raise Refusal(DAMAGED)
