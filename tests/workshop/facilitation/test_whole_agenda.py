"""Three hours with the agenda of the Problem diamond, from the first card to the named version, by a fake clock."""

from datetime import date
from pathlib import Path

from tests.workshop.facilitation.watch import Watch
from workshop.board.board import Board
from workshop.commands.agenda import next_step, toggle_timer
from workshop.commands.cards import add_card
from workshop.commands.deciding import add_action, decide_result, show_fist
from workshop.commands.groups import group_cards
from workshop.commands.revealing import next_to_reveal, reveal_all, reveal_cards
from workshop.commands.taking_on import take_top
from workshop.commands.versions import END_OF_WORKSHOP, name_version
from workshop.commands.voting import end_round, give_dot
from workshop.facilitation.agreement import agreement_of
from workshop.facilitation.closing import ClosingKey, closing_check
from workshop.facilitation.rounds import open_round, turns
from workshop.facilitation.timetable import running_timetable
from workshop.findings.looking import findings_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode, VotingRound
from workshop.session.opening import create_session, open_session
from workshop.session.templates import records_from_template
from workshop.visibility import PROJECTOR, ROOM, visible_to
from workshop.workshop import Workshop

ME = "window"
DAY = date(2026, 11, 14)
PEOPLE = [("Maja", Discipline.CX), ("Amir", Discipline.CX), ("Jo", Discipline.UX), ("Tomas", Discipline.UX)]


class Facilitator:
    """Leads a workshop through its agenda; each step takes its minutes, and whatever comes on top."""

    def __init__(self, workshop: Workshop, watch: Watch) -> None:
        self.workshop, self.watch = workshop, watch
        self.people = {person.name: person.id for person in workshop.board.participants.values()}
        self.modes: list[Mode] = []

    def hold(self, over: float = 0) -> None:
        """Let the step run to its end, and so many seconds longer; then go on."""
        assert self.workshop.room.mode is not None
        self.modes.append(self.workshop.room.mode)
        self.watch.wait(self.workshop.room.left + over)
        next_step(self.workshop, origin=ME)

    def write(self, phase: Phase) -> list[Card]:
        """Everybody writes two cards, of which the room sees no word."""
        written = [
            add_card(
                self.workshop,
                origin=ME,
                phase=phase,
                text=f"{name} saw {what}",
                discipline=side,
                author=self.people[name],
            )
            for name, side in PEOPLE
            for what in ("calls", "clicks")
        ]
        assert not any(card in written for card in visible_to(PROJECTOR, self.workshop.board).cards())
        return written

    def reveal(self) -> None:
        """Turn two cards, one of each side, then all."""
        first = next_to_reveal(self.workshop.board)
        assert first is not None
        reveal_cards(self.workshop, origin=ME, card_ids=[first.id])
        second = next_to_reveal(self.workshop.board, after=first.discipline)
        assert second is not None
        assert (first.discipline, second.discipline) == (Discipline.CX, Discipline.UX)
        reveal_all(self.workshop, origin=ME)
        assert visible_to(ROOM, self.workshop.board).author_words(self.workshop.board.card(first.id)) == "CX"

    def vote(self) -> VotingRound:
        """Everybody in turn puts their dots on the first cards, and the round ends."""
        assert self.workshop.room.mode is Mode.VOTE
        voting_round = open_round(self.workshop.board)
        assert voting_round is not None
        for turn in turns(self.workshop.board, voting_round):
            for place in range(turn.left):
                card, voter = voting_round.cards[place % 3], turn.participant.id
                give_dot(self.workshop, origin=ME, round_id=voting_round.id, card_id=card, voter=voter)
            seen = visible_to(PROJECTOR, self.workshop.board).votes()
            assert not [vote for vote in seen if vote.round == voting_round.id]
        return end_round(self.workshop, origin=ME, round_id=voting_round.id)

    def decide(self, voting_round: VotingRound) -> Card:
        """Decide on the result, and show fingers."""
        assert self.workshop.room.mode is Mode.DECIDE
        decision = decide_result(
            self.workshop, origin=ME, round_id=voting_round.id, text="Our problem is the month end.",
            reason="Both sides saw it in their own numbers.",
            decided_by=[self.people["Maja"], self.people["Jo"]],
        )  # fmt: skip
        for person in self.people.values():
            show_fist(self.workshop, origin=ME, card_id=decision.id, participant=person, fingers=4)
        assert agreement_of(self.workshop.board, self.workshop.board.card(decision.id)).holds
        return decision

    def discover(self) -> None:
        """Arrive, write, read, ask, group, have coffee, vote, and look at where the sides differ."""
        self.hold()
        self.hold()
        written = self.write(Phase.DISCOVER)
        self.hold(over=90)
        self.reveal()
        self.watch.sleep(300)
        self.hold()
        self.hold()
        group_cards(self.workshop, origin=ME, card_ids=[card.id for card in written[:3]], name="Month end")
        self.hold()
        self.hold()
        taken = take_top(self.workshop, origin=ME, round_id=self.vote().id, top=2)
        assert {card.phase for card in taken} == {Phase.DEFINE}
        self.hold()
        self.hold()

    def define(self) -> Card:
        """Write statements, read them, vote and decide."""
        self.write(Phase.DEFINE)
        self.hold()
        self.reveal()
        self.hold()
        voting_round = self.vote()
        self.hold()
        decision = self.decide(voting_round)
        self.hold()
        return decision

    def still_open(self) -> set[ClosingKey]:
        """What the closing check says is open."""
        visible = visible_to(ROOM, self.workshop.board)
        points = closing_check(visible, findings_of(visible, DAY))
        return {point.key for point in points if not point.done}


def test_three_hours_from_the_first_card_to_the_named_version(tmp_path: Path) -> None:
    records = records_from_template("problem-diamond", title="Bills", date=DAY, people=PEOPLE)
    session = create_session(tmp_path / "bills.trilliant", Board(records))
    workshop, watch = session.workshop, Watch()
    workshop.room.clock = watch
    lead, begun = Facilitator(workshop, watch), watch.time()
    toggle_timer(workshop, origin=ME)
    lead.discover()
    decision = lead.define()
    add_action(
        workshop,
        origin=ME,
        card_id=decision.id,
        text="Ask Alder",
        owner=lead.people["Jo"],
        due=date(2026, 12, 1),
    )
    assert lead.still_open() <= {ClosingKey.FINDINGS}
    name_version(session)
    running = workshop.room.running
    assert running is not None
    found = running_timetable(workshop.room.steps, running, watch(), watch.time(), 180)
    assert (found.slots[0].begins, found.total, found.spare) == (begun, 182, -2)
    assert set(lead.modes) == set(Mode)
    workshop.room.stop()
    assert session.close()
    again = open_session(session.path)
    assert [version.name for version in again.versions] == [END_OF_WORKSHOP]
    assert again.workshop.board == workshop.board
    assert again.close()
