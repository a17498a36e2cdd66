"""Every setting stands in .env.example with a comment, and nothing else does."""

import ast
import re

import pytest
from house.files import ROOT, modules, named, tree

from app.settings import Settings, advice_on, load

EXAMPLE = ROOT / ".env.example"
SETTING = re.compile(r"^#?([A-Z][A-Z_]+)=(.*)$")
PRODUCTION_ONLY = "PRODUCTION ONLY"
# Two lines may share one comment: where to listen, and the two halves of Twilio's credentials.
SHARE_A_COMMENT = {"PORT", "TWILIO_AUTH_TOKEN"}


def lines() -> list[str]:
    return EXAMPLE.read_text("utf-8").splitlines()


def documented() -> list[str]:
    return [found[1] for line in lines() if (found := SETTING.match(line))]


def test_every_setting_is_documented_once_and_nothing_else_is() -> None:
    assert sorted(documented()) == sorted(name.upper() for name in Settings.model_fields)


def test_every_setting_has_a_comment_above_it() -> None:
    before = dict(zip(lines()[1:], lines(), strict=False))
    bare = [
        found[1]
        for line in lines()
        if (found := SETTING.match(line))
        and found[1] not in SHARE_A_COMMENT
        and not re.match(r"^# \S", before[line])
    ]
    assert bare == []


def test_the_example_works_untouched_and_sends_nothing() -> None:
    settings = load(_env_file=EXAMPLE)
    assert settings.demo_mode
    assert settings.gateway == "pretend_phone"
    assert advice_on(settings) == []


def test_what_is_set_in_the_example_is_the_default() -> None:
    example, plain = load(_env_file=EXAMPLE, demo_mode=False), load()
    assert example == plain


def test_what_only_production_needs_stands_at_the_foot() -> None:
    foot = EXAMPLE.read_text("utf-8").split(PRODUCTION_ONLY)[1]
    needed = [line.split(" ")[0] for line in advice_on(load())]
    assert [name for name in needed if f"#{name}=" not in foot] == []


@pytest.mark.parametrize("name", Settings.model_fields)
def test_no_setting_is_asked_for_and_then_ignored(name: str) -> None:
    ours = [path for path in modules() if named(path).split("/")[0] in ("app", "scheduler")]
    read = {
        node.attr
        for path in ours
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    }
    assert name in read
