"""Starting the app: one application, one window, and a session if one was named."""

from ui.beginning import end_beginning  # isort: skip  # before Qt is imported

import sys
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow
from ui.theme.theme import Theme


def make_application() -> QApplication:
    """The application object, named so that the system knows it."""
    # Asked for by argument: setStyle() would return, and PySide wrap, a QStyle with all its enums.
    application = QApplication.instance() or QApplication([sys.argv[0] or "trilliant", "-style", "Fusion"])
    assert isinstance(application, QApplication)
    application.setApplicationName("Trilliant")
    application.setApplicationDisplayName("Trilliant")
    application.setDesktopFileName("trilliant")
    return application


def make_window(application: QApplication) -> MainWindow:
    """The window with its theme, not yet shown."""
    window = MainWindow(Theme(application))
    end_beginning(window)
    return window


def run(path: Path | None = None) -> int:
    """Open the app, on a session if one is given; returns when the window is closed."""
    application = make_application()
    window = make_window(application)
    sys.excepthook = lambda kind, error, trace: _tell_fault(window, kind, error, trace)
    if path is not None:
        _open(window, path)
    window.show()
    QTimer.singleShot(0, window, lambda: _warm_up(window))
    return application.exec()


def _open(window: MainWindow, path: Path) -> None:
    """Open a session before the window is in sight; one that must be tried first after it, as that takes a while."""
    from workshop.session.known import is_known

    if is_known(path):
        window.open_path(path)
    else:
        QTimer.singleShot(0, window, lambda: window.open_path(path))


def _tell_fault(
    window: MainWindow, kind: type[BaseException], error: BaseException, trace: TracebackType | None
) -> None:
    """A fault of the program itself is told in the window and written to stderr; what people wrote is safe."""
    sys.__excepthook__(kind, error, trace)
    window.say(
        f"Something went wrong in Trilliant ({kind.__name__}). Your work is kept; please report what you did."
    )


def _warm_up(window: MainWindow) -> None:
    """In the first idle moment, build the graph that the first delete or link would wait for."""
    if window.desk is not None:
        _ = window.desk.session.workshop.board.graph
