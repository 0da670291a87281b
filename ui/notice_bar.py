"""The strip above the board: what was found on opening, changes that may be brought back, and trouble with saving."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.panels.scrolling import scrolling
from ui.theme.scale import px
from workshop.model.text import short

MOST_NOTICES = 4
_DETAILS_HEIGHT = 120


class NoticeBar(QFrame):
    """Hidden while there is nothing to say."""

    copy_wanted = Signal()
    offer_taken = Signal()

    def __init__(self, notices: Sequence[str], offered: int, details: Sequence[str] = ()) -> None:
        """`details` are what the notices sum up; they are shown when they are asked for."""
        super().__init__()
        self.setObjectName("notice")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(4)
        self._notices = _row("\n".join(short(notice, 240) for notice in notices[:MOST_NOTICES]))
        layout.addWidget(self._notices)
        if details:
            self._add_details(layout, details)
        self._offer = _row(_offer_words(offered), _button(_offer_act(offered), self._on_offer))
        layout.addWidget(self._offer)
        self._trouble = _row("", _button("Save a copy…", self.copy_wanted.emit))
        self._trouble.hide()
        layout.addWidget(self._trouble)
        self._has_notices, self._has_offer = bool(notices), bool(offered)
        self._in_trouble = False
        # Only ever hidden here: what shows itself before it has a parent is a window of its own.
        for widget, wanted in ((self._notices, notices), (self._offer, offered), (self, notices or offered)):
            if not wanted:
                widget.hide()

    def text(self) -> str:
        """What the strip says at present."""
        labels = self.findChildren(QLabel)
        return "\n".join(label.text() for label in labels if label.isVisibleTo(self) and label.text())

    def show_trouble(self, sentence: str) -> None:
        """Say why the file takes no changes; an empty sentence takes it back."""
        label = self._trouble.findChild(QLabel)
        assert isinstance(label, QLabel)
        label.setText(sentence)
        self._in_trouble = bool(sentence)
        self._settle()

    def _add_details(self, layout: QVBoxLayout, details: Sequence[str]) -> None:
        words = _label("\n".join(short(detail, 240) for detail in details))
        area = scrolling(words)
        words.setObjectName("noticeDetails")
        area.setMaximumHeight(px(_DETAILS_HEIGHT))
        area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        area.setAccessibleName("Details of the damage")
        area.hide()
        unfolding = QPushButton("Details")
        unfolding.setCheckable(True)
        unfolding.toggled.connect(area.setVisible)
        row = self._notices.layout()
        assert row is not None
        row.addWidget(unfolding)
        row.addWidget(_button("Save a copy…", self.copy_wanted.emit))
        layout.addWidget(area)

    def _settle(self) -> None:
        self._trouble.setVisible(self._in_trouble)
        self.setVisible(self._has_notices or self._has_offer or self._in_trouble)

    def _on_offer(self) -> None:
        self._has_offer = False
        self._offer.hide()
        self._settle()
        self.offer_taken.emit()


def _offer_words(count: int) -> str:
    if count == 1:
        return "One unsaved change of this session was found, from where it lay before."
    return f"{count:,} unsaved changes of this session were found, from where it lay before."


def _offer_act(count: int) -> str:
    return "Bring it back" if count == 1 else "Bring them back"


def _row(words: str, *buttons: QPushButton) -> QWidget:
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(_label(words), 1)
    for button in buttons:
        layout.addWidget(button)
    return row


def _label(words: str) -> QLabel:
    label = QLabel(words)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label


def _button(words: str, pressed: Callable[[], None]) -> QPushButton:
    button = QPushButton(words)
    button.clicked.connect(lambda _checked: pressed())
    return button
