"""Drawing a part of the board from its plan: what a picture shows, and the sentences that stand for it."""

from collections.abc import Callable

from exports.pdf.images import images_on
from exports.pictures.cards import card_pieces, group_pieces, link_pieces
from exports.pictures.content import PictureContent, picture_content
from exports.pictures.drawing import EVERY, Drawing, Piece
from exports.pictures.ground import ground_area, ground_shapes
from exports.pictures.options import BOARD, PictureOptions
from workshop.board.board import Board
from workshop.board.reading_order import reading_order
from workshop.errors import ExportError
from workshop.model.session import Asset
from workshop.model.text import capitalized, short
from workshop.picture.palette import DARK, LIGHT
from workshop.picture.plan import Box, Rect, Shape, TextRun

_MARGIN = 24.0
_TOLD = 12
"""So many cards are told of in a description; a screen reader reads the others from the picture itself."""


def drawing_of(board: Board, options: PictureOptions, breathe: Callable[[], None] = lambda: None) -> Drawing:
    """The drawing. `breathe` is called once every EVERY cards, and may raise to stop.

    Raises ExportError where chosen cards are all gone or hidden, so that nothing would be seen.
    """
    content = picture_content(board, options)
    if options.chosen is not None and not content.cards:
        raise ExportError("None of the chosen cards may be shown; reveal them, or choose others.")
    palette = DARK if options.dark else LIGHT
    ground = ground_shapes(content, palette)
    pieces = [Piece(ground)] if ground else []
    pieces += [*group_pieces(content, palette), *link_pieces(content, palette)]
    for place, piece in enumerate(card_pieces(content, palette)):
        pieces.append(piece)
        if place % EVERY == 0:
            breathe()
    images = images_on(board, content.cards)
    return Drawing(
        pieces,
        area_of(content, pieces),
        palette,
        _title(content),
        _description(content),
        images,
        {asset: _bytes(board, asset) for asset in images},
    )


def area_of(content: PictureContent, pieces: list[Piece]) -> Rect:
    """The ground, every card, and whatever else is drawn, with a margin around."""
    shapes: list[Shape] = [shape for piece in pieces for shape in piece.shapes]
    boxes = [shape.rect for shape in shapes if isinstance(shape, Box | TextRun)]
    around = ground_area(content) or boxes[0]
    for box in boxes:
        around = around.united(box)
    return around.grown(_MARGIN)


def _title(content: PictureContent) -> str:
    part = part_words(content.options)
    return f"{content.title}: {part}" if part else content.title


def part_words(options: PictureOptions) -> str:
    """What a picture shows besides the title of the session; nothing for the whole board."""
    if options.chosen is not None:
        count = len(options.chosen)
        return "a card" if count == 1 else f"{count} cards"
    return "" if options.part == BOARD else options.part.capitalize()


def _description(content: PictureContent) -> str:
    cards, links = len(content.cards), sum(content.within)
    told = f"{cards} {'card' if cards == 1 else 'cards'} and {links} {'link' if links == 1 else 'links'}."
    read = reading_order(content.cards)
    some = [f"{card.kind.value} “{short(card.text, 60)}”" for card in read[:_TOLD] if card.text.strip()]
    more = f"; and {cards - len(some)} more" if cards > len(some) else ""
    return f"{told} {capitalized('; '.join(some))}{more}." if some else told


def _bytes(board: Board, asset_id: str) -> bytes:
    asset = board.find("assets", asset_id)
    assert isinstance(asset, Asset)
    return asset.data
