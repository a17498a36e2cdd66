"""What a test may wish of the fake: how each request is treated, by names that say what is met."""

from dataclasses import dataclass, field
from random import Random
from typing import Any

ACCEPT = "accept"
# How the next texts are treated. A detail may follow a colon: a status, a code or seconds.
MOODS = (
    ACCEPT,
    "refuse",  # :code
    "refuse_credentials",
    "too_many",  # :seconds of Retry-After
    "fail_before_accepting",  # :status
    "fail_after_accepting",  # :status
    "hang_up_before_accepting",
    "hang_up_after_accepting",
    "hang_up_then_accept",  # :seconds until it accepts what nobody waits for any more
    "hang",  # :seconds, then hangs up; never accepts
    "accept_late",  # :seconds until it accepts, and answers to whoever is still there
    "answer_too_late",  # :seconds from accepting to the answer
    "answer_nonsense",
    "answer_html",
    "answer_cut_short",
    "answer_without_sid",
    "call_back_first",  # :status of the receipt that comes before the answer
)

HONEST = "honest"
# How the next look-ups are treated: lists, and single messages where that makes sense.
LOOK_UPS = (
    HONEST,
    "unavailable",  # :status
    "too_many",  # :seconds of Retry-After
    "truncated",
    "lie_absent",
    "duplicates",  # each message a second time, under another sid
    "repeats",  # each message a second time, under the same sid
    "next_page_fails",  # an honest page, and a next one that answers 503
    "empty_page_next_fails",  # nothing on the first page, and a next one that answers 503
    "empty_page_first",  # nothing on the first page, everything from the next one on
    "hang",  # :seconds, then hangs up
    "hang_up",
)
# How redactions and deletions are treated.
ERASURES = (
    HONEST,
    "unavailable",  # :status; nothing is erased
    "done_then_unavailable",  # :status; erased all the same
    "too_many",
    "not_finished",
    "hang_up",
    "done_then_hang_up",
)
NAMES = {
    "mood": MOODS,
    "next_moods": MOODS,
    "mix": MOODS,
    "look_up_mood": LOOK_UPS,
    "next_look_up_moods": LOOK_UPS,
    "look_up_mix": LOOK_UPS,
    "erase_mood": ERASURES,
}


@dataclass
class Wishes:
    """Everything that can be set, before or while the fake runs; unknown moods are refused."""

    # Texts: the queue is used up first, then the mix is drawn from, else the mood holds.
    mood: str = ACCEPT
    next_moods: list[str] = field(default_factory=list)
    mix: dict[str, float] = field(default_factory=dict)
    seed: int = 0
    error_code: int = 21211
    fail_status: int = 500
    retry_after: str = "7"
    delay_seconds: float = 2.0
    late_seconds: float = 0.3
    hang_seconds: float = 5.0
    base_delay_ms: float = 0.0
    refusals: dict[str, int] = field(default_factory=dict)  # by number; STOP adds to them
    first_status: str = ""  # empty: as Twilio, accepted for a service and queued for a number
    service_sender: str = "+447700900999"
    sid_prefix: str = ""
    # Look-ups and erasure.
    look_up_mood: str = HONEST
    next_look_up_moods: list[str] = field(default_factory=list)
    look_up_mix: dict[str, float] = field(default_factory=dict)
    list_lag_seconds: float = 0.0
    undated_are_listed: bool = True
    erase_mood: str = HONEST
    erase_only_finished: bool = False
    # The account.
    account_sid: str = "AC" + "0" * 32
    account_status: str = "active"
    auth_token: str = "token-of-the-tests-token-of-the-tests"
    check_auth: bool = False
    clock_offset_seconds: float = 0.0
    # Webhooks.
    receipts: list[str] = field(default_factory=list)
    receipt_mix: dict[str, float] = field(default_factory=dict)
    receipt_delay_seconds: float = 0.0
    receipt_spread_seconds: float = 0.0
    receipt_drop: float = 0.0
    receipt_twice: float = 0.0
    inbound_url: str = ""
    inbound_drop: float = 0.0
    inbound_twice: float = 0.0
    extra_params: dict[str, str] = field(default_factory=dict)
    rewrite: dict[str, str] = field(default_factory=dict)
    remember_requests: bool = True

    def __setattr__(self, name: str, value: Any) -> None:
        if name in NAMES:
            _check(name, value)
        if name == "seed":
            self.dice = {kind: Random(f"{value} {kind}") for kind in ("texts", "look-ups", "calls")}
        # A copy: what is used up here is nobody else's.
        super().__setattr__(name, value.copy() if isinstance(value, list | dict) else value)

    def pick_mood(self) -> str:
        """Say how the next text is treated."""
        return _pick(self.next_moods, self.mix, self.mood, self.dice["texts"])

    def pick_look_up(self) -> str:
        """Say how the next look-up is treated."""
        dice = self.dice["look-ups"]
        return _pick(self.next_look_up_moods, self.look_up_mix, self.look_up_mood, dice)

    def pick_receipts(self) -> list[str]:
        """Say which receipts follow the next text, in order."""
        if self.receipt_mix:
            plan = _pick([], self.receipt_mix, "", self.dice["calls"])
            return [status for status in plan.split(",") if status]
        return list(self.receipts)

    def happens(self, probability: float) -> bool:
        """Throw the dice of the webhooks."""
        return probability > 0 and self.dice["calls"].random() < probability


def _pick(queue: list[str], mix: dict[str, float], otherwise: str, dice: Random) -> str:
    if queue:
        return queue.pop(0)
    if mix:
        return dice.choices(list(mix), list(mix.values()))[0]
    return otherwise


def _check(name: str, value: Any) -> None:
    given = [value] if isinstance(value, str) else list(value)
    unknown = [each for each in given if str(each).partition(":")[0] not in NAMES[name]]
    if unknown:
        raise ValueError(f"{name} knows no {unknown}")
