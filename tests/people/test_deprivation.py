"""Postcodes: looked up once in the organisation's own file, never kept whole."""

from pathlib import Path

import pytest

from app.people.deprivation import deciles_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "deciles.csv"
    path.write_text("postcode,decile\nB15 2TT,2\nSE1 7EH,9\n", "utf-8-sig")
    return path


def test_a_known_postcode_has_its_decile(file: Path) -> None:
    assert deciles_of([("B15", "2TT"), ("SE1", "7EH"), None], file) == {"B152TT": 2, "SE17EH": 9}


def test_an_unknown_postcode_or_half_of_one_has_none(file: Path) -> None:
    assert deciles_of([("ZZ1", "1ZZ"), ("B15", "")], file) == {}


def test_without_a_file_nothing_is_guessed() -> None:
    assert deciles_of([("B15", "2TT")]) == {}
