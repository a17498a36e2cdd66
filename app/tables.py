"""Every table, imported once, for the migrations and the tests."""

from sqlmodel import SQLModel

import app.appointments.models
import app.audit.models
import app.clinics.models
import app.clinics.safety_people
import app.conversations.models
import app.demo.models
import app.heartbeat
import app.invitations.models
import app.people.models
import app.safeguarding.models
import app.sms.models
import app.staff.models  # noqa: F401

metadata = SQLModel.metadata
