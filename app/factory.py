"""The one place where everything meets: the service, and the web application on it."""

import gc
import sys
from dataclasses import dataclass
from threading import Event

from flask import Flask

from app import clock as clock_room
from app import db as db_room
from app import errors_in_words, home, page_audit, pages
from app import settings as settings_room
from app.clinic_lists import acts as clinic_list_acts
from app.clinic_lists import views as clinic_lists
from app.clinics import views as clinics
from app.clock import Clock, SteadyClock, system_clock
from app.concerns import acts as concern_acts
from app.concerns import views as concerns
from app.conversations import desk, one_reply, webhook
from app.conversations import views as conversations
from app.conversations.intake import warm_up
from app.db import Database, time_of
from app.demo import mailbox
from app.demo import views as demo
from app.demo.clock import demo_clock
from app.errors import NotReady
from app.health import bp as health
from app.invitations import board_views as texts
from app.invitations import opt_out_views as opt_outs
from app.invitations import views as invitations
from app.logs import set_up as set_up_logs
from app.safeguarding import alert_receipts
from app.safeguarding.handing_over_here import keep_watch
from app.safety_net import acts as safety_net_acts
from app.safety_net import views as safety_net
from app.safety_net import words as safety_words
from app.settings import Settings, load, ready
from app.sms.choose import gateway_for
from app.sms.gateway import Gateway
from app.staff import sign_in
from app.summaries import views as summaries

EXIT_REFUSED = 2
# A webhook that waits longer than the provider does would be thrown away: Twilio's limit is 15 s,
# and a reply is kept in one transaction and understood in another, or in a third.
WEB_WAITS_SECONDS = 4.0


@dataclass(frozen=True)
class Service:
    """What every process of the service works with."""

    settings: Settings
    database: Database
    clock: Clock
    gateway: Gateway


def open_service(settings: Settings) -> Service:
    """Open the service that settings describe; nothing is connected to yet."""
    database = Database(settings.database_url, settings.vault())
    clock = demo_clock(database) if settings.demo_mode else SteadyClock(time_of(database))
    return Service(settings, database, clock, gateway_for(settings, database, clock))


def create_app(
    settings: Settings, database: Database | None = None, clock: Clock | None = None
) -> Flask:
    """Make the web application; it starts even while its database is down.

    Raises NotReady if the pages' styles have not been fetched, and RuntimeError if any route has
    no guard.
    """
    database = database or Database(settings.database_url, settings.vault(), WEB_WAITS_SECONDS)
    app = Flask("app")
    app.extensions[settings_room.EXTENSION] = settings
    app.extensions[db_room.EXTENSION] = database
    app.extensions[clock_room.EXTENSION] = clock or (
        demo_clock(database) if settings.demo_mode else system_clock
    )
    pages.set_up(app, settings)
    sign_in.set_up(app, settings)
    rooms = [
        *(home, clinic_lists, clinic_list_acts, clinics, conversations, summaries, invitations),
        *(texts, opt_outs, one_reply, desk, concerns, concern_acts),
        *(safety_net, safety_net_acts, safety_words),
        *(webhook, alert_receipts),
    ]
    for room in [*rooms, demo, mailbox] if settings.demo_mode else rooms:
        app.register_blueprint(room.bp)
        if getattr(room, "csrf_exempt", False):
            pages.csrf.exempt(room.bp)
    sign_in.spare(app, (webhook.bp.name, invitations.bp.name, alert_receipts.bp.name))
    app.register_blueprint(health)
    page_audit.set_up(app)
    errors_in_words.set_up(app)
    refuse_unguarded(app)
    return app


def refuse_unguarded(app: Flask) -> None:
    """Raise RuntimeError if any route has no guard: nothing is open by accident."""
    for endpoint, view in app.view_functions.items():
        if getattr(view, "guard", None) is None:
            raise RuntimeError(f"The route {endpoint} has no guard: say allow(...) or public(...).")


def from_environment() -> Flask:
    """Make the web application that the environment describes, or say what is missing and end.

    It watches over the scheduler for as long as the process lives. All that replies are read by is
    loaded first, and left out of the search for what may be forgotten: it never is.
    """
    try:
        settings = ready(load())
        set_up_logs(settings.log_level)
        app = create_app(settings)
    except NotReady as fault:
        print("The web process cannot start like this:", *fault.advice, sep="\n- ", file=sys.stderr)
        sys.exit(EXIT_REFUSED)
    opened, clock = app.extensions[db_room.EXTENSION], app.extensions[clock_room.EXTENSION]
    warm_up()
    gc.freeze()
    keep_watch(opened, settings, clock, Event())
    return app
