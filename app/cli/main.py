"""The command and its groups, put together."""

import click

from app.cli import (
    clinics,
    demo,
    forward,
    lists,
    phone,
    replies,
    running,
    safety_people,
    sending,
    sheets,
    staff,
    texts,
)
from app.cli.opened import Commands


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="whatmatters")
def main() -> None:
    """What Matters: a text before the clinic, and the answer in front of the clinician."""


for command in (
    clinics.clinic,
    lists.clinic_list,
    texts.send_due_texts,
    texts.segments,
    replies.interpret,
    replies.reread,
    forward.words_off,
    forward.words_on,
    sending.pause_,
    sending.resume,
    sending.go_live_,
    sending.restore_check_,
    sheets.clinic_sheet_,
    staff.staff,
    running.migrate_,
    running.doctor,
    running.audit_check,
    demo.demo,
    phone.phone,
    phone.clock,
):
    main.add_command(command)

for command in (safety_people.tells, safety_people.has_left):
    clinics.clinic.add_command(command)
