"""Says how many faults put into the safety net its tests noticed; fails under nine in ten."""

import json
import sys
from collections import Counter
from pathlib import Path

FAULTS = Path("mutants/app/safeguarding")
GOAL = 0.9
# What is asked of whom and when; all other rooms are how words are found.
WHO_IS_TOLD = ("escalation", "unread_clock", "working_hours")
PARTS = ("phrases", "escalation, the unread clock and working hours")
# How mutmut ends: a test failed, pytest did, or the time was up, in several ways.
NOTICED = (1, 3, 24, -24, 36, 152, 255)


def main() -> int:
    """Print the figures of the last run, in two parts; return 1 if either misses its goal."""
    tried: Counter[str] = Counter()
    noticed: Counter[str] = Counter()
    for room in sorted(FAULTS.glob("*.meta")):
        ends = json.loads(room.read_text("utf-8"))["exit_code_by_key"].values()
        asked = [end for end in ends if end is not None]
        part = PARTS[room.name.split(".")[0] in WHO_IS_TOLD]
        tried[part] += len(asked)
        noticed[part] += sum(end in NOTICED for end in asked)
        if len(asked):
            missed = sum(end not in NOTICED for end in asked)
            print(f"  {room.name.split('.')[0]:<16}{len(asked):>5} faults, {missed:>3} unnoticed")
    shares = {part: noticed[part] / tried[part] for part in PARTS if tried[part]}
    for part, share in shares.items():
        print(
            f"{part}: {noticed[part]} of {tried[part]} faults noticed: {share:.1%}; goal {GOAL:.0%}"
        )
    return 0 if shares and min(shares.values()) >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
