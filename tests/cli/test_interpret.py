"""whatmatters interpret: how replies are read, for whoever wants to know, and nothing is kept."""

import json

from click.testing import CliRunner, Result

from app.cli.main import main


def interpret(*lines: str) -> Result:
    return CliRunner().invoke(main, ["interpret"], input="".join(f"{line}\n" for line in lines))


def test_each_conversation_is_one_line_of_what_matters_and_what_is_said_besides() -> None:
    told = interpret(
        json.dumps({"texts": ["1. sleep 2. school", "change 2 to gym", "thanks"]}),
        "",
        json.dumps({"texts": ["STOP"], "language": "en"}),
    )
    assert told.exit_code == 0
    first, second = (json.loads(line) for line in told.output.splitlines())
    assert first["priorities"] == ["sleep", "gym"]
    assert (first["intents"], first["confidence"], first["language"]) == (["thanks"], "high", "en")
    assert first["pieces"][1] == {
        "text": "gym",
        "reply": 1,
        "start": 12,
        "end": 15,
        "rule": "changed",
    }
    assert (second["priorities"], second["intents"]) == ([], ["opt_out"])


def test_what_a_person_must_look_at_is_told_and_nothing_is_called_safe() -> None:
    tiers = [
        json.loads(interpret(json.dumps({"texts": texts})).output)["concern"]
        for texts in (
            ["help i cant breathe"],
            ["1 hair 2 hba1c 3 sometimes i wanna disappear"],
            ["stepdad hits me when i dont take them"],
            ["sleep, school"],
        )
    ]
    assert tiers == [1, 1, 2, 0]


def test_lone_surrogates_and_nothing_at_all_come_through() -> None:
    told = interpret('{"texts": ["sleep \\ud83d, school", ""]}', '{"texts": []}')
    assert told.exit_code == 0
    first, second = (json.loads(line) for line in told.output.splitlines())
    assert len(first["priorities"]) == 2
    assert second["priorities"] == []


def test_a_line_of_another_form_is_refused_with_its_number() -> None:
    for line in ('{"texts": "sleep"}', '{"texts": [1]}', "sleep", '{"text": ["sleep"]}', "[1]"):
        told = interpret(json.dumps({"texts": ["sleep"]}), line)
        assert told.exit_code != 0
        assert "Line 2 is not of the form" in told.output
