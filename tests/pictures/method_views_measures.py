"""The views of measures and tensions: lists, opened sheets from top to bottom, slips, and a measure being dragged."""

from typing import TypeVar

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QScrollArea, QScrollBar

from tests.pictures import boards
from tests.pictures.stage import Stage
from ui.panels.measures.page import MeasuresPage
from ui.panels.opening_page import OpeningPage
from ui.panels.strict_fields import StrictLine
from ui.panels.tensions.page import TensionsPage
from workshop.method.records import records_of
from workshop.model.diamonds import Phase
from workshop.model.measures import Measure
from workshop.model.tensions import Tension, TensionState

P = TypeVar("P", bound=OpeningPage)

LEFT = Qt.MouseButton.LeftButton


def measures(stage: Stage) -> None:
    """The list, the header of Validate, a measure on its way to a card, each measure opened, and a slip."""
    stage.open("sample", boards.sample())
    desk = stage.desk
    desk.canvas.looking.fit_phase(Phase.VALIDATE)
    desk.act("show_measures")
    while desk.panelling.noting.busy:
        stage.settle()
    stage.take("measures")
    page = _page(stage, MeasuresPage)
    _drag(stage, page)
    board = desk.session.workshop.board
    for key in (
        "billing-contacts",
        next(key for key, one in records_of(board, Measure).items() if one.one_sided),
    ):
        desk.panelling.open("measures", key)
        _through(stage, page, f"measure-{key}")
    baseline = page.findChild(StrictLine, "UX:baseline")
    assert baseline is not None
    field = baseline.field
    field.setText("many")
    field.setModified(True)
    field.editingFinished.emit()
    _scroll(page, 0.3)
    stage.take("measure-slip")
    page.close_record()


def tensions(stage: Stage) -> None:
    """The list, and from top to bottom a tension that is settled and one that is scored in secret; torn off too."""
    desk = stage.desk
    desk.act("show_tensions")
    stage.take("tensions")
    page = _page(stage, TensionsPage)
    found = records_of(desk.session.workshop.board, Tension).values()
    for name, tension in (
        ("settled", next(one for one in found if one.state is TensionState.SETTLED)),
        ("secret", next(one for one in found if one.secret)),
    ):
        desk.panelling.open("tensions", tension.id)
        _through(stage, page, f"tension-{name}")
    page.torn.emit()
    window = page.window()
    window.resize(900, 680)
    _scroll(page, 0)
    stage.take("tension-wide", page)
    window.close()
    stage.settle()
    page.close_record()
    desk.panelling.open("chosen")


def _drag(stage: Stage, page: MeasuresPage) -> None:
    """Hold the first measure over a card."""
    canvas, row = stage.desk.canvas, page.rows.rows[0]
    seen = [card for card in canvas.scene.cards.ids if canvas.rect().contains(_pixel(stage, card))]
    at = row.mapFromGlobal(canvas.mapToGlobal(_pixel(stage, seen[len(seen) // 2])))
    QTest.mousePress(row, LEFT, pos=QPoint(60, 12))
    for step in (3, 2, 1):
        QTest.mouseMove(row, QPoint(at.x() // step, at.y() // step))
    QTest.mouseMove(row, at)
    stage.take("measure-dragged")
    QTest.keyClick(row, Qt.Key.Key_Escape)
    QTest.mouseRelease(row, LEFT, pos=at)


def _pixel(stage: Stage, card: str) -> QPoint:
    rect = stage.desk.canvas.scene.cards.rect(card)
    assert rect is not None
    return QPoint(*(round(part) for part in stage.desk.canvas.camera.to_screen(rect.centre)))


def _through(stage: Stage, page: OpeningPage, name: str) -> None:
    """Picture an opened sheet screen by screen."""
    stage.settle()
    bar = _bar(page)
    for number in range(1, 8):
        stage.take(f"{name}-{number}")
        if bar.value() == bar.maximum():
            return
        bar.setValue(bar.value() + bar.pageStep() - 40)


def _scroll(page: OpeningPage, share: float) -> None:
    bar = _bar(page)
    bar.setValue(round(bar.maximum() * share))


def _bar(page: OpeningPage) -> QScrollBar:
    area = page.findChild(QScrollArea)
    assert area is not None
    return area.verticalScrollBar()


def _page(stage: Stage, kind: type[P]) -> P:
    stage.settle()
    found = stage.window.findChild(kind)
    assert found is not None
    return found
