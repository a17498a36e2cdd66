"""Who is told of a clinic's concerns, from a terminal: name somebody, note that they have left."""

import click

from app.cli.opened import BY, service
from app.clinics.queries import find_clinic
from app.clinics.safety_people import leave, name_person, present, without_net
from app.clinics.safety_roles import LIST, NEEDED, ROLES
from app.errors import Refusal
from app.people.phone import Mobile, read_mobile
from app.safeguarding.alerts import test_address
from app.safety_net.form import read_address
from app.safety_net.queries import access_of_one


@click.command("tells")
@click.argument("code")
@click.argument("role", type=click.Choice(ROLES))
@click.option("--organisation", default=None, help="Its ODS code, if several have this clinic.")
@click.option("--name", "full_name", required=True, help="Their name.")
@click.option("--email", required=True, help="Their work address; a test mail goes there.")
@click.option("--mobile", default=None, help="Their work mobile, to be texted as well.")
def tells(
    code: str, role: str, organisation: str | None, full_name: str, email: str, mobile: str | None
) -> None:
    """Name who is told of concerns: lead or cover of a clinic, or on its organisation's list."""
    opened = service()
    address = read_address(email)
    if address is None:
        raise Refusal("That is no e-mail address. Give one like name@trust.nhs.uk.")
    number = read_mobile(mobile, fictional=opened.settings.fictional_mobiles) if mobile else None
    if number is not None and not isinstance(number, Mobile):
        raise Refusal("That is no UK mobile number. Give one like 07700 900123.")
    now = opened.clock()
    with opened.database.writing() as session:
        clinic = find_clinic(session, code, organisation)
        person = name_person(
            session,
            role,
            organisation_code=clinic.organisation_code,
            clinic_id=None if role == LIST else clinic.id,
            full_name=full_name,
            email=address,
            mobile=number.e164 if number else None,
            by=BY,
            now=now,
        )
        test_address(session, person, now=now)
        access = access_of_one(session, person)
    click.echo("Named. A test mail goes to them; the clinic is texted for once it was taken.")
    click.echo(access.says)
    if access.tag:
        click.echo(f"To put that right: {access.command}" if access.command else access.to_do)


@click.command("has-left")
@click.argument("code")
@click.argument("role", type=click.Choice(NEEDED))
@click.option("--organisation", default=None, help="Its ODS code, if several have this clinic.")
def has_left(code: str, role: str, organisation: str | None) -> None:
    """Note that a lead or cover person has left: no texts for the clinic until there is one."""
    opened = service()
    with opened.database.writing() as session:
        clinic = find_clinic(session, code, organisation)
        for person in present(session, clinic.id, role):
            leave(session, person, by=BY, now=opened.clock())
        bare = bool(without_net(session, [clinic.id]))
    click.echo("Noted." + (" This clinic is not texted for until somebody is named." * bare))
