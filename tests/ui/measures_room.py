"""What the tests of the panel of measures share: a small session, and hands for its rows and fields."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget

from tests.ui.hands import LEFT, Hands
from ui.panels.fields import FieldEditor
from ui.panels.labelled import Labelled
from ui.panels.measures.detail import MeasureSheet
from ui.panels.measures.page import MeasuresPage
from ui.panels.measures.row import MeasureRow
from ui.panels.strict_fields import StrictLine
from workshop.method.records import records_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.measures import Lens, Measure
from workshop.model.people import Participant

TRUST = Measure(
    id="m1",
    name="Trust in the bill",
    cx=Lens(measured="Trust", unit="of 5", baseline=3.0, target=4.0),
    cards=("c1",),
)


CARDS = tuple(
    Card(
        id=f"c{n}", text=f"concept {n}", kind=CardKind.CONCEPT, phase=Phase.VALIDATE, x=60.0, y=-200.0 + 140 * n
    )
    for n in range(1, 4)
)


MAJA = Participant(id="maja", name="Maja", discipline=Discipline.CX)


@pytest.fixture
def room(home: Hands, session_file: Callable[..., Path]) -> Hands:
    """Three concepts in Validate, one with a one-sided measure, the panel of measures open."""
    assert home.window.open_path(session_file(TRUST, *CARDS, MAJA))
    home.breathe()
    home.canvas.looking.fit_phase(Phase.VALIDATE)
    home.desk.panelling.open("measures")
    home.breathe()
    return home


def page(hands: Hands) -> MeasuresPage:
    found = hands.desk.findChild(MeasuresPage)
    assert isinstance(found, MeasuresPage)
    return found


def measure(hands: Hands, key: str = "m1") -> Measure:
    return records_of(hands.board, Measure)[key]


def row(hands: Hands, key: str = "m1") -> MeasureRow:
    found = next(row for row in page(hands).rows.rows if row.key == key)
    assert isinstance(found, MeasureRow)
    return found


def opened(hands: Hands) -> MeasureSheet:
    """The sheet of the one measure, opened from its row."""
    page(hands).open("m1")
    hands.breathe()
    sheet = page(hands).sheet
    assert isinstance(sheet, MeasureSheet)
    return sheet


def editor(hands: Hands, name: str) -> FieldEditor:
    found = page(hands).findChild(FieldEditor, name)
    assert isinstance(found, FieldEditor)
    return found


def line(hands: Hands, name: str) -> StrictLine:
    found = editor(hands, name)
    assert isinstance(found, StrictLine)
    return found


def notice(hands: Hands, name: str) -> str:
    """What is said below a field."""
    parent = editor(hands, name).parentWidget()
    assert isinstance(parent, Labelled)
    return "" if parent.notice.isHidden() else parent.notice.text()


def act(inside: QWidget, words: str) -> QPushButton:
    return next(one for one in inside.findChildren(QPushButton) if one.text() == words and not one.isHidden())


def shown_acts(inside: QWidget) -> list[str]:
    return [one.text() for one in inside.findChildren(QPushButton) if one.isVisible()]


def drag(hands: Hands, to: QPoint, *, release: bool = True) -> None:
    """Drag the first row to a pixel of the canvas."""
    source = row(hands)
    start, end = QPoint(60, 12), source.mapFromGlobal(hands.canvas.mapToGlobal(to))
    QTest.mousePress(source, LEFT, pos=start)
    for step in range(1, 6):
        QTest.mouseMove(source, start + (end - start) * (step / 5))
        hands.breathe()
    if release:
        QTest.mouseRelease(source, LEFT, pos=end)
        hands.breathe()
