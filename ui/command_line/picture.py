"""The options of pictures, as the command line says them."""

import argparse
from typing import TYPE_CHECKING

from msgspec.structs import replace

if TYPE_CHECKING:
    from exports.pdf.options import PaperOptions
    from exports.pictures.options import PictureOptions
    from workshop.board.board import Board

ENDINGS = (".png", ".svg")


def add_picture_options(command: argparse.ArgumentParser) -> None:
    """Add what `export` takes for pictures, and for documents about a part of the board."""
    command.add_argument(
        "--of",
        metavar="WHAT",
        help="of OUT.png, OUT.svg or OUT.pdf: board, a diamond, a phase, ids of cards (P3,S1), or thread:ID",
    )
    picture = command.add_argument_group("pictures (OUT.png, OUT.svg)")
    size = picture.add_mutually_exclusive_group()
    size.add_argument(
        "--scale", metavar="N", type=float, default=1.0, help="1, 2, 3 …: pixels a board unit (1)"
    )
    size.add_argument("--width", metavar="PIXELS", type=int, default=0, help="so many pixels wide")
    picture.add_argument("--ground", choices=("paper", "transparent"), default="paper", help="(paper)")
    picture.add_argument("--dark", action="store_true", help="in the colours of the dark theme")


def picture_options(arguments: argparse.Namespace) -> "PictureOptions":
    """The options as the exports know them, of the whole board. Raises ExportError about the first not met."""
    from exports.pictures.options import PictureOptions, checked_picture

    return checked_picture(
        PictureOptions(
            scale=arguments.scale,
            width=arguments.width,
            transparent=arguments.ground == "transparent",
            dark=arguments.dark,
            parked=arguments.parked,
            authors=arguments.authors,
        )
    )


def of_part(
    options: "PaperOptions | PictureOptions", board: "Board", words: str
) -> "PaperOptions | PictureOptions":
    """The options for a part of the board alone. Raises ExportError where the words name none."""
    from exports.pictures.naming import cards_of, part_named
    from exports.pictures.options import PictureOptions

    part = part_named(board, words)
    if isinstance(options, PictureOptions):
        return replace(options, part=part.name, chosen=part.chosen)
    return replace(options, chosen=cards_of(board, part))
