"""Learning where things that matter begin and end: a linear-chain conditional random field."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from pycrfsuite import Tagger, Trainer
from readings.learning.texts import Text

from app.conversations.likely.looking import BEGINS, BESIDES, GOES_ON, TAGS

LEARNT_BY = {"c1": 0.1, "c2": 0.1, "max_iterations": 100, "feature.minfreq": 2}


def tags_of(text: Text) -> list[str]:
    """Return the tag of each word by the labels of its conversation."""
    tags = []
    for word in text.words:
        tag = BESIDES
        for start, end in text.spans:
            if word.start < end and word.end > start:
                tag = BEGINS if word.start <= start else GOES_ON
        tags.append(tag)
    return tags


def learn_tagging(seen: Iterable[tuple[Sequence[Sequence[str]], Sequence[str]]]) -> dict[str, Any]:
    """Return the file of weights that follows these texts: what is looked at, and the tags."""
    trainer = Trainer(verbose=False)
    for looked_at, tags in seen:
        trainer.append(looked_at, tags)
    trainer.set_params(LEARNT_BY)
    with TemporaryDirectory() as folder:
        model = str(Path(folder) / "model")
        trainer.train(model)
        tagger = Tagger()
        tagger.open(model)
        told = tagger.info()
        tagger.close()
    weights: dict[str, list[int]] = {}
    for (sign, tag), weight in told.state_features.items():
        weights.setdefault(sign, [0, 0, 0])[TAGS.index(tag)] = round(weight * 100)
    steps = [[round(told.transitions.get((one, two), 0) * 100) for two in TAGS] for one in TAGS]
    kept = {sign: each for sign, each in sorted(weights.items()) if any(each)}
    return {"weights": kept, "steps": steps}
