"""A logo drawn as SVG: vetted as a stranger's file, and turned into vectors that ReportLab draws."""

import logging
import math
from base64 import b64decode
from collections.abc import Iterator
from io import BytesIO
from typing import Any, NoReturn

from exports.pdf.images import MOST_PIXELS, PaperImage, read_image
from exports.pdf.vectors import vector_font
from workshop.errors import ExportError
from workshop.picture.fonts import covers
from workshop.picture.plan import Weight

MOST_BYTES = 3_000_000
MOST_ELEMENTS = 20_000
MOST_COPIES = 2_000
"""Elements that `use` may draw again in all, however they are nested."""

_SVG = "{http://www.w3.org/2000/svg}"
_HREFS = ("href", "{http://www.w3.org/1999/xlink}href")
_ACTIVE = ("script", "foreignObject", "handler", "iframe", "object", "embed", "audio", "video")
_DATA = ("data:image/png;base64,", "data:image/jpeg;base64,", "data:image/jpg;base64,")


def svg_logo(data: bytes, name: str, *, grey: bool = False) -> PaperImage:
    """The logo, its size in points, in greys where it shall be. Nothing but these bytes is ever read.

    Raises ExportError with a sentence about what refuses it: entities, scripts, addresses, a size beyond measure.
    """
    root = _root(data, name)
    copies = 0
    for element in root.iter():
        _vet(element, name)
        copies += _local(element) == "use"
    if copies:
        _check_copies(root, name)
    logo = _drawn(root, name)
    if grey:
        from exports.pdf.vectors import take_colours

        take_colours(logo.reader)
    return logo


def _root(data: bytes, name: str) -> Any:
    """The parsed document without what draws nothing."""
    from lxml import etree

    if len(data) > MOST_BYTES:
        _refuse(name, "is larger than 3 MB; simplify it")
    if b"\0" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        _refuse(name, "is not written in UTF-8; save it again")
    if b"<!ENTITY" in data:
        _refuse(name, "defines entities, which may hide anything; save it as plain SVG")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        _refuse(name, "is no SVG that can be read")
    if root.tag != f"{_SVG}svg":
        _refuse(name, "is no SVG that can be read")
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and next(dtd.iterentities(), None) is not None:
        _refuse(name, "defines entities, which may hide anything; save it as plain SVG")
    for number, element in enumerate(list(root.iter())):
        if number > MOST_ELEMENTS:
            _refuse(name, f"has more than {MOST_ELEMENTS:,} elements; simplify it")
        if (
            element is not root and not (isinstance(element.tag, str) and element.tag.startswith(_SVG))
        ) or _local(element) == "metadata":
            _remove(element)
    return root


def _vet(element: Any, name: str) -> None:
    """Raise ExportError where an element acts, or names anything outside of the file."""
    tag = _local(element)
    if tag in _ACTIVE or any(_is_handler(key) for key in element.attrib):
        _refuse(name, "holds a script or a page, which a picture must not; save it as plain SVG")
    if tag == "a":
        for key in _HREFS:
            element.attrib.pop(key, None)
    for value in _hrefs(element):
        if value.startswith("#") or (tag == "image" and _is_picture(value)):
            continue
        if value.startswith("data:"):
            most = f"{MOST_PIXELS // 10**6} million pixels"
            _refuse(name, f"embeds what is no PNG or JPEG of up to {most} that can be read; save it as PNG")
        _refuse(name, "refers to something outside of itself; embed it, or save it as PNG")
    if tag == "text" and not all(map(_is_drawn, "".join(element.itertext()))):
        _refuse(name, "has words in letters that Inter lacks; turn its text into paths")
    styles = [element.text or ""] if tag == "style" else []
    for said in (*styles, *element.attrib.values()):
        _vet_style(str(said), name, is_sheet=tag == "style")


def _vet_style(said: str, name: str, *, is_sheet: bool) -> None:
    squeezed = "".join(said.split()).lower()
    if is_sheet and ("@import" in squeezed or "\\" in squeezed or "@font-face" in squeezed):
        _refuse(name, "brings styles or fonts from elsewhere; save it as plain SVG")
    for part in squeezed.split("url(")[1:]:
        if not part.lstrip("\"'").startswith("#"):
            _refuse(name, "refers to something outside of itself; embed it, or save it as PNG")


def _hrefs(element: Any) -> Iterator[str]:
    for key, value in element.attrib.items():
        if key in _HREFS or key.endswith("}href") or key == "src":
            yield "".join(str(value).split())


def _is_picture(value: str) -> bool:
    """Whether an address holds a picture itself, one that can be read and is not too large."""
    for kind in _DATA:
        if value.startswith(kind):
            try:
                return read_image(b64decode(value[len(kind) :], validate=True)) is not None
            except ValueError:
                return False
    return False


def _is_drawn(character: str) -> bool:
    return character.isspace() or covers(character)


def _is_handler(key: str) -> bool:
    return key.lower().startswith("on")


def _check_copies(root: Any, name: str) -> None:
    """Raise ExportError where elements that use elements multiply beyond measure, or go round in a circle."""
    by_id = {element.get("id"): element for element in root.iter() if element.get("id")}
    known: dict[Any, int] = {}

    def size(element: Any, above: tuple[Any, ...]) -> int:
        if element in above or len(above) > 60:
            _refuse(name, "uses its own parts in a circle; save it as plain SVG")
        if element not in known:
            total = 1 + sum(size(child, (*above, element)) for child in element)
            if _local(element) == "use":
                used = next((by_id.get(value[1:]) for value in _hrefs(element)), None)
                total += size(used, (*above, element)) if used is not None else 0
            known[element] = total
        return known[element]

    if size(root, ()) > MOST_ELEMENTS + MOST_COPIES:
        _refuse(name, "uses its own parts too often; simplify it")


def _drawn(root: Any, name: str) -> PaperImage:
    from svglib.svglib import SvgRenderer

    logging.getLogger("svglib").setLevel(logging.CRITICAL + 1)
    if "font-family" not in root.attrib:
        root.set("font-family", "sans-serif")
    _take_proportions(root)
    try:
        # Its own bytes as the source: the library resolves addresses against paths only.
        drawing = SvgRenderer(BytesIO(), font_map=_OneFont()).render(root)
        width, height = float(drawing.width), float(drawing.height)
    except ExportError:
        raise
    except Exception as error:  # whatever a strange drawing makes the library raise
        raise ExportError(f"The logo {name} cannot be drawn; save it as PNG.") from error
    if not (math.isfinite(width) and math.isfinite(height) and 0 < width < 100_000 and 0 < height < 100_000):
        _refuse(name, "has no size; give it a width and a height")
    return PaperImage(drawing, width, height, is_drawing=True)


def _take_proportions(root: Any) -> None:
    """Let a drawing be as large as its view box, whatever its width and height say: only the proportions matter."""
    sides = str(root.get("viewBox", "")).replace(",", " ").split()
    if len(sides) == 4:
        root.set("width", sides[2])
        root.set("height", sides[3])


class _OneFont:
    """Inter for every family that a logo names, so that its words look the same on every computer."""

    def find_font(self, family: str, weight: str = "normal", style: str = "normal") -> tuple[str, bool]:
        """The name under which ReportLab knows the font, and that it is the right one."""
        bold = weight in ("bold", "bolder") or (weight.isdigit() and int(weight) >= 600)
        return vector_font(Weight.BOLD if bold else Weight.REGULAR), True


def _local(element: Any) -> str:
    return str(element.tag).rpartition("}")[2]


def _remove(element: Any) -> None:
    if (parent := element.getparent()) is not None:
        parent.remove(element)


def _refuse(name: str, why: str) -> NoReturn:
    raise ExportError(f"The logo {name} {why}.")
