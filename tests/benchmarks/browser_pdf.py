"""A board as a PDF: the poster side by side with a browser printing the same cards, as elements and as a canvas.

Both are timed as processes of their own, from the start to the file. The browser is Chromium, where it is installed.
"""

import html
import json
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[2]))

from pypdf import PdfReader

from tests.exports.boards import full_board
from workshop.board.board import Board
from workshop.picture.geometry import layout_of
from workshop.picture.palette import LIGHT
from workshop.session.writing import write_fresh

CARDS, RUNS = 1_000, 3
_MARGIN = 80.0
_ROOT = Path(__file__).parents[2]
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "chrome")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--no-pdf-header-footer",
)

_PAGE = """<!doctype html><meta charset="utf-8"><title>Board</title>
<style>@page {{ size: {w}px {h}px; margin: 0 }} body {{ margin: 0; font: 14px sans-serif }}
div {{ position: absolute; box-sizing: border-box; padding: 8px; border-radius: 6px; overflow: hidden }}
svg, canvas {{ position: absolute; left: 0; top: 0 }}</style>{body}"""

_SCRIPT = """<canvas width="{w}" height="{h}"></canvas><script>
const pen = document.querySelector("canvas").getContext("2d"); pen.font = "14px sans-serif";
for (const [x, y, w, h, fill, text] of {cards}) {{ pen.fillStyle = fill; pen.fillRect(x, y, w, h);
  pen.fillStyle = "#222"; let line = "", down = y + 20;
  for (const word of text.split(" ")) {{
    if (pen.measureText(line + word).width > w - 16) {{ pen.fillText(line, x + 8, down); line = ""; down += 18; }}
    line += word + " "; }} pen.fillText(line, x + 8, down); }}
for (const [a, b, c, d] of {links}) {{ pen.beginPath(); pen.moveTo(a, b); pen.lineTo(c, d); pen.stroke(); }}
</script>"""


def measure() -> list[dict[str, Any]]:
    """A row for each way: seconds, the size of the file, whether its words can be selected, vector or raster."""
    board = full_board(CARDS).board
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        session, ours = folder / "board.trilliant", folder / "ours.pdf"
        write_fresh(session, board.records(), guid="0" * 32, created=datetime(2026, 11, 22, tzinfo=UTC))
        rows = [_row("poster of this app", ours, lambda: _export(session, ours), board)]
        browser = next(filter(None, map(shutil.which, _BROWSERS)), None)
        if browser is None:
            sys.stdout.write("Chromium is not installed, so nothing is compared with it.\n")
            return rows
        for way, page in (("elements", _elements(board)), ("a canvas", _canvas(board))):
            source, target = folder / f"{way}.html", folder / f"{way}.pdf"
            source.write_text(page, encoding="utf-8")
            act = _printing(browser, source, target)
            rows.append(_row(f"Chromium printing the same cards as {way}", target, act, board))
    for row in rows[1:]:
        row["baseline"], row["ratio"] = rows[0]["median"], round(row["median"] / rows[0]["median"], 2)
    return rows


def _export(session: Path, target: Path) -> None:
    command = [sys.executable, "-m", "ui", "export", session, target, "--kind", "poster", "--paper", "board"]
    subprocess.run([*command, "--no-attachment", "--force"], cwd=_ROOT, check=True, capture_output=True)


def _printing(browser: str, source: Path, target: Path) -> Callable[[], None]:
    command = [browser, *_FLAGS, f"--print-to-pdf={target}", source.as_uri()]
    return lambda: _run(command)


def _run(command: list[str]) -> None:
    subprocess.run(command, check=True, capture_output=True, timeout=300)


def _row(name: str, target: Path, act: Callable[[], None], board: Board) -> dict[str, Any]:
    times = []
    for _ in range(RUNS):
        start = time.perf_counter()
        act()
        times.append(1000 * (time.perf_counter() - start))
    reader = PdfReader(target)
    words = "".join("".join(page.extract_text().split()) for page in reader.pages)
    found = sum("".join(card.text.split())[:24] in words for card in board.cards.values())
    pictures = sum(len(page.images.keys()) for page in reader.pages)
    return {
        "name": name,
        "cards": CARDS,
        "median": round(statistics.median(times)),
        "worst": round(max(times)),
        "unit": "ms",
        "baseline": None,
        "ratio": None,
        "file": f"{target.stat().st_size / 1024:.0f} KB on {len(reader.pages)} page{'s' * (len(reader.pages) > 1)}",
        "selectable": f"{found} of {CARDS} cards",
        "drawn as": "raster" if pictures else "vector",
    }


def _places(
    board: Board,
) -> tuple[list[tuple[float, float, float, float, str, str]], list[list[float]], int, int]:
    """The cards' boxes with fill and text, the links as lines, and the size of the page, in pixels."""
    layout = layout_of(board.cards.values())
    rects = {one.id: layout.rect_of(one) for one in board.cards.values()}
    left, top = min(rect.x for rect in rects.values()), min(rect.y for rect in rects.values())
    x, y = _MARGIN - left, _MARGIN - top
    cards = [
        (rect.x + x, rect.y + y, rect.w, rect.h, LIGHT.disciplines[one.discipline].fill, one.text)
        for one, rect in zip(board.cards.values(), rects.values(), strict=True)
    ]
    ends = [(rects[link.source].centre, rects[link.target].centre) for link in board.links.values()]
    links = [[a.x + x, a.y + y, b.x + x, b.y + y] for a, b in ends]
    width = max(rect.right for rect in rects.values()) + x + _MARGIN
    return cards, links, int(width), int(max(rect.bottom for rect in rects.values()) + y + _MARGIN)


def _elements(board: Board) -> str:
    cards, links, width, height = _places(board)
    body = "".join(
        f'<div style="left:{x}px;top:{y}px;width:{w}px;height:{h}px;background:{fill}">{html.escape(text)}</div>'
        for x, y, w, h, fill, text in cards
    )
    lines = "".join(f'<line x1="{a}" y1="{b}" x2="{c}" y2="{d}" stroke="#555"/>' for a, b, c, d in links)
    return _PAGE.format(w=width, h=height, body=f'<svg width="{width}" height="{height}">{lines}</svg>{body}')


def _canvas(board: Board) -> str:
    cards, links, width, height = _places(board)
    script = _SCRIPT.format(w=width, h=height, cards=json.dumps(cards), links=json.dumps(links))
    return _PAGE.format(w=width, h=height, body=script)


if __name__ == "__main__":
    for row in measure():
        print("  ".join(f"{name} {value}" for name, value in row.items()))
