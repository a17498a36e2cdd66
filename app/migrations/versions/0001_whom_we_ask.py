"""Clinics, young people, appointments, staff, and the trail of what was done."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    _audit_event()
    _clinic()
    _clinic_list()
    _demo_clock()
    _heartbeat()
    _staff_member()
    _young_person()
    _appointment()
    _staff_clinic()
    _staff_role()


def _audit_event() -> None:
    op.create_table(
        "audit_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("action", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("details", sa.JSON(), nullable=False),
        sa.Column("previous_hash", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_event")),
        sa.UniqueConstraint("hash", name=op.f("uq_audit_event_hash")),
        sa.UniqueConstraint("place", name=op.f("uq_audit_event_place")),
    )
    op.create_index("ix_audit_event_at", "audit_event", ["at"])


def _clinic() -> None:
    op.create_table(
        "clinic",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("days_of_notice", sa.Integer(), nullable=False),
        sa.Column("window_opens", sa.Time(), nullable=False),
        sa.Column("window_closes", sa.Time(), nullable=False),
        sa.Column("weekdays", sa.String(length=7), nullable=False),
        sa.Column("time_zone", sa.String(length=64), nullable=False),
        sa.Column("desk_phone", sa.String(length=30), nullable=False),
        sa.Column("concerns_email", sa.String(length=254), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("days_of_notice BETWEEN 1 AND 14", name=op.f("ck_clinic_days_of_notice")),
        sa.CheckConstraint("window_opens < window_closes", name=op.f("ck_clinic_window")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinic")),
        sa.UniqueConstraint("organisation_code", "code", name=op.f("uq_clinic_organisation_code_code")),
    )


def _clinic_list() -> None:
    op.create_table(
        "clinic_list",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("file_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("content_key", sa.LargeBinary(), nullable=False),
        sa.Column("uploaded_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("uploaded_by", sa.String(length=80), nullable=False),
        sa.Column("saved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("counts", sa.JSON(), nullable=False),
        sa.CheckConstraint("(state = 'saved') = (saved_at IS NOT NULL)", name=op.f("ck_clinic_list_saved_pair")),
        sa.CheckConstraint("state IN ('previewed', 'saved')", name=op.f("ck_clinic_list_state_known")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clinic_list")),
    )
    op.create_index("ix_clinic_list_organisation_code", "clinic_list", ["organisation_code"])


def _demo_clock() -> None:
    op.create_table("demo_clock", sa.Column("id", sa.Integer(), nullable=False), sa.Column("ahead_seconds", sa.Integer(), nullable=False), sa.PrimaryKeyConstraint("id", name=op.f("pk_demo_clock")))


def _heartbeat() -> None:
    op.create_table("heartbeat", sa.Column("process", sa.String(length=40), nullable=False), sa.Column("beat_at", sa.DateTime(timezone=True), nullable=False), sa.PrimaryKeyConstraint("process", name=op.f("pk_heartbeat")))


def _staff_member() -> None:
    op.create_table(
        "staff_member",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("password", sa.String(), nullable=False),
        sa.Column("fs_uniquifier", sa.String(length=64), nullable=False),
        sa.Column("active", sa.Boolean(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("full_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_member")),
        sa.UniqueConstraint("email", name=op.f("uq_staff_member_email")),
        sa.UniqueConstraint("fs_uniquifier", name=op.f("uq_staff_member_fs_uniquifier")),
    )


def _young_person() -> None:
    op.create_table(
        "young_person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("nhs_number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("nhs_number_key", sa.LargeBinary(), nullable=False),
        sa.Column("first_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("last_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("date_of_birth_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("mobile_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("mobile_key", sa.LargeBinary(), nullable=True),
        sa.Column("number_belongs_to", sa.String(length=10), nullable=False),
        sa.Column("language", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("number_belongs_to IN ('self', 'parent', 'shared', 'unknown')", name=op.f("ck_young_person_owner_known")),
        sa.CheckConstraint("(mobile_sealed IS NULL) = (mobile_key IS NULL)", name=op.f("ck_young_person_mobile_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_young_person")),
        sa.UniqueConstraint("organisation_code", "nhs_number_key", name=op.f("uq_young_person_organisation_code_nhs_number_key")),
    )
    op.create_index("ix_young_person_mobile_key", "young_person", ["mobile_key"])


def _appointment() -> None:
    op.create_table(
        "appointment",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("young_person_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.String(length=10), nullable=False),
        sa.Column("external_id_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("external_key", sa.LargeBinary(), nullable=True),
        sa.Column("clinic_list_id", sa.Uuid(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("status IN ('booked', 'cancelled', 'fulfilled', 'noshow')", name=op.f("ck_appointment_status_known")),
        sa.CheckConstraint("(external_id_sealed IS NULL) = (external_key IS NULL)", name=op.f("ck_appointment_external")),
        sa.ForeignKeyConstraint(["clinic_id"], ["clinic.id"], name=op.f("fk_appointment_clinic_id")),
        sa.ForeignKeyConstraint(["clinic_list_id"], ["clinic_list.id"], name=op.f("fk_appointment_clinic_list_id")),
        sa.ForeignKeyConstraint(["young_person_id"], ["young_person.id"], name=op.f("fk_appointment_young_person_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("clinic_id", "external_key", name=op.f("uq_appointment_clinic_id_external_key")),
        sa.UniqueConstraint("clinic_id", "young_person_id", "starts_at", name=op.f("uq_appointment_clinic_id_young_person_id_starts_at")),
    )
    op.create_index("ix_appointment_clinic_starts", "appointment", ["clinic_id", "starts_at"])
    op.create_index("ix_appointment_status_starts", "appointment", ["status", "starts_at"])
    op.create_index("ix_appointment_young_person_id", "appointment", ["young_person_id"])


def _staff_clinic() -> None:
    op.create_table("staff_clinic", sa.Column("staff_id", sa.Uuid(), nullable=False), sa.Column("clinic_id", sa.Uuid(), nullable=False), sa.ForeignKeyConstraint(["staff_id"], ["staff_member.id"], name=op.f("fk_staff_clinic_staff_id")), sa.PrimaryKeyConstraint("staff_id", "clinic_id", name=op.f("pk_staff_clinic")))
    op.create_index("ix_staff_clinic_clinic_id", "staff_clinic", ["clinic_id"])


def _staff_role() -> None:
    op.create_table(
        "staff_role",
        sa.Column("staff_id", sa.Uuid(), nullable=False),
        sa.Column("role", sa.String(length=20), nullable=False),
        sa.CheckConstraint("role IN ('clinician', 'clinic_admin', 'safeguarding_lead', 'administrator')", name=op.f("ck_staff_role_role_known")),
        sa.ForeignKeyConstraint(["staff_id"], ["staff_member.id"], name=op.f("fk_staff_role_staff_id")),
        sa.PrimaryKeyConstraint("staff_id", "role", name=op.f("pk_staff_role")),
    )
