"""Somebody who is to be told, read from a form (pure): it forgives, and names every fault."""

from collections.abc import Mapping
from dataclasses import dataclass
from email.utils import parseaddr

from app.clinics.details import EMAIL, FieldProblem
from app.people.phone import Mobile, PhoneProblem, as_seen, in_words, read_mobile

FIELDS = ("full_name", "email", "mobile")
LONGEST_PERSON, LONGEST_EMAIL = 100, 254
NO_NAME = "Enter their name"
LONG_NAME = f"Shorten the name to {LONGEST_PERSON} characters or fewer"
NO_EMAIL = "Enter their work e-mail address: they are told by mail"
NOT_AN_EMAIL = "Enter an e-mail address like name@trust.nhs.uk"


@dataclass(frozen=True)
class Named:
    """Somebody to be told: `mobile` is in E.164, or None where they are told by mail alone."""

    full_name: str
    email: str
    mobile: str | None


def read_named(form: Mapping[str, str], *, fictional: bool) -> Named | list[FieldProblem]:
    """Read who is to be told from the texts of a form; return every problem at once if any.

    `fictional` says whether Ofcom's made-up mobiles are taken, as in the demo.
    """
    given = {name: form.get(name, "").strip() for name in FIELDS}
    read: dict[str, str | None] = {}
    problems = []
    for name in FIELDS:
        try:
            read[name] = _READERS[name](given[name], fictional)
        except ValueError as fault:
            problems.append(FieldProblem(name, given[name], str(fault)))
    return problems or Named(str(read["full_name"]), str(read["email"]), read["mobile"])


def read_address(text: str) -> str | None:
    """Read an e-mail address as people paste one; None if it is none.

    >>> read_address(" Moira Castell <lead@riverside.example>; ")
    'lead@riverside.example'
    >>> read_address("mailto:lead@riverside.example"), read_address("lead@riverside")
    ('lead@riverside.example', None)
    """
    plain = (as_seen(text) or "").rstrip(" ,;.").removeprefix("mailto:")
    address = parseaddr(plain)[1] if plain.endswith(">") else plain
    return address if len(address) <= LONGEST_EMAIL and EMAIL.fullmatch(address) else None


def _name(text: str, _fictional: bool) -> str:
    name = " ".join(text.split())
    if not name:
        raise ValueError(NO_NAME)
    if len(name) > LONGEST_PERSON:
        raise ValueError(LONG_NAME)
    return name


def _email(text: str, _fictional: bool) -> str:
    address = read_address(text)
    if address is None:
        raise ValueError(NOT_AN_EMAIL if text else NO_EMAIL)
    return address


def _mobile(text: str, fictional: bool) -> str | None:
    read = read_mobile(text, fictional=fictional)
    if isinstance(read, Mobile):
        return read.e164
    if read is PhoneProblem.EMPTY:
        return None
    raise ValueError(in_words(read))


_READERS = {"full_name": _name, "email": _email, "mobile": _mobile}
