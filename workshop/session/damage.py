"""What is damaged in a session file: a sentence for each find, and all of it gathered into one for people."""

from collections import Counter
from collections.abc import Iterable

import msgspec

from workshop.model.collections import COLLECTIONS

MOST_KINDS = 3
"""So many kinds of records are named; of the others it is told how many there are."""

MOST_PROBLEMS = 50
"""So many finds are told one by one; the rest is counted."""

_FIRST = ("cards", "links")
"""What people look for first is named first; the rest in the order of the file."""

_SESSION = "the session's title and purpose"


class Damage(msgspec.Struct, frozen=True):
    """How much of a file cannot be had, by the names of the collections.

    `unread` are numbers of rows that hold no record. `broken` are the collections of which the reading broke off, with
    the numbers of records that came before; how many are lost nobody can tell. `altered` is the number of records that
    do not match their checksums.
    """

    unread: dict[str, int] = {}
    broken: dict[str, int] = {}
    altered: int = 0

    @property
    def touches_records(self) -> bool:
        """Whether a record is lost or not as it was saved; a damaged history alone leaves all of them."""
        return bool(self.unread or self.broken or self.altered)

    def words(self) -> str:
        """What cannot be had, to go on after “is damaged: ”, without a full stop."""
        clauses = []
        if lost := self._lost():
            clauses.append(f"{listed(_at_most(lost))} cannot be read")
        if self.altered:
            records, do = ("record", "does") if self.altered == 1 else ("records", "do")
            their = "its checksum" if self.altered == 1 else "their checksums"
            clauses.append(f"{self.altered:,} {records} {do} not match {their}")
        return " and ".join(clauses) or "every record can be read, but not all that the file keeps about them"

    def _lost(self) -> list[str]:
        names = (*_FIRST, *(name for name in COLLECTIONS if name not in _FIRST))
        return [self._phrase(name) for name in names if name in self.unread or name in self.broken]

    def _phrase(self, name: str) -> str:
        if name == "session":
            return _SESSION
        words = name.replace("_", " ")
        if name in self.broken:
            return f"some of the {words}" if self.broken[name] else f"the {words}"
        count = self.unread[name]
        return f"{count:,} {_one_of(words) if count == 1 else words}"


class Report(msgspec.Struct, eq=False):
    """Gathers what is found while a file is read."""

    problems: list[str] = []
    untold: int = 0
    unread: Counter[str] = msgspec.field(default_factory=Counter)
    broken: dict[str, int] = {}
    altered: int = 0

    def note(self, sentence: str) -> None:
        """Keep a sentence, unless there are too many already."""
        if len(self.problems) < MOST_PROBLEMS:
            self.problems.append(sentence)
        else:
            self.untold += 1

    def note_row(self, name: str, sentence: str) -> None:
        """Keep a sentence about a row of a collection that holds no record."""
        self.unread[name] += 1
        self.note(sentence)

    def note_broken(self, name: str, read: int, sentence: str) -> None:
        """Keep a sentence about a collection of which the reading broke off after so many records."""
        self.broken[name] = read
        self.note(sentence)

    def note_altered(self, sentence: str) -> None:
        """Keep a sentence about a record that is not as it was saved."""
        self.altered += 1
        self.note(sentence)

    def sentences(self) -> tuple[str, ...]:
        """All that was kept, and how much was not."""
        if not self.untold:
            return tuple(self.problems)
        more = "One more row is damaged." if self.untold == 1 else f"{self.untold:,} more rows are damaged."
        return (*self.problems, more)

    def damage(self) -> Damage:
        """The sums of what was found."""
        return Damage(dict(self.unread), self.broken, self.altered)


def listed(phrases: Iterable[str]) -> str:
    """Phrases as a sentence lists them: a, b and c."""
    *before, last = phrases
    return f"{', '.join(before)} and {last}" if before else last


def _at_most(phrases: list[str]) -> list[str]:
    if len(phrases) <= MOST_KINDS + 1:
        return phrases
    return [*phrases[:MOST_KINDS], f"{len(phrases) - MOST_KINDS} other kinds of records"]


def _one_of(words: str) -> str:
    return f"{words[:-3]}y" if words.endswith("ies") else words.removesuffix("s")
