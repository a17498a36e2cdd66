"""What tests of who is told ask for: the page, and what stands behind it."""

import pytest
from conftest import SignedIn
from flask import Flask
from safety_net.net import Net

from app.db import Database


@pytest.fixture
def net(app: Flask, database: Database, signed_in: SignedIn) -> Net:
    return Net(app, database, signed_in)
