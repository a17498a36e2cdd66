"""Whose age, and whose phone, allows a text (pure): asked of the day the text would go."""

from datetime import date

YOUNGEST, OLDEST = 11, 25
OWN_PHONE_FROM = 16
PARENT = "parent"


def age_on(born: date, day: date) -> int:
    """Return somebody's age in whole years; who was born on 29 February is older on 1 March.

    >>> age_on(date(2008, 2, 29), date(2026, 2, 28)), age_on(date(2008, 2, 29), date(2026, 3, 1))
    (17, 18)
    """
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def age_reason(born: date, owner: str, parents_phone: str, day: date) -> str | None:
    """Return why age or phone forbids a text on a day, or None.

    From 16 a text about them goes to their own phone only; before that a parent's will do unless
    the clinic holds such texts (`parents_phone` is `hold`).

    >>> age_reason(date(2010, 5, 12), "parent", "text", date(2026, 5, 11))
    >>> age_reason(date(2010, 5, 12), "parent", "text", date(2026, 5, 12))
    'parents_number'
    """
    if born > day:
        return "born_in_future"
    age = age_on(born, day)
    if age < YOUNGEST:
        return "too_young"
    if age > OLDEST:
        return "too_old"
    if owner == PARENT and (age >= OWN_PHONE_FROM or parents_phone == "hold"):
        return "parents_number"
    return None
