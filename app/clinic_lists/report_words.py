"""What became of a file, for a terminal or a report beside it (pure)."""

from collections.abc import Iterable, Mapping
from typing import Any

FIGURES = (
    *("new", "moved", "cancelled", "rebooked", "changed", "outcome", "unchanged", "held_back"),
    *("ignored", "set_aside", "rejected"),
)
ALWAYS = ("new", "moved", "cancelled", "unchanged", "rejected")
SKIPPED = {"footers": "lines that are no rows", "headings_again": "repeated headings"}
PLAIN = {"held_back": "waiting for a decision", "set_aside": "not for this service"}


def report_in_words(found: Mapping[str, Any]) -> str:
    """Write the facts of a list, one line each."""
    return "\n".join(_lines(found))


def _lines(found: Mapping[str, Any]) -> Iterable[str]:
    counts = ", ".join(
        f"{found[name]} {PLAIN.get(name, name)}"
        for name in FIGURES
        if found[name] or name in ALWAYS
    )
    yield f"{found['file']}: {found['rows']} rows: {counts}."
    if "list_id" in found:
        yield f"Saved. To take it back: whatmatters clinic-list undo {found['list_id']}"
    if found.get("changed_nothing"):
        yield "This list changed nothing: all of it was held already."
    if found["missing"]:
        yield f"{found['missing']} booked visits on these days are not in this list: they stay."
    for name, count in found["skipped"].items():
        yield f"Not read, {SKIPPED.get(name, name.replace('_', ' '))}: {count}."
    yield from found["remarks"]
    for question in found["questions"]:
        choices = " or ".join(f"{each['key']} ({each['words']})" for each in question["choices"])
        yield f"Decide {question['key']}: {question['message']} {choices}."
    for problem in found["problems"]:
        yield _cell(problem)
    for repair in found["repairs"]:
        yield _cell(repair)
    for each in (*found["notes"], *found["set_aside_rows"]):
        yield f"Row {each['row']}: {each['message']}"


def _cell(found: Mapping[str, Any]) -> str:
    value = found["value"] or "(empty)"
    return f"Row {found['row']}, {found['heading']}, {value}: {found['sentence']}"
