"""Replies from a terminal: say how texts are read, and read them with newer rules."""

import json
import sys
from typing import Any

import click

from app.cli.opened import service
from app.conversations.reading import RULES, read
from app.conversations.rereading import Reread
from app.conversations.rereading import reread as read_anew
from app.errors import Refusal
from app.safeguarding.phrases import concerns_in

EXIT_FAILED = 1
FORM = (
    'Line {number} is not of the form {{"texts": ["..."], "language": "en"}}. '
    "Mend it and try again."
)


@click.command()
def interpret() -> None:
    """Say how replies are read: nothing is kept, and nothing is texted.

    Reads JSON lines {"texts": ["...", "..."], "language": "en"}, the texts of one conversation,
    oldest first, and the language they were asked in, which may be left out. Writes one JSON line
    each: priorities, intents, confidence, language, and pieces: which text each priority stands in,
    from which character to which, and the rule that found it. Concern is the tier of what a person
    must look at: 1 now, 2 the same day, 3 sensitive; 0 says only that nothing was found.
    """
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            texts, language = _conversation(line, number)
            click.echo(json.dumps(interpreted(texts, language), ensure_ascii=True))


@click.command()
@click.option("--dry-run", is_flag=True, help="Only say how many would change.")
def reread(dry_run: bool) -> None:
    """Read conversations anew that were read with older rules.

    A reading is added, none is replaced, and nobody is texted. What staff have settled, every reply
    read by a person, is left as it was.
    """
    opened = service()
    done = read_anew(opened.database, opened.clock, dry_run=dry_run)
    click.echo("\n".join(_reread_in_words(done, dry_run)))
    sys.exit(EXIT_FAILED if done.failed else 0)


def _reread_in_words(done: Reread, dry_run: bool) -> list[str]:
    read_as = "would be read" if dry_run else "read"
    return [
        f"Conversations {read_as} anew with the rules of {RULES}: {done.changed + done.same}.",
        f"{'Would say' if dry_run else 'Say'} something else now: {done.changed}.",
        f"Settled, left: {done.settled}.",
        f"Could not be read, left: {done.failed}.",
    ]


def interpreted(texts: list[str], language: str) -> dict[str, Any]:
    """Return what `whatmatters interpret` writes about one conversation."""
    result = read(texts, language)
    return {
        "priorities": [each.text for each in result.priorities],
        "intents": result.said,
        "concern": concerns_in(texts).tier,
        "confidence": result.confidence,
        "language": result.language,
        "pieces": [
            {
                "text": each.text,
                "reply": each.reply,
                "start": each.start,
                "end": each.end,
                "rule": each.rule,
            }
            for each in result.priorities
        ],
    }


def _conversation(line: str, number: int) -> tuple[list[str], str]:
    try:
        given = json.loads(line)
        texts, language = given["texts"], given.get("language") or "en"
    except (ValueError, KeyError, TypeError, AttributeError):
        texts, language = None, "en"
    fits = isinstance(texts, list) and all(isinstance(text, str) for text in texts)
    if not fits or not isinstance(language, str):
        raise Refusal(FORM.format(number=number))
    return texts, language
