"""Words where they stand alone: a value in a field or on a plate, a card's words in a heading."""

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar

from workshop.model.cards import Card
from workshop.model.text import short
from workshop.visibility import Sight, Visible

E = TypeVar("E", bound=StrEnum)


def alone(words: str) -> str:
    """Words as a value that stands alone: with a capital first, the rest as it is."""
    return words[:1].upper() + words[1:]


def named(values: Iterable[E], nothing: str = "") -> list[tuple[E | None, str]]:
    """Values with their names, to choose from; before them the words for nothing, if there may be none."""
    first: list[tuple[E | None, str]] = [(None, alone(nothing))] if nothing else []
    return first + [(value, alone(value.value)) for value in values]


def words_alone(visible: Visible, card: Card | None, length: int) -> str:
    """The words of a card, cut to a length; what is hidden, without text or gone is called that."""
    if card is None:
        return "A card that is gone"
    if visible.sight(card) is Sight.FULL and card.text.strip():
        return short(card.text, length)
    return visible.words(card, length).capitalize()
