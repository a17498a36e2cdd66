"""Texts that must not wait: how soon they are answered, and how soon a person has a mail of it.

From the signed webhook to its answer, and to a real mail server that takes the lead's mail. Served
by two workers of gunicorn; told by a scheduler with its whole timetable, in a process of its own.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from safeguarding.mail_server import taking_mail
from sqlmodel import col, select

from app.conversations.models import Reply
from app.db import Database
from app.heartbeat import SCHEDULER, last_beat
from app.safeguarding.models import Concern
from benchmarks import due, inbound, posting, replies
from benchmarks.databases import Make, address_of, both_kinds
from benchmarks.mailed import Taken
from benchmarks.measuring import ROOT
from benchmarks.served import DATABASE
from benchmarks.told import MAIL, TICK

MOST_SECONDS, MOST_UNTIL_MAIL = 1.0, 60.0
TEXTS, A_SECOND, TICK_SECONDS = 240, 2.0, 60
# Long after the goal is missed nobody waits any more.
PATIENCE = 120.0
HELP = b"SHOUT to 85258"
WORDS = (
    "i wanna kill myself",
    "1 hair 2 hba1c 3 sometimes i wanna disappear",
    "cant breathe inhaler not working",
    "i took all my tablets last night n i feel sick",
    "honestly i dont want to be here anymore. nobody would even notice if i wasnt",
)


def main(texts: int = TEXTS, a_second: float = A_SECOND, tick: int = TICK_SECONDS) -> bool:
    """Print the figures on both kinds of database; return whether each goal is met."""
    with both_kinds() as kinds:
        met = [_told(kind, make, texts, a_second, tick) for kind, make in kinds.items()]
    return all(met)


def _told(kind: str, make: Make, texts: int, a_second: float, tick: int) -> bool:
    database = make("concerns")
    due.fill(database, texts)
    assert due.ask(database) == texts
    forms = [(sign, body) for body, sign in replies.signed(texts, texts, WORDS)]
    taken, began = Taken(), time.monotonic()
    with (
        taking_mail(taken) as address,
        inbound.serving("ours", database, began) as port,
        _telling(database, address, tick, began),
    ):
        went, answered = _post(port, forms, a_second)
        mailed = _mailed(database, taken, texts)
    until = sorted(mailed[place] - went[place] for place in range(texts))
    half, most = (1000 * inbound.part(answered, which) for which in (0.5, 0.99))
    print(
        f"{kind:<11}{texts} texts that must not wait, {a_second:g} a second: answered in p50 "
        f"{half:.0f} ms, p99 {most:.0f} ms (goal {1000 * MOST_SECONDS:,.0f}); "
        f"the lead's mail taken after p50 {inbound.part(until, 0.5):.1f} s, "
        f"p99 {inbound.part(until, 0.99):.1f} s, at most {until[-1]:.1f} s "
        f"(goal {MOST_UNTIL_MAIL:.0f})"
    )
    return most < 1000 * MOST_SECONDS and until[-1] < MOST_UNTIL_MAIL


def _post(
    port: int, forms: list[tuple[str, str]], a_second: float
) -> tuple[list[float], list[float]]:
    """Post so many a second; return when each went, and, in order, how long the answers took."""
    begin = time.perf_counter() + 0.1

    def post(place: int) -> tuple[float, float]:
        at = begin + place / a_second
        time.sleep(max(0.0, at - time.perf_counter()))
        said = posting.post(port, *forms[place])
        assert HELP in said, said
        return at, time.perf_counter() - at

    with ThreadPoolExecutor(posting.THREADS) as pool:
        done = list(pool.map(post, range(len(forms))))
    return [at for at, _ in done], sorted(took for _, took in done)


def _mailed(database: Database, taken: Taken, texts: int) -> list[float]:
    """When the first mail about each text was taken, in the order the texts went."""
    with database.reading() as session:
        question = select(Reply.provider_sid, Concern.id, Concern.tier).join(
            Concern, col(Concern.reply_id) == col(Reply.id)
        )
        found = {sid: (str(concern), tier) for sid, concern, tier in session.exec(question)}
    assert len(found) == texts
    assert {tier for _, tier in found.values()} == {1}
    until = time.monotonic() + PATIENCE
    while len(taken.at) < texts:
        assert time.monotonic() < until, f"{texts - len(taken.at)} mails never came"
        time.sleep(0.1)
    return [taken.at[found[f"SM{place:032x}"][0]] for place in range(texts)]


@contextmanager
def _telling(database: Database, mail: str, tick: int, began: float) -> Iterator[None]:
    """Let a scheduler of its own run while texts come, by the clock of the web process."""
    own = {DATABASE: address_of(database), MAIL: mail, TICK: str(tick), due.BEGAN: str(began)}
    process = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.told"],
        cwd=ROOT,
        env=os.environ | own,
    )
    try:
        _wait_until_it_lives(database)
        yield
    finally:
        process.terminate()
        process.wait(40)


def _wait_until_it_lives(database: Database) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        with database.reading() as session:
            if last_beat(session, SCHEDULER) is not None:
                return
        assert time.monotonic() < until, "the scheduler does not live"
        time.sleep(0.1)


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
