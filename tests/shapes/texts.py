"""Text files: encodings, separators, wordings of headings, and rows that are none."""

from shapes.parts import (
    BORN,
    CLINIC,
    DAY,
    FIRST,
    LAST,
    MOBILE,
    NHS,
    TIME,
    Shape,
    a_csv,
    always,
    born,
    clock,
    dated,
    lines,
    moment,
    put,
    text,
)

TITLES = [["Riverside Hospital"], ["Clinic list", "", "printed 06/05/2026"], []]
SURNAME_FIRST = ("Patient Name", lambda v: f"{v.last.upper()}, {v.first} (Miss)")
SEEN = {"visit_kind": "telephone"}

TEXTS = {
    "plain.csv": Shape(text(lines())),
    "plain-lf.csv": Shape(text(lines(), ends="\n")),
    "plain-old-mac.csv": Shape(text(lines(), ends="\r")),
    "bom.csv": Shape(text(lines(), encoding="utf-8-sig")),
    "utf-16.csv": Shape(text(lines(), encoding="utf-16")),
    "utf-16-le-no-mark.csv": Shape(text(lines(), encoding="utf-16-le")),
    "utf-16-be-no-mark.csv": Shape(text(lines(), encoding="utf-16-be")),
    "windows-1252.csv": Shape(text(lines(), encoding="cp1252")),
    "semicolon.csv": Shape(text(lines(), ";")),
    "semicolon-windows-1252.csv": Shape(text(lines(), ";", "cp1252")),
    "pipe.txt": Shape(text(lines(), "|")),
    "tab.tsv": Shape(text(lines(), "\t")),
    "tab-utf-16.txt": Shape(text(lines(), "\t", "utf-16")),
    "sep-line.csv": Shape(b"sep=;\r\n" + text(lines(), ";")),
    "no-extension": Shape(text(lines())),
    "csv-called.xlsx": Shape(text(lines())),
    "titles-above.csv": Shape(text([*TITLES, *lines()])),
    "blank-rows.csv": Shape(
        text([lines()[0], [], *[each for row in lines()[1:] for each in (row, [], ["", ""])]])
    ),
    "trailing-total.csv": Shape(text([*lines(), ["Total", "3"]]), skipped={"footers": 1}),
    "trailing-printed.csv": Shape(
        text([*lines(), [], ["Printed on 06/05/2026 by admin"], ["Page 1 of 1"]]),
        skipped={"footers": 2},
    ),
    "end-of-report.csv": Shape(text([*lines(), ["*** END OF REPORT ***"]]), skipped={"footers": 1}),
    "headings-again.csv": Shape(
        text([*lines()[:2], lines()[0], *lines()[2:]]), skipped={"headings_again": 1}
    ),
    "quoted-newline.csv": a_csv({}, ("Notes", always("rang twice\nno answer, busy"))),
    "every-cell-quoted.csv": Shape(
        b"\r\n".join(b'"' + b'","'.join(str(c).encode() for c in row) + b'"' for row in lines())
    ),
    "trailing-commas.csv": Shape(text([[*row, "", "", ""] for row in lines()])),
    "short-rows.csv": Shape(text([lines(put({}, ("Notes", always(""))))[0], *lines()[1:]])),
    "cells-with-spaces.csv": Shape(text([[f"  {c} " for c in row] for row in lines()])),
    "no-break-spaces.csv": a_csv({"Mobile": lambda v: f"{v.mobile[:5]}\u00a0{v.mobile[5:]}"}),
    "columns-in-another-order.csv": Shape(
        text(lines([CLINIC, MOBILE, TIME, DAY, BORN, LAST, FIRST, NHS]))
    ),
    "many-other-columns.csv": a_csv(
        {}, *[(f"EXTRA_{n}", always(str(n))) for n in range(60)]
    ),
    "capitals-and-underscores.csv": Shape(
        text([[h.upper().replace(" ", "_") for h in lines()[0]], *lines()[1:]])
    ),
    "pas-wording.csv": Shape(
        text(
            lines(
                [
                    ("PAS_ID", always("P001")),
                    ("NHS_NUMBER", NHS[1]),
                    ("FORENAME", FIRST[1]),
                    ("SURNAME", LAST[1]),
                    ("DOB", BORN[1]),
                    ("MOBILE_PHONE", MOBILE[1]),
                    ("APPOINTMENT_DTTM", moment("%d/%m/%Y %H:%M:%S")),
                    ("BOOKED_DTTM", always("01/02/2026 11:00:00")),
                    ("APPOINTMENT_STATUS", always("Booked")),
                    ("CLINIC_CODE", CLINIC[1]),
                    ("EXTERNAL_ID", lambda v: v.id),
                ]
            )
        )
    ),
    "systmone-wording.csv": Shape(
        text(
            lines(
                [
                    ("RowIdentifier", lambda v: v.id),
                    ("DateStart", moment("%d %b %Y %H:%M:%S")),
                    ("AppointmentStatus", always("Booked")),
                    ("TelephoneAppointment", always("N")),
                    ("RotaCode", CLINIC[1]),
                    ("NHSNumber", NHS[1]),
                    ("FirstName", FIRST[1]),
                    ("Surname", LAST[1]),
                    ("DateBirth", born("%d %b %Y")),
                    ("Telecom Number", MOBILE[1]),
                ]
            )
        )
    ),
    "emis-wording.csv": Shape(
        text(
            lines(
                [
                    ("SlotGuid", lambda v: v.id),
                    ("AppointmentDate", dated("%Y-%m-%d")),
                    ("AppointmentStartTime", clock("%H:%M:%S")),
                    ("DidNotAttend", always("")),
                    ("NHS Number", NHS[1]),
                    ("Given name", FIRST[1]),
                    ("Family name", LAST[1]),
                    ("Birth date", born("%Y-%m-%d")),
                    ("Mobile telephone", MOBILE[1]),
                    ("Clinic ID", CLINIC[1]),
                ]
            )
        )
    ),
    "cerner-wording.txt": Shape(
        text(
            lines(
                [
                    ("#CDS_BATCH_CONTENT_ID", always("77")),
                    ("NHS_NBR", NHS[1]),
                    ("PATIENT_FORENAME", FIRST[1]),
                    ("PATIENT_SURNAME", LAST[1]),
                    ("BIRTH_DT_TM", born("%d/%m/%Y")),
                    ("MOBILE_NO", MOBILE[1]),
                    ("APPT_DT_TM", moment("%d/%m/%Y %H:%M:%S")),
                    ("SCHEDULE_ID", lambda v: v.id),
                    ("ATTENDED_DNA_NHS_CD_ALIAS", always("0")),
                    ("CLINIC_CD", CLINIC[1]),
                ]
            ),
            "|",
        )
    ),
    "cds-wording.csv": Shape(
        text(
            lines(
                put(
                    {
                        "NHS number": ("NHS NUMBER", NHS[1]),
                        "Date of birth": ("PERSON BIRTH DATE", born("%Y-%m-%d")),
                        "Appointment date": ("APPOINTMENT DATE", dated("%Y-%m-%d")),
                        "Clinic code": ("CLINIC CODE", CLINIC[1]),
                    },
                    ("ATTENDED OR DID NOT ATTEND CODE", always("0")),
                )
            )
        )
    ),
    "booking-app-wording.csv": Shape(
        text(
            lines(
                [
                    ("Patient Name", lambda v: f"{v.first} {v.last}"),
                    ("NHS", NHS[1]),
                    ("D.O.B.", BORN[1]),
                    ("Mobile", MOBILE[1]),
                    ("Date", DAY[1]),
                    ("Time", TIME[1]),
                    ("Clinic", always("Riverside Hospital")),
                    ("Status", always("confirmed")),
                ]
            )
        )
    ),
    "name-in-one-column.csv": a_csv({"First name": SURNAME_FIRST, "Last name": None}),
    "name-with-title.csv": a_csv(
        {"First name": ("Name", lambda v: f"Miss {v.first} {v.last}"), "Last name": None}
    ),
    "names-in-capitals.csv": a_csv(
        {"Last name": lambda v: v.last.upper().replace("O'NEILL", "O'Neill")}
    ),
    "date-and-time-together.csv": a_csv(
        {"Appointment date": ("Appointment date/time", moment("%d/%m/%Y %H:%M")),
         "Appointment time": None}
    ),
    "clinic-by-name.csv": a_csv({"Clinic code": ("Clinic name", always("riverside hospital"))}),
    "telephone-visits.csv": a_csv({}, ("Appointment type", always("Telephone")), also=SEEN),
    "phone-in-home-column.csv": a_csv(
        {"Mobile": ("Mobile", always(""))}, ("Home phone", MOBILE[1])
    ),
    "landline-first-mobile-second.csv": a_csv(
        {"Mobile": ("Contact 1", always("020 7946 0011"))}, ("Contact 2", MOBILE[1])
    ),
    "parent-mobile-column.csv": a_csv(
        {"Mobile": ("Mother's mobile", MOBILE[1])}, also={"number_belongs_to": "parent"}
    ),
    "no-clinic-column.csv": a_csv({"Clinic code": None}, asks=("Clinic code",)),
    "unknown-wording.csv": a_csv(
        {"NHS number": ("Identifier A", NHS[1])}, asks=("NHS number",)
    ),
    "two-date-columns.csv": a_csv(
        {}, ("Appt date", always("01/01/2026")), asks=("Appointment date",)
    ),
    "no-headings.csv": Shape(
        text(lines()[1:]),
        asks=("NHS number", "First name", "Last name", "Date of birth", "Mobile",
              "Appointment date", "Appointment time", "Clinic code"),
    ),
    "phones-under-nhs.csv": a_csv(
        {"NHS number": lambda v: v.mobile, "Mobile": lambda v: v.nhs},
        asks=("NHS number", "Mobile"),
    ),
    "one-visit.csv": Shape(text(lines()[:2]), takes=(1,)),
    "headings-only.csv": Shape(text(lines()[:1]), takes=()),
    "same-row-twice.csv": Shape(
        text([*lines(), lines()[1]]), problems=("5 repeated",)
    ),
    "flagged.csv": a_csv({}, ("Do not text", always("Y")), also={"flagged": "do_not_text"}),
    "consent-refused.csv": a_csv(
        {}, ("SMS consent", always("No")), also={"flagged": "do_not_text"}
    ),
    "deceased.csv": a_csv(
        {}, ("Date of death", always("01/05/2026")), also={"flagged": "deceased"}
    ),
    "test-patients.csv": a_csv(
        {}, ("Test patient", always("Y")), takes=(),
        aside=("2 test_patient", "3 test_patient", "4 test_patient"),
    ),
    "interpreter.csv": a_csv(
        {}, ("Interpreter required", always("Polish")), also={"interpreter": True}
    ),
    "cancelled-by-date.csv": a_csv(
        {}, ("CANCEL_DTTM", always("01/05/2026 10:00:00")), also={"status": "cancelled"}
    ),
    "postcodes.csv": a_csv({}, ("Postcode", always("b15 2tt")), also={"postcode": ("B15", "2TT")}),
    "adults-too.csv": a_csv(
        {"Date of birth": lambda v: "02/11/1968" if v.first == "Aisha" else BORN[1](v)},
        takes=(1, 3), aside=("3 outside_age",),
    ),
}  # fmt: skip
