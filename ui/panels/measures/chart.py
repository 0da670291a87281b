"""The small chart of a lens: its readings over time, with baseline and target."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.canvas.painting import paint_plan
from ui.theme.scale import px
from workshop.picture.palette import Palette
from workshop.picture.reading_chart import ReadingChart, chart_height, chart_plan

_TEXT = 11


class LensChart(QWidget):
    """Paints a chart's drawing plan; hidden while there are no readings."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self.chart: ReadingChart | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_chart(self, chart: ReadingChart) -> None:
        """Show a chart."""
        if chart == self.chart:
            return
        self.chart = chart
        self.setVisible(bool(chart.lines))
        self.setFixedHeight(round(chart_height(chart, px(_TEXT))))
        self.setAccessibleName("Readings over time")
        self.setAccessibleDescription(chart.words)
        self.setToolTip(chart.words)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(px(200), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another plan."""
        super().resizeEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the plan."""
        if self.chart is None:
            return
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_plan(painter, chart_plan(self.chart, (self.width(), self.height()), self._looks, px(_TEXT)))
