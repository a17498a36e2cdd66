"""What one cell says: tables of how people write names, flags, outcomes and the rest."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments import cells
from app.appointments.faults import CellFault
from app.appointments.words import Status


@pytest.mark.parametrize(
    "name", ["Sam", "Zoë", "Łukasz", "O'Neill", "Osei-Bonsu", "Mary Jane", "علي", "நிலா", "李"]
)
def test_names_of_every_script_are_taken(name: str) -> None:
    assert cells.read_name(f"  {name} ") == name


@pytest.mark.parametrize(
    ("written", "name"),
    [("OKAFOR", "Okafor"), ("O'NEILL", "O'Neill"), ("OSEI-BONSU", "Osei-Bonsu"), ("AJ", "AJ")],
)
def test_a_name_in_capitals_is_written_as_people_write_it(written: str, name: str) -> None:
    assert cells.read_name(written) == name


@pytest.mark.parametrize(
    "name", ["", "  ", "=cmd()", "Sam2", "a" * 36, "-", "@Sam", "S\x00am", "<b>"]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(CellFault, match=r"name|letters"):
        cells.read_name(name)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        ("OKAFOR, Sam (Miss)", "Sam", "Okafor"),
        ("Okafor, Sam", "Sam", "Okafor"),
        ("Miss Sam Okafor", "Sam", "Okafor"),
        ("OKAFOR Sam", "Sam", "Okafor"),
        ("Sam OKAFOR", "Sam", "Okafor"),
        ("Mary Jane Osei", "Mary Jane", "Osei"),
        ("VAN DER BERG, Anna (Ms)", "Anna", "Van Der Berg"),
    ],
)
def test_a_full_name_is_taken_apart(written: str, first: str, last: str) -> None:
    assert cells.read_full_name(written) == (first, last)


@pytest.mark.parametrize("written", ["Sam", "Miss Sam", "", ", "])
def test_half_a_name_is_refused(written: str) -> None:
    with pytest.raises(CellFault, match="name"):
        cells.read_full_name(written)


@pytest.mark.parametrize(
    ("written", "owner"),
    [("", "unknown"), ("Mum", "parent"), ("SELF", "self"), ("young  person", "self")],
)
def test_whose_phone_it_is_is_read(written: str, owner: str) -> None:
    assert cells.read_owner(written) == owner


@pytest.mark.parametrize(
    ("written", "language"),
    [("", None), ("Polish", "pl"), ("so", "so"), ("ENGLISH", "en"), ("Bengali (Sylheti)", "bn")],
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
    ],
)
def test_a_status_is_read(written: str, status: Status) -> None:
    assert cells.read_status(written) is status


@pytest.mark.parametrize(
    ("written", "outcome"),
    [
        *(("5", Status.FULFILLED), ("6", Status.FULFILLED), ("3", Status.NOSHOW)),
        *(("7", Status.NOSHOW), ("2", Status.CANCELLED), ("4", Status.CANCELLED)),
        *(("0", None), ("", None), ("Discharged", None), ("booked", None)),
        *(("Did not attend", Status.NOSHOW), ("yes", Status.FULFILLED), ("no", None)),
    ],
)
def test_an_outcome_is_read_also_by_its_national_code(written: str, outcome: Status | None) -> None:
    assert cells.read_outcome(written) is outcome


@pytest.mark.parametrize(
    ("written", "flag"),
    [
        *(("", None), ("N", False), ("No", False), ("0", False), ("not required", False)),
        *(("Y", True), ("yes", True), ("1", True), ("12/03/2026", True), ("Deceased", True)),
    ],
)
def test_a_flag_is_read_and_a_date_is_a_yes(written: str, flag: bool | None) -> None:
    assert cells.read_flag(written) is flag


@pytest.mark.parametrize(
    ("written", "refused"),
    [("", False), ("Yes", False), ("No", True), ("declined", True), ("Opted out", True)],
)
def test_only_a_consent_that_is_refused_counts(written: str, refused: bool) -> None:
    assert cells.read_refusal(written) is refused


@pytest.mark.parametrize(
    ("written", "needed"), [("Yes", True), ("", None), ("Polish", True), ("English", False)]
)
def test_an_interpreter_is_read_by_yes_or_by_language(written: str, needed: bool | None) -> None:
    assert cells.read_interpreter(written) is needed


@pytest.mark.parametrize(
    ("written", "heading", "kind"),
    [
        ("Telephone", "Appointment type", "telephone"),
        ("Video call (Attend Anywhere)", "Mode", "video"),
        ("Follow up", "Appointment type", "in_person"),
        ("Y", "Telephone appointment", "telephone"),
        ("N", "Telephone appointment", "in_person"),
        ("Face to face", "Mode", "in_person"),
    ],
)
def test_how_a_visit_is_held_is_read(written: str, heading: str, kind: str) -> None:
    assert cells.read_visit_kind(written, heading) == kind


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
    ("reader", "written"),
    [
        (cells.read_owner, "the dog"),
        (cells.read_language, "Elvish"),
        (cells.read_status, "maybe"),
        (cells.read_flag, "perhaps"),
        (cells.read_id, "x" * 65),
    ],
)
def test_what_nobody_knows_is_refused(reader: object, written: str) -> None:
    with pytest.raises(CellFault, match=r"\."):
        reader(written)  # type: ignore[operator]


@given(st.text(max_size=80))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    for reader in (
        *(cells.read_name, cells.read_full_name, cells.read_owner, cells.read_language),
        *(cells.read_status, cells.read_outcome, cells.read_flag, cells.read_refusal),
        *(cells.read_interpreter, cells.read_visit_kind, cells.read_postcode, cells.read_id),
        cells.read_ethnicity,
    ):
        said = "."
        try:
            reader(text)
        except CellFault as fault:
            said = str(fault)
        assert said.endswith(".")
