"""The safety net: concerns and their history, who is told, who was told, and what is unchecked.

Replies that somebody has read need no check; those that nobody has read yet are checked.
"""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None

UNCHECKED = sa.text("checked_at IS NULL")


def upgrade() -> None:
    _make_tables()
    op.add_column("reply", sa.Column("checked_at", sa.DateTime(timezone=True), nullable=True))
    op.execute("UPDATE reply SET checked_at = read_at WHERE read_at IS NOT NULL")
    op.create_index("ix_reply_unchecked", "reply", ["received_at"], sqlite_where=UNCHECKED, postgresql_where=UNCHECKED)
    _history_stays()


def _history_stays() -> None:
    said = "the history of a concern is only added to"
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION concern_event_stays() RETURNS trigger LANGUAGE plpgsql AS $$"
            f" BEGIN RAISE EXCEPTION '{said}' USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            "CREATE TRIGGER concern_event_stays BEFORE UPDATE OR DELETE ON concern_event FOR EACH ROW"
            " EXECUTE FUNCTION concern_event_stays()"
        )
        return
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER IF NOT EXISTS concern_event_stays_{what.lower()} BEFORE {what} ON concern_event"
            f" BEGIN SELECT RAISE(ABORT, '{said}'); END"
        )


def _make_tables() -> None:
    _make_concern()
    _make_safety_person()
    _make_concern_event()
    _make_alert()
    _make_kept_mail()
    _make_phrases_off()
    _make_clinic_safety()


def _make_concern() -> None:
    op.create_table(
        "concern",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=True),
        sa.Column("clinic_id", sa.Uuid(), nullable=True),
        sa.Column("appointment_id", sa.Uuid(), nullable=True),
        sa.Column("young_person_id", sa.Uuid(), nullable=True),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("first_tier", sa.Integer(), nullable=False),
        sa.Column("medical", sa.Boolean(), nullable=False),
        sa.Column("found_by", sa.String(length=20), nullable=False),
        sa.Column("rules", sa.String(length=20), nullable=False),
        sa.Column("signs_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.String(length=80), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lowered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("lowered_by", sa.String(length=80), nullable=True),
        sa.Column("second_look_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("second_look_by", sa.String(length=80), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_by", sa.String(length=80), nullable=True),
        sa.Column("outcome", sa.String(length=20), nullable=True),
        sa.Column("action_sealed", sa.LargeBinary(), nullable=True),
        *_concern_checks(),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_concern")),
        sa.UniqueConstraint('reply_id', name=op.f("uq_concern_reply_id")),
    )
    op.create_index("ix_concern_appointment", "concern", ['appointment_id'])
    op.create_index("ix_concern_due", "concern", ['due_at'], sqlite_where=sa.text('due_at IS NOT NULL'), postgresql_where=sa.text('due_at IS NOT NULL'))
    op.create_index("ix_concern_number", "concern", ['number_key', 'opened_at'])
    op.create_index("ix_concern_open", "concern", ['tier', 'opened_at'], sqlite_where=sa.text('closed_at IS NULL'), postgresql_where=sa.text('closed_at IS NULL'))


def _concern_checks() -> list[sa.CheckConstraint]:
    return [
        sa.CheckConstraint("found_by IN ('phrases', 'reader_failed', 'person')", name=op.f("ck_concern_found_by_known")),
        sa.CheckConstraint("outcome IN ('spoken_to', 'family_told', 'clinic_told', 'referred', 'emergency', 'not_a_concern', 'other')", name=op.f("ck_concern_outcome_known")),
        sa.CheckConstraint('(acknowledged_at IS NULL) = (acknowledged_by IS NULL)', name=op.f("ck_concern_acknowledged_pair")),
        sa.CheckConstraint('(closed_at IS NULL) = (closed_by IS NULL) AND (closed_at IS NULL) = (outcome IS NULL) AND (closed_at IS NULL) = (action_sealed IS NULL)', name=op.f("ck_concern_closed_whole")),
        sa.CheckConstraint('(lowered_at IS NULL) = (lowered_by IS NULL)', name=op.f("ck_concern_lowered_pair")),
        sa.CheckConstraint('(second_look_at IS NULL) = (second_look_by IS NULL)', name=op.f("ck_concern_second_look_pair")),
        sa.CheckConstraint('closed_at IS NULL OR lowered_at IS NULL OR second_look_at IS NOT NULL', name=op.f("ck_concern_closed_after_second_look")),
        sa.CheckConstraint('first_tier BETWEEN 1 AND 3', name=op.f("ck_concern_first_tier")),
        sa.CheckConstraint('second_look_by <> lowered_by', name=op.f("ck_concern_second_look_by_another")),
        sa.CheckConstraint('tier BETWEEN 1 AND 3', name=op.f("ck_concern_tier")),
    ]


def _make_safety_person() -> None:
    op.create_table(
        "safety_person",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("clinic_id", sa.Uuid(), nullable=True),
        sa.Column("role", sa.String(length=10), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("email_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("mobile_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("tested_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("added_by", sa.String(length=80), nullable=False),
        sa.Column("left_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("left_by", sa.String(length=80), nullable=True),
        sa.CheckConstraint("(role = 'list') = (clinic_id IS NULL)", name=op.f("ck_safety_person_role_place")),
        sa.CheckConstraint("role IN ('lead', 'cover', 'list')", name=op.f("ck_safety_person_role_known")),
        sa.CheckConstraint('(left_at IS NULL) = (left_by IS NULL)', name=op.f("ck_safety_person_left_pair")),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_safety_person")),
    )
    op.create_index("ix_safety_person_organisation", "safety_person", ['organisation_code', 'place'])
    op.create_index("uq_safety_person_clinic", "safety_person", ['clinic_id', 'role'], unique=True, sqlite_where=sa.text('left_at IS NULL AND clinic_id IS NOT NULL'), postgresql_where=sa.text('left_at IS NULL AND clinic_id IS NOT NULL'))


def _make_concern_event() -> None:
    op.create_table(
        "concern_event",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("code", sa.String(length=80), nullable=False),
        sa.Column("note_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("what IN ('opened', 'placed', 'acknowledged', 'noted', 'handed_over', 'raised', 'lowered', 'second_look', 'closed', 'opened_again', 'alerted', 'alert_failed', 'answered')", name=op.f("ck_concern_event_what_known")),
        sa.ForeignKeyConstraint(['concern_id'], ['concern.id'], name=op.f("fk_concern_event_concern_id")),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_concern_event")),
    )
    op.create_index("ix_concern_event_concern", "concern_event", ['concern_id', 'at'])


def _make_alert() -> None:
    op.create_table(
        "alert",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("about", sa.String(length=80), nullable=False),
        sa.Column("concern_id", sa.Uuid(), nullable=True),
        sa.Column("clinic_id", sa.Uuid(), nullable=True),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column("channel", sa.String(length=10), nullable=False),
        sa.Column("who", sa.Uuid(), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("address_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.Integer(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("failure", sa.String(length=60), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("(state = 'sent') = (sent_at IS NOT NULL)", name=op.f("ck_alert_sent_pair")),
        sa.CheckConstraint("channel IN ('email', 'text')", name=op.f("ck_alert_channel_known")),
        sa.CheckConstraint("kind IN ('concern', 'reminder', 'unread', 'test')", name=op.f("ck_alert_kind_known")),
        sa.CheckConstraint("state IN ('waiting', 'sending', 'sent', 'failed')", name=op.f("ck_alert_state_known")),
        sa.ForeignKeyConstraint(['concern_id'], ['concern.id'], name=op.f("fk_alert_concern_id")),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_alert")),
        sa.UniqueConstraint('about', 'step', 'channel', 'who', name='uq_alert_once'),
    )
    op.create_index("ix_alert_concern", "alert", ['concern_id'])
    op.create_index("ix_alert_due", "alert", ['due_at'], sqlite_where=sa.text("state IN ('waiting', 'sending')"), postgresql_where=sa.text("state IN ('waiting', 'sending')"))


def _make_kept_mail() -> None:
    op.create_table(
        "kept_mail",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("to_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("body_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_kept_mail")),
    )
    op.create_index(op.f("ix_kept_mail_at"), 'kept_mail', ['at'])


def _make_phrases_off() -> None:
    op.create_table(
        "phrases_off",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("reason", sa.String(length=400), nullable=False),
        sa.Column("off_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("off_by", sa.String(length=80), nullable=False),
        sa.Column("on_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("on_by", sa.String(length=80), nullable=True),
        sa.CheckConstraint('(on_at IS NULL) = (on_by IS NULL)', name=op.f("ck_phrases_off_on_pair")),
        sa.PrimaryKeyConstraint('id', name=op.f("pk_phrases_off")),
    )
    op.create_index("uq_phrases_off", "phrases_off", ['organisation_code'], unique=True, sqlite_where=sa.text('on_at IS NULL'), postgresql_where=sa.text('on_at IS NULL'))


def _make_clinic_safety() -> None:
    op.create_table(
        "clinic_safety",
        sa.Column("clinic_id", sa.Uuid(), nullable=False),
        sa.Column("unread_days", sa.Integer(), nullable=False),
        sa.CheckConstraint('unread_days BETWEEN 1 AND 5', name=op.f("ck_clinic_safety_unread_days")),
        sa.PrimaryKeyConstraint('clinic_id', name=op.f("pk_clinic_safety")),
    )
