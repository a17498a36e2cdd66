"""Who asks for no more texts is understood, in any dress; nobody else ever loses theirs."""

from pathlib import Path

import pytest

from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of

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


FORMS = {
    Intent.OPT_OUT: [
        *("STOP", "stop", "Stop", " Stop. ", "STOP!", "stop...", "ＳＴＯＰ", "ｓｔｏｐ", "𝐒𝐓𝐎𝐏"),
        *(
            "S T O P",
            "S.T.O.P",
            "s\u200bt\u200bo\u200bp",
            "STOP\u00a0",
            "\ufeffSTOP",
            "stop🛑",
            "🛑",
        ),
        *("STOP 🙏", "STOPALL", "stop all", "Stopall.", "stop pls", "STOP PLEASE", "STOPIO"),
        *("stopiwch", "stpo", "stoppp", "UNSUBSCRIBE", "unsubscribe me", "\nSTOP\n"),
    ],
    Intent.WHICH: [
        *("CANCEL", "cancel", " Cancel. ", "ＣＡＮＣＥＬ", "cancel pls", "END", "End!", "QUIT"),
    ],
    Intent.ACKNOWLEDGEMENT: ["YES", "yes", " Yes. ", "ＹＥＳ", "Yes!", "yes pls"],
    Intent.HELP: [
        *("HELP", "help", " Help. ", "ＨＥＬＰ", "HELP!", "🆘", "help me", "INFO", "info", "Info?"),
    ],
    Intent.OPT_IN: ["START", "start", " Start. ", "ＳＴＡＲＴ", "start pls", "UNSTOP"],
}


@pytest.mark.parametrize(
    ("intent", "text"), [(intent, text) for intent, texts in FORMS.items() for text in texts]
)
def test_fault_47_each_word_is_understood_in_each_of_its_forms(intent: Intent, text: str) -> None:
    about_texts = {*FORMS, *STOPS} & set(all_intents_of(text))
    assert about_texts == {intent}


def test_fault_47_the_forms_are_many() -> None:
    assert sum(len(texts) for texts in FORMS.values()) >= 40
