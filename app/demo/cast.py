"""The people of the demo: none of them exists; mobiles are Ofcom's fictional ones.

Each young person: first name, last name, date of birth, last three digits of 07700 900xxx (or
nothing for no mobile), whose phone it is, language, minutes after the clinic's first slot.
"""

from dataclasses import dataclass
from datetime import time

from app.staff.roles import Role

PASSWORD = "three-things-that-matter"  # noqa: S105 - printed by the demo, good for nothing else


@dataclass(frozen=True)
class DemoClinic:
    """A clinic of the demo; its day is `days_ahead` or the next `weekday` after that (Monday 1)."""

    organisation_code: str
    code: str
    name: str
    weekday: int
    days_ahead: int
    starts: time
    desk_phone: str
    young_people: tuple[tuple[str, str, str, str, str, str, int], ...]


@dataclass(frozen=True)
class DemoStaff:
    """A staff member of the demo."""

    email: str
    full_name: str
    organisation_code: str
    role: Role
    clinic_codes: tuple[str, ...]


@dataclass(frozen=True)
class DemoNet:
    """Who is told of concerns: lead or cover of clinics, or (no clinics) on the list."""

    role: str
    full_name: str
    email: str
    mobile: str
    organisation_code: str
    clinic_codes: tuple[str, ...] = ()


LONDON, BIRMINGHAM = "XLD01", "XBM01"

CLINICS = (
    DemoClinic(
        LONDON,
        "RIV-TUE",
        "Riverside Hospital",
        2,
        6,
        time(9, 0),
        "020 7946 0011",
        (
            ("Sam", "Okafor", "14/03/2010", "101", "self", "English", 0),
            ("Aisha", "Begum", "02/11/2008", "102", "self", "English", 20),
            ("Jayden", "Campbell", "27/06/2014", "103", "parent", "English", 40),
            ("Zoë", "Marchetti", "09/01/2007", "104", "self", "English", 60),
            ("Łukasz", "Nowak", "30/08/2009", "105", "self", "Polish", 80),
            ("Tiana", "Osei-Bonsu", "18/05/2014", "106", "parent", "English", 100),
            ("Ravi", "Patel", "21/12/2006", "107", "self", "English", 120),
            ("Ella", "Whitcombe", "05/04/2010", "108", "self", "English", 140),
            ("Mohamed", "Warsame", "16/09/2014", "109", "parent", "Somali", 160),
            ("Hodan", "Warsame", "11/02/2015", "109", "parent", "Somali", 180),
            ("Chloe", "Adeyemi", "24/07/2005", "110", "self", "English", 200),
            ("Finn", "Gallagher", "13/10/2011", "", "unknown", "English", 220),
            ("Maya", "Fernandes", "29/03/2009", "111", "self", "Portuguese", 240),
            ("Kwame", "Boateng", "07/07/2004", "112", "self", "English", 260),
        ),
    ),
    DemoClinic(
        LONDON,
        "RIV-THU",
        "Riverside Hospital",
        4,
        8,
        time(13, 30),
        "020 7946 0012",
        (
            ("Priya", "Nair", "19/08/2008", "121", "self", "English", 0),
            ("Leo", "Abbott", "03/03/2014", "122", "parent", "English", 15),
            ("Fatima", "Al-Sayed", "25/05/2010", "123", "self", "Arabic", 30),
            ("Noah", "Sinclair", "12/12/2009", "124", "self", "English", 45),
            ("Ioana", "Popescu", "08/06/2007", "125", "self", "Romanian", 60),
            ("Tyrell", "Grant", "17/01/2011", "126", "shared", "English", 75),
            ("Grace", "Mbeki", "22/09/2006", "127", "self", "English", 90),
            ("Oscar", "Llewellyn", "31/10/2014", "128", "parent", "Welsh", 105),
            ("Zara", "Hussain", "04/04/2009", "129", "self", "Urdu", 120),
            ("Daniel", "Rosen", "15/02/2005", "130", "self", "English", 135),
            ("Keisha", "Bailey", "28/11/2010", "131", "self", "English", 150),
            ("Arjun", "Mehta", "06/08/2014", "132", "parent", "Gujarati", 165),
        ),
    ),
    DemoClinic(
        BIRMINGHAM,
        "CAN-WED",
        "Canal Street Hospital",
        3,
        7,
        time(9, 30),
        "0121 496 0021",
        (
            ("Hamza", "Iqbal", "10/10/2008", "141", "self", "English", 0),
            ("Lily", "Thornton", "23/04/2014", "142", "parent", "English", 20),
            ("Simran", "Kaur", "01/12/2009", "143", "self", "Punjabi", 40),
            ("Reece", "Dolan", "19/07/2007", "144", "self", "English", 60),
            ("Nadia", "Rahman", "26/02/2014", "145", "parent", "Bengali", 80),
            ("Callum", "Hurst", "14/06/2010", "146", "self", "English", 100),
            ("Amara", "Eze", "30/01/2006", "147", "self", "English", 120),
            ("Yusuf", "Demir", "11/11/2011", "148", "shared", "Turkish", 140),
            ("Megan", "Pryce", "05/05/2008", "149", "self", "English", 160),
            ("Jamal", "Francis", "21/03/2014", "150", "parent", "English", 180),
            ("Olivia", "Jankowska", "16/08/2009", "151", "self", "Polish", 200),
            ("Ibrahim", "Saleh", "02/02/2005", "152", "self", "Arabic", 220),
            ("Ruby", "Marsh", "27/09/2010", "153", "self", "English", 240),
            ("Dev", "Chauhan", "08/12/2014", "154", "parent", "English", 260),
        ),
    ),
)

# Everybody in NET below has an account here that opens what they are told of.
STAFF = (
    DemoStaff(
        "clinician@riverside.example",
        "Dr Ngozi Adler",
        LONDON,
        Role.CLINICIAN,
        ("RIV-TUE", "RIV-THU"),
    ),
    DemoStaff(
        "admin@riverside.example",
        "Pat Lindqvist",
        LONDON,
        Role.CLINIC_ADMIN,
        ("RIV-TUE", "RIV-THU"),
    ),
    DemoStaff("lead@riverside.example", "Moira Castell", LONDON, Role.SAFEGUARDING_LEAD, ()),
    DemoStaff("cover@riverside.example", "Tess Oyelaran", LONDON, Role.SAFEGUARDING_LEAD, ()),
    DemoStaff("on.call@riverside.example", "Joan Ekwueme", LONDON, Role.SAFEGUARDING_LEAD, ()),
    DemoStaff("manager@riverside.example", "Tom Ashdown", LONDON, Role.ADMINISTRATOR, ()),
    DemoStaff(
        "clinician@canalstreet.example",
        "Dr Imran Beckett",
        BIRMINGHAM,
        Role.CLINICIAN,
        ("CAN-WED",),
    ),
    DemoStaff(
        "admin@canalstreet.example", "Sheila Novak", BIRMINGHAM, Role.CLINIC_ADMIN, ("CAN-WED",)
    ),
    DemoStaff("lead@canalstreet.example", "Farida Noor", BIRMINGHAM, Role.SAFEGUARDING_LEAD, ()),
)

NET = (
    DemoNet(
        "lead",
        "Moira Castell",
        "lead@riverside.example",
        "+447700900901",
        LONDON,
        ("RIV-TUE", "RIV-THU"),
    ),
    DemoNet(
        "cover",
        "Tess Oyelaran",
        "cover@riverside.example",
        "+447700900902",
        LONDON,
        ("RIV-TUE", "RIV-THU"),
    ),
    DemoNet("list", "Joan Ekwueme", "on.call@riverside.example", "+447700900903", LONDON),
    DemoNet(
        "lead",
        "Farida Noor",
        "lead@canalstreet.example",
        "+447700900911",
        BIRMINGHAM,
        ("CAN-WED",),
    ),
    DemoNet(
        "cover",
        "Sheila Novak",
        "admin@canalstreet.example",
        "+447700900912",
        BIRMINGHAM,
        ("CAN-WED",),
    ),
)
