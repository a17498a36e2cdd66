"""Everything we text is a file that a nurse can read; nothing is worded in code."""

import ast
from collections.abc import Iterator
from pathlib import Path

from house.files import ROOT, modules, named, tree

FOLDER = ROOT / "templates_sms"
ROOMS_THAT_TEXT = (
    "app/sms/gateway.py",
    "app/sms/twilio.py",
    "app/sms/twiml.py",
    "app/sms/wording.py",
    "app/invitations/dispatch.py",
    "app/conversations/answer.py",
    "app/conversations/answering.py",
    "app/conversations/intake.py",
    "app/conversations/understanding.py",
    "app/conversations/opting.py",
    "app/conversations/webhook.py",
)
# Only texts to young people say these.
SAID_IN_TEXTS = ("85258", "SHOUT", "Reply STOP", "text STOP")
WORDS_OF_A_SENTENCE = 7


def templates(language: str) -> set[str]:
    return {path.stem for path in (FOLDER / language).glob("*.txt")}


def literals(path: Path) -> Iterator[tuple[int, str]]:
    """Yield the words written in a module: not docstrings, exceptions or the reasons of guards."""
    said_elsewhere = {
        id(part)
        for node in ast.walk(tree(path))
        if _said_to_ourselves(node)
        for part in ast.walk(node)
        if isinstance(part, ast.Constant)
    }
    for node in ast.walk(tree(path)):
        match node:
            case ast.Constant(value=str(words)) if id(node) not in said_elsewhere:
                yield node.lineno, words


def _said_to_ourselves(node: ast.AST) -> bool:
    match node:
        case ast.Raise() | ast.Expr(value=ast.Constant()) | ast.Call(func=ast.Name(id="public")):
            return True
    return False


def ours() -> list[Path]:
    return [path for path in modules() if named(path).split("/")[0] in ("app", "scheduler")]


def test_no_words_of_a_text_stand_in_code() -> None:
    found = [
        f"{named(path)}:{line}"
        for path in ours()
        for line, words in literals(path)
        if any(said in words for said in SAID_IN_TEXTS)
    ]
    assert found == []


def test_the_rooms_that_text_hold_no_sentence() -> None:
    found = [
        f"{named(path)}:{line} {words}"
        for path in (ROOT / room for room in ROOMS_THAT_TEXT)
        for line, words in literals(path)
        if len(words.split()) >= WORDS_OF_A_SENTENCE
    ]
    assert found == []


def test_every_text_is_sent_by_somebody() -> None:
    named_in_code = {words for path in ours() for _, words in literals(path)}
    assert templates("en") - named_in_code == set()


def test_no_language_has_a_text_that_english_lacks() -> None:
    for folder in FOLDER.iterdir():
        assert not folder.is_dir() or templates(folder.name) <= templates("en"), folder.name


def test_the_list_of_texts_names_each_and_no_other() -> None:
    rows = (FOLDER / "README.md").read_text("utf-8").splitlines()
    listed = {row.split("`")[1] for row in rows if row.startswith("| `")}
    assert listed == templates("en")
