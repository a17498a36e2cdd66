"""Says how many faults put into the safety net its tests noticed; fails under nine in ten."""

import json
import sys
from pathlib import Path

STATS = Path("mutants/mutmut-cicd-stats.json")
GOAL = 0.9


def main() -> int:
    """Print the figure of the last run; return 1 if it misses its goal."""
    stats = json.loads(STATS.read_text("utf-8"))
    noticed = stats["killed"] + stats.get("timeout", 0)
    tried = noticed + stats["survived"] + stats.get("suspicious", 0)
    share = noticed / tried if tried else 0.0
    print(f"{noticed} of {tried} faults noticed: {share:.1%}; goal {GOAL:.0%}")
    return 0 if share >= GOAL else 1


if __name__ == "__main__":
    sys.exit(main())
