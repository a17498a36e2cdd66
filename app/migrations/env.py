"""What Alembic reads before it migrates: the connection it is lent, or the one in the settings."""

from typing import Literal

from alembic import context
from alembic.autogenerate.api import AutogenContext
from sqlalchemy import Connection
from sqlmodel.sql.sqltypes import AutoString, UTCDateTime

from app import settings
from app.db import engine_to
from app.tables import metadata


def in_plain_types(kind: str, thing: object, _context: AutogenContext) -> str | Literal[False]:
    """Write SQLAlchemy's own types into new migrations, so that old ones outlive SQLModel's."""
    if kind == "type" and isinstance(thing, UTCDateTime):
        return "sa.DateTime(timezone=True)"
    if kind == "type" and isinstance(thing, AutoString):
        length = getattr(thing.impl, "length", None)
        return f"sa.String(length={length})" if length else "sa.String()"
    return False


def migrate_over(connection: Connection) -> None:
    """Run what is missing in one transaction: all of it, or none."""
    context.configure(
        connection=connection,
        target_metadata=metadata,
        render_as_batch=True,
        render_item=in_plain_types,
        transactional_ddl=True,
    )
    with context.begin_transaction():
        context.run_migrations()


lent: Connection | None = context.config.attributes.get("connection")
if lent is not None:
    migrate_over(lent)
else:
    with engine_to(settings.load().database_url).begin() as own:
        migrate_over(own)
