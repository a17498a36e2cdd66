"""Texts a second handed to a provider that answers in 50 ms, beside its own SDK without a database.

One scheduler and then two: claim by every rule, freeze, mark durably, call, record. The provider is
a fake in a process of its own, and counts how often each text came.
"""

import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import NamedTuple

from fake_twilio.process import Apart, apart

from app.clock import SteadyClock
from app.invitations.dispatch import plan_due, send_ready
from app.logs import set_up
from app.sms.twilio import TwilioGateway
from benchmarks.databases import Make, address_of, both_kinds, opened
from benchmarks.due import DUE, fill, sending_settings
from benchmarks.measuring import fresh_process

GOALS = {"postgresql": 300, "sqlite": 150}
ANSWERS_IN_MS = 50.0
AT_ONCE = 64
# Two processes begin together, once both have loaded what they need.
LOADS_IN_SECONDS = 5.0


class Sent(NamedTuple):
    """What one process did: how many texts, and from when until when."""

    texts: int
    began: float
    ended: float


def main(count: int = 3_000, turns: int = 3) -> bool:
    """Print the best of a few turns on both kinds of database; return whether each goal is met."""
    with apart(base_delay_ms=ANSWERS_IN_MS, remember_requests=False) as fake, both_kinds() as kinds:
        given = ("benchmarks.plain_sdk", "sent_plainly", fake.address, str(count), str(AT_ONCE))
        plain = max(count / float(fresh_process(*given)) for _ in range(turns))
        print(f"SDK alone  {plain:>6,.0f} texts/s by {AT_ONCE} threads, no rules, no database")
        met = [_sending(kind, make, fake, count, turns, plain) for kind, make in kinds.items()]
    return all(met)


def _sending(kind: str, make: Make, fake: Apart, count: int, turns: int, plain: float) -> bool:
    one = max(_rate(make, f"one_{turn}", fake, count, 1) for turn in range(turns))
    print(
        f"{kind:<11}{one:>6,.0f} texts/s by one process, every rule on and three durable commits "
        f"on the way of each (goal {GOALS[kind]}), {one / plain:.2f} times the SDK alone"
    )
    if kind == "sqlite":
        return one >= GOALS[kind]
    two = max(_rate(make, f"two_{turn}", fake, count, 2) for turn in range(turns))
    print(f"{kind:<11}{two:>6,.0f} texts/s by two processes, each text once (goal {one:,.0f})")
    return one >= GOALS[kind] and two > one


def _rate(make: Make, name: str, fake: Apart, count: int, processes: int) -> float:
    """How many texts a second go, each exactly once."""
    database = make(name)
    fill(database, count)
    assert plan_due(database, sending_settings("", AT_ONCE), _clock()) == count
    fake.tell("forget")
    given = (address_of(database), fake.address, str(time.time() + LOADS_IN_SECONDS))
    with ThreadPoolExecutor(processes) as starting:
        runs = [
            starting.submit(fresh_process, "benchmarks.sending", "alone", *given)
            for _ in range(processes)
        ]
    done = [Sent(*run.result()) for run in runs]
    came = fake.state()
    assert (came["accepted"], came["tokens"], came["most_for_one_token"]) == (count, count, 1)
    assert sum(each.texts for each in done) == count
    return count / (max(each.ended for each in done) - min(each.began for each in done))


def alone(address: str, provider: str, begin_at: str) -> Sent:
    """Send all that is due, in this process, as the scheduler does; say how it went."""
    set_up("INFO")
    database, settings = opened(address), sending_settings(provider, AT_ONCE)
    gateway = TwilioGateway(settings)
    time.sleep(max(0.0, float(begin_at) - time.time()))
    began = time.time()
    done = send_ready(database, gateway, settings, _clock())
    return Sent(done.sent, began, time.time())


def _clock() -> SteadyClock:
    return SteadyClock(lambda: DUE)


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
