"""What the actions of finding do: the find bar, the palette and the map, each made when it is first wanted."""

from collections.abc import Callable, Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, Qt
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ui.bars import Bar
from ui.canvas.canvas import Canvas
from ui.finding.seen import Seen
from ui.settings import read_setting, write_setting
from ui.window_state import Tool, WindowState
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.finding.command_palette import CommandPalette
    from ui.finding.find_bar import FindBar
    from ui.finding.minimap import Minimap
    from ui.finding.search import Search
    from workshop.board.searching import Haystack

PALETTE_KEY = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K)
"""Text fields would take it for deleting to the end of the line."""

_GAP = 12
_MAP, _FOLDED, _SHOWN = "minimap", "folded", "shown"
_LOW = 690
"""On a board of fewer pixels in height the map waits until it is asked for; it would lie over a diamond."""


class Finding(QObject):
    """One method an action, named like it, and what the desk asks of the bars over its board."""

    def __init__(
        self,
        desk: QWidget,
        canvas: Canvas,
        state: WindowState,
        actions: Mapping[str, QAction],
        *,
        seen: Seen,
        show_session: Callable[[], None],
        zoom: Callable[[], QWidget],
    ) -> None:
        super().__init__(desk)
        self._desk = desk
        self._canvas = canvas
        self._state = state
        self._actions = actions
        self._seen = seen
        self._show_session = show_session
        self._zoom_bar = zoom
        self._looks = canvas.looks
        self.bar: FindBar | None = None
        self.palette: CommandPalette | None = None
        self.map: Minimap | None = None
        state.bars.put_away_by(Bar.FIND, self._put_bar_away)
        state.bars.put_away_by(Bar.PALETTE, self._put_palette_away)

    @cached_property
    def haystack(self) -> "Haystack":
        """What the cards can be found by, kept up with the board."""
        from workshop.board.searching import Haystack

        haystack = Haystack(self._canvas.scene.visible)
        self._state.board_changed.connect(haystack.spoil)
        self._state.timer.changed.connect(haystack.spoil)
        return haystack

    @cached_property
    def search(self) -> "Search":
        """The search that the bar asks."""
        from ui.finding.search import Search

        return Search(self._canvas, self._state, self.haystack, self._seen)

    def find_cards(self) -> None:
        """Open the find bar, or have the keyboard in it."""
        self._canvas.writing.end()
        if self.bar is None:
            from ui.finding.find_bar import FindBar

            self.bar = FindBar(
                self.search,
                self._state.workshop.board,
                self._looks,
                has_last_time=self._seen.has_last_time,
                parent=self._desk,
            )
            self.bar.closed.connect(self.end_finding)
        self._state.bars.make_room_for(Bar.FIND)
        self.place()
        self._canvas.installEventFilter(self)
        self.bar.open()
        self._canvas.looking.covered = self.bar.height() + _GAP

    def find_next(self) -> None:
        """Go to the next card found; without the bar, look again for what was looked for last."""
        self._step(1)

    def find_previous(self) -> None:
        """Go to the previous card found."""
        self._step(-1)

    def end_finding(self) -> None:
        """Put the find bar away; the board has the keyboard again."""
        self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self._put_bar_away()

    def command_palette(self) -> None:
        """Open the palette of everything, or put it away again."""
        if self.palette is not None and self.palette.isVisible():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._canvas.writing.end()
        if self.palette is None:
            self.palette = self._made_palette()
        self._state.bars.make_room_for(Bar.PALETTE)
        self.place()
        self.palette.open()

    def toggle_minimap(self) -> None:
        """Fold the map away, or unfold it, and remember that."""
        folded = self.map is not None and self.map.isVisible()
        write_setting(_MAP, _FOLDED if folded else _SHOWN)
        if folded and self.map is not None:
            if self.map.hasFocus():
                self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)
            self.map.hide()
            self._tell_corner()
        else:
            self._show_map()

    def begin(self) -> None:
        """The board is in sight: what else is there from the start may be made."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        chosen = read_setting(_MAP, "")
        if chosen == _SHOWN or (chosen != _FOLDED and self._canvas.height() >= _LOW):
            self._show_map()

    def place(self) -> None:
        """Lie where there is room now."""
        if self.map is not None:
            self.map.move(self._zoom.x(), self._zoom.y() - self.map.height() - _GAP)
        self._tell_corner()
        corner = self._canvas.mapTo(self._desk, QPoint(0, 0))
        if self.bar is not None:
            self.bar.move(
                corner.x() + max(0, (self._canvas.width() - self.bar.width()) // 2), corner.y() + _GAP
            )
        if self.palette is not None:
            below = max(2 * _GAP, round(self._canvas.looking.covered) + _GAP)
            self.palette.move(max(0, (self._desk.width() - self.palette.width()) // 2), corner.y() + below)

    def use_palette(self, looks: Palette) -> None:
        """Take other colours: what is open is made anew."""
        self._looks = looks
        if self.map is not None:
            shown = not self.map.isHidden()
            self.map.hide()
            self.map.deleteLater()
            self.map = None
            if shown:
                self._show_map()
        was_open = self.bar is not None and self.bar.isVisible()
        if self.bar is not None:
            self.bar.hide()
            self.bar.deleteLater()
            self.bar = None
        if self.palette is not None:
            self.palette.hide()
            self.palette.deleteLater()
            self.palette = None
        if was_open:
            self.find_cards()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape on the board closes the find bar when there is nothing else to let go of; Ctrl+K is the palette's."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            if event.keyCombination() == PALETTE_KEY:
                event.ignore()
                return True
            return False
        if watched is self._canvas and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            bar_open = self.bar is not None and self.bar.isVisible()
            if event.key() == Qt.Key.Key_Escape and bar_open and not self._something_to_cancel():
                self.end_finding()
                return True
        return super().eventFilter(watched, event)

    def _put_bar_away(self) -> None:
        if self.bar is not None and not self.bar.isHidden():
            self.bar.hide()
            self._canvas.removeEventFilter(self)
            self._canvas.looking.covered = 0.0
            self.search.end()

    def _put_palette_away(self) -> None:
        if self.palette is not None:
            self.palette.hide()

    def _made_palette(self) -> "CommandPalette":
        from ui.finding.command_palette import CommandPalette
        from ui.finding.entries import Entries

        entries = Entries(self._canvas, self._state, self._actions, self._show_session, self._looks)
        palette = CommandPalette(entries, self.haystack, self._looks, self._desk)
        palette.left.connect(lambda: self._canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        return palette

    def _show_map(self) -> None:
        if self.map is None:
            from ui.finding.minimap import Minimap

            self.map = Minimap(self._canvas, self._looks, self._zoom.width())
        self.map.show()
        self.place()

    def _tell_corner(self) -> None:
        """Say how much of the board the zoom bar and the map lie over."""
        canvas, map_shown = self._canvas, self.map is not None and not self.map.isHidden()
        top = self.map if map_shown and self.map is not None else self._zoom
        canvas.looking.corner = (canvas.width() - self._zoom.x(), canvas.height() - top.y())

    def _on_focus(self, _old: QWidget | None, now: QWidget | None) -> None:
        """In every field of the desk that is written in, Ctrl+K is the palette's."""
        if isinstance(now, QLineEdit | QPlainTextEdit | QTextEdit) and self._desk.isAncestorOf(now):
            now.installEventFilter(self)

    @property
    def _zoom(self) -> QWidget:
        """The zoom bar, above which the map lies."""
        return self._zoom_bar()

    def _something_to_cancel(self) -> bool:
        state = self._state
        return bool(self._canvas.pointing.busy or state.tool is not Tool.SELECT or state.cards or state.links)

    def _step(self, way: int) -> None:
        if self.bar is None or not self.bar.isVisible():
            self.find_cards()
        self.search.step(way)
