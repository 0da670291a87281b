"""The board at work: threads lit, groups, menus over the board, a drag with its guides, links in hand."""

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from tests.pictures.stage import Stage
from ui.group_suggestions import GroupSuggestions
from ui.motion import reduce_motion
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point


def threads_and_groups(stage: Stage) -> None:
    """A lit thread, a chosen phase, a folded group, and groups that are suggested."""
    desk = stage.desk
    desk.board_actions.show_problem()
    desk.state.select({next(iter(desk.session.workshop.board.cards))})
    desk.act("light_thread")
    stage.take("thread-lit")
    desk.act("light_thread")
    desk.state.select()
    desk.state.choose_phase(Phase.DEFINE)
    stage.take("phase-chosen")
    desk.state.choose_phase(None)
    group = desk.canvas.scene.groups.boxes[0].group
    desk.state.select(desk.canvas.scene.groups.members(group.id))
    desk.act("fold_group")
    stage.take("group-folded")
    desk.act("fold_group")
    desk.act("suggest_groups")
    stage.take("groups-suggested")
    QTest.keyClick(desk.canvas.findChild(GroupSuggestions), Qt.Key.Key_Escape)
    desk.state.select()


def board_menus(stage: Stage) -> None:
    """The menus that open beside the selection: kinds, rows, groups, colours."""
    desk = stage.desk
    desk.board_actions.show_problem()
    desk.state.select({next(card.id for card in desk.session.workshop.board.cards.values() if not card.group)})
    for name in ("choose_kind", "tidy", "assign_to_group", "colour_group"):
        desk.act(name)
        QCoreApplication.processEvents()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        stage.take(f"menu-{name.replace('_', '-')}", menu)
        menu.close()
    desk.state.select()


def dragging(stage: Stage) -> None:
    """A card dragged over another phase with its guides, and a link with its ends in hand."""
    desk = stage.desk
    desk.board_actions.show_problem()
    stage.settle()
    canvas, cards = desk.canvas, desk.session.workshop.board.cards.values()
    card = next(card for card in cards if card.phase is Phase.DISCOVER and not card.group and not card.locked)
    beside = next(card for card in cards if card.phase is Phase.DEFINE and not card.hidden)
    box, other = canvas.scene.cards.rect(card.id), canvas.scene.cards.rect(beside.id)
    assert box is not None
    assert other is not None
    start = canvas.camera.to_screen(box.centre)
    end = canvas.camera.to_screen(Point(other.centre.x + 3, other.centre.y + 240))
    reduce_motion(reduced=True)  # the sign stands where it rises to
    _mouse(stage, QEvent.Type.MouseButtonPress, start)
    for step in range(1, 6):
        at = Point(start.x + (end.x - start.x) * step / 5, start.y + (end.y - start.y) * step / 5)
        _mouse(stage, QEvent.Type.MouseMove, at)
    stage.take("dragging")
    reduce_motion(reduced=False)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    _mouse(stage, QEvent.Type.MouseButtonRelease, end)
    desk.state.select(links={next(iter(desk.session.workshop.board.links))})
    stage.take("link-in-hand")
    desk.state.select()


def _mouse(stage: Stage, kind: QEvent.Type, at: Point) -> None:
    canvas = stage.desk.canvas
    left = Qt.MouseButton.LeftButton
    spot = QPointF(*at)
    place = QPointF(canvas.mapToGlobal(spot.toPoint()))
    QCoreApplication.sendEvent(
        canvas, QMouseEvent(kind, spot, place, left, left, Qt.KeyboardModifier.NoModifier)
    )
