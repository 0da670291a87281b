"""Writing a picture of a board to a file, PNG or SVG by its name, whole or not at all."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import IO, NamedTuple

import msgspec

from exports.pdf.steps import Progress, Steps
from exports.pictures.drawing import EVERY, Drawing
from exports.pictures.drawn import drawing_of
from exports.pictures.options import PictureOptions, checked_picture
from exports.pictures.sizes import Size, advice_on, size_of
from exports.whole_file import whole_file
from workshop.board.board import Board

_LAID, _DRAWN = 0.45, 0.65
"""The shares of the work that are done once the cards are laid out, and once a picture is on its page."""

_ROWS_A_STEP = 64


class PictureReport(msgspec.Struct, frozen=True):
    """What was written: where, its size in pixels, and how often each character came that no font could draw.

    These stand in the picture as boxes with their code points. `advice` is a sentence about what would make the
    picture better to read, empty for none.
    """

    path: Path
    width: int
    height: int
    missing: tuple[tuple[str, int], ...] = ()
    advice: str = ""


def export_picture(
    board: Board,
    path: Path,
    options: PictureOptions | None = None,
    *,
    progress: Progress = lambda share, step: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> PictureReport:
    """Write a picture; what stood at the path is replaced only when all is written.

    The same board with the same options gives the same bytes. Raises ExportCancelled when `cancelled` says so,
    ExportError when an option cannot be met, the picture would be too large, or the file cannot be written.
    """
    options = checked_picture(options or PictureOptions())
    is_svg = path.suffix.lower() == ".svg"
    laying = Steps(progress, cancelled, 0.0, _LAID)
    laying.expect(len(board.cards) // EVERY + 1, "Laying out the cards")
    drawing = drawing_of(board, options, laying.done)
    size = size_of(drawing.area, options, pixels=not is_svg)
    on_page = Steps(progress, cancelled, _LAID, 1.0 if is_svg else _DRAWN)
    job = _Job(drawing, size, options.transparent, on_page, Steps(progress, cancelled, _DRAWN, 1.0), Counter())
    on_page.expect(-(-len(drawing.pieces) // EVERY), "Drawing the picture")
    with whole_file(path) as file:
        (_write_svg if is_svg else _write_png)(file, job)
    advice = "" if is_svg else advice_on(size, drawing.area)
    return PictureReport(path, size.width, size.height, tuple(sorted(job.missing.items())), advice)


class _Job(NamedTuple):
    """What is written: `drawing_steps` are those until it is laid on its page, `pixel_steps` those after."""

    drawing: Drawing
    size: Size
    transparent: bool
    drawing_steps: Steps
    pixel_steps: Steps
    missing: Counter[str]


def _write_svg(file: IO[bytes], job: _Job) -> None:
    from exports.pictures.svg import svg_of

    width, height, _ = job.size
    file.write(svg_of(job.drawing, width, height, transparent=job.transparent, done=job.drawing_steps.done))


def _write_png(file: IO[bytes], job: _Job) -> None:
    from exports.pictures.pixels import strips_of
    from exports.pictures.png_file import PngFile

    width, height, scale = job.size
    png = PngFile(file, width, height, transparent=job.transparent)
    png.note_density(96.0 * scale)
    png.note("Title", job.drawing.title)
    png.note("Description", job.drawing.description)
    strips = strips_of(
        job.drawing,
        width,
        height,
        transparent=job.transparent,
        missing=job.missing,
        done=job.drawing_steps.done,
    )
    for place, strip in enumerate(strips):
        if not place:  # before the first strip, the whole page was drawn
            job.pixel_steps.expect(height, "Colouring the pixels")
        for top in range(0, len(strip), _ROWS_A_STEP):
            png.add(strip[top : top + _ROWS_A_STEP])
            job.pixel_steps.breathe()
        for _ in strip:
            job.pixel_steps.done()
    png.end()
