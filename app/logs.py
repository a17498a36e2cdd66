"""What the service says about itself: one JSON line an event, ids only, never names or words."""

import logging
import sys
import threading
import traceback
from types import TracebackType
from typing import Any

import structlog

ExcInfo = tuple[type[BaseException], BaseException, TracebackType | None]

# Libraries that put numbers or bodies of texts into their own lines.
TOO_TALKATIVE = ("urllib3", "werkzeug")
# A round that is still sending when the next tick comes is no fault: it says so each time.
SAYS_EACH_TICK = ("apscheduler",)
QUOTES_TEXTS = ("twilio", "twilio.http_client")


def exception_without_words(_logger: object, _name: str, event: dict[str, Any]) -> dict[str, Any]:
    """Replace a traceback by its kind and places: messages may quote a name or a reply."""
    exc_info = event.pop("exc_info", None)
    if exc_info is True:
        exc_info = sys.exc_info()
    if isinstance(exc_info, BaseException):
        exc_info = (type(exc_info), exc_info, exc_info.__traceback__)
    if isinstance(exc_info, tuple) and exc_info[0] is not None:
        frames = traceback.extract_tb(exc_info[2])
        event["error"] = exc_info[0].__name__
        event["at"] = [f"{frame.filename}:{frame.lineno} {frame.name}" for frame in frames]
    return event


def set_up(level: str = "INFO") -> None:
    """Send every line of every library through one formatter to standard error."""
    shared: list[Any] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        exception_without_words,
    ]
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level)
    for name in TOO_TALKATIVE:
        logging.getLogger(name).setLevel(logging.WARNING)
    for name in SAYS_EACH_TICK:
        logging.getLogger(name).setLevel(logging.ERROR)
    for name in QUOTES_TEXTS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    # What nobody catches would otherwise be printed with its message.
    sys.excepthook = _ended_by_a_fault
    threading.excepthook = lambda end: _ended_by_a_fault(
        end.exc_type, end.exc_value or end.exc_type(), end.exc_traceback
    )


def logger(name: str) -> structlog.stdlib.BoundLogger:
    """Return the logger of one room."""
    found: structlog.stdlib.BoundLogger = structlog.stdlib.get_logger(name)
    return found


def _ended_by_a_fault(
    kind: type[BaseException], fault: BaseException, trace: TracebackType | None
) -> None:
    if issubclass(kind, KeyboardInterrupt):
        sys.__excepthook__(kind, fault, trace)
        return
    logger(__name__).critical("ended_by_a_fault", exc_info=(kind, fault, trace))
