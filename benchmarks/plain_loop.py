"""The loops anybody would write first: phonenumbers, strptime and a check digit, row by row."""

import csv
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import phonenumbers

from benchmarks.measuring import seconds


def read_csv(content: bytes) -> int:
    """Read and check every row with csv; return how many are good."""
    return _good(csv.DictReader(StringIO(content.decode("utf-8-sig"), newline="")))


def read_xlsx(content: bytes) -> int:
    """Read and check every row with openpyxl; return how many are good."""
    book = openpyxl.load_workbook(BytesIO(content), read_only=True)
    lines = book.worksheets[0].iter_rows(values_only=True)
    headings = [str(heading) for heading in next(lines)]
    return _good(dict(zip(headings, line, strict=True)) for line in lines)


def csv_alone(path: str) -> float:
    """How long the loop over a CSV takes in this process, at best."""
    content = Path(path).read_bytes()
    return seconds(lambda: read_csv(content))


def xlsx_alone(path: str) -> float:
    """How long the loop over a workbook takes in this process."""
    content = Path(path).read_bytes()
    return seconds(lambda: read_xlsx(content), times=1)


def _good(rows: Iterable[Mapping[str, Any]]) -> int:
    good = 0
    for row in rows:
        number = phonenumbers.parse(row["Mobile"], "GB")
        born, day = _day(row["Date of birth"]), _day(row["Appointment date"])
        clock = datetime.strptime(row["Appointment time"], "%H:%M").time()
        if phonenumbers.is_valid_number(number) and has_check_digit(row["NHS number"]):
            good += datetime.combine(day, clock).date() > born
    return good


def _day(cell: Any) -> date:
    return cell.date() if isinstance(cell, datetime) else datetime.strptime(cell, "%d/%m/%Y").date()


def has_check_digit(number: str) -> bool:
    """Modulus 11, digit by digit (NHS Data Dictionary, NHS NUMBER)."""
    total = sum(
        int(digit) * weight for digit, weight in zip(number, range(10, 1, -1), strict=False)
    )
    return (11 - total % 11) % 11 == int(number[9])
