"""Who asks for no more texts is understood, in any dress; nobody else ever loses theirs."""

from pathlib import Path

import pytest

from app.conversations.intents import Intent, all_intents_of, intents_of

LINES = Path(__file__).with_name("stop_lines.txt")
LABELS = {"[opt-out]": True, "[never]": False}
LEAST_RECALL = 0.99
STOPS = {Intent.OPT_OUT, Intent.FORGET, Intent.WRONG_NUMBER, Intent.BEREAVEMENT}


def labelled(label: str) -> list[str]:
    """Return the lines of the file that stand under a label."""
    found, under = [], ""
    for line in LINES.read_text("utf-8").splitlines():
        head = line.split(" ")[0]
        if head in LABELS:
            under = head
        elif line and not line.startswith("# ") and under == label:
            found.append(line.replace("\\n", "\n"))
    return found


OPT_OUTS, NEVER = labelled("[opt-out]"), labelled("[never]")


def test_the_lines_are_many() -> None:
    assert len(OPT_OUTS) >= 200
    assert len(NEVER) >= 200
    assert not set(OPT_OUTS) & set(NEVER)


def test_who_asks_for_no_more_texts_is_understood() -> None:
    missed = [line for line in OPT_OUTS if Intent.OPT_OUT not in all_intents_of(line)]
    assert 1 - len(missed) / len(OPT_OUTS) >= LEAST_RECALL, missed


def test_nobody_else_ever_loses_their_texts() -> None:
    lost = [line for line in NEVER if STOPS & set(all_intents_of(line))]
    assert lost == []
