"""The four kinds of staff and what each may do (pure)."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class Role(StrEnum):
    """A kind of staff member."""

    CLINICIAN = "clinician"
    CLINIC_ADMIN = "clinic_admin"
    SAFEGUARDING_LEAD = "safeguarding_lead"
    ADMINISTRATOR = "administrator"


IN_WORDS = {
    Role.CLINICIAN: "Clinician",
    Role.CLINIC_ADMIN: "Clinic admin",
    Role.SAFEGUARDING_LEAD: "Safeguarding lead",
    Role.ADMINISTRATOR: "Administrator",
}
# Who opens the concerns of clinics that are theirs, and who also those of unknown numbers.
OPENS_CONCERNS = (Role.SAFEGUARDING_LEAD, Role.CLINIC_ADMIN, Role.CLINICIAN)
PLACES_REPLIES = (Role.SAFEGUARDING_LEAD, Role.CLINIC_ADMIN)


@dataclass(frozen=True)
class Scope:
    """What one staff member may see.

    Administrators and safeguarding leads see every clinic of their organisation; the others
    see the clinics they are named for.
    """

    staff_id: UUID
    organisation_code: str
    roles: frozenset[Role]
    clinic_ids: frozenset[UUID]

    @property
    def by(self) -> str:
        """How this person is named in the audit trail."""
        return f"staff:{self.staff_id}"

    @property
    def whole_organisation(self) -> bool:
        """Whether every clinic of the organisation is theirs to see."""
        return bool(self.roles & {Role.ADMINISTRATOR, Role.SAFEGUARDING_LEAD})

    def may(self, *roles: Role) -> bool:
        """Return whether the person has one of these roles."""
        return bool(self.roles & set(roles))

    def sees(self, clinic_id: UUID, organisation_code: str) -> bool:
        """Return whether a clinic is theirs to see."""
        if organisation_code != self.organisation_code:
            return False
        return self.whole_organisation or clinic_id in self.clinic_ids
