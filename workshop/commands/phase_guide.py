"""The phase guide's acts: accepting example cards, and ticking what the board cannot tick itself."""

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.commands.cards import add_card
from workshop.errors import InvalidRecordError
from workshop.method.checklist import POINTS
from workshop.method.phase_examples import EXAMPLES
from workshop.model.cards import Card
from workshop.model.session import Session
from workshop.workshop import Workshop


def accept_examples(
    workshop: Workshop, *, origin: str, keys: Iterable[str], author: str | None = None
) -> list[Card]:
    """Write examples as cards of their phases, where nothing lies, as one step.

    Raises InvalidRecordError for a key that is none of EXAMPLES; then no card was written.
    """
    chosen = [EXAMPLES.get(key) for key in dict.fromkeys(keys)]
    if not chosen or None in chosen:
        raise InvalidRecordError("There is no such example card.")
    mark = workshop.history.mark(origin)
    cards = [
        add_card(
            workshop,
            origin=origin,
            phase=example.phase,
            text=example.text,
            kind=example.kind,
            discipline=example.discipline,
            author=author,
        )
        for example in chosen
        if example is not None
    ]
    workshop.history.squash(origin, mark, "accept examples" if len(cards) > 1 else "accept example")
    return cards


def tick_point(workshop: Workshop, *, origin: str, key: str, ticked: bool = True) -> Session:
    """Tick a point of a checklist by hand, or take the tick off.

    Raises InvalidRecordError for a point that is none, and for one that the board ticks itself.
    """
    point = POINTS.get(key)
    if point is None:
        raise InvalidRecordError("There is no such point in the checklists.")
    if point.check is not None:
        raise InvalidRecordError(f"“{point.words}” is ticked by the board itself, once it holds.")
    session = workshop.board.session
    others = tuple(one for one in session.ticked if one != key)
    with workshop.transact("tick" if ticked else "take tick off", origin) as transaction:
        return transaction.put(replace(session, ticked=(*others, key) if ticked else others))
