"""What the canvas shows of a workshop: the arrays of cards and links, kept up with change sets."""

from collections import Counter
from collections.abc import Iterable

import msgspec
import numpy as np

from ui.canvas.card_arrays import CardArrays, same_box
from ui.canvas.link_arrays import LinkArrays
from workshop.changes.change_set import Change, ChangeSet
from workshop.model.cards import Card
from workshop.model.diamonds import Phase, diamond_of
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.picture.board_plan import Balance
from workshop.picture.card_plan import CardWords
from workshop.picture.geometry import FOOTER_HEIGHT, BoardLayout
from workshop.picture.plan import Rect
from workshop.visibility import Viewer, visible_to
from workshop.workshop import Workshop

LINK_SLACK = 24.0


class Damage(msgspec.Struct, frozen=True):
    """What must be painted anew: everything, or some board rectangles, `far_rects` only where cards are small faces."""

    everything: bool = False
    rects: tuple[Rect, ...] = ()
    far_rects: tuple[Rect, ...] = ()


class Scene:
    """The visible board as arrays, and the words that faces carry."""

    def __init__(self, workshop: Workshop, viewer: Viewer) -> None:
        self.workshop = workshop
        self.visible = visible_to(viewer, workshop.board)
        self.cards = CardArrays()
        self.links = LinkArrays(self.cards)
        self._dots: Counter[str] = Counter()
        self.load()

    @property
    def layout(self) -> BoardLayout:
        """The board's columns, diamonds and parking lot."""
        return self.cards.layout

    def load(self) -> None:
        """Take the whole board anew."""
        self.cards.load(self.visible)
        self.links.load(self.visible)
        self._count_dots()

    def words(self, card: Card) -> CardWords:
        """What a card's face says besides its record."""
        author = self.workshop.board.participants.get(card.author) if card.author else None
        return CardWords(author.initials if author else "", self._dots[card.id])

    def card(self, card_id: str) -> Card:
        """A card by its id."""
        return self.workshop.board.card(card_id)

    def balances(self) -> dict[Phase, Balance]:
        """Cards by discipline for each phase."""
        numbers = np.bincount(self.cards.phases * 3 + self.cards.disciplines, minlength=27).tolist()
        return {
            phase: Balance(cx=numbers[3 * index], joint=numbers[3 * index + 2], ux=numbers[3 * index + 1])
            for index, phase in enumerate(Phase)
        }

    def apply(self, change_set: ChangeSet) -> Damage:
        """Take a change set in; what must be painted anew."""
        card_changes = tuple(c for c in change_set.changes if isinstance(c.record, Card))
        link_changes = tuple(c for c in change_set.changes if isinstance(c.record, Link))
        if any(isinstance(c.record, Vote) for c in change_set.changes):
            self._count_dots()
        if any(isinstance(c.record, Participant | Vote) for c in change_set.changes):
            self._take(card_changes, link_changes)
            return Damage(everything=True)
        before, balances = self._rects(card_changes, link_changes), self.balances()
        was_empty = not len(self.cards)
        if self._take(card_changes, link_changes) or was_empty != (not len(self.cards)):
            return Damage(everything=True)
        after = self._rects(card_changes, link_changes)
        return Damage(
            rects=tuple(dict.fromkeys((*before, *after))), far_rects=tuple(self._balance_rects(balances))
        )

    def _balance_rects(self, before: dict[Phase, Balance]) -> list[Rect]:
        """The places below the diamonds whose numbers are others than before."""
        now = self.balances()
        changed = [phase for phase in Phase if now[phase] != before[phase]]
        columns = [
            (self.layout.columns[phase], self.layout.diamonds[diamond_of(phase).name]) for phase in changed
        ]
        return [
            Rect(column.x, frame.bottom.y, column.w, FOOTER_HEIGHT).grown(LINK_SLACK)
            for column, frame in columns
        ]

    def _take(self, card_changes: tuple[Change, ...], link_changes: tuple[Change, ...]) -> bool:
        """Bring the arrays up to date; whether the layout moved."""
        if not (card_changes or link_changes):
            return False
        numbers = tuple(self.cards.ids) if len(card_changes) > 1 else None
        count = len(self.cards)
        moved = self.cards.apply(card_changes, self.visible) if card_changes else False
        renumbered = len(self.cards) != count or (numbers is not None and numbers != tuple(self.cards.ids))
        turned = any(
            isinstance(c.before, Card) and isinstance(c.after, Card) and c.before.hidden != c.after.hidden
            for c in card_changes
        )
        if moved:
            self.links.load(self.visible)
        else:
            self.links.apply((*card_changes, *link_changes), self.visible, renumbered or turned)
        return moved

    def _rects(self, card_changes: Iterable[Change], link_changes: Iterable[Change]) -> list[Rect]:
        """The boxes that changed cards, the links of moved ones, and changed links take at present."""
        shown = [change for change in card_changes if change.record.id in self.cards.index]
        cards = [self.cards.index[change.record.id] for change in shown]
        moved = [self.cards.index[c.record.id] for c in shown if not same_box(c.before, c.after)]
        links = {link for change in link_changes for link in self._links_beside(change)}
        links.update(self.links.at_cards(moved).tolist())
        boxes = [Rect(*self.cards.boxes[card].tolist()).grown(LINK_SLACK) for card in cards]
        for left, top, right, bottom in self.links.boxes[np.array(sorted(links), np.intp)].tolist():
            boxes.append(Rect(left, top, right - left, bottom - top).grown(LINK_SLACK))
        return boxes

    def _links_beside(self, change: Change) -> set[int]:
        """The links between the two cards of a changed link: where one comes or goes, the others make room."""
        ends = [(link.source, link.target) for link in (change.before, change.after) if isinstance(link, Link)]
        index = self.cards.index
        found: set[int] = set()
        for source, target in ends:
            if source in index and target in index:
                both = self.links.at_cards([index[source]]), self.links.at_cards([index[target]])
                found.update(np.intersect1d(*both).tolist())
        return found

    def _count_dots(self) -> None:
        self._dots = Counter()
        for vote in self.workshop.board.votes.values():
            self._dots[vote.card] += vote.dots
