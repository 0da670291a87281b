"""Steps of the canvas as a user makes them: real wheel, mouse and key events on a shown window, timed to painted.

Run as `python -m tests.benchmarks.canvas [--cards N …] [--json]`.
"""

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.benchmarks.boards import large_board

STEPS = 40
SIZE = (1600, 1000)
SIZES = (100, 1_000, 10_000, 50_000)
DOUBLED = 10_000


def measure_sizes(sizes: tuple[int, ...]) -> list[dict[str, object]]:
    """A row for each step and size: name, cards, median and worst in milliseconds."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["TRILLIANT_HOME"] = tempfile.mkdtemp()
    rows: list[dict[str, object]] = []
    for cards in sizes:
        rows.extend(_measure_board(cards))
    return rows


def measure() -> list[dict[str, object]]:
    """The rows of all sizes, and of DOUBLED cards on a screen of two device pixels a pixel against one."""
    rows = measure_sizes(SIZES)
    single = {row["name"]: row for row in rows if row["cards"] == DOUBLED}
    environment = {**os.environ, "QT_SCALE_FACTOR": "2"}
    command = [sys.executable, "-m", "tests.benchmarks.canvas", "--cards", str(DOUBLED), "--json"]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    for row in json.loads(done.stdout):
        baseline = float(str(single[row["name"]]["median"]))
        name = str(row["name"]).replace("canvas:", "canvas at ratio 2:")
        rows.append({**row, "name": name, "baseline": baseline, "ratio": round(row["median"] / baseline, 2)})
    return rows


def _measure_board(cards: int) -> Iterator[dict[str, object]]:
    from PySide6.QtWidgets import QApplication

    from tests.benchmarks.driving import Driver
    from ui.app import make_application, make_window
    from workshop.session.writing import write_session

    application = make_application()
    path = Path(tempfile.mkdtemp()) / "board.trilliant"
    write_session(path, large_board(cards, cards // 2).records())
    window = make_window(application)
    window.resize(*SIZE)
    window.show()
    window.activateWindow()
    began = time.perf_counter()
    window.open_path(path)
    QApplication.processEvents()
    yield _row("open and paint", cards, [(time.perf_counter() - began) * 1000])
    driver = Driver(window)
    steps: tuple[tuple[str, Callable[[], list[float]]], ...] = (
        ("pan, near", lambda: driver.pan(STEPS, near=True)),
        ("pan, whole board", lambda: driver.pan(STEPS, near=False)),
        ("zoom, from near to far", lambda: driver.zoom(STEPS)),
        ("drag a card, near", lambda: driver.drag(STEPS, near=True)),
        ("drag a card, whole board", lambda: driver.drag(STEPS, near=False)),
        ("drag 500 cards, whole board", lambda: driver.drag_many(STEPS)),
        ("select all", lambda: driver.select_all(STEPS // 2)),
        ("hover", lambda: driver.hover(STEPS)),
        ("light a thread", lambda: driver.light_threads(STEPS // 2)),
        ("N to the cursor", lambda: driver.begin_cards(STEPS // 2)),
        ("type a letter", lambda: driver.type_letters(STEPS)),
        ("edit: discipline by Alt+1…3", lambda: driver.change_discipline(STEPS)),
    )
    for name, run in steps:
        yield _row(name, cards, run())
    window.close()


def _row(name: str, cards: int, times: list[float]) -> dict[str, object]:
    return {
        "name": f"canvas: {name}",
        "cards": cards,
        "median": round(statistics.median(times), 2),
        "worst": round(max(times), 2),
        "unit": "ms",
        "baseline": None,
        "ratio": None,
    }


def main() -> None:
    """Print the table, or the same as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--cards", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    rows = measure_sizes(tuple(chosen.cards))
    if chosen.json:
        json.dump(rows, sys.stdout, indent=1)
        return
    for row in rows:
        sys.stdout.write(
            f"{row['cards']:>7} cards  {row['name']:<36} {row['median']:>8} ms  worst {row['worst']:>8} ms\n"
        )


if __name__ == "__main__":
    main()
