"""The pretend phone and the demo's clock; registered in demo mode only."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, current_app, redirect, render_template, request, url_for
from sqlmodel import Session
from werkzeug.wrappers import Response

from app import clock
from app.db import database
from app.demo import phone as pretend
from app.demo.cast import PASSWORD, STAFF
from app.demo.clock import move_to
from app.demo.queries import ClinicDay, clinic_days, person
from app.people.phone import national
from app.people.queries import PersonFacts
from app.settings import current_settings
from app.sms.pretend_phone import PhoneText, texts_on
from app.staff.guards import public
from app.staff.roles import IN_WORDS

bp = Blueprint("demo", __name__)

WHY = "The demo's own page: registered in demo mode only"
LONDON = ZoneInfo("Europe/London")
FURTHEST = timedelta(days=60)


@bp.get("/pretend-phone")
@public(WHY)
def phones() -> str:
    """Show every young person of the demo, by clinic day."""
    with database().reading() as session:
        days = clinic_days(session)
        shown = [_day_in_words(session, day) for day in days]
        return render_template("demo/phones.html", days=shown, **clock_in_words(days))


@bp.get("/pretend-phone/<uuid:person_id>")
@public(WHY)
def phone(person_id: UUID) -> str:
    """Show one young person's phone."""
    with database().reading() as session:
        owner = _owner(session, person_id)
        days = clinic_days(session)
        return render_template(
            "demo/phone.html",
            person_id=person_id,
            name=owner.first_name,
            number=national(owner.mobile or ""),
            sender=national(current_settings().sender),
            texts=_texts_in_words(session, owner),
            **clock_in_words(days),
        )


@bp.get("/pretend-phone/<uuid:person_id>/texts")
@public(WHY)
def texts(person_id: UUID) -> str:
    """Return only the texts of one phone, for the page to refresh."""
    with database().reading() as session:
        owner = _owner(session, person_id)
        return render_template(
            "demo/_texts.html", name=owner.first_name, texts=_texts_in_words(session, owner)
        )


@bp.post("/pretend-phone/<uuid:person_id>/reply")
@public(WHY)
def reply(person_id: UUID) -> Response:
    """Send what was typed, through the real webhook."""
    with database().reading() as session:
        number = _owner(session, person_id).mobile or ""
    # A browser sends a typed new line as two characters; a phone sends one.
    body = request.form.get("body", "").replace("\r\n", "\n")
    web = current_app._get_current_object()  # type: ignore[attr-defined]
    pretend.reply(web, current_settings(), database(), number, body, now=clock.now())
    return redirect(url_for("demo.phone", person_id=person_id))


@bp.post("/pretend-phone/clock")
@public(WHY)
def move_clock() -> Response:
    """Move the demo's clock forward to one of the offered moments."""
    try:
        moment = datetime.fromisoformat(request.form.get("to", ""))
    except ValueError:
        abort(400)
    if moment.tzinfo is None or moment > clock.now() + FURTHEST:
        abort(400)
    with database().writing() as session:
        move_to(session, moment.astimezone(UTC))
    back = request.form.get("back", "")
    return redirect(back if back.startswith("/pretend-") else url_for("demo.phones"))


def _owner(session: Session, person_id: UUID) -> PersonFacts:
    found = person(session, person_id)
    if found is None or not found.mobile:
        abort(404)
    return found


def _texts_in_words(session: Session, owner: PersonFacts) -> list[dict[str, object]]:
    shown: Sequence[PhoneText] = texts_on(session, owner.mobile or "")
    return [
        {"body": text.body, "mine": text.from_the_phone, "at": moment_in_words(text.at)}
        for text in shown
    ]


def _day_in_words(session: Session, day: ClinicDay) -> dict[str, object]:
    return {
        "heading": f"{day.clinic.name}, {day.clinic.code}: {day.day:%A %-d %B}",
        "people": [
            {
                "id": owner.id,
                "name": f"{owner.first_name} {owner.last_name}",
                "number": national(owner.mobile) if owner.mobile else "",
                "texts": len(texts_on(session, owner.mobile)) if owner.mobile else 0,
            }
            for owner in day.people
        ],
    }


def clock_in_words(days: Sequence[ClinicDay]) -> dict[str, object]:
    """Say what time it is in the demo, and where its clock can be moved to."""
    now = clock.now()
    moments = sorted(
        (moment, words) for day in days for moment, words in _moments(day) if moment > now
    )
    return {
        "now_in_words": moment_in_words(now),
        "jumps": [{"to": moment.isoformat(), "words": words} for moment, words in moments],
    }


def _moments(day: ClinicDay) -> list[tuple[datetime, str]]:
    before = (day.day - day.texts_go_out.astimezone(LONDON).date()).days
    name = f"{day.clinic.code} on {day.day:%A %-d %B}"
    return [
        (day.texts_go_out, f"Go to {before} days before {name}: the texts go out"),
        (day.morning_of, f"Go to the morning of {name}"),
    ]


def moment_in_words(moment: datetime) -> str:
    """Write a moment as people say it."""
    local = moment.astimezone(LONDON)
    return f"{local:%A %-d %B}, {local:%-I.%M}{local:%p}".replace("AM", "am").replace("PM", "pm")


@bp.app_context_processor
def who_may_sign_in() -> dict[str, object]:
    """Offer the demo's accounts to the page for signing in."""
    people = [{"email": member.email, "role": IN_WORDS[member.role].lower()} for member in STAFF]
    return {"demo_staff": people, "demo_password": PASSWORD}
