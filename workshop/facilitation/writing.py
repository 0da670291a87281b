"""What the running step makes of the cards that are written in it."""

from typing import Any

from workshop.facilitation.room import Room


def as_written_now(room: Room) -> dict[str, Any]:
    """The fields that the step sets on a new card: hidden during silent writing, and its author as little shown."""
    return {"hidden": room.rules.hides_new_cards, "anonymity": room.anonymity}
