"""Answering one reply: what decides is looked up, and only as far as it is needed."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from zoneinfo import ZoneInfo

from sqlmodel import Session

from app.conversations.answer import CLARIFYING, ONCE, Said, choose, wanted
from app.conversations.choosing import can_ask_whom, names_in
from app.conversations.discreet import is_read_by_others, may_be_said_back
from app.conversations.earlier import Before, kinds_answered
from app.conversations.intent import Intent
from app.conversations.kept import Kept
from app.conversations.matching import Several, is_over
from app.conversations.opting import From, standing
from app.conversations.pressing import NOTHING_PRESSES, Pressing, support
from app.conversations.reading import Read, read
from app.conversations.repeated import numbered, said_back
from app.conversations.whom import labels_of
from app.invitations.late_help import SUPPORT
from app.sms.wording import OWN_LANGUAGE, words, words_with

OWN_PHONE = "self"
# Who asked who reads this, or for whom somebody else writes, gets nothing of it back.
NOT_SAID_BACK = frozenset({Intent.PRIVACY, Intent.PROXY, Intent.ABUSE, Intent.SPAM})
A_WEEK = timedelta(days=6)
# Who has been told today where help is hears no cheerful thanks for more of the same.
BESIDE_WHAT_PRESSES = ("stopped", "started", "paused", "forget", "wrong_number", "booking", "desk")
STOPPED = frozenset({Intent.OPT_OUT, Intent.FORGET, Intent.WRONG_NUMBER})


@dataclass(frozen=True)
class Understood:
    """One reply as it was understood, and the conversation it belongs to, if it was read anew.

    `has_priorities` and `intents` are of this text, and of those that were placed with it.
    """

    intents: Sequence[Intent]
    has_priorities: bool
    sender: From
    earlier: Before
    provider_answered: bool
    asks_ideas: bool = False
    about_feedback: bool = False
    whole: Read | None = None
    texts: Sequence[str] = ()
    others: Sequence[str] = ()
    presses: Pressing = NOTHING_PRESSES


def answer(session: Session, reply: Kept, it: Understood) -> tuple[str, str] | None:
    """Choose the answer to a reply: its template and its words, if any.

    Where help is comes before anything else, however often we have answered today. Whoever reads
    over their shoulder must not see that something was told: unless life may be at risk, such a
    phone gets what it would get for anything else, which names 999, 111 and SHOUT as well.
    """
    presses = it.presses.presses
    if presses and it.presses.tier > 1 and is_read_by_others(reply.body):
        return _ordinary(session, reply, it)
    if presses and not it.presses.said:
        return _where_help_is(session, reply, it)
    chosen = _ordinary(session, reply, it)
    return None if chosen and presses and chosen[0] not in BESIDE_WHAT_PRESSES else chosen


def _where_help_is(session: Session, reply: Kept, it: Understood) -> tuple[str, str] | None:
    died = Intent.BEREAVEMENT in it.intents or "bereavement" in standing(session, reply, it.sender)
    if died and it.presses.tier > 1:
        return None
    language, _ = _whose(reply, it.sender)
    stopped = STOPPED & set(it.intents)
    return SUPPORT, support(it.presses, language, stopped=bool(stopped))


def _ordinary(session: Session, reply: Kept, it: Understood) -> tuple[str, str] | None:
    language, desk_phone = _whose(reply, it.sender)
    noted = _noted(it, language) if it.has_priorities else None
    ask, matched = it.sender.ask, it.sender.appointment_id is not None
    said = Said(
        intents=it.intents,
        has_priorities=it.has_priorities,
        is_matched=matched,
        given_today=it.earlier.given,
        has_desk=bool(desk_phone),
        provider_answered=it.provider_answered,
        can_note=noted is not None,
        can_ask_whom=can_ask_whom(it.sender),
        asks_ideas=it.asks_ideas,
        is_late=bool(
            matched and ask and (is_over(ask, reply.received_at) or ask.status == "cancelled")
        ),
        discreet=is_read_by_others(reply.body),
        about_feedback=it.about_feedback,
    )
    name = wanted(said)
    if name is None:
        return None
    if name in ONCE:
        said = replace(said, kinds_before=_kinds_before(session, it))
    chosen = choose(replace(said, stopped_because=standing(session, reply, it.sender)))
    if chosen is None:
        return None
    if chosen == "noted" and noted is not None:
        return chosen, noted
    return chosen, words(chosen, language, **_values(chosen, reply, it.sender, desk_phone)).text


def _kinds_before(session: Session, it: Understood) -> list[str]:
    """Which answers the conversation has had; whom it is about was asked before there was one."""
    asked = [kind for kind in it.earlier.given if kind in CLARIFYING]
    return [*kinds_answered(session, it.sender.appointment_id), *asked]


def _noted(it: Understood, language: str) -> str | None:
    """Write back what was understood anew, where only they can read it."""
    whole, ask = it.whole, it.sender.ask
    if whole is None or ask is None or not _may_be_noted(it, whole):
        return None
    things = [each.text for each in whole.priorities]
    if it.others and things == [each.text for each in read(it.others).priorities]:
        return None

    def write(count: int) -> str:
        more = len(things) - count
        own = {"noted": numbered(things, count), "more": str(more) if more else ""}
        number = "2" if len(things) > 1 else "1"
        name = ask.first_name if ask else ""
        return words_with("noted", language, own, first_name=name, number=number).text

    return said_back(things, write)


def _may_be_noted(it: Understood, whole: Read) -> bool:
    sender, people = it.sender, {ask.young_person_id for ask in it.sender.asks}
    return (
        sender.matched == "matched"
        and not it.presses.concerned
        and sender.ask is not None
        and sender.ask.owner == OWN_PHONE
        and len(people) == 1
        and whole.confidence == "high"
        and whole.language == OWN_LANGUAGE
        and not NOT_SAID_BACK & {*whole.intents, *it.intents}
        and not any(is_read_by_others(text) for text in it.texts)
        and may_be_said_back(it.texts)
    )


def _values(name: str, reply: Kept, sender: From, desk_phone: str) -> dict[str, str]:
    """What a template is filled in with, besides their own words."""
    values = {"desk_phone": desk_phone}
    if name == "which_of_you" and isinstance(sender.found, Several):
        names = names_in(sender.found)
        values |= {"names": _or(names), "letters": _or(labels_of(names) or names)}
    if name == "late" and sender.ask is not None:
        values["day"] = _day(reply, sender) if is_over(sender.ask, reply.received_at) else ""
        if sender.ask.status == "cancelled":
            values["day"] = ""
    return values


def _or(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} or {names[-1]}"


def _day(reply: Kept, sender: From) -> str:
    if sender.ask is None:
        return ""
    local = sender.ask.starts_at.astimezone(ZoneInfo(sender.ask.zone))
    lately = reply.received_at - sender.ask.starts_at < A_WEEK
    return f"{local:%A}" if lately else f"{local:%A %-d %B}"


def _whose(reply: Kept, sender: From) -> tuple[str, str]:
    """Return the language to answer in and the number of the clinic's desk, where it is certain."""
    if sender.appointment_id is not None and sender.ask is not None:
        return sender.ask.language, sender.ask.desk_phone
    desks = {ask.clinic_id: ask.desk_phone for ask in sender.still_open(reply.received_at)}
    return OWN_LANGUAGE, next(iter(desks.values())) if len(desks) == 1 else ""
