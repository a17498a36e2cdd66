"""Where help is, said late: a text about a reply and no visit; what was not answered is told.

SQLite rebuilds a table to change what it allows, and forgets its triggers: those that keep what
ended from beginning again, and the history of a concern as it is, are made anew.
"""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None

FINAL = "'rejected', 'suppressed', 'cancelled', 'expired', 'delivered', 'undelivered', 'failed'"
OF_A_REPLY = sa.text("reply_id IS NOT NULL")
EVENTS = "'opened', 'placed', 'acknowledged', 'noted', 'handed_over', 'raised', 'lowered', 'second_look', 'closed', 'opened_again', 'alerted', 'alert_failed', 'answered', 'not_answered'"


def upgrade() -> None:
    with op.batch_alter_table("invitation") as table:
        table.add_column(sa.Column("reply_id", sa.Uuid(), nullable=True))
        table.alter_column("appointment_id", existing_type=sa.Uuid(), nullable=True)
        table.alter_column("clinic_id", existing_type=sa.Uuid(), nullable=True)
        table.drop_constraint(op.f("ck_invitation_kind_known"), type_="check")
        table.create_check_constraint(op.f("ck_invitation_kind_known"), "kind IN ('ask', 'reminder', 'feedback', 'answer', 'help')")
        table.create_check_constraint(
            op.f("ck_invitation_about_one"),
            "(kind = 'help') = (reply_id IS NOT NULL) AND (kind = 'help') = (appointment_id IS NULL)"
            " AND (kind = 'help') = (clinic_id IS NULL)",
        )
    op.create_index("uq_invitation_reply", "invitation", ["reply_id"], unique=True, sqlite_where=OF_A_REPLY, postgresql_where=OF_A_REPLY)
    with op.batch_alter_table("concern_event") as table:
        table.drop_constraint(op.f("ck_concern_event_what_known"), type_="check")
        table.create_check_constraint(op.f("ck_concern_event_what_known"), f"what IN ({EVENTS})")
    if op.get_context().dialect.name == "sqlite":
        _make_triggers_anew()


def _make_triggers_anew() -> None:
    op.execute(
        "CREATE TRIGGER IF NOT EXISTS invitation_ended_stays_ended BEFORE UPDATE OF state ON invitation"
        f" WHEN OLD.state IN ({FINAL}) AND NEW.state <> OLD.state"
        " BEGIN SELECT RAISE(ABORT, 'a text that has ended does not begin again'); END"
    )
    for what in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER IF NOT EXISTS concern_event_stays_{what.lower()} BEFORE {what} ON concern_event"
            " BEGIN SELECT RAISE(ABORT, 'the history of a concern is only added to'); END"
        )
