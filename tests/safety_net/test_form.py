"""Naming somebody: what people paste is read, and what cannot be read is said beside its field."""

import pytest

from app.clinics.details import FieldProblem
from app.safety_net.form import Named, read_named

GOOD = {"full_name": " Moira  Castell ", "email": "lead@riverside.example", "mobile": ""}


@pytest.mark.parametrize(
    "mobile",
    [
        *("07700 900901", "07700900901", "+44 7700 900901", "+44 (0)7700 900901"),
        *("0044 7700 900901", "447700900901", "7700 900901", "07700-900-901"),
        *("(07700) 900901", "07700.900901", "０７７００ ９００９０１", "\u202d07700 900901\u202c"),
    ],
)
def test_a_mobile_is_read_however_it_is_written(mobile: str) -> None:
    read = read_named({**GOOD, "mobile": mobile}, fictional=True)
    assert read == Named("Moira Castell", "lead@riverside.example", "+447700900901")


@pytest.mark.parametrize(
    "email",
    [
        *("lead@riverside.example", "  lead@riverside.example\u200b", "lead@riverside.example;"),
        *("mailto:lead@riverside.example", "Moira Castell <lead@riverside.example>"),
        '"Castell, Moira" <lead@riverside.example>',
    ],
)
def test_an_address_is_read_however_it_is_pasted(email: str) -> None:
    read = read_named({**GOOD, "email": email}, fictional=True)
    assert isinstance(read, Named)
    assert (read.email, read.mobile) == ("lead@riverside.example", None)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("full_name", "", "Enter their name"),
        ("full_name", "x" * 101, "Shorten"),
        ("email", "", "Enter their work e-mail"),
        ("email", "lead@riverside", "Enter an e-mail address like"),
        ("email", "lead riverside.example", "Enter an e-mail address like"),
        ("email", "lead@riverside.example, cover@riverside.example", "Enter an e-mail"),
        ("email", "lead\r\nBcc: x@riverside.example", "Enter an e-mail"),
        ("email", "le,ad@riverside.example", "Enter an e-mail"),
        ("mobile", "020 7946 0011", "landline"),
        ("mobile", "07700 90090", "not a whole UK mobile"),
        ("mobile", "+33 6 12 34 56 78", "not of the UK"),
        ("mobile", "ask reception", "not a whole UK mobile"),
    ],
)
def test_what_cannot_be_read_is_said_beside_its_field(field: str, value: str, says: str) -> None:
    problems = read_named({**GOOD, field: value}, fictional=True)
    assert isinstance(problems, list)
    (problem,) = problems
    assert problem.field == field
    assert says in problem.message


def test_every_fault_is_named_at_once_and_made_up_mobiles_are_for_the_demo_only() -> None:
    problems = read_named({}, fictional=True)
    assert isinstance(problems, list)
    assert [each.field for each in problems] == ["full_name", "email"]
    problems = read_named({**GOOD, "mobile": "07700 900901"}, fictional=False)
    assert isinstance(problems, list)
    assert isinstance(problems[0], FieldProblem)
    assert "made-up" in problems[0].message
