"""The pretend phone and the demo's clock on a terminal; they answer in demo mode only."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import click

from app.cli.opened import service
from app.demo.clock import move_to
from app.demo.phone import reply as text_back
from app.errors import Refusal
from app.factory import Service, create_app
from app.people.phone import Mobile, in_words, read_mobile
from app.sms.pretend_phone import texts_on

LONDON = ZoneInfo("Europe/London")


@click.group()
def phone() -> None:
    """The pretend phone: read its texts, reply from it (demo mode only)."""


@phone.command()
@click.argument("number")
def texts(number: str) -> None:
    """Show the texts on the pretend phone NUMBER."""
    opened = _demo_service()
    with opened.database.reading() as session:
        for text in texts_on(session, _mobile(number)):
            who = "they wrote" if text.from_the_phone else "we wrote"
            local = text.at.astimezone(LONDON)
            click.echo(f"{local:%d/%m/%Y %H:%M} {who}: {text.body}")


@phone.command()
@click.argument("number")
@click.argument("words")
def reply(number: str, words: str) -> None:
    """Text WORDS from the pretend phone NUMBER; prints the answer that comes back."""
    opened = _demo_service()
    web = create_app(opened.settings, opened.database, opened.clock)
    answer = text_back(
        web, opened.settings, opened.database, _mobile(number), words, now=opened.clock()
    )
    click.echo(answer or "No answer came back.")


@click.command()
@click.argument("moment", metavar="'2026-05-08 16:05'", required=False)
def clock(moment: str | None) -> None:
    """Say what time the demo has, or move it forward to a London time (demo mode only)."""
    opened = _demo_service()
    if moment is not None:
        with opened.database.writing() as session:
            if not move_to(session, _london(moment)):
                raise Refusal("That is past: the demo's clock only goes forward.")
    click.echo(f"{opened.clock().astimezone(LONDON):%A %d %B %Y %H:%M}")


def _demo_service() -> Service:
    opened = service()
    if not opened.settings.demo_mode:
        raise Refusal("This is for the demo only. Set DEMO_MODE=true to use it.")
    return opened


def _mobile(number: str) -> str:
    found = read_mobile(number, fictional=True)
    if not isinstance(found, Mobile):
        raise Refusal(f"That is not a number the pretend phone has: {in_words(found)}")
    return found.e164


def _london(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text).replace(tzinfo=LONDON).astimezone(UTC)
    except ValueError:
        raise Refusal("That is not a time. Write it as '2026-05-08 16:05'.") from None
