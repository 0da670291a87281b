"""A drawing as SVG: text stays text, shapes are shapes, pictures are within; no scripts, nothing from outside."""

from base64 import b64encode
from collections.abc import Callable, Iterator
from typing import Any

from exports.pdf.outlines import icon_descent, icon_outline
from exports.pictures.drawing import EVERY, Drawing, Piece
from exports.pictures.svg_images import embedded
from exports.pictures.svg_text import FONTS, number, text_element, words
from workshop.picture.plan import Box, Dot, Icon, Picture, Rect, Shape, Stroke, TextRun, fitted_in


def svg_of(
    drawing: Drawing, width: int, height: int, *, transparent: bool, done: Callable[[], None] = lambda: None
) -> bytes:
    """The document, so many pixels wide and high where nothing else is said. `done` is called after some pieces."""
    return _Writer(drawing).document(width, height, transparent, done).encode("utf-8")


class _Writer:
    """Writes one document; icons and pictures are kept once and used by name."""

    def __init__(self, drawing: Drawing) -> None:
        self._drawing = drawing
        self._icons: dict[str, None] = {}
        self._images: dict[str, str] = {}

    def document(self, width: int, height: int, transparent: bool, done: Callable[[], None]) -> str:
        drawing, area = self._drawing, self._drawing.area
        body: list[str] = []
        for place, piece in enumerate(drawing.pieces):
            body.append(self._piece(piece))
            if place % EVERY == 0:
                done()
        box = " ".join(number(side) for side in area)
        ground = "" if transparent else f'{_rectangle(area)} fill="{drawing.palette.ground}"/>\n'
        return "".join(
            (
                '<?xml version="1.0" encoding="UTF-8"?>\n',
                '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" ',
                f'version="1.1" width="{width}" height="{height}" viewBox="{box}" ',
                'role="group" aria-labelledby="title desc" xml:space="preserve">',
                f'<title id="title">{words(drawing.title)}</title>\n',
                f'<desc id="desc">{words(drawing.description)}</desc>\n',
                *self._kept(),
                ground,
                f'<g font-family="{FONTS}">\n',
                *body,
                "</g>\n</svg>\n",
            )
        )

    def _piece(self, piece: Piece) -> str:
        shapes = "".join(filter(None, (self._shape(shape) for shape in piece.shapes)))
        title = f"<title>{words(piece.title)}</title>" if piece.title else ""
        return f"<g>{title}{shapes}</g>\n"

    def _kept(self) -> Iterator[str]:
        """What is used by name: icons in a square of 1, pictures in their own pixels."""
        if not (self._icons or self._images):
            return
        yield "<defs>\n"
        for name in sorted(self._icons):
            yield f'<path id="icon-{name}" d="{_icon_path(name)}"/>\n'
        for asset, name in self._images.items():
            image = self._drawing.images[asset]
            data = embedded(self._drawing.files[asset])
            yield (
                f'<image id="{name}" width="{image.width}" height="{image.height}" '
                f'xlink:href="data:{data.kind};base64,{b64encode(data.body).decode()}"/>\n'
            )
        yield "</defs>\n"

    def _shape(self, shape: Shape) -> str:
        writer: Any = _WRITERS[type(shape)]
        return str(writer(self, shape))

    def _box(self, box: Box) -> str:
        radius = min(box.radius, box.rect.w / 2, box.rect.h / 2)
        round_ = f' rx="{number(radius)}"' if radius > 0 else ""
        return f"{_rectangle(box.rect)}{round_}{_inks(box.fill, box.stroke, box.stroke_width)}/>"

    def _dot(self, dot: Dot) -> str:
        at = f'cx="{number(dot.centre.x)}" cy="{number(dot.centre.y)}" r="{number(dot.radius)}"'
        return f"<circle {at}{_inks(dot.fill, dot.stroke, dot.stroke_width)}/>"

    def _stroke(self, stroke: Stroke) -> str:
        if len(stroke.points) < 2:
            return ""
        points = "L".join(f"{number(point.x)} {number(point.y)}" for point in stroke.points)
        dash = ""
        if stroke.dash and stroke.stroke:
            dash = f' stroke-dasharray="{" ".join(map(number, stroke.dash))}"'
        end = "Z" if stroke.closed else ""
        return f'<path d="M{points}{end}"{_inks(stroke.fill, stroke.stroke, stroke.stroke_width)}{dash}/>'

    def _icon(self, icon: Icon) -> str:
        self._icons[icon.name] = None
        place = f"translate({number(icon.x)} {number(icon.y)}) scale({number(icon.size)})"
        return f'<use xlink:href="#icon-{icon.name}" transform="{place}" fill="{icon.colour}"/>'

    def _picture(self, picture: Picture) -> str:
        """A picture of a card; nothing where it cannot be read."""
        image = self._drawing.images.get(picture.asset)
        if image is None:
            return ""
        name = self._images.setdefault(picture.asset, f"picture-{len(self._images) + 1}")
        at = fitted_in(picture.rect, image.width, image.height)
        place = f"translate({number(at.x)} {number(at.y)}) scale({at.w / image.width:.5f} {at.h / image.height:.5f})"
        return f'<use xlink:href="#{name}" transform="{place}"/>'

    def _text(self, run: TextRun) -> str:
        return text_element(run)


_WRITERS: dict[type[Shape], Any] = {
    Box: _Writer._box,
    Dot: _Writer._dot,
    Stroke: _Writer._stroke,
    Icon: _Writer._icon,
    Picture: _Writer._picture,
    TextRun: _Writer._text,
}


def _rectangle(rect: Rect) -> str:
    at = f'x="{number(rect.x)}" y="{number(rect.y)}"'
    return f'<rect {at} width="{number(rect.w)}" height="{number(rect.h)}"'


def _inks(fill: str | None, stroke: str | None, width: float) -> str:
    inks = f' fill="{fill or "none"}"'
    return f'{inks} stroke="{stroke}" stroke-width="{number(width)}"' if stroke else inks


def _icon_path(name: str) -> str:
    """The outline of an icon, its square from 0, 0 to 1, 1, y down."""
    baseline = 1 - icon_descent()
    parts = []
    for operator, numbers in icon_outline(name):
        pairs = zip(numbers[::2], numbers[1::2], strict=True)
        at = " ".join(f"{x:.4g} {baseline - y:.4g}" for x, y in pairs)
        parts.append({"m": "M", "l": "L", "c": "C", "h": "Z"}[operator] + at)
    return "".join(parts)
