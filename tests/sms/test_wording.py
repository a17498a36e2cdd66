"""The words we text: cheap enough, safe on a lock screen, and never with a hole in them."""

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from app.appointments.cells import LONGEST_NAME as LONGEST_FIRST_NAME
from app.clinics.details import LONGEST_NAME as LONGEST_CLINIC
from app.clinics.details import SPECIALTY
from app.sms.segments import cost, is_gsm
from app.sms.wording import FOLDER, plain, words

VALUES = {
    "first_name": "Sam",
    "clinic": "Riverside Hospital",
    "when": "Tue 12 May at 9.30am",
    "desk_phone": "020 7946 0011",
    "for_whom": "",
    "noted": "1 sleep, 2 school",
    "more": "",
    "number": "2",
    "day": "Tuesday",
    "names": "Sam or Aisha",
    "letters": "S or A",
    "stopped": "yes",
    "medical": "",
    "childline": "yes",
    "nation": "england",
}
LONGEST = VALUES | {
    "first_name": "W" * LONGEST_FIRST_NAME,
    "clinic": "W" * LONGEST_CLINIC,
    "when": "Wed 30 Sep at 10.30am",
    "desk_phone": "+44 (0)20 7946 0011 (ext)",
    "day": "Wednesday 30 September",
    "names": " or ".join(["W" * LONGEST_FIRST_NAME] * 4),
    "letters": "WWW, WWX, WWY or WWZ",
}
ON_A_PHONE_OF_TWO = {"for_whom": "yes"}
TEXTS = sorted(FOLDER.glob("*/*.txt"))


def said(path: Path, values: dict[str, str]) -> str:
    return words(path.stem, path.parent.name, **values).text


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
class TestEveryText:
    """What holds for each file under templates_sms/."""

    def test_it_costs_at_most_three_segments_at_its_longest(self, path: Path) -> None:
        assert cost(said(path, LONGEST)).segments <= 3
        assert cost(said(path, LONGEST | ON_A_PHONE_OF_TWO)).segments <= 3
        assert cost(said(path, VALUES)).encoding == "GSM-7"

    def test_it_says_where_help_is(self, path: Path) -> None:
        text = said(path, VALUES)
        assert "999" in text
        assert "111" in text
        assert "SHOUT to 85258" in text

    def test_it_has_no_link_and_names_no_specialty(self, path: Path) -> None:
        text = said(path, VALUES)
        assert not re.search(r"https?:|www\.|\.uk\b|\.com\b", text)
        assert not SPECIALTY.search(text)

    def test_it_has_no_hole(self, path: Path) -> None:
        for values in (VALUES, VALUES | ON_A_PHONE_OF_TWO):
            assert not re.search(r"None|nan\b|\{|\}|  ", said(path, values))


def test_the_ask_says_who_when_and_that_it_is_read_later_and_how_to_stop() -> None:
    text = words("ask", **VALUES).text
    for needed in ("Sam", "Riverside Hospital", "Tue 12 May at 9.30am", "3 things", "STOP"):
        assert needed in text
    assert "own words" in text
    assert "not straight away" in text
    assert "before the visit" in text


def test_an_ordinary_ask_costs_no_more_than_three_segments_and_a_name_folds() -> None:
    wording = words("ask", **VALUES | {"first_name": "Zoë"})
    assert "Hi Zoe," in wording.text
    assert cost(wording.text).encoding == "GSM-7"


def test_a_name_that_no_letter_is_left_of_is_left_out() -> None:
    text = words("ask", **VALUES | {"first_name": "\U0001f600"}).text
    assert text.startswith("Hi, Riverside Hospital")


def test_a_missing_value_stops_the_text() -> None:
    with pytest.raises(UndefinedError):
        words("ask", first_name="Sam")


def test_a_language_without_a_file_is_answered_in_english() -> None:
    assert words("thanks", "pl").template.startswith("en/thanks@")
    assert words("thanks", "../../etc").template.startswith("en/thanks@")


def test_a_template_is_named_with_the_version_of_its_words() -> None:
    assert re.fullmatch(r"en/ask@[0-9a-f]{8}", words("ask", **VALUES).template)


@pytest.mark.parametrize(
    ("value", "folded"),
    [
        ("Łukasz", "Lukasz"),
        ("Renée", "Renée"),
        ("Sin\u00e9ad O\u2019Neill", "Sinéad O'Neill"),
        ("St\u00a0Mary\u2013s", "St Mary-s"),
        ("Ayşe", "Ayse"),
    ],
)
def test_values_are_written_in_letters_that_cost_one(value: str, folded: str) -> None:
    assert plain(value) == folded


@given(st.text(max_size=60))
def test_any_value_can_be_texted(value: str) -> None:
    assert is_gsm(plain(value))
