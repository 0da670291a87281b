"""Times pictures of 1,000 cards: the PNG against the library drawing a page that is there, the SVG, and memory."""

import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

import pypdfium2

from exports.pdf.document import export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.pictures.options import PictureOptions
from exports.pictures.writing import export_picture
from tests.benchmarks.boards import large_board

CARDS, LINKS, MANY, RUNS, WIDTH = 1_000, 500, 10_000, 5, 6_000


def measure() -> list[dict[str, Any]]:
    """The rows of the report: medians and worst times of both kinds of files, and the memory of a large one."""
    board = large_board(CARDS, LINKS)
    options = PictureOptions(width=WIDTH)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        poster = PaperOptions(kind=Kind.POSTER, paper="board")
        export_paper(board, folder / "poster.pdf", poster)
        bare = _timed(lambda: _drawn_at_once(folder / "poster.pdf", folder / "bare.png"))
        png = _timed(lambda: export_picture(board, folder / "out.png", options))
        svg = _timed(lambda: export_picture(board, folder / "out.svg", options))
        sizes = {one.suffix: one.stat().st_size for one in folder.iterdir()}
    row = _row(f"PNG {WIDTH} pixels wide against drawing a finished page", png, statistics.median(bare))
    row["size"] = f"{sizes['.png'] / 1e6:.1f} MB"
    return [row, {**_row("SVG", svg), "size": f"{sizes['.svg'] / 1e6:.1f} MB"}, _memory()]


def _drawn_at_once(path: Path, out: Path) -> None:
    """What is compared with: the library draws a page that is there already, and Pillow writes it."""
    with pypdfium2.PdfDocument(path) as document:
        page = document[0]
        page.render(scale=WIDTH / page.get_width()).to_pil().save(out)


def _memory() -> dict[str, Any]:
    """The memory of a process that writes the PNG of MANY cards, as large as pictures may be."""
    told = subprocess.run([sys.executable, __file__, "--many"], capture_output=True, text=True, check=True)
    megabytes, seconds, pixels = map(float, told.stdout.split()[-3:])
    return {
        "name": f"Memory of a process that writes {pixels:.0f} million pixels in {seconds:.0f} s",
        "cards": MANY,
        "median": megabytes,
        "worst": megabytes,
        "unit": "MB",
        "ratio": 0,
    }


def _write_many() -> None:
    """Write the PNG of MANY cards; print the most memory that was used, the time, and how many pixels there are."""
    board, start = large_board(MANY, MANY // 2), time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        report = export_picture(board, Path(folder) / "many.png", PictureOptions(width=12_000))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    pixels = report.width * report.height / 1e6
    sys.stdout.write(f"{peak:.0f} {time.perf_counter() - start:.1f} {pixels:.0f}")


def _row(name: str, times: list[float], baseline: float = 0.0) -> dict[str, Any]:
    median = statistics.median(times)
    return {
        "name": name,
        "cards": CARDS,
        "median": round(median, 1),
        "worst": round(max(times), 1),
        "unit": "ms",
        "baseline": round(baseline, 1),
        "ratio": round(median / baseline, 2) if baseline else 0,
    }


def _timed(act: Callable[[], object]) -> list[float]:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - start))
    return times


if __name__ == "__main__" and "--many" in sys.argv:
    _write_many()
elif __name__ == "__main__":
    for row in measure():
        print("  ".join(f"{name} {value}" for name, value in row.items()))
