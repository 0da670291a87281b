"""A voting round as a row: its question, how it stands, and what can be done with it."""

from collections.abc import Iterable
from functools import partial
from typing import Protocol

from ui.panels.looking_only import changing
from ui.panels.panel_page import PanelContext
from ui.panels.row import Act, TextRow
from ui.voting.result_words import NO_QUESTION
from ui.voting.turns import turns_now
from ui.window_state import ORIGIN
from workshop.facilitation.results import result_of
from workshop.facilitation.rounds import options_seen
from workshop.model.facilitation import VotingRound

_LETTERS = 120


class Opener(Protocol):
    """The page that opens rounds."""

    opened: str | None

    @property
    def rounds(self) -> dict[str, VotingRound]:
        """All rounds by id."""
        ...

    def open(self, round_id: str) -> None:
        """Open a round."""
        ...

    def refresh(self) -> None:
        """Show the board as it is now."""
        ...

    def change_rules(self) -> None:
        """Show the fields of the opened round's rules, or no longer."""
        ...


class RoundRow(TextRow):
    """In the list it opens the round; at the head of the opened round it ends, reopens or removes it."""

    def __init__(self, key: str, context: PanelContext, round_id: str, opener: Opener) -> None:
        super().__init__(key, context.looks)
        self._context = context
        self._round = round_id
        self._opener = opener
        self._shown: object = None

    def show_record(self) -> None:
        """Show how the round stands, if that is other than is shown."""
        found = self._opener.rounds.get(self._round)
        if found is None:
            return
        opened = self._opener.opened == self._round
        words = (found.question[:_LETTERS] or NO_QUESTION, self._told(found))
        state = (words, opened, found.ended, self._on_projector)
        if state == self._shown:
            return
        self._shown = state
        self.edge = "" if found.ended else self.looks.selection
        self.tell(*words, self._acts_of(found, opened=opened))
        self.reshaped.emit()

    def _told(self, found: VotingRound) -> str:
        limit = f", at most {found.limit} on a card" if found.limit is not None else ""
        cards = len(options_seen(self._context.visible, found))
        rules = f"{cards} card{'s' * (cards != 1)} · {found.dots} dot{'s' * (found.dots != 1)} each{limit}"
        result = result_of(self._context.visible, found)
        if result is not None:
            return f"{rules}\nEnded with {result.dots} dot{'s' * (result.dots != 1)}"
        people = turns_now(self._context.state)
        done = sum(not one.left for one in people)
        return (
            f"{rules}\nOpen · {done} of {len(people)} have given all their dots" if people else f"{rules}\nOpen"
        )

    def _acts_of(self, found: VotingRound, *, opened: bool) -> list[Act]:
        state, removing = self._context.state, ("Remove", self._remove)
        if not opened:
            begin: Act = ("Result" if found.ended else "Open", partial(self._opener.open, found.id))
            return [begin, *changing(state, removing)]
        show: Act = ("Show the cards", partial(self._context.show_cards, found.cards))
        if not found.ended:
            rules, ending = ("Change…", self._opener.change_rules), ("End the round", self._end)
            return [show, *changing(state, rules, ending, removing)]  # Enter must not end it
        deciding = ("Decide on it…", partial(self._context.open_panel, "deciding", f"result:{found.id}"))
        on_projector: Act = (
            "Hide from the projector" if self._on_projector else "Show on the projector",
            self._project,
        )
        return [show, on_projector, *changing(state, deciding, ("Reopen", self._reopen), removing)]

    @property
    def _on_projector(self) -> bool:
        return self._context.state.result_shown == self._round

    def _project(self) -> None:
        self._context.state.result_wanted.emit("" if self._on_projector else self._round)

    def _end(self) -> None:
        from workshop.commands.voting import end_round

        state = self._context.state
        state.do(lambda: end_round(state.workshop, origin=ORIGIN, round_id=self._round))
        self._opener.open(self._round)

    def _reopen(self) -> None:
        from workshop.commands.voting import reopen_round

        state = self._context.state
        state.do(lambda: reopen_round(state.workshop, origin=ORIGIN, round_id=self._round))
        self._opener.refresh()

    def _remove(self) -> None:
        from workshop.commands.voting import remove_round

        state = self._context.state
        state.do(lambda: remove_round(state.workshop, origin=ORIGIN, round_id=self._round))
        self._opener.refresh()


def counted(rounds: Iterable[VotingRound]) -> str:
    """“1 open · 2 ended”; empty for none."""
    ended = [one.ended for one in rounds]
    parts = ((ended.count(False), "open"), (ended.count(True), "ended"))
    return " · ".join(f"{count} {words}" for count, words in parts if count)
