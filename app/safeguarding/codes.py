"""The words of the safety net (pure): tiers, kinds, what came of a concern, what was done."""

from dataclasses import dataclass

LIFE, TODAY, SENSITIVE = 1, 2, 3

# The tag of a tier, its colour (NHS.UK frontend), and what it asks for.
TIERS = {
    LIFE: ("Life may be at risk", "red", "Somebody must act on this now."),
    TODAY: ("Look today", "orange", "Somebody must look at this today."),
    SENSITIVE: ("Sensitive", "purple", "For the clinician: offer time alone, and take care."),
}
KINDS = {
    "suicide": "not wanting to live",
    "self_harm": "harming oneself",
    "overdose": "an overdose, or too much of a medicine",
    "adrenal_crisis": "steroids missed or an adrenal crisis",
    "anaphylaxis": "a grave allergic reaction",
    "bleeding": "bleeding",
    "breathing": "trouble breathing",
    "collapse": "a collapse",
    "emergency": "an emergency",
    "fever_on_immunosuppression": "fever while the immune system is held down",
    "ketones": "ketones or very high sugar",
    "low_sugar": "very low sugar",
    "meningitis": "signs of meningitis",
    "second_fit": "a long or a second fit",
    "sickle_crisis": "a sickle cell crisis",
    "stroke": "signs of a stroke",
    "fgm": "cutting (FGM)",
    "honour": "so-called honour-based harm",
    "harm_to_others": "harm to others",
    "homeless": "nowhere to live",
    "pregnancy": "a pregnancy",
    "stopped_vital_medicine": "a vital medicine that is not taken",
    "unsafe_phone": "a phone that somebody else reads",
    "voices": "hearing voices",
    "weapons_gangs": "weapons or gangs",
    "see_alone": "being seen alone",
    "gender": "gender",
}
# What came of a concern, as it is kept.
OUTCOMES = {
    "spoken_to": "Spoken to the young person",
    "family_told": "A parent or carer was told",
    "clinic_told": "The clinic team takes it on",
    "referred": "Referred on",
    "emergency": "Emergency services",
    "not_a_concern": "Looked at: not a concern",
    "other": "Something else",
}
# What was done to find out, or to help.
ACTIONS = {
    "rang": "Rang them",
    "seen": "Saw them in person",
    "rang_family": "Rang a parent or carer",
    "told_gp": "Told the GP or another team",
    "told_social_care": "Told children's or adults' social care",
    "rang_999": "Rang 999 or the police",
    "read_whole": "Read the whole conversation and the notes",
    "other": "Something else",
}
FOUND_BY = {
    "phrases": "Brought forward by its words",
    "reader_failed": "Brought forward because its words could not be looked through",
    "person": "Brought forward by a member of staff",
}
# The one sentence that stands on every page with a concern.
NOT_EVERYTHING = (
    "What is highlighted does not find everything: a person must read every reply, whole."
)
# What stands beside it where an organisation has switched off that words bring replies forward.
WORDS_OFF = (
    "Your organisation has switched the words off: no new reply is highlighted or brought forward, "
    "whatever it says, and nobody is told of one at once."
)


@dataclass(frozen=True)
class Beware:
    """What a page with concerns says of itself; `off` only where the words are switched off."""

    says: str = NOT_EVERYTHING
    off: str = ""


def not_everything(*, words_off: bool) -> Beware:
    """Say that not everything is found, and where it is so that nothing is looked for."""
    return Beware(off=WORDS_OFF if words_off else "")


def kind_in_words(kind: str) -> str:
    """Say a kind of concern in plain words.

    >>> kind_in_words("sickle_crisis"), kind_in_words("running_away")
    ('a sickle cell crisis', 'running away')
    """
    return KINDS.get(kind, kind.replace("_", " "))
