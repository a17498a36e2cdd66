"""A fake Twilio in a process of its own: `PYTHONPATH=tests python -m fake_twilio`.

Its first line says in JSON where it listens; it ends on SIGTERM, SIGINT or POST /_fake/stop.
"""

import argparse
import asyncio
import json
import os
import signal
from functools import partial

from fake_twilio.control import wish
from fake_twilio.server import FakeTwilio

LOOK_EVERY_SECONDS = 1.0


def say_where(fake: FakeTwilio) -> None:
    """Print the address on one line."""
    print(json.dumps({"address": fake.address, "pid": os.getpid()}), flush=True)


async def end_with_parent(fake: FakeTwilio, parent: int) -> None:
    """Stop once the process that started this one is gone."""
    while os.getppid() == parent:
        await asyncio.sleep(LOOK_EVERY_SECONDS)
    fake.stop()


async def run(fake: FakeTwilio, port: int, with_parent: bool) -> None:
    """Serve until a signal, a request or the end of the parent."""
    loop = asyncio.get_running_loop()
    for each in (signal.SIGTERM, signal.SIGINT):
        loop.add_signal_handler(each, fake.stop)
    watch = asyncio.create_task(end_with_parent(fake, os.getppid())) if with_parent else None
    await fake.serve(partial(say_where, fake), port)
    if watch is not None:
        watch.cancel()


def main() -> None:
    """Read the command line and run."""
    parser = argparse.ArgumentParser(prog="fake_twilio", description=__doc__)
    parser.add_argument("--port", type=int, default=0, help="0 for any that is free")
    parser.add_argument("--wishes", type=json.loads, default={}, help="JSON, as for /_fake/set")
    parser.add_argument("--with-parent", action="store_true", help="end when the parent ends")
    given = parser.parse_args()
    fake = FakeTwilio()
    wish(fake, given.wishes)
    asyncio.run(run(fake, given.port, given.with_parent))


if __name__ == "__main__":
    main()
