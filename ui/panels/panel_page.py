"""What all pages of the side panel share: their head, and what they may ask of the window."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from ui.canvas.canvas import Canvas
from ui.panels.looking_only import mark_looked_at
from ui.theme.icons import icon
from ui.window_state import WindowState
from workshop.board.board import Board
from workshop.picture.palette import Palette
from workshop.visibility import Visible

if TYPE_CHECKING:
    from ui.panels.dots.watch import DotsWatch

MARGIN = 16


class PanelContext:
    """What a page works with: the window's state, the board it shows, its colours, and ways to the rest."""

    def __init__(
        self,
        canvas: Canvas,
        looks: Palette,
        watch: "DotsWatch",
        *,
        act: Callable[[str], None],
        open_panel: Callable[[str, str], None],
    ) -> None:
        """`act` carries out an action by its name; `open_panel` shows a panel and in it the record of an id."""
        self.canvas = canvas
        self.state: WindowState = canvas.state
        self.looks = looks
        self.watch = watch
        self.act = act
        self.open_panel = open_panel

    @property
    def visible(self) -> Visible:
        """The board as the room sees it."""
        return self.canvas.scene.visible

    @property
    def board(self) -> Board:
        """The board with all that is on it."""
        return self.state.workshop.board

    def show_cards(self, cards: Iterable[str]) -> None:
        """Select cards and look where they are."""
        there = [card for card in cards if card in self.board.cards]
        self.state.select(there)
        if len(there) == 1:
            self.canvas.bring_up(there[0])
        if len(there) == 1 and (rect := self.canvas.scene.cards.rect(there[0])) is not None:
            self.canvas.looking.go_to(rect)
        elif there:
            self.canvas.looking.fit_cards(there)


class PanelPage(QWidget):
    """A page: heading, a quiet line below it, and the body, to which subclasses add.

    A page is asked to refresh only while it is in sight, and whenever it comes into sight.
    """

    torn = Signal()
    """Asked to be put into a window of its own, or back."""

    title: ClassVar[str] = ""

    def __init__(self, context: PanelContext) -> None:
        super().__init__()
        self.setObjectName("panelPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.context = context
        self.state = context.state
        self.looks = context.looks
        mark_looked_at(self, context.state)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(8)
        column.addLayout(self._head())
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        column.addLayout(self.body, 1)

    def refresh(self) -> None:
        """Show the board as it is now."""
        raise NotImplementedError

    def show_record(self, record_id: str) -> None:
        """Bring a record into sight, and the keyboard to it."""

    @property
    def record(self) -> str:
        """The record that is open in the page, with which `show_record` opens it again; empty when none is."""
        return ""

    def say(self, line: str) -> None:
        """Show the quiet line below the heading; an empty one takes no room."""
        self._line.setText(line)
        self._line.setVisible(bool(line))

    def show_torn(self, torn: bool) -> None:
        """Offer to put the page back where it is in a window of its own, and to take it out where it is not."""
        words = "Put back beside the board" if torn else "Open in a window of its own"
        self._tear.setIcon(icon("arrow-square-in" if torn else "arrow-square-out", self.looks.muted))
        self._tear.setToolTip(words)
        self._tear.setAccessibleName(words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape brings the keyboard back to the board, unless the page stands in a window of its own."""
        canvas = self.context.canvas
        if event.key() == Qt.Key.Key_Escape and canvas.window() is self.window():
            canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _head(self) -> QVBoxLayout:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 0, 8, 0)
        head.setSpacing(2)
        row = QHBoxLayout()
        heading = QLabel(self.title)
        heading.setProperty("heading", True)
        heading.setWordWrap(True)
        self._tear = QToolButton()
        self._tear.setProperty("flat", True)
        self._tear.clicked.connect(self.torn)
        self._tear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.show_torn(False)
        row.addWidget(heading, 1)
        row.addWidget(self._tear)
        head.addLayout(row)
        self._line = QLabel()
        self._line.setProperty("quiet", True)
        self._line.setWordWrap(True)
        self._line.hide()
        head.addWidget(self._line)
        return head
