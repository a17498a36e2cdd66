"""What is done with a concern: who may, what it asks for, who was first, what it leaves."""

from uuid import UUID

import pytest
from cast import (
    CLINIC_ADMIN,
    CLINICIAN,
    NOW,
    SAFEGUARDING,
    STRANGER,
    StaffCast,
)  # fmt: skip
from concerns.opened import (
    SECOND_LEAD,
    Team,
    actions_of,
    as_it_stands,
    history,
    seen_on,
    send,
)  # fmt: skip
from conftest import SignedIn
from factories import make_staff

from app.db import Database
from app.safeguarding.models import Concern

LEAD, ADMIN = SAFEGUARDING, CLINIC_ADMIN
NEW_PHONE = "+447700900777"
CLOSING = {"outcome": "spoken_to", "action": "rang", "words": "Rang at 5pm, safe with mum."}


@pytest.mark.parametrize(
    ("who", "way", "form", "may"),
    [
        (who, way, form, who in may)
        for way, form, may in (
            ("acknowledge", {}, (LEAD, ADMIN, CLINICIAN)),
            ("note", {"note": "rang the school"}, (LEAD, ADMIN, CLINICIAN)),
            ("hand-over", {"to": "staff"}, (LEAD,)),
            ("tier", {"tier": "2", "reason": "past"}, (LEAD,)),
            ("close", CLOSING, (LEAD,)),
        )
        for who in (LEAD, ADMIN, CLINICIAN)
    ],
)
def test_each_role_does_what_is_its_to_do(
    database: Database, team: Team, concern: Concern,
    who: StaffCast, way: str, form: dict[str, str], may: bool,
) -> None:  # fmt: skip
    if "to" in form:
        form = {"to": team.by(CLINICIAN)}
    before = history(database, concern)
    code, _ = send(team.browser(who), concern, way, **form)
    assert (code, len(history(database, concern)) - len(before)) == ((200, 1) if may else (403, 0))


def test_a_second_person_is_told_who_acknowledged_first(
    database: Database, team: Team, concern: Concern
) -> None:
    _, page = send(team.browser(ADMIN), concern, "acknowledge", note="ringing now")
    assert "Acknowledged: it stays open" in page
    assert "ringing now" in page
    form = {"seen": "0"}
    browser = team.browser(LEAD)
    page = browser.post(
        f"/concerns/{concern.id}/acknowledge", data=form, follow_redirects=True
    ).text
    assert "Pat Lindqvist acknowledged it on Wednesday 6 May, 4.30pm. Nothing was changed" in page
    stands = as_it_stands(database, concern)
    assert (stands.acknowledged_by, stands.due_at) == (team.by(ADMIN), NOW)
    assert actions_of(database, concern) == ["concern_acknowledged"]


@pytest.mark.parametrize(
    ("way", "form"),
    [("close", CLOSING), ("tier", {"tier": "2", "reason": "past"}), ("hand-over", {"to": "lead"})],
)
def test_what_somebody_has_not_seen_they_do_not_decide_upon(
    database: Database, team: Team, concern: Concern, way: str, form: dict[str, str]
) -> None:
    form = {"to": team.by(CLINICIAN)} if "to" in form else form
    send(team.browser(ADMIN), concern, "note", note="mum rang: they are here")
    page = team.browser(LEAD).post(
        f"/concerns/{concern.id}/{way}", data={"seen": "0", **form}, follow_redirects=True
    ).text  # fmt: skip
    assert "Pat Lindqvist wrote a note" in page
    assert history(database, concern) == ["opened", "noted"]


@pytest.mark.parametrize("missing", ["outcome", "action", "words"])
@pytest.mark.parametrize("said", ["", " \n", None])
def test_nothing_closes_without_outcome_and_action(
    database: Database, team: Team, concern: Concern, missing: str, said: str | None
) -> None:
    form = {**CLOSING, missing: said}
    code, page = send(
        team.browser(LEAD), concern, "close", **{k: v for k, v in form.items() if v is not None}
    )
    assert code == 400
    assert "Nothing was changed" in page
    assert as_it_stands(database, concern).closed_at is None


def test_it_is_closed_with_outcome_and_action_and_opened_again_with_a_reason(
    database: Database, team: Team, concern: Concern
) -> None:
    lead = team.browser(LEAD)
    _, page = send(lead, concern, "close", **CLOSING)
    assert "Spoken to the young person" in page
    assert "Rang at 5pm, safe with mum." in page
    stands = as_it_stands(database, concern)
    assert (stands.outcome, stands.closed_by) == ("spoken_to", team.by(LEAD))
    page = lead.get("/concerns").text
    assert "No concern is open." in page
    assert "Spoken to the young person, closed by Ngozi Adeyemi" in page
    assert send(lead, concern, "reopen", reason="")[0] == 400
    _, page = send(lead, concern, "reopen", reason="they texted again")
    stands = as_it_stands(database, concern)
    assert (stands.closed_at, stands.outcome, stands.due_at) == (None, None, NOW)
    # What it was closed with stays in its history.
    assert "Rang at 5pm, safe with mum." in page
    assert "Opened again. People are told from the start again" in page
    assert history(database, concern) == ["opened", "closed", "opened_again"]


def test_a_lowered_tier_1_needs_another_person_before_it_closes(
    database: Database, team: Team, concern: Concern
) -> None:
    lead, other = team.browser(LEAD), team.browser(SECOND_LEAD)
    assert send(lead, concern, "tier", tier="3", reason="")[0] == 400
    send(lead, concern, "tier", tier="3", reason="a song they like")
    assert "Second look needed" in lead.get("/concerns").text
    code, page = send(lead, concern, "close", **CLOSING)
    assert (code, "Another person must look" in page) == (400, True)
    code, page = send(lead, concern, "second-look")
    assert (code, "Another person than the one who lowered it" in page) == (400, True)
    assert as_it_stands(database, concern).due_at is not None
    send(other, concern, "second-look", note="heard the song")
    assert "Second look needed" not in lead.get("/concerns").text
    code, _ = send(lead, concern, "close", **CLOSING)
    assert as_it_stands(database, concern).closed_at is not None
    assert history(database, concern) == ["opened", "lowered", "second_look", "closed"]


def test_what_is_raised_again_is_told_anew_and_its_lowering_is_forgotten(
    database: Database, team: Team, concern: Concern
) -> None:
    lead = team.browser(LEAD)
    send(lead, concern, "acknowledge")
    send(lead, concern, "tier", tier="2", reason="past")
    _, page = send(lead, concern, "tier", tier="1", reason="not past")
    assert "People are told from the start again, whoever acknowledged it before" in page
    assert "Acknowledged by" not in page
    stands = as_it_stands(database, concern)
    assert (stands.tier, stands.lowered_at, stands.acknowledged_at) == (1, None, None)
    assert stands.due_at == NOW


def test_it_is_handed_to_a_named_person_of_the_house_and_to_nobody_else(
    database: Database, team: Team, concern: Concern, signed_in: SignedIn
) -> None:
    with database.writing() as session:
        stranger = make_staff(session, STRANGER)
    lead = team.browser(LEAD)
    for to in ("", "staff:x", f"staff:{stranger.id}"):
        assert send(lead, concern, "hand-over", to=to)[0] == 400
    _, page = send(lead, concern, "hand-over", to=team.by(CLINICIAN), note="please ring at 6")
    assert "Handed over to Dr Maya Ferreira" in page


def test_a_form_without_what_was_seen_changes_nothing(
    database: Database, team: Team, concern: Concern
) -> None:
    browser = team.browser(LEAD)
    assert seen_on(browser, concern) == "0"
    for seen in ("", "x", "7", "\u0661"):
        browser.post(f"/concerns/{concern.id}/close", data={**CLOSING, "seen": seen})
    assert as_it_stands(database, concern).closed_at is None
    assert browser.post(f"/concerns/{UUID(int=9)}/close", data=CLOSING).status_code == 404
