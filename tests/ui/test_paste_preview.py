"""The preview of a paste: the phase of the cards that name none can be chosen there."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget

from tests.ui import pasting_room
from tests.ui.hands import CTRL, Hands, Key
from tests.ui.pasting_room import MANY, sheet_of
from ui.floating import ToolPalette
from ui.panels.choices import QuietCombo
from ui.pasting.preview_sheet import PreviewSheet
from ui.window_state import Tool
from workshop.commands.agenda import add_step
from workshop.imports.columns import CardField
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Mode

clean_clipboard = pasting_room.clean_clipboard

TABLE = "\n".join(["Text\tWhat", *(f"note {n}\t{'risk' if n % 2 else 'need'}" for n in range(30))])


@pytest.mark.parametrize("text", [MANY, TABLE], ids=["lines", "table"])
def test_the_preview_lets_one_choose_the_phase_of_the_cards_that_name_none(hands: Hands, text: str) -> None:
    hands.move(hands.empty_ground(Phase.DISCOVER))
    QGuiApplication.clipboard().setText(text)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet = sheet_of(hands)
    choice = sheet.findChild(QuietCombo, "defaultPhase")
    assert choice.currentText() == "Discover"
    hands.choose(choice, "Pilot")
    assert sheet.table.model().index(0, list(CardField).index(CardField.PHASE)).data() == "Pilot"
    hands.window.actions_by_name["toggle_theme"].trigger()
    hands.breathe()
    sheet = hands.desk.pasting_actions.pasting.sheet
    assert sheet.findChild(QuietCombo, "defaultPhase").currentText() == "Pilot"
    sheet.paste.setFocus()
    hands.press(Key.Key_Return)
    hands.bot.waitUntil(lambda: len(hands.cards) == 30)
    assert {card.phase for card in hands.cards} == {Phase.PILOT}
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def pasted(hands: Hands) -> PreviewSheet:
    QGuiApplication.clipboard().setText(MANY)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    return sheet_of(hands)


@pytest.mark.parametrize("size", [(960, 600), (1_280, 720), (1_600, 1_000)])
def test_all_behind_the_preview_is_dimmed_and_in_its_full_colours_again_after_it(
    hands: Hands, size: tuple[int, int]
) -> None:
    hands.window.resize(*size)
    hands.settle()
    tools = hands.desk.findChild(ToolPalette)
    places = [tools.mapTo(hands.window, QPoint(4, tools.height() // 2)), QPoint(6, 6)]
    places += [QPoint(size[0] - 6, size[1] - 6)]

    def lightness() -> list[int]:
        image = hands.window.grab().toImage()
        return [image.pixelColor(at).lightness() for at in places]

    before = lightness()
    sheet = pasted(hands)
    middle = sheet.mapTo(hands.window, sheet.rect().center()) - hands.window.rect().center()
    assert middle.manhattanLength() <= 2
    assert all(now < was * 0.7 for now, was in zip(lightness(), before, strict=True))
    hands.press(Key.Key_Escape)
    hands.settle()
    assert lightness() == before


def test_a_press_beside_the_preview_puts_it_away_and_does_nothing_else(hands: Hands) -> None:
    pasted(hands)
    tools = hands.desk.findChild(ToolPalette)
    hand = tools.mapTo(hands.window, QPoint(8, tools.height() // 2 - 20))
    QTest.mouseClick(
        hands.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, hand
    )
    hands.bot.waitUntil(lambda: hands.desk.findChild(PreviewSheet) is None)
    assert hands.state.tool is Tool.SELECT
    assert not hands.cards
    assert hands.write("and on")


def test_tab_goes_round_in_the_preview(hands: Hands) -> None:
    sheet = pasted(hands)
    stops: list[QWidget] = []
    while (on := hands.window.focusWidget()) not in stops:
        assert sheet.isAncestorOf(on)
        stops.append(on)
        hands.press(Key.Key_Tab)
    assert {sheet.table, sheet.paste} < set(stops)
    hands.press(Key.Key_Escape)


SECRETS = "\n".join(f"secret {n}\tneed\tAstrid{n}" for n in range(30))


def test_the_preview_shows_dots_on_a_mirrored_screen_while_cards_are_to_lie_turned(hands: Hands) -> None:
    workshop = hands.state.workshop
    step = add_step(workshop, origin="window", title="Write", mode=Mode.WRITE_SILENTLY)
    QGuiApplication.clipboard().setText(SECRETS)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet = sheet_of(hands)
    assert "secret 0" in _told(sheet)
    workshop.room.start(step.id)
    hands.breathe()
    assert "secret 0" in _told(sheet), "the room does not see this screen"
    hands.state.masking.mirror(True)
    hands.breathe()
    assert "secret" not in _told(sheet)
    assert "Astrid" not in _told(sheet)
    hands.state.masking.peek(True)
    assert "secret 0" in _told(sheet)
    hands.state.masking.peek(False)
    workshop.room.stop()
    hands.breathe()
    assert "secret 0" in _told(sheet)
    hands.state.masking.mirror(False)
    sheet.cancelled.emit()


def _told(sheet: PreviewSheet) -> str:
    """All that the sheet shows or says in a tooltip."""
    model = sheet.table.model()
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole)
    places = [(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())]
    cells = [str(model.index(*place).data(role)) for place in places for role in roles]
    combos = [one.itemText(at) for one in sheet.findChildren(QuietCombo) for at in range(one.count())]
    labels = [one.text() for one in sheet.findChildren(QLabel)]
    return "\n".join([*cells, *combos, *labels])
