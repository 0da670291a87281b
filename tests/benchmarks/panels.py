"""Scrolling a panel's list of 10,000 rows against one of 100: real turns of the wheel, timed to painted."""

import os
import statistics
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QWheelEvent

    from ui.panels.row_list import RowList

STEPS = 60
FEW, MANY = 100, 10_000


def measure() -> list[dict[str, object]]:
    """A row for each length of the list; the short one is the baseline of the long one."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    few, many = _scrolled(FEW), _scrolled(MANY)
    baseline = statistics.median(few)
    return [_row(FEW, few, baseline), _row(MANY, many, baseline)]


def _scrolled(count: int) -> list[float]:
    """Milliseconds of each turn of the wheel, down and up again."""
    from PySide6.QtWidgets import QApplication

    from ui.app import make_application

    application = make_application()
    rows = _list(count)
    QApplication.processEvents()
    times = []
    for step in range(STEPS):
        event = _turn(down=step < STEPS // 2)
        began = time.perf_counter()
        application.sendEvent(rows.viewport(), event)
        application.processEvents()
        times.append((time.perf_counter() - began) * 1000)
    rows.close()
    return times


def _list(count: int) -> "RowList":
    from ui.panels.row import TextRow
    from ui.panels.row_list import RowList
    from workshop.picture.palette import LIGHT

    class Row(TextRow):
        def show_record(self) -> None:
            self.tell(
                f"Finding {self.key}", "why it holds, in words of the board " * 3, [("Show", lambda: None)]
            )

    rows = RowList(lambda key: Row(key, LIGHT))
    rows.resize(324, 640)
    rows.show()
    rows.show_rows([str(number) for number in range(count)])
    return rows


def _turn(*, down: bool) -> "QWheelEvent":
    from PySide6.QtCore import QPoint, QPointF, Qt
    from PySide6.QtGui import QWheelEvent

    at, turn = QPointF(100, 100), QPoint(0, -120 if down else 120)
    none, phase = Qt.MouseButton.NoButton, Qt.ScrollPhase.NoScrollPhase
    return QWheelEvent(at, at, QPoint(), turn, none, Qt.KeyboardModifier.NoModifier, phase, False)


def _row(count: int, times: list[float], baseline: float) -> dict[str, object]:
    return {
        "name": f"panel: a turn of the wheel over {count} rows",
        "cards": count,
        "median": round(statistics.median(times), 2),
        "worst": round(max(times), 2),
        "unit": "ms",
        "baseline": round(baseline, 2),
        "ratio": round(statistics.median(times) / baseline, 2),
    }
