"""Learning what a stretch says: logistic regression, one against all, on labelled texts."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Any

import numpy as np
from readings.learning.texts import Text
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from app.conversations.likely.looking import stretches
from app.conversations.likely.saying import LABELS, MATTERS, NEVER_LEARNT, signs
from app.conversations.likely.settling import noted
from app.conversations.likely.words import Word

# How closely the examples are followed, how often a sign must occur, what a weight must be worth.
CLOSELY, OFTEN, WORTH = 20.0, 2, 0.25
UNHEARD_OF, FEWEST = -6.0, 5
HALF = 0.5


@dataclass(frozen=True)
class Example:
    """A whole text or one stretch of it, what it says, and how much it counts."""

    words: Sequence[Word]
    noted: Sequence[str]
    says: frozenset[str]
    counts: float = 1.0


def examples_of(texts: Sequence[Text]) -> list[Example]:
    """Return what can be learned from one conversation, where its labels leave no doubt."""
    blank = [each for each in texts if not each.spans]
    found: list[Example] = []
    for each in texts:
        says = _says(each, blank)
        if says is not None:
            whole = says | ({MATTERS} if each.spans else set())
            found.append(Example(each.words, noted(each.by_rules), frozenset(whole)))
        found += _stretches_of(each, says)
    return found


def _says(text: Text, blank: Sequence[Text]) -> set[str] | None:
    """Return the intents that one text says; None if they may be another's."""
    intents = set(text.of.intents) - {each.value for each in NEVER_LEARNT}
    only_one = not text.spans and len(blank) == 1 and len(intents) == 1
    return intents if text.is_alone or not intents or only_one else None


def _stretches_of(text: Text, says: set[str] | None) -> list[Example]:
    parts = [text.words[first:last] for first, last in stretches(text.words)]
    if len(parts) < 2:
        return []
    matter = [_holds(part, text.spans) for part in parts]
    others = [part for part, holds in zip(parts, matter, strict=True) if not holds and _tells(part)]
    found = []
    for part, holds in zip(parts, matter, strict=True):
        if not any(word.plain.isalnum() for word in part):
            continue
        if holds:
            found.append(Example(part, (), frozenset({MATTERS}), HALF))
        elif says is not None and (not says or (len(others) == 1 and len(says) == 1)):
            found.append(Example(part, (), frozenset(says), HALF))
    return found


def _holds(part: Sequence[Word], spans: Sequence[tuple[int, int]]) -> bool:
    return any(start < part[-1].end and end > part[0].start for start, end in spans)


def _tells(part: Sequence[Word]) -> bool:
    return any(word.plain.isalnum() and len(word.plain) > 1 for word in part)


def learn_saying(examples: Sequence[Example]) -> dict[str, Any]:
    """Return the file of weights that follows these examples."""
    vectorizer = DictVectorizer(dtype=np.float32)
    seen = csr_matrix(vectorizer.fit_transform([_signs_of(each) for each in examples]))
    often = np.flatnonzero(np.asarray((seen > 0).sum(0)).ravel() >= OFTEN)
    seen, names = seen[:, often], vectorizer.get_feature_names_out()[often]
    counts = np.array([each.counts for each in examples])
    start, weights = [], np.zeros((len(LABELS), len(often)), np.int32)
    for place, label in enumerate(LABELS):
        says = np.array([label in each.says for each in examples])
        if says.sum() < FEWEST:
            start.append(UNHEARD_OF)
            continue
        model = LogisticRegression(
            C=CLOSELY,
            solver="liblinear",
            tol=1e-2,
            random_state=0,
            class_weight={0: 1, 1: 1 if label == MATTERS else 2},
        ).fit(seen, says, sample_weight=counts)
        start.append(float(model.intercept_[0]))
        worth = np.where(np.abs(model.coef_[0]) >= WORTH, model.coef_[0], 0)
        weights[place] = np.rint(worth * 100)
    kept = {
        str(names[sign]): [
            int(each) for label in np.flatnonzero(column) for each in (label, column[label])
        ]
        for sign, column in enumerate(weights.T)
        if column.any()
    }
    return {"labels": LABELS, "start": [round(each * 100) for each in start], "weights": kept}


def _signs_of(example: Example) -> dict[str, float]:
    found = signs(example.words)
    share = 1 / sqrt(len(found))
    counted: dict[str, float] = {}
    for each in found:
        counted[each] = counted.get(each, 0.0) + share
    return counted | {f"r{each}": HALF for each in example.noted}
