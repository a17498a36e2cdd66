"""Faults 17 to 20 and 88: refused for one, for all, or by ourselves: nobody is failed for it."""

from datetime import UTC, datetime, timedelta

import pytest
from cast import AISHA, SAM, ZOE, Cast
from factories import make_appointment, make_clinic, make_person
from fake_twilio.server import FakeTwilio
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording, only_ask
from sqlmodel import select

from app.appointments.models import Appointment
from app.db import Database, vault_of
from app.invitations.asking import About, words_of
from app.invitations.dispatch import send_due
from app.invitations.models import Invitation, Notice, OptOut, Pause
from app.invitations.opt_out import record_opt_out, record_person_opt_out
from app.invitations.pauses import ALL, resume
from app.invitations.planning import plan_texts
from app.invitations.states import Kind, State
from app.people.models import YoungPerson
from app.settings import Settings
from app.sms.twilio import TwilioGateway
from app.sms.wording import Wording

OWED_TO_ONE = 10_000
# The window that opens next after the Friday on which they are due.
MONDAY = datetime(2026, 5, 11, 15, 0, tzinfo=UTC)


@pytest.fixture
def live(live: Settings) -> Settings:
    """As fast as it goes, and for as many as are booked."""
    quick = {"sender_rate": 1000.0, "most_per_clinic_an_hour": 10_000}
    return live.model_copy(update=quick)


def book_many(database: Database, number: int) -> None:
    """Book visits of one clinic for so many people, each with a phone of their own."""
    with database.writing() as session:
        clinic = make_clinic(session)
        for place in range(number):
            mobile = f"+4477009{place:05}"
            who = Cast("Sam", "Okafor", f"99900{place:05}", SAM.date_of_birth, mobile)
            make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)


def book_for_one(database: Database, number: int) -> None:
    """Book so many visits of one person, a second apart, all in one go."""
    with database.writing() as session:
        clinic, person = make_clinic(session), make_person(session, SAM)
        session.add_all(
            Appointment(
                clinic_id=clinic.id,
                young_person_id=person.id,
                starts_at=VISIT + timedelta(seconds=place),
                created_at=DUE,
                updated_at=DUE,
            )
            for place in range(number)
        )


def states(database: Database) -> dict[str, int]:
    with database.reading() as session:
        found = session.exec(select(Invitation.state).where(Invitation.kind == "ask")).all()
    return {state: found.count(state) for state in set(found)}


def pauses(database: Database) -> list[tuple[str, str | None]]:
    with database.reading() as session:
        return [(each.reason, each.code) for each in session.exec(select(Pause))]


def notices(database: Database) -> list[str]:
    with database.reading() as session:
        return [each.kind for each in session.exec(select(Notice))]


def go_on(database: Database, scope: str, clock: Hands) -> None:
    with database.writing() as session:
        assert resume(session, scope, by="tests", now=clock()) == 1


@pytest.mark.parametrize("whose", ["number", "person"])
def test_fault_17_a_stop_between_plan_and_sending_stops_the_text(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands, whose: str
) -> None:
    book()
    with database.writing() as session:
        assert plan_texts(session, now=clock()) == 1
        if whose == "number":
            record_opt_out(session, SAM.mobile or "", "texted", by="tests", now=clock())
        else:
            person = session.exec(select(YoungPerson)).one()
            record_person_opt_out(session, person.id, "texted", by="tests", now=clock())
    go()
    assert gateway.texts == []
    assert (only_ask(database).state, only_ask(database).reason) == ("suppressed", "opted_out")


def test_fault_18_a_stop_that_only_the_provider_knew_becomes_ours_and_is_said(
    database: Database, live: Settings, fake: FakeTwilio, book: Book, clock: Hands
) -> None:
    book()
    fake.refusals = {SAM.mobile or "": 21610}
    gateway = TwilioGateway(live)
    assert send_due(database, gateway, live, clock).refused == 1
    ask = only_ask(database)
    assert (ask.state, ask.error_code) == (State.SUPPRESSED, "21610")
    assert notices(database) == ["provider_opt_out"]
    with database.reading() as session:
        assert session.exec(select(OptOut)).one().reason == "provider"
    clock.move(minutes=5)
    send_due(database, gateway, live, clock)
    assert fake.asked == 1


@pytest.mark.parametrize("mood", ["refuse_credentials", "refuse:21408", "refuse:21606"])
def test_fault_19_a_fault_of_ours_meets_one_text_pauses_once_and_fails_nobody(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands, mood: str
) -> None:
    number = 500 if mood == "refuse_credentials" else 40
    book_many(database, number)
    gateway = TwilioGateway(live)
    fake.mood = mood
    assert send_due(database, gateway, live, clock).stopped
    clock.move(minutes=10)
    assert not send_due(database, gateway, live, clock).anything
    code = "20003" if mood == "refuse_credentials" else mood.removeprefix("refuse:")
    assert (fake.asked, pauses(database)) == (1, [("configuration", code)])
    assert notices(database) == ["sending_paused"]
    assert states(database) == {"ready": number}
    fake.mood = "accept"
    go_on(database, ALL, clock)
    assert send_due(database, gateway, live, clock).sent == number
    assert max(fake.by_token.values()) == 1


def test_fault_19_a_fault_that_begins_later_meets_only_what_is_under_way(
    database: Database, live: Settings, fake: FakeTwilio, clock: Hands
) -> None:
    book_many(database, 120)
    gateway = TwilioGateway(live)
    fake.next_moods = ["accept"] * 40
    fake.mood = "refuse_credentials"
    done = send_due(database, gateway, live, clock)
    assert (done.sent, done.stopped) == (40, True)
    assert fake.by_mood["refuse_credentials"] <= live.texts_at_once
    assert states(database) == {"accepted": 40, "ready": 80}
    assert len(pauses(database)) == 1
    fake.mood = "accept"
    go_on(database, ALL, clock)
    assert send_due(database, gateway, live, clock).sent == 80
    assert max(fake.by_token.values()) == 1


def test_fault_20_whatever_is_owed_to_one_number_it_gets_no_more_than_its_share(
    database: Database, gateway: Recording, settings: Settings, clock: Hands
) -> None:
    book_for_one(database, OWED_TO_ONE)
    much = settings.model_copy(update={"sender_rate": 1000.0, "texts_at_once": 128})
    for held in (OWED_TO_ONE - 1, 0):
        assert send_due(database, gateway, much, clock).held == held
        clock.move(minutes=20)
    assert len(gateway.texts) == 1
    assert states(database) == {"accepted": 1, "ready": OWED_TO_ONE - 1}
    with database.reading() as session:
        waiting = select(Invitation.due_at, Invitation.reason, Invitation.lease_until)
        waits = session.exec(waiting.where(Invitation.state == "ready").distinct()).all()
    assert waits == [(MONDAY, "number_day", None)]
    clock.now = DUE + timedelta(days=3)
    assert send_due(database, gateway, much, clock).sent == 1
    assert len(gateway.texts) == 2


def test_fault_20_no_number_gets_more_than_three_texts_in_seven_days(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        clinic, person = make_clinic(session, weekdays="1234567"), make_person(session, SAM)
        for days in range(12):
            make_appointment(session, clinic, person, starts_at=VISIT + timedelta(days=days))
    went = []
    for _ in range(14):
        before = len(gateway.texts)
        go()
        went += [clock.now.date()] * (len(gateway.texts) - before)
        clock.move(days=1)
    assert len(went) == len(set(went))
    assert all(sum(day <= each < day + timedelta(days=7) for each in went) <= 3 for day in went)
    assert len(went) > 3


@pytest.mark.parametrize(
    ("limit", "reason"),
    [("most_per_clinic_an_hour", "cap_clinic"), ("most_a_day", "cap_overall")],
)
def test_fault_20_far_more_than_ever_stands_still_until_a_person_has_looked(
    database: Database,
    gateway: Recording,
    settings: Settings,
    clock: Hands,
    limit: str,
    reason: str,
) -> None:
    book_many(database, 12)
    few = settings.model_copy(update={limit: 5, "sender_rate": 1000.0})
    assert send_due(database, gateway, few, clock).sent == 5
    assert [each for each, _ in pauses(database)] == [reason]
    assert notices(database) == ["sending_paused"]
    clock.move(minutes=61)
    assert send_due(database, gateway, few, clock).sent == 0
    with database.reading() as session:
        scope = session.exec(select(Pause.scope)).one()
    go_on(database, scope, clock)
    clock.move(minutes=1)
    assert send_due(database, gateway, few, clock).sent == 5
    assert [each for each, _ in pauses(database)] == [reason, reason]


def test_fault_88_a_text_that_cannot_be_written_is_put_aside_and_others_go_on(
    database: Database,
    gateway: Recording,
    book: Book,
    go: Go,
    clock: Hands,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for who in (SAM, AISHA, ZOE):
        book(who)
    tries: list[Kind] = []

    def broken(kind: Kind, about: About) -> Wording:
        if about.first_name == "Aisha":
            tries.append(kind)
            raise RuntimeError("cannot be written")
        return words_of(kind, about)

    monkeypatch.setattr("app.invitations.claiming.words_of", broken)
    assert go().sent == 2
    for _ in range(6):
        clock.move(minutes=6)
        go()
    assert len(tries) == 3
    assert sorted(states(database)) == ["accepted", "rejected"]
    assert notices(database) == ["cannot_be_written"]


def test_fault_88_a_person_whose_row_does_not_open_holds_up_nobody(
    database: Database, gateway: Recording, book: Book, go: Go, clock: Hands
) -> None:
    for who in (SAM, AISHA):
        book(who)
    with database.writing() as session:
        plan_texts(session, now=clock())
        for person in session.exec(select(YoungPerson)).all():
            if person.mobile_key == vault_of(session).lookup("mobile", SAM.mobile or ""):
                person.date_of_birth_sealed = b"not sealed by us"
    for _ in range(4):
        go()
        clock.move(minutes=6)
    assert [text.to for text in gateway.texts] == [AISHA.mobile]
    assert notices(database) == ["cannot_be_written"]
