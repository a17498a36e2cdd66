"""Which of our numbers a text leaves from, and how fast they hand over."""

import time
from itertools import pairwise
from uuid import UUID

import pytest
from cast import ELLA, JACK, SAM, Cast
from factories import make_appointment, make_clinic, make_person
from fake_twilio.server import running
from fake_twilio.through import through
from invitations.conftest import DUE, VISIT, Book, Go, Hands, Recording
from invitations.crash_points import in_a_process

from app.db import Database
from app.invitations.dispatch import plan_due, send_due, send_ready
from app.invitations.live import go_live
from app.invitations.pace import reserve
from app.invitations.senders import Choice, Family
from app.settings import Settings
from app.sms.twilio import TwilioGateway

ONE, TWO = "+447700900901", "+447700900902"
ELLAS, JACKS = UUID(int=1), UUID(int=2)


def test_somebody_keeps_the_number_they_know() -> None:
    assert Family().choose(ELLAS, [ONE, TWO]) == Choice(ONE)
    assert Family([(ELLAS, TWO)]).choose(ELLAS, [ONE, TWO]) == Choice(TWO)


def test_another_on_the_same_phone_is_texted_from_another_number() -> None:
    assert Family([(ELLAS, ONE)]).choose(JACKS, [ONE, TWO]) == Choice(TWO)


def test_where_there_is_no_other_number_the_text_says_whom_it_is_for() -> None:
    assert Family([(ELLAS, ONE)]).choose(JACKS, [ONE]) == Choice(ONE, for_whom=True)


@pytest.mark.parametrize("more", ["", TWO])
def test_a_brother_and_a_sister_on_one_phone_are_told_apart(
    database: Database,
    gateway: Recording,
    settings: Settings,
    book: Book,
    clock: Hands,
    more: str,
) -> None:
    book(Cast(**{**vars(ELLA), "number_belongs_to": "unknown"}))
    book(Cast(**{**vars(JACK), "number_belongs_to": "unknown"}))
    given = {"sender": ONE, "more_senders": more, "most_per_number_a_day": 2}
    send_due(database, gateway, settings.model_copy(update=given), clock)
    first, second = gateway.texts
    assert first.sender == ONE
    assert second.sender == (more or ONE)
    assert ("with a text for" in second.body) is not bool(more)


def test_on_a_phone_that_is_not_theirs_alone_the_text_says_whom_it_is_for(
    gateway: Recording, book: Book, go: Go
) -> None:
    book(JACK)
    go()
    assert "with a text for Jack" in gateway.texts[0].body


def test_a_sender_is_reserved_one_after_the_other_and_only_for_soon(database: Database) -> None:
    with database.writing() as session:
        first = reserve(session, ONE, 5, 10.0)
        second = reserve(session, ONE, 5, 10.0)
        other = reserve(session, TWO, 1, 10.0)
        far = reserve(session, ONE, 500, 10.0)
    assert first == pytest.approx([0, 0.1, 0.2, 0.3, 0.4], abs=0.01)
    assert 0 < second[0] <= 0.5 <= second[0] + first[-1] + 0.5
    assert other == [0.0]
    assert far[-1] <= 2.0


RATE, TEXTS = 20.0, 40


def test_two_processes_together_hand_over_no_faster_than_the_sender_may(
    database: Database, settings: Settings, clock: Hands
) -> None:
    with running() as fake:
        fake.clock = clock
        live = through(fake, settings, sender_rate=RATE)
        with database.writing() as session:
            go_live(session, live, by="tests", now=DUE)
            clinic = make_clinic(session)
            for place in range(TEXTS):
                who = Cast("Sam", "A", f"99900{place:05}", SAM.date_of_birth, f"+4477009{place:05}")
                make_appointment(session, clinic, make_person(session, who), starts_at=VISIT)
        plan_due(database, live, clock)
        address = database.url.render_as_string(hide_password=False)

        def work() -> None:
            own = Database(address, live.vault())
            send_ready(own, TwilioGateway(live), live, clock)
            own.engine.dispose()

        began = time.monotonic()
        assert in_a_process(lambda: in_two(work)) == 0
        assert len(fake.accepted) == TEXTS
        assert max(fake.by_token.values()) == 1
        came = [asked.at for asked in fake.requests if asked.method == "POST"]
        # A call may take a moment longer on its way than the next: in a second all is even again.
        assert all(sum(at <= each < at + 1 for each in came) <= RATE * 1.25 for at in came)
        assert came[-1] - began >= (TEXTS - 1) / RATE - 0.1
        assert len(list(pairwise(came))) == TEXTS - 1


def in_two(work: object) -> None:
    """Do the same work in this process and in another at once."""
    import os

    child = os.fork()
    try:
        work()  # type: ignore[operator]
    finally:
        if child == 0:
            os._exit(0)
    os.waitpid(child, 0)
