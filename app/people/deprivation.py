"""How deprived an area is, by postcode: looked up in a file of the organisation's own.

The file is a CSV with the headings postcode and decile (1 is the most deprived tenth), as it can be
made from the English Indices of Deprivation and the ONS postcode directory. Without one, nothing is
known and nothing is guessed.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from app.logs import logger

log = logger(__name__)

Postcode = tuple[str, str]
TENTHS = frozenset(str(tenth) for tenth in range(1, 11))


def deciles_of(postcodes: Iterable[Postcode | None], file: Path | None = None) -> dict[str, int]:
    """Return the deciles of those postcodes that the file knows, by postcode without spaces.

    The file is walked once, however many postcodes are wanted; it need not fit into memory.
    """
    wanted = {"".join(each) for each in postcodes if each is not None and each[1]}
    if not wanted or file is None:
        return {}
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            return {
                plain: int(row["decile"])
                for row in csv.DictReader(opened)
                if (plain := row["postcode"].replace(" ", "").upper()) in wanted
                and row["decile"] in TENTHS
            }
    except (OSError, KeyError, AttributeError, ValueError):
        # A list is not kept from being saved by a file that it can do without.
        log.exception("deciles_not_read")
        return {}
