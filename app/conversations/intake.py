"""Taking replies in: the words are kept before they are understood, and understood once."""

from datetime import datetime, timedelta

from sqlmodel import col, select

from app.conversations.answering_late import answer_anyway_late
from app.conversations.kept import Inbound, keep, kept_as
from app.conversations.models import Reply
from app.conversations.noticing import look_alone, notice
from app.conversations.reading import read
from app.conversations.saying_anyway import say_anyway
from app.conversations.understanding import UnderstoodMeanwhile, read_alone, understand
from app.db import Database, DoesNotLast
from app.invitations.late_help import help_owed_to
from app.logs import logger
from app.safeguarding.look import Look

__all__ = ["Inbound", "take_in", "understand_waiting", "warm_up"]

log = logger(__name__)

# A reply that could not be understood is tried again for this long, then left to people. Longer
# than the sweeper looks back.
TRIED_FOR = timedelta(days=3)
# The provider waits no longer than this; until then its webhook may be at it, and can answer.
A_WEBHOOK_LIVES = timedelta(seconds=15)
# A reply that no rule knows: weights and net are asked.
ANY_WORDS = "scared of home"
# As often as two processes can be in each other's way about one reply.
MOST_TRIES = 2


def warm_up() -> None:
    """Load all that replies are looked at and read by, before anybody waits for an answer."""
    look_alone(ANY_WORDS)
    read([ANY_WORDS])


def take_in(
    database: Database,
    inbound: Inbound,
    *,
    now: datetime,
    came_at: datetime | None = None,
    answers: bool = True,
) -> str | None:
    """Keep an inbound text, understand it, and return the words of the answer, if there is one.

    The same message id twice is kept once and gets the same answer. If understanding fails, the
    words are kept all the same and shown to staff as not yet placed. `came_at` is when it came, if
    that was earlier. Without `answers` none is given: no webhook is left that could carry it.
    What must not wait is noticed as it is kept, and answered whatever becomes of the rest: where no
    webhook can carry it, by a text of its own.
    """
    alone = look_alone(inbound.body)
    with database.connected() as connection:
        with database.writing_rows(connection):
            kept = keep(connection, database.vault, inbound, came_at or now)
            if kept is not None:
                notice(connection, database.vault, kept, alone, now=now)
        try:
            if kept is not None:
                here = read_alone(kept)
                # The words are safe. What is made of them can be made again, if the power fails.
                with database.redoing(connection) as session:
                    return understand(session, kept, here, now=now, answers=answers)
        except (UnderstoodMeanwhile, DoesNotLast):
            log.info("reply_taken_up_again")
        except Exception:
            log.exception("reply_kept_but_not_understood")
            return _anyway(database, inbound, alone, now, answers)
    try:
        return _take_up(database, inbound.sid, now, answers)
    except Exception:
        log.exception("reply_kept_but_not_understood")
        return _anyway(database, inbound, alone, now, answers)


def understand_waiting(database: Database, *, now: datetime) -> int:
    """Take up replies that were kept but not understood; return how many are understood now.

    All of them: a stop may stand behind any number of others. Those of the last seconds are left to
    the webhooks that brought them.
    """
    with database.reading() as session:
        waiting = session.exec(
            select(Reply.provider_sid)
            .where(
                col(Reply.understood_at).is_(None),
                col(Reply.received_at) > now - TRIED_FOR,
                col(Reply.received_at) <= now - A_WEBHOOK_LIVES,
            )
            .order_by(col(Reply.received_at))
        ).all()
    done = 0
    for sid in waiting:
        try:
            _take_up(database, sid, now, answers=False)
            done += 1
        except Exception:
            log.exception("reply_still_not_understood")
            answer_anyway_late(database, sid, now=now)
    return done


def _anyway(
    database: Database, inbound: Inbound, alone: Look, now: datetime, answers: bool
) -> str | None:
    if answers:
        return say_anyway(database, inbound.sid, alone, now=now)
    answer_anyway_late(database, inbound.sid, now=now)
    return None


def _take_up(database: Database, sid: str, now: datetime, answers: bool) -> str | None:
    """Understand a reply that was kept before, unless it is understood; return its answer."""
    for _ in range(MOST_TRIES):
        try:
            with database.writing() as session:
                kept, is_understood, answered = kept_as(session, sid)
                if is_understood:
                    # What goes as a text of its own does not go with the webhook too.
                    return None if help_owed_to(session, kept.id) else answered
                here = read_alone(kept)
                return understand(session, kept, here, now=now, answers=answers)
        except UnderstoodMeanwhile:
            log.info("reply_understood_meanwhile")
    return None
