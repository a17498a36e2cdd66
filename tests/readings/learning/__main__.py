"""Learn the weights of reading from every labelled conversation but those held out.

Where things begin is learned from what is likely said, as it is told of texts that were not learned
from: the examples are parted in three, and each part is judged by the other two.
"""

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from readings.learning.saying import Example, examples_of, learn_saying
from readings.learning.tagging import learn_tagging, tags_of
from readings.learning.texts import Text, texts_of
from readings.score import labelled
from readings.score import learnt as learnt_from

from app.conversations.likely import looking, saying
from app.conversations.likely.settling import noted
from app.weighing import HUNDREDTHS, Weights

PARTS = 3
INTO = Path(saying.__file__).parent
# Of conversations that tell of one thing besides there are many; of lists and threads fewer.
MOSTLY_LISTS, AS_OFTEN = "threads", 3


def main() -> None:
    """Learn, and write both files of weights."""
    known = [(name, texts) for name in learnt_from() for texts in _read(name) if texts]
    told = [[examples_of(texts) for _, texts in part] for part in _parted(known)]
    seen = []
    for place, part in enumerate(_parted(known)):
        others = [each for other in range(PARTS) if other != place for each in told[other]]
        with judging_by(learn_saying(_flat(others))):
            seen += [(name, _looked_at(text)) for name, texts in part for text in texts]
        print(f"part {place + 1} of {PARTS} judged", flush=True)
    said = learn_saying(_flat([each for part in told for each in part]))
    _write("saying.json", said)
    _write(
        "tagging.json",
        learn_tagging(
            each for name, each in seen for _ in range(AS_OFTEN if MOSTLY_LISTS in name else 1)
        ),
    )


def _read(name: str) -> Iterator[list[Text] | None]:
    return (texts_of(each) for each in labelled(name))


def _parted(known: Sequence[tuple[str, list[Text]]]) -> list[list[tuple[str, list[Text]]]]:
    return [list(known[place::PARTS]) for place in range(PARTS)]


def _flat(examples: Sequence[Sequence[Example]]) -> list[Example]:
    return [each for some in examples for each in some]


def _looked_at(text: Text) -> tuple[list[list[str]], list[str]]:
    likely = looking.likely_of(text.words, noted(text.by_rules))
    return looking.looked_at(text.words, text.by_rules, likely), tags_of(text)


@contextmanager
def judging_by(weights: dict[str, Any]) -> Iterator[None]:
    """Judge by these weights for as long as this lasts."""
    start = [each / HUNDREDTHS for each in weights["start"]]
    learnt = saying.spoken(Weights(start, weights["weights"]))
    with patch.object(saying, "learnt", lambda: learnt):
        saying.forget()
        try:
            yield
        finally:
            saying.forget()


def _write(name: str, weights: dict[str, Any]) -> None:
    text = json.dumps(weights, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    (INTO / name).write_text(text + "\n", "utf-8")
    print(f"{name}: {len(weights['weights'])} signs, {len(text) // 1000} kB", flush=True)


if __name__ == "__main__":
    main()
