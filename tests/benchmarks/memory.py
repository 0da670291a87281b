"""Resident memory with 10,000 cards shown, above the same app with an empty board."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.boards import large_board
from workshop.session.writing import write_session

CARDS = 10_000

SCRIPT = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
from ui.app import make_application, make_window
from ui.pictures import paint_fully
app = make_application()
window = make_window(app)
window.show()
window.open_path(Path(sys.argv[1]))
_ = window.desk.session.workshop.board.graph
for look in ("show_problem", "show_solution", "show_outcome", "show_board", "fit_all"):
    getattr(window.desk.board_actions, look)()
    paint_fully(window)
if "tour" in sys.argv:
    window.desk.board_actions.zoom_100()
    bounds = window.desk.canvas.scene.layout.bounds
    from ui.canvas.camera import Camera
    for y in range(int(bounds.y), int(bounds.bottom), 900):
        for x in range(int(bounds.x), int(bounds.right), 1400):
            window.desk.canvas.look(Camera(1.0, float(x), float(y)))
            paint_fully(window)
status = Path("/proc/self/status").read_text()
print(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))
window.close()
"""


def measure() -> list[dict[str, object]]:
    """A row with the megabytes of the large board and of the empty one."""
    folder = Path(tempfile.mkdtemp())
    write_session(folder / "empty.trilliant", [])
    write_session(folder / "large.trilliant", large_board(CARDS, CARDS // 2).records())
    empty, large = (_megabytes(folder / f"{name}.trilliant", folder) for name in ("empty", "large"))
    toured = _megabytes(folder / "large.trilliant", folder, "tour")
    return [
        {
            "name": "resident memory in all, after touring the whole board",
            "cards": CARDS,
            "median": round(toured, 1),
            "worst": round(toured, 1),
            "unit": "MB",
            "baseline": round(empty, 1),
            "ratio": round(toured / empty, 2),
        },
        {
            "name": "resident memory, above the empty app",
            "cards": CARDS,
            "median": round(large - empty, 1),
            "worst": round(large - empty, 1),
            "unit": "MB",
            "baseline": round(empty, 1),
            "ratio": round(large / empty, 2),
        },
    ]


def _megabytes(path: Path, folder: Path, *how: str) -> float:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "TRILLIANT_HOME": str(folder / "data")}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(path), *how],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
    )
    return int(done.stdout.split()[-1]) / 1024
