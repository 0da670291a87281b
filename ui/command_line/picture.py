"""The options of pictures, as the command line says them."""

import argparse
from typing import TYPE_CHECKING

from msgspec.structs import replace

from workshop.visibility import PAPER, PEEK

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions
    from workshop.board.board import Board

ENDINGS = (".png", ".svg")
_AS_GIVEN = ("scale", "width", "dark", "parked", "authors")
"""The options that pictures know by the names and values that the parser keeps."""


def add_picture_options(command: argparse.ArgumentParser) -> None:
    """Add what `export` takes for pictures, and for documents about a part of the board."""
    command.add_argument(
        "--of",
        metavar="WHAT",
        default=argparse.SUPPRESS,
        help="of OUT.png, OUT.svg or OUT.pdf: board, a diamond, a phase, ids of cards (P3,S1), or thread:ID",
    )
    picture = command.add_argument_group("pictures (OUT.png, OUT.svg)", argument_default=argparse.SUPPRESS)
    size = picture.add_mutually_exclusive_group()
    size.add_argument("--scale", metavar="N", type=float, help="1, 2, 3 …: pixels a board unit (1)")
    size.add_argument("--width", metavar="PIXELS", type=_pixels, help="so many pixels wide")
    picture.add_argument("--ground", choices=("paper", "transparent"), help="(paper)")
    picture.add_argument("--dark", action="store_true", help="in the colours of the dark theme")


def picture_options(arguments: argparse.Namespace) -> "PictureOptions":
    """The options as the exports know them, of the whole board. Raises ExportError about the first not met."""
    from exports.pictures.options import PictureOptions, checked_picture

    given = {name: getattr(arguments, name) for name in _AS_GIVEN if name in arguments}
    transparent = getattr(arguments, "ground", "paper") == "transparent"
    return checked_picture(PictureOptions(transparent=transparent, **given))


def of_part(
    options: "PaperOptions | PictureOptions", board: "Board", words: str
) -> "PaperOptions | PictureOptions":
    """The options for a part of the board alone. Raises ExportError where the words name none."""
    from exports.pictures.naming import cards_of, part_named
    from exports.pictures.options import PictureOptions

    if isinstance(options, PictureOptions):
        part = part_named(board, words)
        return replace(options, part=part.name, chosen=part.chosen)
    viewer = PEEK if options.hidden else PAPER
    return replace(options, chosen=cards_of(board, part_named(board, words, viewer), viewer))


def _pixels(text: str) -> int:
    """A number of pixels; 0 would mean that the scale decides, which nobody asks for by a width."""
    if (width := int(text)) < 1:
        raise argparse.ArgumentTypeError("a picture is at least 16 pixels wide")
    return width
