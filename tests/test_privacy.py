"""Sealed words open only where they were sealed, with the key they were sealed with."""

import base64
import os
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.errors import SealBroken
from app.privacy import KEY_BYTES, Vault, new_id, read_key, read_keys

OLD, NEW, LOOKUP = (bytes([number]) * KEY_BYTES for number in (1, 2, 3))
VAULT = Vault({"new": NEW, "old": OLD}, LOOKUP)
ROW = UUID("01890000-0000-7000-8000-000000000001")
OTHER_ROW = UUID("01890000-0000-7000-8000-000000000002")
COLUMN = "young_person.first_name"
WORDS = "my stoma bag at school"

ANY_WORDS = st.text(st.characters(), max_size=400)


def encoded(key: bytes) -> str:
    return base64.b64encode(key).decode()


@given(words=ANY_WORDS)
def test_any_words_come_back_exactly_as_they_went_in(words: str) -> None:
    assert VAULT.open(COLUMN, ROW, VAULT.seal(COLUMN, ROW, words)) == words


def test_half_a_pair_of_an_emoji_comes_back_too() -> None:
    assert VAULT.open(COLUMN, ROW, VAULT.seal(COLUMN, ROW, "cut \ud83d")) == "cut \ud83d"


def test_the_words_cannot_be_read_in_the_cell() -> None:
    assert WORDS.encode() not in VAULT.seal(COLUMN, ROW, WORDS)


def test_the_same_words_are_never_sealed_to_the_same_bytes() -> None:
    assert len({VAULT.seal(COLUMN, ROW, WORDS) for _ in range(50)}) == 50


@pytest.mark.parametrize(
    ("column", "row"), [(COLUMN, OTHER_ROW), ("young_person.last_name", ROW), ("", ROW)]
)
def test_a_cell_that_was_moved_does_not_open(column: str, row: UUID) -> None:
    sealed = VAULT.seal(COLUMN, ROW, WORDS)
    with pytest.raises(SealBroken):
        VAULT.open(column, row, sealed)


def test_no_byte_of_a_cell_can_be_altered() -> None:
    sealed = VAULT.seal(COLUMN, ROW, WORDS)
    for place in range(len(sealed)):
        altered = bytearray(sealed)
        altered[place] ^= 1
        with pytest.raises(SealBroken):
            VAULT.open(COLUMN, ROW, bytes(altered))


def test_a_cell_that_was_cut_does_not_open() -> None:
    sealed = VAULT.seal(COLUMN, ROW, WORDS)
    for length in range(len(sealed)):
        with pytest.raises(SealBroken):
            VAULT.open(COLUMN, ROW, sealed[:length])


def test_a_broken_seal_says_where_and_never_what() -> None:
    with pytest.raises(SealBroken) as fault:
        VAULT.open(COLUMN, OTHER_ROW, VAULT.seal(COLUMN, ROW, WORDS))
    assert COLUMN in str(fault.value)
    assert WORDS not in str(fault.value)


def test_an_older_key_still_opens_and_the_first_one_seals() -> None:
    before = Vault({"old": OLD}, LOOKUP)
    assert VAULT.open(COLUMN, ROW, before.seal(COLUMN, ROW, WORDS)) == WORDS
    with pytest.raises(SealBroken):
        before.open(COLUMN, ROW, VAULT.seal(COLUMN, ROW, WORDS))


def test_another_key_of_the_same_name_does_not_open() -> None:
    stranger = Vault({"new": os.urandom(KEY_BYTES)}, LOOKUP)
    with pytest.raises(SealBroken):
        stranger.open(COLUMN, ROW, VAULT.seal(COLUMN, ROW, WORDS))


def test_a_look_up_finds_the_same_value_of_the_same_kind_only() -> None:
    found = VAULT.lookup("mobile", "+447700900101")
    assert found == VAULT.lookup("mobile", "+447700900101")
    assert found != VAULT.lookup("nhs_number", "+447700900101")
    assert found != VAULT.lookup("mobile", "+447700900102")
    assert len(found) == 32


def test_a_look_up_needs_the_key() -> None:
    stranger = Vault({"new": NEW}, os.urandom(KEY_BYTES))
    assert stranger.lookup("mobile", "+447700900101") != VAULT.lookup("mobile", "+447700900101")


def test_ids_are_made_in_the_order_of_time() -> None:
    ids = [new_id() for _ in range(1000)]
    assert ids == sorted(ids)
    assert {made.version for made in ids} == {7}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "0 bytes"),
        ("not base64!", "is not base64"),
        (encoded(b"short"), "5 bytes"),
        (encoded(bytes(33)), "33 bytes"),
    ],
)
def test_a_key_that_is_none_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_key(text)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "holds no key"),
        (" , ", "holds no key"),
        (encoded(OLD), "name:key"),
        (f":{encoded(OLD)}", "name:key"),
        (f"{'n' * 33}:{encoded(OLD)}", "name:key"),
        (f"ключ:{encoded(OLD)}", "name:key"),
        ("old:AAAA", "3 bytes"),
        (f"old:{encoded(OLD)},old:{encoded(NEW)}", "old twice"),
    ],
)
def test_a_list_of_keys_that_is_none_is_refused_with_the_reason(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        read_keys(text)


def test_keys_are_read_in_their_order() -> None:
    keys = read_keys(f" new:{encoded(NEW)}, old:{encoded(OLD)},")
    assert list(keys.items()) == [("new", NEW), ("old", OLD)]
