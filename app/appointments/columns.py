"""Which heading is which (pure)."""

from collections.abc import Mapping, Sequence

from app.errors import Refusal

NHS_NUMBER = "NHS number"
FIRST_NAME = "First name"
LAST_NAME = "Last name"
DATE_OF_BIRTH = "Date of birth"
MOBILE = "Mobile"
APPOINTMENT_DATE = "Appointment date"
APPOINTMENT_TIME = "Appointment time"
CLINIC_CODE = "Clinic code"
LANGUAGE = "Language"
OWNER = "Number belongs to"
APPOINTMENT_ID = "Appointment ID"
STATUS = "Status"

NEEDED = (
    NHS_NUMBER,
    FIRST_NAME,
    LAST_NAME,
    DATE_OF_BIRTH,
    MOBILE,
    APPOINTMENT_DATE,
    APPOINTMENT_TIME,
    CLINIC_CODE,
)
OPTIONAL = (LANGUAGE, OWNER, APPOINTMENT_ID, STATUS)


def find_columns(headings: Sequence[str]) -> Mapping[str, int]:
    """Say at which place each known heading stands, in any order, letter case and spacing.

    Other headings are left alone. Refusal names every needed heading that is missing, or one that
    stands there twice.
    """
    known = {_plain(heading): heading for heading in NEEDED + OPTIONAL}
    places: dict[str, int] = {}
    for place, cell in enumerate(headings):
        heading = known.get(_plain(cell))
        if heading is None:
            continue
        if heading in places:
            raise Refusal(f"The heading {heading} stands there twice. Keep one and upload again.")
        places[heading] = place
    missing = [heading for heading in NEEDED if heading not in places]
    if missing:
        what = f"these headings: {', '.join(missing)}" if len(missing) > 1 else missing[0]
        which = what if len(missing) > 1 else f"the heading {what}"
        raise Refusal(f"The first row lacks {which}. Add what is missing and upload again.")
    return places


def _plain(heading: str) -> str:
    return "".join(char for char in heading.casefold() if char.isalnum())
