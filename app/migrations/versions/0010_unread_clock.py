"""When each unread reply is next looked at by the clock: empty until its first look."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

UNREAD = sa.text("read_at IS NULL")


def upgrade() -> None:
    op.add_column("reply", sa.Column("unread_due_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_reply_unread_due", "reply", ["unread_due_at"], sqlite_where=UNREAD, postgresql_where=UNREAD)
