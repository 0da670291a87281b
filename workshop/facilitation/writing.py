"""What the running step makes of the cards that are written in it."""

from typing import Any

from workshop.facilitation.room import Room
from workshop.model.cards import Card


def as_written_now(room: Room) -> dict[str, Any]:
    """The fields that the step sets on a new card: hidden during silent writing, and its author as little shown."""
    return {"hidden": room.rules.hides_new_cards, "anonymity": room.anonymity}


def may_write_on_turned(room: Room) -> bool:
    """Whether a hidden card may be written on: while the step hides new cards, people go on with what they wrote."""
    return room.rules.hides_new_cards


def is_to_be_hidden(room: Room, card: Card) -> bool:
    """Whether a new card that was begun before the step lies open although the step hides what is written in it."""
    return room.rules.hides_new_cards and not card.hidden
