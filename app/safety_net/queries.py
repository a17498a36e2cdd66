"""Who is told of an organisation's concerns, with whose account each is and how their test went."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from app.clinics.models import Clinic
from app.clinics.queries import all_clinics
from app.clinics.safety_people import SafetyPerson, address_of, people_for
from app.db import chunks, unseal
from app.errors import SealBroken
from app.safeguarding.models import Alert
from app.safety_net.access import AccessWords, Account, Part, access_in_words
from app.safety_net.known import Known, LastTest
from app.staff.models import StaffMember, StaffRole
from app.staff.queries import scope_of, staff_named
from app.staff.roles import Role


def everybody(session: Session, organisation_code: str) -> list[Known]:
    """Return everybody of an organisation who is told, with those of the list in their order."""
    people = people_for(session, organisation_code, None)
    clinics = clinics_of(session, organisation_code)
    addresses = {each.id: address_of(session, each) for each in people}
    accounts = {
        address: account_of(session, address, organisation_code)
        for address in set(addresses.values())
    }
    tests = _last_tests(session, addresses)
    codes: dict[UUID | None, str] = {each.id: each.code for each in clinics} | {None: ""}
    return [
        Known(
            id=each.id,
            role=each.role,
            clinic_id=each.clinic_id,
            name=opened(session, each, "name"),
            email=opened(session, each, "email"),
            mobile=opened(session, each, "mobile"),
            tested_at=each.tested_at,
            last_test=tests.get(addresses[each.id]),
            account=accounts[addresses[each.id]],
            part=part_of(clinics, organisation_code, each.clinic_id),
            also=tuple(
                (other.role, codes.get(other.clinic_id, ""))
                for other in people
                if other.id != each.id and addresses[other.id] == addresses[each.id] != ""
            ),
        )
        for each in people
    ]


def access_of_one(session: Session, person: SafetyPerson) -> AccessWords:
    """Say whether somebody can open what they are told of, and what to do if they cannot."""
    code, email = person.organisation_code, opened(session, person, "email")
    part = part_of(clinics_of(session, code), code, person.clinic_id)
    account = account_of(session, email, code)
    return access_in_words(account, part, opened(session, person, "name"), email)


def part_of(clinics: Sequence[Clinic], organisation_code: str, clinic_id: UUID | None) -> Part:
    """Return what a part is told of: one clinic's concerns, or (the list) those of all of them."""
    own = [each for each in clinics if clinic_id in (None, each.id)]
    return Part(organisation_code, {each.code: each.id for each in own})


def clinics_of(session: Session, organisation_code: str) -> list[Clinic]:
    """Return every clinic of an organisation, by code."""
    return [each for each in all_clinics(session) if each.organisation_code == organisation_code]


def account_of(session: Session, email: str, organisation_code: str) -> Account | None:
    """Return the account that signs in with an address in an organisation, or None."""
    member = staff_named(session, email)
    if member is None or member.organisation_code != organisation_code:
        return None
    return Account(scope_of(session, member.id), member.active)


def person_in(
    session: Session, organisation_code: str, person_id: UUID, *, held: bool = False
) -> SafetyPerson | None:
    """Return somebody who is or was told, or None if they are of another organisation."""
    question = select(SafetyPerson).where(
        SafetyPerson.id == person_id, SafetyPerson.organisation_code == organisation_code
    )
    return session.exec(question.with_for_update() if held else question).one_or_none()


def administrators(session: Session, organisation_code: str) -> list[str]:
    """Return the names of an organisation's administrators, who may change all this."""
    roles = select(StaffRole.staff_id).where(StaffRole.role == Role.ADMINISTRATOR.value)
    found = session.exec(
        select(StaffMember).where(
            StaffMember.organisation_code == organisation_code,
            col(StaffMember.active).is_(True),
            col(StaffMember.id).in_(roles),
        )
    )
    return sorted(unseal(session, each, "full_name") for each in found)


def opened(session: Session, person: SafetyPerson, column: str) -> str:
    """Open a sealed cell of somebody; one that does not open must not take the page down."""
    try:
        return unseal(session, person, column)
    except SealBroken:
        return ""


def _last_tests(session: Session, addresses: dict[UUID, str]) -> dict[str, LastTest]:
    """The newest test mail to each address, whichever of its parts it was put down for."""
    found: list[Alert] = []
    for chunk in chunks(addresses):
        question = select(Alert).where(Alert.kind == "test", col(Alert.who).in_(chunk))
        found += session.exec(question).all()
    oldest_first = sorted(found, key=lambda each: (each.created_at, each.id))
    return {addresses[each.who]: _last_test(each) for each in oldest_first}


def _last_test(alert: Alert) -> LastTest:
    return LastTest(alert.state, alert.sent_at or alert.created_at, alert.failure)
