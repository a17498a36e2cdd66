"""What one reply says, once it is known what it answers (pure): a question of ours, or the ask.

Whom it is about, how the visit was, and that ideas are wanted are no things that matter: they are
blanked before the rest is read.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from app.conversations.blanks import Blank, to_read
from app.conversations.ideas import asks_for_ideas
from app.conversations.intent import Intent
from app.conversations.intents import all_intents_of, which_was_meant
from app.conversations.reading import Read, read
from app.conversations.scores import score_of
from app.conversations.swearing import only_swears

NOTHING_LEFT = Read([], [], "high")


@dataclass(frozen=True)
class Told:
    """What one reply says: `words` are what is left to be read, None if nothing is."""

    words: str | None
    alone: Read
    blank: Blank | None = None
    score: int | None = None
    asks_ideas: bool = False


def listen(text: str, alone: Read, blank: Blank | None, *, about_feedback: bool) -> Told:
    """Take out of a text that was read `alone` what only answers a question of ours."""
    if blank is not None:
        return _without(text, blank)
    score = score_of(text) if about_feedback else None
    if score is not None:
        told = _without(text, Blank(score.start, score.end))
        return Told(told.words, told.alone, told.blank, score.value)
    if asks_for_ideas(text):
        return Told(None, Read([], [Intent.HELP], "high"), Blank(0, len(text)), asks_ideas=True)
    return Told(text, alone)


def intents_in(
    told: Told, text: str, media: int, names: Sequence[str], *, asked_which: bool
) -> list[Intent]:
    """Return what a reply says besides what matters; `asked_which`: your visit, or these texts?

    Who only swears is left alone about this visit, and has not asked for no more texts at all.
    """
    if told.words is None:
        found = [Intent.MEDIA] if media else []
    else:
        found = all_intents_of(told.words, media, names)
    found += told.alone.intents
    if asked_which:
        found += which_was_meant(text)
    if Intent.ABUSE in found and only_swears(text):
        found = [each for each in found if each is not Intent.OPT_OUT]
    return list(dict.fromkeys(found))


def _without(text: str, blank: Blank) -> Told:
    words = to_read(text, blank)
    return Told(words, NOTHING_LEFT if words is None else read([words]), blank)
