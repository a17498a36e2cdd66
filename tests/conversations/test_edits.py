"""A later text changes what was answered, by place or by naming it, and nothing else."""

import pytest

from app.conversations.edit import Item
from app.conversations.edits import edits_of
from app.conversations.reading import read

LISTED = "1. gym 2. bloods 3. my nan"
EDITS = [
    ("change 2 to scans", ["gym", "scans", "my nan"]),
    ("2 should be scans not bloods", ["gym", "scans", "my nan"]),
    ("2 is wrong its bruises", ["gym", "bruises", "my nan"]),
    ("change 2 to scans cos they told me", ["gym", "scans", "my nan"]),
    ("change 4 to prom", ["gym", "bloods", "my nan", "prom"]),
    ("change 1 to judo and remove 3", ["judo", "bloods"]),
    ("get rid of 2 and put sick pay", ["gym", "sick pay", "my nan"]),
    ("swap 1 and 2 then drop 3", ["bloods", "gym"]),
    ("drop the bloods one", ["gym", "my nan"]),
    ("take out the bloods bit, had them", ["gym", "my nan"]),
    ("remove the one about bloods pls", ["gym", "my nan"]),
    ("not 2 anymore its sorted", ["gym", "my nan"]),
    ("dont bother with the gym one", ["bloods", "my nan"]),
    ("only 1 and 3", ["gym", "my nan"]),
    ("no wait just gym and bloods", ["gym", "bloods"]),
    ("just keep 2", ["bloods"]),
    ("actually make it just my seizures", ["my seizures"]),
    ("add feeling faint", ["gym", "bloods", "my nan", "feeling faint"]),
    ("add feeling faint at the top", ["feeling faint", "gym", "bloods", "my nan"]),
    ("i forgot the main one! fainting", ["fainting", "gym", "bloods", "my nan"]),
    ("move gym to the end", ["bloods", "my nan", "gym"]),
    ("put my nan first", ["my nan", "gym", "bloods"]),
    ("bloods is the main one", ["bloods", "gym", "my nan"]),
    ("order should be 3,1,2", ["my nan", "gym", "bloods"]),
    ("oops blood", ["gym", "blood", "my nan"]),
    ("*bloods at night", ["gym", "bloods at night", "my nan"]),
    ("i meant bloodss lol", ["gym", "bloodss", "my nan"]),
    ("no bloods, bone scan", ["gym", "bone scan", "my nan"]),
    ("no leave it as it is", ["gym", "bloods", "my nan"]),
    ("leave it as it is", ["gym", "bloods", "my nan"]),
    ("scrap that. its judo and prom", ["judo", "prom"]),
    ("ignore that first message my mate took my phone. 1 judo 2 prom", ["judo", "prom"]),
]
NO_EDITS = [
    "it makes me lose weight",
    "how do i stop being sick",
    "they ignore what i say",
    "what can make 2 of my fingers go white",
    "no wait i cant come",
    "mum says i should drop football",
]


@pytest.mark.parametrize(("text", "wanted"), EDITS)
def test_a_later_text_changes_the_list(text: str, wanted: list[str]) -> None:
    assert [each.text for each in read([LISTED, text]).priorities] == wanted


@pytest.mark.parametrize("text", NO_EDITS)
def test_what_only_sounds_like_a_change_changes_nothing(text: str) -> None:
    assert edits_of(text, [Item("gym", 1), Item("weight", 2), Item("being sick", 3)]) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1 knees no wait 1 hips 2 uni 3 rent", ["hips", "uni", "rent"]),
        ("my elbow no i mean my wrist, and typing", ["my wrist", "typing"]),
        ("hips, stairs, scrap hips, lifts", ["stairs", "lifts"]),
        ("cream, baths, cats. most important is cats", ["cats", "cream", "baths"]),
        ("1. hair 2. weight no actually lumps 3. prom", ["hair", "lumps", "prom"]),
    ],
)
def test_a_list_is_changed_before_it_is_sent(text: str, wanted: list[str]) -> None:
    assert [each.text for each in read([text]).priorities] == wanted


def test_two_things_said_in_one_are_not_lost_by_naming_one_of_them() -> None:
    said = read(["my very sore shoulder and money at home", "change money to rent"]).priorities
    assert any("sore shoulder" in each.text for each in said)


def test_taking_off_one_side_of_what_was_not_parted_takes_the_other_with_it_never() -> None:
    said = read(["pains in my hips and knees at night", "drop the knees one"]).priorities
    assert any("hips" in each.text for each in said)


def test_of_several_taken_off_the_grave_one_stays_and_no_other_goes_for_it() -> None:
    said = [each.text for each in read(["1 hip 2 work 3 money", "just 1 actually"]).priorities]
    assert said == ["hip", "money"]
