"""Searching the board: which cards a viewer may read hold all the words asked for and pass the filters."""

import unicodedata
from collections import Counter
from collections.abc import Set
from functools import lru_cache
from typing import NamedTuple

import msgspec

from workshop.board.reading_order import reading_order
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.visibility import Visible

_APART = "\n"
"""Stands between the fields of a card, so that no phrase is found across two of them."""


class Filters(msgspec.Struct, frozen=True):
    """What a card must be besides holding the words; an empty set asks for nothing.

    `phases` may hold None, the parking lot; `authors` participant ids, or None for cards without an author.
    """

    disciplines: frozenset[Discipline] = frozenset()
    kinds: frozenset[CardKind] = frozenset()
    phases: frozenset[Phase | None] = frozenset()
    authors: frozenset[str | None] = frozenset()
    with_votes: bool = False
    without_links: bool = False
    unseen: bool = False

    @property
    def asks(self) -> bool:
        """Whether anything is asked for."""
        return self != Filters()


class _Entry(NamedTuple):
    card: Card
    author: str
    words: str


class Haystack:
    """What the cards can be found by, folded once a card, in reading order.

    Only cards that the viewer sees in full are in it: what lies face down cannot be found.
    """

    def __init__(self, visible: Visible) -> None:
        self._visible = visible
        self._kept: dict[str, _Entry] = {}
        self._entries: list[_Entry] = []
        self._pairs: list[tuple[str, str]] = []
        self._dots: Counter[str] = Counter()
        self._linked: frozenset[str] = frozenset()
        self._stale = True

    def __len__(self) -> int:
        return len(self._fresh())

    def spoil(self) -> None:
        """The board changed: look at it again before the next search."""
        self._stale = True

    def find(self, query: str, filters: Filters = Filters(), unseen: Set[str] = frozenset()) -> list[str]:  # noqa: B008
        """Ids of the cards that hold every word of the query and pass the filters, in reading order.

        Words count in any order, whatever their case and accents; words in double quotes only as they stand.
        `unseen` are the cards that the filter of that name lets pass.
        """
        entries = self._fresh()
        if filters.asks:
            found = [(e.card.id, e.words) for e in entries if self._passes(e.card, filters, unseen)]
        else:
            found = self._pairs
        for needle in needles_of(query):
            found = [pair for pair in found if needle in pair[1]]
        return [card for card, _ in found]

    def texts(self) -> list[tuple[str, str]]:
        """Each card's id and its folded words, in reading order."""
        self._fresh()
        return self._pairs

    def _passes(self, card: Card, filters: Filters, unseen: Set[str]) -> bool:
        return (
            (not filters.disciplines or card.discipline in filters.disciplines)
            and (not filters.kinds or card.kind in filters.kinds)
            and (not filters.phases or card.phase in filters.phases)
            and (not filters.authors or self._author(card) in filters.authors)
            and (not filters.with_votes or self._dots[card.id] > 0)
            and (not filters.without_links or card.id not in self._linked)
            and (not filters.unseen or card.id in unseen)
        )

    def _author(self, card: Card) -> str | None:
        """The author's id where the viewer may know it; a card whose author is not shown is as one without."""
        return card.author if self._visible.author(card) else None

    def _fresh(self) -> list[_Entry]:
        if self._stale:
            self._stale = False
            self._read()
        return self._entries

    def _read(self) -> None:
        before, self._kept = self._kept, {}
        for card in reading_order(self._visible.cards()):
            person = self._visible.author(card)
            author = person.name if person and not person.gone else ""
            entry = before.get(card.id)
            if entry is None or entry.card is not card or entry.author != author:
                entry = _Entry(card, author, _words_of(card, author))
            self._kept[card.id] = entry
        self._entries = list(self._kept.values())
        self._pairs = [(entry.card.id, entry.words) for entry in self._entries]
        self._dots = Counter()
        for vote in self._visible.votes():
            self._dots[vote.card] += vote.dots
        links = list(self._visible.links())
        self._linked = frozenset([link.source for link in links] + [link.target for link in links])


def needles_of(query: str) -> list[str]:
    """The folded words of a query; a part in double quotes is one of them, blanks and all."""
    needles: list[str] = []
    for place, part in enumerate(folded(query).split('"')):
        needles.extend([part] if place % 2 and part.strip() else part.split())
    return needles


@lru_cache(maxsize=256)
def _folded_foreign(text: str) -> str:
    apart = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in apart if not unicodedata.combining(letter)).casefold()


def folded(text: str) -> str:
    """A text as it is compared: without case and accents."""
    return text.lower() if text.isascii() else _folded_foreign(text)


def _words_of(card: Card, author: str) -> str:
    evidence = card.evidence
    source = evidence.source.value if evidence.source else ""
    return folded(_APART.join((card.text, author, *card.tags, evidence.note, source)))
