"""Glyphs as vector paths: outlines of any font that HarfBuzz opens, in ems, as operators of a PDF page."""

from functools import cache, lru_cache
from typing import Any

import uharfbuzz as hb

from workshop.picture.icons import icon_character, icon_font_path

Outline = tuple[tuple[str, tuple[float, ...]], ...]
"""Path operators (m, l, c, h) with their numbers in ems, y up from the baseline."""


def outline(font: hb.Font, glyph: int) -> Outline:
    """The path of a glyph; empty for a glyph without ink."""
    return _outline(font, glyph)


@cache
def icon_font() -> hb.Font:
    """The icon font."""
    return hb.Font(hb.Face(hb.Blob.from_file_path(str(icon_font_path()))))


@cache
def icon_outline(name: str) -> Outline:
    """The path of an icon; its square reaches from the font's descent to one em above it."""
    return _outline(icon_font(), icon_font().get_nominal_glyph(ord(icon_character(name))) or 0)


@cache
def icon_descent() -> float:
    """How far, in ems, the icons' square lies below the baseline."""
    font = icon_font()
    return float(-font.get_font_extents("ltr").descender / font.face.upem)


def path_operators(path: Outline, x: float, y: float, scale_x: float, scale_y: float) -> str:
    """A filled path with its origin at x, y in page space."""
    parts: list[str] = []
    for operator, numbers in path:
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        parts.extend(f"{x + across * scale_x:.2f} {y + up * scale_y:.2f}" for across, up in pairs)
        parts.append(operator)
    if parts:
        parts.append("f")
    return " ".join(parts)


@lru_cache(maxsize=4_000)
def _outline(font: hb.Font, glyph: int) -> Outline:
    pen = _Pen(1 / font.face.upem)
    font.draw_glyph_with_pen(glyph, pen)
    return _no_box(pen.path)


def _no_box(path: list[tuple[str, tuple[float, ...]]]) -> Outline:
    """The path, with a straight curve for its first line where it is a lone box, such as an l.

    WORKAROUND pdfium: it fills a path that is a box up to whole pixels, so that the letter would look bold.
    """
    if len(path) > 1 and {operator for operator, _ in path[1:]} <= {"l", "h"} and len(path) <= 6:
        path = [path[0], ("c", (*path[0][1], *path[1][1], *path[1][1])), *path[2:]]
    return tuple(path)


class _Pen:
    """Takes the strokes that HarfBuzz draws a glyph with and keeps them as cubic paths in ems."""

    def __init__(self, scale: float) -> None:
        self.path: list[tuple[str, tuple[float, ...]]] = []
        self._scale = scale
        self._at = (0.0, 0.0)

    def _add(self, operator: str, *points: Any) -> None:
        scaled = [(x * self._scale, y * self._scale) for x, y in points]
        self._at = scaled[-1]
        self.path.append((operator, tuple(number for point in scaled for number in point)))

    def moveTo(self, point: tuple[float, float]) -> None:
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:
        self._add("c", *points)

    def qCurveTo(self, control: tuple[float, float], end: tuple[float, float]) -> None:
        start = (self._at[0] / self._scale, self._at[1] / self._scale)
        first = tuple(a + 2 / 3 * (b - a) for a, b in zip(start, control, strict=True))
        second = tuple(a + 2 / 3 * (b - a) for a, b in zip(end, control, strict=True))
        self._add("c", first, second, end)

    def closePath(self) -> None:
        self.path.append(("h", ()))
