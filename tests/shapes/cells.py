"""Cells in all the ways people and programs write them: dates, times, phones, NHS numbers."""

from datetime import UTC

from shapes.parts import (
    BORN,
    MOBILE,
    Shape,
    Visit,
    Write,
    a_csv,
    always,
    born,
    clock,
    dated,
    moment,
)

DAY_NOUGHT = 693_594  # date.toordinal() of 30 December 1899


def number(visit: Visit) -> str:
    return str(visit.day.toordinal() - DAY_NOUGHT)


def number_with_time(visit: Visit) -> str:
    return f"{visit.day.toordinal() - DAY_NOUGHT + (visit.at.hour * 60 + visit.at.minute) / 1440}"


def ordinal(visit: Visit) -> str:
    ending = {1: "st", 2: "nd", 3: "rd"}.get(visit.day.day, "th")
    return f"{visit.day:%A} {visit.day.day}{ending} {visit.day:%B %Y}"


def days(write: Write, *, repaired: bool = False) -> Shape:
    repairs = tuple(f"{row} day_number" for row in (2, 3, 4)) if repaired else ()
    return a_csv({"Appointment date": write}, repairs=repairs)


def moments(write: Write, *, repaired: bool = False) -> Shape:
    repairs = tuple(f"{row} day_number" for row in (2, 3, 4)) if repaired else ()
    return a_csv({"Appointment date": write, "Appointment time": None}, repairs=repairs)


def phones(write: Write, code: str = "") -> Shape:
    repairs = tuple(f"{row} {code}" for row in (2, 3, 4)) if code else ()
    return a_csv({"Mobile": write}, repairs=repairs)


def first_only(good: Write, bad: str) -> Write:
    """A column in which only the first person's cell is bad."""
    return lambda visit: bad if visit.first == "Sam" else good(visit)


def one_bad(heading: str, good: Write, bad: str, code: str) -> Shape:
    return a_csv({heading: first_only(good, bad)}, takes=(2, 3), problems=(f"2 {code}",))


UK, CLOCK = dated("%d/%m/%Y"), clock("%H:%M")
MUM = {"number_belongs_to": "parent"}

CELLS = {
    "date-short-year.csv": days(dated("%d-%m-%y")),
    "date-dots.csv": days(dated("%d.%m.%Y")),
    "date-iso.csv": days(dated("%Y-%m-%d")),
    "date-digits.csv": days(dated("%Y%m%d")),
    "date-no-noughts.csv": days(lambda v: f"{v.day.day}/{v.day.month}/{v.day.year}"),
    "date-month-name.csv": days(dated("%d %B %Y")),
    "date-oracle.csv": days(lambda v: f"{v.day:%d-%b-%y}".upper()),
    "date-weekday.csv": days(dated("%a %d %b %Y")),
    "date-letter.csv": days(ordinal),
    "date-excel-number.csv": days(number, repaired=True),
    "date-with-midnight.csv": days(dated("%d/%m/%Y 00:00:00")),
    "moment-iso.csv": moments(moment("%Y-%m-%dT%H:%M:%S")),
    "moment-sql-server.csv": moments(moment("%Y-%m-%d %H:%M:%S.0000000")),
    "moment-utc.csv": moments(
        lambda v: f"{v.at.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
    ),
    "moment-offset.csv": moments(lambda v: v.at.isoformat()),
    "moment-hl7.csv": moments(moment("%Y%m%d%H%M")),
    "moment-prose.csv": moments(lambda v: f"{ordinal(v)} at {v.at:%-I.%M%p}".replace("M", "m")),
    "moment-excel-number.csv": moments(number_with_time, repaired=True),
    "time-dot.csv": a_csv({"Appointment time": clock("%H.%M")}),
    "time-digits.csv": a_csv({"Appointment time": clock("%H%M")}),
    "time-seconds.csv": a_csv({"Appointment time": clock("%H:%M:%S")}),
    "time-am-pm.csv": a_csv({"Appointment time": clock("%I:%M %p")}),
    "time-fraction.csv": a_csv(
        {"Appointment time": lambda v: f"{(v.at.hour * 60 + v.at.minute) / 1440}"}
    ),
    "born-short-year.csv": a_csv({"Date of birth": born("%d/%m/%y")}),
    "born-month-name.csv": a_csv({"Date of birth": born("%d-%b-%Y")}),
    "phone-spaces.csv": phones(lambda v: f"{v.mobile[:5]} {v.mobile[5:8]} {v.mobile[8:]}"),
    "phone-brackets.csv": phones(lambda v: f"({v.mobile[:5]}) {v.mobile[5:]}"),
    "phone-international.csv": phones(lambda v: f"+44 (0){v.mobile[1:]}"),
    "phone-0044.csv": phones(lambda v: f"0044 {v.mobile[1:]}"),
    "phone-44.csv": phones(lambda v: f"44{v.mobile[1:]}"),
    "phone-lost-nought.csv": phones(lambda v: v.mobile[1:], "lost_nought"),
    "phone-whole-scientific.csv": phones(
        lambda v: f"4.4{v.mobile[1:]}E+11", "whole_number"
    ),
    "phone-two-numbers.csv": phones(lambda v: f"{v.mobile} / 07700 900199", "two_numbers"),
    "phone-two-run-together.csv": phones(lambda v: f"{v.mobile}07700900199", "two_numbers"),
    "phone-mum-note.csv": a_csv(
        {"Mobile": lambda v: f"mum {v.mobile}"},
        repairs=("2 note", "3 note", "4 note"), also=MUM,
    ),
    "phone-text-cell.csv": phones(lambda v: f"'{v.mobile}"),
    "phone-formula-cell.csv": phones(lambda v: f'="{v.mobile}"'),
    "nhs-spaces.csv": a_csv({"NHS number": lambda v: f"{v.nhs[:3]} {v.nhs[3:6]} {v.nhs[6:]}"}),
    "nhs-dashes.csv": a_csv({"NHS number": lambda v: f"{v.nhs[:3]}-{v.nhs[3:6]}-{v.nhs[6:]}"}),
    "nhs-float.csv": a_csv(
        {"NHS number": lambda v: f"{v.nhs}.0"},
        repairs=("2 whole_number", "3 whole_number", "4 whole_number"),
    ),
    "bad-nhs-check-digit.csv": one_bad(
        "NHS number", lambda v: v.nhs, "9999458077", "bad_nhs_number"
    ),
    "bad-nhs-repeated.csv": one_bad("NHS number", lambda v: v.nhs, "9999999999", "bad_nhs_number"),
    "bad-phone-lost-digits.csv": one_bad("Mobile", MOBILE[1], "4.47701E+11", "lost_digits"),
    "bad-phone-noughts.csv": one_bad("Mobile", MOBILE[1], "447701000000", "lost_digits"),
    "bad-phone-unknown-word.csv": one_bad(
        "Mobile", MOBILE[1], "do not ring 07700900101", "not_a_number"
    ),
    "bad-phone-too-long.csv": one_bad("Mobile", MOBILE[1], "077009001011", "not_a_number"),
    "bad-date-no-such-day.csv": one_bad("Appointment date", UK, "31/06/2026", "no_such_day"),
    "bad-date-placeholder.csv": one_bad("Appointment date", UK, "2999-12-31", "no_date_yet"),
    "bad-date-weekday.csv": one_bad("Appointment date", UK, "Mon 3 June 2026", "other_weekday"),
    "bad-date-far.csv": one_bad("Appointment date", UK, "03/06/2029", "too_far"),
    "bad-time-24.csv": one_bad("Appointment time", CLOCK, "24:00", "no_such_time"),
    "bad-time-midnight.csv": one_bad("Appointment time", CLOCK, "00:00", "midnight"),
    "bad-clock-change-spring.csv": one_bad(
        "Appointment date", UK, "28/03/2027 01:30", "two_times"
    ),
    "bad-clock-change-autumn.csv": a_csv(
        {
            "Appointment date": lambda v: "25/10/2026" if v.first == "Sam" else UK(v),
            "Appointment time": lambda v: "01:30" if v.first == "Sam" else CLOCK(v),
        },
        takes=(2, 3), problems=("2 time_twice",),
    ),
    "bad-clock-change-gone.csv": a_csv(
        {
            "Appointment date": lambda v: "28/03/2027" if v.first == "Sam" else UK(v),
            "Appointment time": lambda v: "01:30" if v.first == "Sam" else CLOCK(v),
        },
        takes=(2, 3), problems=("2 no_such_time",),
    ),
    "bad-name-formula.csv": one_bad("First name", lambda v: v.first, "=cmd()", "not_a_name"),
    "bad-status.csv": a_csv(
        {}, ("Status", lambda v: "maybe" if v.first == "Sam" else ""),
        takes=(2, 3), problems=("2 unknown_status",),
    ),
    "bad-clinic.csv": one_bad("Clinic code", always("RIV-TUE"), "NOWHERE", "unknown_clinic"),
    "us-order.csv": a_csv(
        {"Appointment date": lambda v: f"{v.day:%m/}13{v.day:/%Y}"}, refused="as in America"
    ),
    "us-order-births.csv": a_csv(
        {"Date of birth": lambda v: "11/22/2008" if v.first == "Aisha" else BORN[1](v)},
        refused="Row 3",
    ),
    "us-order-once-among-british.csv": Shape(
        a_csv({"Date of birth": first_only(BORN[1], "11/22/2008")}).content
        + b"1234567890,Leo,Abbott,25/12/2010,07700900105,03/06/2026,11:00,RIV-TUE\r\n",
        takes=(2, 3), problems=("2 us_order", "5 bad_nhs_number"),
    ),
}  # fmt: skip
