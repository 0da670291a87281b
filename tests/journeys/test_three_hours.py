"""Three hours with the agenda of the Problem diamond through the real window, by a clock that the test turns."""

import os
from collections.abc import Callable
from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton

from tests.ui.hands import ALT, CTRL, SHIFT, Hands, Key
from tests.ui.opened_folders import opened_folders
from tests.workshop.facilitation.watch import PEOPLE, Watch
from workshop.commands.templates import use_template
from workshop.facilitation.rounds import open_round
from workshop.model.cards import Card
from workshop.model.facilitation import Mode
from workshop.visibility import PROJECTOR, visible_to

LOOKED_AT = os.environ.get("TRILLIANT_LOOK")
"""A folder for a picture of each step, for people who want to look at them."""


class Facilitator:
    """Leads the room with keys; every step takes its minutes by the fake clock."""

    def __init__(self, hands: Hands, watch: Watch) -> None:
        self.hands, self.watch = hands, watch
        self.modes: list[Mode] = []
        self.overrun = 0

    @property
    def room(self) -> object:
        """The room of the open session."""
        return self.hands.desk.session.workshop.room

    def run(self) -> None:
        """Start, do what each step asks for, let its time pass, go on, until the agenda has ended."""
        hands, timer = self.hands, self.hands.state.timer
        hands.desk.act("next_step")
        for _ in hands.board.collection("agenda_steps"):
            step = timer.step
            assert step is not None
            self.modes.append(step.mode)
            self.act(step.mode)
            self.look(f"{len(self.modes):02}-{step.mode.value}")
            self.watch.wait(timer.left + (70 if len(self.modes) == 3 else 0))
            timer.look()
            self.overrun += timer.words.startswith("+1:10")
            hands.canvas.setFocus()
            hands.press(Key.Key_N, ALT)
        assert timer.step is None or timer.over

    def act(self, mode: Mode) -> None:
        """What the room does in a step of this kind."""
        does = {
            Mode.WRITE_SILENTLY: self.write,
            Mode.SHARE: self.share,
            Mode.GROUP: self.group,
            Mode.VOTE: self.vote,
        }
        does.get(mode, lambda: None)()

    def write(self) -> None:
        """Everybody writes a card by keys; the projector sees no word of them."""
        hands, before = self.hands, set(self.hands.board.cards)
        for person in hands.board.participants.values():
            hands.state.write_as(person.id)
            hands.canvas.setFocus()
            hands.press(Key.Key_N)
            QTest.keyClicks(QApplication.focusWidget(), f"{person.name} saw {len(before)}")
            hands.press(Key.Key_Escape)
        written = [card for card in hands.cards if card.id not in before]
        assert len(written) == len(PEOPLE)
        assert all(card.hidden for card in written)
        assert not {card.id for card in written} & {card.id for card in _projected(hands)}

    def share(self) -> None:
        """One card is turned, then all."""
        hands = self.hands
        if any(card.hidden for card in hands.cards):
            hands.canvas.setFocus()
            hidden = sum(card.hidden for card in hands.cards)
            hands.press(Key.Key_R)
            assert sum(card.hidden for card in hands.cards) == hidden - 1
            hands.press(Key.Key_R, SHIFT)
            assert not any(card.hidden for card in hands.cards)

    def group(self) -> None:
        """The first cards that people wrote come into a group."""
        hands = self.hands
        hands.state.select([card.id for card in _written(hands)][:2])
        hands.canvas.setFocus()
        hands.press(Key.Key_G, CTRL)
        hands.press(Key.Key_Escape)
        assert hands.board.groups

    def vote(self) -> None:
        """Everybody in turn gives the first card of the round a dot, and nobody sees the dots of others."""
        hands = self.hands
        voting_round = open_round(hands.board)
        assert voting_round is not None
        for person in hands.board.participants:
            hands.state.vote_as(person)
            hands.state.select([voting_round.cards[0]])
            hands.canvas.setFocus()
            hands.press(Key.Key_D)
        given = [vote for vote in hands.board.votes.values() if vote.round == voting_round.id]
        assert {vote.voter for vote in given} == set(hands.board.participants)
        hands.state.vote_as(None)

    def look(self, name: str) -> None:
        """Keep a picture of the window, if somebody wants to look."""
        if LOOKED_AT:
            self.hands.settle()
            self.hands.window.grab().save(str(Path(LOOKED_AT) / f"{name}.png"))


def test_three_hours_from_the_first_step_to_the_named_version(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    watch = Watch()
    assert home.window.open_path(session_file(*PEOPLE))
    home.desk.session.workshop.room.clock = watch
    use_template(home.desk.session.workshop, origin="window", key="problem-diamond")
    home.breathe()
    began = watch.time()
    facilitator = Facilitator(home, watch)
    facilitator.run()
    assert {Mode.WRITE_SILENTLY, Mode.SHARE, Mode.GROUP, Mode.VOTE, Mode.DECIDE, Mode.BREAK} == set(
        facilitator.modes
    )
    assert (watch.time() - began).total_seconds() == 3 * 3_600 + 70
    assert facilitator.overrun == 1, "the step that ran over counts its seconds"
    _close(home)


def _close(hands: Hands) -> None:
    """One button writes the summary and names the version; people's cards are in it."""
    hands.desk.act("close_workshop")
    hands.breathe()
    button = hands.desk.panel.findChild(QPushButton, "endWorkshop")
    folder = hands.desk.session.path.parent
    with opened_folders():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=60_000)
    (paper,) = folder.glob("*.pdf")
    text = " ".join(page.extract_text() for page in PdfReader(paper).pages)
    assert all(word in text for word in ("Maja", "saw"))
    assert [version.name for version in hands.desk.session.versions] == ["End of workshop"]


def _written(hands: Hands) -> list[Card]:
    return [card for card in hands.cards if " saw " in card.text]


def _projected(hands: Hands) -> list[Card]:
    return list(visible_to(PROJECTOR, hands.board).cards())
