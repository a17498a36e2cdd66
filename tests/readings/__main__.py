"""Score the reading of replies on the labelled conversations: make readings."""

import sys

from readings.score import Score, labelled, learnt, score

LEARNT = "learned from"
HELD_OUT = {"held out": "heldout.jsonl", "apart": "apart.jsonl"}
ITEM_F1, EXACT_COUNT, RECALL, OPT_OUT_RECALL, FALSE_OPT_OUTS = 0.97, 0.94, 0.90, 0.99, 0.001
# Of fewer conversations than this a recall says nothing.
ENOUGH = 5


def main() -> bool:
    """Print the figures of each file; return whether every goal is met on those held out."""
    _told(LEARNT, score([each for name in learnt() for each in labelled(name)]))
    met = [_told(name, score(list(labelled(file)))) for name, file in HELD_OUT.items()]
    return all(met)


def _told(name: str, done: Score) -> bool:
    print(f"{name}: {done.conversations} conversations")
    print(
        f"  item F1 {done.item_f1:.3f} (goal {ITEM_F1}), exact count {done.exact_count:.3f}", end=""
    )
    print(f" (goal {EXACT_COUNT}), exact order {done.exact_order:.3f},", end=" ")
    print(f"false opt-outs {done.false_opt_outs:.4f} (goal {FALSE_OPT_OUTS})")
    missed = []
    for intent in sorted({*done.hits, *done.misses, *done.extra}):
        count = done.hits[intent] + done.misses[intent]
        goal = OPT_OUT_RECALL if intent == "opt_out" else RECALL
        short = count >= ENOUGH and done.recall(intent) < goal
        missed += [intent] if short else []
        print(
            f"  {intent:<21}{count:>4}  recall {done.recall(intent):.2f}"
            f"  precision {done.precision(intent):.2f}{'  below its goal' if short else ''}"
        )
    met = done.item_f1 >= ITEM_F1 and done.exact_count >= EXACT_COUNT
    met = met and done.false_opt_outs <= FALSE_OPT_OUTS and not missed
    print(f"  {'every goal is met' if met else 'NOT every goal is met'}")
    return met


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
