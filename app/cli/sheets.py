"""The clinic sheet on a terminal."""

import json
from datetime import date

import click

from app.audit.trail import record
from app.cli.opened import BY, service
from app.clinics.queries import find_clinic
from app.errors import Refusal
from app.summaries.presenter import as_json, as_text
from app.summaries.queries import clinic_sheet

PARTS_OF_A_UK_DATE = 3


@click.command("clinic-sheet")
@click.argument("clinic")
@click.argument("date_", metavar="DATE")
@click.option("--organisation", default=None, help="ODS code, where two share a clinic code.")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text")
def clinic_sheet_(clinic: str, date_: str, organisation: str | None, form: str) -> None:
    """Print the sheet of CLINIC on DATE (2026-05-12 or 12/05/2026)."""
    day = _day(date_)
    opened = service()
    now = opened.clock()
    with opened.database.writing() as session:
        found = find_clinic(session, clinic, organisation)
        sheet = clinic_sheet(session, found, day, now=now)
        where = f"clinic:{found.id} {day.isoformat()}"
        record(session, "clinic_sheet_printed", by=BY, now=now, subject=where)
    click.echo(json.dumps(as_json(sheet), ensure_ascii=False) if form == "json" else as_text(sheet))


def _day(text: str) -> date:
    parts = text.split("/")
    try:
        if len(parts) == PARTS_OF_A_UK_DATE:
            return date(*(int(part) for part in reversed(parts)))
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(f"{text} is not a date. Write it as 2026-05-12 or 12/05/2026.") from None
