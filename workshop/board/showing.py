"""Which cards show a picture of the session."""

from collections.abc import Collection

from workshop.board.board import Board
from workshop.model.session import Asset


def assets_only_on(board: Board, card_ids: Collection[str]) -> list[Asset]:
    """The pictures that these cards show and no other card and no persona does."""
    shown = {card.image for card in map(board.card, card_ids) if card.image}
    if not shown:
        return []
    shown -= {card.image for card in board.cards.values() if card.id not in card_ids}
    shown -= {getattr(persona, "picture", None) for persona in board.collection("personas").values()}
    found = (board.find("assets", asset) for asset in sorted(filter(None, shown)))
    return [asset for asset in found if isinstance(asset, Asset)]
