"""Claiming texts that are due: the rules are asked again, and number, words and sender fixed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from sqlmodel import Session

from app.db import unseal, vault_of
from app.invitations import outbox
from app.invitations.asking import words_of
from app.invitations.caps import PASSES, Cap, passed
from app.invitations.counts import Tally, limits_of, tally
from app.invitations.late_help import ready_help
from app.invitations.models import Invitation
from app.invitations.notices import NoticeKind, notify
from app.invitations.pauses import ALL, of_clinic, pause, what_stands
from app.invitations.queries import times_of
from app.invitations.rules import ENDED_AS, AskFacts, Due, Held, NotYet
from app.invitations.senders import Choice, Family, families
from app.invitations.staff_answers import answers_among, facts_of_answers
from app.invitations.staff_words import words_of_answer
from app.invitations.states import Kind, State
from app.invitations.visits import Visit, about, deadline_for, decision_on, facts_of, visits_of
from app.invitations.window import closes_after, local_midnight, next_opening
from app.logs import logger
from app.people.models import YoungPerson
from app.settings import Settings
from app.sms.gateway import Text
from app.sms.signature import public_url
from app.sms.wording import Wording

log = logger(__name__)

BY = "scheduler"
LONGEST_VALIDITY_SECONDS = 36_000
A_DAY = timedelta(days=1)
# A text that cannot be written is tried so often, so far apart; then it is put aside for people.
MOST_FAULTS, AFTER_A_FAULT = 3, timedelta(minutes=5)
# However often it was put off, a text is not claimed for ever.
MOST_CLAIMS = 200
PUT_OFF = "fault"


@dataclass(frozen=True)
class Ready:
    """A claimed text with its words fixed: what may be marked and handed over."""

    row: Invitation
    text: Text
    sender: str


@dataclass
class Claimed:
    """What came of one claim: texts to hand over, and how many were held."""

    ready: list[Ready] = field(default_factory=list)
    held: int = 0
    any: bool = False

    def add(self, ready: Ready | None) -> None:
        """Add a text that may go, or count one that is held."""
        if ready is None:
            self.held += 1
        else:
            self.ready.append(ready)


def claim_due(
    session: Session,
    settings: Settings,
    most: int,
    *,
    now: datetime,
    only_to: frozenset[str] | None = None,
) -> Claimed:
    """Claim texts that are due and fix their words, or end them or put them back, and say which."""
    stands = what_stands(session, now=now)
    done = Claimed()
    if stands.everything:
        return done
    rows = outbox.claim(session, most, now=now, but_clinics=stands.clinics)
    done.any = bool(rows)
    for row in rows:
        if row.kind == Kind.HELP.value:
            text = ready_help(session, settings, row, now=now, only_to=only_to)
            done.add(Ready(row, text, _pace(settings, text.sender or "")) if text else None)
    visits = [row for row in rows if row.kind != Kind.HELP.value]
    if visits:
        _Batch(session, settings, visits, now, only_to).settle(done)
    return done


class _Batch:
    """One batch of claimed texts with everything that decides about them."""

    def __init__(
        self,
        session: Session,
        settings: Settings,
        rows: Sequence[Invitation],
        now: datetime,
        only_to: frozenset[str] | None,
    ) -> None:
        self.session, self.settings, self.rows, self.now = session, settings, rows, now
        self.visits = visits_of(session, (row.visit_id for row in rows))
        self.facts = facts_of(session, list(self.visits.values()), only_to)
        self.answers = answers_among(session, rows)
        self.of_answers = facts_of_answers(session, rows, self.answers, self.facts, only_to)
        keys = [key for row in rows if (key := self._key(row))]
        self.families = families(session, keys, default=settings.sender, now=now)
        self.tally = self._tally(keys)
        self.frozen: list[tuple[Invitation, Mapping[str, Any]]] = []
        # A runaway owes very many to one number: those over a limit are put back together.
        self.over: dict[tuple[datetime, Cap], list[Invitation]] = {}

    def _key(self, row: Invitation) -> bytes:
        """The phone of a text, by its keyed hash: that of the reply for an answer."""
        answer = self.answers.get(row.id)
        return answer.number_key if answer else self._person(row).mobile_key or b""

    def _number(self, row: Invitation) -> str:
        if row.kind == Kind.ANSWER.value:
            return unseal(self.session, self.answers[row.id], "number")
        return unseal(self.session, self._person(row), "mobile")

    def _person(self, row: Invitation) -> YoungPerson:
        return self.visits[row.visit_id].person

    def _tally(self, keys: list[bytes]) -> Tally:
        first = next(iter(self.visits.values()))
        return tally(
            self.session,
            keys,
            {visit.clinic.id for visit in self.visits.values()},
            but={row.id for row in self.rows},
            midnight=local_midnight(self.now, times_of(first.clinic)),
            now=self.now,
        )

    def settle(self, done: Claimed) -> None:
        """Decide about each text of the batch."""
        for row in self.rows:
            done.add(self._settle_one(row))
        outbox.freeze(self.session, self.frozen)
        for (due_at, cap), rows in self.over.items():
            outbox.put_back(self.session, rows, due_at=due_at, reason=cap.value)

    def _settle_one(self, row: Invitation) -> Ready | None:
        visit, facts = self.visits[row.visit_id], self.facts.get(row.visit_id)
        facts = self.of_answers.get(row.id, facts)
        if facts is None:
            self._put_aside(row, visit)
            return None
        try:
            if self._must_wait(row, visit, facts) or self._over_a_cap(row, visit):
                return None
            return self._frozen(row, visit)
        except Exception:
            # One row that cannot be read or written must not hold up the others.
            log.exception("text_cannot_be_written", invitation=str(row.id))
            self._put_aside(row, visit)
            return None

    def _must_wait(self, row: Invitation, visit: Visit, facts: AskFacts) -> bool:
        decision = decision_on(Kind(row.kind), visit, facts, self.now)
        if isinstance(decision, Due) and row.attempt <= MOST_CLAIMS:
            return False
        if isinstance(decision, NotYet):
            until = deadline_for(row, facts.starts_at, visit.clinic)
            more = {"planned_for": facts.starts_at, "deadline": until}
            outbox.put_back(self.session, [row], due_at=decision.at, reason="not_yet", **more)
            return True
        reason = decision.reason.value if isinstance(decision, Held) else "too_many_tries"
        state = State.EXPIRED
        if isinstance(decision, Held):
            state = ENDED_AS.get(decision.reason, State.SUPPRESSED)
        outbox.end_unsent(self.session, row, state, reason, now=self.now)
        return True

    def _over_a_cap(self, row: Invitation, visit: Visit) -> bool:
        times, key = times_of(visit.clinic), self._key(row)
        counts = self.tally.counts(key, visit.clinic.id, times)
        cap = passed(counts, limits_of(self.settings))
        if cap is None:
            return False
        due_at = self.now
        if cap in PASSES:
            due_at = next_opening(local_midnight(self.now + A_DAY, times), times)
        else:
            self._stand_still(cap, visit)
        self.over.setdefault((due_at, cap), []).append(row)
        return True

    def _stand_still(self, cap: Cap, visit: Visit) -> None:
        scope = ALL if cap is Cap.OVERALL else of_clinic(visit.clinic.id)
        pause(self.session, scope, cap.value, by=BY, now=self.now)

    def _put_aside(self, row: Invitation, visit: Visit) -> None:
        """Try a text that cannot be written a few times more; then leave it to people."""
        if row.faults + 1 < MOST_FAULTS:
            due_at, faults = self.now + AFTER_A_FAULT, row.faults + 1
            outbox.put_back(self.session, [row], due_at=due_at, reason=PUT_OFF, faults=faults)
            return
        reason = NoticeKind.CANNOT_BE_WRITTEN
        outbox.end_unsent(self.session, row, State.REJECTED, reason.value, now=self.now)
        notify(
            self.session, reason, str(row.id), now=self.now, invitation_id=row.id,
            clinic_id=visit.clinic.id, organisation_code=visit.clinic.organisation_code,
        )  # fmt: skip

    def _frozen(self, row: Invitation, visit: Visit) -> Ready | None:
        number, key = self._number(row), self._key(row)
        family = self.families.setdefault(key, Family())
        choice = family.choose(visit.person.id, self.settings.senders)
        wording = self._wording(row, visit, choice)
        if row.tries and not self._as_before(row, number, wording):
            # An earlier call was looked for and never arrived; what it said is not true any more.
            outbox.end_unsent(self.session, row, State.CANCELLED, "changed", now=self.now)
            return None
        if not row.tries:
            self._freeze(row, visit, number, choice, wording)
        sender = (row.sender if row.tries else choice.sender) or choice.sender
        family.add(visit.person.id, choice)
        self.tally.add(key, visit.clinic.id)
        text = self._text(row, visit, number, wording, sender)
        return Ready(row, text, _pace(self.settings, sender))

    def _wording(self, row: Invitation, visit: Visit, choice: Choice) -> Wording:
        if row.kind == Kind.ANSWER.value:
            name, language = self.answers[row.id].template, visit.person.language
            return words_of_answer(name, language, visit.clinic.desk_phone)
        return words_of(Kind(row.kind), about(self.session, visit, for_whom=choice.for_whom))

    def _as_before(self, row: Invitation, number: str, wording: Wording) -> bool:
        frozen = (unseal(self.session, row, "number"), unseal(self.session, row, "body"))
        return frozen == (number, wording.text)

    def _freeze(
        self, row: Invitation, visit: Visit, number: str, choice: Choice, wording: Wording
    ) -> None:
        vault, starts_at = vault_of(self.session), visit.appointment.starts_at
        values = {
            "number_sealed": vault.seal("invitation.number", row.id, number),
            "number_key": self._key(row),
            "body_sealed": vault.seal("invitation.body", row.id, wording.text),
            "template": wording.template,
            "sender": choice.sender,
            "planned_for": starts_at,
            "deadline": deadline_for(row, starts_at, visit.clinic),
            "reason": None,
        }
        self.frozen.append((row, values))

    def _text(
        self, row: Invitation, visit: Visit, number: str, wording: Wording, sender: str
    ) -> Text:
        closes = closes_after(self.now, times_of(visit.clinic)) or self.now
        return Text(
            to=number,
            body=wording.text,
            callback=public_url(self.settings.public_base_url, f"/sms/receipts/{row.token}"),
            valid_seconds=min(int((closes - self.now).total_seconds()), LONGEST_VALIDITY_SECONDS),
            sender=None if _service_chooses(self.settings) else sender,
        )


def paced(settings: Settings) -> list[str]:
    """Return the senders whose pace is kept: our numbers, or the service that chooses one."""
    return list(dict.fromkeys(_pace(settings, sender) for sender in settings.senders))


def _service_chooses(settings: Settings) -> bool:
    return bool(settings.twilio_messaging_service_sid) and len(settings.senders) == 1


def _pace(settings: Settings, sender: str) -> str:
    return settings.twilio_messaging_service_sid if _service_chooses(settings) else sender
