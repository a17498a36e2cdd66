"""Small nets: every machine comes to the same numbers, and no word is without any."""

import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.nets import BUCKETS, MOST_RUNS, PARTS, REACHES, Net, Rows, exact, runs_of, whole

WORD, WIDTH = 4, 3


@pytest.fixture(scope="module")
def net(tmp_path_factory: pytest.TempPathFactory) -> Net:
    path: Path = tmp_path_factory.mktemp("net") / "small"
    chance = np.random.default_rng(3)
    shapes = {
        "words": (2, WORD),
        "runs": (BUCKETS, WORD),
        "in": (WORD, WIDTH),
        "in_bias": (WIDTH,),
        **{f"beside_{layer}": (3 * WIDTH, WIDTH) for layer in range(len(REACHES))},
        **{f"all_{layer}": (WIDTH, WIDTH) for layer in range(len(REACHES))},
        **{f"bias_{layer}": (WIDTH,) for layer in range(len(REACHES))},
    }
    numbers = {name: whole(chance.normal(size=shape)) for name, shape in shapes.items()}
    path.with_suffix(".json").write_text(json.dumps({"words": ["sleep", "school"]}), "utf-8")
    np.savez_compressed(path.with_suffix(".npz"), **numbers)  # type: ignore[arg-type]
    return Net(path)


def _slowly(net: Net, rows: Rows) -> Rows:
    """Work contexts out word by word, as the words of app/nets.py say it."""
    of = net.of
    here = [np.maximum(row @ of["in"] + of["in_bias"], 0) for row in rows]
    here = [np.rint(each * PARTS) / PARTS for each in here]
    for layer, reach in enumerate(REACHES):
        mean = np.rint(sum(here) / len(here) * PARTS) / PARTS
        after = []
        for place, each in enumerate(here):
            nothing = np.zeros(WIDTH)
            before = here[place - reach] if place >= reach else nothing
            behind = here[place + reach] if place + reach < len(here) else nothing
            beside = np.concatenate([before, each, behind])
            more = beside @ of[f"beside_{layer}"] + of[f"bias_{layer}"] + mean @ of[f"all_{layer}"]
            now = np.rint((each + np.maximum(more, 0)) * PARTS) / PARTS
            now = now / np.sqrt(1 + (now * now).mean())
            after.append(np.rint(now * PARTS) / PARTS)
        here = after
    return np.stack(here)


@given(st.lists(st.text(max_size=12), min_size=1, max_size=20))
def test_what_words_mean_among_others_is_worked_out_as_it_is_told(
    net: Net, words: list[str]
) -> None:
    rows = np.stack([net.word(word) for word in words])
    found = net.contexts(rows)
    assert np.array_equal(found, _slowly(net, rows))
    assert np.array_equal(found, exact(found))


@given(st.text(max_size=60))
def test_every_word_has_runs_of_letters_and_no_more_than_are_kept(word: str) -> None:
    runs = runs_of(word)
    assert 1 <= len(runs) <= MOST_RUNS
    assert all(0 < run < BUCKETS for run in runs)


def test_a_word_it_knows_is_more_than_its_letters(net: Net) -> None:
    assert net.knows("sleep")
    assert not net.knows("slep")
    letters = exact(net.of["runs"][runs_of("sleep")].mean(0))
    assert not np.array_equal(net.word("sleep"), letters)


def test_numbers_are_kept_whole_and_within_sixteen_bits() -> None:
    assert whole([0.5, -1.0, 1000.0, -1000.0]).tolist() == [512, -1024, 32767, -32768]
