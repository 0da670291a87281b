"""The panel of the balance: what is counted in each phase, and the cards that the sides value differently."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.ui.hands import LEFT, Hands, Key
from ui.panels.balance.page import BalancePage
from ui.panels.balance.rows import DisagreementRow, PhaseRow
from ui.panels.row import Row
from workshop.commands.cards import change_cards, change_text
from workshop.commands.votes import add_dot
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.people import Participant

ONE = Card(
    id="one", text="“Set up” fails", phase=Phase.DISCOVER, x=100.0, discipline=Discipline.CX, author="mira"
)
TWO = Card(id="two", text="Too many tools", phase=Phase.DISCOVER, x=400.0, discipline=Discipline.UX)
PARKED = Card(id="parked", text="Later", discipline=Discipline.UX)
BOARD = (
    ONE, TWO, PARKED, Participant(id="mira", name="Mira", discipline=Discipline.CX),
    Vote(id="v1", card="one", dots=3, discipline=Discipline.CX),
    Vote(id="v2", card="two", dots=1, discipline=Discipline.CX),
    Vote(id="v3", card="two", dots=2, discipline=Discipline.UX),
)  # fmt: skip


@pytest.fixture
def opened(home: Hands, session_file: Any) -> Callable[..., Hands]:
    def open_with(*records: Any) -> Hands:
        assert home.window.open_path(session_file(*records))
        home.settle()
        home.desk.act("show_balance")
        home.breathe()
        return home

    return open_with


def _page(hands: Hands) -> BalancePage:
    (page,) = hands.desk.panel.findChildren(BalancePage)
    return page


def _row(hands: Hands, key: str) -> Row:
    hands.bot.waitUntil(lambda: key in _page(hands).rows.keys)
    _page(hands).rows.go_to(key)
    return next(row for row in _page(hands).rows.rows if row.key == key)


def test_each_phase_says_how_many_cards_authors_and_votes_are_of_whom(opened: Callable[..., Hands]) -> None:
    hands = opened(*BOARD)
    row = _row(hands, "Discover")
    assert isinstance(row, PhaseRow)
    assert row.accessibleDescription() == (
        "Cards: 1 CX, 0 CX + UX, 1 UX; Authors: 1 CX, 0 CX + UX, 0 UX; Votes: 4 CX, 0 CX + UX, 2 UX"
    )
    assert [phase.value for phase in Phase] == list(_page(hands).rows.keys[1:9])


def test_a_click_on_a_phase_selects_its_cards_and_looks_there(opened: Callable[..., Hands]) -> None:
    hands = opened(*BOARD)
    hands.bot.mouseClick(_row(hands, "Discover"), LEFT)
    assert hands.state.cards == {"one", "two"}
    assert hands.canvas.looking.sees(hands.canvas.scene.layout.columns[Phase.DISCOVER])


def test_what_the_sides_value_differently_stands_as_pairs_and_enter_shows_the_card(
    opened: Callable[..., Hands],
) -> None:
    hands = opened(*BOARD)
    row = _row(hands, "one")
    assert isinstance(row, DisagreementRow)
    assert row.accessibleName() == "“Set up” fails"
    assert row.accessibleDescription() == "CX: 3 dots · 75 %; UX: 0 dots · 0 %"
    hands.press(Key.Key_Return, on=row)
    assert hands.state.cards == {"one"}
    assert hands.canvas.looking.sees(hands.rect("one"))


def test_the_panel_follows_new_votes_and_words_and_keeps_hidden_cards_to_itself(
    opened: Callable[..., Hands],
) -> None:
    hands = opened(*BOARD)
    row = _row(hands, "one")
    workshop = hands.state.workshop
    change_text(workshop, origin="phone", card_id="one", text="Set-up fails")
    hands.bot.waitUntil(lambda: row.accessibleName() == "Set-up fails")
    add_dot(workshop, origin="phone", card_id="one", discipline=Discipline.UX)
    hands.bot.waitUntil(lambda: "UX: 1 dot · 33 %" in row.accessibleDescription())
    change_cards(workshop, origin="phone", card_ids=["one"], hidden=True)
    hands.bot.waitUntil(lambda: "one" not in _page(hands).rows.keys)


def test_without_cards_it_teaches_and_without_votes_it_says_what_would_stand_here(
    opened: Callable[..., Hands],
) -> None:
    hands = opened()
    hands.bot.waitUntil(lambda: _page(hands)._nothing.isVisible())
    hands.bot.mouseClick(_page(hands)._nothing.button, LEFT)
    assert hands.canvas.writing.card
    hands.type("first")
    hands.press(Key.Key_Escape)
    assert "both voted" in _row(hands, "heading:apart").accessibleDescription()
