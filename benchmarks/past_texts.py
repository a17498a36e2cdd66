"""Years of texts that went, beside the visits they were about; written by the database itself."""

from datetime import timedelta

from app.db import Database
from benchmarks import past
from benchmarks.databases import clinics_of
from benchmarks.material import READ_AT

# An ask, a reminder and a question afterwards, each of them once more.
KINDS = ("ask", "reminder", "feedback")
TEXTS_OF_A_VISIT = 2 * len(KINDS)
# Of so many texts one is still on its way: it went within the last three days.
ON_ITS_WAY = 5_000
WENT_AT = READ_AT - timedelta(hours=1)
BODY = 192


def fill(database: Database, texts: int) -> None:
    """Write so many texts of the past with their visits, all ended but for the newest few."""
    kind = database.engine.dialect.name
    visits = -(-texts // TEXTS_OF_A_VISIT)
    past.fill(database, visits)
    clinics = [each.id.hex for each in clinics_of(database)]
    values = _text(kind, texts, past.clinic_of(kind, f"(n / {TEXTS_OF_A_VISIT})", clinics))
    past.write(database, [past.insert("invitation", texts, values)], "invitation")


def _text(kind: str, texts: int, clinic: str) -> dict[str, str]:
    at = past.at_time(kind, texts)
    newest = f"n >= {texts - texts // ON_ITS_WAY}"
    went_at = f"CASE WHEN {newest} THEN {past.moment(kind, str(int(WENT_AT.timestamp())))}"
    kinds = " ".join(f"WHEN {place} THEN '{name}'" for place, name in enumerate(KINDS))
    number = "printf('%032x', n)" if kind == "sqlite" else "lpad(to_hex(n), 32, '0')"
    times = ("due_at", "deadline", "planned_for", "first_started_at", "started_at", "created_at")
    counts = {"clinic_version": 1, "attempt": 1, "tries": 1, "faults": 0, "absences": 0}
    return {
        "id": past.row_id(kind, "n"),
        "appointment_id": past.row_id(kind, f"(n / {TEXTS_OF_A_VISIT})"),
        "clinic_id": clinic,
        "kind": f"CASE n % {len(KINDS)} {kinds} END",
        "cycle": f"1 + n / {len(KINDS)} % 2",
        "state": f"CASE WHEN {newest} THEN 'accepted' ELSE {_ended()} END",
        "token": number,
        "provider_sid": f"'SM' || {number}",
        "sender": "'+447700900999'",
        "number_sealed": past.blob(kind, past.CELL),
        "number_key": past.blob(kind, past.KEY),
        "body_sealed": past.blob(kind, BODY),
        "template": "'en/ask@00000000'",
        "accepted_at": f"{went_at} ELSE {at} END",
        **dict.fromkeys(times, at),
        **{name: str(value) for name, value in counts.items()},
    }


def _ended() -> str:
    rare = {0: "no_receipt", 1: "undelivered", 2: "failed", 3: "suppressed", 4: "expired"}
    states = " ".join(f"WHEN {place} THEN '{state}'" for place, state in rare.items())
    return f"CASE n % 23 {states} ELSE 'delivered' END"
