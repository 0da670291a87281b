"""What the tests of the panel of tensions share: a small session, and hands for its sheet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from tests.ui.hands import LEFT, Hands
from ui.panels.choices import ChoiceField, ManyField
from ui.panels.fields import FieldEditor, TextField
from ui.panels.section import Section
from ui.panels.strict_fields import StrictLine
from ui.panels.tensions.page import TensionsPage
from ui.panels.tensions.sheet import TensionSheet
from workshop.commands.tensions import add_tension
from workshop.method.records import records_of
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.model.people import Participant
from workshop.model.tensions import Impact, Tension
from workshop.picture.plan import Point

CARDS = (
    Card(id="a", text="whole bill", discipline=Discipline.CX, phase=Phase.DEFINE, x=60.0, y=-200.0),
    Card(id="b", text="short bill", discipline=Discipline.UX, phase=Phase.DEFINE, x=460.0, y=100.0),
    Card(id="c", text="no bill", phase=Phase.DEFINE, x=60.0, y=200.0),
)


LINK = Link(id="l", source="a", target="b", kind=LinkKind.IN_TENSION_WITH, note="Short or whole?")


PEOPLE = (
    Participant(id="lena", name="Lena", discipline=Discipline.CX),
    Participant(id="jo", name="Jo", discipline=Discipline.UX),
)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Two cards linked by “in tension with”, a third, two people, the panel of tensions open."""
    assert home.window.open_path(session_file(*CARDS, LINK, *PEOPLE))
    home.breathe()
    home.canvas.looking.fit_phase(Phase.DEFINE)
    home.desk.panelling.open("tensions")
    home.breathe()
    return home


@pytest.fixture
def sheet(room: Hands) -> TensionSheet:
    """The sheet of a tension between the first two cards."""
    made = add_tension(room.state.workshop, origin="window", card_ids=("a", "b"))
    room.desk.panelling.open("tensions", made.id)
    room.breathe()
    found = page(room).sheet
    assert isinstance(found, TensionSheet)
    return found


def page(hands: Hands) -> TensionsPage:
    found = hands.desk.findChild(TensionsPage)
    assert isinstance(found, TensionsPage)
    return found


def tension(hands: Hands) -> Tension:
    (found,) = records_of(hands.board, Tension).values()
    return found


def inputs(hands: Hands, card: str, by: str | None = None) -> Impact | None:
    position = next(one for one in tension(hands).positions if one.card == card)
    return next((impact for impact in position.impacts if impact.by == by), None)


def act(inside: QWidget, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words and one.isVisible())


def line(editor: FieldEditor) -> QLineEdit:
    assert isinstance(editor, StrictLine)
    return editor.field


def give(hands: Hands, sheet: TensionSheet, card: str, *three: str) -> None:
    """Give outcome, share and frequency of one position by keyboard."""
    outcome, share, often = three
    fields = sheet.impact.boxes[card].fields
    hands.fill(line(fields["outcome"].editor), outcome)
    hands.fill(line(fields["share"].editor), share)
    frequency = fields["frequency"].editor
    assert isinstance(frequency, ChoiceField)
    hands.choose(frequency.field, often)


def score_as(hands: Hands, sheet: TensionSheet, words: str) -> None:
    choice = sheet.impact.scoring_as.editor
    assert isinstance(choice, ChoiceField)
    hands.choose(choice.field, words)


def decide(hands: Hands, sheet: TensionSheet, text: str, reason: str, *people: str) -> None:
    """Write a decision, choose who decided, and settle."""
    fields = sheet.decision.fields
    for name, words in (("text", text), ("reason", reason)):
        editor = fields[name].editor
        assert isinstance(editor, TextField)
        hands.fill(editor.field, words)
    for person in people:
        many = fields["decided_by"].editor
        assert isinstance(many, ManyField)
        hands.choose(many.field, f"   {person}")
    QTest.mouseClick(act(sheet.decision, "Settle it"), LEFT)
    hands.breathe()


def section(sheet: TensionSheet, title: str) -> Section:
    """The section of this title, in small letters."""
    return next(one for one in sheet.findChildren(Section) if one.heading.text().lower() == title)


def shown(inside: QWidget) -> list[QWidget]:
    return [one for one in inside.findChildren(QWidget) if one.isVisible()]


def on_link(hands: Hands) -> QPoint:
    """The pixel in the middle of the link."""
    links = hands.canvas.scene.links
    middle = links.points[links.index["l"], 12].tolist()
    return hands.pixel(Point(*middle))
