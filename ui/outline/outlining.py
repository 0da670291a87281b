"""What the actions of the outline do: showing and hiding it, and searching what to link to. The panel is made late."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QWidget

from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.settings import read_setting, write_setting
from ui.window_state import WindowState
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.outline.panel import OutlinePanel
    from ui.outline.target_search import TargetSearch

_SETTING, _SHOWN = "outline", "shown"
_TOP = 24


class Outlining(QObject):
    """One method an action, named like it. `dock` puts the panel beside the board."""

    def __init__(
        self,
        desk: QWidget,
        canvas: Canvas,
        state: WindowState,
        *,
        act: Callable[[str], None],
        dock: Callable[[QWidget], None],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._canvas = canvas
        self._state = state
        self._act = act
        self._dock = dock
        self._looks = canvas.looks
        self.panel: OutlinePanel | None = None
        self.targets: TargetSearch | None = None

    def begin(self) -> None:
        """The board is in sight: the outline comes if it was there last time."""
        if read_setting(_SETTING, "") == _SHOWN:
            self._show()

    def toggle_outline(self) -> None:
        """Show the outline with the keyboard in it, or put it away; who writes goes on writing."""
        shown = self.panel is not None and not self.panel.isHidden()
        write_setting(_SETTING, "" if shown else _SHOWN)
        if shown and self.panel is not None:
            if not self._canvas.writing.card:
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self.panel.hide()
            self.panel.view.put_away()
            return
        with self._canvas.writing.kept():
            self._show()
            assert self.panel is not None
            self.panel.view.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._canvas.reveal_written()

    def toggle_outline_here(self) -> None:
        """The same, while the board has the keyboard."""
        self.toggle_outline()

    def search_target(self) -> None:
        """Search the card to which the selected one is linked; the outline, if it is there, has the keyboard after."""
        from ui.outline.target_search import TargetSearch

        if self._state.one_card is None:
            self._state.message.emit("Select one card to link it to another.")
            return
        if self.targets is None:
            from workshop.board.searching import Haystack

            haystack = Haystack(self._canvas.scene.visible)
            self._state.board_changed.connect(haystack.spoil)
            self.targets = TargetSearch(self._state, haystack, self._looks, self._desk)
        back = self.panel.view if self.panel is not None and not self.panel.isHidden() else self._canvas
        self.targets.left.disconnect() if self.targets.receivers("2left()") else None
        self.targets.left.connect(lambda: back.setFocus(Qt.FocusReason.OtherFocusReason))
        self._state.bars.make_room_for(Bar.PALETTE)
        corner = self._canvas.mapTo(self._desk, QPoint(0, 0))
        below = max(_TOP, round(self._canvas.looking.covered) + _TOP // 2)
        self.targets.move(max(0, (self._desk.width() - self.targets.width()) // 2), corner.y() + below)
        self.targets.open()

    def fit(self, beside: int) -> None:
        """Leave the board its share of the width of all."""
        if self.panel is not None:
            self.panel.fit(beside)

    def use_palette(self, looks: Palette) -> None:
        """Take other colours: what is there is made anew."""
        self._looks = looks
        shown = self.panel is not None and not self.panel.isHidden()
        for widget in (self.panel, self.targets):
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        self.panel = self.targets = None
        if shown:
            self._show()

    def _show(self) -> None:
        from ui.outline.panel import OutlinePanel

        if self.panel is None:
            self.panel = OutlinePanel(self._canvas, self._looks, self._act, self._desk)
            self._dock(self.panel)
        self.panel.view.show_board()
        self.panel.show()
