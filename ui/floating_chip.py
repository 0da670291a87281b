"""A chip above the upper edge of the board that says whose turn it is, with what leads on; one below another."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from ui.canvas.canvas import Canvas
from ui.elided import ElidedLabel
from ui.theme.icons import icon, icon_picture
from ui.theme.scale import px
from ui.tips import plain_tip
from workshop.model.cards import Discipline

_TOP, _GAP, _EDGE = 12, 8, 84
"""Pixels above, between chips, and kept free at the sides for the tools."""

_WORDS = 260
_ICON = 16


class FloatingChip(QFrame):
    """The base: an icon in the colour of a discipline, words, and buttons."""

    def __init__(self, canvas: Canvas, name: str, picture: str) -> None:
        """`name` is the object's name, `picture` its icon's."""
        super().__init__(canvas)
        self.setObjectName(name)
        self._canvas = canvas
        self._crosses: list[QToolButton] = []
        self._side = Discipline.JOINT
        self._picture = picture
        self._below = 0.0
        self._sign = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(10)
        row.addWidget(self._sign)
        self.hide()
        self.use_palette()
        canvas.resized.connect(self.place)
        canvas.camera_changed.connect(self._on_looked)

    def use_palette(self) -> None:
        """Take the colours that the board has now."""
        looks = self._canvas.looks
        self.setStyleSheet(
            f"#{self.objectName()} {{ background: {looks.panel}; border: 1px solid {looks.hairline}; "
            f"border-radius: {px(12)}px; }}"
        )
        for cross in self._crosses:
            cross.setIcon(icon("x", looks.muted))
        self.tint(self._side)

    def hold(self, *parts: QWidget) -> None:
        """Take in words and buttons."""
        row = self.layout()
        assert row is not None
        for part in parts:
            row.addWidget(part)

    def button(self, words: str, tip: str, do: Callable[[], object]) -> QPushButton:
        """A button with words."""
        button = QPushButton(words)
        button.setToolTip(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: do())
        return button

    def cross(self, tip: str, do: Callable[[], object]) -> QToolButton:
        """The cross that puts the chip away."""
        button = QToolButton()
        button.setProperty("flat", True)
        button.setIcon(icon("x", self._canvas.looks.muted))
        self._crosses.append(button)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.clicked.connect(lambda: do())
        return button

    def show_words(self, label: ElidedLabel, words: str) -> None:
        """Show words in no more room than they need."""
        label.setText(words)
        label.setToolTip(plain_tip(words))
        label.ensurePolished()
        label.setFixedWidth(min(px(_WORDS), label.fontMetrics().horizontalAdvance(words) + 4))

    def tint(self, discipline: Discipline) -> None:
        """Show the icon in a discipline's colour; the words say which it is."""
        self._side = discipline
        colour = self._canvas.looks.disciplines[discipline].accent
        self._sign.setPixmap(icon_picture(self._picture, colour, px(_ICON)))

    def _on_looked(self) -> None:
        """A bar at the upper edge may have come or gone."""
        if not self.isHidden() and self._below != self._canvas.looking.covered:
            self.place()

    def place(self) -> None:
        """In the middle of the upper edge, below a bar that lies there and the chips that were there before."""
        chips = [one for one in self._canvas.findChildren(FloatingChip) if not one.isHidden()]
        self._below = self._canvas.looking.covered
        y = round(self._below) + _TOP
        for chip in chips:
            chip.adjustSize()
            room = self._canvas.width()
            chip.resize(min(chip.sizeHint().width(), room - 2 * _GAP), chip.sizeHint().height())
            chip.move(max(min(_EDGE, room - chip.width() - _GAP), (room - chip.width()) // 2), y)
            chip.raise_()
            y += chip.height() + _GAP
