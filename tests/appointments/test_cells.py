"""What one cell says: tables of how people write flags, outcomes, kinds of visit and the rest."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from timing import quickest

from app.appointments import cells
from app.appointments.dates import read_clock
from app.appointments.faults import CellFault, Mended
from app.appointments.words import Status


@pytest.mark.parametrize(
    ("written", "owner"),
    [
        *(("", "unknown"), ("Mum", "parent"), ("SELF", "self"), ("young  person", "self")),
        *(("grandmother", "parent"), ("step-mother", "parent"), ("foster mother", "parent")),
        *(("Mum & Dad", "parent"), ("parent/carer", "parent"), ("Patient's mother", "parent")),
        *(("next of kin", "parent"), ("Mother (NOK)", "parent"), ("mother of patient", "parent")),
        *(("sister", "shared"), ("brother", "shared"), ("sibling", "shared"), ("home", "shared")),
        *(("other", "unknown"), ("unknown", "unknown"), ("patient's mobile", "self")),
    ],
)
def test_whose_phone_it_is_is_read(written: str, owner: str) -> None:
    assert cells.read_owner(written) == owner


@pytest.mark.parametrize(
    ("written", "language"),
    [
        *(("", None), ("Polish", "pl"), ("so", "so"), ("ENGLISH", "en")),
        *(("Bengali (Sylheti)", "bn"), ("pol", "pl"), ("urd", "ur"), ("cym", "cy")),
        *(("en-GB", "en"), ("en_GB", "en"), ("Kurdish - Sorani", "ku")),
        *(("Portuguese - Brazil", "pt"), ("Polish (needs interpreter)", "pl")),
        *(("No", None), ("Not recorded", None), ("Other", None), ("N/A", None), ("-", None)),
    ],
)
def test_languages_are_read(written: str, language: str | None) -> None:
    assert cells.read_language(written) == language


@pytest.mark.parametrize(
    ("written", "status"),
    [
        ("", Status.BOOKED),
        ("Confirmed", Status.BOOKED),
        ("CANCELLED BY PATIENT", Status.CANCELLED),
        ("Cancelled: unwell", Status.CANCELLED),
        ("DNA", Status.NOSHOW),
        ("Was not brought", Status.NOSHOW),
        ("Attended", Status.FULFILLED),
        ("Rebooked", Status.REBOOKED),
        *((text, Status.CANCELLED) for text in ("Patient cancelled", "Hospital cancellation")),
        *((text, Status.CANCELLED) for text in ("PatientCancelled", "CNX by pt", "Canx")),
        *((text, Status.NOSHOW) for text in ("Did not attend - no reason", "not attended")),
        *((text, Status.NOSHOW) for text in ("Patient was not brought", "failed to attend appt")),
        ("Arrived - left without being seen", Status.NOSHOW),
        *((text, Status.REBOOKED) for text in ("Rebooked by clinic", "Resched", "Slot moved")),
        *((text, Status.FULFILLED) for text in ("Seen by nurse", "Arrived late", "Attended late")),
        *((text, Status.BOOKED) for text in ("Provisional", "Waiting", "Expected", "null", "-")),
        *((text, Status.BOOKED) for text in ("n/a", "Due", "Confirmed by text", "Future appt")),
    ],
)
def test_a_status_is_read(written: str, status: Status) -> None:
    assert cells.read_status(written) is status


READY = "the relevant professional was ready to see the patient"


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        *(("5", Status.FULFILLED), ("6", Status.FULFILLED), ("3", Status.NOSHOW)),
        *(("7", Status.NOSHOW), ("2", Status.CANCELLED), ("4", Status.CANCELLED)),
        *(("0", None), ("", None), ("Discharged", None), ("booked", None)),
        *(("Did not attend", Status.NOSHOW), ("yes", Status.FULFILLED), ("no", None)),
        *(("5 - Attended on time", Status.FULFILLED), ("05", Status.FULFILLED)),
        *(("5.0", Status.FULFILLED), ("6 - 8 weeks", None), ("6-8 weeks", None)),
        ("Appointment cancelled by, or on behalf of, the patient", Status.CANCELLED),
        ("Appointment cancelled or postponed by the Health Care Provider", Status.CANCELLED),
        ("Did not attend, no advance warning given", Status.NOSHOW),
        (f"Attended on time or, if late, before {READY}", Status.FULFILLED),
        (f"Arrived late, after {READY}, but was seen", Status.FULFILLED),
        (f"Arrived late, after {READY} and could not be seen", Status.NOSHOW),
        *(("Hospital canx", Status.CANCELLED), ("DNA sample taken", None)),
    ],
)
def test_an_outcome_is_read_also_by_its_national_code(written: str, outcome: Status | None) -> None:
    assert cells.read_outcome(written) is outcome


@pytest.mark.parametrize("written", ["maybe", "not cancelled", "to be seen", "waiting list"])
def test_a_status_that_is_not_plain_is_refused(written: str) -> None:
    with pytest.raises(CellFault, match="booked, cancelled"):
        cells.read_status(written)


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        *((text, None) for text in ("", "unknown", "N/K", "not recorded", "NaT", "NULL", "(null)")),
        *((text, None) for text in ("None", "#N/A", "-", "?")),
        *((text, False) for text in ("N", "No", "0", "0.0", "00", "not required", "Not deceased")),
        *((text, False) for text in ("alive", "Living", "No known date of death")),
        *((text, True) for text in ("Y", "yes", "1", "1.0", "✓", "✔", "X", "t", "Deceased", "d")),
        *((text, True) for text in ("12/03/2026", "Deceased 12/03/2026", "2026-03-12T00:00:00Z")),
    ],
)
def test_a_flag_is_read_and_a_date_is_a_yes(written: str, flag: bool | None) -> None:
    assert cells.read_flag(written) is flag


@pytest.mark.parametrize(
    "written",
    [
        *("01/01/1900", "1900-01-01 00:00:00.000", "9999-12-31", "9999-12-31 23:59:59"),
        *("0001-01-01", "0000-00-00 00:00:00", "00:00:00", "1899-12-30", "31/12/2999"),
    ],
)
def test_a_date_that_stands_for_none_says_nothing(written: str) -> None:
    assert cells.read_flag(written) is None


@pytest.mark.parametrize(
    "written", ["12", "2", "perhaps", "31/02/2026", "05/13/2026", "2206-01-01", "09:30"]
)
def test_a_flag_that_is_not_plain_is_refused(written: str) -> None:
    with pytest.raises(CellFault) as refused:
        cells.read_flag(written)
    assert refused.value.code == "unknown_flag"


@pytest.mark.parametrize(
    ("written", "refused"),
    [
        *((text, None) for text in ("", "unknown", "Not recorded", "not asked", "n/k", "NULL")),
        *((text, False) for text in ("Yes", "Y", "true", "1", "1.0", "consented", "OK", "okay")),
        *((text, False) for text in ("consent given", "given", "agreed", "granted", "allowed")),
        *((text, False) for text in ("accepted", "opted in", "Opt in", "yes - anything")),
        *((text, True) for text in ("No", "n", "false", "0", "0.0", "not consented", "no thanks")),
        *((text, True) for text in ("No/declined", "n - opted out", "consent not given")),
        *((text, True) for text in ("does not consent", "dissent", "dissented", "opted-out")),
        *((text, True) for text in ("express dissent", "objected", "unsubscribed", "withdrawn")),
        *((text, True) for text in ("refused", "declined", "withheld", "yes/no", "don’t text")),
    ],
)
def test_consent_is_refused_given_or_not_spoken_of(written: str, refused: bool | None) -> None:
    assert cells.read_refusal(written) is refused


@pytest.mark.parametrize(
    "written", ["maybe", "12/05/2026", "n/a", "yes - email only", "yes but ask mum", "parent", "2"]
)
def test_no_consent_is_taken_from_what_is_no_plain_yes(written: str) -> None:
    found = cells.read_refusal(written)
    assert isinstance(found, Mended)
    assert found[:2] == (True, "consent_unclear")


@pytest.mark.parametrize(
    ("written", "needed"),
    [
        *((text, None) for text in ("", "n/k", "unknown")),
        *((text, True) for text in ("Yes", "Polish", "Y - Polish", "Yes (Polish)", "No English")),
        *((text, True) for text in ("BSL", "Interpreter required")),
        *((text, False) for text in ("English", "No interpreter required", "None required")),
        *((text, False) for text in ("No (English)", "0.0", "not required")),
    ],
)
def test_an_interpreter_is_read_by_yes_or_by_language(written: str, needed: bool | None) -> None:
    assert cells.read_interpreter(written) is needed


@pytest.mark.parametrize(
    ("written", "heading", "kind"),
    [
        *((text, "Appointment type", "telephone") for text in ("Telephone", "Tel", "T/C")),
        ("02", "Consultation medium used", "telephone"),
        ("2", "Appointment type", None),
        *((text, "Mode", "video") for text in ("Video call (Attend Anywhere)", "MS Teams", "11")),
        *((text, "Mode", "video") for text in ("03 - Video", "Virtual clinic", "Online clinic")),
        *((text, "Mode", "in_person") for text in ("Face to face", "F2F", "in-person", "1", "01")),
        *((text, "Mode", None) for text in ("Follow up", "", "booked online", "1 - New", "Yes")),
        *((text, "Mode", None) for text in ("Non face-to-face", "not telephone", "Phone/video")),
        ("Clinic", "Mode", "in_person"),
        ("Y", "Telephone appointment", "telephone"),
        ("1", "Telephone appointment", "telephone"),
        ("N", "Telephone appointment", None),
    ],
)
def test_how_a_visit_is_held_is_read_where_it_is_clear(
    written: str, heading: str, kind: str | None
) -> None:
    assert cells.read_visit_kind(written, heading) == kind


@pytest.mark.parametrize("written", ["", "NULL", "null", "-", "n/a", "None", "0"])
def test_what_machines_write_for_nothing_is_no_appointment_id(written: str) -> None:
    assert cells.read_id(written) is None
    assert not cells.PLAIN_ID.fullmatch(written)


@pytest.mark.parametrize(
    ("written", "halves"),
    [
        *(("b15 2tt", ("B15", "2TT")), ("SE17EH", ("SE1", "7EH")), ("EC1A 1BB", ("EC1A", "1BB"))),
        *(("B15", ("B15", "")), ("", None), ("no fixed abode", None)),
    ],
)
def test_a_postcode_is_read_in_halves(written: str, halves: tuple[str, str] | None) -> None:
    assert cells.read_postcode(written) == halves


@pytest.mark.parametrize(
    ("reader", "written", "mended"),
    [
        (cells.read_owner, "the dog", ("unknown", "unknown_owner")),
        (cells.read_owner, "not mum", ("unknown", "unknown_owner")),
        (cells.read_owner, "self/mum", ("unknown", "unknown_owner")),
        (cells.read_language, "Elvish", (None, "unknown_language")),
        (cells.read_language, "BSL", (None, "unknown_language")),
        (cells.read_language, "xx", (None, "unknown_language")),
        (cells.read_language, "x" * 999, (None, "unknown_language")),
        (cells.read_interpreter, "wibble", (None, "unknown_interpreter")),
    ],
)
def test_what_nobody_knows_and_need_not_is_taken_as_not_said(
    reader: Callable[[str], Any], written: str, mended: tuple[str | None, str]
) -> None:
    found = reader(written)
    assert isinstance(found, Mended)
    assert found[:2] == mended
    assert found.words.endswith(".")


def test_an_id_too_long_for_one_is_refused() -> None:
    with pytest.raises(CellFault, match="at most 64"):
        cells.read_id("x" * 65)


FAULTING: tuple[Callable[[str], Any], ...] = (
    *(cells.read_name, cells.read_full_name, cells.read_status, cells.read_outcome),
    *(cells.read_flag, cells.read_refusal, cells.read_visit_kind, cells.read_postcode),
    *(cells.read_ethnicity, read_clock),
)
NEVER_FAULTING = (cells.read_owner, cells.read_language, cells.read_interpreter)


@pytest.mark.parametrize("reader", FAULTING)
def test_a_cell_far_too_long_is_refused_at_once(reader: Callable[[str], Any]) -> None:
    with pytest.raises(CellFault, match="far too long") as refused:
        reader("(" * 100_000)
    assert refused.value.code == "too_long"


@pytest.mark.parametrize("filling", ["(", "(a", "- ", "0", "left ", "not ", "a ", "12 ", '"', "y,"])
def test_no_cell_takes_long_to_read(filling: str) -> None:
    text = (filling * 200)[:199] + "#"

    def read_by_all(cell: str) -> None:
        for reader in (*FAULTING, *NEVER_FAULTING):
            with suppress(CellFault):
                reader(cell)

    assert quickest(read_by_all, text) < 0.5


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for reader in (*FAULTING, *NEVER_FAULTING, cells.read_id):
        said = "."
        try:
            reader(text)
        except CellFault as fault:
            said = str(fault)
        assert said.endswith(".")
