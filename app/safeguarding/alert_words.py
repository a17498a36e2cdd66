"""The words of an alert: read from their file, with a link, and never with what was texted."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import StrictUndefined, Template
from jinja2.sandbox import SandboxedEnvironment

FOLDER = Path(__file__).parents[2] / "templates_alerts" / "en"
EMAIL = "email"
# Which file of each kind of alert holds its words, by how it is carried.
FILES = {
    ("concern", "email"): "concern_mail",
    ("concern", "text"): "concern_text",
    ("reminder", "email"): "reminder_mail",
    ("reminder", "text"): "reminder_text",
    ("unread", "email"): "unread_mail",
    ("test", "email"): "test_mail",
}

_words = SandboxedEnvironment(undefined=StrictUndefined, autoescape=False)


@dataclass(frozen=True)
class AlertWords:
    """What an alert says; a text has no subject."""

    subject: str
    body: str


def alert_words(kind: str, channel: str, **values: str) -> AlertWords:
    """Fill in the words of an alert of a kind, as it is carried."""
    said = _template(FILES[kind, channel]).render(values).strip()
    if channel != EMAIL:
        return AlertWords("", said)
    subject, _, body = said.partition("\n")
    return AlertWords(subject.strip(), body.strip())


@cache
def _template(name: str) -> Template:
    return _words.from_string((FOLDER / f"{name}.txt").read_text("utf-8"))
