"""What a round can be held on: the cards selected, those of a phase, or all."""

from collections.abc import Sequence
from itertools import islice

import msgspec

from ui.window_state import WindowState
from workshop.facilitation.rounds import cards_to_vote_on
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode
from workshop.visibility import Visible

SELECTION, EVERYTHING = "selection", "everything"


class Options(msgspec.Struct, frozen=True):
    """Cards by what is chosen: the selection, a phase by its name, everything."""

    choices: dict[str, list[str]]
    first: str

    @property
    def everything(self) -> Sequence[str]:
        """All cards that a round can be held on."""
        return self.choices[EVERYTHING]

    def words(self, choice: str) -> str:
        """What a choice is called, with how many cards it has."""
        names = {SELECTION: "Selected cards", EVERYTHING: "All phases"}
        return f"{names.get(choice, choice)} · {len(self.choices[choice])}"


def can_vote(visible: Visible) -> bool:
    """Whether there are two cards to choose from."""
    votable = (one for one in visible.cards() if one.phase is not None and (one.text.strip() or one.image))
    return len(list(islice(votable, 2))) > 1


def options_of(visible: Visible, state: WindowState) -> Options:
    """What is offered, and what is offered first: the selection, the phase of the step that votes, the one chosen."""
    everything = cards_to_vote_on(visible, None)
    cards = visible.board.cards
    selected = [card.id for card in visible.cards() if card.id in state.cards] if state.cards else []
    by_phase: dict[str, list[str]] = {phase.value: [] for phase in Phase}
    for card in everything:
        if (phase := cards[card].phase) is not None:
            by_phase[phase.value].append(card)
    choices = {name: found for name, found in by_phase.items() if len(found) > 1}
    if len(selected) > 1:
        choices = {SELECTION: selected, **choices}
    choices[EVERYTHING] = everything
    return Options(choices, _first(choices, state))


def _first(choices: dict[str, list[str]], state: WindowState) -> str:
    step = state.workshop.room.step
    of_step = step.phase if step is not None and step.mode is Mode.VOTE else None
    for phase in (of_step, state.phase):
        if SELECTION not in choices and phase is not None and phase.value in choices:
            return phase.value
    return next(iter(choices))
