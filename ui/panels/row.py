"""A row of a panel's list: a rounded box with a heading, a text, and acts below."""

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ui.canvas.painting import colour
from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout
from ui.panels.long_words import WordsLabel
from workshop.picture.palette import Palette

_EDGE = 3.0
_RADIUS = 10.0

Act = tuple[str, Callable[[], object]]
"""The words of an act and what it does."""


class Row(QFrame):
    """The base. Enter on the row does its first act; `edge` is the colour of the bar at its left, if any."""

    reshaped = Signal()

    def __init__(self, key: str, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("row")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.key = key
        self.looks = looks
        self.edge = ""
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(14, 10, 12, 10)
        self.column.setSpacing(4)

    def show_record(self) -> None:
        """Show what the row is about as it is now."""
        raise NotImplementedError

    def height_at(self, width: int) -> int:
        """The height that its content needs at a width."""
        layout = self.column
        needed = (
            layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
        )
        return max(needed, layout.totalMinimumSize().height() if not layout.hasHeightForWidth() else 0)

    def stops(self) -> Iterator[QWidget]:
        """Where Tab stops, in order: the row, then what is in it."""
        yield self
        for widget in self.findChildren(QWidget):
            here = widget.window() is self.window()  # what drops down from a field has a window of its own
            if here and widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
                yield widget

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The box, its edge, and the ring of the keyboard."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            line = self.looks.selection if self.hasFocus() else self.looks.hairline
            painter.setPen(QPen(colour(line), 2.0 if self.hasFocus() else 1.0))
            painter.setBrush(colour(self.looks.panel))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), _RADIUS, _RADIUS)
            if self.edge:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour(self.edge))
                painter.drawRoundedRect(QRectF(4, 12, _EDGE, self.height() - 24), _EDGE / 2, _EDGE / 2)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The ring comes."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The ring goes."""
        super().focusOutEvent(event)
        self.update()


class TextRow(Row):
    """A row that says something and offers acts as links."""

    def __init__(self, key: str, looks: Palette) -> None:
        super().__init__(key, looks)
        self.heading = _label("strongRow")
        self.text = _label("quietRow", sentence=True)
        self._acts = FlowLayout(gap=12)
        self._first: Callable[[], object] | None = None
        self.column.addWidget(self.heading)
        self.column.addWidget(self.text)
        self.column.addLayout(self._acts)

    def tell(self, heading: str, text: str, acts: Iterable[Act] = ()) -> None:
        """Show a heading, a text and acts."""
        self.heading.setText(heading)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.setAccessibleName(heading)
        self.setAccessibleDescription(text)
        acts = tuple(acts)
        self._first = acts[0][1] if acts else None
        empty(self._acts)
        for words, do in acts:
            self._acts.addWidget(link_button(words, do))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does the first act."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.hasFocus() and self._first is not None:
            self._first()
        else:
            super().keyPressEvent(event)


def link_button(words: str, do: Callable[[], object]) -> QPushButton:
    """A button that looks like a link."""
    button = QPushButton(words)
    button.setProperty("act", True)
    button.setCursor(Qt.CursorShape.PointingHandCursor)
    button.clicked.connect(lambda: do())
    return button


def _label(name: str, *, sentence: bool = False) -> WordsLabel:
    label = WordsLabel(sentence=sentence)
    label.setObjectName(name)
    return label
