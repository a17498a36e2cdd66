"""What every command starts with: the service opened, and faults turned into one clear line."""

import sys
from typing import Any, NoReturn

import click
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.errors import NotReady, Refusal
from app.factory import Service, open_service
from app.logs import set_up
from app.settings import Settings, load, ready

BY = "command line"
EXIT_REFUSED = 2


class Commands(click.Group):
    """A group whose faults end in a clear line and exit code 2, never in a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; say in words what a person can mend."""
        try:
            return super().invoke(ctx)
        except NotReady as fault:
            head = "The service cannot start like this:"
            foot = "To look around without any setting: make demo, or set DEMO_MODE=true."
            _stop("\n".join([head, *(f"- {line}" for line in fault.advice), foot]))
        except Refusal as fault:
            _stop(str(fault))
        except (OperationalError, ProgrammingError):
            _stop("The database does not answer as it should. Run whatmatters doctor to see why.")


def service(settings: Settings | None = None) -> Service:
    """Open the service that the settings describe; NotReady if they are not fit."""
    settings = ready(settings or load())
    set_up("WARNING" if settings.log_level == "INFO" else settings.log_level)
    return open_service(settings)


def _stop(words: str) -> NoReturn:
    click.echo(words, err=True)
    sys.exit(EXIT_REFUSED)
