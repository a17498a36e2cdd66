"""Many phrases looked for at once in a text (pure): by their first words, not one by one."""

from collections.abc import Iterable


class Phrases:
    """Phrases in bare words; those of scripts that join words are found inside words as well."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._by_first: dict[str, list[str]] = {}
        self._joined: list[str] = []
        for each in phrases:
            self._by_first.setdefault(each.split(" ", 1)[0], []).append(f" {each} ")
            if not each.isascii():
                self._joined.append(each)

    def stand_in(self, words: str) -> bool:
        """Return whether one of them stands in a text in bare words."""
        padded = f" {words} "
        for word in words.split():
            if any(each in padded for each in self._by_first.get(word, ())):
                return True
        return not words.isascii() and any(each in words for each in self._joined)
