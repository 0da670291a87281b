"""The preview of a paste: the phase of the cards that name none can be chosen there."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from tests.ui.hands import CTRL, Hands, Key
from ui.panels.choices import QuietCombo
from ui.pasting.preview_sheet import PreviewSheet
from workshop.imports.columns import CardField
from workshop.model.diamonds import Phase

MANY = "\n".join(f"card {number}" for number in range(30))
TABLE = "\n".join(["Text\tWhat", *(f"note {n}\t{'risk' if n % 2 else 'need'}" for n in range(30))])


@pytest.fixture(autouse=True)
def clean_clipboard(qapp: QApplication) -> Iterator[None]:
    """Nothing of one test is left for the next."""
    yield
    QGuiApplication.clipboard().clear()


def sheet_of(hands: Hands) -> PreviewSheet:
    """The preview, once it is there."""
    hands.bot.waitUntil(lambda: hands.desk.findChild(PreviewSheet) is not None)
    return hands.desk.findChild(PreviewSheet)


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
