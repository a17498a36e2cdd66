"""Replies go on coming in while a long list is being saved."""

import threading
import time
from datetime import datetime

import pytest
from cast import LONDON, NOW
from conversations.conftest import Asked, TextIn
from sqlmodel import func, select

from app.appointments.models import Appointment
from app.appointments.previewed import Upload
from app.appointments.spreadsheet import Book, read_book
from app.clinic_lists.taking import Said, take
from app.conversations.models import Reply
from app.db import Database
from app.settings import Settings
from benchmarks.material import a_csv

VISITS = 2_000
# Longer than any reply may wait: a reply that waited for the reading would be found out.
READING_SECONDS = 3.0
LONGEST_WAIT_SECONDS = 2.0


def save_a_long_list(database: Database, settings: Settings, now: datetime) -> None:
    upload = Upload("long.csv", a_csv(VISITS), LONDON, None, fictional=True)
    take(database, upload, Said({}, one_clinic="RIV"), by="tests", now=now, settings=settings,
         most_new=VISITS)  # fmt: skip


def test_replies_do_not_wait_for_a_long_list_to_be_read(
    database: Database,
    settings: Settings,
    asked: Asked,
    text_in: TextIn,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def read_slowly(content: bytes) -> Book:
        time.sleep(READING_SECONDS)
        return read_book(content)

    monkeypatch.setattr("app.appointments.preview.read_book", read_slowly)
    asked()
    saving = threading.Thread(target=save_a_long_list, args=(database, settings, NOW))
    waits: list[float] = []
    saving.start()
    while saving.is_alive():
        began = time.perf_counter()
        assert text_in(f"number {len(waits)}").status_code == 200
        waits.append(time.perf_counter() - began)
    with database.reading() as session:
        assert session.exec(select(func.count()).select_from(Appointment)).one() == VISITS + 1
        assert session.exec(select(func.count()).select_from(Reply)).one() == len(waits)
    assert len(waits) > 5
    assert max(waits) < LONGEST_WAIT_SECONDS
