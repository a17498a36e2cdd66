"""Whether somebody who is told of concerns can open them, and what to do if not (pure).

An alert holds a link and no words: to whoever cannot open it, it says nothing.
"""

import shlex
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.staff.roles import IN_WORDS, OPENS_CONCERNS, PLACES_REPLIES, Role, Scope

CANNOT_OPEN, OPENS_SOME = "Cannot open concerns", "Opens only some"
MAY_CLOSE = "Their account opens concerns, and may close them."
MAY_NOT_CLOSE = "Their account opens concerns. Only a safeguarding lead may close them."


class Access(StrEnum):
    """What the account of somebody who is told opens of what they are told of."""

    OPENS = "opens"
    NOT_UNPLACED = "not_unplaced"
    OTHER_CLINICS = "other_clinics"
    OTHER_ROLE = "other_role"
    SWITCHED_OFF = "switched_off"
    NO_ACCOUNT = "no_account"


@dataclass(frozen=True)
class Account:
    """The account of an address in one organisation; `active` unless it was switched off."""

    scope: Scope
    active: bool


@dataclass(frozen=True)
class AccessWords:
    """What is so in words, what to do, and the command (or nothing) for who runs the service.

    `tag` names in a few words what is wrong; it is empty where nothing is.
    """

    says: str
    tag: str = ""
    to_do: str = ""
    command: str = ""


@dataclass(frozen=True)
class Part:
    """What somebody is told of: the concerns of these clinics (ids by code) of an organisation."""

    organisation_code: str
    clinics: dict[str, UUID]


def access_of(account: Account | None, part: Part) -> Access:
    """Say what an account opens of the concerns of a part."""
    if account is None:
        return Access.NO_ACCOUNT
    if not account.active:
        return Access.SWITCHED_OFF
    if not account.scope.may(*OPENS_CONCERNS):
        return Access.OTHER_ROLE
    if _not_seen(account.scope, part):
        return Access.OTHER_CLINICS
    return Access.OPENS if account.scope.may(*PLACES_REPLIES) else Access.NOT_UNPLACED


def access_in_words(account: Account | None, part: Part, name: str, email: str) -> AccessWords:
    """Say whether somebody can open what they are told of, and what to do if they cannot.

    The command is for whoever runs the service; what is in it is quoted for a shell.
    """
    access, address = access_of(account, part), shlex.quote(email)
    lead = f"--role {Role.SAFEGUARDING_LEAD}"
    give = f"whatmatters staff give {address}"
    if access is Access.NO_ACCOUNT or account is None:
        command = f"whatmatters staff add {address} --name {shlex.quote(name)} {lead}"
        return _bad(
            "No account here has this address: they cannot open what they are told of.",
            f"{command} --organisation {part.organisation_code}",
        )
    if access is Access.SWITCHED_OFF:
        return AccessWords(
            "Their account is switched off: they cannot open what they are told of.",
            CANNOT_OPEN,
            "Name somebody else.",
        )
    if access is Access.OTHER_ROLE:
        held = _roles(account.scope.roles)
        return _bad(f"Their account ({held}) does not open concerns.", f"{give} {lead}")
    if access is Access.OTHER_CLINICS:
        codes = _not_seen(account.scope, part)
        where = " ".join(f"--clinic {shlex.quote(code)}" for code in codes)
        return _bad(f"Their account does not open concerns of {_listed(codes)}.", f"{give} {where}")
    if access is Access.NOT_UNPLACED:
        return _bad(
            "Their account opens these concerns, but none from a number that nobody knows.",
            f"{give} {lead}",
            OPENS_SOME,
        )
    closes = account.scope.may(Role.SAFEGUARDING_LEAD)
    return AccessWords(MAY_CLOSE if closes else MAY_NOT_CLOSE)


def _bad(says: str, command: str, tag: str = CANNOT_OPEN) -> AccessWords:
    to_do = "Ask whoever runs the service to put that right, or name somebody else."
    return AccessWords(says, tag, to_do, command)


def _not_seen(scope: Scope, part: Part) -> list[str]:
    """The codes of the clinics of a part that are not theirs to see."""
    seen = scope.sees
    return [code for code, each in part.clinics.items() if not seen(each, part.organisation_code)]


def _roles(roles: Collection[Role]) -> str:
    return ", ".join(words for role, words in IN_WORDS.items() if role in roles) or "no role"


def _listed(codes: list[str]) -> str:
    """Write a few names as people do.

    >>> _listed(["RIV-TUE", "RIV-THU"])
    'RIV-TUE and RIV-THU'
    """
    return " and ".join(part for part in (", ".join(codes[:-1]), codes[-1]) if part)
