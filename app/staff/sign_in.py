"""Signing in: Flask-Security on our own table of staff, each question a short transaction."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask, request, session
from flask_security import LoginForm, RoleMixin, Security, UserMixin, user_authenticated
from flask_security.datastore import UserDatastore
from sqlalchemy import func
from sqlmodel import select

from app import clock
from app.audit.trail import record
from app.db import database
from app.settings import Settings
from app.staff.guards import public
from app.staff.guessing import has_to_wait, note_refusal
from app.staff.models import StaffMember

# A shift is shorter than this; nobody stays signed in over night.
LONGEST_SESSION = timedelta(hours=12)
SIGNED_IN_AT = "signed_in_at"
WHY = "Signing in and out is open to everybody; Flask-Security checks who it is"


class StaffDatastore(UserDatastore):
    """What Flask-Security needs to know of staff, without a session that outlives its question."""

    def __init__(self) -> None:
        super().__init__(StaffMember, RoleMixin)

    def find_user(self, case_insensitive: bool = False, **kwargs: Any) -> UserMixin | None:
        """Return the active staff member with this one attribute, or None."""
        name, value = kwargs.popitem()
        column = getattr(StaffMember, name)
        matches = func.lower(column) == str(value).lower() if case_insensitive else column == value
        with database().reading() as asked:
            return asked.exec(select(StaffMember).where(matches)).first()

    def find_role(self, role: str) -> None:
        """Flask-Security's roles are not used: our guards ask our own table."""

    def put(self, model: StaffMember) -> StaffMember:
        """Keep a changed staff member, as when their password is hashed anew."""
        with database().writing() as kept:
            return kept.merge(model)

    def commit(self) -> None:
        """Nothing is left to commit: each change was a transaction of its own."""


class SignInForm(LoginForm):
    """Flask-Security's form, which waits for nobody's guesses and remembers nobody for a year."""

    def validate(self, **kwargs: Any) -> bool:
        """Check address and password; after too many refusals refuse without looking."""
        self.remember.data = False
        email, network = str(self.email.data or ""), request.remote_addr or ""
        with database().reading() as asked:
            if has_to_wait(asked, email, network, now=clock.now()):
                self.form_errors.append("wait")
                return False
        if super().validate(**kwargs):
            return True
        with database().writing() as kept:
            note_refusal(kept, email, network, now=clock.now())
        return False


def set_up(app: Flask, settings: Settings) -> None:
    """Put sign-in and sign-out into the application, and limits on how long a sign-in lasts."""
    https = settings.public_base_url.startswith("https://")
    app.config.update(
        SECRET_KEY=settings.secret_key.get_secret_value(),
        SECURITY_PASSWORD_HASH="argon2",  # noqa: S106 - the name of a method
        SECURITY_PASSWORD_SINGLE_HASH=True,
        SECURITY_LOGIN_URL="/sign-in",
        SECURITY_LOGOUT_URL="/sign-out",
        SECURITY_POST_LOGOUT_VIEW="/sign-in",
        SECURITY_RETURN_GENERIC_RESPONSES=True,
        SECURITY_FLASH_MESSAGES=False,
        SECURITY_JOIN_USER_ROLES=False,
        SECURITY_EMAIL_VALIDATOR_ARGS={"check_deliverability": False, "test_environment": True},
        SECURITY_STATIC_FOLDER=None,
        # No page asks for the password a second time, so there is no page for it either.
        SECURITY_FRESHNESS=timedelta(minutes=-1),
        SESSION_COOKIE_NAME="__Host-whatmatters" if https else "whatmatters",
        SESSION_COOKIE_SECURE=https,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        PERMANENT_SESSION_LIFETIME=timedelta(minutes=settings.idle_minutes),
    )
    Security(app, StaffDatastore(), register_blueprint=True, login_form=SignInForm)
    user_authenticated.connect(_remember_when, app)
    app.before_request(_end_old_session)
    for endpoint, view in app.view_functions.items():
        if endpoint.startswith("security."):
            public(WHY)(view)


def spare(app: Flask, machines: Iterable[str]) -> None:
    """Do not look for somebody signed in where only machines call: the webhooks' blueprints."""
    spared = frozenset(machines)

    def for_people(hook: Callable[[], Any]) -> Callable[[], Any]:
        return lambda: None if request.blueprint in spared else hook()

    hooks: list[Any] = app.before_request_funcs[None]
    hooks[:] = [for_people(hook) for hook in hooks]


def _remember_when(_app: Flask, user: StaffMember, **_kwargs: Any) -> None:
    # A permanent session is one whose cookie is signed anew at each request, so that it ends after
    # `idle_minutes` without any.
    session.permanent = True
    session[SIGNED_IN_AT] = datetime.now(UTC).timestamp()
    by = f"staff:{user.id}"
    with database().writing() as kept:
        record(kept, "signed_in", by=by, now=clock.now(), subject=by)


def _end_old_session() -> None:
    began = session.get(SIGNED_IN_AT)
    if began is None:
        return
    age = datetime.now(UTC).timestamp() - float(began)
    if not 0 <= age <= LONGEST_SESSION.total_seconds():
        session.clear()
