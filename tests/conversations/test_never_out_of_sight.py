"""What is grave stays on the sheet, and what only sounds like it stops no texts: bad luck."""

import pytest

from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of
from app.conversations.reading import read

# The texts, and the words that must still be among the priorities.
STAYS = [
    (["sorry i took an overdose"], "overdose"),
    (["sorry i just want to die"], "want to die"),
    (["sorry i fell and hit my head"], "hit my head"),
    (["asthma, my stepdad hits me", "never mind"], "my stepdad hits me"),
    (["im going to kill myself", "forget it"], "kill myself"),
    (["i cut", "ignore it"], "cut"),
    (["i was raped", "sorry that was for my mum"], "raped"),
    (["meds, school", "skip it"], "school"),
    (["anger, sleep", "i lose it"], "sleep"),
    (["sleep, food", "sorry keep having thoughts of hurting myself"], "sleep"),
    (["asthma", "my brother had it and died"], "asthma"),
    (["my mate sent my nudes", "my mate sent it round school"], "my mate sent my nudes"),
    (["suicidal thoughts", "haha jk"], "suicidal thoughts"),
    (["want to kill myself jk"], "kill myself"),
    (["sleep, food, pain", "sorry i cut myself"], "sleep"),
    (["sleep, food, pain", "actually i am suicidal"], "suicidal"),
    (["sleep, food", "sorry just scared"], "sleep"),
    (["pain, school", "make it stop"], "pain"),
    (["sleep, pain", "please take the pain away"], "pain"),
    (["weight, sleep", "lose weight"], "weight"),
    (["i took an overdose"], "i took an overdose"),
    (["i had an asthma attack"], "i had an asthma attack"),
    (["i have an eating disorder"], "i have an eating disorder"),
    (["i cant talk now. my dad hits me"], "my dad hits me"),
    (["thank you for contacting me. i am being hurt at home"], "hurt at home"),
    (["epilepsy. im driving"], "epilepsy"),
    (["please dont tell my mum im cutting"], "cutting"),
    (["my dad reads my texts and hits me"], "hits me"),
    (["he says youre useless"], "useless"),
    (["stuck at school with no insulin"], "no insulin"),
    (["im homeless now, moved out"], "homeless"),
    (["dont want to be here anymore", "only joking"], "dont want to be here anymore"),
]
STOPS_NOTHING = [
    *("my brother died last year. sorry", "my brother died. leave me alone", "nan died on monday"),
    *(
        "my son died at birth",
        "my daughter passed away i was 17",
        "our son died before he was born",
    ),
    *("seizures. i dont want to get them anymore", "methotrexate makes me sick. take me off this"),
    *(
        "spots on my back. how can i get rid of these",
        "i get anxious over texts",
        "im better over text",
    ),
    *("tired of texting my levels in", "i dont want reminders of what happened"),
    *("he keeps texting me nudes, i dont want texts", "group chat. how do i stop getting messages"),
    *("my dad said stop", "mum said stop eating", "i keep texting", "i opted in to the trial"),
    *("peak flow. wrong number", "hba1c. its the wrong number", "my name's not Emily, it's Leo"),
    *("ex has nudes. want everything deleted", "he has pics of me. delete everything"),
]
STOPPING = {
    *(Intent.OPT_OUT, Intent.OPT_IN, Intent.FORGET, Intent.WRONG_NUMBER, Intent.BEREAVEMENT),
}


@pytest.mark.parametrize(("texts", "words"), STAYS)
def test_it_stays_on_the_sheet(texts: list[str], words: str) -> None:
    found = [each.text for each in read(texts).priorities]
    assert any(words in each for each in found), found


@pytest.mark.parametrize("text", STOPS_NOTHING)
def test_it_neither_stops_nor_starts_texts_nor_alarms_anybody(text: str) -> None:
    assert not STOPPING & set(all_intents_of(text))
