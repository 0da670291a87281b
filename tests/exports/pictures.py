"""Reading pictures back: the elements and the words of an SVG, the pixels of a PNG."""

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from PIL import Image

from exports.pictures.options import PictureOptions
from exports.pictures.writing import PictureReport, export_picture
from workshop.board.board import Board

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


def drawn_svg(board: Board, folder: Path, **options: Any) -> ElementTree.Element:
    """The root of the SVG of a board."""
    path = folder / "picture.svg"
    export_picture(board, path, PictureOptions(**options))
    return ElementTree.fromstring(path.read_bytes())


def drawn_png(board: Board, folder: Path, **options: Any) -> Image.Image:
    """The PNG of a board, with what is told in its file."""
    path = folder / "picture.png"
    export_picture(board, path, PictureOptions(**options))
    with Image.open(path) as image:
        image.load()
        return image.copy()


def told_of(board: Board, folder: Path, **options: Any) -> PictureReport:
    """What is reported of a PNG."""
    return export_picture(board, folder / "picture.png", PictureOptions(**options))


def lines(root: ElementTree.Element) -> list[str]:
    """The words of every line of an SVG."""
    return [element.text or "" for element in root.iter(f"{SVG}text")]


def squeezed_lines(root: ElementTree.Element) -> str:
    """All lines in one, without white space."""
    return "".join("".join(lines(root)).split())
