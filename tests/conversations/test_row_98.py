"""Row 98: the question after a visit is answered with a score, which is no thing that matters."""

import json
from datetime import timedelta
from uuid import UUID

import pytest
from cast import CLINIC_TIME
from conversations.conftest import Asked, TextIn
from conversations.test_rows_answers import again, read_of, sheet_of, texts_at
from factories import make_ask
from sqlmodel import col, select

from app.appointments.models import Appointment
from app.conversations.models import Reply
from app.db import Database, unseal
from app.invitations.states import Kind


@pytest.fixture
def visit_over(database: Database, asked: Asked) -> UUID:
    """Sam's visit, and the question after it, which went out four hours later."""
    visit = asked()
    with database.writing() as session:
        appointment = session.get_one(Appointment, visit)
        sent_at = CLINIC_TIME + timedelta(hours=4)
        make_ask(session, appointment, kind=Kind.FEEDBACK.value, sent_at=sent_at)
    return visit


@pytest.mark.parametrize(
    ("body", "score"), [("7", 7), ("like a 7?", 7), ("8/9", 8), ("eight", 8), ("7 thx", 7)]
)
def test_row_98_a_score_is_kept_is_no_priority_and_stands_on_nobodys_sheet(
    database: Database, visit_over: UUID, body: str, score: int
) -> None:
    assert texts_at(database, body, 5) == ""
    assert said(database) == [score]
    assert read_of(database, visit_over) == []
    assert sheet_of(database, visit_over)["replies"] == []


def test_row_98_what_stands_beside_a_score_is_carried_forward(
    database: Database, visit_over: UUID
) -> None:
    answer = texts_at(database, "7 but nobody asked about my knee", 5)
    assert "keep this for next time" in answer
    assert said(database) == [7]
    assert "my knee" in str(read_of(database, visit_over))
    with database.writing() as session:
        later = again(session, visit_over, 30)
    assert "my knee" in str(sheet_of(database, later)["carried"])


def test_row_98_a_number_before_the_question_is_no_score(
    database: Database, asked: Asked, text_in: TextIn
) -> None:
    asked()
    text_in("7")
    assert said(database) == [None]


def said(database: Database) -> list[int | None]:
    with database.reading() as session:
        replies = session.exec(select(Reply).order_by(col(Reply.received_at))).all()
        return [json.loads(unseal(session, reply, "said")).get("score") for reply in replies]
