"""How personal words are sealed: the only room that knows ciphers.

A sealed cell is AES-256-GCM (NIST SP 800-38D) with the table's column and the row's id bound
in as associated data, so a cell moved to another row or column does not open. Keys come from
the settings, never from the database. What must be looked up (a mobile, an NHS number) is kept
beside it as a keyed hash (HMAC-SHA-256).

Shape of a sealed cell: 1 byte version, 1 byte length of the key's name, the name, 12 bytes
nonce, cipher text with its tag.
"""

import base64
import binascii
import hashlib
import hmac
import os
from collections.abc import Mapping
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from uuid_utils.compat import uuid7

from app.errors import SealBroken

VERSION = 1
NONCE_BYTES = 12
KEY_BYTES = 32


def new_id() -> UUID:
    """Make a row's id (UUIDv7, RFC 9562) before the row exists, so that it can be bound in."""
    return uuid7()


def read_key(text: str) -> bytes:
    """Decode one key of 32 bytes from base64; raise ValueError with the reason if it is not."""
    try:
        key = base64.b64decode(text, validate=True)
    except binascii.Error as fault:
        raise ValueError("is not base64") from fault
    if len(key) != KEY_BYTES:
        raise ValueError(f"is {len(key)} bytes long, not {KEY_BYTES}")
    return key


def read_keys(text: str) -> dict[str, bytes]:
    """Read `name:base64,name:base64`: the first seals, all of them open."""
    keys: dict[str, bytes] = {}
    for part in filter(None, (piece.strip() for piece in text.split(","))):
        name, colon, encoded = part.partition(":")
        if not colon or not name.isascii() or not 1 <= len(name) <= 32:
            raise ValueError("is not a list of name:key pairs")
        if name in keys:
            raise ValueError(f"names {name} twice")
        keys[name] = read_key(encoded)
    if not keys:
        raise ValueError("holds no key")
    return keys


class Vault:
    """Seals and opens cells, and hashes what must be found again."""

    def __init__(self, keys: Mapping[str, bytes], lookup_key: bytes) -> None:
        self._current = next(iter(keys))
        self._ciphers = {name: AESGCM(key) for name, key in keys.items()}
        self._lookup_key = lookup_key

    def seal(self, column: str, row: UUID, words: str) -> bytes:
        """Seal the words of one cell; `column` is `table.column`, any text is taken as it is."""
        return self.seal_bytes(column, row, words.encode("utf-8", "surrogatepass"))

    def seal_bytes(self, column: str, row: UUID, plain: bytes) -> bytes:
        """Seal bytes, such as a file, as one cell."""
        name = self._current.encode()
        nonce = os.urandom(NONCE_BYTES)
        cipher = self._ciphers[self._current]
        head = bytes([VERSION, len(name)]) + name + nonce
        return head + cipher.encrypt(nonce, plain, _bound(column, row))

    def open(self, column: str, row: UUID, sealed: bytes) -> str:
        """Open one cell; raise SealBroken if the key, the row or the column is another."""
        return self.open_bytes(column, row, sealed).decode("utf-8", "surrogatepass")

    def open_bytes(self, column: str, row: UUID, sealed: bytes) -> bytes:
        """Open one cell of bytes; raise SealBroken like `open`."""
        try:
            if sealed[0] != VERSION:
                raise ValueError("sealed in a way this version does not know")
            name_end = 2 + sealed[1]
            nonce_end = name_end + NONCE_BYTES
            cipher = self._ciphers[sealed[2:name_end].decode()]
            nonce, body = sealed[name_end:nonce_end], sealed[nonce_end:]
            return cipher.decrypt(nonce, body, _bound(column, row))
        except (InvalidTag, KeyError, IndexError, ValueError) as fault:
            raise SealBroken(f"{column} of row {row} does not open") from fault

    def lookup(self, kind: str, value: str | bytes) -> bytes:
        """Hash a value for look-ups, 32 bytes; the same value of another kind hashes apart."""
        plain = value if isinstance(value, bytes) else value.encode("utf-8", "surrogatepass")
        message = kind.encode() + b"\x00" + plain
        return hmac.digest(self._lookup_key, message, hashlib.sha256)


def _bound(column: str, row: UUID) -> bytes:
    return f"{column}\x00".encode() + row.bytes
