"""Lines of chips: each chip has a place of its own, also after other widgets have come and gone."""

import shiboken6
from PySide6.QtCore import QCoreApplication, QRect
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from tests.ui.hands import CTRL, Hands, Key
from ui.dialogs.export_frame import ExportFrame
from ui.layouts import empty
from ui.panels.flow_layout import FlowLayout


def test_the_export_sheet_after_the_sheet_of_shortcuts_lays_each_chip_in_a_place_of_its_own(
    sample: Hands,
) -> None:
    sample.press(Key.Key_Question, on=sample.canvas)
    assert QApplication.focusWidget() is not sample.canvas
    sample.press(Key.Key_E, CTRL)
    (sheet,) = [one for one in sample.window.findChildren(ExportFrame) if one.isVisible()]
    QCoreApplication.processEvents()
    chips = [one for one in sheet.findChildren(QPushButton) if one.isVisible() and one.property("chip")]
    assert len(chips) > 4
    for number, chip in enumerate(chips):
        for other in chips[number + 1 :]:
            if chip.parent() is other.parent():
                assert not chip.geometry().intersects(other.geometry()), (chip.text(), other.text())
    sheet.leave()


def test_a_chip_that_goes_takes_its_place_with_it(qapp: QApplication) -> None:
    holder, flow = QWidget(), FlowLayout()
    column = QVBoxLayout(holder)
    column.addLayout(flow)
    for _ in range(100):
        chips = [QPushButton(words) for words in ("first", "second", "third")]
        for chip in chips:
            flow.addWidget(chip)
        flow.setGeometry(QRect(0, 0, 1_000, 100))
        assert chips[0].geometry().right() < chips[1].x()
        shiboken6.delete(chips[0])
        flow.removeWidget(chips[1])
        assert flow.count() == 1
        empty(flow)
        assert flow.count() == 0
    holder.deleteLater()
