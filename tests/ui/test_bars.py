"""The bars over the board: each comes by its key, and none lies on another or stays under it."""

from collections.abc import Iterator
from itertools import combinations

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QFrame, QLabel

from tests.ui.hands import CTRL, SHIFT, Hands, Key
from ui.finding.command_palette import CommandPalette
from ui.finding.find_bar import FindBar
from ui.group_suggestions import GroupSuggestions
from ui.outline.target_search import TargetSearch
from ui.pasting.preview_sheet import PreviewSheet
from ui.pasting.quick_list import QuickList

KINDS = (PreviewSheet, FindBar, CommandPalette, QuickList, GroupSuggestions, TargetSearch)
OPENED_BY = {
    "quick list": (Key.Key_J, CTRL),
    "find": (Key.Key_F, CTRL),
    "palette": (Key.Key_K, CTRL),
    "suggestions": (Key.Key_J, CTRL | SHIFT),
    "sheet": (Key.Key_V, CTRL),
}


@pytest.fixture
def copied(qapp: QApplication) -> Iterator[None]:
    """So many lines on the clipboard that they are shown before they are pasted."""
    QGuiApplication.clipboard().setText("\n".join(f"line {number}" for number in range(30)))
    yield
    QGuiApplication.clipboard().clear()


def shown(hands: Hands) -> dict[str, QRect]:
    """The bars that are there, and where they lie in the window."""
    bars = [bar for kind in KINDS for bar in hands.desk.findChildren(QFrame) if type(bar) is kind]
    return {
        type(bar).__name__: QRect(bar.mapTo(hands.window, QPoint(0, 0)), bar.size())
        for bar in bars
        if bar.isVisible()
    }


@pytest.mark.parametrize("bar", ["quick list", "find", "palette", "suggestions"])
def test_another_bar_puts_the_preview_of_a_paste_away(sample: Hands, copied: None, bar: str) -> None:
    sample.press(Key.Key_V, CTRL, on=sample.canvas)
    assert "PreviewSheet" in shown(sample)
    sample.press(*OPENED_BY[bar])
    assert len(shown(sample)) == 1
    assert "PreviewSheet" not in shown(sample)
    before = len(sample.cards)
    sample.press(Key.Key_Escape)
    sample.press(Key.Key_V, CTRL, on=sample.canvas)
    sample.press(Key.Key_Return)
    sample.bot.waitUntil(lambda: len(sample.cards) == before + 30)


def test_escape_on_the_board_cancels_the_preview_of_a_paste(hands: Hands, copied: None) -> None:
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.canvas.setFocus()
    assert QApplication.focusWidget() is hands.canvas
    hands.press(Key.Key_Escape)
    assert not shown(hands)
    assert not hands.cards


def test_no_bar_lies_on_another_in_whatever_order_they_come(sample: Hands, copied: None) -> None:
    for first in OPENED_BY:
        for second in OPENED_BY:
            for bar in (first, second):
                sample.canvas.setFocus()
                sample.press(*OPENED_BY[bar])
            lying = shown(sample)
            assert lying or first == second == "palette"
            crossing = [pair for pair in combinations(lying, 2) if lying[pair[0]].intersects(lying[pair[1]])]
            assert not crossing, (first, second)
            sample.press(Key.Key_Escape)
            sample.press(Key.Key_Escape, on=sample.canvas)
            sample.press(*OPENED_BY["quick list"])
            sample.press(Key.Key_Escape)
            assert not shown(sample)


def test_the_search_for_a_linked_card_comes_below_the_find_bar(sample: Hands) -> None:
    sample.press(Key.Key_F, CTRL)
    sample.canvas.setFocus()
    sample.state.select({sample.cards[0].id})
    sample.press(Key.Key_L, SHIFT)
    lying = shown(sample)
    assert lying["TargetSearch"].top() > lying["FindBar"].bottom()


def test_a_suggested_group_is_explained_by_its_words_and_by_what_its_cards_say(sample: Hands) -> None:
    sample.press(Key.Key_J, CTRL | SHIFT, on=sample.canvas)
    bar = sample.desk.findChild(GroupSuggestions)
    words = bar.findChild(QLabel, "whySuggested").text()
    texts = bar.findChild(QLabel, "textsSuggested").text()
    lit = [sample.board.cards[card].text for card in sample.state.lit]
    assert words.startswith(f"{len(lit)} cards share “")
    assert any(text[:20] in texts for text in lit)
    sample.press(Key.Key_Escape)


def test_a_quick_list_of_another_theme_that_is_gone_is_not_asked_to_go(hands: Hands, copied: None) -> None:
    hands.press(Key.Key_J, CTRL)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_D, CTRL | SHIFT)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    hands.press(Key.Key_V, CTRL)
    assert list(shown(hands)) == ["PreviewSheet"]
    hands.press(Key.Key_Escape)


def test_the_find_bar_puts_away_a_palette_that_lies_where_it_comes(sample: Hands) -> None:
    sample.desk.finding.command_palette()
    palette = sample.desk.finding.palette
    assert palette is not None
    sample.bot.waitUntil(palette.isVisible)
    sample.desk.finding.find_cards()
    assert not palette.isVisible()
    assert sample.desk.finding.bar.isVisible()
