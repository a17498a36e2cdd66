"""Whoever is told must be able to open what they are told of: said plainly, with what to do."""

from dataclasses import replace
from uuid import UUID

import pytest

from app.safety_net.access import Access, Account, Part, access_in_words, access_of
from app.staff.roles import Role, Scope

TUESDAY, THURSDAY = UUID(int=1), UUID(int=2)
LEAD_OF_TUESDAY = Part("XLD01", {"RIV-TUE": TUESDAY})
LIST = Part("XLD01", {"RIV-TUE": TUESDAY, "RIV-THU": THURSDAY})
EMAIL = "pat@riverside.example"


def account(*roles: Role, clinics: tuple[UUID, ...] = (), organisation: str = "XLD01") -> Account:
    return Account(Scope(UUID(int=9), organisation, frozenset(roles), frozenset(clinics)), True)


ADMIN_OF_TUESDAY = account(Role.CLINIC_ADMIN, clinics=(TUESDAY,))


@pytest.mark.parametrize(
    ("whose", "part", "access"),
    [
        (None, LEAD_OF_TUESDAY, Access.NO_ACCOUNT),
        (replace(ADMIN_OF_TUESDAY, active=False), LEAD_OF_TUESDAY, Access.SWITCHED_OFF),
        (account(Role.ADMINISTRATOR), LEAD_OF_TUESDAY, Access.OTHER_ROLE),
        (account(Role.CLINICIAN, clinics=(THURSDAY,)), LEAD_OF_TUESDAY, Access.OTHER_CLINICS),
        (account(Role.CLINICIAN, clinics=(TUESDAY,)), LEAD_OF_TUESDAY, Access.NOT_UNPLACED),
        (ADMIN_OF_TUESDAY, LEAD_OF_TUESDAY, Access.OPENS),
        (ADMIN_OF_TUESDAY, LIST, Access.OTHER_CLINICS),
        (account(Role.SAFEGUARDING_LEAD), LIST, Access.OPENS),
        (account(Role.ADMINISTRATOR, Role.CLINIC_ADMIN), LIST, Access.OPENS),
        (account(Role.SAFEGUARDING_LEAD, organisation="XBM01"), LIST, Access.OTHER_CLINICS),
    ],
)
def test_what_an_account_opens_hangs_on_its_role_and_its_clinics(
    whose: Account | None, part: Part, access: Access
) -> None:
    assert access_of(whose, part) is access


def test_each_says_what_to_do_in_words_for_a_shell() -> None:
    said = access_in_words(None, LEAD_OF_TUESDAY, "Pat O'Neill", EMAIL)
    assert said.tag == "Cannot open concerns"
    assert said.command == (
        f"whatmatters staff add {EMAIL} --name 'Pat O'\"'\"'Neill' --role safeguarding_lead "
        "--organisation XLD01"
    )
    said = access_in_words(ADMIN_OF_TUESDAY, LIST, "Pat", EMAIL)
    assert said.says == "Their account does not open concerns of RIV-THU."
    assert said.command == f"whatmatters staff give {EMAIL} --clinic RIV-THU"
    off = replace(ADMIN_OF_TUESDAY, active=False)
    assert access_in_words(off, LIST, "Pat", EMAIL).to_do == "Name somebody else."


def test_who_opens_concerns_and_cannot_close_them_is_told_apart() -> None:
    said = access_in_words(ADMIN_OF_TUESDAY, LEAD_OF_TUESDAY, "Pat", EMAIL)
    assert not said.tag
    assert "Only a safeguarding lead may close them" in said.says
    lead = access_in_words(account(Role.SAFEGUARDING_LEAD), LEAD_OF_TUESDAY, "Pat", EMAIL)
    assert lead.says == "Their account opens concerns, and may close them."
