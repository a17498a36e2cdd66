"""`PYTHONPATH=tests python -m soak`: texts, kills and a lying provider, on each database."""

import argparse
import random
import sys
from dataclasses import replace
from pathlib import Path

from soak.counting import Result, table
from soak.databases import KINDS
from soak.run import Soak, soak


def main() -> int:
    """Run what the command line asks for; 1 if anybody was texted twice or forgotten."""
    parser = argparse.ArgumentParser(prog="soak", description=__doc__)
    parser.add_argument("--texts", type=int, default=2000)
    parser.add_argument("--kills", type=int, default=0, help="a tenth of the texts if nought")
    parser.add_argument("--database", choices=("both", *KINDS), default="both")
    parser.add_argument("--seed", type=int, default=random.randrange(10**6))
    parser.add_argument("--minutes", type=float, default=120, help="after these no more are booked")
    parser.add_argument("--folder", type=Path, help="an existing one, to keep logs and database in")
    given = parser.parse_args()
    kinds = KINDS if given.database == "both" else (given.database,)
    results: list[Result] = []
    for kind in kinds:
        print(f"{kind}: {given.texts} texts, seed {given.seed}", flush=True)
        kills = given.kills or given.texts // 10
        asked = Soak(kind, given.texts, kills, given.seed, folder=given.folder)
        results.append(soak(replace(asked, minutes=given.minutes)))
        print(table(results[-1:]), "", sep="\n", flush=True)
    print(table(results))
    return 0 if all(each.clean for each in results) else 1


if __name__ == "__main__":
    sys.exit(main())
