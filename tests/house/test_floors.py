"""Who may import whom: the floors of the house, held by import-linter."""

import ast
import logging.config
import tomllib

import pytest
from house.files import ROOT, modules, named, tree
from importlinter.cli import lint_imports

CONTRACTS = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"][
    "contracts"
]
PURE = {
    room
    for contract in CONTRACTS
    if contract["name"].startswith("Pure rooms")
    for room in contract["source_modules"]
}


def test_the_floors_hold(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    # It would silence every logger there is, for all tests after this one.
    monkeypatch.setattr(logging.config, "dictConfig", lambda _: None)
    exit_code = lint_imports(config_filename=str(ROOT / "pyproject.toml"), no_cache=True)
    assert exit_code == 0, capsys.readouterr().out


def test_every_room_that_calls_itself_pure_is_held_to_it() -> None:
    called = {
        ".".join(path.relative_to(ROOT).with_suffix("").parts)
        for path in modules()
        if named(path).startswith("app/")
        and "pure" in (ast.get_docstring(tree(path)) or "").split("\n\n")[0]
    }
    assert called - PURE == set()


def test_a_pure_room_asks_nobody_for_the_time_or_the_environment() -> None:
    asked = []
    for room in PURE:
        path = ROOT.joinpath(*room.split(".")).with_suffix(".py")
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Attribute) and node.attr in (
                "now",
                "today",
                "environ",
                "getenv",
            ):
                asked.append(f"{room}:{node.lineno} {node.attr}")
    assert asked == []
