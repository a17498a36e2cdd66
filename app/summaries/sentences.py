"""What a line of the clinic sheet says in sentences, besides what matters (pure)."""

from collections.abc import Iterator

from app.conversations.pictures import in_words, is_only_pictures
from app.summaries.concerning import says_alone
from app.summaries.lines import LineState, SheetLine

# These stand before anything else.
FIRST = {
    "complaint": "They are unhappy with something we did or did not do: see their own words.",
}
PHONE_OF = {
    "parent": "The number is a parent's or carer's phone: somebody else may have written this.",
    "shared": "The number is a shared phone: somebody else may have written this.",
}
VISITS = {"telephone": "A telephone appointment.", "video": "A video appointment."}
SAID = {
    "cannot_attend": "They may not be able to come. They were given the number of the desk.",
    "running_late": "They texted that they may be late.",
    "attending": "They texted that they are coming.",
    "call_me": "They asked to be rung, or to be seen in another way.",
    "privacy": "They asked who sees what they text, or who is told of it.",
    "proxy": "A parent or carer wrote some of this.",
    "moved": "They say that they have moved, or are seen elsewhere by now.",
    "language": "They may need another language, or an interpreter.",
}
EITHER = "They had been asked about two visits: this may be for either."
CHOSEN = "Several share this phone. The sender told us whom this is about."
ALONE = "They may want to be seen alone."
FOREIGN = "Some of it is in another language than English."
PERHAPS = "It may name these things; where one ends and the next begins is not sure:"
OPTED_OUT = "This number has since asked for no more texts."


def besides(line: SheetLine) -> Iterator[str]:
    """Yield what is to be known about the visit and about what was texted, each in a sentence."""
    pictures = [each for each in line.priorities if is_only_pictures(each)]
    if pictures and (named := in_words("".join(pictures))):
        yield f"The pictures are: {named}."
    yield VISITS.get(line.visit_kind, "")
    if line.interpreter:
        yield "They need an interpreter."
    if line.seen_alone and not says_alone(line):
        yield ALONE
    for intent, sentence in SAID.items():
        if intent in line.said:
            yield sentence
    yield from _of_the_replies(line)


def _of_the_replies(line: SheetLine) -> Iterator[str]:
    if line.replies:
        yield PHONE_OF.get(line.number_belongs_to, "")
    if line.chosen:
        yield CHOSEN
    if any(reply.for_either for reply in line.replies):
        yield EITHER
    if line.language != "en" and line.replies and "language" not in line.said:
        yield FOREIGN
    if line.opted_out and line.state is not LineState.OPTED_OUT:
        yield OPTED_OUT
