"""The desk: one open session with its board, bars and panel, and what is remembered of how it was looked at."""

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from ui.action_holders import ActionHolders
from ui.actions import enable_actions, ends_writing, give_canvas_its_actions, only_looks
from ui.board_actions import BoardActions
from ui.canvas.camera import Camera
from ui.canvas.canvas import Canvas
from ui.finding.seen import Seen
from ui.floating import ToolPalette, ZoomBar
from ui.notice_bar import NoticeBar
from ui.outline.outlining import Outlining
from ui.panels.panelling import Panelling
from ui.panels.side_panel import SidePanel
from ui.pasting.actions import PastingActions
from ui.present.door import PresentingDoor
from ui.remembering import Remembering
from ui.running.running import Running
from ui.settings import read_view
from ui.toast import Toast
from ui.top_bar import TopBar, filled_menu
from ui.voting.voting import Voting
from ui.whereabouts import place_in_view
from ui.window_state import ORIGIN, WindowState
from workshop.model.cards import CardKind
from workshop.model.text import short
from workshop.picture.palette import Palette
from workshop.picture.plan import Rect
from workshop.session.opening import OpenSession
from workshop.session.saving import SaveState

if TYPE_CHECKING:
    from ui.accessibility.exposing import Announcer
    from ui.field_kept import FieldKept
    from ui.finding.finding import Finding
    from ui.panels.torn_off import Place


class _SaverSignals(QObject):
    changed = Signal(object)


class Desk(QWidget):
    """Owns the open session; `title_changed` carries the line for the window's title."""

    title_changed = Signal(str)

    def __init__(self, session: OpenSession, actions: Mapping[str, QAction], looks: Palette) -> None:
        super().__init__()
        self.session = session
        self.state = WindowState(session.workshop)
        self.canvas = Canvas(self.state, looks, self)
        self.board_actions = BoardActions(self.state, self.canvas)
        self.pasting_actions = PastingActions(self.state, self.canvas, self)
        self._seen = Seen(session.path, self.canvas.scene.visible)
        self.outlining = Outlining(self, self.canvas, self.state, act=self.act, dock=self._dock)
        self.panelling = Panelling(
            self, self.canvas, panel=lambda: self.panel, reveal=self._reveal_panel, act=self.act
        )
        self.running = Running(self, self.canvas, actions, self.panelling.open)
        self.presenting = PresentingDoor(
            self, self.canvas, act=self.act, open_panel=self.panelling.open, enable=self._enable
        )
        self.voting = Voting(self, self.canvas)
        self._holders = ActionHolders(
            self.state,
            self.canvas,
            self.board_actions,
            self.pasting_actions,
            self.outlining,
            self.panelling,
            self.running,
            self.presenting,
            self.voting,
            late=lambda: self.finding,
        )
        self._actions = actions
        self._looks = looks
        self._panel_shown = True
        self._announcer: Announcer | None = None
        self._view_restored = False
        self._follow(actions)
        self._build(looks)
        self.canvas.first_painted.connect(self._on_first_painted, Qt.ConnectionType.QueuedConnection)
        self._follow_saver()
        self._enable()

    @cached_property
    def finding(self) -> "Finding":
        """The actions of finding; made once the board is in sight, where its map then lies."""
        from ui.finding.finding import Finding

        return Finding(
            self,
            self.canvas,
            self.state,
            self._actions,
            seen=self._seen,
            show_session=self._show_session,
            zoom=lambda: self._zoom,
        )

    def _follow(self, actions: Mapping[str, QAction]) -> None:
        """Listen to the window's state and to the canvas."""
        give_canvas_its_actions(actions, self.canvas)
        self._toast = Toast(self.canvas)
        self.state.message.connect(self._toast.say)
        self.state.selection_changed.connect(self._enable)
        self.state.board_changed.connect(self._seen.note)
        self.canvas.camera_changed.connect(self._show_place)
        self.canvas.resized.connect(self._on_canvas_resized)
        self.remembering = Remembering(self.session, self.state, self.canvas)

    def use_palette(self, looks: Palette) -> None:
        """Take other colours. Whatever has the keyboard keeps it, though all around the board is made anew."""
        from ui.field_kept import FieldKept

        kept = FieldKept(self)
        with self.canvas.writing.kept():
            self._make_anew(looks, kept)
        kept.take_up()

    def _make_anew(self, looks: Palette, kept: "FieldKept") -> None:
        from ui.settling import settle_fields

        self._looks = looks
        self.presenting.use_palette(looks)
        settle_fields((self.window(), *self.panel.windows))
        places = self.panel.places()
        self.panel.put_back_all()
        for widget in (self.top_bar, self.notice, self._middle, self._tools, self._zoom):
            widget.hide()  # or Qt shows, as windows, those that wait to be shown since a change just before
            widget.setParent(None)
            widget.deleteLater()
        layout = self.layout()
        assert layout is not None
        QWidget().setLayout(layout)
        self.canvas.use_palette(looks)
        self._build(looks)
        self._show_saving(self.session.saver.state if self.session.saver else None)
        self._place_floating()
        self._show_place()
        self._tools.show()
        self._zoom.show()
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.finding.use_palette(looks)
        self.outlining.use_palette(looks)
        QTimer.singleShot(0, self.panel, lambda: self._furnish(looks, places, kept))  # once it is in sight
        self.pasting_actions.use_palette()
        self.voting.use_palette()

    def _furnish(self, looks: Palette, places: "list[Place]", kept: "FieldKept") -> None:
        self.panelling.furnish(looks, places)
        kept.take_up()

    def act(self, name: str) -> None:
        """Carry out an action of the board by its name. A gesture under way ends with nothing changed.

        The board has all that was written by then, as a step of its own, in fields too unless the action only looks;
        what is about a new card left empty, which goes, is not done.
        """
        self.canvas.pointing.cancel()
        if not only_looks(name):
            self.state.settle()
        if self.canvas.writing.give(ending=ends_writing(name)):
            getattr(self._holders.holder_of(name), name)()

    def can(self, name: str) -> bool:
        """Whether there is an action of the board with this name."""
        return self._holders.holder_of(name) is not None

    def toggle_panel(self) -> None:
        """Show or hide the panel."""
        self._panel_shown = not self._panel_shown
        self.panel.setVisible(self._panel_shown)
        self.panel.refresh()

    def _reveal_panel(self) -> None:
        if not self._panel_shown:
            self.toggle_panel()

    def _show_session(self) -> None:
        """Show the panel of the session, which is there when nothing is selected."""
        self.state.select()
        self.panelling.open("chosen")

    def settle(self) -> None:
        """Have the board take everything that is being written, on it and in the panels."""
        from ui.settling import let_go

        self.canvas.writing.end()
        let_go((self.window(), *self.panel.windows))

    def close_session(self) -> bool:
        """Finish writing and saving; whether the file has everything."""
        self.settle()
        if self._announcer is not None:
            self._announcer.end()
        self.running.end()
        self.presenting.leave()
        self.remembering.remember_closed()
        self._seen.remember()
        self.state.close()
        if self.session.saver:
            self.session.saver.on_state = lambda _state: None
        return self.session.close()

    def showEvent(self, event: QShowEvent) -> None:
        """The first time, once the canvas has its size, look where the session was looked at."""
        super().showEvent(event)
        if not self._view_restored:
            self._restore_view()
        self._place_floating()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the board its share beside the panels, however large their words are."""
        super().resizeEvent(event)
        self.panel.fit(self.width())
        self.outlining.fit(self.width())

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """The menu of what is under the pointer, or of the selection when a key asks for it."""
        from ui.context_menu import asked_menu

        names, at = asked_menu(self.canvas, event)
        menu = filled_menu(QMenu(self), names, self._actions, self._looks)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _build(self, looks: Palette) -> None:
        self.top_bar = TopBar(self.state, self._actions, looks)
        self.top_bar.left.connect(lambda: self.canvas.setFocus(Qt.FocusReason.OtherFocusReason))
        self.notice = NoticeBar(self.session.notices, len(self.session.offered), self.session.problems)
        self.notice.copy_wanted.connect(self._actions["save_copy"].trigger)
        self.notice.offer_taken.connect(self._take_offer)
        self.panel = SidePanel(self.state, looks)
        self.panel.card_chosen.connect(self._go_to)
        self.panel.fit(self.width())
        self._middle = QWidget()
        row = QHBoxLayout(self._middle)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.canvas, 1)
        row.addWidget(self.panel)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top_bar)
        column.addWidget(self.notice)
        column.addWidget(self._middle, 1)
        self.panel.setVisible(self._panel_shown)
        self._tools = ToolPalette(self.state, self._actions, looks, self.canvas)
        self._zoom = ZoomBar(self.canvas, self._actions, looks)
        self.running.furnish(self.top_bar, looks)

    def _dock(self, panel: QWidget) -> None:
        """Put a panel at the left of the board."""
        row = self._middle.layout()
        assert isinstance(row, QHBoxLayout)
        row.insertWidget(0, panel)
        before: QWidget = self.top_bar.last
        for widget in (w for w in panel.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus):
            self.setTabOrder(before, widget)
            before = widget

    def _place_floating(self) -> None:
        canvas = self.canvas
        self._tools.move(16, max(16, (canvas.height() - self._tools.height()) // 2))
        self._zoom.move(canvas.width() - self._zoom.width() - 16, canvas.height() - self._zoom.height() - 16)
        self._toast.place()
        if "finding" in self.__dict__:
            self.finding.place()

    def _on_canvas_resized(self) -> None:
        self._show_place()
        if self.layout() is None:
            return
        self._place_floating()
        if not self._view_restored and self.isVisible():
            self._restore_view()

    def _restore_view(self) -> None:
        """Look where the session was looked at last, else at the first diamond."""
        self._view_restored = True
        view = read_view(self.session.path)
        if view is None:
            self.board_actions.show_problem()
            self.canvas.looking.begin_anew()
            return
        self.canvas.look(Camera(view.zoom, view.x, view.y))
        self.canvas.looking.begin_anew()
        if view.writer in self.session.workshop.board.participants:
            self.state.write_as(view.writer)
        if view.kind in list(CardKind):
            self.state.kind = CardKind(view.kind)

    def _go_to(self, card: str) -> None:
        self.canvas.bring_up(card)
        rect = self.canvas.scene.cards.rect(card)
        if rect:
            self.state.select({card})
            self.canvas.looking.reveal(rect)

    def _enable(self) -> None:
        cards, links = len(self.state.cards), len(self.state.links)
        enable_actions(self._actions, board=True, cards=cards, links=links, presenting=self.presenting.on)

    def _on_first_painted(self) -> None:
        """With the board in sight, what else is needed may take its time."""
        self.canvas.editor.textChanged.connect(self._on_typed)
        self.finding.begin()
        self.outlining.begin()
        self.panelling.begin()
        self.running.begin()
        self._announcer = _exposed(self.canvas)
        self.panel.refresh()

    def _show_place(self) -> None:
        area = self.canvas.rect()
        view = self.canvas.camera.rect_to_board(Rect(0, 0, area.width(), area.height()))
        self.top_bar.show_place(place_in_view(self.canvas.scene.layout, view))

    def _follow_saver(self) -> None:
        saver = self.session.saver
        self._signals = _SaverSignals()
        self._signals.changed.connect(self._show_saving, Qt.ConnectionType.QueuedConnection)
        if saver is not None:
            saver.on_state = self._signals.changed.emit
        self._show_saving(saver.state if saver else None)
        self.state.unsaid_changed.connect(lambda: self._show_saving(saver.state if saver else None))
        self.state.board_changed.connect(lambda _change: self.refresh_title())

    def _show_saving(self, state: SaveState | None) -> None:
        """Say truthfully how saving stands; the state asked for last counts."""
        saver = self.session.saver
        if saver is None or state is None:
            self._saving = "Not saved: opened to look at"
        elif saver.state.error:
            self._saving = saver.state.error
        elif self.state.unsaid:
            self._saving = "Still being written"
        elif saver.state.all_saved and not self.canvas.writing.unsaved:
            self._saving = f"All changes saved · {datetime.now():%H:%M}"
        else:
            self._saving = "Saving…"
        trouble = saver.state.error if saver else ""
        self.top_bar.show_saving("Not saved" if trouble else self._saving, trouble=bool(trouble))
        self.notice.show_trouble(trouble)
        self.refresh_title()

    def _on_typed(self) -> None:
        """Letters that the board does not have yet are not saved, so nothing may say that they are."""
        if self.session.saver is not None and self.canvas.writing.unsaved:
            self._show_saving(self.session.saver.state)

    def _take_offer(self) -> None:
        self.state.do(lambda: self.session.take_offer(origin=ORIGIN))

    def refresh_title(self) -> None:
        """Tell the window's title again."""
        title = short(self.session.workshop.board.session.title, 80) or "Untitled workshop"
        self.title_changed.emit(f"{title} – {self._saving} – Trilliant")


def _exposed(canvas: Canvas) -> "Announcer":
    """The board made known to screen readers, which the first paint need not wait for."""
    from ui.accessibility.exposing import expose

    return expose(canvas)
