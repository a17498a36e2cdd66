"""Any reply: what a text says is kept with it, and a person or an answer may say whose it is."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("reply") as table:
        table.drop_constraint(op.f("ck_reply_matched_known"), type_="check")
        table.drop_constraint(op.f("ck_reply_matched_pair"), type_="check")
        table.add_column(sa.Column("said_sealed", sa.LargeBinary(), nullable=True))
        table.add_column(sa.Column("read_reason", sa.String(length=30), nullable=True))
        table.create_check_constraint(
            op.f("ck_reply_matched_known"),
            "matched IN ('waiting', 'matched', 'chosen', 'placed', 'nobody', 'several')",
        )
        table.create_check_constraint(
            op.f("ck_reply_matched_pair"),
            "(matched IN ('matched', 'chosen', 'placed')) = (appointment_id IS NOT NULL)",
        )
    op.create_index(
        "ix_reply_unread",
        "reply",
        ["received_at"],
        sqlite_where=sa.text("read_at IS NULL"),
        postgresql_where=sa.text("read_at IS NULL"),
    )
    op.create_table(
        "for_either",
        sa.Column("reply_id", sa.Uuid(), nullable=False),
        sa.Column("appointment_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(["reply_id"], ["reply.id"], name=op.f("fk_for_either_reply_id")),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["appointment.id"], name=op.f("fk_for_either_appointment_id")
        ),
        sa.PrimaryKeyConstraint("reply_id", "appointment_id", name=op.f("pk_for_either")),
    )
    op.create_index("ix_for_either_appointment_id", "for_either", ["appointment_id"])
