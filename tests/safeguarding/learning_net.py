"""Learning what is likely a concern by a net that sees the words of all texts together."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import jax
import jax.numpy as jnp
import learning_nets as nets
import numpy as np
import optax

ROUNDS, DENSE = 8, 48
NEVER = -1e4
Numbers = nets.Numbers


@dataclass(frozen=True)
class Seen:
    """The words of one conversation, whether to look at once and soon, and how much it counts."""

    words: Sequence[str]
    at_once: bool
    soon: bool
    counts: float


def learn_concerns(seen: Sequence[Seen]) -> tuple[Numbers, dict[str, Any]]:
    """Return the numbers and the names of the net that follows these conversations."""
    seen = [each for each in seen if 0 < len(each.words) <= nets.LONGEST]
    words = nets.known_words(word for each in seen for word in each.words)
    numbers = nets.init(
        jax.random.PRNGKey(0),
        len(words),
        0,
        late=(2 * nets.WIDTH, DENSE),
        out=(DENSE, 2),
    )
    numbers |= {"late_bias": jnp.zeros(DENSE), "out_bias": jnp.zeros(2)}
    places = {word: place for place, word in enumerate(words)}
    batch = _batch(seen, places)
    learnt = nets.learn(numbers, _off, [len(each.words) for each in seen], batch, ROUNDS)
    return learnt, {"words": words}


def _batch(seen: Sequence[Seen], places: dict[str, int]) -> Any:
    def batch(some: Sequence[int], size: int) -> Numbers:
        rows = [nets.word_numbers(seen[place].words, places, size) for place in some]
        there = np.zeros((len(some), size), np.float32)
        for row, place in enumerate(some):
            there[row, : len(seen[place].words)] = 1
        return {
            "own": np.stack([row["own"] for row in rows]),
            "runs": np.stack([row["runs"] for row in rows]),
            "there": there,
            "says": np.array([[seen[p].at_once, seen[p].soon] for p in some], np.float32),
            "counts": np.array([seen[place].counts for place in some], np.float32),
        }

    return batch


def _off(of: Numbers, seen: Numbers, key: Any) -> Any:
    """Return how unlikely the labels are."""
    context = nets.contexts(of, nets.vectors(of, seen), seen["there"], key)
    there = seen["there"][..., None]
    most = jnp.where(there > 0, context, NEVER).max(1)
    mean = (context * there).sum(1) / there.sum(1)
    late = jax.nn.relu(jnp.concatenate([most, mean], -1) @ of["late"] + of["late_bias"])
    sums = late @ of["out"] + of["out_bias"]
    off = optax.sigmoid_binary_cross_entropy(sums, seen["says"]).sum(-1)
    return (off * seen["counts"]).sum() / seen["counts"].sum()
