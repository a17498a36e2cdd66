"""Small nets of convolutions over words, worked out in exact numbers (pure but for their files).

A word is a row of numbers: its own, where it is known, and those of its runs of letters. Each layer
adds what stands beside it, nearer and farther, and what stands in the whole (after A. van den Oord
and others, 2016). All is held in whole 1,024ths, so that every machine comes to the same end.
"""

import json
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

Rows = NDArray[np.float64]

# These sums are small: threads would wait for each other longer than they work, and keep the cores
# from the other processes.
threadpool_limits(limits=1, user_api="blas")

PARTS = 1024
# How far each layer looks to either side.
REACHES = (1, 2, 4, 8, 1)
# Runs of letters of these lengths are looked at, so many of a word at most, under so many numbers.
SHORTEST, LONGEST, MOST_RUNS, BUCKETS = 3, 4, 24, 6000
MANY = 8192


def runs_of(word: str) -> list[int]:
    """Return the numbers of a word's runs of letters, from 1 on; of a sign or number its own."""
    if not word.isalpha():
        return [_bucket(word)]
    padded = f"_{word}_"
    runs = [
        padded[at : at + size]
        for size in range(SHORTEST, LONGEST + 1)
        for at in range(len(padded) - size + 1)
    ]
    return [_bucket(run) for run in runs[:MOST_RUNS]]


def _bucket(run: str) -> int:
    return 1 + crc32(run.encode("utf-8", "surrogatepass")) % (BUCKETS - 1)


def exact(rows: Rows) -> Rows:
    """Round to whole 1,024ths: sums and products of such are the same on every machine."""
    return np.rint(rows * PARTS) / PARTS


class Net:
    """A net that was learned: what it knows by name, and its numbers."""

    def __init__(self, path: Path) -> None:
        """Name the files of a net: names (path.json), numbers (path.npz, whole 1,024ths).

        They are loaded when they are needed first.
        """
        self._path = path
        self.word = lru_cache(MANY)(self._word)

    @cached_property
    def of(self) -> dict[str, Rows]:
        """The numbers by name."""
        with np.load(self._path.with_suffix(".npz")) as numbers:
            return {name: numbers[name] / PARTS for name in numbers.files}

    @cached_property
    def _places(self) -> dict[str, int]:
        names = json.loads(self._path.with_suffix(".json").read_text("utf-8"))
        return {word: place for place, word in enumerate(names["words"])}

    def knows(self, plain: str) -> bool:
        """Return whether a word has numbers of its own."""
        return plain in self._places

    def _word(self, plain: str) -> Rows:
        """Return the numbers of one word."""
        row: Rows = self.of["runs"][runs_of(plain)].mean(0)
        place = self._places.get(plain)
        return exact(row if place is None else row + self.of["words"][place])

    def contexts(self, rows: Rows) -> Rows:
        """Return for each row of words what it means among the others."""
        of, (count, _) = self.of, rows.shape
        here = exact(np.maximum(rows @ of["in"] + of["in_bias"], 0))
        width = here.shape[1]
        for layer, reach in enumerate(REACHES):
            beside = np.zeros((count, 3 * width))
            beside[:, width : 2 * width] = here
            if count > reach:
                beside[reach:, :width] = here[:-reach]
                beside[:-reach, 2 * width :] = here[reach:]
            all_of_it = exact(here.mean(0)) @ of[f"all_{layer}"]
            more = beside @ of[f"beside_{layer}"] + of[f"bias_{layer}"] + all_of_it
            here = exact(here + np.maximum(more, 0))
            here = exact(here / np.sqrt(1 + (here * here).mean(1, keepdims=True)))
        return here


def whole(numbers: Any) -> NDArray[np.int16]:
    """Return numbers as they are kept: in whole 1,024ths."""
    kept: NDArray[np.int16] = np.clip(np.rint(np.asarray(numbers) * PARTS), -32768, 32767).astype(
        np.int16
    )
    return kept
