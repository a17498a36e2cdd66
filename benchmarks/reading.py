"""Rows a second, CSV and XLSX, beside the plain loop on the same rows in the same run."""

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import plain_loop
from benchmarks.material import a_csv, an_xlsx
from benchmarks.measuring import in_a_fresh_process, read_whole, seconds

GOALS = {"csv": 4.0, "xlsx": 3.0}
MOST_MEGABYTES = 300


def main(count: int = 100_000) -> bool:
    """Print the figures; return whether every goal is met."""
    lists = {"csv": a_csv(count), "xlsx": an_xlsx(count)}
    loop = seconds(lambda: plain_loop.read(lists["csv"]), times=1)
    print(f"plain loop       {count / loop:>9,.0f} rows/s")
    met = True
    for kind, content in lists.items():
        assert read_whole(content) == count
        took = seconds(partial(read_whole, content))
        with tempfile.NamedTemporaryFile(suffix=f".{kind}") as file:
            Path(file.name).write_bytes(content)
            memory = in_a_fresh_process(file.name)
        ratio = loop / took
        met = met and ratio >= GOALS[kind] and memory < MOST_MEGABYTES
        print(
            f"{kind:<5} all checks {count / took:>9,.0f} rows/s, {ratio:.1f} times the loop "
            f"(goal {GOALS[kind]:g}), peak {memory:.0f} MB (goal {MOST_MEGABYTES})"
        )
    return met


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
