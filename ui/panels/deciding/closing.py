"""The end of the workshop: what is still open, each with the way to mend it, and the one button that closes."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ui.layouts import empty
from ui.panels.labelled import quiet_label, strong_label
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import PanelContext
from ui.panels.row import link_button
from ui.panels.tab_order import put_in_order
from ui.theme.icons import icon_picture
from ui.theme.scale import px
from ui.window_state import ORIGIN
from workshop.commands.revealing import reveal_all
from workshop.facilitation.closing import ClosingKey, ClosingPoint, closing_check
from workshop.facilitation.rounds import open_round

_ICON = 18
_BUTTON_WORDS = "Writes the summary as a PDF beside the session, and names this version “End of workshop”."
_CLOSED_WORDS = (
    "“End of workshop” names the session as it was at {}. Closing again writes another summary and names another "
    "version; both stay."
)
_OPEN_WORDS = "What is open may stay open; the summary says so."


class ClosingPart(QWidget):
    """A line for each point of the check, ticked where nothing is open. `go_to` leads to a row of the list."""

    def __init__(self, context: PanelContext, go_to: Callable[..., None]) -> None:
        super().__init__()
        self._context = context
        self._go_to = go_to
        self._shown: list[ClosingPoint] | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(strong_label("Close the workshop"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        column.addLayout(self._lines)
        self._open_words = quiet_label(_OPEN_WORDS)
        column.addWidget(self._open_words)
        self.close_button = QPushButton("Close the workshop")
        self.close_button.setObjectName("endWorkshop")
        self.close_button.setProperty("primary", True)
        self.close_button.clicked.connect(self._close)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        self._words = quiet_label(_BUTTON_WORDS)
        leave_out(context.state, self.close_button, self._words)
        column.addWidget(self._words)

    def refresh(self) -> None:
        """Check again."""
        self._tell_closed()
        points = closing_check(self._context.visible, self._context.watch.findings)
        if points == self._shown:
            return
        self._shown = points
        empty(self._lines)
        lines = [_Line(self._context, point, self._mend(point)) for point in points]
        for line in lines:
            self._lines.addWidget(line)
        put_in_order(self.close_button, lines)
        self._open_words.setVisible(not all(point.done for point in points))

    def take_keyboard(self) -> None:
        """To the first thing that can be mended, else to the button."""
        links = (one for one in self.findChildren(QPushButton) if one.property("act"))
        next(links, self.close_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _mend(self, point: ClosingPoint) -> tuple[str, Callable[[], object]]:
        """The words and the way to mend what is open."""
        context, first = self._context, next(iter(point.cards), "")
        going_on = open_round(context.board)
        ways: dict[ClosingKey, tuple[str, Callable[[], object]]] = {
            ClosingKey.HIDDEN_CARDS: ("Reveal all", self._reveal),
            ClosingKey.OPEN_ROUND: (
                "Go to it",
                partial(context.open_panel, "voting", going_on.id if going_on is not None else ""),
            ),
            ClosingKey.OPEN_TENSIONS: (
                "Settle",
                partial(context.open_panel, "tensions", next(iter(point.tensions), "")),
            ),
            ClosingKey.DECISIONS: ("Open", partial(context.open_panel, "deciding", first)),
            ClosingKey.ACTIONS_WITHOUT_OWNER: ("Name an owner", partial(self._go_to, "action", first)),
            ClosingKey.ACTIONS_WITHOUT_DATE: ("Give a date", partial(self._go_to, "action", first)),
            ClosingKey.PARKING_LOT: ("Look at them", partial(self._go_to, "parked", first)),
            ClosingKey.FINDINGS: ("Look at them", partial(context.open_panel, "dots", "")),
        }
        return ways[point.key]

    def _close(self) -> None:
        self._context.act("end_workshop")
        self._tell_closed()

    def _tell_closed(self) -> None:
        """Once it is closed, say when, so that nobody names a second version without meaning to."""
        if (at := self._context.state.closed_at) is None:
            return
        from ui.deciding.ending import clock_words

        self.close_button.setText(f"Closed at {clock_words(at)} · close again")
        self._words.setText(_CLOSED_WORDS.format(clock_words(at)))

    def _reveal(self) -> None:
        state = self._context.state
        state.do(lambda: reveal_all(state.workshop, origin=ORIGIN))


class _Line(QWidget):
    """A point: a tick or a mark, its sentence, and where it is open the way to mend it."""

    def __init__(
        self, context: PanelContext, point: ClosingPoint, mend: tuple[str, Callable[[], object]]
    ) -> None:
        super().__init__()
        looks = context.looks
        sign = QLabel()
        name, colour = ("check-circle", looks.good) if point.done else ("warning-circle", looks.warning)
        sign.setPixmap(icon_picture(name, colour, px(_ICON)))
        sign.setAccessibleName("done" if point.done else "open")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        words = QVBoxLayout()
        words.setSpacing(0)
        sentence = quiet_label(point.sentence)
        words.addWidget(sentence)
        if not point.done:
            link = link_button(*mend)
            link.setAccessibleName(f"{mend[0]}: {point.sentence}")
            words.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        row.addLayout(words, 1)
