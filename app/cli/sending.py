"""Texting as a whole, from a terminal: standing still, going on, going live, after a restore."""

import sys

import click

from app.cli.opened import BY, service
from app.clinics.queries import all_clinics, find_clinic
from app.conversations.sweep import sweep
from app.errors import Refusal
from app.invitations.live import bare_clinics, go_live, host_of, is_live_here
from app.invitations.pauses import ALL, BY_HAND, IN_WORDS, RESTORE, of_clinic, open_pauses, pause
from app.invitations.pauses import resume as go_on_within
from app.invitations.restoring import BACK, Restored, go_on, restore_check
from app.sms.signature import public_url

EXIT_NOT_SAFE = 1
SHOWN = "%d %B %Y, %H:%M UTC"


@click.command("pause")
@click.option("--clinic", "code", help="Only this clinic; without it, everything.")
def pause_(code: str | None) -> None:
    """Stop sending texts: everything, or one clinic."""
    opened = service()
    with opened.database.writing() as session:
        scope = of_clinic(find_clinic(session, code).id) if code else ALL
        new = pause(session, scope, BY_HAND, by=BY, now=opened.clock())
    click.echo("Nothing is sent from now on." if new else "It stands still already.")


@click.command()
@click.option("--clinic", "code", help="Only this clinic; without it, everything.")
def resume(code: str | None) -> None:
    """Go on sending texts; after a restore only restore-check --resume does that."""
    opened = service()
    with opened.database.writing() as session:
        if not code and any(each.reason == RESTORE for each in open_pauses(session)):
            raise Refusal("The database was restored: run whatmatters restore-check --resume.")
        scope = of_clinic(find_clinic(session, code).id) if code else ALL
        ended = go_on_within(session, scope, by=BY, now=opened.clock())
        left = open_pauses(session)
    click.echo("It goes on." if ended else "It did not stand still.")
    for each in left:
        click.echo(f"Still paused: {each.scope}. {IN_WORDS.get(each.reason, each.reason)}")


@click.command("go-live")
def go_live_() -> None:
    """Let this service text everybody: once, on the real one; a copy elsewhere then cannot."""
    opened = service()
    if opened.settings.texting != "live":
        raise Refusal("Set TEXTING=live first, and start web and scheduler again with it.")
    with opened.database.writing() as session:
        already = is_live_here(session, opened.settings)
        if not already:
            go_live(session, opened.settings, by=BY, now=opened.clock())
        clinics = all_clinics(session)
        bare = bare_clinics(session, (clinic.id for clinic in clinics))
    said = "is live already" if already else "is live from now on"
    click.echo(f"{host_of(opened.settings)} {said}.")
    if bare:
        codes = ", ".join(clinic.code for clinic in clinics if clinic.id in bare)
        page = public_url(opened.settings.public_base_url, "/who-is-told")
        click.echo(f"No texts go for {codes} until lead and cover are named and tested: {page}")


@click.command("restore-check")
@click.option("--resume", "going_on", is_flag=True, help="Go on sending if it is safe.")
def restore_check_(going_on: bool) -> None:
    """After a restore from a backup: ask Twilio what went since, and say when it is safe to go on.

    Sending stands still from the first run. Stop the scheduler, restore, run this, start it again.
    """
    opened = service()
    done = restore_check(opened.database, opened.gateway, opened.clock, by=BY)
    since = opened.clock() - BACK
    replies = sweep(
        opened.database, opened.gateway, opened.settings, now=opened.clock(), since=since
    )
    now = opened.clock()
    _say(done, replies)
    if not done.safe(now):
        _say_why_not(done)
        sys.exit(EXIT_NOT_SAFE)
    if not going_on:
        click.echo("It is safe to go on: whatmatters restore-check --resume")
        return
    go_on(opened.database, by=BY, now=now)
    click.echo("It was safe, and sending goes on.")


def _say(done: Restored, replies: int) -> None:
    click.echo(f"Numbers asked about: {done.numbers}. Not answered: {done.unanswered}.")
    click.echo(f"Texts that had gone and were not known here: {done.folded}.")
    click.echo(f"Texts whose news was not known here: {done.brought_up_to_date}.")
    click.echo(f"Texts that fit nothing here, left to people: {done.unplaced}.")
    click.echo(f"Replies that were not known here: {replies}.")


def _say_why_not(done: Restored) -> None:
    if done.unanswered:
        click.echo("Not safe yet: Twilio did not answer about every number. Run this again.")
        return
    at = done.safe_from.strftime(SHOWN)
    click.echo(f"Not safe yet: what was under way may still show. Run this again after {at}.")
