"""ReportLab's own drawings on a page: with embedded fonts only."""

from collections.abc import Iterator
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.graphics.renderbase import renderScaledDrawing
from reportlab.graphics.renderPDF import _PDFRenderer
from reportlab.graphics.shapes import Image
from reportlab.lib.colors import Color
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from workshop.picture.font_files import font_bytes
from workshop.picture.plan import Weight


def draw_vectors(drawing: Any, canvas: Any) -> None:
    """Draw with the drawing's lower left corner at the canvas's origin."""
    _Renderer().draw(renderScaledDrawing(drawing), canvas, 0, 0)


def take_colours(drawing: Any) -> None:
    """Make each colour of a drawing, of its gradients and of the pictures in it a grey of the same lightness."""
    for node in _nodes(drawing):
        for name in ("fillColor", "strokeColor"):
            if (colour := getattr(node, name, None)) is not None:
                setattr(node, name, _grey(colour))
        if colours := getattr(node, "_rl_colors", None):
            node._rl_colors = [_grey(colour) for colour in colours]
        if isinstance(node, Image) and hasattr(node.path, "convert"):
            shows_through = "A" in node.path.getbands() or "transparency" in node.path.info
            node.path = node.path.convert("RGBA").convert("LA") if shows_through else node.path.convert("L")


def _nodes(node: Any) -> Iterator[Any]:
    yield node
    for child in getattr(node, "contents", ()):
        yield from _nodes(child)


def _grey(colour: Any) -> Color:
    level = 0.299 * colour.red + 0.587 * colour.green + 0.114 * colour.blue
    return Color(level, level, level, colour.alpha)


@cache
def vector_font(weight: Weight = Weight.REGULAR) -> str:
    """The name under which ReportLab knows the font of words among vectors."""
    name = f"TrilliantVectors-{weight.value}"
    font = TTFont(name, BytesIO(font_bytes(weight)))
    font.face.name = name.encode()  # a document that has Inter already would take both for one
    pdfmetrics.registerFont(font)
    return name


class _Renderer(_PDFRenderer):  # type: ignore[misc]
    """WORKAROUND ReportLab 5.1: a drawing begins with a font that is not embedded, whether it has words or not."""

    def applyStateChanges(self, delta: dict[str, Any], state: dict[str, Any]) -> None:
        """Put a change of the state in force."""
        if not str(delta.get("fontName", _OURS)).startswith(_OURS):
            delta = {**delta, "fontName": vector_font()}
        super().applyStateChanges(delta, state)


_OURS = "TrilliantVectors-"
