"""Everything the service must be fast at, measured one after another: `make bench`."""

import sys

from benchmarks import history, reading, saving


def main() -> bool:
    """Print all figures; return whether every goal is met."""
    return all([reading.main(), saving.main(), history.main()])


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
