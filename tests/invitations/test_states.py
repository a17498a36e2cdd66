"""News of a text is merged by rank, whatever order it comes in."""

import itertools

import pytest

from app.invitations.states import FROM_PROVIDER, RANK, State, moves_to

WORDS = ("queued", "sending", "sent", "delivered")


@pytest.mark.parametrize("order", list(itertools.permutations(WORDS)))
def test_any_order_of_news_ends_the_same(order: tuple[str, ...]) -> None:
    state = State.SUBMITTING
    for word in order + order:
        state = moves_to(state, word) or state
    assert state == State.DELIVERED


@pytest.mark.parametrize("final", [State.DELIVERED, State.UNDELIVERED, State.FAILED])
@pytest.mark.parametrize("word", [*FROM_PROVIDER, "a word nobody knows"])
def test_a_final_state_never_changes(final: State, word: str) -> None:
    assert moves_to(final, word) is None


@pytest.mark.parametrize("state", [State.PLANNED, State.SUPPRESSED, State.REJECTED, State.EXPIRED])
def test_news_of_a_text_that_never_left_changes_nothing(state: State) -> None:
    assert moves_to(state, "delivered") is None


def test_news_only_ever_raises_a_text() -> None:
    for state in RANK:
        for word in FROM_PROVIDER:
            found = moves_to(state, word)
            assert found is None or RANK[found] > RANK[state]
