"""Texts we owe, their receipts, the replies, and how the replies were read."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _opt_out()
    _pretend_text()
    _receipt()
    _invitation()
    _reading()
    _reply()


def _opt_out() -> None:
    op.create_table(
        "opt_out",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_opt_out")),
    )
    op.create_index("uq_opt_out_open", "opt_out", ["number_key"], unique=True, sqlite_where=sa.text("ended_at IS NULL"), postgresql_where=sa.text("ended_at IS NULL"))


def _pretend_text() -> None:
    op.create_table(
        "pretend_text",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("sid", sa.String(length=40), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("from_the_phone", sa.Boolean(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("callback", sa.String(), nullable=True),
        sa.Column("delivered_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pretend_text")),
        sa.UniqueConstraint("sid", name=op.f("uq_pretend_text_sid")),
    )
    op.create_index("ix_pretend_text_number_key", "pretend_text", ["number_key"])


def _receipt() -> None:
    op.create_table(
        "receipt",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("provider_sid", sa.String(length=40), nullable=False),
        sa.Column("status", sa.String(length=40), nullable=False),
        sa.Column("error_code", sa.String(length=20), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("token", "provider_sid", "status", "error_code", name=op.f("uq_receipt_token_provider_sid_status_error_code")),
    )
    op.create_index("ix_receipt_invitation_id", "receipt", ["invitation_id"])


def _invitation() -> None:
    op.create_table(
        "invitation",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("cycle", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("token", sa.String(length=40), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("number_key", sa.LargeBinary(), nullable=True),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("template", sa.String(length=80), nullable=True),
        sa.Column("provider_sid", sa.String(length=40), nullable=True),
        sa.Column("error_code", sa.String(length=20), nullable=True),
        sa.Column("reason", sa.String(length=40), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("kind IN ('ask', 'reminder', 'feedback')", name=op.f("ck_invitation_kind_known")),
        sa.CheckConstraint("state IN ('ready', 'claimed', 'submitting', 'in_doubt', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'no_receipt', 'rejected', 'suppressed', 'cancelled', 'expired', 'unresolved')", name=op.f("ck_invitation_state_known")),
        sa.CheckConstraint("state NOT IN ('accepted', 'sent', 'delivered') OR provider_sid IS NOT NULL", name=op.f("ck_invitation_accepted_has_sid")),
        sa.CheckConstraint("state NOT IN ('submitting', 'in_doubt') OR started_at IS NOT NULL", name=op.f("ck_invitation_submitting_started")),
        sa.CheckConstraint("(body_sealed IS NULL) = (number_key IS NULL)", name=op.f("ck_invitation_frozen_together")),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_invitation_appointment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invitation")),
        sa.UniqueConstraint("appointment_id", "kind", "cycle", name=op.f("uq_invitation_appointment_id_kind_cycle")),
        sa.UniqueConstraint("provider_sid", name=op.f("uq_invitation_provider_sid")),
        sa.UniqueConstraint("token", name=op.f("uq_invitation_token")),
    )
    op.create_index("ix_invitation_number_key", "invitation", ["number_key"])
    op.create_index("ix_invitation_waiting", "invitation", ["due_at"], sqlite_where=sa.text("state IN ('ready', 'claimed', 'submitting', 'in_doubt')"), postgresql_where=sa.text("state IN ('ready', 'claimed', 'submitting', 'in_doubt')"))


def _reading() -> None:
    op.create_table(
        "reading",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.Column("rules", sa.String(length=20), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_reading_appointment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reading")),
    )
    op.create_index("ix_reading_appointment_id", "reading", ["appointment_id"])


def _reply() -> None:
    op.create_table(
        "reply",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("provider_sid", sa.String(length=40), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=True),
        sa.Column("matched", sa.String(length=10), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("form_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("media", sa.Integer(), nullable=False),
        sa.Column("received_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("understood_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("answer_kind", sa.String(length=30), nullable=True),
        sa.Column("answer_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("read_by", sa.String(length=80), nullable=True),
        sa.CheckConstraint("(matched = 'matched') = (appointment_id IS NOT NULL)", name=op.f("ck_reply_matched_pair")),
        sa.CheckConstraint("matched IN ('waiting', 'matched', 'nobody', 'several')", name=op.f("ck_reply_matched_known")),
        sa.CheckConstraint("(read_at IS NULL) = (read_by IS NULL)", name=op.f("ck_reply_read_pair")),
        sa.ForeignKeyConstraint(["appointment_id"], ["appointment.id"], name=op.f("fk_reply_appointment_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_reply")),
        sa.UniqueConstraint("provider_sid", name=op.f("uq_reply_provider_sid")),
    )
    op.create_index("ix_reply_appointment_id", "reply", ["appointment_id"])
    op.create_index("ix_reply_number_key", "reply", ["number_key"])
    op.create_index("ix_reply_unplaced", "reply", ["received_at"], sqlite_where=sa.text("appointment_id IS NULL AND read_at IS NULL"), postgresql_where=sa.text("appointment_id IS NULL AND read_at IS NULL"))
