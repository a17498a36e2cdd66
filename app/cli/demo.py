"""Starting the demo from a terminal."""

import sys

import click

from app.cli.opened import service
from app.demo.load import load as load_demo
from app.demo.start import refuse_if_taken, run
from app.errors import Refusal
from app.migrations.run import migrate
from app.settings import Settings, load, ready


@click.command()
@click.option("--load-only", is_flag=True, help="Load the demo's clinics, start nothing.")
def demo(load_only: bool) -> None:
    """Load a believable clinic and start web, scheduler and pretend phone on this machine."""
    settings = _demo_settings()
    if not load_only:
        refuse_if_taken(settings.host, settings.port)
    migrate(settings.database_url)
    opened = service(settings)
    with opened.database.writing() as session:
        fresh = load_demo(session, now=opened.clock())
    click.echo("The demo's clinics are loaded." if fresh else "The demo is as you left it.")
    if not load_only:
        sys.exit(run(settings, click.echo))


def _demo_settings() -> Settings:
    settings = load(demo_mode=True)
    if settings.gateway != "pretend_phone":
        raise Refusal("The demo sends no real texts: unset GATEWAY and start it again.")
    return ready(settings)
