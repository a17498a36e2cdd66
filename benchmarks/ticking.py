"""A tick with nothing due, and the claim of a hundred texts, beside no past texts and ten million.

The same visits lie ahead in both, with their texts planned: a tick looks at what is near, and must
not look at what was.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from statistics import median

from app.db import Database
from app.invitations.claiming import claim_due
from app.invitations.dispatch import plan_due, send_ready
from app.invitations.models import Invitation
from app.invitations.reconcile import reconcile
from app.sms.twilio import TwilioGateway
from benchmarks import due, past_texts
from benchmarks.databases import Make, both_kinds, count_of

MOST_TIMES = 1.5
AHEAD, CLAIMED = 200, 100
# Before the window opens.
NOTHING_DUE = due.DUE - timedelta(hours=2)


def main(past: int = 10_000_000, turns: int = 15) -> bool:
    """Print the figures on both kinds of database; return whether the goal is met on each."""
    with both_kinds() as kinds:
        met = [_ticking(kind, make, past, turns) for kind, make in kinds.items()]
    return all(met)


def _ticking(kind: str, make: Make, past: int, turns: int) -> bool:
    empty, full = make("without_texts"), make("with_texts")
    began = time.perf_counter()
    past_texts.fill(full, past)
    os.sync()
    assert count_of(full, Invitation.id) == past
    print(f"{kind:<11}{past:,} past texts written in {time.perf_counter() - began:.0f} s")
    for database in (empty, full):
        due.fill(database, AHEAD)
        assert plan_due(database, due.sending_settings("", 1), lambda: NOTHING_DUE) == AHEAD
    idle = _compared(kind, f"a tick with nothing due of {AHEAD}", _tick, empty, full, past, turns)
    for database in (empty, full):
        plan_due(database, due.sending_settings("", 1), lambda: due.DUE)
    claims = _compared(kind, f"claiming {CLAIMED} of {AHEAD} due", _claim, empty, full, past, turns)
    return idle and claims


def _compared(
    kind: str,
    what: str,
    work: Callable[[Database], None],
    empty: Database,
    full: Database,
    past: int,
    turns: int,
) -> bool:
    took: dict[str, list[float]] = {"empty": [], "full": []}
    for database in (empty, full):
        work(database)
    # In turns, so that whatever else this machine does meets both alike.
    for _ in range(turns):
        for name, database in (("empty", empty), ("full", full)):
            began = time.perf_counter()
            work(database)
            took[name].append(1_000 * (time.perf_counter() - began))
    alone, beside = median(took["empty"]), median(took["full"])
    print(
        f"{kind:<11}{what}: {alone:.1f} ms beside no past texts, {beside:.1f} ms beside {past:,} "
        f"({min(took['full']):.1f} to {max(took['full']):.1f}): {beside / alone:.2f} times "
        f"(goal {MOST_TIMES})"
    )
    return beside / alone <= MOST_TIMES


def _tick(database: Database) -> None:
    """Do what the scheduler does each minute; nothing listens where the provider would be."""
    settings = due.sending_settings("http://127.0.0.1:9", 1)
    gateway = TwilioGateway(settings)
    assert plan_due(database, settings, _before) == 0
    assert not send_ready(database, gateway, settings, _before).anything
    assert not reconcile(database, gateway, _before).anything


def _claim(database: Database) -> None:
    """Claim with every rule and freeze the words, and undo it."""
    settings = due.sending_settings("", 1)
    with database.writing() as session:
        claimed = claim_due(session, settings, CLAIMED, now=due.DUE)
        assert len(claimed.ready) == CLAIMED
        session.rollback()


def _before() -> datetime:
    return NOTHING_DUE


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
