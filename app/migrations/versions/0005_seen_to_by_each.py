"""Seen to by each: an organisation sees to a notice of the whole service for itself."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "notice_seen",
        sa.Column("notice_id", sa.Uuid(), nullable=False),
        sa.Column("organisation_code", sa.String(length=10), nullable=False),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seen_by", sa.String(length=80), nullable=False),
        sa.ForeignKeyConstraint(["notice_id"], ["notice.id"], name=op.f("fk_notice_seen_notice_id")),
        sa.PrimaryKeyConstraint("notice_id", "organisation_code", name=op.f("pk_notice_seen")),
    )
