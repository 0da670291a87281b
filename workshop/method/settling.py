"""How far a tension has come: which states may follow which, what still lacks, and who decided."""

from collections.abc import Iterable

from workshop.board.board import Board
from workshop.method.people import disciplines_of, listed, names_of
from workshop.method.records import records_of
from workshop.method.scoring import impact_of, is_scored, value_of_position
from workshop.model.links import Link, LinkKind
from workshop.model.tensions import Experiment, Framework, Tension, TensionDecision, TensionState
from workshop.translation import _, counted, in_a_row
from workshop.visibility import Visible

NEXT_STATES = {
    TensionState.OPEN: (TensionState.SCORED, TensionState.TESTING, TensionState.SETTLED),
    TensionState.SCORED: (TensionState.OPEN, TensionState.TESTING, TensionState.SETTLED),
    TensionState.TESTING: (TensionState.OPEN, TensionState.SCORED, TensionState.SETTLED),
    TensionState.SETTLED: (TensionState.OPEN, TensionState.SCORED),
}
"""The states that may follow a state; leaving `settled` is reopening, which keeps the former decision."""

FEWEST_WORDS = 3
"""Words that make a reason a sentence."""


def why_not(tension: Tension, state: TensionState) -> str:
    """Why a tension cannot come to a state, in a sentence; empty when it can.

    Settling takes a decision, so it may come through `settle_tension` alone; this says no more of it.
    """
    if state is tension.state:
        return f"This tension is {state.value} already."
    if state not in NEXT_STATES[tension.state]:
        return f"A tension that is {tension.state.value} is reopened first."
    if state is TensionState.SCORED and not is_scored(tension):
        return "Score each position first, by customer impact or by business value."
    if state is TensionState.TESTING and (lacking := experiment_gaps(tension.experiment)):
        return f"An experiment needs {listed(lacking)} first."
    return ""


def experiment_gaps(experiment: Experiment) -> tuple[str, ...]:
    """What an experiment still lacks before it can start, in words."""
    lacking = {
        "an immediate interaction metric": not experiment.interaction_metric.strip(),
        "a relationship metric": not experiment.relationship_metric.strip(),
        "two variants": len([variant for variant in experiment.variants if variant.strip()]) < 2,
        "what result decides": not experiment.decides.strip(),
    }
    return tuple(words for words, lacks in lacking.items() if lacks)


def reason_fault(reason: str) -> str:
    """Why a reason is none, in a sentence; empty when it will do."""
    if len(reason.split()) < FEWEST_WORDS:
        return "Give the reason in a sentence, so that those who were not in the room understand it."
    return ""


def decision_caution(board: Board, decided_by: Iterable[str]) -> str:
    """A sentence where those who decided are not of both disciplines; empty otherwise. Guests stand for neither."""
    sides = disciplines_of(board, decided_by)
    lacking = [tag for tag in ("CX", "UX") if tag not in {side.value for side in sides}]
    if not lacking:
        return ""
    sentence = _("Nobody of {sides} decided this; it holds better with one of each discipline.")
    return sentence.format(sides=in_a_row(lacking, " or ".join(lacking), "or"))


def decision_words(board: Board, decision: TensionDecision) -> str:
    """Who settled a tension and through what: “settled by Maja Jensen and Jo Whitfield, through customer impact”."""
    names = listed(names_of(board, decision.decided_by)) or _("nobody who is named")
    if decision.framework is None:
        return _("settled by {names}").format(names=names)
    through = _(decision.framework.value)
    return _("settled by {names}, through {framework}").format(names=names, framework=through)


def positions_caution(board: Board, tension: Tension) -> str:
    """A sentence where cards of positions are gone; empty otherwise. Their scores stay, and undo brings cards back."""
    gone = sum(position.card not in board.cards for position in tension.positions)
    if not gone:
        return ""
    return counted(
        "The card of one position is gone; what was scored and decided stays.",
        "The cards of {count} positions are gone; what was scored and decided stays.",
        gone,
    )


def former_decisions(tension: Tension) -> tuple[TensionDecision, ...]:
    """The decisions of a tension that were reopened, oldest first."""
    made = [step.decision for step in tension.history if step.decision is not None]
    return tuple(decision for decision in made if decision != tension.decision)


def frameworks_used(tension: Tension) -> tuple[Framework, ...]:
    """The frameworks that somebody has filled in, so that a sheet can open where work was done."""
    used = {
        Framework.CUSTOMER_IMPACT: any(impact_of(position) for position in tension.positions),
        Framework.EXPERIMENT: tension.experiment != Experiment(),
        Framework.JOBS_TO_BE_DONE: any((tension.job.when, tension.job.want, tension.job.so_that)),
        Framework.BUSINESS_VALUE: any(value_of_position(one.business_value) for one in tension.positions),
        Framework.CHECK_IN: any((tension.check_in.heard, tension.check_in.credited, tension.check_in.again_on)),
    }
    return tuple(framework for framework, is_used in used.items() if is_used)


def tension_of(board: Board, card_ids: Iterable[str]) -> Tension | None:
    """The tension whose positions are just these cards, if there is one."""
    wanted = set(card_ids)
    for tension in records_of(board, Tension).values():
        if {position.card for position in tension.positions} == wanted:
            return tension
    return None


def links_without_tension(visible: Visible) -> list[Link]:
    """The `in tension with` links that the viewer sees and no tension takes up."""
    together = [
        {one.card for one in tension.positions} for tension in records_of(visible.board, Tension).values()
    ]
    return [
        link
        for link in visible.links()
        if link.kind is LinkKind.IN_TENSION_WITH
        and not any({link.source, link.target} <= cards for cards in together)
    ]


def tension_title(visible: Visible, tension: Tension, length: int = 40) -> str:
    """What a tension is called: its title, or its positions' words as far as the viewer may read them."""
    if tension.title:
        return tension.title
    cards = [visible.board.cards.get(position.card) for position in tension.positions]
    names = [visible.words(card, length) if card else _("a card that is gone") for card in cards]
    return in_a_row(names, " or ".join(names), "or")
