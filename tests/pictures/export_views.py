"""The views of exports: a PDF with its pages, pictures of the board and of parts of it, and closing meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import cast

from PySide6.QtCore import QCoreApplication, QEventLoop, QObject, Signal
from PySide6.QtWidgets import QListWidget, QPushButton

from tests.pictures.stage import Stage
from ui.dialogs.closing_sheet import ClosingSheet
from ui.dialogs.export_frame import ExportFrame
from ui.exporting import Export
from workshop.model.diamonds import Phase

_PATIENCE = 5_000
"""Events that are waited for before it is said that the preview is not drawn."""


def prepared(stage: Stage) -> None:
    """The sheets of a PDF, of a picture of the board, and of a transparent one of a phase."""
    actions, state = stage.window.actions_by_name, stage.desk.state
    actions["export_pdf"].trigger()
    pages = _sheet(stage).findChild(QListWidget, "exportPages")
    _wait(lambda: pages.count() > 0 and not pages.item(pages.count() - 1).icon().isNull())
    _taken(stage, "export-pdf")
    actions["export_picture"].trigger()
    _wait(lambda: "B" in _told(stage))
    _taken(stage, "export-picture")
    state.choose_phase(Phase.DEFINE)
    actions["picture_of_phase"].trigger()
    for name in ("picture_transparent", "scale_2"):
        _sheet(stage).findChild(QPushButton, name).click()
    _wait(lambda: "1,736" in _told(stage) and "B" in _told(stage))
    _taken(stage, "export-picture-of-phase")


def closing(stage: Stage) -> None:
    """The sheet while the window waits with closing until an export is written."""
    half = _Half(stage.window)
    sheet = ClosingSheet(cast("Export", half), stage.window)
    half.progressed.emit(0.5, "")
    stage.take("export-closing")
    sheet.leave()
    half.deleteLater()
    stage.settle()


class _Half(QObject):
    """An export of which one half is written, and stays so."""

    progressed = Signal(float, str)
    ended = Signal(str)
    path, warnings = Path("Self-service onboarding.pdf"), ()


def _sheet(stage: Stage) -> ExportFrame:
    (sheet,) = [one for one in stage.window.findChildren(ExportFrame) if one.isVisible()]
    return sheet


def _told(stage: Stage) -> str:
    return _sheet(stage).told


def _wait(done: Callable[[], bool]) -> None:
    """Wait for the process that draws."""
    for _ in range(_PATIENCE):
        if done():
            return
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    raise TimeoutError("The preview is not drawn.")


def _taken(stage: Stage, name: str) -> None:
    stage.take(name)
    _sheet(stage).leave()
    stage.settle()
