"""Keeping the service running: migrations, the doctor, the audit trail."""

import json
import sys
from dataclasses import asdict

import click

from app.audit.trail import faults_in
from app.cli.opened import service
from app.doctor import Check, examine
from app.migrations.run import migrate
from app.settings import load


@click.command("migrate")
def migrate_() -> None:
    """Bring the database's tables up to date."""
    migrate(load().database_url)
    click.echo("The database is up to date.")


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print the checks as JSON.")
def doctor(as_json: bool) -> None:
    """Check settings, database, migrations, scheduler, gateway and public address."""
    checks = examine()
    said = [json.dumps([asdict(check) for check in checks])] if as_json else map(_in_words, checks)
    click.echo("\n".join(said))
    sys.exit(0 if all(check.ok for check in checks) else 1)


@click.command("audit-check")
def audit_check() -> None:
    """Check that nobody has altered or removed a row of the audit trail."""
    with service().database.reading() as session:
        places = list(faults_in(session))
    click.echo(f"Altered at: {places}" if places else "The audit trail is whole.")
    sys.exit(1 if places else 0)


def _in_words(check: Check) -> str:
    head = f"{'ok   ' if check.ok else 'FAULT'} {check.name}: {check.found}"
    return head if check.ok or not check.advice else f"{head}\n      {check.advice}"
