"""The words of the pages of texts (pure): states, kinds, what was put off, what needs a look."""

from app.invitations.notice_kinds import NoticeKind
from app.invitations.states import LEFT, NOT_LEFT, Kind, State

KINDS = {
    Kind.ASK: "Ask",
    Kind.REMINDER: "Reminder",
    Kind.FEEDBACK: "After the visit",
    Kind.ANSWER: "Answer by staff",
    Kind.HELP: "Where help is, late",
}
TO_GO = NOT_LEFT
GONE = LEFT
UNDER_WAY = frozenset({State.SUBMITTING, State.IN_DOUBT, State.UNRESOLVED})
RING = "It is not sent again: ring them if it matters."
STATES = {
    State.CLAIMED: ("Going now", "blue", "It goes within seconds."),
    State.SUBMITTING: ("Going now", "blue", "Handed over, not yet answered for."),
    State.IN_DOUBT: ("Being looked up", "yellow", "We are finding out whether it went."),
    State.ACCEPTED: ("Sent", "aqua-green", "The network has it."),
    State.SENT: ("Sent", "aqua-green", "It is on its way to the phone."),
    State.DELIVERED: ("Delivered", "green", "It is on the phone."),
    State.UNDELIVERED: ("Not delivered", "red", ""),
    State.FAILED: ("Not delivered", "red", ""),
    State.NO_RECEIPT: (
        "Sent, no receipt",
        "yellow",
        "The network never said whether it arrived. It is not sent again.",
    ),
    State.REJECTED: ("Not sent", "red", ""),
    State.SUPPRESSED: ("Held", "orange", ""),
    State.CANCELLED: ("Cancelled", "grey", ""),
    State.EXPIRED: ("Not sent: too late", "orange", ""),
    State.UNRESOLVED: ("Not sure it went", "red", f"We cannot tell whether it arrived. {RING}"),
}
PUT_OFF = {
    "number_day": "This phone has had its text of the day, so it waits for another day.",
    "number_week": "This phone has had enough texts this week, so it waits.",
    "cap_clinic": "It waits while the clinic stands still.",
    "cap_overall": "It waits while everything stands still.",
    "too many requests": "Twilio asked us to wait.",
    "no connection": "Twilio could not be reached.",
    "configuration": "It waits until the account at Twilio is mended.",
    "fault": "It could not be written just now and is tried again.",
}
NOTICES = {
    NoticeKind.DUPLICATE: (
        "One text went twice.",
        "It should never happen. Say sorry if they ask, and tell the service's administrator.",
    ),
    NoticeKind.WENT_AFTER_ALL: (
        "A text went that had been called off.",
        "Look at the visit: they may have been texted about something that is off.",
    ),
    NoticeKind.UNRESOLVED: (
        "Nobody can tell whether a text went.",
        "It is not sent again. Ring them, or ask at the visit.",
    ),
    NoticeKind.UNKNOWN_RECEIPT: (
        "Twilio told of a text that nobody here knows.",
        "Tell the service's administrator.",
    ),
    NoticeKind.UNKNOWN_WORD: (
        "Twilio said something about a text that nobody here knows.",
        "Tell the service's administrator. The text stays as it stood.",
    ),
    NoticeKind.CANNOT_BE_WRITTEN: (
        "A text could not be written.",
        "Tell the service's administrator, and ask the young person another way.",
    ),
    NoticeKind.SENDING_PAUSED: (
        "Sending stood still.",
        "See above whether it still does, and why.",
    ),
    NoticeKind.PROVIDER_OPT_OUT: (
        "A number has said stop to Twilio, not to us.",
        "They get no more texts. Ask at the visit whether they meant it.",
    ),
    NoticeKind.LOST_BY_PROVIDER: (
        "Twilio stopped texts to somebody who did not ask for it.",
        "Ring them: to get texts again they text START. Then run whatmatters doctor.",
    ),
    NoticeKind.WRONG_NUMBER: (
        "Somebody says that this is the wrong number.",
        "It gets no more texts. Ask the young person for their mobile.",
    ),
    NoticeKind.BEREAVEMENT: (
        "Somebody says that the young person has died.",
        "All texts have stopped. Tell the clinic, and call nobody by text.",
    ),
    NoticeKind.FORGET: (
        "Somebody asked for their data to be deleted.",
        "Texts have stopped. Pass it to information governance before the date below.",
    ),
    NoticeKind.ASKED_FOR_HELP: (
        "Somebody texted HELP.",
        "They were told who we are and where urgent help is. Read what they wrote.",
    ),
}
