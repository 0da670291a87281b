"""What the panel shows for several selected cards or links: how many, and what can be done with all at once."""

from collections.abc import Iterable
from functools import partial
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.window_state import ORIGIN, WindowState
from workshop.commands.cards import change_cards
from workshop.commands.links import change_link
from workshop.model.cards import CardKind, Discipline
from workshop.model.links import LinkKind
from workshop.visibility import ROOM, Sight, visible_to

_MIXED = "Several"


class SelectionPanel(QWidget):
    """Kind and discipline of many cards, or the kind of links."""

    def __init__(self, state: WindowState) -> None:
        super().__init__()
        self._state = state
        self._mixed: set[str] = set()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 20)
        layout.setSpacing(6)
        self._heading = QLabel()
        self._heading.setProperty("heading", True)
        self._ends = QLabel()
        self._ends.setProperty("quiet", True)
        self._ends.setWordWrap(True)
        layout.addWidget(self._heading)
        layout.addWidget(self._ends)
        self._kind = self._row(layout, "Kind", CardKind, "kind")
        self._discipline = self._row(layout, "Discipline", Discipline, "discipline")
        self._link_kind = self._row(layout, "What the link says", LinkKind, "link")
        self.tension = QPushButton("Show the tension")
        self.tension.setProperty("act", True)
        self.tension.clicked.connect(self._show_tension)
        layout.addWidget(self.tension, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def show_selection(self) -> None:
        """Show what is selected now."""
        state, board = self._state, self._state.workshop.board
        cards, links = state.cards, [board.links[link] for link in state.links]
        parts = [f"{len(cards)} cards" if len(cards) > 1 else "1 card"] if cards else []
        parts += [f"{len(links)} links" if len(links) > 1 else "1 link"] if links else []
        self._heading.setText(" and ".join(parts))
        self._ends.setVisible(len(links) == 1 and not cards)
        if len(links) == 1:
            ends = [board.cards.get(links[0].source), board.cards.get(links[0].target)]
            visible = visible_to(ROOM, board)
            self._ends.setText(" → ".join(visible.words(end, 60) for end in ends if end))
        known = board.cards
        lone = links[0].kind if len(links) == 1 and not cards else None
        self.tension.setVisible(lone is LinkKind.IN_TENSION_WITH)
        self._show(self._kind, _shared(known[card].kind for card in cards) if self._all_seen() else None)
        self._show(self._discipline, _shared(known[card].discipline for card in cards))
        self._show(self._link_kind, _shared(link.kind for link in links))

    def _all_seen(self) -> bool:
        """Whether every selected card is seen in full: a turned one shows its discipline and nothing else."""
        board = self._state.workshop.board
        visible = visible_to(ROOM, board)
        return all(visible.sight(board.cards[card]) is Sight.FULL for card in self._state.cards)

    def _show_tension(self) -> None:
        self._state.panel_wanted.emit("tensions", f"link:{next(iter(self._state.links))}")

    def _row(self, layout: QVBoxLayout, label: str, values: Any, field: str) -> tuple[str, QLabel, ChoiceField]:
        caption = QLabel(label)
        caption.setProperty("quiet", True)
        choice = ChoiceField(lambda: [*([(_MIXED, _MIXED)] if field in self._mixed else []), *named(values)])
        choice.setObjectName(f"selection:{field}")
        choice.setAccessibleName(label)
        choice.edited.connect(lambda value: self._on_edited(field, value))
        layout.addWidget(caption)
        layout.addWidget(choice)
        return field, caption, choice

    def _show(self, row: tuple[str, QLabel, ChoiceField], value: Any) -> None:
        field, *widgets, choice = row
        for widget in (*widgets, choice):
            widget.setVisible(value is not None)
        self._mixed = self._mixed | {field} if value == _MIXED else self._mixed - {field}
        if value is not None:
            choice.show_value(value)

    def _on_edited(self, field: str, value: Any) -> None:
        state = self._state
        if value == _MIXED:
            return
        if field == "link":
            self._change_links(value)
        else:
            state.do(
                lambda: change_cards(
                    state.workshop, origin=ORIGIN, card_ids=list(state.cards), **{field: value}
                )
            )
        self.show_selection()  # as it is now, also where that was refused

    def _change_links(self, kind: LinkKind) -> None:
        """Give the selected links a kind, as one step; the next link is of it too, unless it was refused to all."""
        state = self._state
        mark = state.workshop.history.mark(ORIGIN)
        change = partial(change_link, state.workshop, origin=ORIGIN, kind=kind)
        done = [state.do(partial(change, link_id=link)) for link in state.links]
        if any(done):
            state.link_kind = kind
        state.workshop.history.squash(ORIGIN, mark, "change links")


def _shared(values: Iterable[Any]) -> Any:
    """The value that all have, the word for several, or None without any; looks no further than it must."""
    first = None
    for value in values:
        if first is None:
            first = value
        elif value is not first:
            return _MIXED
    return first
