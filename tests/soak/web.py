"""The web process of the soak: the service's own, by its own gunicorn, with the soak's clock."""

import os

from flask import Flask
from soak.times import AHEAD, moved

from app.clock import system_clock
from app.factory import create_app
from app.logs import set_up
from app.settings import load, ready


def application() -> Flask:
    """Make the web application of this environment."""
    settings = ready(load())
    set_up(settings.log_level)
    return create_app(settings, clock=moved(system_clock, float(os.environ[AHEAD])))
