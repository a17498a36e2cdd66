"""Every route has a guard; what is open to everybody is known by name."""

from collections.abc import Iterator
from uuid import UUID

import pytest
from cast import STAFF, StaffCast
from conftest import SignedIn
from factories import make_staff
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from app.db import Database
from app.factory import create_app, refuse_unguarded
from app.settings import Settings, load
from app.staff.guards import Guard
from app.staff.roles import Role

# Open to everybody, each with its reason beside the view.
OPEN = {
    "health.health",
    "alert_receipts.alert_receipt",
    "invitations.receipt",
    "nhsuk",
    "security.login",
    "security.logout",
    "static",
    "webhook.receive",
}
IDS = (
    *("clinic_id", "concern_id", "invitation_id", "list_id", "notice_id", "opt_out_id"),
    *("reply_id", "safety_person_id"),
)
FILLED_IN: dict[str, object] = dict.fromkeys(IDS, UUID(int=1)) | {
    "day": "2026-05-08",
    "role": "lead",
}
FOUND, FORBIDDEN = 302, 403


def guard_of(app: Flask, rule: Rule) -> Guard | None:
    found: Guard | None = getattr(app.view_functions[rule.endpoint], "guard", None)
    return found


def for_staff(app: Flask) -> Iterator[tuple[str, str, frozenset[Role]]]:
    """Yield method, address and roles of every way through a guarded route."""
    with app.test_request_context():
        for rule in app.url_map.iter_rules():
            guard = guard_of(app, rule)
            if guard is not None and guard.roles:
                _, address = rule.build(FILLED_IN) or ("", "")
                for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
                    yield method, address, guard.roles


def is_sent_to_sign_in(browser: FlaskClient, method: str, address: str) -> bool:
    answer = browser.open(address, method=method)
    return answer.status_code == FOUND and answer.location.startswith("/sign-in")


def test_every_route_has_a_guard_in_the_demo_too(settings: Settings) -> None:
    for each in (settings, load(demo_mode=True, database_url="sqlite://")):
        app = create_app(each)
        bare = [rule.rule for rule in app.url_map.iter_rules() if guard_of(app, rule) is None]
        assert bare == []


def test_a_route_without_a_guard_stops_the_service_from_starting(settings: Settings) -> None:
    app = create_app(settings)
    app.add_url_rule("/forgotten", "forgotten", lambda: "everything")
    with pytest.raises(RuntimeError, match="forgotten has no guard"):
        refuse_unguarded(app)


def test_a_guard_says_who_or_why(settings: Settings) -> None:
    app = create_app(settings)
    for rule in app.url_map.iter_rules():
        guard = guard_of(app, rule)
        assert guard
        assert bool(guard.roles) != bool(guard.public_because), rule.rule


def test_only_what_is_known_is_open_to_everybody(settings: Settings) -> None:
    app = create_app(settings)
    rules = app.url_map.iter_rules()
    assert {rule.endpoint for rule in rules if not (guard_of(app, rule) or Guard()).roles} == OPEN


def test_who_is_not_signed_in_is_sent_to_sign_in_from_everywhere(app: Flask) -> None:
    ways = list(for_staff(app))
    assert len(ways) > 10
    for method, address, _ in ways:
        assert is_sent_to_sign_in(app.test_client(), method, address), f"{method} {address}"


@pytest.mark.parametrize("who", STAFF, ids=lambda who: who.full_name)
def test_each_route_opens_for_its_roles_and_no_other(
    app: Flask, database: Database, signed_in: SignedIn, who: StaffCast
) -> None:
    with database.writing() as session:
        member = make_staff(session, who)
    browser = signed_in(member)
    for method, address, roles in for_staff(app):
        answer = browser.open(address, method=method)
        assert (answer.status_code == FORBIDDEN) == (who.role not in roles), f"{method} {address}"
        assert not is_sent_to_sign_in(browser, method, address)
