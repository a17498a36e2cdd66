"""What every page has in common: NHS.UK frontend, forms that cannot be forged, safe headers."""

import re
import secrets
from functools import cache, partial
from pathlib import Path
from typing import cast
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request, send_from_directory, url_for
from flask_security import current_user
from flask_wtf.csrf import CSRFProtect
from jinja2 import ChainableUndefined, ChoiceLoader, FileSystemLoader, PackageLoader

from app.db import database
from app.errors import NotReady
from app.settings import Settings
from app.staff.guards import public, scope
from app.staff.queries import full_name
from app.staff.roles import Role

ROOT = Path(__file__).parents[1]
STYLES = ROOT / "node_modules" / "nhsuk-frontend" / "dist" / "nhsuk"
LARGEST_REQUEST = 6 * 1024 * 1024
LARGEST_FORM_PART, MOST_FORM_PARTS = 500_000, 100
A_DAY_IN_SECONDS = 86_400
A_YEAR_IN_SECONDS = 31_536_000
STATIC_ENDPOINTS = ("static", "nhsuk")

EXTENSION = "whatmatters.pages"

csrf = CSRFProtect()

# What the navigation offers, to whom, and which route it leads to.
NAVIGATION = (
    ("Clinic sheets", "summaries.choose", {Role.CLINICIAN, Role.SAFEGUARDING_LEAD}),
    ("Clinic lists", "clinic_lists.lists", {Role.CLINIC_ADMIN}),
    ("Texts", "texts.overview", {Role.CLINIC_ADMIN, Role.ADMINISTRATOR}),
    (
        "Concerns",
        "concerns.concerns",
        {Role.CLINICIAN, Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD},
    ),
    ("Replies to read", "conversations.to_read", {Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD}),
    ("Opt-outs", "opt_outs.opt_outs", {Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD}),
    ("Clinics", "clinics.list_clinics", {Role.CLINIC_ADMIN, Role.ADMINISTRATOR}),
    (
        "Who is told",
        "safety_net.who_is_told",
        {Role.ADMINISTRATOR, Role.CLINIC_ADMIN, Role.SAFEGUARDING_LEAD},
    ),
)


def set_up(app: Flask, settings: Settings) -> None:
    """Put templates, styles, form protection and headers into the application."""
    stylesheets = sorted(STYLES.glob("nhsuk-frontend-[0-9]*.min.css"))
    if not stylesheets:
        raise NotReady(["The pages' styles are missing. Run: make setup"])
    version = stylesheets[0].name.removeprefix("nhsuk-frontend-").removesuffix(".min.css")
    app.jinja_options = {"undefined": ChainableUndefined, "autoescape": True}
    app.jinja_loader = ChoiceLoader(
        [
            FileSystemLoader(ROOT / "app" / "templates"),
            PackageLoader("nhsuk_frontend_jinja"),
            PackageLoader("flask_security"),
        ]
    )
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST_REQUEST,
        MAX_FORM_MEMORY_SIZE=LARGEST_FORM_PART,
        MAX_FORM_PARTS=MOST_FORM_PARTS,
        SEND_FILE_MAX_AGE_DEFAULT=A_DAY_IN_SECONDS,
        WTF_CSRF_TIME_LIMIT=None,
        WTF_CSRF_SSL_STRICT=False,
    )
    csrf.init_app(app)
    app.add_url_rule("/assets/nhsuk/<path:name>", "nhsuk", _nhsuk)
    _mark_public(app)
    shared = partial(_for_every_page, settings, version)
    app.context_processor(shared)
    app.extensions[EXTENSION] = shared
    app.after_request(lambda response: _with_headers(response, settings))


@public("Styles and scripts that every page needs, also the one for signing in")
def _nhsuk(name: str) -> Response:
    if name in _stylesheets():
        return Response(_without_fonts(name), mimetype="text/css")
    return send_from_directory(STYLES, name)


@cache
def _stylesheets() -> frozenset[str]:
    return frozenset(path.name for path in STYLES.glob("*.css"))


@cache
def _without_fonts(name: str) -> str:
    """The styles without their web fonts: those live on another host, and a ward may have none."""
    styles = (STYLES / name).read_text("utf-8")
    return re.sub(r"@font-face\s*\{[^}]*\}", "", styles)


def _mark_public(app: Flask) -> None:
    view = app.view_functions["static"]
    public("Our own styles and scripts")(view)


def _for_every_page(settings: Settings, version: str) -> dict[str, object]:
    # A page about a database that is down must not ask it who is signed in.
    signed_in = not g.get("plain_page") and bool(current_user.is_authenticated)
    return {
        "assetPath": "/assets/nhsuk/assets",
        "frontend_version": version,
        "cspNonce": nonce(),
        "demo_mode": settings.demo_mode,
        "signed_in_name": _name() if signed_in else "",
        "navigation": _navigation() if signed_in else [],
    }


def render_plain(template: str, **values: object) -> str:
    """Render a page that asks nobody who is signed in: that question may be what failed."""
    g.plain_page = True
    shared = current_app.extensions[EXTENSION]()
    return current_app.jinja_env.get_template(template).render({**shared, **values})


def nonce() -> str:
    """Return this request's word for the one inline script of NHS.UK's page template."""
    if "nonce" not in g:
        g.nonce = secrets.token_urlsafe(16)
    return cast(str, g.nonce)


def _name() -> str:
    if "signed_in_name" not in g:
        with database().reading() as session:
            g.signed_in_name = full_name(session, current_user.id)
    return cast(str, g.signed_in_name)


def _navigation() -> list[dict[str, object]]:
    roles = scope().roles
    return [
        {"text": words, "href": url_for(endpoint), "active": request.endpoint == endpoint}
        for words, endpoint, allowed in NAVIGATION
        if roles & allowed
    ]


def _with_headers(response: Response, settings: Settings) -> Response:
    headers = response.headers
    headers["Content-Security-Policy"] = (
        "default-src 'none'; "
        f"script-src 'self' 'nonce-{nonce()}'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; manifest-src 'self'; form-action 'self'; "
        "base-uri 'none'; frame-ancestors 'none'"
    )
    headers["X-Content-Type-Options"] = "nosniff"
    headers["X-Frame-Options"] = "DENY"
    headers["Referrer-Policy"] = "no-referrer"
    headers["Cross-Origin-Opener-Policy"] = "same-origin"
    headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()"
    if request.endpoint not in STATIC_ENDPOINTS:
        headers["Cache-Control"] = "no-store"
    if urlsplit(settings.public_base_url).scheme == "https":
        headers["Strict-Transport-Security"] = f"max-age={A_YEAR_IN_SECONDS}; includeSubDomains"
    return response
