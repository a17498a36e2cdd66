"""Asking for the texts at a state, so that the database finds the index that holds only those."""

from typing import Any

from sqlalchemy import bindparam
from sqlmodel import col

from app.invitations.models import Invitation
from app.invitations.states import State


def stands(*states: State) -> Any:
    """Where a text stands, in the very words of the indexes that hold only such texts.

    A bound value would not tell the database that an index holds all that is asked for, and years
    of texts would be looked through.
    """
    names = [state.value for state in states]
    if len(names) == 1:
        return col(Invitation.state) == bindparam(None, names[0], literal_execute=True)
    return col(Invitation.state).in_(bindparam(None, names, expanding=True, literal_execute=True))
