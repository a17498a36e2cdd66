"""What the phrases alone, with nothing likely behind them, must tell of the labelled texts."""

from safeguarding.score import Labelled, labelled

from app.safeguarding.phrases import told_in

# Texts that the phrases alone bring forward at another tier than that of their label.
_AT = {
    0: "t1092 t1385 t1388 t3104",
    1: "t499 t541 t555 t572 t679 t794 t1413 t1572 t1821 t2550 t3002 t4043",
    2: "t895 t1588 t1598 t3706 t4139 t4445 t4770 t5010",
    3: "t3684 t4142 t4145 t4331 t4963 t5004 t5020 t6131",
}
OTHERWISE = {each: tier for tier, ids in _AT.items() for each in ids.split()}
# What the phrases were made with, and texts each of which needs one row of the tables.
TUNED = list(labelled("tuned.jsonl"))
NEEDING_A_ROW = list(labelled("phrases.jsonl"))
TEXTS = [*NEEDING_A_ROW, *TUNED]
_NEEDING = frozenset(each.id for each in NEEDING_A_ROW)


def is_told(each: Labelled) -> bool:
    """Return whether the phrases alone tell what they must: the tier, and the kind of some."""
    told = told_in(each.texts)
    if told.tier != OTHERWISE.get(each.id, each.tier):
        return False
    return each.id not in _NEEDING or not told.tier or each.kind in told.kinds
