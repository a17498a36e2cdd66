"""The tables of staff members and the clinics they are named for."""

from datetime import datetime
from uuid import UUID

from flask_security import RoleMixin, UserMixin
from sqlalchemy import CheckConstraint
from sqlmodel import Field, SQLModel

from app.privacy import new_id
from app.staff.roles import Role

ROLE_NAMES = "', '".join(Role)


class StaffMember(SQLModel, UserMixin, table=True):
    """Someone who signs in. The work e-mail address is the name they sign in with, kept plain."""

    __tablename__ = "staff_member"

    id: UUID = Field(default_factory=new_id, primary_key=True)  # type: ignore[assignment]
    email: str = Field(unique=True, max_length=254)
    password: str
    fs_uniquifier: str = Field(unique=True, max_length=64)
    active: bool = True
    organisation_code: str = Field(max_length=10)
    full_name_sealed: bytes
    created_at: datetime

    @property
    def roles(self) -> list[RoleMixin]:  # type: ignore[override]
        """Flask-Security asks for roles here; ours are checked by the guards."""
        return []


class StaffRole(SQLModel, table=True):
    """One role of one staff member."""

    __tablename__ = "staff_role"
    __table_args__ = (CheckConstraint(f"role IN ('{ROLE_NAMES}')", name="role_known"),)

    staff_id: UUID = Field(foreign_key="staff_member.id", primary_key=True)
    role: str = Field(primary_key=True, max_length=20)


class StaffClinic(SQLModel, table=True):
    """One clinic that a staff member is named for."""

    __tablename__ = "staff_clinic"

    staff_id: UUID = Field(foreign_key="staff_member.id", primary_key=True)
    clinic_id: UUID = Field(primary_key=True, index=True)
