"""The states of a text we owe, the ways between them, and how news of it is ranked (pure)."""

from enum import StrEnum


class Kind(StrEnum):
    """What a text is for."""

    ASK = "ask"
    REMINDER = "reminder"
    FEEDBACK = "feedback"
    ANSWER = "answer"
    HELP = "help"


class State(StrEnum):
    """Where a text stands; docs/sending.md draws the ways between them."""

    PLANNED = "planned"
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


# These come in sight by themselves; an answer is chosen by staff, help is said to a reply.
OWED_BY_ITSELF = (Kind.ASK, Kind.REMINDER, Kind.FEEDBACK)
NOT_LEFT = frozenset({State.PLANNED, State.READY, State.CLAIMED})
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

# Ended by us, unsent, for a reason that may pass: the visit may be asked about in a new cycle.
MAY_BE_OWED_ANEW = frozenset({State.SUPPRESSED, State.CANCELLED, State.EXPIRED})
# The database itself refuses to change these (a trigger): nothing that ended begins again.
FINAL = NEVER_LEFT | {State.DELIVERED, State.UNDELIVERED, State.FAILED}
# Nobody knows yet whether the provider has it.
IN_QUESTION = frozenset({State.SUBMITTING, State.IN_DOUBT})

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

# A text that is owed again (READY) or claimed after it was looked for in vain may turn out to have
# gone: news of it is proof, and stops the second call.
RANK = {
    State.READY: 0,
    State.CLAIMED: 0,
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
    A word that nobody knows still proves that the provider has the text.
    """
    news = FROM_PROVIDER.get(status, State.ACCEPTED)
    if current not in RANK:
        return None
    return news if RANK[news] > RANK[current] else None


def is_known(status: str) -> bool:
    """Return whether a provider's word is in the table; others are shown to a person."""
    return status in FROM_PROVIDER
