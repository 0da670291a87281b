"""Choosing the card to which another is linked: by what kind, and by a few letters of its text."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from ui.finding.command_palette import CommandPalette
from ui.finding.entries import Entry
from ui.window_state import ORIGIN, WindowState
from workshop.board.searching import Haystack
from workshop.commands.links import add_link, can_link
from workshop.model.links import LinkKind
from workshop.model.text import short
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, visible_to

_LONGEST = 120


class TargetSearch(CommandPalette):
    """The palette over the cards; with nothing typed it offers the kinds of links."""

    def __init__(self, state: WindowState, haystack: Haystack, looks: Palette, parent: QWidget) -> None:
        self._targets = _Targets(state, self.open, looks)
        super().__init__(self._targets, haystack, looks, parent)  # type: ignore[arg-type]
        self.setObjectName("commandPalette")
        self.setAccessibleName("Link to a card")
        self._state = state
        self.field.setAccessibleName("Link to a card")

    def open(self) -> None:
        """Be there with an empty field, saying by what kind it will be linked."""
        self._targets.kind = self._state.asked_kind or self._state.link_kind
        self._state.asked_kind = None
        self.field.setPlaceholderText(f"Link by “{self._targets.kind.value}” to…")
        super().open()


class _Targets:
    """The entries of one search: the other kinds, and the cards."""

    def __init__(self, state: WindowState, again: Callable[[], None], looks: Palette) -> None:
        self._state = state
        self._again = again
        self._looks = looks
        self.kind = state.link_kind

    def commands(self) -> list[Entry]:
        """The kinds of links but the present one."""
        return [
            Entry(
                f"by:{kind.value}", f"By “{kind.value}”", partial(self._take, kind), "flow-arrow", detail="Kind"
            )
            for kind in LinkKind
            if kind is not self.kind
        ]

    def cards(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The cards that may be linked to."""
        source, board, kind = self._state.one_card, self._state.workshop.board, self.kind
        for card in (board.cards[card] for card in ids if card in board.cards):
            if source is None or card.id == source.id:
                continue
            why_not = can_link(board, source=source.id, target=card.id, kind=kind)
            yield Entry(
                key=f"target:{card.id}",
                title=short(card.text, _LONGEST) or "A card without text",
                run=partial(self._link, source.id, card.id),
                icon=KIND_ICONS[card.kind],
                colour=self._looks.disciplines[card.discipline].accent,
                detail="already linked"
                if why_not
                else f"{card.discipline.tag} · {card.phase or 'Parking lot'}",
                enabled=not why_not,
            )

    def _take(self, kind: LinkKind) -> None:
        self._state.link_kind = kind
        self._again()

    def _link(self, source: str, target: str) -> None:
        state = self._state
        workshop, kind = state.workshop, self.kind
        link = state.do(
            lambda: add_link(
                workshop, origin=ORIGIN, source=source, target=target, kind=kind, author=state.writer
            )
        )
        if link is not None:
            words = visible_to(ROOM, workshop.board).words(workshop.board.card(target), 40)
            state.message.emit(f"Linked: “{kind.value}” {words}.")
