"""Fault 87: memory and handles stay flat, however many rounds and webhooks there were."""

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from cast import SAM
from faults.webhooks import receipt, text_in, web
from invitations.conftest import Book, Hands, Recording, only_ask

from app.db import Database
from app.invitations.dispatch import send_due
from app.invitations.reconcile import reconcile
from app.settings import Settings

A_PAGE = os.sysconf("SC_PAGE_SIZE")
MOST_BYTES, MOST_HANDLES = 6_000_000, 3


def memory() -> int:
    """Return how many bytes this process holds in memory."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1]) * A_PAGE


def handles() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


def stays_flat(step: Callable[[int], None], warm: int, times: int) -> None:
    """Fail if many more times of the same take more memory or handles than the first did."""
    for number in range(warm):
        step(number)
    bytes_before, handles_before = memory(), handles()
    for number in range(warm, warm + times):
        step(number)
    assert handles() - handles_before <= MOST_HANDLES
    assert memory() - bytes_before < MOST_BYTES


def rounds(
    database: Database, settings: Settings, clock: Hands, book: Book, warm: int, times: int
) -> None:
    book()
    gateway = Recording()

    def step(_: int) -> None:
        clock.move(seconds=1)
        send_due(database, gateway, settings, clock)
        reconcile(database, gateway, clock)

    stays_flat(step, warm, times)
    assert len(gateway.texts) == 1


def webhooks(
    database: Database, settings: Settings, clock: Hands, book: Book, warm: int, times: int
) -> None:
    book()
    send_due(database, Recording(), settings, clock)
    app, ask = web(settings, database, clock), only_ask(database)

    def step(number: int) -> None:
        clock.move(seconds=1)
        # A reply in four is new, as are all receipts: what is kept is no leak of memory.
        assert text_in(app, settings, SAM.mobile or "", number // 20) == 200
        assert receipt(app, settings, ask.token, str(ask.provider_sid)) == 204

    stays_flat(step, warm, times)


def test_fault_87_three_hundred_rounds_take_no_more_memory_and_no_more_handles(
    database: Database, settings: Settings, clock: Hands, book: Book
) -> None:
    rounds(database, settings, clock, book, 60, 300)


def test_fault_87_three_hundred_webhooks_take_no_more_memory_and_no_more_handles(
    database: Database, settings: Settings, clock: Hands, book: Book
) -> None:
    webhooks(database, settings, clock, book, 60, 150)


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_fault_87_thousands_of_rounds_and_webhooks_take_no_more_memory(
    database: Database, settings: Settings, clock: Hands, book: Book
) -> None:
    webhooks(database, settings, clock, book, 300, 5_000)


@pytest.mark.proof
@pytest.mark.timeout(900)
def test_fault_87_thousands_of_rounds_take_no_more_memory(
    database: Database, settings: Settings, clock: Hands, book: Book
) -> None:
    rounds(database, settings, clock, book, 300, 5_000)
