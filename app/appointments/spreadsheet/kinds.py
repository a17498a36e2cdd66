"""What kind of file this is, by its first bytes (pure): its name is never trusted."""

import zlib
from enum import StrEnum
from zipfile import BadZipFile

from app.errors import Refusal

SAVE_AS = "Open it in Excel, choose Save as, Excel workbook (XLSX), and upload that file."
DAMAGED = f"The file is damaged and cannot be read. {SAVE_AS}"
LOCKED = (
    "The file is protected by a password. Open it, take the password off, save it and upload it "
    "again."
)

# How other files begin, and what people call them.
OTHER_FILES = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"{\\rtf", "a text document"),
    (b"\x1f\x8b", "a compressed file"),
    (b"7z\xbc\xaf", "a compressed file"),
    (b"Rar!", "a compressed file"),
    (b"<", "a web page"),
    (b"\xef\xbb\xbf<", "a web page"),
)
ZIPS = (b"PK\x03\x04", b"PK\x05\x06")
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# Excel 2 to 4 wrote their records with no container around them: a BOF record (MS-XLS 2.4.21).
BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x10\x00")
ODS_TYPE = b"application/vnd.oasis.opendocument.spreadsheet"

# What zipfile raises over bytes that are no zip, or a damaged one.
ZIP_FAULTS = (
    *(BadZipFile, zlib.error, NotImplementedError, RuntimeError, OSError, ValueError, EOFError),
)


class Kind(StrEnum):
    """The kinds of file that are read; a zipped one is XLSX or ODS, as its parts tell."""

    DELIMITED = "delimited"
    ZIPPED = "zipped"
    XLSX = "xlsx"
    ODS = "ods"
    XLS = "xls"


def kind_of(content: bytes) -> Kind:
    """Return the kind of a file; Refusal if it is empty or of a kind that is not read."""
    if not content.strip(b" \t\r\n\x00\xff\xfe\xef\xbb\xbf"):
        raise Refusal("The file is empty. Upload the clinic list with its headings above the rows.")
    if content.startswith(ZIPS):
        return Kind.ZIPPED
    if content.startswith(OLE):
        return _compound(content)
    if content.startswith(BARE_BIFF):
        return Kind.XLS
    if content.startswith(b"BM") and content[6:10] == bytes(4):
        raise Refusal(f"The file is a picture, not a clinic list. {SAVE_AS}")
    for start, kind in OTHER_FILES:
        if content.lstrip(b" \t\r\n").startswith(start):
            raise Refusal(f"The file is {kind}, not a clinic list. {SAVE_AS}")
    return Kind.DELIMITED


def _compound(content: bytes) -> Kind:
    """Tell what an OLE compound file holds by the names in its directory (MS-CFB 2.6)."""
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise Refusal(LOCKED)
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return Kind.XLS
    raise Refusal(f"The file is an old document, not a clinic list. {SAVE_AS}")
