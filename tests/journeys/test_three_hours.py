"""Three hours with the agenda of the Problem diamond through the real windows, by a clock that the test turns."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPlainTextEdit, QPushButton, QWidget

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.opened_folders import opened_folders
from tests.ui.projecting import present, presenting, projector, settle
from tests.workshop.facilitation.watch import PEOPLE, Watch
from ui.panels.deciding.page import DecidingPage
from ui.panels.deciding.sheet import DecidingSheet
from ui.present.screens import Place
from ui.theme.theme import ThemeChoice
from workshop.commands.templates import use_template
from workshop.facilitation.rounds import open_round, rounds_of
from workshop.model.cards import Card, CardKind
from workshop.model.facilitation import Mode, VotingRound
from workshop.model.session import SESSION_ID, Session
from workshop.visibility import PROJECTOR, visible_to

LOOKED_AT = os.environ.get("TRILLIANT_LOOK")
"""A folder for pictures of each step, of both windows, light and dark, for people who want to look at them."""

LAPTOP, HALL = (1_280, 720), (1_920, 1_080)

SAID = (
    "Customers call on the first of the month: the bill does not say what is new on it.",
    "Complaints about the bill have doubled since spring",
    "In six of eight sessions people looked for the sum among the contracts",
    "Nobody in the usability test found the download",
    "Customers cannot prove to finance what they pay for",
    "A bill must say in one line what changed since last month",
    "People want to find the sum without leaving the bill",
    "One bill, one page, one line on what is new",
)
"""What people write, one after the other, in the two steps of silent writing."""

REASON = "It is the one statement that both the calls and the test sessions support."
TO_DO = "Put the changed line on top of the next bill, for fifty customers"


class Facilitator:
    """Leads the room with keys, the board on the projector; every step takes its minutes by the fake clock."""

    def __init__(self, hands: Hands, watch: Watch) -> None:
        self.hands, self.watch = hands, watch
        self.modes: list[Mode] = []
        self.overrun = 0
        self._said = iter(SAID)

    def run(self) -> None:
        """Start, do what each step asks for, let its time pass, go on, until the agenda has ended."""
        hands, timer = self.hands, self.hands.state.timer
        hands.desk.act("next_step")
        for _ in hands.board.collection("agenda_steps"):
            step = timer.step
            assert step is not None
            self.modes.append(step.mode)
            self.look("at-first")
            self.act(step.mode)
            self.look(step.mode.value)
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
            Mode.DECIDE: self.decide,
        }
        does.get(mode, lambda: None)()

    def write(self) -> None:
        """Everybody writes a card by keys; the projector sees no word of them."""
        hands, before = self.hands, set(self.hands.board.cards)
        for person in hands.board.participants.values():
            hands.state.write_as(person.id)
            hands.canvas.setFocus()
            hands.press(Key.Key_N)
            QTest.keyClicks(QApplication.focusWidget(), next(self._said))
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
            self.look("one-revealed")
            hands.press(Key.Key_R, SHIFT)
            assert not any(card.hidden for card in hands.cards)

    def group(self) -> None:
        """The first cards that people wrote come into a group."""
        hands = self.hands
        hands.state.select([card.id for card in _written(hands)][:2])
        hands.canvas.setFocus()
        hands.press(Key.Key_G, CTRL)
        QTest.keyClicks(QApplication.focusWidget(), "What the bill does not say")
        hands.press(Key.Key_Return)
        assert [group.name for group in hands.board.groups.values()] == ["What the bill does not say"]

    def vote(self) -> None:
        """Everybody in turn gives cards dots, nobody sees the dots of others, and the room sees the result."""
        hands = self.hands
        voting_round = open_round(hands.board)
        assert voting_round is not None
        for place, person in enumerate(hands.board.participants):
            hands.state.vote_as(person)
            for card in (voting_round.cards[place // 2], voting_round.cards[0])[: voting_round.dots]:
                hands.state.select([card])
                hands.canvas.setFocus()
                hands.press(Key.Key_D)
            assert self._dots_on_the_projector(voting_round) == 0
        self.look("voting")
        given = [vote for vote in hands.board.votes.values() if vote.round == voting_round.id]
        assert {vote.voter for vote in given} == set(hands.board.participants)
        hands.state.vote_as(None)
        hands.desk.act("show_voting")
        hands.breathe()
        QTest.mouseClick(_button(hands.desk.panel, "End the round"), LEFT)
        hands.press(Key.Key_R, ALT, on=hands.canvas)
        assert hands.state.result_shown == voting_round.id
        assert self._dots_on_the_projector(voting_round) == min(2, voting_round.dots) * len(PEOPLE)

    def decide(self) -> None:
        """The card with the most dots becomes a decision of both sides with its reason, and leads to an action."""
        hands = self.hands
        last = rounds_of(hands.board)[-1]
        card = hands.board.card(last.cards[0])
        if card.kind is CardKind.DECISION:
            return
        hands.state.select([card.id])
        hands.canvas.setFocus()
        hands.press(Key.Key_Y)
        sheet = hands.window.findChild(DecidingPage).sheet
        assert isinstance(sheet, DecidingSheet)
        field = QApplication.focusWidget()
        assert isinstance(field, QPlainTextEdit)
        QTest.keyClicks(field, REASON)
        for person in ("Maja Jensen · CX", "Jo Whitfield · UX"):
            hands.choose(sheet.form.fields["decided_by"].editor.field, f"   {person}")
        QTest.mouseClick(_button(sheet, "Decide"), LEFT)
        hands.canvas.setFocus()
        hands.press(Key.Key_A)
        hands.type(TO_DO)
        hands.press(Key.Key_Return)
        hands.choose(sheet.acting.fields["owner"].editor.field, "Jo Whitfield · UX")
        QTest.mouseClick(_button(sheet, "Add the action"), LEFT)
        hands.breathe()
        decided = hands.board.card(card.id)
        assert (decided.kind, decided.rationale, decided.decided_by) == (
            CardKind.DECISION, REASON, ("maja", "jo"),
        )  # fmt: skip
        assert hands.card(TO_DO).owner == "jo"

    def look(self, name: str) -> None:
        """Keep pictures of both windows, if somebody wants to look."""
        if not LOOKED_AT:
            return
        hands = self.hands
        settle(hands)
        number = f"{len(self.modes):02}-{name.replace(' ', '-')}"
        dark = "dark" if hands.canvas.looks.dark else "light"
        hands.window.grab().save(str(Path(LOOKED_AT) / f"{number}-{dark}-laptop.png"))
        projector(hands).grab().save(str(Path(LOOKED_AT) / f"{number}-{dark}-projector.png"))

    def _dots_on_the_projector(self, voting_round: VotingRound) -> int:
        votes = visible_to(PROJECTOR, self.hands.board).votes()
        return sum(vote.dots for vote in votes if vote.round == voting_round.id)


@pytest.mark.parametrize("theme", [ThemeChoice.LIGHT, *([ThemeChoice.DARK] if LOOKED_AT else [])])
def test_three_hours_from_the_first_step_to_the_named_version(
    home: Hands, session_file: Callable[..., Path], theme: ThemeChoice
) -> None:
    watch = Watch()
    home.window._theme.choose(theme)
    home.window.resize(*LAPTOP)
    session = Session(id=SESSION_ID, title="The bill that nobody understands", booked_minutes=180)
    assert home.window.open_path(session_file(session, *PEOPLE))
    home.desk.session.workshop.room.clock = watch
    use_template(home.desk.session.workshop, origin="window", key="problem-diamond")
    home.breathe()
    present(home, Place(QRect(3_000, 0, *HALL)))
    began = watch.time()
    facilitator = Facilitator(home, watch)
    facilitator.run()
    assert {Mode.WRITE_SILENTLY, Mode.SHARE, Mode.GROUP, Mode.VOTE, Mode.DECIDE, Mode.BREAK} == set(
        facilitator.modes
    )
    assert (watch.time() - began).total_seconds() == 3 * 3_600 + 70
    assert facilitator.overrun == 1, "the step that ran over counts its seconds"
    home.desk.act("close_workshop")
    home.breathe()
    facilitator.look("closing")
    _close(home)
    facilitator.look("closed")
    presenting(home).end()


def _close(hands: Hands) -> None:
    """One button writes the summary and names the version; people's cards, the decision and the action are in it."""
    button = hands.desk.panel.findChild(QPushButton, "endWorkshop")
    folder = hands.desk.session.path.parent
    with opened_folders():
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        hands.bot.waitUntil(lambda: not hands.window.exporting, timeout=60_000)
    (paper,) = folder.glob("*.pdf")
    text = " ".join(" ".join(page.extract_text() for page in PdfReader(paper).pages).split())
    assert all(words in text for words in ("Maja", "have doubled since spring", REASON, TO_DO)), text
    assert [version.name for version in hands.desk.session.versions] == ["End of workshop"]


def _written(hands: Hands) -> list[Card]:
    return [card for card in hands.cards if card.text in SAID]


def _projected(hands: Hands) -> list[Card]:
    return list(visible_to(PROJECTOR, hands.board).cards())


def _button(inside: QWidget, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible())
