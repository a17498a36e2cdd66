"""NHS numbers: ten digits with a check digit (NHS Data Dictionary, NHS NUMBER)."""

import re

import nhs_number

SEPARATORS = re.compile(r"[\s\-\u2010-\u2015\u00a0']+")
TEN_DIGITS = re.compile(r"[0-9]{10}")


def normalise(text: str) -> str | None:
    """Return the ten digits of an NHS number, or None if it is none.

    Spaces and dashes are taken out; the check digit must be right (modulus 11); a number of one
    repeated digit passes that check but is never issued, and is refused.
    """
    digits = SEPARATORS.sub("", text)
    if not TEN_DIGITS.fullmatch(digits) or len(set(digits)) == 1:
        return None
    return digits if nhs_number.validate.is_valid(digits) else None


def spaced(number: str) -> str:
    """Write ten digits as people read them: 3, 3 and 4.

    >>> spaced("9990001006")
    '999 000 1006'
    """
    return f"{number[:3]} {number[3:6]} {number[6:]}"
