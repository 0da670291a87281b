"""The window: the home screen or a desk, and what the actions of the whole window do.

What the home screen does not need is imported when it is first used: the first window is there in half the time.
"""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from ui.actions import enable_actions, make_actions
from ui.new_workshop import NewWorkshop
from ui.theme.theme import Theme, ThemeChoice
from ui.toast import Toast
from workshop.errors import OpeningCancelled, WorkshopError
from workshop.picture.palette import Palette

if TYPE_CHECKING:
    from ui.desk import Desk
    from ui.export_door import ExportDoor
    from ui.exporting import Export
    from ui.home.home import Home
    from ui.opening import Opening
    from ui.vetted import Vetted

SUFFIX = ".trilliant"
FILTER = "Trilliant sessions (*.trilliant)"
OPEN_FILTER = "Sessions, and PDFs that carry one (*.trilliant *.pdf)"

SAVING_SECONDS = 2.0
"""How long closing waits for a file that is taking changes, before it asks."""


class MainWindow(QMainWindow):
    """Holds at most one desk; opening another session closes the first."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.setWindowTitle("Trilliant")
        self.resize(1600, 1000)
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self._theme = theme
        self.desk: Desk | None = None
        self._blank: Path | None = None
        self._opening: Opening | None = None
        self.actions_by_name = make_actions(self, self._run)
        self.pages = QStackedWidget()
        self.setCentralWidget(self.pages)
        self._home: Home | None = None
        self._toast = Toast(self)
        theme.changed.connect(self._on_theme)
        enable_actions(self.actions_by_name, board=False, cards=0, links=0)

    @property
    def home(self) -> "Home":
        """The home screen, made when it is first shown."""
        if self._home is None:
            from ui.home.home import Home

            self._home = Home(self._theme.palette)
            self._home.new_wanted.connect(self.create_workshop)
            self._home.open_wanted.connect(self.open_session)
            self._home.sample_wanted.connect(self.open_sample)
            self._home.session_wanted.connect(self.open_path)
            self.pages.addWidget(self._home)
        return self._home

    def paintEvent(self, event: QPaintEvent) -> None:
        """Without a session, the home screen, right after the window itself is there."""
        super().paintEvent(event)
        if self.pages.count() == 0:
            QTimer.singleShot(0, self, self._show_home)

    def open_path(self, path: Path, *, leave_unsaved: bool = False) -> bool:
        """Open a session file, or the one in a PDF; a refusal is told and the window stays as it is. Whether it opened.

        With `leave_unsaved`, nobody is asked about work that the present session's file does not take.
        """
        if self.desk and self.desk.session.path == path.resolve():
            return True
        if self._is_opening():
            return False
        from ui.desk import Desk
        from workshop.session.opening import open_session

        try:
            vetted = self._vetted(path)
            if self.desk and self.desk.session.path == vetted.path:
                return True
            session = open_session(vetted.path)
        except WorkshopError as error:
            if not isinstance(error, OpeningCancelled):
                self.say(str(error))
            return False
        session.notices.extend(vetted.notices)
        if not leave_unsaved and not self._may_leave():
            session.close()
            vetted.forget()
            return False
        self._leave_desk()
        self.desk = Desk(session, self.actions_by_name, self._theme.palette)
        self.desk.title_changed.connect(self.setWindowTitle)
        self.pages.addWidget(self.desk)
        self.pages.setCurrentWidget(self.desk)
        self.desk.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.refresh_title()
        return True

    def create_workshop(self, wanted: NewWorkshop) -> None:
        """Make a session file with what was filled in, and open it on the board."""
        from ui.sessions import new_session_file

        if self._is_opening():
            return
        try:
            self.open_path(new_session_file(wanted))
        except WorkshopError as error:
            self.say(str(error))

    def say(self, sentence: str) -> None:
        """Show a passing message."""
        self._toast.say(sentence)

    def new_session(self) -> None:
        """Be on an empty board in one step."""
        self.create_workshop(NewWorkshop())
        self._blank = self.desk.session.path if self.desk else None

    def open_session(self) -> None:
        """Choose a session file."""
        from PySide6.QtWidgets import QFileDialog

        from ui.folders import documents_folder

        name, _ = QFileDialog.getOpenFileName(self, "Open a session", str(documents_folder()), OPEN_FILTER)
        if name:
            self.open_path(Path(name))

    def open_sample(self) -> None:
        """Open the sample workshop, a copy that may be changed."""
        from ui.sessions import sample_session_file

        try:
            self.open_path(sample_session_file())
        except WorkshopError as error:
            self.say(str(error))

    def save_copy(self) -> None:
        """Write the session as it is on the board to another file, and go on there."""
        assert self.desk is not None
        self.desk.settle()
        path = self.desk.session.path
        suggested = path.with_name(f"{path.stem} copy{SUFFIX}")
        target = self._chosen_target("Save a copy", suggested, FILTER, SUFFIX)
        if target is None:
            return
        from workshop.session.writing import write_session

        try:
            write_session(target, self.desk.session.workshop.board.records())
            self.open_path(target, leave_unsaved=True)
        except WorkshopError as error:
            self.say(str(error))

    @cached_property
    def exports(self) -> "ExportDoor":
        """Where exports are prepared and run."""
        from ui.export_door import ExportDoor

        return ExportDoor(self, lambda *asked: self._chosen_target(*asked))

    def export_pdf(self) -> None:
        """Choose what the PDF shall be, with its pages in sight."""
        from ui.dialogs.export_scopes import Wish

        self.exports.prepare_paper(Wish.BOARD)

    @property
    def exporting(self) -> bool:
        """Whether an export is running."""
        return self.exports.busy

    def export_to(self, path: Path) -> "Export":
        """Write what the end of the name says, the summary for a plain PDF, of the board as it is now."""
        return self.exports.run(path)

    def close_session(self) -> None:
        """Back to the home screen; with work that the file does not take, ask first."""
        if not self._may_leave():
            return
        self._leave_desk()
        self.home.show_with(self._theme.palette)
        self.pages.setCurrentWidget(self.home)
        self.setWindowTitle("Trilliant")
        enable_actions(self.actions_by_name, board=False, cards=0, links=0)

    def quit(self) -> None:
        """Close the window."""
        self.close()

    def toggle_panel(self) -> None:
        """Show or hide the panel beside the board."""
        if self.desk:
            self.desk.toggle_panel()

    def writing_as(self) -> None:
        """Ask who writes now."""
        if self.desk:
            self.desk.top_bar.writing_as.ask()

    def toggle_theme(self) -> None:
        """Switch between light and dark."""
        self._theme.next_choice()

    def follow_system_theme(self) -> None:
        """Be light or dark as the system is."""
        self._theme.choose(ThemeChoice.SYSTEM)

    def ease(self) -> None:
        """Ask how large words are, how strongly things stand out, and whether they move."""
        from ui.theme.ease_menu import open_ease_menu

        open_ease_menu(self, self._theme)

    def show_shortcuts(self) -> None:
        """Show the table of shortcuts."""
        from ui.dialogs.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take a session file that is dragged here, and on the board what can become cards."""
        from ui.pasting.dropping import may_be_dropped

        if may_be_dropped(event, board=self.desk is not None):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open or put on the board what was dropped."""
        from ui.pasting.dropping import drop

        drop(self, event)
        event.acceptProposedAction()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Finish saving and exporting before the window goes; with work that the file does not take, ask first."""
        if not self._may_leave() or ("exports" in self.__dict__ and self.exports.holds_window()):
            event.ignore()
            return
        if self._opening is not None:
            self._opening.cancel()
        self._leave_desk()
        if "exports" in self.__dict__:
            self.exports.stop()
        event.accept()

    def _run(self, name: str) -> None:
        if hasattr(self, name):
            getattr(self, name)()
        elif self.desk is not None:
            self.desk.act(name)

    def _vetted(self, path: Path) -> "Vetted":
        """Wait, with a sign of progress, until a file that was not saved here was tried. Raises what refuses it."""
        from ui.vetted import Vetted
        from workshop.session.known import is_known

        if is_known(path) or not path.is_file():
            return Vetted(path)
        from ui.opening import Opening

        self._opening = Opening(path, self)
        try:
            return self._opening.wait()
        finally:
            self._opening = None

    def _is_opening(self) -> bool:
        """Whether another file is still being tried, which is told."""
        if self._opening is not None:
            self.say("Another session is still being opened; wait for it or cancel it first.")
        return self._opening is not None

    def _leave_desk(self) -> None:
        if "exports" in self.__dict__:
            self.exports.leave()
        desk, self.desk = self.desk, None
        if desk is None:
            return
        desk.close_session()
        if desk.remembering.never_used and desk.session.path == self._blank:
            desk.session.path.unlink(missing_ok=True)
        self.pages.removeWidget(desk)
        desk.deleteLater()

    def _may_leave(self) -> bool:
        """Whether the desk may be left: everything is in the file, or people say so."""
        if self.desk is None or self.desk.session.saver is None:
            return True
        self.desk.settle()
        saver = self.desk.session.saver
        saver.wait_for(lambda state: state.all_saved or bool(state.error), SAVING_SECONDS)
        if saver.state.all_saved:
            return True
        return self._leave_unsaved(saver.state.error or "Not everything is saved yet.")

    def _leave_unsaved(self, why: str) -> bool:
        """Ask what becomes of work that the file does not take."""
        from ui.dialogs.leaving import Leaving, ask_unsaved

        answer = ask_unsaved(self, why)
        if answer is Leaving.COPY:
            self.save_copy()
        return answer is Leaving.LEAVE

    def _chosen_target(self, title: str, suggested: Path, kinds: str, suffix: str) -> Path | None:
        """Where to write, with its suffix. The dialog asks before it replaces a file, but only by the name as typed."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self, title, str(suggested), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == suffix:
            return path
        path = path.with_name(path.name + suffix)
        if path.exists():
            self.say(f"{path.name} exists already; choose it in the list to replace it.")
            return None
        return path

    def _show_home(self) -> None:
        if self.desk is None:
            self.pages.setCurrentWidget(self.home)

    def _on_theme(self, looks: Palette) -> None:
        if self.desk is not None:
            self.desk.use_palette(looks)
        elif self._home is not None:
            self._home.show_with(looks)
