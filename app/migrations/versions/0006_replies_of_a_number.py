"""Replies of a number: found by number and time; those not understood yet found at once."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

WAITING = sa.text("understood_at IS NULL")


def upgrade() -> None:
    op.create_index("ix_reply_number", "reply", ["number_key", "received_at"])
    op.drop_index(op.f("ix_reply_number_key"), "reply")
    op.create_index(
        "ix_reply_waiting",
        "reply",
        ["received_at"],
        sqlite_where=WAITING,
        postgresql_where=WAITING,
    )
