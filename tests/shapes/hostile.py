"""Files that are no lists, or mean harm: each is refused in a sentence."""

import zipfile
from io import BytesIO

from workbooks import ods, ods_of, repacked, xls, xlsx, zipped

from shapes.parts import Shape, lines, text

PLAIN = lines()
LAUGHS = (
    '<!DOCTYPE lolz [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">'
    '<!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>'
)
SHEET = "xl/worksheets/sheet1.xml"
HEAD = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
FOOT = "</sheetData></worksheet>"
FAR = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
LOCKED = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504) + "EncryptedPackage".encode("utf-16-le")
MILLIONS = '<table:table-row table:number-rows-repeated="1048576"><table:table-cell'
MILLIONS += ' table:number-columns-repeated="16384" office:value-type="float" office:value="1"/>'
MILLIONS += "</table:table-row>"


def lying_zip() -> bytes:
    """A zip that says its sheet is short, and unpacks to much more."""
    whole = repacked(xlsx(PLAIN), {SHEET: HEAD + " " * 3_000_000 + FOOT})
    with zipfile.ZipFile(BytesIO(whole)) as archive:
        true = archive.getinfo(SHEET).file_size
    return whole.replace(true.to_bytes(4, "little"), (1000).to_bytes(4, "little"))


HOSTILE = {
    "nothing.csv": Shape(b"", refused="empty"),
    "only-blanks.csv": Shape(b" \r\n , ,\r\n", refused="empty"),
    "nul-bytes.csv": Shape(text(PLAIN).replace(b"Sam", b"S\x00m"), refused="not a list"),
    "control-characters.csv": Shape(text(PLAIN).replace(b"Sam", b"S\x1bm"), refused="not a list"),
    "unclosed-quote.csv": Shape(text(PLAIN) + b'"never closed', refused="quotation mark"),
    "unknown-encoding.csv": Shape(text(PLAIN).replace(b"Sam", b"S\x81m"), refused="encoding"),
    "picture.xlsx": Shape(b"\x89PNG\r\n\x1a\n" + bytes(100), refused="a picture"),
    "pdf.xlsx": Shape(b"%PDF-1.7\n" + bytes(100), refused="a PDF"),
    "web-page.xls": Shape(b"<html><table><tr><td>NHS number</td></tr></table>", refused="web page"),
    "spreadsheet-2003.xml": Shape(b'<?xml version="1.0"?><Workbook/>', refused="web page"),
    "rich-text.csv": Shape(b"{\\rtf1 hello}", refused="text document"),
    "document.docx": Shape(zipped({"word/document.xml": "<x/>"}), refused="document or a zip"),
    "binary.xlsb": Shape(zipped({"xl/workbook.bin": b"x"}), refused="XLSB"),
    "password.xlsx": Shape(LOCKED, refused="password"),
    "password.ods": Shape(ods(PLAIN, manifest="<manifest:encryption-data/>"), refused="password"),
    "macro-sheets.xlsm": Shape(
        repacked(xlsx(PLAIN), {"xl/macrosheets/sheet1.xml": "<x/>"}), refused="macro sheets"
    ),
    "cut-short.xlsx": Shape(xlsx(PLAIN)[:-400], refused="damaged"),
    "cut-short.ods": Shape(ods(PLAIN)[:-200], refused="damaged"),
    "not-a-zip.xlsx": Shape(b"PK\x03\x04" + bytes(200), refused="damaged"),
    "laughs.xlsx": Shape(
        repacked(xlsx(PLAIN), {"xl/sharedStrings.xml": LAUGHS + "<sst/>"}), refused="XML"
    ),
    "laughs.ods": Shape(ods(PLAIN, before=LAUGHS), refused="XML"),
    "zip-bomb.xlsx": Shape(
        repacked(xlsx(PLAIN), {"xl/media/image1.bin": bytes(200_000_000)}), refused="unpacks"
    ),
    "lying-zip.xlsx": Shape(lying_zip(), refused="unpacks"),
    "far-away-cell.xlsx": Shape(
        repacked(xlsx(PLAIN), {SHEET: HEAD + FAR + FOOT}), refused="more than"
    ),
    "far-away-cell-single-quotes.xlsx": Shape(
        repacked(xlsx(PLAIN), {SHEET: (HEAD + FAR.replace('"', "'") + FOOT)}),
        refused="more than",
    ),
    "million-rows.ods": Shape(
        ods_of(f'<table:table table:name="List">{MILLIONS}</table:table>'), refused="more than"
    ),
    "wide.csv": Shape(b"," * 400 + b"x\r\n", refused="256 columns"),
    "truncated.xls": Shape(xls(PLAIN)[:2600], refused="old document"),
}
