"""How likely a conversation is a concern by a net that sees all its words (pure but for its files).

It knows less of single words than the weights beside it (likely.py), and more of what stands
together: who is meant, whether it is over, how one clause bears on the next.
"""

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from app.nets import Net, exact
from app.safeguarding.words import BREAK, Word
from app.weighing import FAR

# So many of the last words are looked at: more than any young person texts in one go.
MOST_WORDS = 400

net = Net(Path(__file__).with_name("likely_net"))


def plain_of(heard: Sequence[Sequence[Word]]) -> list[str]:
    """Return the words of all texts, in their usual spelling, with a break between two texts."""
    found: list[str] = []
    for words in heard:
        found += [BREAK] * bool(found)
        found += (word.plain for word in words)
    return found


def share_known(plain: Sequence[str]) -> float:
    """Return the part of words that the net has seen often enough to judge by."""
    words = [word for word in plain if word != BREAK]
    return sum(map(net.knows, words)) / len(words) if words else 0.0


def weighed_by_net(plain: Sequence[str]) -> tuple[float, float]:
    """Return what speaks for looking at once, and the same day: log odds, 0 is as likely as not."""
    if not plain:
        return -FAR, -FAR
    contexts = net.contexts(np.stack([net.word(word) for word in plain[-MOST_WORDS:]]))
    pooled = np.concatenate([contexts.max(0), exact(contexts.mean(0))])
    late = exact(np.maximum(pooled @ net.of["late"] + net.of["late_bias"], 0))
    at_once, soon = (late @ net.of["out"] + net.of["out_bias"]).tolist()
    return at_once, soon
