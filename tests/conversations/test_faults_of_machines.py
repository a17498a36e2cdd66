"""A machine that texts us is answered once, kept whole, and can make nothing slow."""

from html import unescape

import pytest
from conversations.conftest import Asked, TextIn
from factories import ASK_WORDS
from sqlmodel import func, select
from timing import quickest

from app.conversations.intents import all_intents_of
from app.conversations.models import Reading, Reply
from app.db import Database

MANY_ECHOES = [200, pytest.param(1_000, marks=pytest.mark.proof)]
SOME_ECHOES = 25
LONGEST, MOST_SECONDS = 10_000, 0.05
# Each is said over and over: words that many patterns may begin, end or go on with.
HOSTILE = (
    *("and ", "stop ", "please ", "ok ", "no ", "hi ", "x", "x ", "s", "\u0301", "\U0001f6d1"),
    *("please stop texting me ", "i dont want to get ", "dont text me again ", "stop; ", "pls. "),
    *("my son ", "my little ", "he died in march ", "sorry to say ", "just sadly ", "has been "),
    *("this is his mum here ", "sorry its his mum here no ", "stop sending me the these those "),
    *("wrong number ", "i think ", "nobody called sam here ", "delete all my data and ", "of my "),
    *("take me off textin txtin textin contact contact textin txtin. ", "no need to for of you. "),
    *("i dont want to be get getting any more. ", "ive told you you told yous to. "),
    *("bloody ", "\uff53\uff54\uff4f\uff50 ", "\u0645\u0646 \u0641\u0636\u0644\u0643 ", "a.b-c/"),
)


def kept(database: Database) -> int:
    with database.reading() as session:
        return session.exec(select(func.count()).select_from(Reply)).one()


@pytest.mark.parametrize("echoes", MANY_ECHOES)
def test_fault_49_a_machine_that_says_our_words_back_is_answered_once(
    database: Database, asked: Asked, text_in: TextIn, echoes: int
) -> None:
    asked()
    answers, said = 0, "hello, who is this please?"
    for _ in range(echoes):
        answer = text_in(said).text
        if "<Message>" in answer:
            answers += 1
            said = unescape(answer.partition("<Message>")[2].partition("</Message>")[0])
    assert answers == 1
    assert kept(database) == echoes


@pytest.mark.parametrize(
    ("body", "most"),
    [
        ("sleep, school and my knee hurts a lot", 1),
        ("Auto reply: I am away until Monday", 1),
        ("STOP", 1),
        ("START", 1),
        ("who is this", 1),
        ("ok", 0),
        ("\U0001f44d", 0),
        ("", 1),
    ],
)
def test_fault_49_a_machine_that_repeats_itself_is_answered_once(
    database: Database, asked: Asked, text_in: TextIn, body: str, most: int
) -> None:
    asked()
    answers = ["<Message>" in text_in(body).text for _ in range(SOME_ECHOES)]
    assert sum(answers) <= most
    assert kept(database) == SOME_ECHOES


@pytest.mark.parametrize("end", ["", "stop", "!"])
@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_a_text_made_to_be_slow_to_understand_is_not(words: str, end: str) -> None:
    text = words * (LONGEST // len(words)) + end
    assert quickest(all_intents_of, text) < MOST_SECONDS


def test_who_quotes_our_text_and_adds_something_has_said_something(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in(f"{ASK_WORDS} well mostly my knee, and school, and being tired all day")
    with database.reading() as session:
        assert session.exec(select(func.count()).select_from(Reading)).one() == 1
