"""The home screen: a new workshop, a file, the sample, and the recent sessions with a small picture each."""

from PySide6.QtCore import QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.elided import ElidedLabel
from ui.home.new_workshop import NewWorkshopForm
from ui.layouts import empty
from ui.logo import Logo
from ui.settings import RecentSession, recent_sessions, thumbnail_path
from ui.theme.icons import icon, icon_picture
from ui.theme.scale import px
from workshop.model.text import clean_line, short
from workshop.picture.palette import Palette

MOST_COLUMNS = 3
CARD_SIZE = QSize(240, 192)
_WORDS = 52
"""The height of the words on a card."""

_GAP, _SIDE, _APART, _START_WIDTH = 14, 56, 56, 380
_BAR = 10
"""The width of the bar that scrolls, which is there when the window is low."""


class Home(QWidget):
    """What the app shows first. Nothing here is forced: Ctrl+N is on the board in one step."""

    new_wanted = Signal(object)
    open_wanted = Signal()
    sample_wanted = Signal()
    session_wanted = Signal(object)

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self.setObjectName("home")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea()
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body = QWidget()
        body.setObjectName("home")
        area.setWidget(body)
        outer.addWidget(area)
        self._body = QBoxLayout(QBoxLayout.Direction.LeftToRight, body)
        self._body.setContentsMargins(_SIDE, 48, _SIDE, 40)
        self._body.setSpacing(0)
        self._cards: list[QWidget] = []
        self._beside: list[QWidget] = []
        self._columns_shown = 0
        self.show_with(looks)

    def show_with(self, looks: Palette) -> None:
        """Build the screen in these colours, with the sessions as they are now."""
        empty(self._body)
        self._cards = []
        self._body.addStretch(1)
        self._beside = [self._start_column(looks)]
        if recents := recent_sessions():
            self._beside.append(self._recent_column(recents, looks))
        for place, column in enumerate(self._beside):
            self._body.addSpacing(_APART if place else 0)
            self._body.addWidget(column)
        self._body.addStretch(1)
        self._align()

    def _start_column(self, looks: Palette) -> QWidget:
        column = QWidget()
        column.setFixedWidth(_start_width())
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(Logo(looks))
        layout.addWidget(_label("Trilliant", "display"))
        layout.addWidget(
            _label("Three diamonds, one board: from a customer's signal to a launched outcome.", "quiet")
        )
        layout.addSpacing(14)
        self.form = NewWorkshopForm(looks)
        self.form.wanted.connect(self.new_wanted)
        layout.addWidget(self.form)
        layout.addSpacing(8)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(_button("Open a file…", "folder-open", looks, self.open_wanted))
        row.addWidget(_button("See the sample", "sparkle", looks, self.sample_wanted))
        layout.addLayout(row)
        return column

    def _recent_column(self, recents: list[RecentSession], looks: Palette) -> QWidget:
        column = QWidget()
        layout = QVBoxLayout(column)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(14)
        layout.addWidget(_label("Recent", "heading"))
        self._grid = QGridLayout()
        self._grid.setSpacing(_GAP)
        self._cards = [self._session_card(recent, looks) for recent in recents[:9]]
        self._place_cards()
        layout.addLayout(self._grid)
        layout.addStretch(1)
        return column

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many cards in a row as there is room for."""
        super().resizeEvent(event)
        self._align()

    def _align(self) -> None:
        """In the middle where all fits, else from the top on, so that the form is seen without scrolling.

        The recent sessions come below the form where a card does not fit beside it.
        """
        if self._cards and self._columns() != self._columns_shown:
            self._place_cards()
        ways, stacked = QBoxLayout.Direction, self._stacked()
        self._body.setDirection(ways.TopToBottom if stacked else ways.LeftToRight)
        margins = self._body.contentsMargins()
        room = self.height() - margins.top() - margins.bottom()
        fits = all(column.sizeHint().height() <= room for column in self._beside)
        across = Qt.AlignmentFlag.AlignVCenter if fits else Qt.AlignmentFlag.AlignTop
        for column in self._beside:
            self._body.setAlignment(column, Qt.AlignmentFlag.AlignLeft if stacked else across)

    def _room(self) -> int:
        """The width between the margins, with the bar that scrolls."""
        return self.width() - 2 * _SIDE - _BAR

    def _stacked(self) -> bool:
        wanted = _start_width() + _APART + _card_size().width()
        return len(self._beside) > 1 and self._room() < wanted

    def _columns(self) -> int:
        room = self._room() if self._stacked() else self._room() - _start_width() - _APART
        return min(max(1, (room + _GAP) // (_card_size().width() + _GAP)), MOST_COLUMNS)

    def _place_cards(self) -> None:
        self._columns_shown = self._columns()
        while self._grid.takeAt(0) is not None:
            pass
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, *divmod(place, self._columns_shown))

    def _session_card(self, recent: RecentSession, looks: Palette) -> QWidget:
        path = recent.file
        card = QPushButton()
        card.setObjectName("sessionCard")
        card.setFixedSize(_card_size())
        card.setToolTip(clean_line(str(path)))
        card.setAccessibleName(f"Open {short(recent.title or path.stem)}")
        card.clicked.connect(lambda: self.session_wanted.emit(path))
        layout = QVBoxLayout(card)
        layout.setContentsMargins(8, 8, 8, 10)
        layout.setSpacing(2)
        picture = QLabel()
        picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        picture.setFixedSize(_card_size().width() - 16, 132)
        small = QPixmap(str(thumbnail_path(path)))
        if small.isNull():
            small = icon_picture("note", looks.muted, 40)
        else:
            small = small.scaled(
                picture.size(),
                Qt.AspectRatioMode.KeepAspectRatioByExpanding,
                Qt.TransformationMode.SmoothTransformation,
            )
        picture.setPixmap(small)
        layout.addWidget(picture)
        layout.addStretch(1)
        layout.addWidget(ElidedLabel(short(recent.title or path.stem, 30)))
        layout.addWidget(_label(short(path.name, 34), "quiet"))
        return card


def _start_width() -> int:
    """The width of the first column, half as much wider as the words are larger."""
    return (_START_WIDTH + px(_START_WIDTH)) // 2


def _card_size() -> QSize:
    """The size of a session's card, with room for its words."""
    return QSize((CARD_SIZE.width() + px(CARD_SIZE.width())) // 2, CARD_SIZE.height() + px(_WORDS) - _WORDS)


def _label(text: str, role: str) -> QLabel:
    label = QLabel(text)
    if role:
        label.setProperty(role, True)
    label.setWordWrap(role == "quiet")
    return label


def _button(text: str, name: str, looks: Palette, wanted: SignalInstance) -> QPushButton:
    button = QPushButton(f" {text}")
    button.setIcon(icon(name, looks.ink))
    button.clicked.connect(lambda _checked: wanted.emit())
    return button
