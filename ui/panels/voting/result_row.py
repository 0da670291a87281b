"""A card in the result of a round: its rank with ties as ties, its dots as a bar split by discipline."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from ui.canvas.painting import colour
from ui.panels.balance.bars import ORDER, draw_divided
from ui.panels.balance.rows import ClickableRow
from ui.panels.card_words import alone, words_alone
from ui.panels.flow_layout import FlowLayout
from ui.panels.labelled import quiet_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.tags import plate
from ui.theme.scale import px
from ui.voting.result_words import dots_words, rank_words
from workshop.facilitation.results import CardResult, RoundResult
from workshop.model.cards import Discipline
from workshop.picture.palette import Palette

_LETTERS, _BAR = 90, 8


class ResultRow(ClickableRow):
    """A click or Enter shows the card on the board."""

    def __init__(
        self,
        key: str,
        context: PanelContext,
        found: Callable[[], CardResult | None],
        result: Callable[[], RoundResult | None],
    ) -> None:
        super().__init__(key, context.looks, self._show)
        self._context = context
        self._found = found
        self._result = result
        self.column.removeWidget(self.heading)
        self.rank = plate("", self.looks.ink, self.looks.raised)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.heading, 1)
        top.addWidget(self.rank, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(top)
        self.bar = ResultBar(self.looks)
        self.words = quiet_label()
        self.column.addWidget(self.bar)
        self.column.addWidget(self.words)
        acts = FlowLayout(gap=12)
        decide = link_button("Decide…", self._decide)
        leave_out(context.state, decide)
        acts.addWidget(decide)
        self.column.addLayout(acts)

    def show_record(self) -> None:
        """Show the card with its words of now."""
        found, result = self._found(), self._result()
        if found is None or result is None:
            return
        card = self._context.board.cards.get(found.card)
        self.heading.setText(words_alone(self._context.visible, card, _LETTERS))
        self.rank.setText(alone(rank_words(found)))
        self.rank.setVisible(bool(found.total))
        self.bar.show_result(found, result.most)
        self.words.setText(dots_words(found))
        self.setAccessibleName(
            f"{rank_words(found)}: {self.heading.text()}" if found.total else self.heading.text()
        )
        self.setAccessibleDescription(self.words.text())

    def _show(self) -> None:
        if (found := self._found()) is not None:
            self._context.show_cards((found.card,))

    def _decide(self) -> None:
        if (found := self._found()) is not None:
            self._context.open_panel("deciding", f"decide:{found.card}")


class ResultBar(QWidget):
    """A bar as long as the dots, divided by discipline as below the phases of the board."""

    def __init__(self, looks: Palette) -> None:
        super().__init__()
        self._looks = looks
        self._parts: list[tuple[int, Discipline]] = []
        self._share = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_result(self, found: CardResult, most: int) -> None:
        """Show a card's dots; `most` dots fill the bar."""
        dots = {Discipline.CX: found.cx, Discipline.JOINT: found.joint, Discipline.UX: found.ux}
        self._parts = [(dots[side], side) for side in ORDER]
        self._share = found.total / most if most else 0.0
        self.update()

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(px(120), px(_BAR) + px(6))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the ground, and the bar on it."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            ground = QRectF(0, (self.height() - px(_BAR)) / 2, self.width(), px(_BAR))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(self._looks.raised))
            painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
            if self._share:
                bar = QRectF(ground)
                bar.setWidth(max(ground.height(), ground.width() * self._share))
                draw_divided(painter, bar, self._parts, self._looks)
