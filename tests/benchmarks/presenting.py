"""Panning and writing with a projector that follows against the same without one: real events, timed to painted."""

import os
import statistics
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from tests.benchmarks.boards import large_board

if TYPE_CHECKING:
    from tests.benchmarks.driving import Driver
    from ui.main_window import MainWindow

CARDS = 1_000
STEPS = 60
SIZE, PROJECTOR = (1600, 1000), (1920, 1080)


def measure() -> list[dict[str, object]]:
    """A row for each step. Baseline and ratio are of means, as the projector is painted only every few steps."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TRILLIANT_HOME"] = tempfile.mkdtemp()
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.driving import Driver
    from ui.app import make_application, make_window
    from workshop.session.writing import write_session

    path = Path(tempfile.mkdtemp()) / "board.trilliant"
    write_session(path, large_board(CARDS, CARDS // 2).records())
    window = make_window(make_application())
    window.resize(*SIZE)
    window.show()
    window.open_path(path)
    QApplication.processEvents()
    driver = Driver(window)
    alone = _steps(driver)
    _present(window)
    followed = _steps(driver)
    window.close()
    return [_row(name, followed[name], statistics.fmean(alone[name])) for name in alone]


def _steps(driver: "Driver") -> dict[str, list[float]]:
    """Milliseconds of each step; the first round fills the caches."""
    driver.pan(STEPS, near=True)
    return {
        "pan near": driver.pan(STEPS, near=True),
        "pan far": driver.pan(STEPS, near=False),
        "type": driver.type_letters(STEPS // 2),
    }


def _present(window: "MainWindow") -> None:
    """A projector as large as most are."""
    from PySide6.QtCore import QRect
    from PySide6.QtWidgets import QWidget

    from ui.present.screens import Place, Screens

    class Second(Screens):
        def other_than(self, window: QWidget) -> Place | None:
            return Place(QRect(3_000, 0, *PROJECTOR))

    assert window.desk is not None
    window.desk.presenting.screens = Second(window.desk)
    window.desk.act("present")


def _row(name: str, times: list[float], baseline: float) -> dict[str, object]:
    mean = statistics.fmean(times)
    return {
        "name": f"presenting: {name}, the projector following",
        "cards": CARDS,
        "median": round(statistics.median(times), 2),
        "worst": round(max(times), 2),
        "unit": "ms",
        "baseline": round(baseline, 2),
        "ratio": round(mean / baseline, 2),
    }
