"""What the clinic sheet says of concerns (pure): plainly, and of what is private without alarm."""

from collections.abc import Iterator

from app.safeguarding.codes import LIFE, OUTCOMES, SENSITIVE, TODAY
from app.summaries.lines import SheetConcern, SheetLine

ALONE_KIND = "see_alone"
OPEN = {
    LIFE: "A concern is open: life may be at risk. Look at it before the visit.",
    TODAY: "A concern is open, to be looked at today. Look at it before the visit.",
}
ELSEWHERE = "A concern is open at another clinic: ask the safeguarding lead before the visit."
UNPLACED = "A concern is open about a text from this number. Nobody has said yet whose it is."
# Whoever reads over a shoulder learns nothing from these.
ALONE = "Asks to be seen alone for part of the visit."
OFFER_ALONE = "Offer time alone for part of the visit."
PHONES = {
    "parent": "The phone belongs to a parent or carer: do not text or ring it about this.",
    "shared": "The phone is shared with others: do not text or ring it about this.",
}


def concern_in_words(concern: SheetConcern) -> str:
    """Say of one concern what the clinician must know; nothing where it is not theirs to know."""
    if not concern.is_open:
        return f"A concern was closed: {OUTCOMES.get(concern.outcome, concern.outcome).lower()}."
    if concern.tier == SENSITIVE:
        alone = ALONE if ALONE_KIND in concern.kinds else OFFER_ALONE
        return alone if concern.here and not concern.unplaced else ""
    if concern.unplaced:
        return UNPLACED
    return OPEN[concern.tier] if concern.here else ELSEWHERE


def concerns_in_words(line: SheetLine) -> Iterator[dict[str, str]]:
    """Yield what stands first on a line: each sentence once, with the concern that it leads to."""
    said = set()
    for concern in line.concerns:
        words = concern_in_words(concern)
        if words and (words not in said or concern.here):
            said.add(words)
            yield {"words": words, "id": str(concern.id) if concern.here else ""}
    if any(each.is_open for each in line.concerns) and line.number_belongs_to in PHONES:
        yield {"words": PHONES[line.number_belongs_to], "id": ""}


def is_grave(line: SheetLine) -> bool:
    """Return whether a line is named at the head of the sheet."""
    return any(each.is_open and each.tier < SENSITIVE for each in line.concerns)


def says_alone(line: SheetLine) -> bool:
    """Return whether the concerns of a line say already that they are to be seen alone."""
    return any(words["words"] in (ALONE, OFFER_ALONE) for words in concerns_in_words(line))
