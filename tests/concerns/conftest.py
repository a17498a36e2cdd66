"""What tests of concerns ask for: one that is open, and the staff of its clinic."""

import pytest
from concerns.opened import Team, make_concern, make_visit
from conftest import SignedIn

from app.db import Database
from app.safeguarding.models import Concern


@pytest.fixture
def concern(database: Database) -> Concern:
    with database.writing() as session:
        return make_concern(session, make_visit(session))


@pytest.fixture
def team(database: Database, concern: Concern, signed_in: SignedIn) -> Team:
    return Team(database, signed_in)
