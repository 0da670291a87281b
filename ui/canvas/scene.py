"""What the canvas shows of a workshop: the arrays of cards and links, kept up with change sets."""

from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec
import numpy as np

from ui.canvas.asset_images import AssetImages
from ui.canvas.card_arrays import CardArrays, same_box
from ui.canvas.group_boxes import GroupBoxes
from ui.canvas.link_arrays import LinkArrays
from ui.canvas.term_words import TermWords
from ui.canvas.threads_read import ThreadsRead
from workshop.changes.change_set import Change, ChangeSet
from workshop.facilitation.dots import dots_on_cards
from workshop.model.cards import Card
from workshop.model.diamonds import Phase, diamond_of
from workshop.model.facilitation import Group, Vote, VotingRound
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.model.session import Principle, Session
from workshop.picture.board_plan import Balance
from workshop.picture.card_plan import CardWords
from workshop.picture.geometry import FOOTER_HEIGHT, BoardLayout
from workshop.picture.phase_notes import BoardNotes
from workshop.picture.plan import Rect
from workshop.picture.purpose_plan import Headline, headline_of
from workshop.visibility import Viewer, visible_to
from workshop.workshop import Workshop

LINK_SLACK = 24.0
MANY = 200
"""When more cards come or go at once, all are taken anew: one by one, each would move the arrays of all others."""


class Damage(msgspec.Struct, frozen=True):
    """What must be painted anew: everything, or some board rectangles.

    `far_rects` only where cards are small faces; `links` whether a link runs elsewhere, so that words on links may.
    """

    everything: bool = False
    links: bool = False
    rects: tuple[Rect, ...] = ()
    far_rects: tuple[Rect, ...] = ()


class Scene:
    """The visible board as arrays, and the words that faces carry."""

    def __init__(self, workshop: Workshop, viewer: Viewer) -> None:
        self.workshop = workshop
        self.visible = visible_to(viewer, workshop.board)
        self.cards = CardArrays()
        self.links = LinkArrays(self.cards)
        self.groups = GroupBoxes(workshop.board, self.cards)
        self.images = AssetImages(workshop.board)
        self.terms = TermWords(workshop.board)
        self.threads = ThreadsRead(self.visible)
        self.headline = Headline()
        self.notes = BoardNotes()
        self.voting_as: str | None = None
        self.dots: Counter[str] = Counter()
        self.load()

    @property
    def layout(self) -> BoardLayout:
        """The board's columns, diamonds and parking lot."""
        return self.cards.layout

    def load(self) -> None:
        """Take the whole board anew."""
        self.cards.load(self.visible)
        self.links.load(self.visible)
        self.groups.load()
        self.headline = headline_of(self.workshop.board)
        self.count_dots()

    def words(self, card: Card) -> CardWords:
        """What a card's face says besides its record."""
        initials = self.visible.author_initials(card)
        return CardWords(initials, self.dots[card.id], self.terms.ranges(card.text))

    def card(self, card_id: str) -> Card:
        """A card by its id."""
        return self.workshop.board.card(card_id)

    def is_folded(self, card_id: str) -> bool:
        """Whether a card lies in a stack, which is taken as a whole."""
        group = self.workshop.board.groups.get(self.card(card_id).group or "")
        return group is not None and group.folded

    def bring_up(self, card_id: str) -> bool:
        """Have a card lie on top of its stack, if it is in one, and no other of any; whether that is new."""
        top = card_id if card_id in self.cards.index and self.is_folded(card_id) else None
        if top == self.cards.on_top:
            return False
        self.cards.on_top = top
        self.load()
        return True

    def balances(self) -> dict[Phase, Balance]:
        """Cards by discipline for each phase."""
        numbers = np.bincount(self.cards.phases * 3 + self.cards.disciplines, minlength=27).tolist()
        return {
            phase: Balance(cx=numbers[3 * index], joint=numbers[3 * index + 2], ux=numbers[3 * index + 1])
            for index, phase in enumerate(Phase)
        }

    def apply(self, change_set: ChangeSet) -> Damage:
        """Take a change set in; what must be painted anew."""
        self.threads.note(change_set)
        other_terms = self.terms.note(change_set)
        card_changes = tuple(c for c in change_set.changes if isinstance(c.record, Card))
        link_changes = tuple(c for c in change_set.changes if isinstance(c.record, Link))
        if any(isinstance(c.record, Vote | VotingRound) or _turns(c) for c in change_set.changes):
            self.count_dots()
        if any(_folds(change) for change in change_set.changes) or _come_or_go(card_changes) > MANY:
            self.load()
            return Damage(everything=True)
        grouped = {*_groups_of(change_set.changes)}
        outlines = self._outlines(grouped)
        self.groups.apply(change_set.changes)
        if self._retold(change_set) or other_terms or _tells_faces(change_set):
            self._take(card_changes, link_changes)
            return Damage(everything=True)
        touched, balances = self._links_touched(card_changes, link_changes), self.balances()
        before = self._rects(card_changes, touched)
        was_empty = not len(self.cards)
        if self._take(card_changes, link_changes) or was_empty != (not len(self.cards)):
            return Damage(everything=True)
        touched |= self._links_touched(card_changes, link_changes)
        after = self._rects(card_changes, touched)
        outlines += self._outlines(grouped)
        return Damage(
            links=bool(touched),
            rects=tuple(dict.fromkeys((*before, *after, *outlines))),
            far_rects=tuple(self._balance_rects(balances)),
        )

    def _retold(self, change_set: ChangeSet) -> bool:
        """Whether what stands above the diamonds is other than before."""
        before = self.headline
        if any(isinstance(change.record, Session | Principle) for change in change_set.changes):
            self.headline = headline_of(self.workshop.board)
        return self.headline != before

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
        gone = [self.cards.index.get(c.record.id) for c in card_changes if c.after is None]
        ids = list(self.cards.ids) if len(card_changes) > 1 else None
        self.cards.shifted = False
        moved = self.cards.apply(card_changes, self.visible) if card_changes else False
        if moved:
            self.groups.moved()
        if self.cards.shifted or link_changes or self._are_others(card_changes, ids):
            self.links.load(self.visible)
        elif areas := self._areas(card_changes):
            came = [self.cards.index.get(c.record.id) for c in card_changes if c.before is None]
            self.links.follow(areas, gone=gone[0] if gone else None, came=came[0] if came else None)
        return moved

    def _are_others(self, card_changes: tuple[Change, ...], ids: list[str] | None) -> bool:
        """Whether links came into sight or left it, or cards have other numbers than one going or coming explains."""
        if any(_turns(change) for change in card_changes):
            return True
        return ids is not None and self.cards.ids != ids

    def _areas(self, card_changes: Iterable[Change]) -> list[Rect]:
        """Where changed cards lay and lie, those that lie still left out."""
        moved = [change for change in card_changes if not same_box(change.before, change.after)]
        return [
            self.layout.rect_of(card)
            for change in moved
            for card in (change.before, change.after)
            if isinstance(card, Card)
        ]

    def _rects(self, card_changes: Iterable[Change], links: Iterable[str]) -> list[Rect]:
        """The boxes that changed cards and touched links take at present."""
        shown = [self.cards.rect(change.record.id) for change in card_changes]
        boxes = [rect.grown(LINK_SLACK) for rect in shown if rect is not None]
        places = [self.links.index[link] for link in links if link in self.links.index]
        for left, top, right, bottom in self.links.boxes[np.array(sorted(places), np.intp)].tolist():
            boxes.append(Rect(left, top, right - left, bottom - top).grown(LINK_SLACK))
        return boxes

    def _links_touched(self, card_changes: Iterable[Change], link_changes: Iterable[Change]) -> set[str]:
        """The links whose routes a change may alter: at moved cards, near them, and beside changed links."""
        card_changes = tuple(card_changes)
        touched = {change.record.id for change in link_changes}
        index = self.cards.index
        moved = [
            index[c.record.id] for c in card_changes if c.record.id in index and not same_box(c.before, c.after)
        ]
        near = {*self.links.at_cards(moved).tolist(), *self.links.near(self._areas(card_changes)).tolist()}
        for change in link_changes:
            near |= self._links_beside(change)
        touched.update(self.links.ids[place] for place in near)
        return touched

    def _links_beside(self, change: Change) -> set[int]:
        """The links between the two cards of a changed link: where one comes or goes, the others make room."""
        index = self.cards.index
        found: set[int] = set()
        for link in (change.before, change.after):
            if isinstance(link, Link) and link.source in index and link.target in index:
                at_source = set(self.links.at_cards([index[link.source]]).tolist())
                found |= at_source.intersection(self.links.at_cards([index[link.target]]).tolist())
        return found

    def _outlines(self, groups: set[str]) -> list[Rect]:
        """The frames of groups at present."""
        if not groups:
            return []
        return [box.frame.grown(LINK_SLACK) for box in self.groups.boxes if box.group.id in groups]

    def count_dots(self) -> None:
        """Count the dots that the viewer may see; of an open round those of `voting_as`, whose turn it is."""
        self.dots = dots_on_cards(self.visible, self.voting_as)


def _tells_faces(change_set: ChangeSet) -> bool:
    """Whether faces of many cards may say something else: another name, or other dots."""
    return any(isinstance(change.record, Participant | Vote | VotingRound) for change in change_set.changes)


def _turns(change: Change) -> bool:
    before, after = change.before, change.after
    return isinstance(before, Card) and isinstance(after, Card) and before.hidden != after.hidden


def _come_or_go(card_changes: Iterable[Change]) -> int:
    return sum(change.before is None or change.after is None for change in card_changes)


def _folds(change: Change) -> bool:
    """Whether cards come to lie in a stack, or out of one."""
    before, after = change.before, change.after
    was = isinstance(before, Group) and before.folded
    return was != (isinstance(after, Group) and after.folded)


def _groups_of(changes: Iterable[Change]) -> Iterator[str]:
    """The ids of the groups that changes touch."""
    for change in changes:
        for record in (change.before, change.after):
            if isinstance(record, Group):
                yield record.id
            elif isinstance(record, Card) and record.group:
                yield record.group
