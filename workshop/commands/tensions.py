"""Tensions: taking them up, their positions, and settling, testing and reopening them."""

from collections.abc import Iterable

from msgspec.structs import replace

from workshop.errors import InvalidRecordError, MissingRecordError
from workshop.method.checks import checked_cards, checked_line, checked_people, checked_person
from workshop.method.records import standing
from workshop.method.scoring import FEWEST_POSITIONS, is_scored
from workshop.method.settling import reason_fault, tension_of, why_not
from workshop.model.links import LinkKind
from workshop.model.session import Principle
from workshop.model.tensions import (
    Framework,
    Position,
    Tension,
    TensionDecision,
    TensionState,
    TensionStep,
)
from workshop.model.text import clean_text
from workshop.workshop import Workshop


def add_tension(
    workshop: Workshop, *, origin: str, card_ids: Iterable[str], title: str = "", by: str | None = None
) -> Tension:
    """Take up a tension between the positions of two cards or more.

    Raises InvalidRecordError for fewer cards or a tension between just these that is there already,
    MissingRecordError when a card is gone.
    """
    cards = checked_cards(workshop.board, card_ids)
    if len(cards) < FEWEST_POSITIONS:
        raise InvalidRecordError("A tension needs at least two cards: choose one for each position.")
    if tension_of(workshop.board, cards):
        raise InvalidRecordError("These cards are in a tension with one another already; open that one.")
    tension = Tension(
        id=workshop.new_id(),
        title=checked_line("The title of a tension", title),
        positions=tuple(Position(card=card) for card in cards),
        history=(_step(workshop, TensionState.OPEN, by),),
    )
    return put_tension(workshop, origin, "add tension", tension)


def add_tension_from_link(workshop: Workshop, *, origin: str, link_id: str, by: str | None = None) -> Tension:
    """Take up the tension that an `in tension with` link names; the link's note becomes the title.

    Raises InvalidRecordError for a link of another kind and what add_tension raises.
    """
    if (link := workshop.board.links.get(link_id)) is None:
        raise MissingRecordError("This link is no longer on the board.")
    if link.kind is not LinkKind.IN_TENSION_WITH:
        raise InvalidRecordError(
            f"A tension comes of a link “in tension with”; this one is “{link.kind.value}”."
        )
    ends = (link.source, link.target)
    return add_tension(workshop, origin=origin, card_ids=ends, title=link.note[:200], by=by)


def name_tension(workshop: Workshop, *, origin: str, tension_id: str, title: str) -> Tension:
    """Give a tension another title; empty, it is called by its positions."""
    tension = standing(workshop.board, Tension, tension_id)
    title = checked_line("The title of a tension", title)
    return put_tension(workshop, origin, "change tension", replace(tension, title=title))


def add_position(workshop: Workshop, *, origin: str, tension_id: str, card_id: str) -> Tension:
    """Add a card as a further position, not scored yet, so that a scored tension is open again.

    Raises InvalidRecordError when it is one already, and for a settled tension.
    """
    tension = unsettled(workshop, tension_id)
    workshop.board.card(card_id)
    if any(position.card == card_id for position in tension.positions):
        raise InvalidRecordError("This card is a position of the tension already.")
    positions = (*tension.positions, Position(card=card_id))
    return put_tension(
        workshop, origin, "add position", by_its_scores(workshop, replace(tension, positions=positions))
    )


def remove_position(workshop: Workshop, *, origin: str, tension_id: str, card_id: str) -> Tension:
    """Take a position out, its scores with it.

    Raises InvalidRecordError when fewer than two would be left, and for a settled tension.
    """
    tension = unsettled(workshop, tension_id)
    left = tuple(position for position in tension.positions if position.card != card_id)
    if len(left) == len(tension.positions):
        raise MissingRecordError("This card is no position of the tension.")
    if len(left) < FEWEST_POSITIONS:
        raise InvalidRecordError("A tension needs two positions; add another first, or delete the tension.")
    return put_tension(
        workshop, origin, "remove position", by_its_scores(workshop, replace(tension, positions=left))
    )


def remove_tension(workshop: Workshop, *, origin: str, tension_id: str) -> None:
    """Remove a tension with all that was scored and decided; its cards and their links stay."""
    tension = standing(workshop.board, Tension, tension_id)
    with workshop.transact("delete tension", origin) as transaction:
        transaction.remove(tension)


def move_tension(
    workshop: Workshop, *, origin: str, tension_id: str, state: TensionState, by: str | None = None
) -> Tension:
    """Bring a tension to the state open, scored or testing. Raises InvalidRecordError with what lacks for it."""
    if state is TensionState.SETTLED:
        raise InvalidRecordError("A tension is settled by a decision with its reason.")
    tension = unsettled(workshop, tension_id)
    if fault := why_not(tension, state):
        raise InvalidRecordError(fault)
    moved = replace(tension, state=state, history=(*tension.history, _step(workshop, state, by)))
    return put_tension(workshop, origin, f"mark tension {state.value}", moved)


def settle_tension(
    workshop: Workshop,
    *,
    origin: str,
    tension_id: str,
    text: str,
    reason: str,
    decided_by: Iterable[str],
    framework: Framework | None = None,
    principle: str | None = None,
) -> Tension:
    """Settle a tension by what was decided, why, and by whom; `decision_caution` says whether both sides did.

    Scores that are secret stay so.

    Raises InvalidRecordError without text, names or a sentence of reason, and when it is settled already;
    MissingRecordError when a person or the principle is gone.
    """
    tension = standing(workshop.board, Tension, tension_id)
    if fault := why_not(tension, TensionState.SETTLED) or reason_fault(reason):
        raise InvalidRecordError(fault)
    people = checked_people(workshop.board, decided_by)
    if not people:
        raise InvalidRecordError("Name who decides, at best one of CX and one of UX.")
    if principle is not None:
        standing(workshop.board, Principle, principle)
    decision = TensionDecision(
        text=checked_line("What was decided", text, needed=True),
        framework=framework,
        reason=clean_text(reason).strip(),
        decided_by=people,
        principle=principle,
        at=workshop.clock(),
    )
    return put_tension(workshop, origin, "settle tension", _settled(tension, decision))


def reopen_tension(workshop: Workshop, *, origin: str, tension_id: str, by: str | None = None) -> Tension:
    """Open a settled tension again; the former decision stays in its history.

    Raises InvalidRecordError when it is not settled.
    """
    tension = standing(workshop.board, Tension, tension_id)
    if tension.state is not TensionState.SETTLED:
        raise InvalidRecordError("This tension is not settled, so there is nothing to reopen.")
    state = TensionState.SCORED if is_scored(tension) else TensionState.OPEN
    history = (*_history_with_decision(tension), _step(workshop, state, by))
    reopened = replace(tension, state=state, decision=None, history=history)
    return put_tension(workshop, origin, "reopen tension", reopened)


def put_tension(workshop: Workshop, origin: str, op: str, tension: Tension) -> Tension:
    """Put a changed tension on the board as one step."""
    with workshop.transact(op, origin) as transaction:
        return transaction.put(tension)


def unsettled(workshop: Workshop, tension_id: str) -> Tension:
    """A tension whose positions and scores may still change: what a decision rests on stays as it was.

    Raises InvalidRecordError for a settled one, MissingRecordError when it is gone.
    """
    tension = standing(workshop.board, Tension, tension_id)
    if tension.state is TensionState.SETTLED:
        raise InvalidRecordError("A tension that is settled is reopened first.")
    return tension


def by_its_scores(workshop: Workshop, tension: Tension) -> Tension:
    """The tension, gone from open to scored once each position is scored in the open, and back when one is not."""
    scored = is_scored(tension)
    if tension.state is TensionState.OPEN and scored and not tension.secret:
        state = TensionState.SCORED
    elif tension.state is TensionState.SCORED and not scored:
        state = TensionState.OPEN
    else:
        return tension
    return replace(tension, state=state, history=(*tension.history, _step(workshop, state, None)))


def _settled(tension: Tension, decision: TensionDecision) -> Tension:
    step = TensionStep(state=TensionState.SETTLED, at=decision.at, decision=decision)
    return replace(tension, state=TensionState.SETTLED, decision=decision, history=(*tension.history, step))


def _step(workshop: Workshop, state: TensionState, by: str | None) -> TensionStep:
    return TensionStep(state=state, at=workshop.clock(), by=checked_person(workshop.board, by))


def _history_with_decision(tension: Tension) -> tuple[TensionStep, ...]:
    """The history with the decision that stands, which a tension from elsewhere may hold outside of it."""
    if tension.decision is None or any(step.decision == tension.decision for step in tension.history):
        return tension.history
    settled = TensionStep(state=TensionState.SETTLED, at=tension.decision.at, decision=tension.decision)
    return (*tension.history, settled)
