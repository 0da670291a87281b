"""A drawing as pixels: laid on a page of a PDF as documents on paper are, which is drawn in strips from above."""

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import closing
from io import BytesIO
from typing import Any

import numpy as np

from exports.pdf.page import Placed
from exports.pdf.painter import Painter
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pictures.drawing import EVERY, Drawing
from exports.pictures.png_file import Pixels
from workshop.errors import ExportError

_LONGEST_PAGE = 14_000.0
"""Points: a page of a PDF can be a little longer."""

_STRIP = 2_000_000
"""Pixels that are drawn at once."""


def strips_of(
    drawing: Drawing,
    width: int,
    height: int,
    *,
    transparent: bool = False,
    missing: Counter[str] | None = None,
    done: Callable[[], None] = lambda: None,
) -> Iterator[Pixels]:
    """The rows of the picture, so many at a time; `missing` counts what no font could draw.

    `done` is called after some pieces, and may raise to stop. Raises ExportError where the library that draws pages
    is missing.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise ExportError(
            "The library that draws pictures is missing; install the package pypdfium2."
        ) from error
    shrink = _shrink(max(width, height))
    page_file = _page(drawing, width * shrink, height * shrink, missing, done)
    fill = (0, 0, 0, 0) if transparent else (*_shares(drawing.palette.ground), 255)
    with closing(pypdfium2.PdfDocument(page_file)) as document, closing(document[0]) as page:
        rows = max(1, min(height, _STRIP // width))
        for top in range(0, height, rows):
            below = max(0, height - top - rows)
            yield _strip(page, 1 / shrink, (0, below * shrink, 0, top * shrink), fill)


def _strip(page: Any, scale: float, crop: tuple[float, ...], fill: tuple[int, ...]) -> Pixels:
    bitmap = page.render(scale=scale, crop=crop, fill_color=fill, rev_byteorder=True)
    try:
        return np.array(bitmap.to_numpy(), np.uint8)
    finally:
        bitmap.close()


def _shrink(side: int) -> float:
    """Points a pixel: a power of two, so that the edges of strips lie between pixels."""
    shrink = 1.0
    while side * shrink > _LONGEST_PAGE:
        shrink /= 2
    return shrink


def _page(
    drawing: Drawing, width: float, height: float, missing: Counter[str] | None, done: Callable[[], None]
) -> bytes:
    """The drawing as a PDF of one page of this size in points."""
    file = BytesIO()
    canvas = SheetCanvas(file, (width, height), "en")
    painter = Painter(canvas, height, drawing.images)
    painter.begin_page()
    scale = width / drawing.area.w
    left, top = -drawing.area.x * scale, -drawing.area.y * scale
    for place, piece in enumerate(drawing.pieces):
        painter.paint(Placed(piece.shapes, left, top, scale))
        if place % EVERY == 0:
            done()
    painter.end_page()
    canvas.showPage()
    painter.finish()
    canvas.save()
    if missing is not None:
        missing.update(painter.missing)
    return file.getvalue()


def _shares(colour: str) -> tuple[int, int, int]:
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return red, green, blue
