"""Names as people write them, taken apart only where it is sure which is which."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.appointments.faults import CellFault
from app.appointments.person_names import in_small_letters, plain_name, read_full_name, read_name


@pytest.mark.parametrize(
    "name",
    [
        *("Sam", "Zoë", "Łukasz", "O'Neill", "Osei-Bonsu", "Mary Jane", "علي", "நிலா", "李"),
        *("Šárka", "Žižek", "Sebastião", "Müller", "Nuñez", "Ştefan", "Åse", "'t Hooft", "Ripley"),
    ],
)
def test_names_of_every_script_are_taken(name: str) -> None:
    assert read_name(f"  {name} ") == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *(("OKAFOR", "Okafor"), ("O'NEILL", "O'Neill"), ("OSEI-BONSU", "Osei-Bonsu")),
        *(("SAM", "Sam"), ("ZOE", "Zoe"), ("ZOË", "Zoë"), ("LEE", "Lee"), ("AJ SMITH", "AJ Smith")),
        *(("JO", "Jo"), ("ED", "Ed"), ("NG", "Ng"), ("XI", "Xi"), ("LI MING", "Li Ming")),
        *(("AJ", "AJ"), ("TJ", "TJ"), ("III", "III"), ("ST JOHN", "St John"), ("sam", "sam")),
        *(("McDONALD", "McDonald"), ("MacDONALD", "MacDonald"), ("JO-ANN", "Jo-Ann")),
    ],
)
def test_a_name_in_capitals_is_written_as_people_write_it(written: str, name: str) -> None:
    assert read_name(written) == in_small_letters(written) == name


@pytest.mark.parametrize(
    ("written", "name"),
    [
        *(("Samuel (Sam)", "Samuel"), ("O'NEILL (Miss)", "O'Neill"), ("Okafor [Miss]", "Okafor")),
        *(("Okafor (nee Smith)", "Okafor"), ("Miss Sam", "Sam"), ("Master", "Master")),
        *(("'Sam", "Sam"), ('"Sam"', "Sam"), ("‘Sam’", "Sam"), ('Samuel "Sam"', "Samuel")),
        *(("O´Neill", "O'Neill"), ("O‘Neill", "O'Neill"), ("O’Neill", "O'Neill")),
        *(("Osei‐Bonsu", "Osei-Bonsu"), ("Osei–Bonsu", "Osei-Bonsu"), ("Okafor - Miss", "Okafor")),
        *(("S\u200bam\ufeff", "Sam"), ("Mary\u00a0Jane", "Mary Jane"), ("Zoe\u0308", "Zoë")),
    ],
)
def test_what_stands_around_a_name_is_taken_off(written: str, name: str) -> None:
    assert read_name(written) == name


@pytest.mark.parametrize(
    "name", ["", "  ", "=cmd()", "Sam2", "a" * 36, "-", "@Sam", "S\x00am", "<b>", "(Sam)", "Sam ("]
)
def test_what_is_no_name_is_refused(name: str) -> None:
    with pytest.raises(CellFault, match=r"name|letters"):
        read_name(name)


@pytest.mark.parametrize(
    "name",
    [
        *("Zo‰", "Zo\x89", "HelŠne", "RenŠ", "Ren‚", "Andr„", "Mu¤oz", "Mu¢oz", "JosŽ", "J”rg"),
        *("ZoÃ«", "FranÃ§ois", "ÅŸen", "S\u00a0nchez", "Zo‘", "Zo\ufffd", "Chƒteau"),
    ],
)
def test_letters_of_another_encoding_are_never_taken_for_the_name(name: str) -> None:
    for reader in (read_name, lambda text: read_full_name(f"OKAFOR, {text}")):
        with pytest.raises(CellFault) as refused:
            reader(name)
        assert refused.value.code == "odd_letters"


@pytest.mark.parametrize(
    "name",
    ["Okafor (deceased)", "RIP Sam Okafor", "R.I.P. Okafor", "Okafor (dec'd)", "Deceased", "Died"],
)
def test_a_name_that_says_they_have_died_is_never_a_name(name: str) -> None:
    for reader in (read_name, read_full_name):
        with pytest.raises(CellFault) as refused:
            reader(name)
        assert refused.value.code == "says_deceased"


@pytest.mark.parametrize("name", ["Sam (do not text)", "Sam (TEST)", "Sam (DNC)"])
def test_a_word_to_the_reader_in_brackets_is_not_passed_over(name: str) -> None:
    with pytest.raises(CellFault, match="brackets"):
        read_name(name)


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        *(("OKAFOR, Sam (Miss)", "Sam", "Okafor"), ("Okafor, Sam", "Sam", "Okafor")),
        *(("Miss Sam Okafor", "Sam", "Okafor"), ("OKAFOR Sam", "Sam", "Okafor")),
        *(("Sam OKAFOR", "Sam", "Okafor"), ("Mary Jane Osei", "Mary Jane", "Osei")),
        *(("OKAFOR, Sam - Miss", "Sam", "Okafor"), ("OKAFOR, Sam [Miss]", "Sam", "Okafor")),
        *(("OKAFOR, Sam, Miss", "Sam", "Okafor"), ("OKAFOR, Sam – Miss", "Sam", "Okafor")),
        *(("OKAFOR, Sam,", "Sam", "Okafor"), ("Sam Okafor Mr.", "Sam", "Okafor")),
        *(("McDONALD Sam", "Sam", "McDonald"), ("Sam MacDONALD", "Sam", "MacDonald")),
        *(("O'NEILL Sam", "Sam", "O'Neill"), ("D'SOUZA Maria", "Maria", "D'Souza")),
        *(("VAN DER BERG, Anna (Ms)", "Anna", "Van Der Berg"), ("Al Smith", "Al", "Smith")),
        *(("Anna van der Berg", "Anna", "van der Berg"), ("Ali bin Said", "Ali", "bin Said")),
        *(("Maria de la Cruz", "Maria", "de la Cruz"), ("DE SOUZA Maria", "Maria", "De Souza")),
        *(("Anna van der BERG", "Anna", "van der Berg"), ("Ben van Dyk", "Ben", "van Dyk")),
        *(("ANNA VAN DER BERG", "Anna", "Van Der Berg"), ("Sam J. OKAFOR", "Sam J.", "Okafor")),
        *(("Sam Okafor Jr", "Sam", "Okafor"), ("Sam Okafor, Jr.", "Sam", "Okafor")),
        *(("OKAFOR Jr, Sam", "Sam", "Okafor"), ("Sam OKAFOR III", "Sam", "Okafor")),
        *(("Osei - Bonsu, Anna", "Anna", "Osei-Bonsu"), ("Sam J Okafor", "Sam J", "Okafor")),
    ],
)
def test_a_full_name_is_taken_apart(written: str, first: str, last: str) -> None:
    assert read_full_name(written) == (first, last)


@pytest.mark.parametrize("written", ["Sam", "Miss Sam", "", ", ", "OKAFOR, Miss", ", Sam"])
def test_half_a_name_is_refused(written: str) -> None:
    with pytest.raises(CellFault, match="Add what is missing") as refused:
        read_full_name(written)
    assert refused.value.code == "half_a_name"


@pytest.mark.parametrize(
    "written",
    [
        *("AJ Smith", "LI Ming", "Smith AJ", "J Smith", "SAM NG", "SMITH J", "Maria De Souza"),
        *("Sam Ben Smith", "OKAFOR Sam SMITH", "van der Berg Anna", "Berg, Anna van der"),
        *("OKAFOR, Sam - ward 3", "Maria de la Luz Garcia"),
    ],
)
def test_which_is_the_last_name_is_never_guessed(written: str) -> None:
    with pytest.raises(CellFault, match="SURNAME, Forename") as refused:
        read_full_name(written)
    assert refused.value.code == "half_a_name"


@pytest.mark.parametrize(
    ("written", "first", "last"),
    [
        *(("Okafor Sam", "Sam", "Okafor"), ("OKAFOR Sam", "Sam", "Okafor")),
        *(("Okafor, Sam", "Sam", "Okafor"), ("Okafor Sam (Miss)", "Sam", "Okafor")),
        *(("LI Ming", "Ming", "Li"), ("Smith AJ", "AJ", "Smith")),
        ("VAN DER BERG Anna", "Anna", "Van Der Berg"),
    ],
)
def test_the_surname_comes_first_where_the_heading_says_so(
    written: str, first: str, last: str
) -> None:
    assert read_full_name(written, surname_first=True) == (first, last)


@pytest.mark.parametrize("written", ["Okafor Sam Jane", "Sam OKAFOR", "AJ Smith"])
def test_a_heading_that_the_cell_belies_is_not_followed(written: str) -> None:
    with pytest.raises(CellFault, match="SURNAME, Forename"):
        read_full_name(written, surname_first=True)


@given(st.text(max_size=80), st.booleans())
def test_any_text_is_two_names_or_refused_in_words(text: str, surname_first: bool) -> None:
    said = "."
    try:
        assert all(read_full_name(text, surname_first))
    except CellFault as fault:
        said = str(fault)
    assert said.endswith(".")


@given(
    st.from_regex(r"[A-Za-z][a-z]{0,40}", fullmatch=True)
    | st.sampled_from(["Miss", "Decd", "Died", "Rip", "Master"])
)
def test_the_short_way_says_what_the_whole_reading_says(written: str) -> None:
    if plain_name(written) is not None:
        assert read_name(written) == plain_name(written)
