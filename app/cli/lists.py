"""Clinic lists from a terminal: check a file, or import it, and name each cell to mend."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click
from sqlmodel import Session

from app.appointments.register import Upload, facts, look, preview_clinic_list, save_clinic_list
from app.cli.opened import BY, service
from app.clinics.queries import all_clinics
from app.errors import Refusal
from app.factory import Service
from app.staff.queries import scope_of, staff_named
from app.staff.roles import Role, Scope

LARGEST_READ = 6 * 1024 * 1024
FIGURES = ("new", "moved", "cancelled", "rebooked", "changed", "unchanged", "rejected")


@click.group("clinic-list")
def clinic_list() -> None:
    """Clinic lists: check a file, or import it."""


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON."),
        click.option("--organisation", default=None, help="ODS code, if the file's is not clear."),
        click.option("--by", "email", default=None, help="E-mail of the clinic admin."),
        click.argument("file", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


@clinic_list.command()
@_with_options
def check(file: Path, email: str | None, organisation: str | None, as_json: bool) -> None:
    """Say what FILE would change; save nothing. Exit code 1 if a row has to be mended."""
    opened = service()
    with opened.database.reading() as session:
        upload, _ = _upload(session, opened, file, email, organisation)
        found = facts(look(session, upload, now=opened.clock()))
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else _in_words(found))
    raise SystemExit(1 if found["problems"] else 0)


@clinic_list.command("import")
@_with_options
def import_(file: Path, email: str | None, organisation: str | None, as_json: bool) -> None:
    """Save the good rows of FILE, and name the cells to mend in the others."""
    opened = service()
    now = opened.clock()
    with opened.database.writing() as session:
        upload, by = _upload(session, opened, file, email, organisation)
        preview = preview_clinic_list(session, upload, by=by, now=now)
        saved = save_clinic_list(session, preview.list_id, by=by, now=now)
        found = facts(preview) | {"saved": True, "changed_nothing": saved.changed_nothing}
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else _in_words(found))


def _upload(
    session: Session, opened: Service, file: Path, email: str | None, organisation: str | None
) -> tuple[Upload, str]:
    content = _content(file)
    scope = _scope(session, email) if email else None
    owner = scope.organisation_code if scope else _organisation(session, content, organisation)
    upload = Upload(
        file_name=file.name,
        content=content,
        organisation_code=owner,
        clinic_ids=None if scope is None or scope.whole_organisation else scope.clinic_ids,
        fictional=opened.settings.fictional_mobiles,
    )
    return upload, scope.by if scope else BY


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_READ)
    except OSError:
        raise Refusal(f"{file} cannot be read. Check the name of the file.") from None


def _scope(session: Session, email: str) -> Scope:
    member = staff_named(session, email)
    scope = scope_of(session, member.id) if member else None
    if scope is None or not scope.may(Role.CLINIC_ADMIN, Role.ADMINISTRATOR):
        raise Refusal(f"{email} is not a clinic admin here. Leave --by out, or name one who is.")
    return scope


def _organisation(session: Session, content: bytes, given: str | None) -> str:
    """Return whose list this is: as said, or the one organisation whose clinic codes it holds."""
    clinics = all_clinics(session)
    owners = {clinic.organisation_code for clinic in clinics}
    if given:
        if given.strip().upper() not in owners:
            raise Refusal(f"{given} has no clinic here. whatmatters clinic list shows who has.")
        return given.strip().upper()
    text = content.decode("utf-8", "replace").upper()
    named = {clinic.organisation_code for clinic in clinics if clinic.code in text}
    likely = named if len(named) == 1 else owners
    if not likely:
        raise Refusal("There is no clinic yet. Add one first: whatmatters clinic add.")
    if len(likely) > 1:
        raise Refusal(f"Say whose list it is: --organisation, one of {', '.join(sorted(likely))}.")
    return next(iter(likely))


def _in_words(found: dict[str, Any]) -> str:
    counts = ", ".join(f"{found[name]} {name}" for name in FIGURES)
    lines = [f"{found['file']}: {found['rows']} rows: {counts}."]
    if found.get("changed_nothing"):
        lines.append("This list changed nothing: all of it was held already.")
    if found["missing"]:
        lines.append(f"{found['missing']} booked visits on these days are not in this list.")
    for problem in found["problems"]:
        value = problem["value"] or "(empty)"
        lines.append(f"Row {problem['row']}, {problem['heading']}, {value}: {problem['message']}")
    lines += [f"Row {note['row']}: {note['message']}" for note in found["notes"]]
    return "\n".join(lines)
