"""What stands still, for the pages of texts: why, since when, and whether this person can go on."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlmodel import Session

from app.clinics.models import Clinic
from app.invitations import board_presenter as say
from app.invitations import pauses
from app.invitations.models import Pause
from app.sms.codes import in_words
from app.staff.queries import names_of_staff
from app.staff.roles import Role, Scope

LONDON = "Europe/London"


def may_go_on(mine: Scope, where: str, reason: str) -> bool:
    """Whether somebody who sees a pause may end it from the page."""
    return pauses.may_end(where, reason, administrator=mine.may(Role.ADMINISTRATOR))


def standing_for(
    session: Session, mine: Scope, clinics: Sequence[Clinic], *, now: datetime
) -> list[Pause]:
    """Return what stands still now of what this person may see."""
    own = pauses.of_organisation(mine.organisation_code)
    theirs = {pauses.ALL, own, *(pauses.of_clinic(clinic.id) for clinic in clinics)}
    return [
        each
        for each in pauses.open_pauses(session)
        if each.scope in theirs and (each.until is None or each.until > now)
    ]


def cards(
    session: Session, mine: Scope, standing: Sequence[Pause], clinics: Sequence[Clinic]
) -> list[dict[str, Any]]:
    """Say of each scope that stands still why, and whether this person has something to end.

    A reason that somebody else must end says so beside it; `yours` gives the card its button.
    """
    names = {pauses.of_clinic(clinic.id): clinic for clinic in clinics}
    people = names_of_staff(session, (each.began_by for each in standing))
    shown: dict[str, dict[str, Any]] = {}
    for each in standing:
        blank = {"by_itself": True, "restored": False, "yours": False}
        blank |= {"everything": each.scope == pauses.ALL}
        card = shown.setdefault(each.scope, {"clinic": names.get(each.scope), "why": [], **blank})
        code = in_words(each.code) if each.code else ""
        since = say.moment_in_words(each.began_at, LONDON)
        by = say.by_in_words(each.began_by, people[each.began_by])
        yours = may_go_on(mine, each.scope, each.reason)
        card["why"].append((pauses.IN_WORDS.get(each.reason, each.reason), code, since, by, yours))
        card["by_itself"] &= each.until is not None
        card["yours"] |= yours and each.until is None
        card["restored"] |= each.reason == pauses.RESTORE
    return list(shown.values())
