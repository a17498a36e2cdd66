"""The words of a text: read from its file, filled in, and made cheap to send (pure but for files).

Every text is a file under templates_sms/. Values are filled in strictly: a missing one raises
rather than greeting nobody. Typographic quotes, dashes and spaces are made plain, and names that
GSM 03.38 cannot carry are folded to letters it can, so that one letter does not treble the price.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from anyascii import anyascii
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

from app.sms.segments import is_gsm

FOLDER = Path(__file__).parents[2] / "templates_sms"
OWN_LANGUAGE = "en"

PLAIN = str.maketrans(
    {
        "\u2018": "'",  # left single quotation mark
        "\u2019": "'",  # right single quotation mark
        "\u201c": '"',  # left double quotation mark
        "\u201d": '"',  # right double quotation mark
        "\u2013": "-",  # en dash
        "\u2014": "-",  # em dash
        "\u2026": "...",  # ellipsis
        "\u00a0": " ",  # no-break space: doubles the price of a text unseen
        "\u202f": " ",  # narrow no-break space
        "\u200b": "",  # zero width space
    }
)

_words = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@dataclass(frozen=True)
class Wording:
    """The words of one text, and which version of which template made them."""

    text: str
    template: str


def words(name: str, language: str = OWN_LANGUAGE, **values: str) -> Wording:
    """Fill in a template: `ask` in a language, or in English where there is no such file.

    Raises jinja2.UndefinedError if the template needs a value that is not given.
    """
    return words_with(name, language, {}, **values)


def words_with(name: str, language: str, own: Mapping[str, str], **values: str) -> Wording:
    """Fill in a template with somebody's `own` words too: as they wrote them, whatever it costs."""
    spoken = language if (FOLDER / language / f"{name}.txt").is_file() else OWN_LANGUAGE
    template, version = _template(spoken, name)
    text = template.render({key: plain(value) for key, value in values.items()} | dict(own))
    return Wording(text.translate(PLAIN).strip(), f"{spoken}/{name}@{version}")


def plain(value: str) -> str:
    """Write a value in characters that GSM-7 carries, keeping those it does.

    >>> plain("Zoë"), plain("Renée"), plain("Łukasz")
    ('Zoe', 'Renée', 'Lukasz')
    """
    tidy = " ".join(value.translate(PLAIN).split())
    if is_gsm(tidy):
        return tidy
    # Letters are folded; a sign that is no letter would become a word nobody wrote.
    folded = "".join(
        char if is_gsm(char) else anyascii(char) if char.isalpha() else "" for char in tidy
    )
    return "".join(char for char in folded if is_gsm(char)).strip()


@cache
def _template(language: str, name: str) -> tuple[Template, str]:
    source = (FOLDER / language / f"{name}.txt").read_text("utf-8")
    version = hashlib.sha256(source.encode()).hexdigest()[:8]
    return _words.from_string(source), version
