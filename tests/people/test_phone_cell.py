"""A cell with a phone in it: notes, two numbers, repairs, and never a number that is not there."""

from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import quickest

from app.people.phone import LONGEST_CELL, PhoneProblem
from app.people.phone_cell import REPAIRS, PhoneCell, numbers_in, read_phone_cell

ONE, TWO = "+447700900123", "+447700900124"


def read(text: str) -> PhoneCell:
    return read_phone_cell(text, fictional=True)


@pytest.mark.parametrize(
    ("written", "mobile", "owner", "repair"),
    [
        ("07700900123", ONE, None, None),
        ("07700 900123", ONE, None, None),
        ("+44 (0)7700 900123", ONE, None, None),
        ("7700900123", ONE, None, "lost_nought"),
        ("4.47700900123E+11", ONE, None, "whole_number"),
        ("mum 07700 900123", ONE, "parent", "note"),
        ("07700900123 (Dad)", ONE, "parent", "note"),
        ("mum's mob: 07700900123", ONE, "parent", "note"),
        ("own 07700900123", ONE, "self", "note"),
        ("07700900123 m", ONE, None, "note"),
        ("07700900123/07700900124", ONE, None, "two_numbers"),
        ("07700900123 07700900124", ONE, None, "two_numbers"),
        ("0770090012307700900124", ONE, None, "two_numbers"),
        ("mum 07700900124, own 07700900123", ONE, "self", "two_numbers"),
        ("mum 07700900123 dad 07700900124", ONE, "parent", "two_numbers"),
        ("020 7946 0011 / 07700900123", ONE, None, "two_numbers"),
        ("07700900123 07700900123", ONE, None, None),
        ("07700 900 123 07700 900 124", ONE, None, "two_numbers"),
        ("07700900123 - 07700900124", ONE, None, "two_numbers"),
        ("020 7946 0011 07700 900123", ONE, None, "two_numbers"),
        ("07700 900123 0121 496 0021", ONE, None, "two_numbers"),
        ("02079460011 +44 (0)7700 900123", ONE, None, "two_numbers"),
        ("7700900123.0", ONE, None, "whole_number"),
        ("07700900123.0", ONE, None, "whole_number"),
        ("447700900123.0", ONE, None, "whole_number"),
        ("０７７００９００１２３", ONE, None, None),
        ("\ufeff07700\u200b900123", ONE, None, None),
        ("mum \u202a07700 900123\u202c", ONE, "parent", "note"),
        ("Mob no 07700 900123", ONE, None, "note"),
        ("tel no: 07700 900123", ONE, None, "note"),
        ("mum's no. 07700 900123", ONE, "parent", "note"),
        ("No. 07700 900123", ONE, None, "note"),
        ("text only 07700 900123", ONE, None, "note"),
        ("07700 900123 mobile only", ONE, None, "note"),
    ],
)
def test_a_cell_is_read_as_people_write_it(
    written: str, mobile: str, owner: str | None, repair: str | None
) -> None:
    assert read(written) == PhoneCell(mobile, None, owner, repair)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("4.47701E+11", PhoneProblem.LOST_DIGITS),
        ("4,47701E+11", PhoneProblem.LOST_DIGITS),
        ("447701000000", PhoneProblem.LOST_DIGITS),
        ("7701000000", PhoneProblem.LOST_DIGITS),
        ("do not ring 07700900123", PhoneProblem.NOT_A_NUMBER),
        ("Sarah 07700900123", PhoneProblem.NOT_A_NUMBER),
        ("07700900123 x12", PhoneProblem.NOT_A_NUMBER),
        ("mum or dad 07700900123 shared", PhoneProblem.NOT_A_NUMBER),
        ("07700 900 123 / 124", PhoneProblem.NOT_A_NUMBER),
        ("07777777777", PhoneProblem.PLACEHOLDER),
        ("mum 07999 999999", PhoneProblem.PLACEHOLDER),
        ("447700000000", PhoneProblem.LOST_DIGITS),
        ("mum 7700000000", PhoneProblem.LOST_DIGITS),
        ("447701000000.0", PhoneProblem.LOST_DIGITS),
        ("770090012.3", PhoneProblem.NOT_A_NUMBER),
        ("0770090012 17700900124", PhoneProblem.NOT_A_NUMBER),
        ("07700 90012 07700 900124", PhoneProblem.NOT_A_NUMBER),
        ("999 945 8076 07700 900123", PhoneProblem.NOT_A_NUMBER),
        ("########", PhoneProblem.LOST_DIGITS),
        ("#REF!", PhoneProblem.NOT_A_NUMBER),
        ("07700900123 ?", PhoneProblem.NOT_A_NUMBER),
        ("07700900123 \u274c", PhoneProblem.NOT_A_NUMBER),
        ("n/a", PhoneProblem.EMPTY),
        ("none", PhoneProblem.EMPTY),
        ("-", PhoneProblem.EMPTY),
        ("020 7946 0011", PhoneProblem.LANDLINE),
        ("mum 020 7946 0011", PhoneProblem.LANDLINE),
        ("+33 6 12 34 56 78", PhoneProblem.FOREIGN),
    ],
)
def test_what_is_not_certain_is_never_a_number(written: str, problem: PhoneProblem) -> None:
    assert (read(written).mobile, read(written).problem) == (None, problem)


@pytest.mark.parametrize(
    "note",
    [
        *("(no text)", "NO SMS", "no contact", "phone only", "home only", "landline only"),
        *("no calls or texts", "no calls/texts", "do not text", "don't text", "DON\u2019T TEXT"),
        *("please do not text", "mum - no texts", "No texts!", "no text messages please"),
        *("NO-TEXT", "do not contact this number", "calls only", "never text", "no sms or calls"),
        *("Mum (Sarah) no texts", "letters only", "Mum Donot Text"),
    ],
)
@pytest.mark.parametrize("form", ["{number} {note}", "{note} {number}", "{note}: {number}"])
def test_a_number_with_a_word_against_texting_is_never_texted(note: str, form: str) -> None:
    found = read(form.format(number="07700 900123", note=note))
    assert found == PhoneCell(None, PhoneProblem.DO_NOT_TEXT)


@pytest.mark.parametrize(
    "written",
    [
        *("07700900123 no mum", "07700900123 no", "07700900123 text: no", "text no 07700900123"),
        *("07700900123 not in use", "old number 07700900123", "07700900123 WRONG NUMBER"),
        *("contact: no 07700900123", "text? no, 07700900123", "no - 07700900123"),
        *("no calls - text 07700900123", "text or phone only 07700900123", "do not ring"),
        *("phone 07700900123 only", "mobile phone only 07700900123", "no home 07700900123"),
        *("07700900123 no 07700900124", "mum 07700900123 no 07700900124", "no\n07700900123"),
        *("07700900123 / 07700900124 no texts", "07700900123 no sms 07700900124"),
        *("no texts, dad 07700900123 / 07700900124", "do not text mum, ring dad 07700900123"),
        *(
            "mum 07700900123 (dad no contact)",
            "text not call 07700900123",
            "no phone, text 07700900123",
        ),
        *("no texts: 020 7946 0011 / 07700900123", "020 7946 0011 no sms, own 07700900123"),
        *("no texts before 9 07700900123", "no contact number 07700900123"),
    ],
)
def test_where_the_words_are_not_clear_a_person_decides(written: str) -> None:
    written = written if "07700" in written else f"{written} 07700900123"
    assert read(written) == PhoneCell(None, PhoneProblem.NOT_A_NUMBER)


@pytest.mark.parametrize("written", ["no texts", "DO NOT TEXT", "landline only", "No contact!"])
def test_a_word_against_texting_counts_without_a_number_too(written: str) -> None:
    assert read(written) == PhoneCell(None, PhoneProblem.DO_NOT_TEXT)


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        ("07700 900123 mum 07700 900124", None),
        ("07700 900123 mum 07700 900124 dad 07700 900125", None),
        ("mum 07700 900123 dad 07700 900124 nan", None),
        ("020 7946 0011 own 07700 900123", None),
        ("07700 900123 mum 07700 900124 own", "parent"),
        ("Tel: 07700 900123 mum 07700 900124 dad", "parent"),
        ("mum 07700 900123 mob 07700 900124", "parent"),
        ("mob 07700 900123 mum 07700 900124", None),
        ("07700 900123, mum 07700 900124", None),
        ("07700 900123 mum, 07700 900124", "parent"),
        ("07700 900123 own, 07700 900123 mum, 07700 900124", None),
    ],
)
def test_of_two_numbers_the_owner_is_said_only_where_it_is_clear(
    written: str, owner: str | None
) -> None:
    found = read(written)
    if found.mobile == TWO:
        assert found == PhoneCell(TWO, None, "self", "two_numbers")
    else:
        assert found == PhoneCell(ONE, None, owner, "two_numbers")


@pytest.mark.parametrize(
    "written",
    [
        "07700 900123 own 07700 900124",
        "mum 07700 900123 own 07700 900124 dad",
        "mob 07700 900123 own 07700 900124 mum 07700 900125",
    ],
)
def test_which_of_two_is_their_own_is_never_guessed(written: str) -> None:
    assert read(written) == PhoneCell(None, PhoneProblem.NOT_A_NUMBER)


PARENTS = [
    *("nan", "nanny", "gran", "grandma", "grandmother", "grandad", "grandfather", "grandparents"),
    *("aunt", "Auntie", "uncle", "step-mum", "stepmum", "step mum", "STEP-DAD", "foster carer"),
    *("foster mum", "Foster Mother", "nan's", "legal guardian", "mum - Sarah", "Mum (Sarah)"),
    *("mother: Jane Smith", "Jane Smith (mother)", "NOK Zo\u00eb O'Neill", "Sam's mum", "Mum, Jo"),
    *("Mum: Ann-Marie Smith", "Dad Ahmed", "mum only"),
]


@pytest.mark.parametrize("who", PARENTS)
@pytest.mark.parametrize("form", ["{who} 07700 900123", "07700 900123 {who}"])
def test_a_grown_up_of_the_family_or_a_foster_home_is_known(who: str, form: str) -> None:
    assert read(form.format(who=who)) == PhoneCell(ONE, None, "parent", "note")


@pytest.mark.parametrize("who", ["sister", "brother", "step-brother", "brother's"])
def test_the_phone_of_a_sister_or_brother_is_shared(who: str) -> None:
    assert read(f"{who} 07700 900123") == PhoneCell(ONE, None, "shared", "note")


@pytest.mark.parametrize(
    "who",
    [
        *("social worker", "Social Worker", "key worker", "school", "GP", "nurse", "ward"),
        *("hospital", "Mum's Social Worker", "Foster Carer Social Worker", "Sister Smith"),
        *("Mum (Deceased)", "Mum Old", "MUM WRONG", "Mum deceased", "Mum's Boyfriend", "Ex Mum"),
        *("Mum Jane Mary Smith", "Patient Refused", "birth mum", "Family Centre", "Mum's Friend"),
        *("Sarah", "Mum mob Sarah", "Mum Blocked", "step"),
        *("Mum Stopped", "Mum Hates Text", "phone mum only", "Non-Contact"),
    ],
)
@pytest.mark.parametrize("form", ["{who} 07700 900123", "07700 900123 {who}"])
def test_a_phone_that_is_not_the_familys_is_never_texted(who: str, form: str) -> None:
    found = read(form.format(who=who))
    assert found == PhoneCell(None, PhoneProblem.NOT_A_NUMBER)


@pytest.mark.parametrize(
    "written",
    [
        *("ex-directory", "ex dir", "Mum - Jane", "not on phone", "mum@example.com", "Sarah"),
        *("sam1990@example.com", "see notes", "no contact number", "no mobile", "#N/A", "07", "00"),
        *("0", "?", "x", "no phone", "nan", "*****"),
    ],
)
def test_words_without_a_number_are_no_number(written: str) -> None:
    assert read(written) == PhoneCell(None, PhoneProblem.EMPTY)


@pytest.mark.parametrize("written", ["7946 0011", "496-0021", "79460011", "496021", "home 4960021"])
def test_a_local_number_without_its_area_code_is_a_landline(written: str) -> None:
    assert read(written) == PhoneCell(None, PhoneProblem.LANDLINE)


@pytest.mark.parametrize(
    "written",
    [
        *("07700 900", "0770090", "14/03/2010", "14-03-2010", "999", "447 7009", "+4960021"),
        *("Sarah 4960021", "07700900123@example.com", "O77OO9OO123", "\u0660\u0667\u0667"),
    ],
)
def test_what_may_be_part_of_a_mobile_is_a_fault(written: str) -> None:
    assert read(written) == PhoneCell(None, PhoneProblem.NOT_A_NUMBER)


@pytest.mark.parametrize("part", ["(", "-", "0", "a ", "07 ", "+", "#", " no", "\uff10", "\u200b"])
@pytest.mark.parametrize("length", [LONGEST_CELL, 100_000])
def test_no_cell_takes_long_however_long_it_is(part: str, length: int) -> None:
    text = (part * length)[:length]
    assert quickest(read, "07700900123" + text) < 0.1
    assert quickest(read, text) < 0.1


@pytest.mark.parametrize("part", ["(", "-", "0", "a ", "07 ", "+"])
def test_numbers_are_found_in_one_walk(part: str) -> None:
    assert quickest(numbers_in, (part * 100_000)[:100_000] + "0") < 0.5


def test_a_real_number_that_ends_in_noughts_is_taken_where_nothing_was_lost() -> None:
    assert read("07701000000").mobile == "+447701000000"


def test_every_repair_is_told_in_words() -> None:
    assert all(words(ONE).endswith("07700 900123.") for words in REPAIRS.values())


@given(st.text(max_size=40))
def test_any_text_gives_a_british_mobile_or_a_reason(text: str) -> None:
    found = read(text)
    assert (found.mobile is None) != (found.problem is None)
    assert found.mobile is None or found.mobile.startswith("+447")


@given(st.from_regex(r"(07|\+447|447|7)[0-9]{9}", fullmatch=True), st.text(max_size=12))
def test_the_digits_of_a_number_are_always_in_its_cell(number: str, note: str) -> None:
    text = f"{note} {number}"
    found = read(text)
    if found.mobile is not None:
        plain = normalize("NFKC", text)
        digits = "".join(char for char in plain if char.isascii() and char.isdigit())
        assert found.mobile[3:] in digits
