"""The loop anybody would write first: csv, phonenumbers, strptime and a check digit, row by row."""

import csv
from datetime import datetime
from io import StringIO

import phonenumbers


def read(content: bytes) -> int:
    """Read and check every row; return how many are good."""
    good = 0
    for row in csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")):
        number = phonenumbers.parse(row["Mobile"], "GB")
        datetime.strptime(row["Date of birth"], "%d/%m/%Y")
        datetime.strptime(f"{row['Appointment date']} {row['Appointment time']}", "%d/%m/%Y %H:%M")
        if phonenumbers.is_valid_number(number) and has_check_digit(row["NHS number"]):
            phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            good += 1
    return good


def has_check_digit(number: str) -> bool:
    """Modulus 11, digit by digit (NHS Data Dictionary, NHS NUMBER)."""
    total = sum(
        int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(number[9])
