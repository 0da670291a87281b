"""The bar at the top of the board: title and saving, the diamonds, who writes, and export."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QToolButton,
    QVBoxLayout,
)

from ui.actions import MAIN_MENU, Menu, Submenu, spec_of
from ui.elided import ElidedLabel
from ui.logo import Logo
from ui.theme.icons import icon
from ui.theme.scale import px
from ui.tips import plain_tip
from ui.title_line import TitleLine
from ui.whereabouts import OVERVIEW, diamond_action
from ui.window_state import WindowState
from ui.writing_as import WritingAsChip
from workshop.model.diamonds import DIAMONDS
from workshop.model.text import short
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.running.step_chip import StepChip

HEIGHT = 56

_TITLE = 72
"""The least width of the title in pixels."""

_MORE_TITLE = 90
"""So many pixels of the title are worth more than the names of the diamonds while a step is shown."""

_TIP = 300
"""Letters of the title that its tooltip shows."""

_OVERVIEW = ("0 Overview", OVERVIEW)


class TopBar(QFrame):
    """One row; what does not fit at 1280 pixels is in the menu."""

    left = Signal()
    """The title was written, or given up: the board is to have the keyboard."""

    def __init__(self, state: WindowState, actions: Mapping[str, QAction], looks: Palette) -> None:
        super().__init__()
        self.setObjectName("topBar")
        self.setFixedHeight((HEIGHT + px(HEIGHT)) // 2)
        self._state = state
        self._looks = looks
        self._trouble = False
        self._step: StepChip | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 16, 0)
        layout.setSpacing(8)
        layout.addWidget(self._menu_button(actions, looks))
        layout.addWidget(Logo(looks))
        layout.addLayout(self._title_column(), 1)
        names = [(f"{diamond.number} {diamond.name}", diamond_action(diamond.name)) for diamond in DIAMONDS]
        self._diamonds = [(name, _diamond_button(name, actions[act])) for name, act in (*names, _OVERVIEW)]
        self._place = ""
        for _, button in self._diamonds:
            layout.addWidget(button)
        layout.addSpacing(16)
        self.writing_as = WritingAsChip(state, looks)
        layout.addWidget(self.writing_as)
        layout.addWidget(_flat_button(actions["toggle_theme"], "sun" if looks.dark else "moon", looks))
        export = QPushButton(" Export PDF")
        export.setObjectName("exportPdf")
        export.setProperty("primary", True)
        export.setIcon(icon("file-pdf", looks.on_strong))
        export.setToolTip("Export PDF (Ctrl+E)")
        export.clicked.connect(actions["export_pdf"].trigger)
        layout.addWidget(export)
        self._export = self.last = export
        state.board_changed.connect(self.refresh)
        state.writer_changed.connect(self._fit)
        self.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say in fewer letters what has no room."""
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Fit anew: before buttons are shown, they do not know how wide their letters are."""
        super().showEvent(event)
        self._fit()

    def hold(self, chip: "StepChip") -> None:
        """Take in what shows the step that runs, before the writer."""
        self._step = chip
        row = self.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(row.indexOf(self.writing_as), chip, 0, Qt.AlignmentFlag.AlignVCenter)
        chip.reshaped.connect(self._fit)
        chip.refresh()

    def show_place(self, action: str) -> None:
        """Let the button stand out that leads to what is in view."""
        if action == self._place:
            return
        self._place = action
        for _, button in self._diamonds:
            here = button.property("place") == action
            if here == bool(button.accessibleDescription()):
                continue
            button.setAccessibleDescription("In view" if here else "")
            # Not by a property and style(), which PySide would wrap with all its enums before the board is there.
            button.setStyleSheet(_in_view(action, self._looks) if here else "")

    def _fit(self) -> None:
        """Where the words are too wide: diamonds by number, then the step by its time, the writer by discipline."""
        layout = self.layout()
        assert layout is not None
        for few in (0, 1, 2, 3):
            for name, button in self._diamonds:
                button.setText(name[0] if few else name)
            self._export.setText(" PDF" if few else " Export PDF")
            if self._step is not None:
                self._step.show_words(shown=few < 2)
            self.writing_as.show_name(shown=few < 3)
            layout.invalidate()  # buttons that are not shown yet do not ask for it
            title = _MORE_TITLE if self._step is not None and not few else 0
            if layout.minimumSize().width() + title <= self.width():
                break
        layout.activate()

    def refresh(self) -> None:
        """Show the session's title."""
        title = self._state.workshop.board.session.title
        self.title.show_title(title)
        self.title.setToolTip(plain_tip(short(title, _TIP)))

    def show_saving(self, text: str, *, trouble: bool) -> None:
        """Say how saving stands."""
        self.saving.setText(text)
        self.saving.setToolTip(text)
        if trouble != self._trouble:
            self._trouble = trouble
            self.saving.setStyleSheet(f"color: {self._looks.danger};" if trouble else "")

    def _title_column(self) -> QVBoxLayout:
        column = QVBoxLayout()
        column.setSpacing(0)
        self.title = TitleLine(self._state)
        self.title.setObjectName("title")
        self.title.setAccessibleName("Title of the workshop")
        self.title.setPlaceholderText("Untitled workshop")
        self.title.setMaxLength(20_000)
        self.title.setMinimumWidth(px(_TITLE))
        self.title.setReadOnly(bool(self._state.workshop.read_only))
        self.title.left.connect(self.left)
        self.saving = ElidedLabel("All changes saved")
        self.saving.setObjectName("state")
        self.saving.setContentsMargins(2, 0, 0, 0)
        column.addStretch(1)
        column.addWidget(self.title)
        column.addWidget(self.saving)
        column.addStretch(1)
        return column

    def _menu_button(self, actions: Mapping[str, QAction], looks: Palette) -> QToolButton:
        button = QToolButton()
        button.setObjectName("mainMenu")
        button.setProperty("flat", True)
        button.setIcon(icon("list", looks.ink))
        button.setToolTip("Menu")
        button.setAccessibleName("Menu")
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: menu.isEmpty() and filled_menu(menu, MAIN_MENU, actions, looks))
        button.setMenu(menu)
        return button


def _in_view(action: str, looks: Palette) -> str:
    """How a button stands out, that of a diamond in the diamond's ink."""
    inks = {diamond_action(name): (colours.ink, looks.panel) for name, colours in looks.diamonds.items()}
    ground, ink = inks.get(action, (looks.strong, looks.on_strong))
    return f"background: {ground}; color: {ink};"


def filled_menu(menu: QMenu, names: Menu, actions: Mapping[str, QAction], looks: Palette) -> QMenu:
    """A menu of actions by name; an empty name is a separator."""
    for name in names:
        if not name:
            menu.addSeparator()
            continue
        if isinstance(name, Submenu):
            filled_menu(menu.addMenu(icon(name.icon, looks.ink), name.text), name.names, actions, looks)
            continue
        action = actions[name]
        if picture := spec_of(name).icon:
            action.setIcon(icon(picture, looks.ink, looks.muted))
        menu.addAction(action)
    return menu


def _diamond_button(text: str, action: QAction) -> QPushButton:
    button = QPushButton(text)
    button.setAccessibleName(text)
    button.setProperty("diamond", True)
    button.setProperty("place", action.objectName())
    button.setToolTip(f"{text[2:]} ({text[0]})")
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.clicked.connect(action.trigger)
    return button


def _flat_button(action: QAction, name: str, looks: Palette) -> QToolButton:
    button = QToolButton()
    button.setProperty("flat", True)
    button.setIcon(icon(name, looks.ink))
    button.setToolTip(f"{action.text()} ({action.shortcut().toString()})")
    button.setAccessibleName(action.text())
    button.clicked.connect(action.trigger)
    return button
