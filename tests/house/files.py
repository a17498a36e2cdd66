"""The modules of the house, read as text and as trees, for the tests that guard it."""

import ast
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
FOLDERS = ("app", "scheduler", "tests", "benchmarks")


@dataclass(frozen=True)
class Function:
    """One function of the house and how many lines it takes, from `def` to its end."""

    place: str
    lines: int


@cache
def modules() -> tuple[Path, ...]:
    """Return every Python file of ours."""
    found = [path for folder in FOLDERS for path in sorted((ROOT / folder).rglob("*.py"))]
    return tuple(path for path in found if "__pycache__" not in path.parts)


def named(path: Path) -> str:
    """Say where a file is, from the root of the house."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """Return a module as a tree."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def functions(path: Path) -> list[Function]:
    """Return every function of a module, methods and inner ones too."""
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    return [
        Function(
            f"{named(path)}:{node.lineno} {node.name}", (node.end_lineno or 0) - node.lineno + 1
        )
        for node in ast.walk(tree(path))
        if isinstance(node, kinds)
    ]
