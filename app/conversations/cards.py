"""What a person needs to see of a reply: its words, whose it is, which visit, what was answered."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.conversations.answering_late import texts_of_help
from app.conversations.models import ForEither, Reply
from app.conversations.reach import Reach
from app.conversations.said import why_of
from app.conversations.why_read import Why
from app.db import chunks, unseal
from app.errors import SealBroken
from app.invitations.board import name_of, text_of
from app.invitations.board_presenter import BoardText
from app.invitations.models import Invitation, StaffAnswer
from app.invitations.rules import Due, NotYet
from app.invitations.staff_answers import answers_to
from app.invitations.staff_words import words_of_answer
from app.invitations.visits import Visit, visits_of
from app.logs import logger
from app.people.models import YoungPerson
from app.safeguarding.queries import ConcernFacts, concerns_about
from app.staff.queries import names_of_staff

log = logger(__name__)

CANNOT_BE_OPENED = "(These words cannot be opened. Tell the service's administrator.)"
# Who has a number now, where nobody has placed the reply: more than this helps nobody.
MOST_HOLDERS = 5


@dataclass(frozen=True)
class Card:
    """One reply, opened, with all that is known around it; times are UTC."""

    reply: Reply
    text: str
    number: str
    why: list[Why]
    visit: Visit | None = None
    name: str = ""
    others: int = 0
    also: bool = False
    holders: tuple[str, ...] = ()
    answered: str = ""
    late: BoardText | None = None
    by_staff: tuple[BoardText, ...] = ()
    names: Mapping[str | None, str] = field(default_factory=dict)
    concern: ConcernFacts | None = None


def cards(session: Session, reach: Reach, ids: Sequence[UUID], *, now: datetime) -> list[Card]:
    """Return these replies in this order, everything asked for by set."""
    replies = _in_order(session, ids)
    visits = visits_of(session, (each.appointment_id for each in replies if each.appointment_id))
    counts, also = _counts(session, visits), _for_either(session, ids)
    answers, holders = answers_to(session, ids), _holders(session, reach, replies)
    late = texts_of_help(session, ids)
    by = [each for reply in replies for each in (reply.read_by, reply.placed_by)]
    names, concerns = names_of_staff(session, by), concerns_about(session, ids)
    found = []
    for reply in replies:
        visit = visits.get(reply.appointment_id) if reply.appointment_id else None
        found.append(
            Card(
                reply=reply,
                text=_opened(session, reply, "body"),
                number=_opened(session, reply, "number"),
                why=why_of(session, reply),
                visit=visit,
                name=name_of(session, visit.person) if visit else "",
                others=counts.get(visit.appointment.id, 1) - 1 if visit else 0,
                also=reply.id in also,
                holders=tuple(holders.get(reply.number_key, ())),
                answered="" if reply.id in late else _opened(session, reply, "answer"),
                late=_late(session, reply, late.get(reply.id)),
                by_staff=tuple(
                    _by_staff(answer, text, visit, now)
                    for answer, text in answers.get(reply.id, ())
                ),
                names=names,
                concern=concerns.get(reply.id),
            )
        )
    return found


def _in_order(session: Session, ids: Sequence[UUID]) -> list[Reply]:
    found: dict[UUID, Reply] = {}
    for chunk in chunks(ids):
        question = select(Reply).where(col(Reply.id).in_(chunk))
        found |= {reply.id: reply for reply in session.exec(question)}
    return [found[each] for each in ids if each in found]


def _opened(session: Session, reply: Reply, column: str) -> str:
    try:
        return unseal(session, reply, column)
    except SealBroken:
        log.exception("reply_cannot_be_opened", reply=str(reply.id))
        return CANNOT_BE_OPENED if column == "body" else ""


def _counts(session: Session, visits: Iterable[UUID]) -> dict[UUID, int]:
    """How many replies each of these conversations has."""
    found: dict[UUID, int] = {}
    for chunk in chunks(visits):
        question = select(Reply.appointment_id, func.count()).where(
            col(Reply.appointment_id).in_(chunk)
        )
        rows = session.exec(question.group_by(col(Reply.appointment_id)))
        found |= {visit: count for visit, count in rows if visit}
    return found


def _for_either(session: Session, ids: Sequence[UUID]) -> set[UUID]:
    found: set[UUID] = set()
    for chunk in chunks(ids):
        found.update(
            session.exec(select(ForEither.reply_id).where(col(ForEither.reply_id).in_(chunk)))
        )
    return found


def _holders(session: Session, reach: Reach, replies: Sequence[Reply]) -> dict[bytes, list[str]]:
    """Who of this organisation has the numbers of those that are beside no visit."""
    found: dict[bytes, list[str]] = {}
    for chunk in chunks(each.number_key for each in replies if each.appointment_id is None):
        question = select(YoungPerson).where(
            col(YoungPerson.mobile_key).in_(chunk),
            YoungPerson.organisation_code == reach.organisation_code,
        )
        for person in session.exec(question.order_by(col(YoungPerson.id))):
            names = found.setdefault(person.mobile_key or b"", [])
            if len(names) < MOST_HOLDERS:
                names.append(name_of(session, person))
    return found


def _late(session: Session, reply: Reply, text: Invitation | None) -> BoardText | None:
    """What went as a text of its own, as it stands: the webhook could not carry it."""
    if text is None:
        return None
    return replace(text_of(text), words=_opened(session, reply, "answer"), decision=Due())


def _by_staff(
    answer: StaffAnswer, text: Invitation, visit: Visit | None, now: datetime
) -> BoardText:
    """One answer by staff as it stands; its words are the approved ones, whatever came of it."""
    words = ""
    if visit is not None:
        language, desk_phone = visit.person.language, visit.clinic.desk_phone
        words = words_of_answer(answer.template, language, desk_phone).text
    decision = NotYet(text.due_at) if text.due_at > now else Due()
    return replace(text_of(text), words=words, decision=decision)
