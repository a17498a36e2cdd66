"""Where a parent or carer writes, their own points stand apart from those they pass on."""

import pytest

from app.conversations.reading import read

WRITTEN_FOR = [
    (
        [
            "This is Jay's mum, he's on a school trip. He'd like to talk about his inhaler and I"
            " want to ask about holidays"
        ],
        ["his inhaler"],
        ["holidays"],
    ),
    (["its mums phone. He wants to talk about PE. I'd like to ask about his sleep"], ["PE"],
     ["his sleep"]),
    (["Dad here. Ella: hockey. Me: her inhaler"], ["hockey"], ["her inhaler"]),
    (["Hi its Noahs nan", "he says football and maths", "from me: his appetite"],
     ["football", "maths"], ["his appetite"]),
    (["its kians mum. his chest"], [], ["his chest"]),
    (["My daughter asked me to send: sleep, friends, exams"], ["sleep", "friends", "exams"], []),
]  # fmt: skip


@pytest.mark.parametrize(("texts", "theirs", "carers"), WRITTEN_FOR)
def test_whose_point_it_is_is_told(texts: list[str], theirs: list[str], carers: list[str]) -> None:
    said = read(texts).priorities
    assert [each.text for each in said if each.told_by == ""] == theirs
    assert [each.text for each in said if each.told_by == "carer"] == carers


def test_the_young_persons_points_stand_first() -> None:
    said = read(["its Zoes mum. I want to ask about weight. She says school"]).priorities
    assert [each.told_by for each in said] == ["", "carer"]


def test_nobody_is_a_carer_who_does_not_say_so() -> None:
    assert not any(
        each.told_by for each in read(["i want to ask about school", "sleep"]).priorities
    )


def test_what_the_young_person_texted_before_is_theirs() -> None:
    said = read(["meds and college", "its her mum, i also want to ask about her mood"]).priorities
    assert [(each.text, each.told_by) for each in said] == [
        ("meds", ""), ("college", ""), ("her mood", "carer"),
    ]  # fmt: skip
