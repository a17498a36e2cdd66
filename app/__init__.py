"""What Matters: a text before the clinic, and the answer in front of the clinician.

The house, from the top floor down (a floor imports only floors below it):

cli, factory     the command and the one place where everything meets
demo             a believable clinic and a pretend phone, never reachable in production
tables           every table, for migrations and tests
summaries        the clinic sheet
conversations    what they answered
invitations      what we send
appointments     what the hospital told us
people, clinics  whom we ask, and for which clinic
staff, sms       who may come in; the only rooms that know Twilio
audit            who did what, when
heartbeat        the sign of life each process leaves
db, privacy      where it is kept, and how it is sealed
settings, clock, logs, errors   the ground floor

A row becomes a text: appointments.views -> appointments.clinic_list ->
appointments.register -> the database -> scheduler.jobs -> invitations.dispatch -> sms.
A reply becomes a line: conversations.webhook -> conversations.intake ->
conversations.reading -> the database -> summaries.
"""
