"""What tests of the doctor share: settings of a stored database, and its checks by name."""

from app.db import Database
from app.doctor import Check
from app.settings import Settings


def of(settings: Settings, database: Database) -> Settings:
    address = database.url.render_as_string(hide_password=False)
    return settings.model_copy(update={"database_url": address})


def by_name(checks: list[Check]) -> dict[str, Check]:
    return {check.name: check for check in checks}
