"""A migration whose process is killed with everything done and nothing committed yet."""

import os
import sys
from typing import Any

from alembic import command

from app.migrations.run import migrate

upgrade = command.upgrade


def and_die(*given: Any) -> None:
    """Do all of it, and die before it is committed."""
    upgrade(*given)
    os._exit(137)


if __name__ == "__main__":
    command.upgrade = and_die  # type: ignore[assignment]
    migrate(sys.argv[1])
