"""What is raised or opened again is told of from the start: the lead, the cover, the list."""

from datetime import timedelta

import pytest
from cast import NOW
from safeguarding.mail_server import Moods
from safeguarding.net import QUARTER, Net
from sqlmodel import select

from app.db import Database
from app.safeguarding.acts import Act, Done, acknowledge, close, open_again, set_tier
from app.safeguarding.models import Alert, Concern
from app.safeguarding.opening import place_concern
from app.safeguarding.telling import tell_what_is_due

LADDER = ["lead", "cover", "list", "list"]


def do(net: Net, what: str) -> None:
    """Do one thing with the concern, as a person does."""
    with net.database.writing() as session:
        concern_id, act = net.concern().id, Act("staff:1", net.now)
        done = {
            "acknowledge": lambda: acknowledge(session, concern_id, act),
            "raise": lambda: set_tier(session, concern_id, act, tier=1, reason="graver"),
            "lower": lambda: set_tier(session, concern_id, act, tier=2, reason="past"),
            "close": lambda: close(
                session, concern_id, act, outcome="other", action="other", words="rang"
            ),
            "reopen": lambda: open_again(session, concern_id, act, reason="texted again"),
        }[what]()
        assert done == Done()


def told(server: tuple[Moods, str]) -> list[str]:
    """Who was told since this was last asked."""
    to = [each.partition("@")[0] for each in server[0].to]
    server[0].mails.clear()
    return to


AGAIN = {"raised": ("lower", "raise"), "reopened": ("close", "reopen")}


@pytest.mark.parametrize("again", AGAIN)
def test_the_ladder_begins_at_the_lead_again_each_time(
    net: Net, server: tuple[Moods, str], again: str
) -> None:
    net.opens()
    net.ticks()
    net.ticks(QUARTER)
    assert told(server) == ["lead", "cover"]
    for _ in range(2):
        for what in AGAIN[again]:
            do(net, what)
        net.ticks()
        assert "Others have been told before you" not in str(server[0].mails[-1])
        assert told(server) == ["lead"]
        for _ in range(3):
            net.ticks(QUARTER)
        assert told(server) == LADDER[1:]


@pytest.mark.parametrize("again", AGAIN)
def test_an_acknowledgement_of_before_counts_no_more(
    net: Net, server: tuple[Moods, str], again: str
) -> None:
    net.opens()
    net.ticks()
    do(net, "acknowledge")
    net.ticks(QUARTER)
    assert told(server) == ["lead"]
    for what in AGAIN[again]:
        do(net, what)
    assert net.concern().acknowledged_by is None
    for _ in range(3):
        net.ticks(QUARTER)
    assert told(server) == LADDER[:3]
    do(net, "acknowledge")
    net.ticks(QUARTER)
    assert told(server) == []


def test_each_round_is_put_down_once_however_many_processes_do_it(net: Net) -> None:
    net.opens()
    net.ticks()
    do(net, "close")
    do(net, "reopen")
    for _ in range(3):
        tell_what_is_due(net.database, now=net.now)
    with net.database.reading() as session:
        alerts = session.exec(select(Alert).where(Alert.channel == "email")).all()
    concern = net.concern().id
    assert {each.about for each in alerts} == {f"concern:{concern}", f"concern:{concern}:1"}
    assert len(alerts) == 2


def test_a_mail_of_before_that_fails_hurries_nobody_of_the_new_round(
    net: Net, server: tuple[Moods, str]
) -> None:
    net.opens()
    tell_what_is_due(net.database, now=net.now)
    do(net, "close")
    do(net, "reopen")
    tell_what_is_due(net.database, now=net.now)
    # The mail of the first round is refused for good, the one of the second is taken.
    server[0].at_recipient = ["550 no such mailbox"]
    net.ticks()
    assert net.concern().due_at == net.now + QUARTER
    assert told(server) == ["lead"]


def test_what_a_person_raised_is_not_lowered_by_an_age_that_comes_to_light(
    database: Database, net: Net
) -> None:
    net.opens("i think im pregnant")
    do(net, "close")
    do(net, "reopen")
    with database.writing() as session:
        concern = session.exec(select(Concern)).one()
        assert concern.tier == 2
        tier = place_concern(session, concern.id, by="tests", now=NOW + timedelta(hours=1), age=19)
    assert tier == 2
