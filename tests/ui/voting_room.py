"""What the tests of voting share: a small session with an open round, and hands for its panel."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from tests.ui.hands import Hands
from tests.workshop.facilitation.watch import Watch
from ui.panels.voting.page import VotingPage
from ui.panels.voting.vote_row import VoteRow
from workshop.commands.voting import give_dot, start_round
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


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Iterator[Hands]:
    """Three cards in Define and one elsewhere, one person of each side, the panel of voting open."""
    assert home.window.open_path(session_file(*CARDS, ELSEWHERE, *PEOPLE, *STEPS))
    home.breathe()
    home.desk.session.workshop.room.clock = Watch()
    home.canvas.looking.fit_phase(Phase.DEFINE)
    home.desk.panelling.open("voting")
    home.breathe()
    yield home
    home.desk.session.workshop.room.stop()


@pytest.fixture
def going_on(room: Hands) -> VotingRound:
    """An open round on the three cards, two dots each."""
    made = start_round(
        room.state.workshop, origin="window", card_ids="abc", question="Which first?", dots=2, limit=2
    )
    room.breathe()
    return made


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
