"""What came of a soak, counted from the provider's own memory and from our rows."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

from sqlmodel import Session, col, func, select

from app.db import Database
from app.invitations.models import Invitation, Notice
from app.invitations.notices import NoticeKind
from app.invitations.states import LEFT, NEVER_LEFT, State

UNSETTLED = (State.PLANNED, State.READY, State.CLAIMED, State.SUBMITTING, State.IN_DOUBT)


@dataclass(frozen=True)
class Result:
    """One soak in numbers; those from `duplicates` to `strangers` must be nought."""

    database: str
    texts: int
    kills: int
    stops: int
    answers_lost: int
    sent_again: int
    refused: int
    duplicates: int
    losses: int
    false_ends: int
    strangers: int
    unresolved_but_sent: int
    left_to_a_person: int
    receipts: int
    receipts_failed: int
    jobs_failed: int
    seconds: int
    seed: int

    @property
    def clean(self) -> bool:
        """Whether nobody was texted twice, nobody was forgotten, and no row says what is not so."""
        return not (self.duplicates or self.losses or self.false_ends or self.strangers)


@dataclass(frozen=True)
class Counted:
    """What became of all visits: the part of a result that is read from rows and from the fake."""

    sent_again: int
    refused: int
    duplicates: int
    losses: int
    false_ends: int
    strangers: int
    unresolved_but_sent: int
    left_to_a_person: int


def counted(session: Session, booked: Sequence[UUID], by_token: dict[str, int]) -> Counted:
    """Count what became of each visit."""
    rows = session.exec(select(Invitation)).all()
    went: Counter[UUID] = Counter()
    for row in rows:
        went[row.visit_id] += by_token.get(row.token, 0)
    ends: dict[UUID, set[State]] = {visit: set() for visit in booked}
    for row in rows:
        ends[row.visit_id].add(State(row.state))
    honest = NEVER_LEFT | {State.UNRESOLVED}
    known = {row.token for row in rows}
    return Counted(
        sent_again=sum(row.tries > 1 for row in rows),
        refused=sum(row.state == State.REJECTED for row in rows),
        duplicates=sum(number > 1 for number in went.values()),
        losses=sum(not went[visit] and not ends[visit] & honest for visit in booked),
        false_ends=sum(is_false(State(row.state), by_token.get(row.token, 0)) for row in rows),
        strangers=sum(token not in known for token in by_token),
        unresolved_but_sent=sum(_unresolved(row) and row.token in by_token for row in rows),
        left_to_a_person=sum(_unresolved(row) and row.token not in by_token for row in rows),
    )


def is_false(state: State, went: int) -> bool:
    """Return whether a state claims what the provider denies."""
    return (state in NEVER_LEFT and went > 0) or (state in LEFT and went == 0)


def _unresolved(row: Invitation) -> bool:
    return row.state == State.UNRESOLVED


@dataclass(frozen=True)
class Progress:
    """How far a soak has come, in texts."""

    begun: int
    unsettled: int


def progress_of(database: Database) -> Progress:
    """Count the texts that have been begun, and those that are still owed or in question."""
    with database.reading() as session:
        found = session.exec(select(Invitation.state, func.count()).group_by(Invitation.state))
        by_state = dict(found.all())
    waiting = sum(by_state.get(state.value, 0) for state in (State.PLANNED, State.READY))
    unsettled = sum(by_state.get(state.value, 0) for state in UNSETTLED)
    return Progress(sum(by_state.values()) - waiting, unsettled)


def duplicates_told(database: Database) -> int:
    """Count the duplicates that the service itself has told people of."""
    with database.reading() as session:
        question = select(func.count()).where(col(Notice.kind) == NoticeKind.DUPLICATE.value)
        return session.exec(question).one()


def table(results: Sequence[Result]) -> str:
    """Write results as a table of Markdown, a column each."""
    lines = ["| | " + " | ".join(each.database for each in results) + " |"]
    lines.append("|---|" + "---:|" * len(results))
    for name in list(asdict(results[0]))[1:]:
        figures = [f"{getattr(each, name):,}" if name != "seed" else str(each.seed)
                   for each in results]  # fmt: skip
        lines.append(f"| {name.replace('_', ' ')} | " + " | ".join(figures) + " |")
    return "\n".join(lines)
