"""The outline's model: kept up with changes it equals one made anew, and it holds Qt's rules for models."""

from hypothesis import HealthCheck, given, settings
from PySide6.QtCore import QModelIndex
from PySide6.QtTest import QAbstractItemModelTester

from tests.ui.boards import Step, followed, small_board, steps
from ui.outline.model import OutlineModel
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.palette import LIGHT
from workshop.visibility import ROOM, visible_to
from workshop.workshop import Workshop


@given(steps())
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_kept_up_with_changes_it_is_as_one_made_anew(qapp: object, taken: list[Step]) -> None:
    workshop = Workshop(small_board())
    model = _model(workshop.board)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    _dump(model)
    followed(workshop, taken, model.take)
    assert _dump(model) == _dump(_model(workshop.board))
    tester.deleteLater()


@given(steps())
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_what_nobody_looked_into_comes_right_all_the_same(qapp: object, taken: list[Step]) -> None:
    workshop = Workshop(small_board())
    model = _model(workshop.board)
    model.card_index("c0"), model.card_index("c3")
    followed(workshop, taken, model.take)
    assert _dump(model) == _dump(_model(workshop.board))


def test_no_card_of_a_phase_that_is_folded_has_a_row(qapp: object) -> None:
    phases = list(Phase)
    cards = [Card(id=f"c{n}", phase=phases[n % 8], x=float(n), y=float(n % 90)) for n in range(4_000)]
    model = _model(Board(cards))
    assert len(model.tree.numbered) < 20
    model.card_index("c0")
    assert len(model.tree.numbered) < 600


def _model(board: Board) -> OutlineModel:
    return OutlineModel(visible_to(ROOM, board), LIGHT, lambda *_written: None)


def _dump(model: OutlineModel, above: QModelIndex | None = None) -> list[object]:
    above = above if above is not None else QModelIndex()
    rows: list[object] = []
    for row in range(model.rowCount(above)):
        index = model.index(row, 0, above)
        node = model.node(index)
        assert model.hasChildren(index) == bool(model.rowCount(index))
        assert model.parent(index) == above
        rows.append((node.kind, node.key, model.words.of(node), _dump(model, index)))
    return rows
