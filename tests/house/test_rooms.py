"""Rooms stay small enough to read at one sitting, say what they hold, and have honest names."""

import ast
import re
from statistics import median

from house.files import FOLDERS, ROOT, functions, modules, named, tree

LONGEST_MODULE = 300
LONGEST_FUNCTION = 40
MEDIAN_FUNCTION = 8
SAY_NOTHING = re.compile(r"(util|helper|manager|service|handler)s?|common|base|dao|misc")


def test_the_house_is_looked_at_as_a_whole() -> None:
    looked_at = {named(path) for path in modules()}
    assert {"app/db.py", "scheduler/__main__.py", "tests/conftest.py"} <= looked_at


def test_every_module_says_first_what_lives_there() -> None:
    silent = [
        named(path)
        for path in modules()
        if not path.read_text(encoding="utf-8").startswith('"""')
        or not ast.get_docstring(tree(path))
    ]
    assert silent == []


def test_no_module_is_long() -> None:
    long = {
        named(path): lines
        for path in modules()
        if (lines := len(path.read_text(encoding="utf-8").splitlines())) >= LONGEST_MODULE
    }
    assert long == {}


def test_no_function_is_long() -> None:
    found = [each for path in modules() for each in functions(path)]
    assert [each for each in found if each.lines > LONGEST_FUNCTION] == []


def test_half_of_all_functions_take_eight_lines_or_fewer() -> None:
    service = [path for path in modules() if named(path).split("/")[0] in ("app", "scheduler")]
    lengths = [each.lines for path in service for each in functions(path)]
    assert median(lengths) <= MEDIAN_FUNCTION, f"{len(lengths)} functions, longest {max(lengths)}"


def test_no_room_has_a_name_that_says_nothing() -> None:
    places = [path for folder in FOLDERS for path in (ROOT / folder).rglob("*")]
    assert [named(path) for path in places if SAY_NOTHING.fullmatch(path.stem)] == []
