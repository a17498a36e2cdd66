"""The people of the tests: none of them exists; mobiles are Ofcom's fictional ones."""

from dataclasses import dataclass
from datetime import UTC, date, datetime

from app.staff.roles import Role

# A Wednesday, half past four in the afternoon in London: the send window is open.
NOW = datetime(2026, 5, 6, 15, 30, tzinfo=UTC)
# The Friday of that week, ten in the morning in London: near enough to be asked about.
CLINIC_TIME = datetime(2026, 5, 8, 9, 0, tzinfo=UTC)

LONDON = "XLD01"
BIRMINGHAM = "XBM01"


@dataclass(frozen=True)
class Cast:
    """A young person: NHS numbers are of the 999 test range, mobiles in E.164."""

    first_name: str
    last_name: str
    nhs_number: str
    date_of_birth: date
    mobile: str | None
    number_belongs_to: str = "self"
    language: str = "en"
    organisation_code: str = LONDON


@dataclass(frozen=True)
class StaffCast:
    """Somebody who signs in."""

    full_name: str
    email: str
    role: Role
    organisation_code: str = LONDON


SAM = Cast("Sam", "Okafor", "9999458076", date(2010, 3, 14), "+447700900101")
AISHA = Cast("Aisha", "Begum", "9993021571", date(2008, 11, 2), "+447700900102")
# Brother and sister; both texts go to their mother's phone.
ELLA = Cast("Ella", "Whitcombe", "9993681938", date(2011, 4, 5), "+447700900103", "parent")
JACK = Cast("Jack", "Whitcombe", "9990364265", date(2013, 9, 16), "+447700900103", "parent")
ZOE = Cast("Zoë", "Marchetti", "9992129972", date(2007, 1, 9), "+447700900104")
LUKASZ = Cast("Łukasz", "Nowak", "9992200332", date(2009, 8, 30), "+447700900105", language="pl")
NO_PHONE = Cast("Ravi", "Patel", "9992245387", date(2006, 12, 21), None, "unknown")
# Of another organisation, and nobody's patient in London.
TIANA = Cast(
    "Tiana",
    "Osei-Bonsu",
    "9993236403",
    date(2011, 5, 18),
    "+447700900106",
    organisation_code=BIRMINGHAM,
)
YOUNG_PEOPLE = (SAM, AISHA, ELLA, JACK, ZOE, LUKASZ, NO_PHONE, TIANA)

CLINICIAN = StaffCast("Dr Maya Ferreira", "clinician@riverside.example", Role.CLINICIAN)
CLINIC_ADMIN = StaffCast("Pat Lindqvist", "admin@riverside.example", Role.CLINIC_ADMIN)
SAFEGUARDING = StaffCast("Ngozi Adeyemi", "lead@riverside.example", Role.SAFEGUARDING_LEAD)
ADMINISTRATOR = StaffCast("Tom Hale", "it@riverside.example", Role.ADMINISTRATOR)
# Works somewhere else: whatever they ask for in London, they must not see it.
STRANGER = StaffCast("Dr Ian Mercer", "ian@canalside.example", Role.CLINICIAN, BIRMINGHAM)
STAFF = (CLINICIAN, CLINIC_ADMIN, SAFEGUARDING, ADMINISTRATOR, STRANGER)
