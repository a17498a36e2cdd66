"""Python's collector of garbage, told to wait while a long list is read.

It walks everything that is held, over and over, while a hundred thousand rows are made that hold no
cycles: a third of the time of reading. It goes on as before when the last reader is done.
"""

import gc
import threading
from collections.abc import Iterator
from contextlib import contextmanager

_lock = threading.Lock()
_waiting = 0


@contextmanager
def collector_waits() -> Iterator[None]:
    """Let the collector wait until this block ends, and every other such block of this process."""
    global _waiting
    with _lock:
        _waiting += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _waiting -= 1
            if not _waiting:
                gc.enable()
