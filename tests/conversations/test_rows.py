"""Replies as they come, one row each: how many priorities, in which words, and what else is said.

Which of them must not wait for the clinic is judged apart from the reading.
"""

import pytest

from app.conversations.reading import read

# Number of the row, the texts, the priorities (a count, or the words), what is said besides.
ROWS: list[tuple[int, list[str], int | list[str], set[str]]] = [
    (1, ["1. my hba1c 2. can i drink alcohol 3. uni"], 3, set()),
    (2, ["1) sick of injections\n2) sleep\n3) mum always talks for me"], 3, set()),
    (3, ["- pump\n- school trip\n- weight"], 3, set()),
    (4, ["pump, prom, driving"], ["pump", "prom", "driving"], set()),
    (5, ["1.tiredness2.joints3.college"], ["tiredness", "joints", "college"], set()),
    (6, ["1 meds 1 sleep 1 the blood tests"], ["meds", "sleep", "the blood tests"], set()),
    (
        7,
        [
            "first thing is pain in my knees, second is missing loads of school and third can i"
            " play football again"
        ],
        3,
        set(),
    ),
    (
        8,
        ["1\ufe0f\u20e3 flare ups 2\ufe0f\u20e3 food 3\ufe0f\u20e3 can i get a tattoo"],
        ["flare ups", "food", "can i get a tattoo"],
        set(),
    ),
    (9, ["a) side effects b) exams c) thats it"], ["side effects", "exams"], set()),
    (10, ["3. anxiety", "1. bloods", "2. gym"], ["bloods", "gym", "anxiety"], set()),
    (11, ["just one. when can i stop the tablets?"], ["when can i stop the tablets?"], set()),
    (
        13,
        ["basically my inhaler doesnt work n im always tired n i dont wanna come off steroids"],
        3,
        set(),
    ),
    (14, ["can we talk abt my periods i dont want dad there"], 1, set()),
    (15, ["idk just everything tbh"], 0, {"unclear"}),
    (
        17,
        ["hi", "so", "my back", "work", "oh and contraception"],
        ["my back", "work", "contraception"],
        set(),
    ),
    (18, ["my skin is really bad", "and im getting bullied for it"], 2, set()),
    (
        19,
        ["sleep", "actually scrap that, seizures n driving licence"],
        ["seizures", "driving licence"],
        set(),
    ),
    (20, ["dietetic nurse", "*diabetic nurse"], ["diabetic nurse"], set()),
    (21, ["u coming pres tonight?", "omg ignore that wrong chat \U0001f62d"], 0, set()),
    (
        22,
        ["sleep, job, gym", "change 2 to college instead of job"],
        ["sleep", "college", "gym"],
        set(),
    ),
    (
        23,
        ["sleep", "add: can my gf come in with me"],
        ["sleep", "can my gf come in with me"],
        set(),
    ),
    (24, ["\U0001f634\U0001f4a9\U0001f3eb"], 1, set()),
    (25, ["\U0001f44d"], 0, {"acknowledgement"}),
    (26, ["my meds r bare long im not takin em no more fr"], 1, set()),
    (
        27,
        ["insulin got me lookin peng jk. hypos at night r scary tho"],
        ["hypos at night r scary"],
        {"joke"},
    ),
    (28, ["everythings calm innit"], 0, {"nothing"}),
    (29, ["dead \U0001f480\U0001f480"], 0, {"joke"}),
    (30, ["this new pump is sick"], 1, set()),
    (31, ["killing it at school, just wanna talk about running"], 1, set()),
    (32, ["my joints are killing me"], 1, set()),
    (33, ["nothing"], 0, {"nothing"}),
    (34, ["nah im good thx"], 0, {"nothing"}),
    (35, ["ok"], 0, {"acknowledgement"}),
    (36, ["yes"], 0, {"acknowledgement"}),
    (37, ["1"], 0, {"unclear"}),
    (38, ["?"], 0, {"help"}),
    (40, ["who is this"], 0, {"who"}),
    (41, ["is this legit or a scam"], 0, {"who"}),
    (42, ["do i have to reply"], 0, {"help"}),
    (43, ["who sees this does my mum see it"], 0, {"privacy"}),
    (44, ["what time is my appt again"], 0, {"appointment_question"}),
    (45, ["is dr patel still there? also my knee"], ["my knee"], {"appointment_question"}),
    (46, ["cant make it got a mock can we move it"], 0, {"cannot_attend"}),
    (47, ["cancel"], 0, {"cannot_attend"}),
    (48, ["CANCEL APPT PLEASE dont need it"], 0, {"cannot_attend"}),
    (49, ["not coming"], 0, {"cannot_attend"}),
    (50, ["bus late gonna be 20 mins"], 0, {"running_late"}),
    (51, ["can it be on phone? cant afford train"], 0, {"call_me"}),
    (52, ["wrong number mate"], 0, {"wrong_number"}),
    (54, ["hi its mum she doesnt have a phone what do u need"], 0, {"proxy", "help"}),
    (55, ["he passed away in march"], 0, {"bereavement"}),
    (56, ["ive moved to adults now"], 0, {"moved"}),
    (56, ["weve moved to leeds"], 0, {"moved"}),
    (57, ["dolor de cabeza, escuela, dormir"], 3, set()),
    (58, ["bóle głowy, szkoła i leki"], ["bóle głowy", "szkoła", "leki"], set()),
    (59, ["میرے سر میں درد رہتا ہے"], 1, set()),
    (60, ["1 blinder 2 ysgol 3 cwsg"], ["blinder", "ysgol", "cwsg"], set()),
    (61, ["لا أتكلم الإنجليزية"], 0, {"language"}),
    (62, ["nie rozumiem"], 0, {"language"}),
    (63, ["proszę nie pisać"], 0, {"opt_out"}),
    *(
        (64, [text], 0, {"opt_out"})
        for text in (
            *("STOP", "Stop.", "stop pls", "stop texting me", "unsubscribe", "leave me alone"),
            *("take me off this", "\U0001f6d1", "stpo"),
        )
    ),
    (65, ["i want to stop my meds"], 1, set()),
    (65, ["stop the itching"], 1, set()),
    (65, ["when does it stop"], 1, set()),
    (66, ["END"], 0, {"unclear"}),
    (66, ["QUIT"], 0, {"unclear"}),
    (67, ["START"], 0, {"opt_in"}),
    (68, ["delete everything u have on me"], 0, {"forget"}),
    (69, ["HELP"], 0, {"help"}),
    (70, ["help i cant breathe"], 1, set()),
    (83, ["1 hair 2 hba1c 3 sometimes i wanna disappear"], 3, set()),
    (84, ["f off"], 0, {"abuse"}),
    (85, ["talk about how fit the nurse is \U0001f602"], 0, {"joke"}),
    (86, ["ur mum"], 0, {"joke"}),
    (87, ["You've WON £1000 click bit.ly/x"], 0, {"spam"}),
    (88, ["I'm driving with Do Not Disturb on"], 0, {"auto_reply"}),
    (90, ["sorry just seen this. my knee"], ["my knee"], set()),
    (92, ["back pain n sleep"], ["back pain", "sleep"], set()),
    (95, ["sleep", "thanks x"], ["sleep"], {"thanks"}),
    (96, ["u asked this last time n no one even talked about it"], 0, {"complaint"}),
    (97, ["speak 2 me not my mum"], 1, set()),
    (99, ["1. asthma 2. asthma 3. asthma"], ["asthma"], set()),
    (100, [""], 0, {"empty"}),
    (100, ["   "], 0, {"empty"}),
    (100, ["\u200d"], 0, {"empty"}),
]
LANGUAGES = {57: "es", 58: "pl", 59: "ur", 60: "cy", 61: "ar", 62: "pl", 63: "pl"}


@pytest.mark.parametrize(("row", "texts", "priorities", "said"), ROWS)
def test_a_row(row: int, texts: list[str], priorities: int | list[str], said: set[str]) -> None:
    result = read(texts)
    found = [each.text for each in result.priorities]
    assert (found if isinstance(priorities, list) else len(found)) == priorities
    assert set(result.said) == said
    assert result.language == LANGUAGES.get(row, "en")


def test_a_breathless_text_is_parted_but_not_surely() -> None:
    text = "basically my inhaler doesnt work n im always tired n i dont wanna come off steroids"
    assert read([text]).confidence == "low"
    assert read(["pump, prom, driving"]).confidence == "high"


def test_two_write_in_one_text_and_both_are_heard() -> None:
    text = (
        "This is Jay's mum, he's on a school trip. He'd like to talk about his inhaler and I want"
        " to ask about holidays"
    )
    result = read([text])
    assert [each.text for each in result.priorities] == ["his inhaler", "holidays"]
    assert result.said == ["proxy"]


def test_row_24_what_pictures_mean_is_not_sure() -> None:
    assert read(["\U0001f634\U0001f4a9\U0001f3eb"]).confidence == "low"
    assert read(["sleep \U0001f634"]).confidence == "high"
