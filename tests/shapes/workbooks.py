"""Workbooks: values with types, hidden and merged parts, several sheets, old programs' files."""

from datetime import datetime, time
from typing import Any

from workbooks import ods, xls, xlsx

from shapes.parts import BORN, CLINIC, FIRST, LAST, MOBILE, NHS, VISITS, Shape, Visit, lines, put

SHORT = "dd/mm/yyyy"


def typed(visit: Visit) -> list[Any]:
    """A row as a spreadsheet holds it: numbers, dates and times of their own kinds."""
    start = datetime.combine(visit.day, time(0, 0))
    return [
        int(visit.nhs), visit.first, visit.last, datetime.combine(visit.born, time(0, 0)),
        int(visit.mobile), start, visit.clock, "RIV-TUE",
    ]  # fmt: skip


PLAIN = lines()
TYPED = [PLAIN[0], *(typed(visit) for visit in VISITS)]
FORMATS = {3: SHORT, 5: SHORT, 6: "hh:mm"}
LOST_NOUGHTS = ("2 lost_nought", "3 lost_nought", "4 lost_nought")
NOTES = [["This workbook is made each night"], ["Ask the desk"]]
PAGE = [["Riverside Hospital"], ["Clinic list"], []]
TWO_ROWS = [
    ["NHS number", "Name", "", "Date of birth", "Mobile", "Appointment", "", "Clinic code"],
    ["", "Forename", "Surname", "", "", "Date", "Time", ""],
    *PLAIN[1:],
]
JUNK = ["1111111111", "Old", "Row", "01/01/2010", "07700900199", "03/06/2026", "09:30", "RIV-TUE"]
SECRET = [[*row, "secret"] for row in PLAIN]
ONE_COLUMN = lines(
    [
        NHS, ("Patient Name", lambda v: f"{v.last.upper()}, {v.first}"), BORN, MOBILE, CLINIC,
        ("Appt date/time", lambda v: v.at.replace(tzinfo=None)),
    ]
)  # fmt: skip
TIMED = put({"Appointment date": lambda v: v.at.replace(tzinfo=None), "Appointment time": None})

WORKBOOKS = {
    "plain.xlsx": Shape(xlsx(PLAIN)),
    "plain.xls": Shape(xls(PLAIN)),
    "plain.ods": Shape(ods(PLAIN)),
    "plain.xlsm": Shape(xlsx(PLAIN)),
    "xlsx-called.csv": Shape(xlsx(PLAIN)),
    "typed.xlsx": Shape(xlsx(TYPED, formats=FORMATS), repairs=LOST_NOUGHTS),
    "typed.xls": Shape(xls(TYPED, formats=FORMATS), repairs=LOST_NOUGHTS),
    "typed-1904.xlsx": Shape(xlsx(TYPED, formats=FORMATS, date_1904=True), repairs=LOST_NOUGHTS),
    "typed-date-time.xlsx": Shape(xlsx(lines(TIMED), formats={5: "dd/mm/yyyy hh:mm"})),
    "typed-date-time.xls": Shape(xls(lines(TIMED), formats={5: "dd/mm/yyyy hh:mm"})),
    "typed-us-format.xlsx": Shape(
        xlsx(TYPED, formats={3: "mm/dd/yyyy", 5: "mm/dd/yyyy", 6: "h:mm AM/PM"}),
        repairs=LOST_NOUGHTS,
    ),
    "name-and-moment-in-one.xlsx": Shape(xlsx(ONE_COLUMN, formats={5: "dd/mm/yyyy hh:mm"})),
    "numbers-as-dates.xlsx": Shape(
        xlsx([PLAIN[0], *([*row[:5], 46176 + n, *row[6:]] for n, row in enumerate(PLAIN[1:3]))]),
        takes=(1, 2),
        repairs=("2 day_number", "3 day_number"),
    ),
    "numbers-as-dates-1904.xlsx": Shape(
        xlsx(
            [PLAIN[0], *([*row[:5], 44714 + n, *row[6:]] for n, row in enumerate(PLAIN[1:3]))],
            date_1904=True,
        ),
        takes=(1, 2),
        repairs=("2 day_number", "3 day_number"),
    ),
    "titles-above.xlsx": Shape(xlsx([*PAGE, *PLAIN])),
    "titles-above.ods": Shape(ods([*PAGE, *PLAIN])),
    "starts-at-c5.xlsx": Shape(
        xlsx([[None], [None], [None], [None], *([None, None, *row] for row in PLAIN)])
    ),
    "trailing-total.xlsx": Shape(xlsx([*PLAIN, ["Total", 3]]), skipped={"footers": 1}),
    "hidden-row.xlsx": Shape(xlsx([*PLAIN, JUNK], hidden_rows=[4]), skipped={"hidden_rows": 1}),
    "hidden-row.xls": Shape(xls([*PLAIN, JUNK], hidden_rows=[4]), skipped={"hidden_rows": 1}),
    "hidden-row.ods": Shape(ods([*PLAIN, JUNK], hidden_rows=[4]), skipped={"hidden_rows": 1}),
    "hidden-column.xlsx": Shape(xlsx(SECRET, hidden_columns=[8]), skipped={"hidden_columns": 1}),
    "hidden-column.xls": Shape(xls(SECRET, hidden_columns=[8]), skipped={"hidden_columns": 1}),
    "hidden-column.ods": Shape(ods(SECRET, hidden_columns=[8]), skipped={"hidden_columns": 1}),
    "hidden-nhs-column.xlsx": Shape(
        xlsx(PLAIN, hidden_columns=[0]), asks=("NHS number",), skipped={"hidden_columns": 1}
    ),
    "hidden-sheet.xlsx": Shape(
        xlsx(PLAIN, others={"Old": [*PLAIN, JUNK]}, hidden_sheets=["Old"]),
        skipped={"hidden_sheets": 1},
    ),
    "hidden-sheet.xls": Shape(
        xls(PLAIN, hidden_sheets={"Old": PLAIN}), skipped={"hidden_sheets": 1}
    ),
    "one-list-among-sheets.xlsx": Shape(
        xlsx(NOTES, others={"Patients": PLAIN, "Key": NOTES}), skipped={"other_sheets": 2}
    ),
    "two-lists.xlsx": Shape(xlsx(PLAIN, others={"Week 2": PLAIN}), refused="both hold a list"),
    "merged-headings.xlsx": Shape(xlsx(TWO_ROWS, merged=[(0, 1, 2), (0, 5, 6)])),
    "two-heading-rows.csv": Shape(xlsx(TWO_ROWS)),
    "merged-title.xlsx": Shape(xlsx([["Clinic list", "", ""], *PLAIN], merged=[(0, 0, 2)])),
    "empty-sheet-first.xlsx": Shape(xlsx([], others={"List 1": PLAIN})),
    "only-hidden.xlsx": Shape(xlsx(PLAIN, hidden_rows=range(4)), refused="All of it is hidden"),
    "extra-first-last.xlsx": Shape(xlsx(lines([FIRST, LAST, *put({})[0:1], *put({})[3:]]))),
}
