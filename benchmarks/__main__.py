"""Everything the service must be fast at, measured one after another: `make bench`."""

import sys

from benchmarks import concerns, history, inbound, reading, saving, sending, ticking

ALL = (reading, saving, history, sending, ticking, inbound, concerns)


def main() -> bool:
    """Print all figures; return whether every goal is met."""
    # Every one is measured, whatever the others came to.
    met = [each.main() for each in ALL]
    return all(met)


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
