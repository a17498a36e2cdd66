"""What a person may have to look at about texting (pure)."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What there is to look at."""

    DUPLICATE = "duplicate"
    WENT_AFTER_ALL = "went_after_all"
    UNRESOLVED = "unresolved"
    UNKNOWN_RECEIPT = "unknown_receipt"
    UNKNOWN_WORD = "unknown_word"
    CANNOT_BE_WRITTEN = "cannot_be_written"
    SENDING_PAUSED = "sending_paused"
    PROVIDER_OPT_OUT = "provider_opt_out"
    LOST_BY_PROVIDER = "lost_by_provider"
    WRONG_NUMBER = "wrong_number"
    BEREAVEMENT = "bereavement"
    FORGET = "forget"
    ASKED_FOR_HELP = "asked_for_help"


# Nothing of these should ever happen: each is an incident, and is logged as an error.
INCIDENTS = frozenset({NoticeKind.DUPLICATE, NoticeKind.WENT_AFTER_ALL, NoticeKind.UNKNOWN_RECEIPT})
