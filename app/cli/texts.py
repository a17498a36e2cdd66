"""Texts from a terminal: send what is due, and say what words cost."""

import json
import sys
from dataclasses import asdict

import click

from app.cli.opened import service
from app.conversations.intake import understand_waiting
from app.errors import Refusal
from app.invitations.dispatch import send_due
from app.sms.segments import cost


@click.command("send-due")
@click.option("--json", "as_json", is_flag=True, help="Print the figures as JSON.")
def send_due_texts(as_json: bool) -> None:
    """Do one round of the scheduler: send every text that is due now."""
    opened = service()
    understand_waiting(opened.database, now=opened.clock())
    done = asdict(send_due(opened.database, opened.gateway, opened.settings, opened.clock))
    said = ", ".join(f"{name.replace('_', ' ')} {count}" for name, count in done.items())
    click.echo(json.dumps(done) if as_json else said)


@click.command()
def segments() -> None:
    """Say what words cost.

    Reads JSON lines {"text": ...} and writes one line each: encoding, segments, characters.
    """
    for number, line in enumerate(sys.stdin, start=1):
        if line.strip():
            click.echo(json.dumps(asdict(cost(_text_of(line, number)))))


def _text_of(line: str, number: int) -> str:
    try:
        text = json.loads(line)["text"]
    except (ValueError, KeyError, TypeError):
        text = None
    if not isinstance(text, str):
        raise Refusal(f'Line {number} is not of the form {{"text": "..."}}. Mend it and try again.')
    return text
