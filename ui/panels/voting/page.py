"""The panel of voting: starting a round, all rounds, and inside one whose turn it is, dots, and the result."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QPushButton

from ui.panels.balance.rows import DisagreementRow
from ui.panels.heading_row import HeadingRow
from ui.panels.looking_only import leave_out
from ui.panels.panel_page import MARGIN, PanelContext, PanelPage
from ui.panels.row import Row
from ui.panels.row_list import RowList
from ui.panels.teaching import Teaching
from ui.panels.voting.no_dots_row import NoDotsRow
from ui.panels.voting.options import can_vote
from ui.panels.voting.result_row import ResultRow
from ui.panels.voting.round_row import RoundRow, counted
from ui.panels.voting.rules_row import RulesRow
from ui.panels.voting.start_row import StartRow
from ui.panels.voting.take_row import TakeRow
from ui.panels.voting.turns_row import TurnsRow
from ui.panels.voting.vote_row import VoteRow
from ui.theme.icons import icon
from workshop.facilitation.results import CardResult, RoundResult, result_of
from workshop.facilitation.rounds import open_round, options_seen, rounds_of
from workshop.method.disagreement import Disagreement
from workshop.model.facilitation import VotingRound

_START, _TURNS, _TAKE, _RULES = "start", "turns", "take", "rules"
_APART, _ALL, _NO_DOTS = "heading:apart", "all", "nodots"
_APART_WORDS = "The share of all its dots that each side put on a card."
NEW = "new"
"""What the panel is opened at to start a round."""


class VotingPage(PanelPage):
    """One list: the form and all rounds, or what is in the round that is opened."""

    title = "Voting"

    def __init__(self, context: PanelContext) -> None:
        super().__init__(context)
        self.opened: str | None = None
        self.result: RoundResult | None = None
        self._going_on: str | None = None
        self._changing: str | None = None
        self._unfolded: str | None = None
        self.back = self._back_button()
        self._nothing = Teaching(
            "Dots show what the room finds important, and where CX and UX differ. Write two cards or more, then vote "
            "on them here, one after another or by a show of hands.",
            "Write a card",
            lambda: context.act("new_card"),
        )
        leave_out(self.state, self._nothing.button)
        self.rows = RowList(self._row)
        self.rows.setAccessibleName("Voting")
        self.body.addWidget(self._nothing)
        self.body.addWidget(self.rows, 1)
        self.state.voter_changed.connect(self._on_voter)
        self.state.presenting_changed.connect(self._on_voter)
        self.state.selection_changed.connect(self._on_selection)

    @property
    def rounds(self) -> dict[str, VotingRound]:
        """All rounds by id, the latest first."""
        return {one.id: one for one in reversed(rounds_of(self.context.board))}

    @property
    def round(self) -> VotingRound | None:
        """The round that is opened."""
        return self.rounds.get(self.opened or "")

    def refresh(self) -> None:
        """Show the board as it is now; a round that has just begun opens."""
        going_on = open_round(self.context.board)
        begun = going_on.id if going_on is not None else None
        if begun is not None and begun != self._going_on:
            self.opened = begun
        self._going_on = begun
        if self.round is None:
            self.opened = None
        self.result = result_of(self.context.visible, self.round) if self.round is not None else None
        keys = self._keys_of_round(self.round) if self.round is not None else self._keys_of_list()
        self.rows.show_rows(keys)
        self.rows.setVisible(bool(keys))
        self._nothing.setVisible(not keys)
        self.back.setVisible(self.opened is not None)
        self.say("" if self.opened is not None else counted(self.rounds.values()))

    def show_record(self, record_id: str) -> None:
        """Open a round, bring a card of the opened round into sight, or begin to start one."""
        if record_id in self.rounds:
            self.open(record_id)
        elif record_id == NEW:
            self.close_round()
            self.rows.go_to(_START)
            if (form := self._start_row()) is not None:
                form.take_keyboard()
        else:
            if (found := self._result_row(record_id)) is not None and not found.total:
                self._unfolded = self.opened
                self.refresh()
            self.rows.go_to(f"vote:{record_id}")
            self.rows.go_to(f"result:{record_id}")

    def open(self, round_id: str) -> None:
        """Open a round, with the keyboard where work goes on."""
        self.opened = round_id
        self._going_on = round_id if self._going_on is None else self._going_on
        self.refresh()
        self.rows.verticalScrollBar().setValue(0)
        self.rows.go_to(f"round:{round_id}")

    def close_round(self) -> None:
        """Back to the list, to the row of what was open."""
        before, self.opened = self.opened, None
        self.refresh()
        if before is not None:
            self.rows.go_to(f"round:{before}")

    def change_rules(self) -> None:
        """Show the fields of the opened round's rules with the keyboard in them, or no longer."""
        self._changing = None if self._changing == self.opened else self.opened
        self.refresh()
        fields = next((row for row in self.rows.rows if isinstance(row, RulesRow)), None)
        if fields is not None:
            fields.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.opened is not None:
            self.close_round()
        else:
            super().keyPressEvent(event)

    def _back_button(self) -> QPushButton:
        back = QPushButton("All rounds")
        back.setObjectName("back")
        back.setIcon(icon("arrow-left", self.looks.selection))
        back.setProperty("link", True)
        back.setToolTip("Esc")
        back.clicked.connect(self.close_round)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN - 4, 0, MARGIN, 0)
        row.addWidget(back)
        row.addStretch(1)
        self.body.addLayout(row)
        return back

    def _keys_of_list(self) -> tuple[str, ...]:
        rounds = tuple(f"round:{key}" for key in self.rounds)
        may_start = not self.state.workshop.read_only and can_vote(self.context.visible)
        starts = (_START,) if may_start and open_round(self.context.board) is None else ()
        return (*starts, *rounds)

    def _keys_of_round(self, voting_round: VotingRound) -> tuple[str, ...]:
        head = f"round:{voting_round.id}"
        if self.result is None:
            rules = (_RULES,) if self._changing == voting_round.id else ()
            turns = () if self.state.workshop.read_only else (_TURNS,)
            votes = (f"vote:{card}" for card in options_seen(self.context.visible, voting_round))
            return (head, *rules, *turns, *votes)
        return (head, *self._keys_of_result(self.result))

    def _keys_of_result(self, result: RoundResult) -> tuple[str, ...]:
        """What the room acts on first; the cards by rank follow, those without a dot folded at their end."""
        without = tuple(f"result:{row.card}" for row in result.rows if not row.total)
        if not result.dots:
            return without
        ranked = (f"result:{row.card}" for row in result.rows if row.total)
        apart = tuple(f"apart:{row.card}" for row in result.disagreements())
        fold = (_NO_DOTS,) if without else ()
        rest = without if self._unfolded == self.opened else ()
        take = () if self.state.workshop.read_only else (_TAKE,)
        return (*take, *((_APART, *apart) if apart else ()), _ALL, *ranked, *fold, *rest)

    def _row(self, key: str) -> Row:
        kind, _, record = key.partition(":")
        makers: dict[str, Callable[[], Row]] = {
            "vote": lambda: VoteRow(key, self.context, record, lambda: self.round),
            "result": lambda: ResultRow(
                key, self.context, partial(self._result_row, record), lambda: self.result
            ),
            "apart": lambda: self._apart_row(key, record),
            "round": lambda: RoundRow(key, self.context, record, self),
            "heading": lambda: HeadingRow(key, self.looks, "Where CX and UX differ most", _APART_WORDS),
            _START: lambda: StartRow(key, self.context),
            _ALL: lambda: HeadingRow(key, self.looks, "Cards by their dots"),
            _NO_DOTS: lambda: self._no_dots_row(key),
            _RULES: lambda: RulesRow(key, self.context, lambda: self.round),
            _TURNS: lambda: TurnsRow(key, self.context),
            _TAKE: lambda: TakeRow(key, self.context, lambda: self.result),
        }
        return makers[kind]()

    def _no_dots_row(self, key: str) -> NoDotsRow:
        return NoDotsRow(
            key,
            self.looks,
            result=lambda: self.result,
            unfolded=lambda: self._unfolded == self.opened,
            turn=self._turn_no_dots,
        )

    def _turn_no_dots(self) -> None:
        self._unfolded = None if self._unfolded == self.opened else self.opened
        self.refresh()

    def _result_row(self, card: str) -> CardResult | None:
        rows = self.result.rows if self.result is not None else ()
        return next((row for row in rows if row.card == card), None)

    def _apart_row(self, key: str, card: str) -> DisagreementRow:
        return DisagreementRow(
            key,
            self.looks,
            self.context.visible,
            found=lambda: _as_disagreement(self._result_row(card)),
            most=lambda: (
                max(max(row.cx_share, row.ux_share) for row in self.result.rows) if self.result else 1.0
            ),
            do=lambda: self.context.show_cards((card,)),
        )

    def _start_row(self) -> StartRow | None:
        return next((row for row in self.rows.rows if isinstance(row, StartRow)), None)

    def _on_voter(self) -> None:
        if self.isVisible():
            self.rows.show_rows(self.rows.keys)
            self._leave_row_of_last_voter()

    def _leave_row_of_last_voter(self) -> None:
        """Bring the keyboard from the card of the last dot to the first one: where it is tells what was voted for."""
        focus = QApplication.focusWidget()
        rows = [row for row in self.rows.rows if isinstance(row, VoteRow)]
        if focus is not None and any(row is focus or row.isAncestorOf(focus) for row in rows):
            self.rows.go_to(next(key for key in self.rows.keys if key.startswith("vote:")))

    def _on_selection(self) -> None:
        """The form offers what is selected."""
        if self.isVisible() and (form := self._start_row()) is not None:
            form.show_record()


def _as_disagreement(row: CardResult | None) -> Disagreement | None:
    return Disagreement(row.card, row.cx, row.ux, row.cx_share, row.ux_share) if row is not None else None
