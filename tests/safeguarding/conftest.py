"""Nothing is remembered from before a fault was put in: for the run of faults (make mutants)."""

import os
import sys

import pytest

# What mutmut says it is about: the name of a fault, "stats" while it learns which test asks what.
ABOUT = "MUTANT_UNDER_TEST"


@pytest.fixture(autouse=True, scope="session")
def nothing_remembered() -> None:
    """Forget what was worked out without the fault."""
    if os.environ.get(ABOUT):
        _forget()


@pytest.fixture(autouse=True)
def each_asks_for_itself() -> None:
    """Let no test lean on what the one before it worked out, while mutmut looks who asks what."""
    if os.environ.get(ABOUT) == "stats":
        _forget()


def _forget() -> None:
    rooms = [room for name, room in sys.modules.items() if name.startswith("app.safeguarding.")]
    for each in {each for room in rooms for each in vars(room).values() if callable(each)}:
        if hasattr(each, "cache_clear"):
            each.cache_clear()
