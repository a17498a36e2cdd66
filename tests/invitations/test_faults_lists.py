"""Fault 15: the same list twice, or eight times at once: each visit is planned and asked once."""

from concurrent.futures import ThreadPoolExecutor

from cast import AISHA, LONDON, SAM, ZOE
from factories import make_clinic
from invitations.conftest import Go, Hands, Recording
from lists import CODE, clinic_list, row
from sqlmodel import select

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list, save_clinic_list
from app.db import Database
from app.errors import Refusal
from app.invitations.models import Invitation
from app.invitations.planning import plan_texts

LIST = clinic_list(*(row(who) for who in (SAM, AISHA, ZOE)))
MANY = 8


def upload(database: Database, clock: Hands) -> None:
    """Preview a list and save it, as somebody does who does not know of the others."""
    with database.writing() as session:
        given = Upload("list.csv", LIST, LONDON, None, fictional=True)
        preview = preview_clinic_list(session, given, by="tests", now=clock())
    try:
        with database.writing() as session:
            save_clinic_list(session, preview.list_id, by="tests", now=clock())
    except Refusal:
        # Somebody else's list came in between: this one has to be previewed again.
        return


def planned(database: Database, clock: Hands) -> int:
    with database.writing() as session:
        return plan_texts(session, now=clock())


def test_fault_15_a_list_that_is_uploaded_twice_is_planned_and_asked_about_once(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        make_clinic(session, code=CODE)
    upload(database, clock)
    assert planned(database, clock) == 3
    upload(database, clock)
    assert planned(database, clock) == 0
    assert go().sent == 3
    upload(database, clock)
    go()
    assert len(gateway.texts) == 3


def test_fault_15_a_list_that_is_uploaded_eight_times_at_once_is_asked_about_once(
    database: Database, gateway: Recording, go: Go, clock: Hands
) -> None:
    with database.writing() as session:
        make_clinic(session, code=CODE)
    with ThreadPoolExecutor(MANY) as pool:
        list(pool.map(lambda _: upload(database, clock), range(MANY)))
        counts = list(pool.map(lambda _: planned(database, clock), range(MANY)))
    assert sum(counts) == 3
    go()
    assert sorted(text.to for text in gateway.texts) == sorted(
        str(who.mobile) for who in (SAM, AISHA, ZOE)
    )
    with database.reading() as session:
        asks = session.exec(select(Invitation).where(Invitation.kind == "ask")).all()
    assert len(asks) == 3
