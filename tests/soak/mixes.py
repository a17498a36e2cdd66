"""How badly the provider behaves: of a hundred texts, how many are treated in which way."""

from soak.times import Times

ACCEPTED = ("accept", "call_back_first")
# Refused for good: the one end in which nobody is texted, and rightly.
REFUSED = "refuse:21211"
# Not said in seconds: the service waits as long as it would by itself.
TOO_MANY = "too_many:later"


def texts(times: Times) -> dict[str, float]:
    """Forty lost, late, failed or lying answers of a hundred, and five that ask us to wait."""
    late, too_late = times.seconds("late"), times.seconds("read") * 1.5
    return {
        "accept": 51,
        "call_back_first": 3,
        REFUSED: 1,
        TOO_MANY: 5,
        "fail_before_accepting": 3,
        "fail_before_accepting:503": 1,
        "hang_up_before_accepting": 3,
        f"hang:{too_late}": 2,
        "fail_after_accepting": 4,
        "fail_after_accepting:502": 1,
        "hang_up_after_accepting": 6,
        f"hang_up_then_accept:{late}": 4,
        f"accept_late:{late}": 4,
        f"answer_too_late:{too_late}": 4,
        "answer_nonsense": 2,
        "answer_html": 2,
        "answer_cut_short": 2,
        "answer_without_sid": 2,
    }


LOOK_UPS = {
    "honest": 74,
    "unavailable": 8,
    "truncated": 5,
    "next_page_fails": 4,
    "empty_page_first": 3,
    "empty_page_next_fails": 2,
    "hang_up": 2,
    "too_many": 2,
}

# In any order; the second half of all texts hears nothing, or nothing that helps.
RECEIPTS = {
    "": 45.0,
    "sent,delivered": 20.0,
    "delivered,sent": 10.0,
    "delivered": 12.0,
    "sending,sent": 8.0,
    "sent,undelivered:30005": 5.0,
}


def wishes(times: Times, seed: int, ahead_seconds: float) -> dict[str, object]:
    """Return all that the fake is asked to do wrong."""
    return {
        "seed": seed,
        "mix": texts(times),
        "look_up_mix": LOOK_UPS,
        "receipt_mix": RECEIPTS,
        "receipt_delay_seconds": 0.05 * times.unit,
        "receipt_spread_seconds": 1.5 * times.unit,
        "receipt_drop": 0.2,
        "receipt_twice": 0.1,
        "list_lag_seconds": times.seconds("lag"),
        "clock_offset_seconds": ahead_seconds,
        "check_auth": True,
        "remember_requests": False,
    }


def lost(by_mood: dict[str, int]) -> int:
    """Count the texts whose answer told us nothing, or something false."""
    told = (*ACCEPTED, REFUSED, TOO_MANY)
    return sum(number for mood, number in by_mood.items() if mood not in told)
