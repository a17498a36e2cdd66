"""Learning what is likely a concern, from labelled texts by several hands: make weights.

`strangers.jsonl` is never learned from. What the readings hold is ordinary: their guide keeps
concerns out of it.
"""

import json
from collections.abc import Iterator, Sequence
from math import sqrt
from pathlib import Path

import numpy as np
from learning_nets import write
from readings.score import labelled as conversations
from readings.score import learnt as learnt_readings
from safeguarding.learning_net import Seen, learn_concerns
from safeguarding.score import HERE, labelled
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from app.safeguarding import likely
from app.safeguarding.likely import clauses_of, signs_between
from app.safeguarding.likely_net import plain_of
from app.safeguarding.phrases import concerns_in
from app.safeguarding.words import BREAK, words_of
from app.weighing import signs_of

Example = tuple[list[str], int, float]
# How much a text counts: by other hands, by the hand that wrote the phrases, from the readings.
STRANGER, OWN, ORDINARY, CLAUSE = 1.5, 1.0, 0.5, 0.3
CLOSELY, OFTEN, WORTH, MISSED_COUNTS = 20.0, 2, 0.15, 3
SAME_DAY = (1, 2)
TUNED = "tuned.jsonl"


def main() -> None:
    """Learn, and write the file of weights."""
    examples = [*_labelled(), *_ordinary()]
    vectorizer = DictVectorizer(dtype=np.float32)
    seen = csr_matrix(vectorizer.fit_transform([_signs(plain) for plain, _, _ in examples]))
    seen.indices, seen.indptr = seen.indices.astype(np.int32), seen.indptr.astype(np.int32)
    often = np.flatnonzero(np.asarray((seen > 0).sum(0)).ravel() >= OFTEN)
    seen, names = seen[:, often], vectorizer.get_feature_names_out()[often]
    tiers = np.array([tier for _, tier, _ in examples])
    counts = np.array([count for _, _, count in examples])
    start, weights = [], np.zeros((2, len(often)), np.int32)
    for place, says in enumerate((tiers == 1, np.isin(tiers, SAME_DAY))):
        model = LogisticRegression(
            C=CLOSELY,
            solver="liblinear",
            tol=1e-2,
            random_state=0,
            class_weight={0: 1, 1: MISSED_COUNTS},
        ).fit(seen, says, sample_weight=counts)
        start.append(round(float(model.intercept_[0]) * 100))
        worth = np.where(np.abs(model.coef_[0]) >= WORTH, model.coef_[0], 0)
        weights[place] = np.rint(worth * 100)
    kept = {
        str(names[sign]): [int(column[0]), int(column[1])]
        for sign, column in enumerate(weights.T)
        if column.any()
    }
    text = json.dumps(
        {"start": start, "weights": kept},
        ensure_ascii=False,
        separators=(",", ":"),
        sort_keys=True,
    )
    Path(likely.__file__).with_name("likely.json").write_text(text + "\n", "utf-8")
    print(f"likely.json: {len(kept)} signs, {len(text) // 1000} kB", flush=True)
    write(Path(likely.__file__).with_name("likely_net"), *learn_concerns(list(_conversations())))


def _labelled() -> Iterator[Example]:
    for name in _files():
        counts = OWN if name == TUNED else STRANGER
        for each in labelled(name):
            tier = each.tier if each.tier in SAME_DAY else 0
            texts = each.texts if tier == 0 else [_said_in(each.texts)]
            yield from _examples(texts, tier, counts)


def _conversations() -> Iterator[Seen]:
    """Yield all conversations as the net sees them: the words of all texts, parted by breaks."""
    for name in _files():
        counts = OWN if name == TUNED else STRANGER
        for each in labelled(name):
            at_once, soon = each.tier == 1, each.tier in SAME_DAY
            counted = counts * (MISSED_COUNTS if soon else 1)
            yield Seen(_plain(each.texts), at_once, soon, counted)
    for name in learnt_readings():
        for one in conversations(name):
            yield Seen(_plain(one.texts), at_once=False, soon=False, counts=ORDINARY)


def _plain(texts: Sequence[str]) -> list[str]:
    return plain_of([words_of(text) for text in texts])


def _files() -> list[str]:
    return [*sorted(f"learnt/{path.name}" for path in (HERE / "learnt").glob("*.jsonl")), TUNED]


def _said_in(texts: Sequence[str]) -> str:
    """Return the one of several texts that must come forward: what a phrase finds, or the last."""
    found = (text for text in texts if concerns_in([text]).tier in SAME_DAY)
    return next(found, texts[-1])


def _ordinary() -> Iterator[Example]:
    for name in learnt_readings():
        for each in conversations(name):
            yield from _examples(each.texts, 0, ORDINARY)


def _examples(texts: Sequence[str], tier: int, counts: float) -> Iterator[Example]:
    for text in texts:
        words = words_of(text)
        plain = [word.plain for word in words if word.plain != BREAK]
        if plain:
            yield plain, tier, counts
        parts = list(clauses_of(words)) if tier == 0 else []
        if len(parts) > 1:
            yield from (([word.plain for word in part], 0, counts * CLAUSE) for part in parts)


def _signs(plain: Sequence[str]) -> dict[str, float]:
    found = [sign for word in dict.fromkeys(plain) for sign in signs_of(word)]
    found += signs_between(plain)
    share = 1 / sqrt(len(found))
    counted: dict[str, float] = {}
    for each in found:
        counted[each] = counted.get(each, 0.0) + share
    return counted


if __name__ == "__main__":
    main()
