"""Pictures on cards: kept in the session as assets, shown on the card that names them."""

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from workshop.board.showing import assets_only_on
from workshop.commands.pasting import Manner
from workshop.errors import InvalidRecordError, LockedCardError
from workshop.facilitation.writing import as_written_now
from workshop.model.cards import CARD_HEIGHT, CARD_WIDTH, Card
from workshop.model.session import Asset
from workshop.model.text import clean_line
from workshop.picture.blocks import free_corner, in_block
from workshop.picture.card_plan import FOOTER, PADDING, TEXT_TOP
from workshop.picture.taken import taken_in
from workshop.workshop import Workshop

LONGEST_SIDE = 2_048
"""Pixels of a kept picture's longer side; larger ones are scaled down, and the original is not kept."""

MOST_BYTES = 12 * 1024 * 1024
MEDIA_TYPES = ("image/png", "image/jpeg")

_WIDE_CARD = 304.0
_TALLEST_PICTURE = 380.0


class NewPicture(msgspec.Struct, frozen=True):
    """A picture to be kept: its bytes as PNG or JPEG, its size in pixels, and what it is called."""

    data: bytes
    media_type: str
    width: int
    height: int
    name: str = ""


def add_picture_cards(
    workshop: Workshop, *, origin: str, pictures: Sequence[NewPicture], manner: Manner
) -> list[Card]:
    """Put pictures on the board, each on a card of its own, as one step of undo, covering nothing.

    A picture that the session has already is kept once. Raises InvalidRecordError for one that is too large.
    """
    for picture in pictures:
        _check(picture)
    sizes = [_card_size(picture) for picture in pictures]
    block = in_block(sizes, manner.phase)
    taken = taken_in(workshop.board, manner.phase)
    corner = free_corner(taken, manner.phase, (block.width, block.height), near=manner.near)
    now = workshop.clock()
    with workshop.transact("paste pictures" if len(pictures) > 1 else "paste picture", origin) as transaction:
        known = {
            asset.data: asset.id
            for asset in workshop.board.collection("assets").values()
            if isinstance(asset, Asset)
        }
        made = []
        for picture, size, at in zip(pictures, sizes, block.corners, strict=True):
            if picture.data not in known:
                asset = Asset(
                    id=workshop.new_id(), media_type=picture.media_type, data=picture.data,
                    name=clean_line(picture.name)[:200] or "Picture",
                )  # fmt: skip
                known[picture.data] = transaction.put(asset).id
            card = Card(
                id=workshop.new_id(), kind=manner.kind, discipline=manner.discipline, phase=manner.phase,
                x=round(corner.x + at.x, 2), y=round(corner.y + at.y, 2), w=size[0], h=size[1],
                author=manner.author, image=known[picture.data], created=now, changed=now,
                **as_written_now(workshop.room),
            )  # fmt: skip
            made.append(transaction.put(card))
    return made


def remove_picture(workshop: Workshop, *, origin: str, card_id: str) -> Card:
    """Take the picture off a card, and out of the session when nothing else shows it.

    Raises MissingRecordError, and LockedCardError for a locked card.
    """
    card = workshop.board.card(card_id)
    if card.locked:
        raise LockedCardError("This card is locked; unlock it first (Ctrl+Shift+L).")
    with workshop.transact("take picture off", origin) as transaction:
        for asset in assets_only_on(workshop.board, {card_id}):
            transaction.remove(asset)
        return transaction.put(replace(card, image=None, changed=workshop.clock()))


def _card_size(picture: NewPicture) -> tuple[float, float]:
    """As wide as the picture needs, small ones as a card is, and so high that the picture fills its width."""
    width = CARD_WIDTH if picture.width + 2 * PADDING <= CARD_WIDTH else _WIDE_CARD
    inner = min(width - 2 * PADDING, picture.width)
    height = min(inner * picture.height / picture.width, _TALLEST_PICTURE)
    return width, round(max(CARD_HEIGHT, TEXT_TOP + height + 2 + FOOTER), 1)


def _check(picture: NewPicture) -> None:
    if picture.media_type not in MEDIA_TYPES or not (picture.width > 0 and picture.height > 0):
        raise InvalidRecordError("This picture is of a kind that no session keeps.")
    if max(picture.width, picture.height) > LONGEST_SIDE or len(picture.data) > MOST_BYTES:
        raise InvalidRecordError("This picture is too large for a session; make it smaller first.")
