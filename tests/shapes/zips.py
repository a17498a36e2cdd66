"""Zips made byte by byte: parts far larger than their packed form, and sizes that lie."""

import struct
import zlib
from collections.abc import Iterable
from io import BytesIO
from typing import NamedTuple
from zipfile import ZipFile

PIECE = 1024 * 1024
DEFLATED = 8


class Part(NamedTuple):
    """One part: its name, packed, its checksum and the size it says it has."""

    name: str
    packed: bytes
    checksum: int
    size: int


def part(name: str, content: bytes) -> Part:
    """An honest part."""
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(content) + packer.flush()
    return Part(name, packed, zlib.crc32(content), len(content))


def repeated(
    name: str, unit: str, times: int, head: str = "", foot: str = "", says: int | None = None
) -> Part:
    """A part that holds `unit` very many times; `says` is the size it claims."""
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed, checksum, size = [], 0, 0
    each = max(1, PIECE // len(unit))
    whole = [unit.encode() * each] * (times // each)
    for piece in (head.encode(), *whole, unit.encode() * (times % each), foot.encode()):
        checksum, size = zlib.crc32(piece, checksum), size + len(piece)
        packed.append(packer.compress(piece))
    packed.append(packer.flush())
    return Part(name, b"".join(packed), checksum, size if says is None else says)


def zip_of(parts: Iterable[Part]) -> bytes:
    """Write parts as a zip (APPNOTE 4.3)."""
    body, directory, count = b"", b"", 0
    for name, packed, checksum, size in parts:
        label = name.encode()
        facts = struct.pack("<3I", checksum, len(packed), size)
        start = struct.pack("<2H", len(label), 0)
        here = len(body)
        body += (
            b"PK\3\4" + struct.pack("<5H", 20, 0, DEFLATED, 0, 0) + facts + start + label + packed
        )
        directory += b"PK\1\2" + struct.pack("<6H", 20, 20, 0, DEFLATED, 0, 0) + facts
        directory += struct.pack("<5H2I", len(label), 0, 0, 0, 0, 0, here) + label
        count += 1
    return body + directory + end_of(directory, count, len(body))


def end_of(directory: bytes, count: int, at: int) -> bytes:
    """The record that ends a zip."""
    return b"PK\5\6" + struct.pack("<4H2IH", 0, 0, count, count, len(directory), at, 0)


def with_parts(content: bytes, *changed: Part) -> bytes:
    """A zip with some of its parts changed or added."""
    new = {each.name: each for each in changed}
    with ZipFile(BytesIO(content)) as archive:
        kept = [part(name, archive.read(name)) for name in archive.namelist() if name not in new]
    return zip_of([*kept, *changed])
