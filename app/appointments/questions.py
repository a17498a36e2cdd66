"""What a person must decide (pure): one number and two people, one NHS number and two names.

Nothing is merged by silence. Until a question is answered its rows are held back; the answers are
kept with the list, under the question's key.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter

from app.appointments.holding import Held, HeldPerson
from app.appointments.rows import Choice, ListRow, Note, Problem, Question
from app.people.names import same_name
from app.people.phone import tail

MOST_NAMED = 5
LIST, HELD, SHARED, LEAVE = "list", "held", "shared", "leave"
TAKE = (
    Choice(LIST, "It is the same person: take what this list says"),
    Choice(HELD, "It is the same person: keep what is held"),
)
PHONES = (
    Choice(SHARED, "They share this phone"),
    Choice(LEAVE, "Leave the number out: they will not be texted"),
)
SOMEBODY_ELSE = (
    "This NHS number is held for somebody of another name and date of birth. Check it.",
    "somebody_else",
)
KNOWN_ELSEWHERE = (
    "Another clinic holds this NHS number with another name or date of birth. Check it, or ask an "
    "administrator.",
    "known_elsewhere",
)
# Whose phone it is says already that it is not one young person's alone.
FAMILY = ("parent", "shared")


@dataclass
class Settled:
    """The rows that go on, what is still open, and what has been answered."""

    rows: list[ListRow] = field(default_factory=list)
    questions: list[Question] = field(default_factory=list)
    answered: list[Question] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)

    @property
    def held_back(self) -> set[int]:
        """The numbers of the rows that wait for an answer."""
        return {number for question in self.questions for number in question.rows}


def settle(rows: Sequence[ListRow], held: Held, decisions: Mapping[str, str]) -> Settled:
    """Put the answers in place of what was in question, and ask what is not answered yet."""
    settled = Settled()
    rows = _with_one_mobile_each(rows, decisions, settled)
    known = [_as_decided(row, held, decisions, settled) for row in rows] if held.people else rows
    going = _with_phones_settled(
        [row for row in known if row is not None], held, decisions, settled
    )
    waiting = settled.held_back
    settled.rows = [row for row in going if row.number not in waiting] if waiting else going
    return settled


def _with_one_mobile_each(
    rows: Sequence[ListRow], decisions: Mapping[str, str], settled: Settled
) -> Sequence[ListRow]:
    """Ask about each person to whom two rows of the list give different mobiles."""
    counts = Counter(map(attrgetter("nhs_number"), rows))
    if len(counts) == len(rows):
        return rows
    groups: dict[str, list[ListRow]] = {}
    for row in rows:
        if counts[row.nhs_number] > 1 and row.mobile is not None:
            groups.setdefault(row.nhs_number, []).append(row)
    chosen: dict[str, ListRow] = {}
    for who, group in groups.items():
        different = list({row.mobile: row for row in reversed(group)}.values())[::-1]
        if len(different) > 1:
            found = _asked_which(different, group, decisions, settled)
            chosen |= {who: found} if found else {}
    return [_with_mobile_of(row, chosen.get(row.nhs_number)) for row in rows] if chosen else rows


def _asked_which(
    different: Sequence[ListRow],
    group: Sequence[ListRow],
    decisions: Mapping[str, str],
    settled: Settled,
) -> ListRow | None:
    """The row whose mobile was chosen; None, and a question, if none was yet."""
    key = f"{group[0].number}:two_mobiles"
    found = next((row for row in different if decisions.get(key) == f"row{row.number}"), None)
    first = group[0]
    words = f"{first.first_name} {first.last_name} has {len(different)} mobiles in this list."
    choices = tuple(
        Choice(f"row{row.number}", f"Use the one {tail(row.mobile or '')}, of row {row.number}")
        for row in different[:MOST_NAMED]
    )
    asked = settled.answered if found else settled.questions
    asked.append(Question(key, tuple(row.number for row in group), words, choices))
    return found


def _with_mobile_of(row: ListRow, chosen: ListRow | None) -> ListRow:
    if chosen is None or row.mobile is None:
        return row
    return row._replace(mobile=chosen.mobile, number_belongs_to=chosen.number_belongs_to)


def _as_decided(
    row: ListRow, held: Held, decisions: Mapping[str, str], settled: Settled
) -> ListRow | None:
    """Return the row as the answers make it; None if it cannot be this person."""
    person = held.people.get(row.nhs_number)
    if person is None:
        return row
    born = person.date_of_birth != row.date_of_birth
    named = not _same_names(row, person)
    if (born and named) or ((born or named) and not person.known_here):
        # What other clinics alone hold of somebody is neither told here nor changed from here.
        words, code = SOMEBODY_ELSE if person.known_here else KNOWN_ELSEWHERE
        settled.problems.append(Problem(row.number, "NHS number", row.nhs_number, words, code))
        return None
    if born:
        answer = _ask(row, "other_birth", _birth_words(row, person), decisions, settled)
        return row._replace(date_of_birth=person.date_of_birth) if answer == HELD else row
    if named:
        answer = _ask(row, "other_name", _name_words(row, person), decisions, settled)
        return _as_held(row, person) if answer == HELD else row
    return row


def _as_held(row: ListRow, person: HeldPerson) -> ListRow:
    return row._replace(first_name=person.first_name, last_name=person.last_name)


def _same_names(row: ListRow, person: HeldPerson) -> bool:
    return same_name(person.first_name, row.first_name) and same_name(
        person.last_name, row.last_name
    )


def _birth_words(row: ListRow, person: HeldPerson) -> str:
    return (
        f"Row {row.number}: {row.first_name} {row.last_name} is born on "
        f"{row.date_of_birth:%-d %B %Y} here, and on {person.date_of_birth:%-d %B %Y} as held."
    )


def _name_words(row: ListRow, person: HeldPerson) -> str:
    return (
        f"Row {row.number}: this NHS number is {row.first_name} {row.last_name} here, and "
        f"{person.first_name} {person.last_name} as held."
    )


def _ask(
    row: ListRow, code: str, words: str, decisions: Mapping[str, str], settled: Settled
) -> str | None:
    key = f"{row.number}:{code}"
    answer = decisions.get(key)
    asked = settled.answered if answer in (LIST, HELD) else settled.questions
    asked.append(Question(key, (row.number,), words, TAKE))
    return answer


def _with_phones_settled(
    rows: list[ListRow], held: Held, decisions: Mapping[str, str], settled: Settled
) -> list[ListRow]:
    """Ask about each number that two people of the list, or one of them and another, would have."""
    groups = _groups(rows, held)
    if not groups:
        return rows
    decided: dict[int, str] = {}
    for group in groups:
        # The number is part of what is asked: an answer about another one is none.
        key = f"{group[0].number}:one_mobile:{(group[0].mobile or '')[-4:]}"
        if _all_known(group, held):
            settled.notes.extend(Note(row.number, SHARED_WORDS) for row in group)
            continue
        question = Question(key, tuple(row.number for row in group), _phone_words(group), PHONES)
        if decisions.get(key) in (SHARED, LEAVE):
            decided |= {row.number: decisions[key] for row in group}
            settled.answered.append(question)
        else:
            settled.questions.append(question)
    return [_with_phone(row, decided.get(row.number)) for row in rows]


SHARED_WORDS = "This mobile is another young person's too: a person will place their replies."


def _groups(rows: Sequence[ListRow], held: Held) -> list[list[ListRow]]:
    """The rows of each number that more than one young person has."""
    counts = Counter(map(attrgetter("mobile"), rows))
    by_mobile: dict[str, list[ListRow]] = {}
    for row in rows:
        if row.mobile is not None and (counts[row.mobile] > 1 or row.mobile in held.holders):
            by_mobile.setdefault(row.mobile, []).append(row)
    return [
        group
        for mobile, group in by_mobile.items()
        if (len(group) > 1 and len({row.nhs_number for row in group}) > 1)
        or (mobile in held.holders and _others(mobile, group, held))
    ]


def _others(mobile: str, group: Sequence[ListRow], held: Held) -> bool:
    mine = {person.id for row in group if (person := held.people.get(row.nhs_number))}
    return any(holder.person_id not in mine for holder in held.holders[mobile])


def _all_known(group: Sequence[ListRow], held: Held) -> bool:
    """Whether the list says whose phone it is, or each of them is held with this number already."""
    people = [held.people.get(row.nhs_number) for row in group]
    as_before = all(
        person is not None and person.mobile == row.mobile
        for row, person in zip(group, people, strict=True)
    )
    owners = [holder.number_belongs_to for holder in held.holders.get(group[0].mobile or "", ())]
    said = all(owner in FAMILY for owner in (*owners, *(row.number_belongs_to for row in group)))
    return as_before or said


def _phone_words(group: Sequence[ListRow]) -> str:
    which = f"The mobile {tail(group[0].mobile or '')}"
    names = [f"{row.first_name} {row.last_name} (row {row.number})" for row in group[:MOST_NAMED]]
    if len(group) > MOST_NAMED:
        names.append(f"{len(group) - MOST_NAMED:,} more")
    if len({row.nhs_number for row in group}) == 1:
        return f"{which} of {names[0]} is held for another young person already."
    return f"{which} is given for {', '.join(names[:-1])} and {names[-1]}."


def _with_phone(row: ListRow, answer: str | None) -> ListRow:
    if answer == LEAVE:
        return row._replace(mobile=None, no_mobile="left_out")
    if answer == SHARED and row.number_belongs_to not in FAMILY:
        return row._replace(number_belongs_to=SHARED)
    return row
