"""The hundred replies of the specification: those with a tier come forward, others alarm nobody."""

import pytest

from app.safeguarding.phrases import concerns_in

# Number of the row, its texts, the tiers that are right.
ROWS: list[tuple[int, list[str], tuple[int, ...]]] = [
    (2, ["1) sick of injections\n2) sleep\n3) mum always talks for me"], (3,)),
    (14, ["can we talk abt my periods i dont want dad there"], (3,)),
    (17, ["hi", "so", "my back", "work", "oh and contraception"], (3,)),
    (18, ["my skin is really bad", "and im getting bullied for it"], (2,)),
    (26, ["my meds r bare long im not takin em no more fr"], (2,)),
    (43, ["who sees this does my mum see it"], (3,)),
    (65, ["i want to stop my meds"], (2,)),
    (70, ["help i cant breathe"], (1,)),
    (71, ["blood sugar 28 n throwing up"], (1,)),
    (72, ["chest really tight blue inhaler not touching it"], (1,)),
    (73, ["took all my tablets last night"], (1,)),
    (74, ["i dont want to be here anymore"], (1,)),
    (75, ["💊💊💊 cant do this"], (1,)),
    (76, ["cutting again"], (2,)),
    (77, ["kms this clinic takes so long lol"], (2,)),
    (78, ["stepdad hits me when i dont take them"], (2,)),
    (79, ["he reads my phone"], (2,)),
    (80, ["not eaten in 2 days theres nothing in"], (2,)),
    (81, ["this older guy online keeps asking for pics"], (2,)),
    (82, ["might be pregnant dont tell mum"], (2,)),
    (83, ["1 hair 2 hba1c 3 sometimes i wanna disappear"], (1, 2)),
    (97, ["speak 2 me not my mum"], (3,)),
]
MEDICAL = (70, 71, 72, 73)
CALM: list[tuple[int, list[str]]] = [
    (1, ["1. my hba1c 2. can i drink alcohol 3. uni"]),
    (3, ["- pump\n- school trip\n- weight"]),
    (4, ["pump, prom, driving"]),
    (5, ["1.tiredness2.joints3.college"]),
    (6, ["1 meds 1 sleep 1 the blood tests"]),
    (
        7,
        [
            "first thing is pain in my knees, second is missing loads of school and third can i"
            " play football again"
        ],
    ),
    (8, ["1️⃣ flare ups 2️⃣ food 3️⃣ can i get a tattoo"]),
    (9, ["a) side effects b) exams c) thats it"]),
    (10, ["3. anxiety", "1. bloods", "2. gym"]),
    (11, ["just one. when can i stop the tablets?"]),
    (12, ["more than 3 lol skin sleep school sport food n mates"]),
    (
        13,
        [
            "basically my inhaler doesnt work n im always tired n i dont wanna come off steroids"
            " but my face is massive"
        ],
    ),
    (15, ["idk just everything tbh"]),
    (19, ["sleep", "actually scrap that, seizures n driving licence"]),
    (20, ["dietetic nurse", "*diabetic nurse"]),
    (21, ["u coming pres tonight?", "omg ignore that wrong chat 😭"]),
    (22, ["change 2 to college instead of job"]),
    (23, ["add: can my gf come in with me"]),
    (24, ["😴💩🏫"]),
    (25, ["👍"]),
    (27, ["insulin got me lookin peng jk. hypos at night r scary tho"]),
    (28, ["everythings calm innit"]),
    (29, ["dead 💀💀"]),
    (30, ["this new pump is sick"]),
    (31, ["killing it at school, just wanna talk about running"]),
    (32, ["my joints are killing me"]),
    (33, ["nothing"]),
    (34, ["nah im good thx"]),
    (38, ["?"]),
    (40, ["who is this"]),
    (41, ["is this legit or a scam"]),
    (44, ["what time is my appt again"]),
    (45, ["is dr patel still there? also my knee"]),
    (46, ["cant make it got a mock can we move it"]),
    (47, ["cancel"]),
    (48, ["CANCEL APPT PLEASE dont need it"]),
    (49, ["not coming"]),
    (50, ["bus late gonna be 20 mins"]),
    (51, ["can it be on phone? cant afford train"]),
    (52, ["wrong number mate"]),
    (
        53,
        [
            "This is Jay's mum, he's on a school trip. He'd like to talk about his inhaler and I"
            " want to ask about holidays"
        ],
    ),
    (54, ["hi its mum she doesnt have a phone what do u need"]),
    (55, ["he passed away in march"]),
    (56, ["ive moved to adults now", "weve moved to leeds"]),
    (57, ["dolor de cabeza, escuela, dormir"]),
    (58, ["bóle głowy, szkoła i leki"]),
    (59, ["میرے سر میں درد رہتا ہے"]),
    (60, ["1 blinder 2 ysgol 3 cwsg"]),
    (61, ["لا أتكلم الإنجليزية"]),
    (62, ["nie rozumiem"]),
    (63, ["proszę nie pisać"]),
    (64, ["leave me alone"]),
    (65, ["stop the itching"]),
    (65, ["when does it stop"]),
    (66, ["END"]),
    (67, ["START"]),
    (68, ["delete everything u have on me"]),
    (69, ["HELP"]),
    (84, ["f off"]),
    (85, ["talk about how fit the nurse is 😂"]),
    (86, ["ur mum"]),
    (87, ["You've WON £1000 click bit.ly/…"]),
    (88, ["I'm driving with Do Not Disturb on"]),
    (90, ["sorry just seen this. my knee"]),
    (92, ["back pain n sleep"]),
    (93, ["asthma and school"]),
    (94, ["its ella new phone. periods n pain"]),
    (95, ["thanks x"]),
    (96, ["u asked this last time n no one even talked about it"]),
    (98, ["like a 7?"]),
    (99, ["1. asthma 2. asthma 3. asthma"]),
    (100, ["", "   ", "\u200d"]),
]


@pytest.mark.parametrize(("row", "texts", "tiers"), ROWS)
def test_a_reply_with_a_tier_comes_forward_at_it(
    row: int, texts: list[str], tiers: tuple[int, ...]
) -> None:
    assert concerns_in(texts).tier in tiers
    assert concerns_in(texts).medical == (row in MEDICAL)


@pytest.mark.parametrize(("row", "texts"), CALM)
def test_a_reply_without_a_tier_alarms_nobody(row: int, texts: list[str]) -> None:
    assert concerns_in(texts).tier in (0, 3), row
