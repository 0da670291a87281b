"""A card's words where they stand alone, as in a heading: without the quotes of a sentence."""

from workshop.model.cards import Card
from workshop.model.text import short
from workshop.visibility import Sight, Visible


def words_alone(visible: Visible, card: Card | None, length: int) -> str:
    """The words of a card, cut to a length; what is hidden, without text or gone is called that."""
    if card is None:
        return "A card that is gone"
    if visible.sight(card) is Sight.FULL and card.text.strip():
        return short(card.text, length)
    return visible.words(card, length).capitalize()
