"""Each hazard is controlled by tests that are there, or says that it is open and why."""

import ast
import re

import pytest
from house.files import ROOT, tree

LOG = ROOT / "docs" / "clinical-safety" / "hazard-log.md"
HAZARD = re.compile(r"^## (H\d\d) (.+)$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(test_\w+)`")
OPEN = "Open: "
SHORTEST_REASON = 40


def sections() -> dict[str, str]:
    """What the log says of each hazard."""
    parts = HAZARD.split(LOG.read_text("utf-8"))
    return dict(zip(parts[1::3], parts[3::3], strict=True))


def controls(section: str) -> list[str]:
    return [" ".join(part.split()) for part in section.split("\n- ")[1:]]


def test_every_hazard_is_there_once_and_in_order() -> None:
    numbers = HAZARD.findall(LOG.read_text("utf-8"))
    assert [number for number, _ in numbers] == [f"H{place:02}" for place in range(1, 23)]


def test_every_test_that_the_log_names_is_there() -> None:
    missing = []
    for path, name in NAMED.findall(LOG.read_text("utf-8")):
        file = ROOT / path
        found = file.exists() and any(
            isinstance(node, ast.FunctionDef) and node.name == name for node in tree(file).body
        )
        if not found:
            missing.append(f"{path}::{name}")
    assert missing == []


@pytest.mark.parametrize("number", [f"H{place:02}" for place in range(1, 23)])
def test_every_hazard_names_a_test_and_says_cause_harm_and_rating(number: str) -> None:
    section = sections()[number]
    assert NAMED.search(section), f"{number} names no test"
    for said in ("Causes: ", "Harm: ", "Risk "):
        assert said in section, f"{number} does not say {said}"


@pytest.mark.parametrize("number", [f"H{place:02}" for place in range(1, 23)])
def test_what_no_test_holds_is_open_with_a_reason_or_explained(number: str) -> None:
    for control in controls(sections()[number]):
        if control.startswith(OPEN):
            assert len(control) >= SHORTEST_REASON, control
        else:
            assert NAMED.search(control), f"{number}: {control}"
