"""Clinic lists from a terminal: check a file, or import it, and name each cell to mend.

Exit codes: 0 nothing is left to mend, 1 rows wait to be mended or decided, 2 refused and nothing
was changed.
"""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import UUID

import click
from sqlmodel import Session

from app.appointments.previewed import Upload
from app.appointments.spreadsheet import LARGEST_FILE
from app.cli.opened import BY, service
from app.clinic_lists.folder import take_folder
from app.clinic_lists.report_words import report_in_words
from app.clinic_lists.taking import Said, Taken, look_at, organisation_of, take
from app.clinic_lists.undo import undo_clinic_list
from app.errors import Refusal
from app.factory import Service
from app.staff.queries import scope_of, staff_named
from app.staff.roles import Role, Scope

EXIT_MEND = 1


@click.group("clinic-list")
def clinic_list() -> None:
    """Clinic lists: check a file, import it, take it back."""


def _with_options(command: Callable[..., None]) -> Callable[..., None]:
    for option in (
        click.option("--json", "as_json", is_flag=True, help="Print the facts as JSON."),
        click.option("--organisation", default=None, help="ODS code, if the file's is not clear."),
        click.option("--by", "email", default=None, help="E-mail of the clinic admin."),
        click.option(
            "--column",
            "columns",
            multiple=True,
            help='Say which column is which: "NHS number=Column B". May be given several times.',
        ),
        click.option("--clinic", "one_clinic", default="", help="Code of the clinic of all rows."),
        click.option(
            "--decide",
            "decisions",
            multiple=True,
            help="Answer a question by its key, as 12:one_mobile:0103=shared. More than once.",
        ),
        click.option(
            "--cancel-missing",
            is_flag=True,
            help="Cancel the visits on these days that the list does not hold.",
        ),
        click.argument("file", type=click.Path(path_type=Path)),
    ):
        command = option(command)
    return command


@clinic_list.command()
@_with_options
def check(file: Path, as_json: bool, **said: Any) -> None:
    """Say what FILE would change; save nothing. Exit code 1 if a row has to be mended."""
    opened = service()
    with opened.database.reading() as session:
        upload, _ = _upload(session, opened, file, said)
        taken = look_at(session, upload, _said(said), now=opened.clock())
    _end(taken, as_json)


@clinic_list.command("import")
@click.option("--confirm", "confirmed", default="", help="The clinic's name, for over 200 new.")
@_with_options
def import_(file: Path, as_json: bool, confirmed: str, **said: Any) -> None:
    """Save the good rows of FILE, and name the cells to mend in the others."""
    opened = service()
    with opened.database.reading() as session:
        upload, by = _upload(session, opened, file, said)
    taken = take(
        opened.database,
        upload,
        _said(said),
        by=by,
        now=opened.clock(),
        settings=opened.settings,
        confirmed=confirmed,
    )
    _end(taken, as_json)


@clinic_list.command()
@click.argument("list_id", type=click.UUID)
def undo(list_id: UUID) -> None:
    """Take the saved list LIST_ID back, until the first text about it has gone."""
    opened = service()
    with opened.database.writing() as session:
        done = undo_clinic_list(session, list_id, by=BY, now=opened.clock())
    click.echo(
        f"The list is undone: {done.visits_removed} visits removed, {done.visits_restored} put "
        f"back as they were, {done.left} left because they were changed since."
    )


@clinic_list.command()
def folder() -> None:
    """Take what lies in the watched folder (CLINIC_LIST_FOLDER) once."""
    opened = service()
    if opened.settings.clinic_list_folder is None:
        raise Refusal("Set CLINIC_LIST_FOLDER to the folder that lists are dropped in.")
    done = take_folder(opened.database, opened.settings, now=opened.clock())
    click.echo(f"{done.saved} saved, {done.refused} refused. Reports lie beside the files.")


def _end(taken: Taken, as_json: bool) -> None:
    found = taken.facts | {"saved": taken.saved}
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else report_in_words(found))
    raise SystemExit(0 if taken.is_clean else EXIT_MEND)


def _said(said: dict[str, Any]) -> Said:
    return Said(
        columns=_pairs(said["columns"]),
        one_clinic=said["one_clinic"],
        decisions=_pairs(said["decisions"]),
        cancel_missing=said["cancel_missing"],
    )


def _pairs(given: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for each in given:
        name, equals, value = each.partition("=")
        if not equals:
            raise Refusal(f"{each} needs an equals sign, like NHS number=Column B.")
        pairs[name.strip()] = value.strip()
    return pairs


def _upload(
    session: Session, opened: Service, file: Path, said: dict[str, Any]
) -> tuple[Upload, str]:
    content = _content(file)
    scope = _scope(session, said["email"]) if said["email"] else None
    owner = scope.organisation_code if scope else ""
    upload = Upload(
        file_name=file.name,
        content=content,
        organisation_code=owner or organisation_of(session, content, said["organisation"]),
        clinic_ids=None if scope is None or scope.whole_organisation else scope.clinic_ids,
        fictional=opened.settings.fictional_mobiles,
    )
    return upload, scope.by if scope else BY


def _content(file: Path) -> bytes:
    try:
        with file.open("rb") as opened:
            return opened.read(LARGEST_FILE + 1)
    except OSError:
        raise Refusal(f"{file} cannot be read. Check the name of the file.") from None


def _scope(session: Session, email: str) -> Scope:
    member = staff_named(session, email)
    scope = scope_of(session, member.id) if member else None
    if scope is None or not scope.may(Role.CLINIC_ADMIN, Role.ADMINISTRATOR):
        raise Refusal(f"{email} is not a clinic admin here. Leave --by out, or name one who is.")
    return scope
