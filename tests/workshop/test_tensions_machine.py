"""Several people at one tension, undoing in any order: its state, its decision and its history stay of one mind."""

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from tests.workshop.method.acting import cards, workshop_of
from workshop.commands import frameworks, tensions
from workshop.errors import WorkshopError
from workshop.method.records import records_of
from workshop.method.settling import former_decisions
from workshop.model.tensions import Frequency, Tension, TensionState

WHO = st.sampled_from(["ann", "ben"])


class AtOneTension(RuleBasedStateMachine):
    """Two windows score, settle, reopen, undo and redo."""

    def __init__(self) -> None:
        super().__init__()
        self.workshop = workshop_of(*cards("abc"))
        self.made = tensions.add_tension(self.workshop, origin="host", card_ids=["a", "b"])

    @property
    def tension(self) -> Tension:
        return records_of(self.workshop.board, Tension)[self.made.id]

    def attempt(self, intent, **fields):  # type: ignore[no-untyped-def]
        before = self.tension
        try:
            intent(self.workshop, tension_id=self.made.id, **fields)
        except WorkshopError:
            assert self.tension == before

    @rule(
        who=WHO,
        by=st.sampled_from(["maja", "jo", None]),
        card=st.sampled_from("abc"),
        outcome=st.integers(0, 6),
    )
    def score(self, who: str, by: str | None, card: str, outcome: int) -> None:
        given = {"outcome": outcome, "share": 0.5, "frequency": Frequency.UNDER_ONE}
        self.attempt(frameworks.score_impact, origin=who, card_id=card, by=by, **given)

    @rule(who=WHO, card=st.sampled_from("abc"), comes=st.booleans())
    def change_positions(self, who: str, card: str, comes: bool) -> None:
        intent = tensions.add_position if comes else tensions.remove_position
        self.attempt(intent, origin=who, card_id=card)

    @rule(who=WHO, secret=st.booleans())
    def hide_or_reveal(self, who: str, secret: bool) -> None:
        self.attempt(frameworks.score_in_secret if secret else frameworks.reveal_scores, origin=who)

    @rule(who=WHO, text=st.sampled_from(["short", "long", ""]))
    def settle(self, who: str, text: str) -> None:
        self.attempt(
            tensions.settle_tension, origin=who, text=text, reason="So we all agreed.", decided_by=["maja"]
        )

    @rule(who=WHO)
    def reopen(self, who: str) -> None:
        self.attempt(tensions.reopen_tension, origin=who)

    @rule(who=WHO, state=st.sampled_from(TensionState))
    def move(self, who: str, state: TensionState) -> None:
        self.attempt(tensions.move_tension, origin=who, state=state)

    @rule(who=WHO, back=st.booleans())
    def undo_or_redo(self, who: str, back: bool) -> None:
        self.workshop.undo(who) if back else self.workshop.redo(who)

    @invariant()
    def a_decision_stands_while_it_is_settled_and_then_alone(self) -> None:
        assert (self.tension.decision is not None) == (self.tension.state is TensionState.SETTLED)

    @invariant()
    def the_history_ends_with_the_state_that_holds(self) -> None:
        assert self.tension.history[-1].state is self.tension.state

    @invariant()
    def no_decision_that_was_reopened_is_lost(self) -> None:
        settled = [step for step in self.tension.history if step.state is TensionState.SETTLED]
        standing = self.tension.decision is not None
        assert all(step.decision for step in settled)
        assert len(former_decisions(self.tension)) <= len(settled) - standing


TestAtOneTension = AtOneTension.TestCase
TestAtOneTension.settings = settings(max_examples=150, stateful_step_count=40, deadline=None)


def test_undoing_a_decision_that_others_have_reopened_and_made_anew_changes_nothing() -> None:
    workshop = workshop_of(*cards("ab"))
    made = tensions.add_tension(workshop, origin="host", card_ids=["a", "b"])
    chosen = {"tension_id": made.id, "reason": "So we all agreed.", "decided_by": ["maja"]}
    tensions.settle_tension(workshop, origin="ann", text="short", **chosen)
    tensions.reopen_tension(workshop, origin="ben", tension_id=made.id)
    settled = tensions.settle_tension(workshop, origin="ben", text="long", **chosen)
    workshop.undo("ann")
    assert records_of(workshop.board, Tension)[made.id] == settled
