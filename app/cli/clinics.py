"""Clinics from a terminal: add one, list them."""

from collections.abc import Callable

import click

from app.cli.opened import BY, service
from app.clinics.details import ClinicDetails, read_details
from app.clinics.queries import all_clinics
from app.clinics.register import add_clinic
from app.errors import Refusal

OPTIONAL = (
    ("--days-of-notice", "Days before the appointment we ask; 4 if left out."),
    ("--window-opens", "When the send window opens; 16:00 if left out."),
    ("--window-closes", "When the send window closes; 18:30 if left out."),
    ("--weekdays", "Days texts may go, Monday is 1; 12345 if left out."),
    ("--time-zone", "Europe/London if left out."),
    ("--nation", "For bank holidays: wales, scotland, northern_ireland; england if left out."),
    ("--avoids-school-hours", "no: also before 4pm on school days; yes if left out."),
    ("--school-holidays", "Like '2026-07-22 to 2026-09-01; 2026-10-26 to 2026-10-30'."),
    ("--reminds", "yes or no: one reminder the day before to who is silent; yes if left out."),
    ("--asks-feedback", "yes or no: one text after the visit; no if left out."),
    ("--parents-phone", "A parent's mobile, under 16: text it, or hold; text if left out."),
)


@click.group()
def clinic() -> None:
    """Clinics: add one, list them."""


def _with_optional(command: Callable[..., None]) -> Callable[..., None]:
    for name, words in reversed(OPTIONAL):
        command = click.option(name, default="", help=words)(command)
    return command


@clinic.command()
@click.argument("code")
@click.option("--organisation", "organisation_code", required=True, help="Its ODS code.")
@click.option("--name", required=True, help="Plain name for texts; never the specialty.")
@click.option("--desk-phone", required=True, help="Telephone number of the clinic's desk.")
@click.option("--concerns-email", required=True, help="Told of concerns if nobody is named.")
@_with_optional
def add(**form: str) -> None:
    """Add a clinic under its CODE, as clinic lists will name it."""
    details = read_details(form)
    if not isinstance(details, ClinicDetails):
        raise Refusal("\n".join(f"{problem.field}: {problem.message}" for problem in details))
    opened = service()
    with opened.database.writing() as session:
        added = add_clinic(session, details, by=BY, now=opened.clock())
    click.echo(f"Clinic {added.code} of {added.organisation_code} is ready for its first list.")


@clinic.command("list")
def list_() -> None:
    """List the clinics."""
    with service().database.reading() as session:
        for found in all_clinics(session):
            window = f"{found.window_opens:%H:%M}-{found.window_closes:%H:%M}"
            asks = f"asks {found.days_of_notice} days before, {window}"
            click.echo(f"{found.organisation_code:8} {found.code:14} {found.name:40} {asks}")
