"""Loading the demo: clinics, staff, and clinic lists that go through the real import."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlmodel import Session

from app.appointments.register import Upload, preview_clinic_list, save_clinic_list
from app.clinics.details import ClinicDetails, read_details
from app.clinics.queries import all_clinics
from app.clinics.register import add_clinic
from app.clinics.safety_people import name_person
from app.demo.cast import CLINICS, NET, PASSWORD, STAFF, DemoClinic, DemoStaff
from app.demo.lists import clinic_list
from app.errors import Refusal
from app.staff.queries import add_staff

BY = "demo"


def load(session: Session, *, now: datetime) -> bool:
    """Load the demo into an empty database; return False if it is there already.

    Refusal if the database holds clinics that are not the demo's: a demo never mixes with them.
    """
    held = {clinic.code: clinic for clinic in all_clinics(session)}
    if set(held) >= {clinic.code for clinic in CLINICS}:
        return False
    if held:
        raise Refusal(
            "This database holds clinics that are not the demo's. Point DATABASE_URL at another "
            "database, or unset it, and start the demo again."
        )
    for clinic in CLINICS:
        add_clinic(session, _details(clinic), by=BY, now=now)
    load_net(session, now=now)
    for member in STAFF:
        _add_staff(session, member, now=now)
    for clinic in CLINICS:
        _load_list(session, clinic, now=now)
    return True


def load_net(session: Session, *, now: datetime) -> None:
    """Name who is told of concerns in the demo, as if their addresses had been tested."""
    clinics = {clinic.code: clinic.id for clinic in all_clinics(session)}
    for each in NET:
        for code in each.clinic_codes or (None,):
            person = name_person(
                session,
                each.role,
                organisation_code=each.organisation_code,
                clinic_id=clinics[code] if code else None,
                full_name=each.full_name,
                email=each.email,
                mobile=each.mobile,
                by=BY,
                now=now,
            )
            person.tested_at = now
            session.add(person)


def _details(clinic: DemoClinic) -> ClinicDetails:
    details = read_details(
        {
            "code": clinic.code,
            "organisation_code": clinic.organisation_code,
            "name": clinic.name,
            "desk_phone": clinic.desk_phone,
            "concerns_email": f"concerns.{clinic.code.lower()}@hospital.example",
        }
    )
    if not isinstance(details, ClinicDetails):
        raise Refusal(f"The demo's clinic {clinic.code} is not right: {details}")
    return details


def _add_staff(session: Session, member: DemoStaff, *, now: datetime) -> None:
    clinics = {clinic.code: clinic.id for clinic in all_clinics(session)}
    add_staff(
        session,
        email=member.email,
        full_name=member.full_name,
        organisation_code=member.organisation_code,
        roles=[member.role],
        clinic_ids=[clinics[code] for code in member.clinic_codes],
        password=PASSWORD,
        by=BY,
        now=now,
    )


def _load_list(session: Session, clinic: DemoClinic, *, now: datetime) -> None:
    today = now.astimezone(ZoneInfo("Europe/London")).date()
    upload = Upload(
        file_name=f"{clinic.code} {today:%d-%m-%Y}.csv",
        content=clinic_list(clinic, today),
        organisation_code=clinic.organisation_code,
        clinic_ids=None,
        fictional=True,
    )
    preview = preview_clinic_list(session, upload, by=BY, now=now)
    save_clinic_list(session, preview.list_id, by=BY, now=now)
