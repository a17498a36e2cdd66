"""A list comes apart whatever shape it has, and what leads up to it or ends it is left out."""

import pytest
from timing import quickest

from app.conversations.pieces import pieces_of
from app.conversations.reading import read

BARE = [
    ("3 my rash 1 the bus 2 cooking", ["the bus", "cooking", "my rash"]),
    ("1 my splint 3 swimming", ["my splint", "swimming"]),
    (
        "1 0.25mg is too weak 2 netball 3 my 5 a day",
        ["0.25mg is too weak", "netball", "my 5 a day"],
    ),
    ("2 bloods\n1 gym\n3 nan", ["gym", "bloods", "nan"]),
    ("1, my brace, 2, boxing, 3, nits", ["my brace", "boxing", "nits"]),
    ("1st - hips 2nd - exams 3rd - fishing", ["hips", "exams", "fishing"]),
    ("Q1 does it scar Q2 can i dive", ["does it scar", "can i dive"]),
    ("N1 crutches N2 lifts N3 stairs", ["crutches", "lifts", "stairs"]),
    ("no 1 pump no 2 prom", ["pump", "prom"]),
    ("one my ears two maths three my wee brother", ["my ears", "maths", "my wee brother"]),
    ("first off my wrist, second of all gcses, third my dog", ["my wrist", "gcses", "my dog"]),
    ("firstly my cast, secondly drama, finally my gran", ["my cast", "drama", "my gran"]),
    ("i. knees ii. dance iii. sleep", ["knees", "dance", "sleep"]),
    ("A my lungs B rugby C my cousin", ["my lungs", "rugby", "my cousin"]),
    ("A: Insoles B: Sandals", ["Insoles", "Sandals"]),
    ("a/ tics b/ the canteen", ["tics", "the canteen"]),
]
SIGNS = [
    ("💙 my line 💙 sea swimming 💙 sleepovers", ["my line", "sea swimming", "sleepovers"]),
    ("🦷 my gums 🏥 the ward 🚌 buses", ["my gums", "the ward", "buses"]),
    ("my lisp😳the choir😳year 9", ["my lisp", "the choir", "year 9"]),
    ("hip - judo - missing science", ["hip", "judo", "missing science"]),
    ("rent – sick pay – my knees", ["rent", "sick pay", "my knees"]),
    ("cream | college | my mood", ["cream", "college", "my mood"]),
    ("sleep \\ food \\ work", ["sleep", "food", "work"]),
    ("stiff fingers    piano    typing", ["stiff fingers", "piano", "typing"]),
    ("my ankle then the bus then drama club", ["my ankle", "the bus", "drama club"]),
    ("rash and then my brace and then prom", ["rash", "my brace", "prom"]),
    ("my spine, the brace is hot + scuba", ["my spine", "the brace is hot", "scuba"]),
    (
        "hair, moods and feeling sick from the tablets",
        ["hair", "moods", "feeling sick from the tablets"],
    ),
    (
        "my diet, if i can box and what to say to coach",
        ["my diet", "if i can box", "what to say to coach"],
    ),
    (
        "Whether I can dive. Jabs for Kenya. Who to phone abroad.",
        ["Whether I can dive", "Jabs for Kenya", "Who to phone abroad"],
    ),
    ("A+E visits, 18+ clinic, my spacer", ["A+E visits", "18+ clinic", "my spacer"]),
    (
        "1. day/night dose 2. nan/grandad helping 3. 3/11 scan",
        ["day/night dose", "nan/grandad helping", "3/11 scan"],
    ),
]
NOTHING_BETWEEN = [
    ("eczema exams friends", ["eczema", "exams", "friends"]),
    ("Fatigue Football Fertility", ["Fatigue", "Football", "Fertility"]),
    ("seizures blood tests driving", ["seizures", "blood tests", "driving"]),
    ("cant run cant sing cant sleep", ["cant run", "cant sing", "cant sleep"]),
]
EDGES = [
    (
        "Here are mine:\n- a lift pass\n- one nurse at a time",
        ["a lift pass", "one nurse at a time"],
    ),
    ("What matters to me:\nmy mocks\nmy hearing", ["my mocks", "my hearing"]),
    ("things for tues\n• scan\n• work", ["scan", "work"]),
    ("hi its aisha, 1. ketones 2. camp", ["ketones", "camp"]),
    ("Hello, I'm Gethin.\nmy valve\nrugby", ["my valve", "rugby"]),
    ("Morning, Priya here. My tremor, my shifts", ["My tremor", "my shifts"]),
    ("What matters most to me is sleeping through", ["sleeping through"]),
    (
        "I would really appreciate talking about my scars, and secondly swimming",
        ["my scars", "swimming"],
    ),
    ("it would be good to talk about the itch, prom", ["the itch", "prom"]),
    ("could do wi talking about me back, me job", ["me back", "me job"]),
    (
        "The thing I most want to raise is that my sling slips",
        ["my sling slips"],
    ),
    ("please can you tell the doctor that the mask leaks", ["the mask leaks"]),
    ("for me its cricket", ["cricket"]),
    ("I hope you are well. Wheezing, stairs. Many thanks", ["Wheezing", "stairs"]),
    ("my fits, my diet. Thank you very much", ["my fits", "my diet"]),
    ("the scope thanksss", ["the scope"]),
    ("my hip. That is the only one", ["my hip"]),
    ("Sleep is one, my gums are another", ["Sleep", "my gums"]),
    ("My list for Dr Okoro:\n1. gym\n2. work\nWith thanks, Nia", ["gym", "work"]),
    ("-hives -maths -my nan", ["hives", "maths", "my nan"]),
    ("Priority 1: my fits\nPriority 2: a bed alarm", ["my fits", "a bed alarm"]),
    ("my tics sory for my speling", ["my tics"]),
]
WHOLE = [
    "my 2 sisters and 3 brothers all have it",
    "1 tablet 3 times a day makes me sick",
    "chest pain",
    "type 1 diabetes",
    "I'm diabetic",
    "my inhaler - it tastes bad",
    "A level maths",
    "the pain 😭",
    "mum/dad",
    "2.5mg",
    "school trip to France",
]


@pytest.mark.parametrize(("text", "wanted"), [*BARE, *SIGNS, *NOTHING_BETWEEN, *EDGES])
def test_a_list_of_any_shape_comes_apart(text: str, wanted: list[str]) -> None:
    assert [each.text for each in read([text]).priorities] == wanted


@pytest.mark.parametrize("text", WHOLE)
def test_what_only_looks_like_a_list_stays_one(text: str) -> None:
    assert [each.text.strip() for each in read([text]).priorities] == [text]


@pytest.mark.parametrize(("text", "_wanted"), NOTHING_BETWEEN)
def test_words_with_nothing_between_them_are_never_parted_surely(
    text: str, _wanted: list[str]
) -> None:
    assert read([text]).confidence == "low"


def test_a_list_goes_on_in_the_next_text() -> None:
    said = read(["1. gym", "2. work 3. prom"]).priorities
    assert [(each.number, each.text) for each in said] == [(1, "gym"), (2, "work"), (3, "prom")]


@pytest.mark.parametrize("name", ["lonely", "periods", "Crohns", "embarrassing"])
def test_what_is_no_name_is_never_taken_for_an_introduction(name: str) -> None:
    assert name in " ".join(each.text for each in read([f"hi its {name}, school"]).priorities)


@pytest.mark.parametrize(
    "unit", ["1 ", "a ", "⭐ ", " - ", "then ", "| ", "here is the ", "one two ", "hi ", "\t", "i "]
)
def test_no_shape_takes_long_over_hostile_text(unit: str) -> None:
    text = (unit * 2000)[:2000]
    assert quickest(pieces_of, text) < 0.1
