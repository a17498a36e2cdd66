"""What is wrong with a cell (pure): a code for machines, and words for the clinic admin."""


class CellFault(ValueError):
    """A cell that cannot be read; `code` says why, the words what to do."""

    def __init__(self, code: str, words: str) -> None:
        super().__init__(words)
        self.code = code
