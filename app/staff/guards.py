"""The guard in front of every page: who may open it, said beside it, checked on each request.

Every view carries one of the two: `allow(roles)` or `public(why)`. A route without one stops the
service from starting.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import ParamSpec, TypeVar, cast

from flask import abort, current_app, g, redirect, request, url_for
from flask_security import current_user
from werkzeug.wrappers import Response

from app.db import database
from app.staff.queries import scope_of
from app.staff.roles import Role, Scope

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Guard:
    """Who may open a view: these roles, or everybody and why."""

    roles: frozenset[Role] = frozenset()
    public_because: str = ""


def allow(*roles: Role) -> Callable[[Callable[P, R]], Callable[P, R | Response]]:
    """Let signed-in people with one of these roles open a view; nobody else."""

    def guard(view: Callable[P, R]) -> Callable[P, R | Response]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> R | Response:
            if not current_user.is_authenticated:
                return to_sign_in()
            if not scope().may(*roles):
                abort(403)
            return view(*args, **kwargs)

        guarded.guard = Guard(roles=frozenset(roles))  # type: ignore[attr-defined]
        return guarded

    return guard


def public(why: str) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Let everybody open a view, and say why that is right."""

    def guard(view: Callable[P, R]) -> Callable[P, R]:
        view.guard = Guard(public_because=why)  # type: ignore[attr-defined]
        return view

    return guard


def guard_of(endpoint: str) -> Guard | None:
    """Return the guard of a view, or None if nobody thought of one."""
    return cast(Guard | None, getattr(current_app.view_functions[endpoint], "guard", None))


def scope() -> Scope:
    """Return what the signed-in person may see, asked of the database once a request."""
    if "scope" not in g:
        with database().reading() as session:
            g.scope = scope_of(session, current_user.id)
    return cast(Scope, g.scope)


def to_sign_in() -> Response:
    """Send a person to sign in, and back to the page they asked for."""
    next_page = request.full_path.rstrip("?") if request.method == "GET" else "/"
    return redirect(url_for("security.login", next=next_page))
