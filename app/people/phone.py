"""Mobile numbers (pure): read once at the edge, kept as E.164 (ITU-T), each kind by our policy.

UK mobiles are texted, those of the Channel Islands and the Isle of Man among them. Landlines,
premium and personal numbers, pagers and foreign numbers never are.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Any

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberType

UK = 44
# A mobile as nearly everybody writes it, held against phonenumbers' own pattern for British ones:
# the same answer as the whole parser gives, many times sooner.
BRITISH: Any = phonenumbers.PhoneMetadata.metadata_for_region("GB")
# What people type to fill a box: one digit over and over, or counting up or down.
MADE_UP = r"7[0-9]{2}(?P<same>[0-9])(?P=same){6}|7123456789|7987654321|7[1-9](?:12345678|87654321)"
USUAL_MOBILE = re.compile(
    f"0(?!7700900|{MADE_UP})(?:{BRITISH.mobile.national_number_pattern})", re.ASCII
)
SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u00a0.()/']+")
PLAIN = re.compile(r"\+?[0-9]+")
# Ofcom keeps these for drama and tests: 07700 900000 to 900999 belong to nobody.
FICTIONAL = re.compile(r"\+447700900[0-9]{3}")
PLACEHOLDER = re.compile(rf"\+44(?:{MADE_UP})")
SEEN_NUMBERS = 50_000
# No cell with a phone number is longer; what is longer is neither read nor remembered.
LONGEST_CELL = 200
# Scientific notation, as a spreadsheet shows a long number: all digits there, or some of them lost.
SCIENTIFIC = re.compile(r"([0-9])[.,]?([0-9]*)[eE]\+?([0-9]{1,2})")
# A number that went through a program as one with decimals: 7700900123.0 is whole, others are not.
DECIMAL = re.compile(r"(\+?[0-9]{7,})\.([0-9]{1,2})")
# Signs as wide as a Chinese character, and their blank. Other digits (raised, ringed) stay as they
# are: one may be a footnote.
FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20}
# What nobody sees and copying brings along: joiners, marks of direction, byte order marks. The two
# that turn the shown order of digits about (U+202B, U+202E) are left in, and so are a fault.
INVISIBLE = dict.fromkeys(
    [0xAD, *range(0x200B, 0x2010), 0x202A, 0x202C, 0x202D, *range(0x2060, 0x206A), 0xFEFF]
)
AS_SEEN = str.maketrans({**FULL_WIDTH, **INVISIBLE})


@dataclass(frozen=True)
class Mobile:
    """A UK mobile that can be texted."""

    e164: str


class PhoneProblem(StrEnum):
    """Why a number cannot be texted."""

    EMPTY = "empty"
    NOT_A_NUMBER = "not_a_number"
    LOST_DIGITS = "lost_digits"
    LANDLINE = "landline"
    FOREIGN = "foreign"
    PERSONAL = "personal"
    PAGER = "pager"
    OTHER_KIND = "other_kind"
    FICTIONAL = "fictional"
    PLACEHOLDER = "placeholder"
    DO_NOT_TEXT = "do_not_text"


WORDS = {
    PhoneProblem.EMPTY: "There is no number. Add a mobile, or leave it: they will not be texted.",
    PhoneProblem.NOT_A_NUMBER: "This is not a whole UK mobile. Write it like 07700 900123.",
    PhoneProblem.LOST_DIGITS: "A spreadsheet has cut this number. Format the column as text and "
    "type the whole number.",
    PhoneProblem.LANDLINE: "This is a landline and takes no texts. Give a mobile, or leave it.",
    PhoneProblem.FOREIGN: "This number is not of the UK. Give a UK mobile, or leave it empty.",
    PhoneProblem.PERSONAL: "Numbers that begin 070 are not mobiles. Give a mobile, or leave it.",
    PhoneProblem.PAGER: "This is a pager. Give a mobile, or leave it empty.",
    PhoneProblem.OTHER_KIND: "This is not a mobile. Give a mobile, or leave it empty.",
    PhoneProblem.FICTIONAL: "This number is one of Ofcom's made-up ones. Give a real mobile.",
    PhoneProblem.PLACEHOLDER: "This number looks made up. Check it: give the real mobile, or leave "
    "it empty.",
    PhoneProblem.DO_NOT_TEXT: "The cell says not to text this number: it is not kept, and they "
    "will not be texted.",
}

KINDS = {
    PhoneNumberType.FIXED_LINE: PhoneProblem.LANDLINE,
    PhoneNumberType.PERSONAL_NUMBER: PhoneProblem.PERSONAL,
    PhoneNumberType.PAGER: PhoneProblem.PAGER,
}


def read_mobile(text: str, *, fictional: bool) -> Mobile | PhoneProblem:
    """Read one cell as a UK mobile.

    Takes spaces, brackets, +44 (0)7…, 0044… and a lost leading nought. `fictional` says whether
    Ofcom's made-up mobiles are taken, as in the demo. Channel Islands and Isle of Man mobiles
    share +44 and are taken. Two different mobiles never become one: digits are never dropped but
    for the trunk nought.
    """
    plain = plain_mobile(text)
    if plain:
        return Mobile(plain)
    seen = as_seen(text)
    return PhoneProblem.NOT_A_NUMBER if seen is None else _read_slowly(seen, fictional)


def as_seen(text: str) -> str | None:
    """Return a cell as people see it: nothing invisible, no wide signs; None if it is too long.

    >>> as_seen("\\ufeff０７７００\\u200b 900123 ")
    '07700 900123'
    """
    text = text.strip()
    if len(text) > LONGEST_CELL:
        return None
    return text if text.isascii() else text.translate(AS_SEEN).strip()


def plain_mobile(text: str) -> str | None:
    """Return the E.164 form of a British mobile written as nearly everybody writes it.

    None says nothing: the whole reading decides, and agrees with this one (a test holds them to it
    over a million cells). Made-up numbers, Ofcom's and other people's, are left to it too.
    """
    if USUAL_MOBILE.fullmatch(text):
        return "+44" + text[1:]
    digits = text.replace(" ", "")
    return "+44" + digits[1:] if USUAL_MOBILE.fullmatch(digits) else None


@lru_cache(SEEN_NUMBERS)
def _read_slowly(text: str, fictional: bool) -> Mobile | PhoneProblem:
    if not text:
        return PhoneProblem.EMPTY
    whole = whole_digits(text)
    if whole is None:
        return PhoneProblem.LOST_DIGITS
    digits = SEPARATORS.sub("", whole)
    if DECIMAL.fullmatch(whole) or not PLAIN.fullmatch(digits):
        return PhoneProblem.NOT_A_NUMBER
    return _judge(_international(digits), fictional=fictional)


def whole_digits(text: str) -> str | None:
    """Write out a number in scientific notation or with a decimal nought; others are as they were.

    None if digits are lost for good: 4.47701E+11 stands for a hundred thousand numbers.

    >>> whole_digits("4.47700900123E+11"), whole_digits("4.47701E+11")
    ('447700900123', None)
    >>> whole_digits("7700900123.0"), whole_digits("770090012.3")
    ('7700900123', '770090012.3')
    """
    decimal = DECIMAL.fullmatch(text)
    if decimal is not None and decimal[2] == "0":
        return decimal[1]
    found = SCIENTIFIC.fullmatch(text.replace(" ", ""))
    if found is None:
        return text
    digits = found[1] + found[2]
    return digits if len(digits) == int(found[3]) + 1 else None


def in_words(problem: PhoneProblem) -> str:
    """Say what is wrong with a number and what to do."""
    return WORDS[problem]


def national(e164: str) -> str:
    """Write a UK number as people read it.

    >>> national("+447700900123")
    '07700 900123'
    """
    parsed = phonenumbers.parse(e164, "GB")
    return phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.NATIONAL)


def tail(e164: str) -> str:
    """Name a number without telling it.

    >>> tail("+447700900123")
    'ending 123'
    """
    return f"ending {e164[-3:]}"


def _international(digits: str) -> str:
    if digits.startswith("00"):
        digits = "+" + digits[2:]
    elif digits.startswith("44") and len(digits) > 11:
        digits = "+" + digits
    elif digits.startswith("7") and len(digits) == 10:
        digits = "0" + digits
    return digits.replace("+440", "+44", 1)


def _judge(number: str, *, fictional: bool) -> Mobile | PhoneProblem:
    try:
        parsed = phonenumbers.parse(number, "GB")
    except NumberParseException:
        return PhoneProblem.NOT_A_NUMBER
    e164 = phonenumbers.format_number(parsed, phonenumbers.PhoneNumberFormat.E164)
    if FICTIONAL.fullmatch(e164):
        return Mobile(e164) if fictional else PhoneProblem.FICTIONAL
    if PLACEHOLDER.fullmatch(e164):
        return PhoneProblem.PLACEHOLDER
    if not phonenumbers.is_valid_number(parsed):
        return PhoneProblem.NOT_A_NUMBER
    if parsed.country_code != UK:
        return PhoneProblem.FOREIGN
    kind = phonenumbers.number_type(parsed)
    if kind != PhoneNumberType.MOBILE:
        return KINDS.get(kind, PhoneProblem.OTHER_KIND)
    return Mobile(e164)
