"""Sending once: plans, doubts, pauses, notices, paces, opt-outs of a person, and what a clinic asks.

The database itself refuses to change a text that has ended: one trigger a kind of database.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

STATES = "'planned', 'ready', 'claimed', 'submitting', 'in_doubt', 'accepted', 'sent', 'delivered', 'undelivered', 'failed', 'no_receipt', 'rejected', 'suppressed', 'cancelled', 'expired', 'unresolved'"
FINAL = "'rejected', 'suppressed', 'cancelled', 'expired', 'delivered', 'undelivered', 'failed'"


def upgrade() -> None:
    _new_tables()
    _pauses_and_notices()
    _clinic()
    _opt_out()
    _invitation()
    _what_ended_stays_ended()


def _where(condition: str) -> dict[str, Any]:
    return {"sqlite_where": sa.text(condition), "postgresql_where": sa.text(condition)}


def _new_tables() -> None:
    op.create_table(
        "leader",
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("holder", sa.String(length=80), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("role", name=op.f("pk_leader")),
    )
    op.create_table(
        "live_host",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(length=255), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.String(length=80), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_live_host_one")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_live_host")),
    )
    op.create_table(
        "sender_pace",
        sa.Column("sender", sa.String(length=40), nullable=False),
        sa.Column("free_at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_sender_pace")),
    )


def _pauses_and_notices() -> None:
    op.create_table(
        "pause",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("scope", sa.String(length=60), nullable=False),
        sa.Column("reason", sa.String(length=20), nullable=False),
        sa.Column("code", sa.String(length=20), nullable=True),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("began_by", sa.String(length=80), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_by", sa.String(length=80), nullable=True),
        sa.CheckConstraint("(ended_at IS NULL) = (ended_by IS NULL)", name=op.f("ck_pause_ended_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pause")),
    )
    op.create_index("uq_pause_open", "pause", ["scope", "reason"], unique=True, **_where("ended_at IS NULL"))
    op.create_index("ix_pause_ended", "pause", ["scope", "reason", "ended_at"])
    op.create_table(
        "notice",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(length=30), nullable=False),
        sa.Column("about", sa.String(length=160), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=True),
        sa.Column("clinic_id", sa.Uuid(), nullable=True),
        sa.Column("invitation_id", sa.Uuid(), nullable=True),
        sa.Column("young_person_id", sa.Uuid(), nullable=True),
        sa.Column("reply_id", sa.Uuid(), nullable=True),
        sa.Column("code", sa.String(length=60), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_by", sa.String(length=80), nullable=True),
        sa.CheckConstraint("(seen_at IS NULL) = (seen_by IS NULL)", name=op.f("ck_notice_seen_pair")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("about", name=op.f("uq_notice_about")),
    )
    op.create_index("ix_notice_open", "notice", ["opened_at"], **_where("seen_at IS NULL"))


def _clinic() -> None:
    added: dict[str, tuple[Any, Any]] = {
        "nation": (sa.String(length=20), "england"),
        "avoids_school_hours": (sa.Boolean(), sa.true()),
        "school_holidays": (sa.String(length=400), ""),
        "reminds": (sa.Boolean(), sa.true()),
        "asks_feedback": (sa.Boolean(), sa.false()),
        "parents_phone": (sa.String(length=10), "text"),
        "version": (sa.Integer(), "1"),
    }
    with op.batch_alter_table("clinic") as table:
        for name, (kind, value) in added.items():
            table.add_column(sa.Column(name, kind, nullable=False, server_default=value))
        table.create_check_constraint(op.f("ck_clinic_nation_known"), "nation IN ('england', 'wales', 'scotland', 'northern_ireland')")
        table.create_check_constraint(op.f("ck_clinic_parents_phone_known"), "parents_phone IN ('text', 'hold')")
    with op.batch_alter_table("clinic") as table:
        for name in added:
            table.alter_column(name, server_default=None)


def _opt_out() -> None:
    with op.batch_alter_table("opt_out") as table:
        table.alter_column("number_key", existing_type=sa.LargeBinary(), nullable=True)
        table.alter_column("number_sealed", existing_type=sa.LargeBinary(), nullable=True)
        table.add_column(sa.Column("young_person_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("began_by", sa.String(length=80), nullable=False, server_default="before this was kept"))
        table.add_column(sa.Column("ended_by", sa.String(length=80), nullable=True))
        table.create_foreign_key(op.f("fk_opt_out_young_person_id"), "young_person", ["young_person_id"], ["id"])
    op.execute("UPDATE opt_out SET ended_by = 'before this was kept' WHERE ended_at IS NOT NULL")
    with op.batch_alter_table("opt_out") as table:
        table.alter_column("began_by", server_default=None)
        table.create_check_constraint(op.f("ck_opt_out_about_one"), "(number_key IS NULL) <> (young_person_id IS NULL)")
        table.create_check_constraint(op.f("ck_opt_out_number_pair"), "(number_key IS NULL) = (number_sealed IS NULL)")
        table.create_check_constraint(op.f("ck_opt_out_ended_pair"), "(ended_at IS NULL) = (ended_by IS NULL)")
    op.create_index("uq_opt_out_person", "opt_out", ["young_person_id"], unique=True, **_where("ended_at IS NULL"))


def _invitation() -> None:
    op.drop_index("ix_invitation_waiting", "invitation")
    op.drop_index("ix_invitation_number_key", "invitation")
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("clinic_id", sa.Uuid(), nullable=True))
        table.add_column(sa.Column("deadline", sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("planned_for", sa.DateTime(timezone=True), nullable=True))
        for name, value in (("clinic_version", "1"), ("tries", "0"), ("faults", "0"), ("absences", "0")):
            table.add_column(sa.Column(name, sa.Integer(), nullable=False, server_default=value))
        for name in ("first_started_at", "absent_at", "look_at", "heard_at"):
            table.add_column(sa.Column(name, sa.DateTime(timezone=True), nullable=True))
        table.add_column(sa.Column("sender", sa.String(length=40), nullable=True))
    op.execute(
        "UPDATE invitation SET first_started_at = started_at,"
        " tries = CASE WHEN started_at IS NULL THEN 0 ELSE 1 END,"
        " clinic_id = (SELECT clinic_id FROM appointment WHERE appointment.id = appointment_id),"
        " deadline = (SELECT starts_at FROM appointment WHERE appointment.id = appointment_id),"
        " planned_for = (SELECT starts_at FROM appointment WHERE appointment.id = appointment_id),"
        " look_at = CASE WHEN state IN ('submitting', 'in_doubt') THEN started_at END,"
        " lease_until = CASE WHEN state = 'claimed' THEN coalesce(lease_until, created_at) ELSE lease_until END"
    )
    with op.batch_alter_table("invitation") as table:
        for name in ("clinic_version", "tries", "faults", "absences"):
            table.alter_column(name, server_default=None)
        table.alter_column("clinic_id", existing_type=sa.Uuid(), nullable=False)
        for name in ("deadline", "planned_for"):
            table.alter_column(name, existing_type=sa.DateTime(timezone=True), nullable=False)
        table.drop_constraint(op.f("ck_invitation_state_known"), type_="check")
        table.create_check_constraint(op.f("ck_invitation_state_known"), f"state IN ({STATES})")
        table.create_check_constraint(op.f("ck_invitation_claimed_has_lease"), "state <> 'claimed' OR lease_until IS NOT NULL")
        table.create_check_constraint(op.f("ck_invitation_submitting_frozen"), "state NOT IN ('submitting', 'in_doubt') OR body_sealed IS NOT NULL")
        table.create_foreign_key(op.f("fk_invitation_clinic_id"), "clinic", ["clinic_id"], ["id"])
    op.create_index("ix_invitation_planned", "invitation", ["due_at"], **_where("state = 'planned'"))
    op.create_index("ix_invitation_ready", "invitation", ["due_at"], **_where("state = 'ready'"))
    op.create_index("ix_invitation_claimed", "invitation", ["lease_until"], **_where("state = 'claimed'"))
    op.create_index("ix_invitation_look", "invitation", ["look_at"], **_where("look_at IS NOT NULL"))
    op.create_index("ix_invitation_on_its_way", "invitation", ["accepted_at"], **_where("state IN ('accepted', 'sent')"))
    op.create_index("ix_invitation_number", "invitation", ["number_key", "started_at"])
    op.create_index("ix_invitation_clinic", "invitation", ["clinic_id", "started_at"])
    op.create_index("ix_invitation_started", "invitation", ["started_at"])


def _what_ended_stays_ended() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            "CREATE OR REPLACE FUNCTION invitation_ended_stays_ended() RETURNS trigger LANGUAGE plpgsql AS $$"
            " BEGIN RAISE EXCEPTION 'a text that has ended does not begin again'"
            " USING ERRCODE = 'integrity_constraint_violation'; END $$"
        )
        op.execute(
            "CREATE TRIGGER invitation_ended_stays_ended BEFORE UPDATE OF state ON invitation FOR EACH ROW"
            f" WHEN (OLD.state IN ({FINAL}) AND NEW.state <> OLD.state)"
            " EXECUTE FUNCTION invitation_ended_stays_ended()"
        )
        return
    op.execute(
        "CREATE TRIGGER IF NOT EXISTS invitation_ended_stays_ended BEFORE UPDATE OF state ON invitation"
        f" WHEN OLD.state IN ({FINAL}) AND NEW.state <> OLD.state"
        " BEGIN SELECT RAISE(ABORT, 'a text that has ended does not begin again'); END"
    )
