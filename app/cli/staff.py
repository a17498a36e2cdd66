"""Staff from a terminal: add one, give one more roles or clinics."""

import secrets
import sys

import click

from app.cli.opened import BY, service
from app.clinics.queries import find_clinic
from app.errors import Refusal
from app.staff.queries import add_staff, give_staff, staff_named
from app.staff.roles import Role

PASSWORD_BYTES = 15
ROLES = click.Choice([role.value for role in Role])


@click.group()
def staff() -> None:
    """Staff members: add one, give one more roles or clinics."""


@staff.command()
@click.argument("email")
@click.option("--name", required=True, help="Full name, shown to colleagues.")
@click.option(
    "--role",
    "roles",
    multiple=True,
    required=True,
    type=ROLES,
)
@click.option("--organisation", required=True, help="ODS code of the organisation.")
@click.option("--clinic", "codes", multiple=True, help="Code of a clinic; may be repeated.")
@click.option("--password-stdin", is_flag=True, help="Read the password from standard input.")
def add(
    email: str,
    name: str,
    roles: tuple[str, ...],
    organisation: str,
    codes: tuple[str, ...],
    password_stdin: bool,
) -> None:
    """Add a staff member who signs in with EMAIL; prints a password unless one is given."""
    given = sys.stdin.readline().rstrip("\n") if password_stdin else ""
    password = given or secrets.token_urlsafe(PASSWORD_BYTES)
    opened = service()
    with opened.database.writing() as session:
        add_staff(
            session,
            email=email,
            full_name=name,
            organisation_code=organisation,
            roles=[Role(role) for role in roles],
            clinic_ids=[find_clinic(session, code, organisation).id for code in codes],
            password=password,
            by=BY,
            now=opened.clock(),
        )
    click.echo(f"{email} may sign in." if given else f"{email} may sign in with: {password}")


@staff.command()
@click.argument("email")
@click.option("--role", "roles", multiple=True, type=ROLES, help="May be repeated.")
@click.option("--clinic", "codes", multiple=True, help="Code of a clinic; may be repeated.")
def give(email: str, roles: tuple[str, ...], codes: tuple[str, ...]) -> None:
    """Give who signs in with EMAIL roles and clinics beside those they have."""
    if not roles and not codes:
        raise Refusal("Say what to give: --role, --clinic, or both.")
    opened = service()
    with opened.database.writing() as session:
        member = staff_named(session, email)
        if member is None:
            raise Refusal(f"There is no account {email}. whatmatters staff add makes one.")
        give_staff(
            session,
            member,
            roles=[Role(role) for role in roles],
            clinic_ids=[find_clinic(session, code, member.organisation_code).id for code in codes],
            by=BY,
            now=opened.clock(),
        )
    click.echo(f"{member.email} has: {', '.join((*roles, *codes))}.")
