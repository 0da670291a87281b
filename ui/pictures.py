"""Bringing a window to rest, so that a picture of it shows everything."""

from PySide6.QtCore import QElapsedTimer, QEventLoop
from PySide6.QtWidgets import QApplication

from ui.main_window import MainWindow

LONGEST_MS = 5_000


def paint_fully(window: MainWindow) -> None:
    """Handle events until the board shows every card in full and all is saved, a few seconds at most."""
    clock = QElapsedTimer()
    clock.start()
    while clock.elapsed() < LONGEST_MS:
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        desk = window.desk
        if desk is None:
            return
        saved = desk.session.saver is None or desk.session.saver.state.all_saved
        if saved and desk.canvas.at_rest:
            QApplication.processEvents()
            return
