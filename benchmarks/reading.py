"""Rows a second, CSV and XLSX, beside plain loops over the same rows in the same run."""

import sys
import tempfile
from functools import partial
from pathlib import Path

from benchmarks import plain_loop
from benchmarks.material import a_csv, an_xlsx
from benchmarks.measuring import in_a_fresh_process, read_whole, seconds

# Beside the loop over the CSV file; beside a loop over the workbook itself.
GOALS = {"csv": 4.0, "xlsx": 3.0}
MOST_MEGABYTES = 300


def main(count: int = 100_000) -> bool:
    """Print the figures; return whether every goal is met."""
    lists = {"csv": a_csv(count), "xlsx": an_xlsx(count)}
    loops = {
        "csv": seconds(lambda: plain_loop.read_csv(lists["csv"])),
        "xlsx": seconds(lambda: plain_loop.read_xlsx(lists["xlsx"]), times=1),
    }
    for kind, took in loops.items():
        print(f"plain loop, {kind:<5}{count / took:>9,.0f} rows/s")
    met = [_reading(kind, content, count, loops) for kind, content in lists.items()]
    return all(met)


def _reading(kind: str, content: bytes, count: int, loops: dict[str, float]) -> bool:
    assert read_whole(content) == count
    took = seconds(partial(read_whole, content))
    with tempfile.NamedTemporaryFile(suffix=f".{kind}") as file:
        Path(file.name).write_bytes(content)
        memory = in_a_fresh_process(file.name)
    ratio = loops[kind] / took
    print(
        f"all checks, {kind:<5}{count / took:>9,.0f} rows/s, {ratio:.1f} times the loop over the "
        f"same file (goal {GOALS[kind]:g}), {loops['csv'] / took:.1f} times the one over the CSV, "
        f"peak {memory:.0f} MB (goal {MOST_MEGABYTES})"
    )
    return ratio >= GOALS[kind] and memory < MOST_MEGABYTES


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
