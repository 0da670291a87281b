"""What may be in a picture of a board: the cards of the part, the links among them, and where they lie."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from msgspec.structs import replace

from exports.pictures.options import BOARD, PictureOptions, phases_of
from workshop.board.board import Board
from workshop.method.term_index import TermFinder
from workshop.model.cards import Card
from workshop.model.diamonds import DIAMONDS, Diamond, Phase
from workshop.model.links import Link
from workshop.model.terms import Term
from workshop.model.text import clean_line, clean_text
from workshop.picture.detours import CardGrid, Joined, detoured
from workshop.picture.geometry import BoardLayout, layout_of
from workshop.picture.routes import Floats, parallel_shifts, route_curves
from workshop.visibility import PAPER, Visible, visible_to

UNTITLED = "Untitled workshop"


@dataclass(frozen=True)
class PictureContent:
    """`everything` are the cards that may leave the room, the lowest first, `cards` those that the options let in.

    `links` are all between them that may leave the room, `within` says which of these are in the picture.
    """

    visible: Visible
    options: PictureOptions
    everything: dict[str, Card]
    cards: list[Card]
    links: list[Link]
    within: list[bool]
    votes: Counter[str]

    @property
    def board(self) -> Board:
        """The board that is drawn."""
        return self.visible.board

    @property
    def title(self) -> str:
        """The session's title on one line."""
        return clean_line(self.board.session.title) or UNTITLED

    @property
    def phases(self) -> tuple[Phase, ...]:
        """The phases of the part; none where cards are chosen."""
        return phases_of(self.options)

    @property
    def diamonds(self) -> tuple[Diamond, ...]:
        """The diamonds that the part holds as a whole."""
        return tuple(one for one in DIAMONDS if set(one.phases) <= set(self.phases))

    @cached_property
    def layout(self) -> BoardLayout:
        """Where the cards lie: as on the whole board, whatever is left out of the picture."""
        return layout_of(self.everything.values())

    @cached_property
    def term_finder(self) -> TermFinder:
        """What finds the words of terms, to underline them as on screen."""
        return TermFinder(term for term in self.board.collection("terms").values() if isinstance(term, Term))

    @cached_property
    def curves(self) -> Floats:
        """The curves (n, 4, 2) of all links, round the cards in their way, as on screen."""
        places = {card: place for place, card in enumerate(self.everything)}
        boxes = self.card_boxes
        pairs = [(link.source, link.target) for link in self.links]
        ends = np.array([(places[one], places[other]) for one, other in pairs], np.intp).reshape(-1, 2)
        shifts = parallel_shifts(pairs)
        grid = CardGrid()
        grid.load(boxes)
        sources, targets = boxes[ends[:, 0]], boxes[ends[:, 1]]
        straight = route_curves(sources, targets, shifts)
        curves: Floats = detoured(straight, ends, grid, Joined(sources, targets, shifts)).curves
        return curves

    @cached_property
    def card_boxes(self) -> Floats:
        """The boxes (n, 4) of all cards, the lowest first."""
        return np.array([self.layout.rect_of(card) for card in self.everything.values()], float).reshape(-1, 4)


def picture_content(board: Board, options: PictureOptions) -> PictureContent:
    """What a picture with these options may show of a board; nothing of a hidden card is in it."""
    visible = visible_to(PAPER, board)
    in_layers = sorted(visible.cards(), key=lambda card: card.layer)
    everything = {card.id: _cleaned(card) for card in in_layers}
    cards = _let_in(everything.values(), options)
    shown = {card.id for card in cards}
    votes: Counter[str] = Counter()
    for vote in visible.votes():
        votes[vote.card] += vote.dots
    links = list(visible.links())
    within = [link.source in shown and link.target in shown for link in links]
    return PictureContent(visible, options, everything, cards, links, within, votes)


def _let_in(cards: Iterable[Card], options: PictureOptions) -> list[Card]:
    if options.chosen is not None:
        chosen = set(options.chosen)
        return [card for card in cards if card.id in chosen]
    phases: set[Phase | None] = set(phases_of(options))
    if options.part == BOARD and options.parked:
        phases.add(None)
    return [card for card in cards if card.phase in phases]


def _cleaned(card: Card) -> Card:
    text = clean_text(card.text)
    return card if text == card.text else replace(card, text=text)
