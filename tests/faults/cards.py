"""Writing a card, as the fault tests do again and again."""

from workshop.commands.cards import add_card
from workshop.model.diamonds import Phase
from workshop.session.opening import OpenSession


def write(session: OpenSession, text: str) -> str:
    """Write a card on Discover; its id."""
    return add_card(session.workshop, origin="window", phase=Phase.DISCOVER, text=text).id
