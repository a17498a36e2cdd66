"""Small files that cost a careless reader gigabytes, minutes or its life; made when wanted."""

import struct
from collections.abc import Callable, Mapping
from io import BytesIO
from zipfile import ZipFile

from workbooks import ods, ods_of, repacked, xlsx

from shapes.hostile import FAR, FOOT, HEAD, SHEET
from shapes.parts import lines, text
from shapes.zips import end_of, repeated, with_parts, zip_of

PLAIN = lines()
MEGABYTE = 1024 * 1024
NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
BOOK, STRINGS, STYLES = "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml"
LINKS = "xl/_rels/workbook.xml.rels"
OLE = bytes.fromhex("d0cf11e0a1b11ae1")
ONE = 'office:value-type="float" office:value="1"/></table:table-row>'
HIDDEN_COLUMN = '<col min="-60000000" max="1" hidden="1"/>'
CELL, ROW = "<table:table-cell", "<table:table-row"


def inside(content: bytes, name: str) -> str:
    with ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def sheet(cells: str) -> bytes:
    return repacked(xlsx(PLAIN), {SHEET: HEAD + cells + FOOT})


def linked(target: str) -> bytes:
    """A workbook whose one sheet, with a cell far away, is called by another name."""
    links = inside(xlsx(PLAIN), LINKS).replace("worksheets/sheet1.xml", target)
    return repacked(xlsx(PLAIN), {SHEET: HEAD + FAR + FOOT, LINKS: links})


def twice_named() -> bytes:
    whole = xlsx(PLAIN, others={"Other": [["a"]]})
    names = inside(whole, BOOK).replace('name="Other"', 'name="List"')
    return repacked(whole, {SHEET: HEAD + FAR + FOOT, BOOK: names})


def many_sheets() -> bytes:
    whole = xlsx(PLAIN, others={f"S{place}": [["a"]] for place in range(50)})
    far = '<row r="1"><c r="A1"><v>1</v></c></row><row r="99999"><c r="Z99999"><v>1</v></c></row>'
    names = [f"xl/worksheets/sheet{place}.xml" for place in range(1, 52)]
    return repacked(whole, dict.fromkeys(names, HEAD + far + FOOT))


def one_long_string() -> bytes:
    """A hundred thousand cells that all point at one string of 32,000 letters."""
    cells = "".join(
        f'<row r="{at}"><c r="A{at}" t="s"><v>0</v></c></row>' for at in range(1, 99_999)
    )
    strings = f"<sst {NS}><si><t>{'x' * 32_000}</t></si></sst>"
    return repacked(sheet(cells), {STRINGS: strings})


def odd_table(inner: str) -> bytes:
    return ods_of(f'<table:table table:name="List">{inner}</table:table>')


def long_directory() -> bytes:
    entry = b"PK\1\2" + struct.pack("<6H3I5H2I", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    directory = entry * (20 * MEGABYTE // len(entry))
    return b"PK\3\4" + bytes(40) + directory + end_of(directory, 60_000, 44)


def entry(name: str, kind: int, left: int = -1, right: int = -1, child: int = -1) -> bytes:
    """One entry of an OLE directory (MS-CFB 2.6.1)."""
    label = name.encode("utf-16-le") + b"\0\0"
    tree = struct.pack("<HBBiii", len(label), kind, 1, left, right, child)
    return label.ljust(64, b"\0") + tree + bytes(36) + struct.pack("<iii", -2, 0, 0)


def tangled_xls() -> bytes:
    """An old workbook whose directory leads to itself: two to the sixtieth steps."""
    tree = b"".join(entry(f"W{at}", 2, at + 1, at + 1) for at in range(1, 60))
    directory = entry("Root Entry", 5, child=1) + tree + entry("Workbook", 2)
    sectors = -(-len(directory) // 512)
    table = [-3, *range(2, sectors + 1), -2]
    head = OLE + bytes(16) + struct.pack("<5H", 0x3E, 3, 0xFFFE, 9, 6) + bytes(10)
    head += struct.pack("<8i", 1, 1, 0, 4096, -2, 0, -2, 0) + struct.pack("<109i", 0, *[-1] * 108)
    fat = struct.pack("<128i", *table, *[-1] * (128 - len(table)))
    return head + fat + directory.ljust(sectors * 512, b"\0")


HEAVY: Mapping[str, Callable[[], bytes]] = {
    "a cell far away, in small letters": lambda: sheet(FAR.replace("XFD", "xfd")),
    "a sheet called in capitals": lambda: linked("worksheets/SHEET1.xml"),
    "two sheets of one name": twice_named,
    "the same part twice": lambda: zip_of(
        [*([repeated(SHEET, "a", 1)] * 2), repeated(BOOK, "a", 1)]
    ),
    "fifty sheets of two million cells": many_sheets,
    "one long string in every cell": one_long_string,
    "a column that is hidden from far below nought": lambda: repacked(
        xlsx(PLAIN),
        {SHEET: HEAD.replace("<sheetData>", f"<cols>{HIDDEN_COLUMN}</cols><sheetData>") + FOOT},
    ),
    "a place with a million letters": lambda: sheet(f'<row r="1"><c r="{"A" * 10**6}1"/></row>'),
    "eighteen million sheets": lambda: with_parts(
        xlsx(PLAIN), repeated(BOOK, "<sheet/>", 18 * 10**6, f"<workbook {NS}><sheets>")
    ),
    "XML fifty million deep": lambda: with_parts(
        xlsx(PLAIN), repeated(BOOK, "<a>", 50 * 10**6, "<workbook>")
    ),
    "an attribute of forty megabytes": lambda: with_parts(
        xlsx(PLAIN), repeated(BOOK, "a", 40 * MEGABYTE, '<workbook x="', '"/>')
    ),
    "thirty million strings": lambda: with_parts(
        xlsx(PLAIN), repeated(STRINGS, "<si/>", 30 * 10**6, f"<sst {NS}>", "</sst>")
    ),
    "styles fifty million deep": lambda: with_parts(
        xlsx(PLAIN), repeated(STYLES, "<a>", 50 * 10**6, f"<styleSheet {NS}>")
    ),
    "twenty-three million empty rows": lambda: with_parts(
        xlsx(PLAIN), repeated(SHEET, "<row/>", 23_900_000, HEAD, FOOT)
    ),
    "a kind that unpacks to more than a gigabyte": lambda: with_parts(
        xlsx(PLAIN), repeated("mimetype", "\0" * 1000, 1_500_000, says=500)
    ),
    "a manifest that unpacks to more than a gigabyte": lambda: with_parts(
        ods(PLAIN), repeated("META-INF/manifest.xml", " " * 1000, 1_500_000, says=500)
    ),
    "a directory of three hundred thousand parts": long_directory,
    "formulas repeated a hundred million times": lambda: odd_table(
        f'{ROW} table:number-rows-repeated="100000">{CELL} table:number-columns-repeated="1000"'
        ' table:formula="of:=1"/></table:table-row>'
    ),
    "a thousand million spaces": lambda: odd_table(
        f'{ROW}>{CELL} office:value-type="string"><text:p>a<text:s text:c="1000000000"/></text:p>'
        "</table:table-cell></table:table-row>"
    ),
    "columns repeated less than never": lambda: odd_table(
        '<table:table-column table:number-columns-repeated="-100000000"/>'
        f'<table:table-column table:visibility="collapse"/>{ROW}>{CELL} {ONE}'
    ),
    "eight sheets of four million cells": lambda: ods_of(
        "".join(
            f'<table:table table:name="L{at}">{ROW} table:number-rows-repeated="15000">{CELL}'
            f' table:number-columns-repeated="256" {ONE}</table:table>'
            for at in range(8)
        )
    ),
    "a directory that leads to itself": tangled_xls,
    "thirty megabytes of line ends": lambda: text(PLAIN) + b"\n" * (30 * MEGABYTE),
    "one line of thirty million separators": lambda: text(PLAIN) + b"," * (30 * MEGABYTE),
    "a million empty rows": lambda: text(PLAIN[:1]) + b",,,,,,,\r\n" * 10**6,
    "thirty megabytes in one cell": lambda: text(PLAIN) + b'"' + b"a" * (30 * MEGABYTE) + b'"',
    "thirty megabytes with one picture of a face": lambda: (
        text(PLAIN) + b"x,\r\n" * (7 * MEGABYTE) + "\U0001f600".encode()
    ),
}  # fmt: skip
