"""The card panel: every field of the selected card, its links and its history in a line."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ui.layouts import empty
from ui.panels.card_fields import CARD_SECTIONS, FieldSpec
from ui.panels.card_picture import CardPicture
from ui.panels.card_words import named
from ui.panels.choices import ChoiceField
from ui.panels.fields import FieldEditor
from ui.panels.looking_only import leave_out
from ui.theme.icons import icon
from ui.theme.scale import px, text_scale
from ui.window_state import ORIGIN, WindowState
from workshop.commands.assets import remove_picture
from workshop.commands.cards import change_cards
from workshop.commands.links import change_link, remove_links
from workshop.commands.moving import move_to_phase
from workshop.model.cards import Anonymity, Card
from workshop.model.links import Link, LinkKind
from workshop.model.text import short
from workshop.picture.palette import Palette
from workshop.visibility import ROOM, visible_to

LABEL_WIDTH = 84
_WORDS, _FEW_WORDS = 36, 26
"""Letters of a linked card that fit, usually and when they are large."""

_LOST = 30
"""Letters of words that were not taken, as they are told."""


class CardPanel(QWidget):
    """Shows one card; `card_chosen` asks to go to a linked one."""

    card_chosen = Signal(str)
    dots_wanted = Signal()

    def __init__(self, state: WindowState, looks: Palette) -> None:
        super().__init__()
        self._state = state
        self._looks = looks
        self._card: str | None = None
        self._listed: tuple[str, list[Any]] = ("", [])
        self._editors: list[tuple[FieldSpec, FieldEditor, QWidget]] = []
        self._sections: list[tuple[QLabel, list[QWidget]]] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(20, 16, 20, 20)
        self._layout.setSpacing(8)
        heading = QLabel("Card")
        heading.setProperty("heading", True)
        self._layout.addWidget(heading)
        self._picture = CardPicture(lambda: state.workshop.board)
        leave_out(state, self._picture.remove)
        self._picture.removed.connect(self._on_picture_removed)
        self._dots = QPushButton()
        self._dots.setObjectName("dotsOfCard")
        self._dots.setProperty("act", True)
        self._dots.hide()
        self._dots.clicked.connect(lambda _checked: self.dots_wanted.emit())
        self._layout.addWidget(self._dots)
        for title, specs in CARD_SECTIONS:
            self._add_section(title, specs)
            if not title:
                self._layout.addWidget(self._picture)
        self._links_title = self._caption("Links")
        self._links = QVBoxLayout()
        self._links.setSpacing(6)
        self._layout.addLayout(self._links)
        self._stamp = QLabel()
        self._stamp.setProperty("quiet", True)
        self._stamp.setWordWrap(True)
        self._layout.addWidget(self._stamp)
        self._layout.addStretch(1)

    def show_card(self, card: Card) -> None:
        """Show a card as it is now, once what was written on another has gone there."""
        if self._card not in (None, card.id):
            self._let_go()
        self._card, held = card.id, bool(self._state.workshop.read_only)
        for spec, editor, row in self._editors:
            editor.show_value(spec.value(card))
            row.setVisible(_shows(spec, card, self._state))
            editor.setEnabled(not card.locked or spec.name == "locked" or held)
        self._picture.show_picture(card.image, may_go=not card.locked)
        for caption, rows in self._sections:
            caption.setVisible(any(not row.isHidden() for row in rows) and bool(caption.text()))
        self._show_links(card)
        self._stamp.setText(_stamp(card))

    def _let_go(self) -> None:
        """Give what is written on the card, and say what is lost since it could not be taken."""
        lost: list[str] = []
        for spec, editor, _ in self._editors:
            editor.settle()
            if words := editor.refused_words:
                lost.append(f"“{short(words, _LOST)}” for {spec.label or spec.name}")
            editor.forget()
        if lost:
            self._state.message.emit(f"Not taken on the card before: {', '.join(lost)}.")

    def show_dots(self, titles: list[str]) -> None:
        """Name the first finding about the card, and say how many more there are."""
        self._dots.setVisible(bool(titles))
        more = f" and {len(titles) - 1} more" if len(titles) > 1 else ""
        self._dots.setText(f"{titles[0]}{more}" if titles else "")
        self._dots.setIcon(icon("warning-circle", self._looks.warning))

    def _add_section(self, title: str, specs: tuple[FieldSpec, ...]) -> None:
        caption = self._caption(title)
        rows: list[QWidget] = []
        for spec in specs:
            editor = spec.make(lambda: self._state.workshop.board)
            editor.setObjectName(f"field:{spec.name}")
            editor.edited.connect(lambda value, spec=spec: self._on_edited(spec, value))
            row = _labelled(spec, editor)
            self._layout.addWidget(row)
            self._editors.append((spec, editor, row))
            rows.append(row)
        self._sections.append((caption, rows))

    def _caption(self, title: str) -> QLabel:
        caption = QLabel(title.upper())
        caption.setProperty("caption", True)
        caption.setContentsMargins(0, 10 if title else 0, 0, 0)
        self._layout.addWidget(caption)
        return caption

    def _on_edited(self, spec: FieldSpec, value: Any) -> None:
        card = self._state.workshop.board.cards.get(self._card or "")
        if card is None:
            return
        if spec.name == "kind":
            self._state.kind = value
        if spec.name == "phase":
            workshop, moved = self._state.workshop, [card.id]
            self._state.do(lambda: move_to_phase(workshop, origin=ORIGIN, card_ids=moved, phase=value))
        else:
            fields = spec.change(card, value)
            op = f"change {spec.label.lower() or spec.name}"
            self._state.do(
                lambda: change_cards(self._state.workshop, origin=ORIGIN, card_ids=[card.id], op=op, **fields)
            )
        self.show_card(self._state.workshop.board.cards.get(card.id, card))

    def _on_picture_removed(self) -> None:
        card = self._card or ""
        self._state.do(lambda: remove_picture(self._state.workshop, origin=ORIGIN, card_id=card))

    def _show_links(self, card: Card) -> None:
        board = self._state.workshop.board
        links = [link for link in board.links_of(card.id) if visible_to(ROOM, board).sees_link(link)]
        others = [board.cards.get(link.target if link.source == card.id else link.source) for link in links]
        listed = (card.id, list(zip(links, others, strict=True)))
        if listed == self._listed:
            return
        self._listed = listed
        empty(self._links)
        self._links_title.setVisible(bool(links))
        for link in links:
            self._links.addWidget(self._link_row(link, card))

    def _link_row(self, link: Link, card: Card) -> QWidget:
        outgoing = link.source == card.id
        board = self._state.workshop.board
        other = board.cards.get(link.target if outgoing else link.source)
        visible = visible_to(ROOM, board)
        words = visible.words(other, _letters()) if other else "a card that is gone"
        row = QFrame()
        row.setObjectName("linkRow")
        layout = QVBoxLayout(row)
        layout.setContentsMargins(8, 6, 6, 6)
        layout.setSpacing(2)
        top = QHBoxLayout()
        kind = ChoiceField(lambda: named(LinkKind))
        kind.setAccessibleName("What the link says")
        kind.show_value(link.kind)
        kind.edited.connect(lambda value: self._change_link(link, value))
        way = QLabel("to" if outgoing else "from")
        way.setProperty("quiet", True)
        top.addWidget(kind, 1)
        top.addWidget(way)
        top.addWidget(self._link_remover(link, f"Delete the link {way.text()} {words}"))
        layout.addLayout(top)
        go = QPushButton(words)
        go.setProperty("link", True)
        go.setToolTip(visible.words(other, 300) if other else "")
        go.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        go.setEnabled(other is not None)
        go.clicked.connect(lambda: self.card_chosen.emit(link.target if outgoing else link.source))
        layout.addWidget(go)
        return row

    def _link_remover(self, link: Link, spoken: str) -> QToolButton:
        remove = QToolButton()
        remove.setIcon(icon("x", self._looks.muted))
        remove.setProperty("flat", True)
        remove.setToolTip("Delete this link")
        remove.setAccessibleName(spoken)
        workshop = self._state.workshop
        remove.clicked.connect(
            lambda: self._state.do(lambda: remove_links(workshop, origin=ORIGIN, link_ids=[link.id]))
        )
        leave_out(self._state, remove)
        return remove

    def _change_link(self, link: Link, kind: LinkKind) -> None:
        self._state.do(lambda: change_link(self._state.workshop, origin=ORIGIN, link_id=link.id, kind=kind))


def _shows(spec: FieldSpec, card: Card, state: WindowState) -> bool:
    """Whether a field belongs to a card's kind, and the author's to what may be shown of authors."""
    if spec.name == "author":
        return visible_to(ROOM, state.workshop.board).author_shown(card) is Anonymity.NAMES
    return not spec.kinds or card.kind in spec.kinds


def _letters() -> int:
    """How many letters of a linked card there is room for."""
    return _WORDS if text_scale() < 1.5 else _FEW_WORDS


def _labelled(spec: FieldSpec, editor: FieldEditor) -> QWidget:
    row = QWidget()
    layout = QVBoxLayout(row) if spec.wide else QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(4 if spec.wide else 8)
    label = QLabel(spec.label)
    label.setBuddy(editor)
    editor.setAccessibleName(spec.label or spec.name)
    if spec.wide:
        label.setProperty("quiet", True)
    else:
        label.setFixedWidth(px(LABEL_WIDTH))
    layout.addWidget(label)
    layout.addWidget(editor, 1)
    return row


def _stamp(card: Card) -> str:
    times = (("Written", card.created), ("changed", card.changed))
    return " · ".join(f"{word} {_local(when)}" for word, when in times if when)


def _local(when: datetime) -> str:
    """A time as the clock here shows it, or as it was given at the ends of the calendar, where no clock goes."""
    try:
        return f"{when.astimezone():%d %b %Y, %H:%M}"
    except (OverflowError, ValueError, OSError):
        return when.isoformat(" ", "minutes")
