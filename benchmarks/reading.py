"""Rows a second, CSV and XLSX, beside plain loops over the same files in the same run.

Each is measured in a fresh process of its own, so that none meets what another has left in memory.
"""

import sys
import tempfile
from pathlib import Path

from benchmarks.material import a_csv, an_xlsx
from benchmarks.measuring import fresh_process

# Beside the loop over the very file: csv for the one, openpyxl for the other.
GOALS = {"csv": 4.0, "xlsx": 3.0}
MOST_MEGABYTES = 300


def main(count: int = 100_000) -> bool:
    """Print the figures; return whether every goal is met."""
    with tempfile.TemporaryDirectory() as folder:
        files = {kind: Path(folder) / f"list.{kind}" for kind in GOALS}
        files["csv"].write_bytes(a_csv(count))
        files["xlsx"].write_bytes(an_xlsx(count))
        loops = {
            kind: float(fresh_process("benchmarks.plain_loop", f"{kind}_alone", str(file)))
            for kind, file in files.items()
        }
        for kind, took in loops.items():
            print(f"plain loop, {kind:<5}{count / took:>9,.0f} rows/s")
        met = [_reading(kind, file, count, loops) for kind, file in files.items()]
    return all(met)


def _reading(kind: str, file: Path, count: int, loops: dict[str, float]) -> bool:
    took, memory, good = fresh_process("benchmarks.measuring", "read_alone", str(file))
    assert good == count
    ratio = loops[kind] / took
    print(
        f"all checks, {kind:<5}{count / took:>9,.0f} rows/s, {ratio:.1f} times the loop over the "
        f"same file (goal {GOALS[kind]:g}), {loops['csv'] / took:.1f} times the one over the CSV, "
        f"peak {memory:.0f} MB (goal {MOST_MEGABYTES})"
    )
    return bool(ratio >= GOALS[kind] and memory < MOST_MEGABYTES)


if __name__ == "__main__":
    sys.exit(0 if main(*map(int, sys.argv[1:])) else 1)
