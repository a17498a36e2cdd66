"""What a list brings besides names and times: flags, outcomes, kinds of visit, answers."""

from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from cast import AISHA, LONDON, SAM
from factories import make_clinic
from lists import CODE, HEADINGS, clinic_list, row
from sqlmodel import select

from app.appointments.models import Appointment, ClinicList, RememberedColumns
from app.appointments.preview import look
from app.appointments.previewed import Upload
from app.appointments.register import (
    Saved,
    decide,
    look_again,
    preview_clinic_list,
    save_clinic_list,
    say_columns,
)
from app.db import Database, unseal
from app.errors import Refusal
from app.invitations.planning import plan_texts
from app.people.models import YoungPerson

BY = "command line"
ASK_TIME = datetime(2026, 5, 8, 15, 5, tzinfo=UTC)


@pytest.fixture(autouse=True)
def clinic(database: Database) -> UUID:
    with database.writing() as session:
        return make_clinic(session, code=CODE).id


def upload(*rows: dict[str, str], more: tuple[str, ...] = ()) -> Upload:
    headings = (*HEADINGS, *more)
    return Upload("l.csv", clinic_list(*rows, headings=headings), LONDON, None, fictional=True)


def save(database: Database, now: datetime, given: Upload, **said: object) -> Saved:
    with database.writing() as session:
        preview = preview_clinic_list(session, given, by=BY, now=now)
        return save_clinic_list(session, preview.list_id, by=BY, now=now, **said)  # type: ignore[arg-type]


def person(database: Database) -> YoungPerson:
    with database.reading() as session:
        return session.exec(select(YoungPerson)).one()


@pytest.mark.parametrize(
    ("heading", "value"),
    [("Do not text", "yes"), ("SMS consent", "declined"), ("Sensitive", "S"), ("Deceased", "Y")],
)
def test_somebody_the_hospital_flags_is_never_texted(
    database: Database, now: datetime, heading: str, value: str
) -> None:
    save(database, now, upload(row(SAM)))
    cells = row(SAM) | {heading.lower().replace(" ", "_"): value}
    save(database, now, upload(cells, more=(heading,)))
    with database.writing() as session:
        assert plan_texts(session, now=ASK_TIME) == 0
    assert person(database).not_texted in ("do_not_text", "deceased")


@pytest.mark.parametrize("mobile", ["1234", "07700 900101"])
def test_a_death_is_noted_also_from_a_row_to_mend_or_one_that_changes_nothing(
    database: Database, now: datetime, mobile: str
) -> None:
    save(database, now, upload(row(SAM)))
    cells = row(SAM, mobile=mobile) | {"deceased": "Y"}
    given = upload(cells, more=("Deceased",))
    with database.reading() as session:
        assert not look(session, given, now=now).preview.changes_nothing
    save(database, now, given)
    assert person(database).not_texted == "deceased"


def test_who_has_a_row_to_mend_or_set_aside_is_not_missing(
    database: Database, now: datetime
) -> None:
    save(database, now, upload(row(SAM), row(AISHA)))
    for wrong in ({"mobile": "1234"}, {"date_of_birth": "14/03/2020"}):
        with database.reading() as session:
            given = upload(row(SAM, **wrong), row(AISHA))
            assert look(session, given, now=now).preview.counts["missing"] == 0


def test_without_a_flag_they_are_asked(database: Database, now: datetime) -> None:
    save(database, now, upload(row(SAM)))
    with database.writing() as session:
        assert plan_texts(session, now=ASK_TIME) == 1


def test_a_list_that_says_nothing_of_a_flag_leaves_it(database: Database, now: datetime) -> None:
    save(database, now, upload(row(SAM) | {"do_not_text": "yes"}, more=("Do not text",)))
    save(database, now, upload(row(SAM)))
    assert person(database).not_texted == "do_not_text"
    save(database, now, upload(row(SAM) | {"do_not_text": "no"}, more=("Do not text",)))
    assert person(database).not_texted is None


def test_a_list_that_says_nothing_of_a_language_leaves_it(
    database: Database, now: datetime
) -> None:
    save(database, now, upload(row(SAM, language="Polish")))
    save(database, now, upload(row(SAM)))
    assert person(database).language == "pl"


def test_what_became_of_a_visit_is_recorded(database: Database, now: datetime) -> None:
    save(database, now, upload(row(SAM), row(AISHA)))
    after = datetime(2026, 5, 13, 8, 0, tzinfo=UTC)
    done = upload(row(SAM, status="Attended"), row(AISHA, status="DNA"))
    assert save(database, after, done).counts["outcome"] == 2
    with database.reading() as session:
        states = {each.status for each in session.exec(select(Appointment))}
    assert states == {"fulfilled", "noshow"}


def test_of_a_postcode_only_the_first_half_and_the_decile_are_kept(
    database: Database, now: datetime, tmp_path: Path
) -> None:
    file = tmp_path / "deciles.csv"
    file.write_text("postcode,decile\nB15 2TT,2\n")
    cells = row(SAM) | {"postcode": "b152tt", "ethnicity": "J"}
    save(database, now, upload(cells, more=("Postcode", "Ethnicity")), deciles=file)
    with database.reading() as session:
        found = session.exec(select(YoungPerson)).one()
        assert unseal(session, found, "postcode_area") == "B15"
        assert unseal(session, found, "ethnicity") == "J"
    assert found.deprivation_decile == 2


def test_a_telephone_visit_is_one(database: Database, now: datetime) -> None:
    cells = row(SAM) | {"appointment_type": "Telephone clinic"}
    save(database, now, upload(cells, more=("Appointment type",)))
    with database.reading() as session:
        assert session.exec(select(Appointment)).one().visit_kind == "telephone"


def test_the_same_content_again_does_nothing_even_to_what_waits(
    database: Database, now: datetime
) -> None:
    given = upload(row(SAM), row(AISHA, status="maybe"))
    save(database, now, given)
    with database.reading() as session:
        found = look(session, given, now=now).preview
    assert found.changes_nothing
    assert found.saved_before == now
    assert found.counts["unchanged"] == 1


def test_very_many_new_visits_want_the_clinics_name(
    database: Database, now: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.appointments.previewed.MOST_UNTYPED", 1)
    given = upload(row(SAM), row(AISHA))
    with pytest.raises(Refusal, match="Type the name of the clinic"):
        save(database, now, given, typed="another hospital")
    assert save(database, now, given, typed=" riverside  HOSPITAL").counts["new"] == 2


def test_an_answer_is_kept_and_lets_the_rows_go_ahead(database: Database, now: datetime) -> None:
    given = upload(row(SAM), row(AISHA, mobile="07700 900101"))
    with database.writing() as session:
        preview = preview_clinic_list(session, given, by=BY, now=now)
        assert preview.counts["held_back"] == 2
        kept = session.get_one(ClinicList, preview.list_id)
        decide(session, kept, {"2:one_mobile:0101": "shared"}, by=BY, now=now)
        assert save_clinic_list(session, kept.id, by=BY, now=now).counts["new"] == 2
    with database.reading() as session:
        owners = {each.number_belongs_to for each in session.exec(select(YoungPerson))}
    assert owners == {"shared"}


def test_columns_that_were_said_once_are_known_for_that_shape_of_file(
    database: Database, now: datetime
) -> None:
    odd = Upload(
        "l.csv",
        clinic_list(row(SAM)).replace(b"NHS number", b"Identifier A"),
        LONDON,
        None,
        fictional=True,
    )
    with database.writing() as session:
        preview = preview_clinic_list(session, odd, by=BY, now=now)
        assert preview.wants_columns
        kept = session.get_one(ClinicList, preview.list_id)
        places = {**preview.layout.places, "NHS number": 0}
        said = preview.layout.with_kept(preview.layout.kept() | {"places": places})
        say_columns(session, kept, said, by=BY, now=now)
        assert look_again(session, kept, now=now).preview.counts["new"] == 1
    with database.reading() as session:
        assert look(session, odd, now=now).preview.counts["new"] == 1
        remembered = session.exec(select(RememberedColumns)).one()
    assert SAM.first_name not in str(remembered.columns)
