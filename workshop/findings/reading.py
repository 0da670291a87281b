"""One reading of a board for all findings: what a viewer sees of it, indexed once."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property, reduce
from operator import or_
from typing import TypeVar

from workshop.board.flow_classes import FlowClasses
from workshop.findings.near_identical import near_identical, near_identical_in_steps
from workshop.findings.own_words import OwnWords, own_words_in_steps
from workshop.findings.steps import Steps, at_once
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.links import Link
from workshop.model.record import Record
from workshop.model.session import Dismissal
from workshop.model.terms import Term
from workshop.visibility import Visible

R = TypeVar("R", bound=Record)
T = TypeVar("T")

LONGEST_WORDS = 48
"""Characters of a card's text that a sentence takes."""

_PLACES = {place: number for number, place in enumerate((*Phase, None))}
_VOICES = {discipline: number * len(_PLACES) for number, discipline in enumerate(Discipline)}
_EVIDENCE = 1 << len(_PLACES) * len(_VOICES)


def voices(disciplines: Iterable[Discipline], phases: Iterable[Phase | None]) -> int:
    """The bits of all cards of these disciplines in these phases, to be compared with what flow gathers."""
    places = [_PLACES[phase] for phase in phases]
    return sum(1 << _VOICES[discipline] + place for discipline in disciplines for place in places)


class Reading:
    """The cards and links that a viewer sees, in the board's order, and what follows from them.

    Cards and links are held as they were when it was made; each index is made, and other records are read, when they
    are first asked for. `today` is the day that dates are compared with.
    """

    def __init__(self, visible: Visible, today: date) -> None:
        self.visible = visible
        self.today = today
        self.cards: dict[str, Card] = {card.id: card for card in visible.cards()}
        self.links: list[Link] = [
            link
            for link in visible.board.links.values()
            if link.source in self.cards and link.target in self.cards
        ]
        self._words: dict[str, str] = {}

    def words(self, card_id: str) -> str:
        """What a sentence calls a card: its text, shortened and in quotes."""
        if (words := self._words.get(card_id)) is None:
            words = self._words[card_id] = self.visible.words(self.cards[card_id], LONGEST_WORDS)
        return words

    def records(self, record_type: type[R], collection: str) -> list[R]:
        """The records of a collection, in the board's order."""
        found = self.visible.board.collection(collection).values()
        return [record for record in found if isinstance(record, record_type)]

    @cached_property
    def dots(self) -> Counter[str]:
        """The votes of each card, of all disciplines and rounds together."""
        dots: Counter[str] = Counter()
        for vote in self.visible.votes():
            dots[vote.card] += vote.dots
        return dots

    @cached_property
    def by_kind(self) -> Mapping[CardKind, list[Card]]:
        """The cards of each kind."""
        return _sorted_into(self.cards.values(), lambda card: card.kind)

    @cached_property
    def by_phase(self) -> Mapping[Phase | None, list[Card]]:
        """The cards of each phase, and of the parking lot under None."""
        return _sorted_into(self.cards.values(), lambda card: card.phase)

    @cached_property
    def links_at(self) -> Mapping[str, list[Link]]:
        """The links that begin or end at each card."""
        at: dict[str, list[Link]] = defaultdict(list)
        for link in self.links:
            at[link.source].append(link)
            at[link.target].append(link)
        return at

    @cached_property
    def dismissals(self) -> Mapping[tuple[str, frozenset[str]], list[Dismissal]]:
        """The dismissals under the finding and the cards that they name."""
        return _sorted_into(self.records(Dismissal, "dismissals"), lambda d: (d.finding, frozenset(d.cards)))

    @cached_property
    def flow(self) -> FlowClasses:
        """The flow among the classes of cards that “same as” makes one."""
        return FlowClasses(self.cards, self.links)

    @cached_property
    def _onwards(self) -> list[int]:
        return self.gathered(self._own, or_, 0)

    @cached_property
    def _back(self) -> list[int]:
        return self.gathered(self._own, or_, 0, back=True)

    @cached_property
    def _own(self) -> list[int]:
        """The bits of each class: the discipline and place of its cards, and whether any of them has evidence."""
        bit = {card.id: _bit(card) for card in self.cards.values()}
        return self.flow.of_classes(bit, lambda bits: reduce(or_, bits))

    def downstream(self, card_id: str) -> int:
        """The bits of all cards that flow reaches from a card, itself and those that are the same included."""
        return self._onwards[self.flow.class_of[card_id]]

    def upstream(self, card_id: str) -> int:
        """The bits of all cards from which flow reaches a card, itself and those that are the same included."""
        return self._back[self.flow.class_of[card_id]]

    def has_evidence_upstream(self, card_id: str) -> bool:
        """Whether a card or anything upstream of it rests on evidence."""
        return bool(self.upstream(card_id) & _EVIDENCE)

    @cached_property
    def alike(self) -> list[tuple[str, str]]:
        """The pairs of cards with nearly the same words, whatever their disciplines."""
        return near_identical(self._texts)

    @cached_property
    def own_words(self) -> Mapping[str, OwnWords]:
        """By term, the cards that say CX's word for it and those that say UX's."""
        return at_once(self._own_words_in_steps())

    def read_on(self) -> Iterator[None]:
        """Make the large indices in steps, for whoever has something else to do in between."""
        for name in ("dots", "by_kind", "by_phase", "links_at", "flow", "_own", "_onwards", "_back"):
            getattr(self, name)
            yield
        self.alike = yield from near_identical_in_steps(self._texts)
        self.own_words = yield from self._own_words_in_steps()

    def _own_words_in_steps(self) -> Steps[dict[str, OwnWords]]:
        return own_words_in_steps(list(self.cards.values()), self.records(Term, "terms"))

    @property
    def _texts(self) -> dict[str, str]:
        return {card.id: card.text for card in self.cards.values()}

    def gathered(self, own: list[T], join: Callable[[T, T], T], nothing: T, *, back: bool = False) -> list[T]:
        """For each class its own value joined with those of all classes that flow reaches from it (`back`: to it).

        One pass over the circles of the flow in their order, so the cost grows with classes and steps alone, however
        dense the board. `join` must be associative, commutative, and give x for x with x or with `nothing`.
        """
        found = list(own)
        circles = self.flow.circles[::-1] if back else self.flow.circles
        after = self.flow.before if back else self.flow.after
        for circle in circles:
            value = nothing
            for node in circle:
                value = join(value, found[node])
                for target in after.get(node, ()):
                    value = join(value, found[target])
            for node in circle:
                found[node] = value
        return found


def in_diamond(card: Card, diamond: DiamondName) -> bool:
    """Whether a card lies in a diamond."""
    return card.phase is not None and diamond_of(card.phase).name is diamond


def _sorted_into(records: Iterable[R], key: Callable[[R], T]) -> Mapping[T, list[R]]:
    found: dict[T, list[R]] = defaultdict(list)
    for record in records:
        found[key(record)].append(record)
    return found


def _bit(card: Card) -> int:
    own = 1 << _VOICES[card.discipline] + _PLACES[card.phase]
    return own | _EVIDENCE if card.has_evidence else own
