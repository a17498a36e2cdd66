"""Files of real shapes, good, odd and hostile: no wrong date, no wrong number, no crash."""

from datetime import UTC

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lists import book_of, layout_of, read_file
from shapes.make import ALL, FILES
from shapes.parts import VISITS, Shape, Visit

from app.appointments.clinic_list import choose_sheet
from app.appointments.rows import ListRow, ReadList
from app.errors import Refusal

KNOWN_CODES = {"day_number", "lost_nought", "whole_number", "two_numbers", "note"}
GOOD = [name for name, shape in ALL.items() if not shape.refused]


def content_of(name: str) -> bytes:
    return (FILES / name).read_bytes()


def said(row: ListRow) -> tuple[object, ...]:
    return (
        row.nhs_number,
        row.first_name,
        row.last_name,
        row.date_of_birth,
        row.mobile,
        row.starts_at,
    )


def meant(visit: Visit) -> tuple[object, ...]:
    return (
        visit.nhs,
        visit.first,
        visit.last,
        visit.born,
        "+44" + visit.mobile[1:],
        visit.at.astimezone(UTC),
    )


def test_there_are_at_least_a_hundred_files_and_each_has_its_shape() -> None:
    assert len(ALL) >= 100
    assert {file.name for file in FILES.iterdir()} == set(ALL)


@pytest.mark.parametrize("name", ALL)
def test_what_must_come_of_a_file_comes_of_it(name: str) -> None:
    shape = ALL[name]
    if shape.refused:
        with pytest.raises(Refusal) as refused:
            read_file(content_of(name))
        assert shape.refused in str(refused.value)
        return
    assert skipped_in(name) == {"footers": 0, "headings_again": 0} | dict(shape.skipped)
    if shape.asks:
        assert set(shape.asks) <= set(layout_of(content_of(name)).missing)
        return
    check(read_file(content_of(name)), shape)


def check(found: ReadList, shape: Shape) -> None:
    assert [said(row) for row in found.rows] == [meant(VISITS[n - 1]) for n in shape.takes]
    assert tuple(f"{each.row} {each.code}" for each in found.problems) == shape.problems
    assert tuple(f"{each.row} {each.code}" for each in found.repairs) == shape.repairs
    assert tuple(f"{each.row} {each.code}" for each in found.set_aside) == shape.aside
    for name, value in shape.also.items():
        assert {getattr(row, name) for row in found.rows} == {value}


def skipped_in(name: str) -> dict[str, int]:
    book = book_of(content_of(name))
    sheet, layout = choose_sheet(book)
    counts = {
        "hidden_rows": sheet.hidden_rows,
        "hidden_columns": sheet.hidden_columns,
        "hidden_sheets": len(book.hidden_sheets),
        "other_sheets": sum(1 for each in book.sheets if each.rows and each is not sheet),
    }
    left_out = {} if layout.missing else read_file(content_of(name)).left_out
    lines = {what: left_out.get(what, 0) for what in ("footers",)}
    lines["headings_again"] = left_out.get("headings", 0)
    return {what: count for what, count in counts.items() if count} | lines


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(ALL)), st.data())
def test_a_file_that_is_changed_anywhere_is_read_or_refused_and_never_crashes(
    name: str, data: st.DataObject
) -> None:
    content = content_of(name)
    place = data.draw(st.integers(0, len(content)))
    length = data.draw(st.integers(0, 12))
    changed = content[:place] + data.draw(st.binary(max_size=12)) + content[place + length :]
    told = ""
    try:
        layout = layout_of(changed)
        rows = read_file(changed).rows if not layout.missing else []
    except Refusal as refused:
        told, rows = str(refused), []
    assert all(row.mobile is None or row.mobile.startswith("+447") for row in rows)
    assert told == "" or told.endswith(".")


@settings(deadline=None)
@given(st.sampled_from(["plain.csv", "pas-wording.csv", "plain.xlsx"]), st.data())
def test_rows_in_another_order_are_the_same_rows(name: str, data: st.DataObject) -> None:
    lines = [row.cells for row in book_of(content_of(name)).sheets[0].rows]
    order = data.draw(st.permutations(lines[1:]))
    whole = "\n".join("\t".join(cells) for cells in [lines[0], *order]).encode()
    assert sorted(map(said, read_file(whole).rows)) == sorted(map(meant, VISITS))
