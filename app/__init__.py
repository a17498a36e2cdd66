"""What Matters: a text before the clinic, and the answer in front of the clinician.

The house, from the top floor down (a floor imports only floors below it):

cli, factory     the command and the one place where everything meets
doctor, health   what is wrong with an installation, for people and for machines
pages, home      what every page has in common, and the first of them
migrations       how the tables came to be as they are
tables           every table, for migrations and tests
demo             a believable clinic and a pretend phone, never reachable in production
summaries        the clinic sheet
concerns         the pages of what must not wait, and what people do about it
safety_net       the pages of who is told of it, and of switching the words off
conversations    what they answered
safeguarding     what must not wait: which words say so, who is told, and when again
clinic_lists     where clinic admins bring their lists, and see what they lead to
invitations      what we send
appointments     what the hospital told us
people, clinics  whom we ask, and for which clinic
staff, sms       who may come in; the only rooms that know Twilio
audit            who did what, when
heartbeat        the sign of life each process leaves
db               where it is kept
settings, clock  what the environment says, and what time it is
collector        told to wait while a long list is read
privacy          how it is sealed
errors, logs     what can go wrong, and what is said about it
weighing, nets   what words are likely to say, by weights and nets that were learned

A row becomes a text: clinic_lists.views -> appointments.clinic_list ->
appointments.register -> the database -> scheduler.jobs -> invitations.dispatch -> sms.
A reply becomes a line: conversations.webhook -> conversations.intake ->
conversations.reading -> the database -> summaries.
What must not wait: conversations.intake -> conversations.noticing ->
safeguarding.phrases -> the database -> scheduler.jobs -> safeguarding.telling.
"""
