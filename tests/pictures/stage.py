"""The stage for pictures: one window that is put into each view, painted in full, checked and grabbed."""

import time
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from tests.pictures.plan_checks import problems_of_board
from tests.pictures.widget_checks import larger_than, problems_of
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.theme.theme import Theme, ThemeChoice
from workshop.model.record import Record
from workshop.session.writing import write_session

PATIENCE = 40.0
"""Seconds that a view may take to be painted in full."""

_ROUNDS = 4
"""Times that waiting events are delivered: layouts within layouts ask for one another."""


class Stage:
    """Makes the pictures of one theme and size; `problems` are sentences about what is wrong in them."""

    def __init__(
        self, application: QApplication, folder: Path, sessions: Path, *, dark: bool, size: QSize
    ) -> None:
        self._theme = Theme(application)
        self._theme.choose(ThemeChoice.DARK if dark else ThemeChoice.LIGHT)
        self._folder = folder
        self._sessions = sessions
        self._size = size
        self._suffix = f"{'dark' if dark else 'light'}-{size.width()}x{size.height()}"
        self.window = MainWindow(self._theme)
        self.window.resize(size)
        self.window.show()
        self.window.activateWindow()
        self.problems: list[str] = []
        self.settle()

    @property
    def desk(self) -> Desk:
        """The desk of the open session."""
        assert self.window.desk is not None
        return self.window.desk

    def open(self, name: str, records: Iterable[Record]) -> None:
        """Open a session with these records, left as it is if it was opened before."""
        path = self.path(name)
        if not path.exists():
            write_session(path, records)
        self.window.open_path(path)
        self.settle()

    def path(self, name: str) -> Path:
        """The session file of this name."""
        return self._sessions / f"{name}.trilliant"

    def take(self, name: str, *popups: QWidget) -> None:
        """Paint in full, check, and keep a picture of the window with what popped up over it."""
        self.settle()
        title = f"{name}-{self._suffix}"
        found = [problem for widget in (self.window, *popups) for problem in problems_of(widget)]
        found += [problem for popup in (self.window, *popups) for problem in larger_than(popup, self._size)]
        if self.window.desk is not None:
            found += problems_of_board(self.desk.canvas.scene, self._theme.palette)
        self.problems += [f"{title}: {problem}" for problem in dict.fromkeys(found)]
        self._composed(popups).save(str(self._folder / f"{title}.png"))

    def keep(self, name: str, window: QWidget) -> None:
        """Keep a picture of another window."""
        window.grab().save(str(self._folder / f"{name}-{self._suffix}.png"))

    def settle(self) -> None:
        """Wait until nothing is left to be painted."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            for _ in range(_ROUNDS):
                QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
                QCoreApplication.processEvents()
            if self.window.desk is None or self.desk.canvas.at_rest:
                return
        raise TimeoutError("The board is not painted in full.")

    @property
    def theme(self) -> Theme:
        """The theme of the window."""
        return self._theme

    def close(self) -> None:
        """Close the window."""
        self.window.close()
        self.window.deleteLater()
        self._theme.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()

    def _composed(self, popups: Iterable[QWidget]) -> QPixmap:
        picture = self.window.grab()
        origin = self.window.mapToGlobal(QPoint(0, 0))
        painter = QPainter(picture)
        for popup in popups:
            painter.drawPixmap(popup.mapToGlobal(QPoint(0, 0)) - origin, popup.grab())
        painter.end()
        return picture
