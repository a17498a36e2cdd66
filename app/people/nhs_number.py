"""NHS numbers (pure): ten digits with a check digit (NHS Data Dictionary, NHS NUMBER)."""

import re
from itertools import product

import nhs_number

SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u00a0'\u2019]+")
TEN_DIGITS = re.compile(r"[0-9]{10}")
# Modulus 11: the first nine digits weigh 10 down to 2. Three at a time, worked out beforehand.
WEIGHTS = ((10, 9, 8), (7, 6, 5), (4, 3, 2))
FIRST, SECOND, THIRD = (
    {
        f"{a}{b}{c}": a * weights[0] + b * weights[1] + c * weights[2]
        for a, b, c in product(range(10), repeat=3)
    }
    for weights in WEIGHTS
)
SCOTTISH = "0123"
# By the remainder of the sum; ten is no digit, so no number has that remainder.
CHECK_DIGIT = ("0", None, "9", "8", "7", "6", "5", "4", "3", "2", "1")


REPEATED = frozenset(digit * 10 for digit in "0123456789")


def plain_number(text: str) -> str | None:
    """Return the text if it is an NHS number of ten digits and nothing else, the usual case.

    None says nothing: the whole reading decides, and agrees with this one.
    """
    try:
        weighed = FIRST[text[:3]] + SECOND[text[3:6]] + THIRD[text[6:9]]
    except KeyError:
        return None
    if CHECK_DIGIT[weighed % 11] != text[9:] or text[0] in SCOTTISH or text in REPEATED:
        return None
    return text


def normalise(text: str) -> str | None:
    """Return the ten digits of an NHS number, or None if it is none.

    Spaces and dashes are taken out; the check digit must be right (modulus 11); a number of one
    repeated digit passes that check but is never issued, and is refused. Scottish numbers begin
    with a date of birth and are left to the nhs-number library, which knows the days there are.
    """
    digits = SEPARATORS.sub("", text)
    if not TEN_DIGITS.fullmatch(digits) or digits in REPEATED:
        return None
    if digits[0] in SCOTTISH:
        return digits if nhs_number.validate.is_valid(digits) else None
    return plain_number(digits)


def spaced(number: str) -> str:
    """Write ten digits as people read them: 3, 3 and 4.

    >>> spaced("9990001006")
    '999 000 1006'
    """
    return f"{number[:3]} {number[3:6]} {number[6:]}"
