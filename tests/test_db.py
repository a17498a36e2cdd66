"""How transactions are opened and kept, on both databases."""

from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from uuid import uuid4

import pytest
from cast import SAM, ZOE
from factories import make_appointment, make_clinic, make_person
from sqlalchemy.exc import IntegrityError, StatementError
from sqlmodel import Session, col, func, select

from app.clinics.models import Clinic
from app.db import Database, insert_new, seal, unseal
from app.errors import SealBroken
from app.heartbeat import Heartbeat, beat
from app.people.models import YoungPerson


def codes(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.exec(select(Clinic.code).order_by(Clinic.code)))


def add_and_fail(session: Session) -> None:
    make_clinic(session, code="RIV-TUE")
    raise RuntimeError("half way")


def test_a_transaction_that_ends_well_is_kept(database: Database) -> None:
    with database.writing() as session:
        make_clinic(session, code="RIV-TUE")
    assert codes(database) == ["RIV-TUE"]


def test_a_transaction_that_fails_leaves_nothing(database: Database) -> None:
    with pytest.raises(RuntimeError, match="half way"), database.writing() as session:
        add_and_fail(session)
    assert codes(database) == []


def test_several_transactions_in_a_row_share_a_connection(database: Database) -> None:
    with database.engine.connect() as connection:
        with pytest.raises(RuntimeError, match="half way"), database.redoing(connection) as session:
            add_and_fail(session)
        with database.writing(connection) as session:
            make_clinic(session, code="RIV-TUE")
        with database.redoing(connection) as session:
            make_clinic(session, code="RIV-WED")
        with database.writing(connection) as session:
            make_clinic(session, code="RIV-THU")
    assert codes(database) == ["RIV-THU", "RIV-TUE", "RIV-WED"]


def test_a_transaction_within_another_is_refused_for_nothing_of_it_would_be_kept(
    database: Database,
) -> None:
    with database.engine.connect() as connection:
        connection.execute(select(Clinic.id))
        with pytest.raises(RuntimeError, match="not this one"), database.writing(connection):
            pass


def test_looking_changes_nothing(database: Database) -> None:
    with database.writing() as session:
        make_clinic(session, code="RIV-TUE")
    with database.reading() as session:
        session.exec(select(Clinic)).one().code = "CHANGED"
        session.flush()
    assert codes(database) == ["RIV-TUE"]


def test_rows_can_still_be_read_after_they_were_kept(database: Database) -> None:
    with database.writing() as session:
        clinic = make_clinic(session, code="RIV-TUE")
    assert clinic.code == "RIV-TUE"


def test_many_who_write_at_once_wait_for_each_other(database: Database) -> None:
    def write(number: int) -> None:
        with database.writing() as session:
            session.exec(select(func.count()).select_from(Clinic)).one()
            make_clinic(session, code=f"C{number:02}")

    with ThreadPoolExecutor(8) as everybody:
        list(everybody.map(write, range(40)))
    assert len(codes(database)) == 40


def test_who_looks_does_not_wait_for_who_writes(database: Database) -> None:
    with database.writing() as session:
        make_clinic(session, code="RIV-TUE")
        assert codes(database) == []


def test_nothing_may_point_at_a_row_that_is_not_there(database: Database) -> None:
    with pytest.raises(IntegrityError), database.writing() as session:
        make_appointment(session, clinic_id=uuid4())


def test_times_come_back_in_utc(database: Database, now: datetime) -> None:
    with database.writing() as session:
        beat(session, "scheduler", now=datetime.fromisoformat("2026-05-06T16:30:00+01:00"))
    with database.reading() as session:
        kept = session.exec(select(Heartbeat.beat_at)).one()
    assert kept == now
    assert kept.utcoffset() is not None


def test_a_time_without_a_zone_is_refused(database: Database) -> None:
    with pytest.raises(StatementError), database.writing() as session:
        beat(session, "scheduler", now=datetime(2026, 5, 6, 15, 30))


def test_an_empty_cell_is_an_empty_text(database: Database) -> None:
    with database.writing() as session:
        person = make_person(session, ZOE, mobile=None)
        assert unseal(session, person, "mobile") == ""
        seal(session, person, "first_name", "Zo")
        assert unseal(session, person, "first_name") == "Zo"


def test_a_cell_copied_to_another_person_does_not_open(database: Database) -> None:
    with database.writing() as session:
        sam, zoe = make_person(session, SAM), make_person(session, ZOE)
        zoe.first_name_sealed = sam.first_name_sealed
        with pytest.raises(SealBroken):
            unseal(session, zoe, "first_name")


def test_new_rows_are_counted_and_known_ones_left_as_they_are(
    database: Database, now: datetime
) -> None:
    def rows(*names: str) -> list[dict[str, object]]:
        return [{"process": name, "beat_at": now} for name in names]

    with database.writing() as session:
        assert insert_new(session, Heartbeat, rows("web", "scheduler")) == 2
        assert insert_new(session, Heartbeat, rows("web", "listener"), ["process"]) == 1
        assert insert_new(session, Heartbeat, []) == 0
    with database.reading() as session:
        names = session.exec(select(Heartbeat.process).order_by(col(Heartbeat.process))).all()
    assert names == ["listener", "scheduler", "web"]


def test_more_rows_than_one_statement_carries_are_all_inserted(
    database: Database, now: datetime
) -> None:
    rows = [{"process": f"p{number}", "beat_at": now} for number in range(1201)]
    with database.writing() as session:
        assert insert_new(session, Heartbeat, rows) == 1201


def test_a_refused_row_is_not_quoted_in_the_fault(database: Database) -> None:
    with database.writing() as session:
        make_person(session, SAM)
    with pytest.raises(IntegrityError) as fault, database.writing() as session:
        make_person(session, SAM)
    assert SAM.nhs_number not in str(fault.value)
    with database.reading() as session:
        assert session.exec(select(func.count()).select_from(YoungPerson)).one() == 1


def test_sqlite_keeps_what_was_committed_through_a_power_cut(sqlite_database: Database) -> None:
    with sqlite_database.engine.connect() as connection:
        settings = [
            connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "synchronous", "foreign_keys")
        ]
    assert settings == ["wal", 2, 1]
