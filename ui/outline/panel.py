"""The panel at the left of the board: the outline with a heading."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.canvas.canvas import Canvas
from ui.outline.acts import KEYS, OutlineActs
from ui.outline.model import OutlineModel
from ui.outline.view import OutlineView
from ui.theme.icons import icon
from ui.theme.scale import px
from workshop.picture.palette import Palette

WIDTH = 300
_SHARE = 0.28


class OutlinePanel(QFrame):
    """Holds the tree; `act` carries out an action of the board by its name."""

    def __init__(self, canvas: Canvas, looks: Palette, act: Callable[[str], None], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("outlinePanel")
        self.fit(parent.width())
        self.model = OutlineModel(canvas.scene.visible, looks, lambda *written: self.acts.written(*written))
        self.view = OutlineView(self.model, canvas.state, looks, KEYS)
        self.acts = OutlineActs(self.view, self.model, canvas, act)
        self._state = canvas.state
        canvas.state.voter_changed.connect(self._on_voter)
        self._on_voter()
        self.view.looked.connect(lambda card: _reveal(canvas, card))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 6, 8)
        column.setSpacing(8)
        column.addLayout(self._head(looks, act))
        column.addWidget(self.view, 1)

    def fit(self, beside: int) -> None:
        """Be as wide as the words need, within a share of the width of all."""
        self.setFixedWidth(max(WIDTH, min(px(WIDTH), round(beside * _SHARE))))

    def _on_voter(self) -> None:
        """Others may see other dots, and not on which card the last one gave theirs."""
        if self.model.words.voting_as not in {None, self._state.voting_as}:
            self.view.selectionModel().clearCurrentIndex()
        self.model.words.voting_as = self._state.voting_as
        self.model.words.forget_dots()
        self.view.viewport().update()

    def _head(self, looks: Palette, act: Callable[[str], None]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setContentsMargins(6, 0, 0, 0)
        heading = QLabel("Outline")
        heading.setProperty("heading", True)
        heading.setBuddy(self.view)
        close = QToolButton()
        close.setProperty("flat", True)
        close.setIcon(icon("x", looks.muted))
        close.setToolTip("Close the outline (O)")
        close.setAccessibleName("Close the outline")
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(lambda: act("toggle_outline"))
        row.addWidget(heading)
        row.addStretch(1)
        row.addWidget(close)
        return row


def _reveal(canvas: Canvas, card: str) -> None:
    canvas.bring_up(card)
    rect = canvas.scene.cards.rect(card)
    if rect is not None:
        canvas.looking.reveal(rect)
