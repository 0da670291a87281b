"""From the start of the process to the first window, the home screen and the sample board, against a bare Qt window."""

import os
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

RUNS = 9

BARE = """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication([])
class Window(QMainWindow):
    def paintEvent(self, event):
        report()
window = Window()
window.resize(1600, 1000)
window.show()
app.exec()
"""

FIRST = """
from ui.app import make_application, make_window
app = make_application()
window = make_window(app)
window.centralWidget().paintEvent = lambda event: report()
window.show()
app.exec()
"""

HOME = """
from ui.app import make_application, make_window
app = make_application()
window = make_window(app)
window.show()
window.home.paintEvent = lambda event: report()
app.exec()
"""

BOARD = """
from pathlib import Path
from ui.app import make_application, make_window
app = make_application()
window = make_window(app)
window.open_path(Path(sys.argv[1]))
window.show()
window.desk.canvas.first_painted.connect(report)
app.exec()
"""

FRAME = """
import os, sys, time
began = float(os.environ["BEGAN"])
def report():
    sys.stdout.write(str(time.time() - began))
    sys.stdout.flush()
    os._exit(0)
"""


def measure() -> list[dict[str, object]]:
    """Rows for the first window and the sample board, each in turn with the bare window."""
    from workshop.imports.sample import sample_records
    from workshop.session.writing import write_session

    folder = Path(tempfile.mkdtemp())
    sample = folder / "sample.trilliant"
    write_session(sample, sample_records())
    scripts = {"bare": BARE, "first": FIRST, "home": HOME, "board": BOARD}
    times: dict[str, list[float]] = {name: [] for name in scripts}
    for run in range(RUNS + 1):
        for name, script in scripts.items():
            taken = _milliseconds(script, sample, folder)
            if run:
                times[name].append(taken)
    bare = statistics.median(times["bare"])
    return [
        _row("start to first painted window", times["first"], bare),
        _row("start to the home screen shown", times["home"], bare),
        _row("start to the sample board shown", times["board"], bare),
    ]


def _milliseconds(script: str, sample: Path, folder: Path) -> float:
    import time

    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen"),
        "TRILLIANT_HOME": str(folder / "data"),
        "BEGAN": str(time.time()),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed app has its bytecode
    done = subprocess.run(
        [sys.executable, "-c", FRAME + script, str(sample)],
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(done.stdout) * 1000


def _row(name: str, times: list[float], bare: float) -> dict[str, object]:
    return {
        "name": name,
        "cards": 59 if "board" in name else 0,
        "median": round(statistics.median(times), 1),
        "worst": round(max(times), 1),
        "unit": "ms",
        "baseline": round(bare, 1),
        "ratio": round(statistics.median(times) / bare, 2),
    }
