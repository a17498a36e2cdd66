"""Logs carry ids and places, never what was said."""

import json
import logging
import sys
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from app import logs
from app.logs import logger, set_up

SECRET = "Sam Okafor on 07700 900101"


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    """Logging belongs to the whole process: leave it as it was found."""
    root = logging.getLogger()
    kept = (root.handlers[:], root.level, sys.excepthook, threading.excepthook)
    yield
    root.handlers, root.level, sys.excepthook, threading.excepthook = kept


def lines(capsys: pytest.CaptureFixture[str]) -> list[dict[str, Any]]:
    said = capsys.readouterr()
    assert said.out == ""
    assert SECRET not in said.err
    return [json.loads(line) for line in said.err.splitlines()]


def test_each_event_is_one_line_of_json_with_time_and_room(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up()
    logger("app.somewhere").info("text_sent", invitation="42")
    (line,) = lines(capsys)
    assert line.pop("timestamp").endswith("Z")
    assert line == {
        "event": "text_sent",
        "invitation": "42",
        "level": "info",
        "logger": "app.somewhere",
    }


def test_a_fault_is_logged_by_kind_and_place_without_its_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up()
    try:
        raise ValueError(SECRET)
    except ValueError as fault:
        logger("app").exception("first")
        logger("app").error("second", exc_info=fault)
        logging.getLogger("some.library").exception("third")
    for line in lines(capsys):
        assert line["error"] == "ValueError"
        assert line["at"][0].endswith("without_its_message")


def test_what_nobody_catches_is_logged_without_its_message(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up()

    def breaks() -> None:
        raise RuntimeError(SECRET)

    thread = threading.Thread(target=breaks)
    thread.start()
    thread.join()
    fault = ValueError(SECRET)
    sys.excepthook(ValueError, fault, fault.__traceback__)
    assert [line["error"] for line in lines(capsys)] == ["RuntimeError", "ValueError"]


def test_libraries_that_would_quote_a_text_are_kept_quiet(
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_up("DEBUG")
    for name in logs.QUOTES_TEXTS:
        logging.getLogger(name).error(SECRET)
    for name in logs.TOO_TALKATIVE:
        logging.getLogger(name).info(SECRET)
    assert lines(capsys) == []


def test_setting_up_twice_says_everything_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up()
    set_up()
    logger("app").info("once")
    assert len(lines(capsys)) == 1
