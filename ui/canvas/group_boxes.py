"""The groups on the board: where each stands, which cards are folded into its stack, and what of it is pressed."""

from collections.abc import Iterable

import numpy as np

from ui.canvas.card_arrays import CardArrays
from workshop.board.board import Board
from workshop.changes.change_set import Change
from workshop.model.cards import Card
from workshop.model.facilitation import Group
from workshop.picture.group_plan import GroupBox
from workshop.picture.plan import Point, Rect


class GroupBoxes:
    """The boxes of all groups that have cards in sight, made anew when read after a change that touches them."""

    def __init__(self, board: Board, cards: CardArrays) -> None:
        self._board = board
        self._cards = cards
        self._members: dict[str, set[str]] = {}
        self._boxes: tuple[GroupBox, ...] | None = None

    def load(self) -> None:
        """Take the whole board anew."""
        self._members = {}
        for card in self._board.cards.values():
            if card.group:
                self._members.setdefault(card.group, set()).add(card.id)
        self._boxes = None

    def apply(self, changes: Iterable[Change]) -> bool:
        """Take changes in; whether any group stands elsewhere or looks otherwise."""
        touched = False
        for change in changes:
            before, after = change.before, change.after
            if isinstance(change.record, Group):
                touched = True
            if isinstance(before, Card) and before.group:
                self._members.get(before.group, set()).discard(before.id)
                touched = True
            if isinstance(after, Card) and after.group:
                self._members.setdefault(after.group, set()).add(after.id)
                touched = True
        if touched:
            self._boxes = None
        return touched

    def moved(self) -> None:
        """The board was laid out anew."""
        self._boxes = None

    @property
    def boxes(self) -> tuple[GroupBox, ...]:
        """The groups that have cards in sight, in the board's order."""
        if self._boxes is None:
            self._boxes = tuple(box for group in self._board.groups.values() if (box := self._box(group)))
        return self._boxes

    def members(self, group_id: str | None) -> frozenset[str]:
        """The ids of a group's cards."""
        return frozenset(self._members.get(group_id or "", ()))

    def around(self, card: Card) -> frozenset[str]:
        """The cards of a card's group, or the card alone."""
        return (
            self.members(card.group) | {card.id} if card.group in self._board.groups else frozenset({card.id})
        )

    def label_at(self, point: Point) -> GroupBox | None:
        """The group on whose label a board point lies."""
        spot = Rect(*point, 0.01, 0.01)
        return next((box for box in reversed(self.boxes) if box.label.overlaps(spot)), None)

    def _box(self, group: Group) -> GroupBox | None:
        places = [
            self._cards.index[card] for card in self._members.get(group.id, ()) if card in self._cards.index
        ]
        if not places:
            return None
        boxes = self._cards.boxes[np.array(places, np.intp)]
        left, top = boxes[:, :2].min(axis=0).tolist()
        right, bottom = (boxes[:, :2] + boxes[:, 2:]).max(axis=0).tolist()
        return GroupBox(group, Rect(left, top, right - left, bottom - top), len(places))
