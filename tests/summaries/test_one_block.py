"""Where it is not sure what a text comes apart into, the sheet shows it whole, and suggests."""

from datetime import datetime

from cast import CLINIC_TIME, SAM
from factories import make_appointment, make_ask, make_clinic, make_person

from app.clinics.models import Clinic
from app.conversations.intake import Inbound, take_in
from app.db import Database
from app.summaries.presenter import as_text, present
from app.summaries.queries import clinic_sheet

BREATHLESS = "my inhaler doesnt work n im always tired n i dont wanna come off steroids"

ONE_THING = "my mums boyfriend hits me"


def texted(database: Database, now: datetime, *texts: str) -> Clinic:
    with database.writing() as session:
        clinic = make_clinic(session)
        visit = make_appointment(session, clinic, make_person(session, SAM))
        make_ask(session, visit, state="delivered")
    for place, text in enumerate(texts, 1):
        take_in(database, Inbound(f"SM{place:032x}", SAM.mobile or "", text, 0, []), now=now)
    return clinic


def test_a_breathless_text_stands_whole_above_what_it_may_come_apart_into(
    database: Database, now: datetime
) -> None:
    clinic = texted(database, now, BREATHLESS)
    with database.reading() as session:
        sheet = clinic_sheet(session, clinic, CLINIC_TIME.date(), now=now)
    line = present(sheet)["lines"][0]
    assert line["whole"] == [BREATHLESS]
    assert "not sure" in line["perhaps"]
    assert len(line["priorities"]) > 1
    printed = as_text(sheet)
    assert printed.index(BREATHLESS) < printed.index("not sure") < printed.index("1. ")


def test_what_comes_apart_into_nothing_is_not_said_twice(database: Database, now: datetime) -> None:
    clinic = texted(database, now, ONE_THING)
    with database.reading() as session:
        sheet = clinic_sheet(session, clinic, CLINIC_TIME.date(), now=now)
    assert not sheet.lines[0].confident
    line = present(sheet)["lines"][0]
    assert (line["whole"], line["perhaps"], line["priorities"]) == ([], "", [ONE_THING])
    assert "not sure" not in as_text(sheet)


def test_a_plain_list_is_a_list_and_nothing_else(database: Database, now: datetime) -> None:
    clinic = texted(database, now, "1. sleep 2. school")
    with database.reading() as session:
        line = present(clinic_sheet(session, clinic, CLINIC_TIME.date(), now=now))["lines"][0]
    assert (line["whole"], line["perhaps"]) == ([], "")
    assert line["priorities"] == ["sleep", "school"]


def test_row_24_pictures_stand_as_they_came_and_are_named(
    database: Database, now: datetime
) -> None:
    clinic = texted(database, now, "\U0001f634\U0001f4a9\U0001f3eb")
    with database.reading() as session:
        line = present(clinic_sheet(session, clinic, CLINIC_TIME.date(), now=now))["lines"][0]
    assert line["priorities"] == ["\U0001f634\U0001f4a9\U0001f3eb"]
    assert "The pictures are: sleeping face, pile of poo, school." in line["says"]


def test_who_is_to_be_offered_time_alone_is_said_once(database: Database, now: datetime) -> None:
    clinic = texted(database, now, "my nan keeps answering for me", "who reads this")
    with database.reading() as session:
        line = present(clinic_sheet(session, clinic, CLINIC_TIME.date(), now=now))["lines"][0]
    assert str(line).count("alone") == 1
