"""Saves one long list in a process of its own, so that a test can kill it: URL of the database."""

import sys

from cast import LONDON, NOW, SAM
from lists import clinic_list, row
from pydantic import SecretStr

from app.appointments.previewed import Upload
from app.appointments.register import preview_clinic_list, save_clinic_list
from app.db import Database
from app.settings import DEMO_KEY, Settings

VISITS = 480


def main(address: str) -> None:
    settings = Settings(data_keys=SecretStr(f"tests:{DEMO_KEY}"), lookup_key=SecretStr(DEMO_KEY))
    times = [f"{minute // 60 + 9:02}:{minute % 60:02}" for minute in range(VISITS)]
    content = clinic_list(*(row(SAM, appointment_time=each) for each in times))
    upload = Upload("long.csv", content, LONDON, None, fictional=True)
    database = Database(address, settings.vault())
    print("ready", flush=True)
    with database.writing() as session:
        preview = preview_clinic_list(session, upload, by="child", now=NOW)
        save_clinic_list(session, preview.list_id, by="child", now=NOW)
    print("saved", flush=True)


if __name__ == "__main__":
    main(sys.argv[1])
