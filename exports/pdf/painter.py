"""The painter for paper: draws the shapes of a drawing plan on a ReportLab canvas as they stand."""

from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

import uharfbuzz as hb

from exports.pdf.greys import Grounds, colour_ink, grey_ink, hatching
from exports.pdf.hidden_text import HiddenText
from exports.pdf.images import PaperImage
from exports.pdf.outlines import icon_descent, icon_outline, outline, path_operators
from exports.pdf.page import Placed
from exports.pdf.paths import box_path
from exports.pdf.scripts import is_plain
from exports.pdf.shaped_text import PlacedGlyph, ShapedLine, shape_line
from exports.pdf.sheet_canvas import SheetCanvas
from exports.pdf.steps import Breathe, with_breaths
from exports.pdf.structure import NoStructure, Structure
from exports.pdf.typefaces import Typeface
from workshop.picture.plan import (
    Box,
    Colour,
    Dot,
    Icon,
    Picture,
    Rect,
    Shape,
    Stroke,
    TextRun,
    Weight,
    fitted_in,
)
from workshop.translation import _


class Painter:
    """Draws on the pages of one document. Page space: points, y down from the top edge of a sheet."""

    def __init__(
        self,
        canvas: SheetCanvas,
        height: float,
        images: Mapping[str, PaperImage] | None = None,
        *,
        grey: bool = False,
        structure: Structure | NoStructure | None = None,
        breathe: Breathe = lambda: None,
    ) -> None:
        self._inked = grey_ink if grey else colour_ink
        self._grounds = Grounds(grey=grey)
        self._images = images or {}
        self._breathe = breathe
        self._structure = structure or NoStructure()
        self.missing: Counter[str] = Counter()
        self._canvas = canvas
        self._height = height
        self._faces = {weight: Typeface(canvas._doc, weight) for weight in Weight}
        self._hidden = HiddenText(canvas._doc)
        self._icons: set[str] = set()
        self._glyphs: dict[tuple[hb.Font, int], str] = {}
        self._state: dict[str, str] = {}
        self._out: list[str] = []
        self._x = self._top = 0.0
        self._scale = 1.0

    def begin_page(self) -> None:
        """Forget the state of the page before."""
        self._state.clear()
        self._grounds.clear()
        self._structure.begin_page()

    def paint(self, placed: Placed) -> None:
        """Draw shapes where they are placed."""
        self._x, self._top, self._scale = placed.x, self._height - placed.y, placed.scale
        kept = dict(self._state)
        if placed.alternative:
            self._structure.figure(placed.alternative, self._out)
        if placed.clip is not None:
            self._out.append(f"q {box_path(self._on_page(placed.clip), placed.radius * placed.scale)} W n")
        for shape in with_breaths(placed.shapes, self._breathe):
            if not placed.alternative:
                self._enclose(shape)
            _DRAWERS[type(shape)](self, shape)
        if placed.clip is not None:
            self._out.append("Q")
            self._state = kept
        if placed.alternative:
            self._structure.close(self._out)

    def paint_shapes(self, shapes: Sequence[Shape]) -> None:
        """Draw shapes whose places are those of the page."""
        self.paint(Placed(shapes))

    def paint_artifact(self, shapes: Sequence[Shape]) -> None:
        """Draw shapes whose places are those of the page, and which readers aloud pass over."""
        self._structure.artifact(self._out)
        self._x, self._top, self._scale = 0.0, self._height, 1.0
        for shape in shapes:
            _DRAWERS[type(shape)](self, shape)

    def begin_part(self) -> None:
        """What comes is a paragraph of its own."""
        self._structure.begin_part()

    def _enclose(self, shape: Shape) -> None:
        """Say what a shape is to those who hear the document."""
        if isinstance(shape, TextRun):
            self._structure.text(shape, self._scale, self._out)
        elif isinstance(shape, Picture):
            self._structure.figure(_("A picture; what was written stands beside it."), self._out)
        else:
            self._structure.shape(self._out)

    def end_page(self) -> None:
        """Hand what was drawn to the canvas."""
        self._structure.close(self._out)
        self._breathe()
        self._canvas.addLiteral("\n".join(self._out))
        self._out.clear()

    def finish(self) -> None:
        """Embed what the pages used besides the faces of Inter."""
        self._hidden.embed()
        self._structure.embed(self._canvas._doc)

    def _on_page(self, rect: Rect) -> Rect:
        """A rectangle of the plan in PDF space: its lower left corner, width and height."""
        s = self._scale
        return Rect(self._x + rect.x * s, self._top - rect.bottom * s, rect.w * s, rect.h * s)

    def _set(self, name: str, operators: str) -> None:
        """Put a piece of the graphics state in force unless it is already."""
        if self._state.get(name) != operators:
            self._state[name] = operators
            self._out.append(operators)

    def _inks(self, fill: Colour | None, stroke: Colour | None, width: float) -> str:
        """Set colours and line width; the operator that paints the path so."""
        if fill is not None:
            self._set("fill", self._inked(fill) + " rg")
        if stroke is not None:
            self._set("stroke", self._inked(stroke) + " RG")
            self._set("width", f"{width * self._scale:.3f} w")
        return {(True, True): "B", (True, False): "f", (False, True): "S"}.get(
            (fill is not None, stroke is not None), "n"
        )

    def _draw_box(self, box: Box) -> None:
        paint = self._inks(box.fill, box.stroke, box.stroke_width)
        self._set("dash", "[] 0 d")
        path = box_path(self._on_page(box.rect), box.radius * self._scale)
        self._out.append(f"{path} {paint}")
        if pattern := self._grounds.under(box.fill, self._on_page(box.rect)):
            self._out.append(f"q {path} W n {hatching(pattern, self._on_page(box.rect))} Q")

    def _draw_dot(self, dot: Dot) -> None:
        paint = self._inks(dot.fill, dot.stroke, dot.stroke_width)
        self._set("dash", "[] 0 d")
        rect = Rect(dot.centre.x - dot.radius, dot.centre.y - dot.radius, 2 * dot.radius, 2 * dot.radius)
        self._out.append(f"{box_path(self._on_page(rect), dot.radius * self._scale)} {paint}")

    def _draw_stroke(self, stroke: Stroke) -> None:
        if len(stroke.points) < 2:
            return
        paint = self._inks(stroke.fill, stroke.stroke, stroke.stroke_width)
        dash = " ".join(f"{length * self._scale:.2f}" for length in stroke.dash)
        self._set("dash", f"[{dash}] 0 d")
        x, top, s = self._x, self._top, self._scale
        points = [f"{x + point[0] * s:.2f} {top - point[1] * s:.2f}" for point in stroke.points]
        self._out.append(f"{points[0]} m {' l '.join(points[1:])} l {'h ' if stroke.closed else ''}{paint}")

    def _draw_picture(self, picture: Picture) -> None:
        """A picture of a card; nothing where it cannot be read."""
        if (image := self._images.get(picture.asset)) is None:
            return
        self.end_page()  # what was drawn so far lies beneath
        box = self._on_page(fitted_in(picture.rect, image.width, image.height))
        if image.is_drawing:
            self._canvas.draw_vectors(image.reader, box, (image.width, image.height))
        else:
            self._canvas.drawImage(image.reader, *box, mask="auto")

    def _draw_plate(self, rect: Rect) -> None:
        """Plain ground for what stands on a pattern, whose lines would run through it."""
        if plate := self._grounds.plate(self._on_page(rect)):
            fill, place = plate
            self._set("fill", self._inked(fill) + " rg")
            self._out.append(f"{box_path(place, 0.0)} f")

    def _draw_icon(self, icon: Icon) -> None:
        self._draw_plate(Rect(icon.x, icon.y, icon.size, icon.size))
        name = f"icon.{icon.name}"
        if name not in self._icons:
            self._icons.add(name)
            self._canvas.keep(
                name, path_operators(icon_outline(icon.name), 0, 1000 * icon_descent(), 1000, 1000)
            )
        self._set("fill", self._inked(icon.colour) + " rg")
        scale = icon.size * self._scale / 1000
        x, bottom = self._x + icon.x * self._scale, self._top - (icon.y + icon.size) * self._scale
        draw = self._canvas.use(name)
        self._out.append(f"q {scale:.5f} 0 0 {scale:.5f} {x:.2f} {bottom:.2f} cm {draw} Q")

    def _draw_text(self, run: TextRun) -> None:
        self._draw_plate(run.rect)
        text = run.text.replace("\t", " ")
        if not is_plain(text):
            self._draw_shaped(run, text)
            return
        size, width = run.size * self._scale, run.width * self._scale
        pieces, ems = self._faces[run.weight].encode(text)
        tracking = run.tracking * self._scale
        natural = ems * size + tracking * len(text)
        if not pieces or natural <= 0:
            return
        self._set("fill", self._inked(run.colour) + " rg")
        self._set("spacing", f"{tracking:.2f} Tc")
        self._set("squeeze", f"{100 * width / natural:.2f} Tz")
        at = f"BT {self._x + run.x * self._scale:.2f} {self._top - run.baseline * self._scale:.2f} Td "
        for name, codes in pieces:
            font = f"{name} {size:.2f} Tf"
            if self._state.get("font") != font:
                self._state["font"] = font
                at += font + " "
            at += codes + " Tj "
        self._out.append(at + "ET")

    def _draw_shaped(self, run: TextRun, text: str) -> None:
        line = _shaped(text, run.weight)
        self.missing.update(character for character, _ in line.boxes)
        size, room = run.size * self._scale, run.width * self._scale
        natural = line.width * size
        squeeze = min(1.0, room / natural) if natural > 0 else 1.0
        x = self._x + run.x * self._scale
        if line.leftward:
            x += max(0.0, room - natural * squeeze)
        baseline = self._top - run.baseline * self._scale
        self._set("fill", self._inked(run.colour) + " rg")
        self._out.append(line.frames(x, baseline, size, squeeze))
        for glyph in line.placed_glyphs(x, baseline, size, squeeze):
            self._draw_glyph(glyph)
        for seen in line.seen:
            left, width = x + seen.x * size * squeeze, seen.width * size * squeeze
            self._out.append(self._hidden.operators(seen.text, left, baseline, size, width))

    def _draw_glyph(self, glyph: PlacedGlyph) -> None:
        """A glyph of any font; its outline is kept once for the whole document."""
        key = (glyph.font, glyph.number)
        if key not in self._glyphs:
            path = outline(glyph.font, glyph.number)
            self._glyphs[key] = f"glyph.{len(self._glyphs)}" if path else ""
            if path:
                self._canvas.keep(self._glyphs[key], path_operators(path, 0, 0, 1000, 1000))
        if name := self._glyphs[key]:
            draw = self._canvas.use(name)
            across, up = glyph.width / 1000, glyph.height / 1000
            self._out.append(f"q {across:.5f} 0 0 {up:.5f} {glyph.x:.2f} {glyph.y:.2f} cm {draw} Q")


_DRAWERS: dict[type[Shape], Any] = {
    Box: Painter._draw_box,
    Dot: Painter._draw_dot,
    Stroke: Painter._draw_stroke,
    Icon: Painter._draw_icon,
    Picture: Painter._draw_picture,
    TextRun: Painter._draw_text,
}


@lru_cache(maxsize=2_000)
def _shaped(text: str, weight: Weight) -> ShapedLine:
    return shape_line(text, weight)
