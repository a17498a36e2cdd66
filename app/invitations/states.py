"""The states of a text we owe, and how news of it is ranked (pure)."""

from enum import StrEnum


class Kind(StrEnum):
    """What a text is for."""

    ASK = "ask"
    REMINDER = "reminder"
    FEEDBACK = "feedback"


class State(StrEnum):
    """Where a text stands; docs/sending.md draws the ways between them."""

    READY = "ready"
    CLAIMED = "claimed"
    SUBMITTING = "submitting"
    IN_DOUBT = "in_doubt"
    ACCEPTED = "accepted"
    SENT = "sent"
    DELIVERED = "delivered"
    UNDELIVERED = "undelivered"
    FAILED = "failed"
    NO_RECEIPT = "no_receipt"
    REJECTED = "rejected"
    SUPPRESSED = "suppressed"
    CANCELLED = "cancelled"
    EXPIRED = "expired"
    UNRESOLVED = "unresolved"


NOT_LEFT = frozenset({State.READY, State.CLAIMED})
MAYBE_LEFT = frozenset({State.SUBMITTING, State.IN_DOUBT, State.UNRESOLVED})
LEFT = frozenset(
    {
        State.ACCEPTED,
        State.SENT,
        State.DELIVERED,
        State.UNDELIVERED,
        State.FAILED,
        State.NO_RECEIPT,
    }
)
NEVER_LEFT = frozenset({State.REJECTED, State.SUPPRESSED, State.CANCELLED, State.EXPIRED})

# Twilio's words for a text (MessageStatus), each with where it takes ours. `read` follows delivery.
FROM_PROVIDER = {
    "accepted": State.ACCEPTED,
    "scheduled": State.ACCEPTED,
    "queued": State.ACCEPTED,
    "sending": State.ACCEPTED,
    "sent": State.SENT,
    "delivered": State.DELIVERED,
    "read": State.DELIVERED,
    "partially_delivered": State.SENT,
    "undelivered": State.UNDELIVERED,
    "failed": State.FAILED,
    "canceled": State.FAILED,
}

RANK = {
    State.SUBMITTING: 0,
    State.IN_DOUBT: 0,
    State.UNRESOLVED: 0,
    State.ACCEPTED: 1,
    State.SENT: 2,
    State.NO_RECEIPT: 3,
    State.UNDELIVERED: 4,
    State.FAILED: 4,
    State.DELIVERED: 4,
}


def moves_to(current: State, status: str) -> State | None:
    """Return the state that a provider's word raises a text to, or None if it changes nothing.

    News is merged by rank and never goes backwards: receipts come late, twice, and out of order.
    """
    news = FROM_PROVIDER.get(status)
    if news is None or current not in RANK:
        return None
    return news if RANK[news] > RANK[current] else None
