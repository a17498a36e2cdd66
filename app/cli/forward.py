"""Switching from a terminal whether words bring replies forward, for one organisation."""

import click

from app.cli.opened import BY, service
from app.errors import Refusal
from app.safeguarding.models import LONGEST_REASON
from app.safeguarding.switching import off_since, switch_off, switch_on

ORGANISATION = click.argument("organisation")


@click.command("words-off")
@ORGANISATION
@click.option("--reason", required=True, help="Why; it is kept, and shown with `words-on`.")
def words_off(organisation: str, reason: str) -> None:
    """Bring no reply of an ORGANISATION forward by its words any more.

    Every reply still waits until a person has read it.
    """
    opened, why = service(), reason.strip()
    if not 0 < len(why) <= LONGEST_REASON:
        raise Refusal(f"Say why, in no more than {LONGEST_REASON} characters.")
    with opened.database.writing() as session:
        if not switch_off(session, organisation, why, by=BY, now=opened.clock()):
            raise Refusal(f"Words bring nothing forward for {organisation} already.")
    click.echo(f"Words bring no reply of {organisation} forward now. People still read each.")


@click.command("words-on")
@ORGANISATION
def words_on(organisation: str) -> None:
    """Bring replies of an ORGANISATION forward by their words again."""
    opened = service()
    with opened.database.writing() as session:
        off = off_since(session, organisation)
        if off is None:
            raise Refusal(f"Words bring replies of {organisation} forward already.")
        since, reason = off.off_at, off.reason
        switch_on(session, organisation, by=BY, now=opened.clock())
    click.echo(f"On again. It was off since {since:%-d %B %Y}: {reason}")
