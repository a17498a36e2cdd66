"""Faults 26 and 27: what a text costs is known before, and no text greets nobody."""

import re
from pathlib import Path

import pytest
import smsutil
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from app.sms.segments import cost, is_gsm
from app.sms.wording import FOLDER, words

WORST = (
    "",
    "O'Brien",
    "Zoë",
    "Łukasz",
    "Bartholomew-Christopher Maximilian",
    "x\u0000y",
    "\u202eabc",
    "👩🏽‍🚀",
    "李小龍",
    "محمد",
    "Anne\u200bMarie",
    "Ana \n María",
    " " * 30,
)
VALUES = {
    "clinic": "Riverside Hospital",
    "when": "Wed 30 Sep at 12.30pm",
    "desk_phone": "020 7946 0011",
    "day": "Tuesday",
    "noted": "1 sleep, 2 school",
    "more": "2",
    "number": "2",
    "names": "Sam or Aisha",
    "letters": "S or A",
    "stopped": "yes",
    "medical": "",
    "nation": "england",
    "childline": "yes",
}
BROKEN = re.compile(r"\bNone\b|\bnan\b|undefined|\{\{|\}\}|\{%|  |Hi ,|Hi\.")
FILES = sorted(FOLDER.glob("*/*.txt"))
# The longest of them all is a text of ours to a family, with the longest names there may be.
MOST_SEGMENTS = 4


def write(file: Path, name: str, for_whom: str = "") -> str:
    given_ = {**VALUES, "first_name": name, "for_whom": for_whom}
    return words(file.stem, file.parent.name, **given_).text


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
@pytest.mark.parametrize("for_whom", ["", "yes"])
def test_fault_27_no_name_leaves_a_gap_or_a_brace_in_any_text(file: Path, for_whom: str) -> None:
    for name in WORST:
        text = write(file, name, for_whom)
        assert not BROKEN.search(text), (name, text)
        assert is_gsm(text), (name, text)


def test_fault_27_a_name_that_looks_like_a_template_is_never_carried_out() -> None:
    assert "49" not in write(FOLDER / "en" / "ask.txt", "{{ 7*7 }}")


@given(st.sampled_from(FILES), st.text(max_size=40), st.sampled_from(["", "yes"]))
def test_fault_27_whatever_a_name_is_the_text_is_whole(
    file: Path, name: str, for_whom: str
) -> None:
    text = write(file, name, for_whom)
    plain = write(file, "", for_whom)
    assert is_gsm(text)
    assert "999" in text
    assert text.count("{{") <= name.count("{{")
    assert text.split()[-4:] == plain.split()[-4:]


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parent.name}-{file.stem}")
def test_fault_27_a_value_that_is_missing_raises_and_nothing_is_written(file: Path) -> None:
    needed = set(re.findall(r"\{\{ (\w+) \}\}", file.read_text("utf-8")))
    for missing in needed:
        values = {**VALUES, "first_name": "Sam", "for_whom": "yes"}
        del values[missing]
        if missing == "first_name":
            continue
        with pytest.raises(UndefinedError):
            words(file.stem, file.parent.name, **values)


@given(st.sampled_from(FILES), st.text(max_size=40))
def test_fault_26_what_a_text_costs_is_counted_as_another_counts_it(file: Path, name: str) -> None:
    text = write(file, name, "yes")
    assert cost(text).segments == len(smsutil.split(text).parts) <= MOST_SEGMENTS
