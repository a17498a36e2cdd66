"""Answers by staff: chosen from approved words, sent like any text; replies read and for the desk.

SQLite rebuilds a table to change what it allows, and forgets its triggers: the one that keeps
what ended from beginning again is made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

FINAL = "'rejected', 'suppressed', 'cancelled', 'expired', 'delivered', 'undelivered', 'failed'"
READ, FOR_THE_DESK = sa.text("read_at IS NOT NULL"), sa.text("read_reason = 'desk'")


def upgrade() -> None:
    with op.batch_alter_table("invitation") as table:
        table.drop_constraint(op.f("ck_invitation_kind_known"), type_="check")
        table.create_check_constraint(op.f("ck_invitation_kind_known"), "kind IN ('ask', 'reminder', 'feedback', 'answer')")
    if op.get_context().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER IF NOT EXISTS invitation_ended_stays_ended BEFORE UPDATE OF state ON invitation"
            f" WHEN OLD.state IN ({FINAL}) AND NEW.state <> OLD.state"
            " BEGIN SELECT RAISE(ABORT, 'a text that has ended does not begin again'); END"
        )
    op.create_table(
        "staff_answer",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("invitation_id", sa.Uuid(), nullable=False),
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.String(length=40), nullable=False),
        sa.Column("number_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("number_key", sa.LargeBinary(), nullable=False),
        sa.Column("chosen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("chosen_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["invitation_id"], ["invitation.id"], name=op.f("fk_staff_answer_invitation_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_answer")),
        sa.UniqueConstraint("invitation_id", name=op.f("uq_staff_answer_invitation_id")),
    )
    op.create_index("ix_staff_answer_reply_id", "staff_answer", ["reply_id"])
    op.add_column("reply", sa.Column("placed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("reply", sa.Column("placed_by", sa.String(length=80), nullable=True))
    op.create_index("ix_reply_read", "reply", ["read_at"], sqlite_where=READ, postgresql_where=READ)
    op.create_index("ix_reply_desk", "reply", ["received_at"], sqlite_where=FOR_THE_DESK, postgresql_where=FOR_THE_DESK)
