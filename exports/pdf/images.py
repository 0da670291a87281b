"""The pictures on cards as the PDF embeds them; what cannot be read as a picture is left out, never a failed export."""

from collections.abc import Iterable
from io import BytesIO
from typing import Any, NamedTuple

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.session import Asset

MOST_PIXELS = 64_000_000


class PaperImage(NamedTuple):
    """A picture as ReportLab reads it, and its size in pixels; `is_drawing` says that it is made of vectors."""

    reader: Any
    width: float
    height: float
    is_drawing: bool = False


def images_on(board: Board, cards: Iterable[Card]) -> dict[str, PaperImage]:
    """The pictures that these cards show, by the ids of their assets."""
    found: dict[str, PaperImage] = {}
    for asset_id in {card.image: None for card in cards if card.image}:
        asset = board.find("assets", asset_id)
        if isinstance(asset, Asset) and (image := read_image(asset.data)) is not None:
            found[asset_id] = image
    return found


def read_image(data: bytes) -> PaperImage | None:
    """A picture from the bytes of its file; None when they are none."""
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    try:
        with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "BMP")) as image:
            width, height = image.size
            if width * height > MOST_PIXELS:
                return None
            image.load()
        return PaperImage(ImageReader(BytesIO(data)), width, height)
    except Exception:  # whatever a damaged picture makes its reader raise
        return None
