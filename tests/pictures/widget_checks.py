"""Finding clipped and overlapping labels from the geometry of the widgets that are shown."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QCheckBox,
    QComboBox,
    QFrame,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QToolButton,
    QWidget,
)

from ui.elided import ElidedLabel
from ui.panels.choices import QuietCombo

SLACK = 1
"""Pixels by which a text may exceed its room: rounding."""

_ICON_GAP = 4


def problems_of(window: QWidget) -> list[str]:
    """A sentence for each label that is clipped, outside its parent, or over another, in a window as it is shown."""
    shown = [widget for widget in (window, *window.findChildren(QWidget)) if widget.isVisible()]
    found = [problem for widget in shown for problem in _problems_at(widget)]
    return sorted(set(found))


def larger_than(widget: QWidget, screen: QSize) -> Iterator[str]:
    """A sentence if a window or popup does not fit on a screen of this size."""
    if widget.width() > screen.width() + SLACK or widget.height() > screen.height() + SLACK:
        given, room = f"{widget.width()} × {widget.height()}", f"{screen.width()} × {screen.height()}"
        yield f"{_name(widget)}: {given} pixels on a screen of {room}"


def _problems_at(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, QLabel):
        yield from _label(widget)
    elif isinstance(widget, QPushButton | QCheckBox):
        yield from _button(widget)
    elif isinstance(widget, QToolButton):
        yield from _tool_button(widget)
    elif isinstance(widget, QComboBox) and not isinstance(widget, QuietCombo):
        yield from _combo(widget)
    elif isinstance(widget, QLineEdit):
        yield from _placeholder(widget)
    elif isinstance(widget, QScrollArea):
        yield from _scroll(widget)
    if isinstance(widget, QLabel | QAbstractButton | QLineEdit | QComboBox) or _floats(widget):
        yield from _outside(widget)
    yield from _overlaps(widget)


def _label(label: QLabel) -> Iterator[str]:
    if not label.text() or isinstance(label, ElidedLabel):
        return
    room = label.contentsRect()
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        if needed > label.height() + SLACK:
            yield f"{_name(label)}: its lines need {needed} pixels of height and have {label.height()}"
        return
    lines = label.text().split("\n")
    width = max(label.fontMetrics().horizontalAdvance(line) for line in lines)
    height = label.fontMetrics().height() * len(lines)
    if width > room.width() + SLACK:
        yield f"{_name(label)}: clipped, {width} pixels of text in {room.width()}"
    if height > label.height() + SLACK:
        yield f"{_name(label)}: clipped, {height} pixels of text in a height of {label.height()}"


def _button(button: QPushButton | QCheckBox) -> Iterator[str]:
    if not button.text():
        return
    option = QStyleOptionButton()
    button.initStyleOption(option)
    push = isinstance(button, QPushButton)
    element = QStyle.SubElement.SE_PushButtonContents if push else QStyle.SubElement.SE_CheckBoxContents
    room = button.style().subElementRect(element, option, button)
    icon = 0 if button.icon().isNull() else button.iconSize().width() + _ICON_GAP
    yield from _fits(button, button.text().replace("&", ""), room, icon)


def _tool_button(button: QToolButton) -> Iterator[str]:
    if (
        button.text()
        and button.toolButtonStyle() != Qt.ToolButtonStyle.ToolButtonIconOnly
        and button.icon().isNull()
    ):
        yield from _fits(button, button.text(), button.contentsRect(), 0)


def _combo(combo: QComboBox) -> Iterator[str]:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    field = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, field, combo)
    yield from _fits(combo, combo.currentText(), room, 0)


def _placeholder(line: QLineEdit) -> Iterator[str]:
    if not line.text() and line.placeholderText():
        yield from _fits(line, line.placeholderText(), line.contentsRect().adjusted(4, 0, -4, 0), 0)


def _fits(widget: QWidget, text: str, room: QRect, taken: int) -> Iterator[str]:
    width = widget.fontMetrics().horizontalAdvance(text) + taken
    if width > room.width() + SLACK:
        yield f"{_name(widget)}: clipped, {width} pixels of text in {room.width()}"
    if widget.fontMetrics().height() > widget.height() + SLACK:
        yield f"{_name(widget)}: clipped, its text is higher than itself"


def _scroll(area: QScrollArea) -> Iterator[str]:
    inside = area.widget()
    if inside is not None and inside.width() > area.viewport().width() + SLACK:
        yield f"{_name(inside)}: {inside.width()} pixels wide in a panel of {area.viewport().width()}"


def _floats(widget: QWidget) -> bool:
    """Whether a widget is a frame that lies over others, such as a sheet or a bar."""
    parent = widget.parentWidget()
    if not isinstance(widget, QFrame) or parent is None or isinstance(parent, QAbstractScrollArea):
        return False
    return not isinstance(parent.parentWidget(), QAbstractScrollArea)


def _outside(widget: QWidget) -> Iterator[str]:
    parent = widget.parentWidget()
    if parent is None or widget.isWindow():
        return
    if not parent.rect().adjusted(-SLACK, -SLACK, SLACK, SLACK).contains(widget.geometry()):
        yield f"{_name(widget)}: reaches out of {_name(parent)}"


def _overlaps(parent: QWidget) -> Iterator[str]:
    kinds = (QLabel, QAbstractButton, QLineEdit, QComboBox, QFrame)
    siblings = [child for child in parent.children() if isinstance(child, kinds) and child.isVisible()]
    beneath = (QStackedWidget, QScrollArea, QPlainTextEdit)
    floating = [child for child in siblings if not child.isWindow() and not isinstance(child, beneath)]
    if parent.objectName() == "qt_scrollarea_viewport" or isinstance(parent, QComboBox | QLineEdit):
        return
    for one, other in combinations(floating, 2):
        common = one.geometry() & other.geometry()
        if common.width() > SLACK and common.height() > SLACK:
            yield f"{_name(one)} and {_name(other)} overlap by {common.width()} × {common.height()} pixels"


def _name(widget: QWidget) -> str:
    texts = (getattr(widget, name, None) for name in ("text", "currentText"))
    text = next((text() for text in texts if callable(text)), "")
    corner = widget.mapTo(widget.window(), QPoint(0, 0))
    words = widget.objectName() or type(widget).__name__
    return f"{words} “{str(text)[:40]}” at {corner.x()}, {corner.y()}"
