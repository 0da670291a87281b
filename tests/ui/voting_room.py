"""What the tests of voting share: a small session with an open round, and hands for its panel."""

from typing import TypeVar

from tests.ui.hands import Hands
from ui.panels.voting.page import VotingPage
from ui.panels.voting.vote_row import VoteRow
from workshop.commands.voting import give_dot
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import AgendaStep, Mode, VotingRound
from workshop.model.people import Participant

R = TypeVar("R")

CARDS = tuple(
    Card(id=name, text=f"card {name}", phase=Phase.DEFINE, x=60.0 + 220 * place, y=-150.0)
    for place, name in enumerate("abc")
)
ELSEWHERE = Card(id="z", text="elsewhere", phase=Phase.DISCOVER, x=60.0, y=0.0)
PEOPLE = (
    Participant(id="lena", name="Lena", discipline=Discipline.CX),
    Participant(id="jo", name="Jo", discipline=Discipline.UX),
)
STEPS = (
    AgendaStep(id="talk", title="Talk", order=0, mode=Mode.SHARE),
    AgendaStep(id="vote", title="Vote", order=1, mode=Mode.VOTE, phase=Phase.DEFINE, prompt="Which first?"),
)


def page(hands: Hands) -> VotingPage:
    found = hands.window.findChild(VotingPage)
    assert isinstance(found, VotingPage)
    return found


def row(hands: Hands, kind: type[R]) -> R:
    hands.breathe()
    return next(one for one in page(hands).rows.rows if isinstance(one, kind))


def vote_row(hands: Hands, card: str) -> VoteRow:
    page(hands).rows.go_to(f"vote:{card}")
    hands.breathe()
    return next(one for one in page(hands).rows.rows if isinstance(one, VoteRow) and one.card == card)


def given(hands: Hands) -> dict[tuple[str | None, str], int]:
    return {(vote.voter, vote.card): vote.dots for vote in hands.board.votes.values()}


def give(hands: Hands, voting_round: VotingRound, **cards: str) -> None:
    """Give dots as people, each letter a card."""
    for voter, letters in cards.items():
        for card in letters:
            give_dot(hands.state.workshop, origin="window", round_id=voting_round.id, card_id=card, voter=voter)
    hands.breathe()
