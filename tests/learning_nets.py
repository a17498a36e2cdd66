"""Learning small nets (app/nets.py): the same sums as there, made to follow examples."""

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import optax

from app.nets import BUCKETS, MOST_RUNS, REACHES, runs_of, whole

Numbers = dict[str, Any]
WORD, WIDTH = 64, 96
# A word is known by itself if it occurs so often; some are taken for unknown, so that runs count.
OFTEN, TAKEN_FOR_UNKNOWN = 2, 0.05
LEFT_OUT, LEFT_OUT_AT_FIRST = 0.3, 0.15
AT_ONCE, STEEPEST, SHRINKS, FOLLOWS = 64, 3e-3, 1e-2, 0.998
SIZES = (8, 12, 16, 24, 32, 48, 64, 96, 128, 160)
LONGEST = SIZES[-1]


def known_words(words: Iterable[str]) -> list[str]:
    """Return the words that occur often enough, the most frequent first."""
    return [word for word, count in Counter(words).most_common() if count >= OFTEN]


def word_numbers(words: Sequence[str], places: dict[str, int], many: int) -> dict[str, np.ndarray]:
    """Return numbers for words: its own (from 1 on, 0 for none), and those of its runs."""
    own = np.zeros(many, np.int32)
    runs = np.zeros((many, MOST_RUNS), np.int32)
    for place, word in enumerate(words):
        if not word:
            continue
        own[place] = places.get(word, -1) + 1
        found = runs_of(word)
        runs[place, : len(found)] = found
    return {"own": own, "runs": runs}


def init(key: Any, words: int, beside: int, **more: tuple[int, ...]) -> Numbers:
    """Return a net's numbers to begin with; `beside` counts what is told of a word besides."""
    shapes = {
        "in": (WORD + beside, WIDTH),
        **{f"beside_{layer}": (3 * WIDTH, WIDTH) for layer in range(len(REACHES))},
        **{f"all_{layer}": (WIDTH, WIDTH) for layer in range(len(REACHES))},
        **more,
    }
    keys = iter(jax.random.split(key, len(shapes) + 2))
    numbers: Numbers = {
        "words": 0.1 * jax.random.normal(next(keys), (words, WORD)),
        "runs": 0.1 * jax.random.normal(next(keys), (BUCKETS, WORD)),
        "in_bias": jnp.zeros(WIDTH),
    }
    for name, shape in shapes.items():
        numbers[name] = jax.random.normal(next(keys), shape) / np.sqrt(shape[0])
    return numbers | {f"bias_{layer}": jnp.zeros(WIDTH) for layer in range(len(REACHES))}


def vectors(of: Numbers, seen: Numbers) -> Any:
    """Return the numbers of words: [text, place, WORD]."""
    many = jnp.maximum(1, (seen["runs"] > 0).sum(-1, keepdims=True))
    runs = (of["runs"][seen["runs"]] * (seen["runs"] > 0)[..., None]).sum(2) / many
    own = of["words"][jnp.maximum(0, seen["own"] - 1)] * (seen["own"] > 0)[..., None]
    return runs + own


def contexts(of: Numbers, rows: Any, there: Any, key: Any = None) -> Any:
    """Return what each word means among the others, as app.nets.Net.contexts does.

    `there` is 1 where there is a word; with a key some is left out, as is done while learning.
    """
    keys = iter(jax.random.split(key, len(REACHES) + 2)) if key is not None else None
    rows = _some(rows, keys, LEFT_OUT_AT_FIRST)
    there = there[..., None]
    here = jax.nn.relu(rows @ of["in"] + of["in_bias"]) * there
    for layer, reach in enumerate(REACHES):
        seen = _some(here, keys, LEFT_OUT)
        wide = jnp.pad(seen, ((0, 0), (reach, reach), (0, 0)))
        beside = jnp.concatenate([wide[:, : -2 * reach], seen, wide[:, 2 * reach :]], -1)
        mean = (seen * there).sum(1, keepdims=True) / jnp.maximum(1, there.sum(1, keepdims=True))
        more = beside @ of[f"beside_{layer}"] + of[f"bias_{layer}"] + mean @ of[f"all_{layer}"]
        here = (here + jax.nn.relu(more)) * there
        here = here / jnp.sqrt(1 + (here**2).mean(-1, keepdims=True))
    return _some(here, keys, LEFT_OUT)


def _some(rows: Any, keys: Iterator[Any] | None, share: float) -> Any:
    if keys is None:
        return rows
    kept = jax.random.bernoulli(next(keys), 1 - share, rows.shape)
    return jnp.where(kept, rows / (1 - share), 0)


def size_for(length: int) -> int:
    """Return the least of a few sizes that a text of so many words fits in."""
    return next(size for size in SIZES if length <= size)


def learn(
    numbers: Numbers,
    loss: Callable[..., Any],
    lengths: Sequence[int],
    batch: Callable[[Sequence[int], int], Numbers],
    rounds: int,
) -> Numbers:
    """Return numbers that follow the examples: Adam, one rise and fall, and the mean of the way.

    `batch` makes arrays of some examples, padded to a size; `loss` says how far off numbers are.
    """
    chance = np.random.default_rng(0)
    steps = rounds * (len(lengths) // AT_ONCE)
    way = optax.chain(
        optax.clip_by_global_norm(1.0),
        optax.adamw(optax.cosine_onecycle_schedule(steps, STEEPEST), weight_decay=SHRINKS),
    )
    state, mean, key = way.init(numbers), numbers, jax.random.PRNGKey(1)

    def step(now: Numbers, mean: Numbers, state: Any, seen: Numbers, key: Any) -> Any:
        off, slope = jax.value_and_grad(loss)(now, seen, key)
        change, state = way.update(slope, state, now)
        now = optax.apply_updates(now, change)
        mean = jax.tree.map(lambda one, two: FOLLOWS * one + (1 - FOLLOWS) * two, mean, now)
        return now, mean, state, off

    quick = jax.jit(step)
    for each in range(rounds):
        offs = []
        for some in _parted(lengths, chance):
            seen = batch(some, size_for(max(lengths[place] for place in some)))
            hidden = chance.random(seen["own"].shape) < TAKEN_FOR_UNKNOWN
            seen["own"] = np.where(hidden, 0, seen["own"])
            key, now = jax.random.split(key)
            numbers, mean, state, off = quick(numbers, mean, state, seen, now)
            offs.append(float(off))
        print(f"round {each + 1} of {rounds}: {np.mean(offs):.4f}", flush=True)
    return mean


def _parted(lengths: Sequence[int], chance: np.random.Generator) -> list[list[int]]:
    """Part examples into batches of like length, in another order each time."""
    order = np.argsort(np.array(lengths) + chance.uniform(0, 4, len(lengths)))
    whole_ones = len(order) - len(order) % AT_ONCE
    parts = order[:whole_ones].reshape(-1, AT_ONCE)
    chance.shuffle(parts)
    return [list(map(int, part)) for part in parts]


def write(path: Path, numbers: Numbers, named: dict[str, Any]) -> None:
    """Write a net's names (path.json) and numbers (path.npz)."""
    text = json.dumps(named, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    path.with_suffix(".json").write_text(text + "\n", "utf-8")
    kept: dict[str, Any] = {name: whole(each) for name, each in numbers.items()}
    np.savez_compressed(path.with_suffix(".npz"), **kept)
    print(f"{path.name}: {path.with_suffix('.npz').stat().st_size // 1000} kB", flush=True)
