"""What staff may text back (pure): approved words only, each a file under templates_sms/."""

from itertools import takewhile

from app.sms.wording import Wording, words

# In the order in which they are offered.
STAFF_TEXTS = (
    "staff_passed_on",
    "staff_ring_desk",
    "staff_will_ring",
    "staff_moved",
    "staff_alone",
    "staff_other_words",
)


def same_ending(texts: list[str]) -> str:
    """Return the sentences that all of these texts end with, said once where they are offered.

    >>> same_ending(["Hello. Ring 999.", "Goodbye you. Ring 999."])
    'Ring 999.'
    """
    backwards = zip(*(reversed(text) for text in texts), strict=False)
    same = [signs[0] for signs in takewhile(lambda signs: len(set(signs)) == 1, backwards)]
    ending = "".join(reversed(same))
    # Only whole sentences: what is cut off must read well without.
    _, stop, rest = ending.partition(". ")
    return rest if stop else ""


def words_of_answer(name: str, language: str, desk_phone: str) -> Wording:
    """Write one of the answers that staff may choose; in their language, if there is a file.

    >>> words_of_answer("staff_ring_desk", "en", "020 7946 0011").text[:41]
    'Please ring the clinic on 020 7946 0011. '
    """
    if name not in STAFF_TEXTS:
        raise ValueError(f"{name} is not for staff to send")
    return words(name, language, desk_phone=desk_phone)
