"""Score what is brought forward on the labelled texts: make concerns."""

import sys

from safeguarding.score import Score, labelled, score

FILES = {"tuned on": "tuned.jsonl", "held out": "heldout.jsonl"}
# By other hands, never learned from: what is to be expected of other people's texts.
STRANGERS = {"by another hand": "strangers.jsonl", "as most would text": "fresh.jsonl"}
LIFE, TOGETHER, FALSE_ALARMS = 0.99, 0.97, 10.0


def main() -> bool:
    """Print the figures of each file; return whether every goal is met on all of them together."""
    parts = {name: list(labelled(file)) for name, file in FILES.items()}
    for name, labels in parts.items():
        _told(name, score(labels))
    for name, file in STRANGERS.items():
        _told(name, score(list(labelled(file))))
    return _met(score([each for labels in parts.values() for each in labels]))


def _told(name: str, done: Score) -> None:
    wanted = sum(done.wanted.values())
    print(f"{name}: {wanted} texts that must come forward, {done.ordinary} ordinary ones")
    for tier in (1, 2, 3):
        print(f"  recall of tier {tier}: {done.recall(tier):.3f}")
    print(f"  tiers 1 and 2 together, at either: {done.same_day():.3f}; raised: {done.raised}")
    print(
        f"  false alarms in 1,000 ordinary texts: {done.false_alarms(1, 2):.1f} at tiers 1 and 2,"
        f" {done.false_alarms(3):.1f} at tier 3"
    )
    for (tier, kind), count in sorted(done.wanted.items()):
        found = done.found[tier, kind]
        print(f"    {tier}  {kind:<28}{found:>4} of{count:>4}{'  *' if found < count else ''}")


def _met(done: Score) -> bool:
    met = done.recall(1) >= LIFE and done.same_day() >= TOGETHER
    met = met and done.false_alarms(1, 2) <= FALSE_ALARMS
    print(
        f"together: tier 1 {done.recall(1):.3f} (goal {LIFE}), tiers 1 and 2 {done.same_day():.3f}"
        f" (goal {TOGETHER}), false alarms {done.false_alarms(1, 2):.1f} (goal {FALSE_ALARMS:.0f});"
        f" {'every goal is met' if met else 'NOT every goal is met'}"
    )
    return met


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
