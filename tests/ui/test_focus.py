"""Where the keyboard is can always be seen, and Tab goes from the top bar over the board to the panel."""

from itertools import pairwise

from PySide6.QtGui import QColor
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from tests.ui.hands import SHIFT, Hands, Key


def test_tab_goes_from_the_top_bar_over_the_board_to_the_panel(sample: Hands) -> None:
    sample.desk.act("toggle_outline")
    sample.bot.waitUntil(sample.desk.panel.session.isVisible)
    first = sample.window.findChild(QWidget, "mainMenu") or sample.desk.top_bar.title
    places = [place for place in _tabbed(sample, first) if place]
    order = list(dict.fromkeys(places))
    assert order[:4] == ["top bar", "outline", "board", "panel"]
    assert places.count("board") >= 2
    changes = sum(one != other for one, other in pairwise(places))
    assert changes <= 4, places


def test_the_board_shows_a_ring_when_tab_brought_the_keyboard_to_it(sample: Hands) -> None:
    sample.state.select()
    sample.desk.top_bar.title.setFocus()
    edge = QColor(sample.canvas.looks.selection)
    sample.settle()
    assert _corner(sample) != edge
    for _ in range(40):
        sample.press(Key.Key_Tab)
        if sample.canvas.hasFocus():
            break
    sample.settle()
    assert _corner(sample) == edge
    sample.press(Key.Key_Backtab, SHIFT)
    sample.settle()
    assert not sample.canvas.hasFocus()
    assert _corner(sample) != edge


def test_every_widget_that_takes_the_keyboard_looks_different_with_it(sample: Hands) -> None:
    same = []
    sample.desk.top_bar.title.setFocus()
    seen: set[QWidget] = set()
    while (widget := QApplication.focusWidget()) is not None and widget not in seen:
        seen.add(widget)
        if widget is not sample.canvas and not isinstance(widget, QAbstractScrollArea):
            sample.breathe()
            with_it = widget.grab().toImage()
            sample.canvas.setFocus()
            sample.breathe()
            if widget.grab().toImage() == with_it:
                same.append(f"{type(widget).__name__} {widget.objectName()} {widget.accessibleName()}")
            widget.setFocus()
        sample.press(Key.Key_Tab)
    assert len(seen) > 12
    assert not same


def _tabbed(hands: Hands, first: QWidget) -> list[str]:
    """Where the keyboard is at each Tab, from a first widget on until it is there again."""
    first.setFocus()
    places = [_place(hands, first)]
    for _ in range(120):
        hands.press(Key.Key_Tab)
        widget = QApplication.focusWidget()
        assert widget is not None
        if widget is first:
            break
        places.append(_place(hands, widget))
    return places


def _place(hands: Hands, widget: QWidget) -> str:
    outline = hands.desk.outlining.panel
    for name, holder in (
        ("top bar", hands.desk.top_bar),
        ("outline", outline),
        ("board", hands.canvas),
        ("panel", hands.desk.panel),
    ):
        if holder is not None and (widget is holder or holder.isAncestorOf(widget)):
            return name
    return ""


def _corner(hands: Hands) -> QColor:
    return hands.canvas.grab().toImage().pixelColor(1, hands.canvas.height() // 2)
