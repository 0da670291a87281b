"""Questions to the other side: asked with a date, answered, listed for each side, taken home."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog, QLineEdit, QMenu, QPushButton, QWidget

from tests.ui.hands import CTRL, LEFT, Hands, Key
from ui.exporting import Export
from ui.panels.questions.page import QuestionsPage
from ui.panels.questions.row import QuestionRow
from workshop.commands.cards import add_card, change_cards
from workshop.commands.questions import ask
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind

CX, UX = Discipline.CX, Discipline.UX


def test_an_empty_list_teaches_and_its_button_begins_a_card_that_asks(hands: Hands) -> None:
    page = _page(hands)
    _click(hands, page.chips[UX])
    _click(hands, page._nothing.button)
    hands.type("Who opens it?")
    hands.press(Key.Key_Escape)
    (card,) = hands.cards
    assert (card.kind, card.asked_of) == (CardKind.QUESTION, UX)
    assert page.rows.keys == (card.id,)
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def test_a_new_question_left_without_words_never_was(hands: Hands) -> None:
    page = _page(hands)
    _click(hands, page._nothing.button)
    hands.press(Key.Key_Escape)
    assert not hands.cards
    assert page._nothing.isVisible()


def test_a_card_asks_a_side_by_keys_alone_and_the_date_is_next(hands: Hands) -> None:
    card = _card(hands, "Who opens it?")
    hands.state.select({card.id})
    hands.canvas.setFocus()
    hands.press(Key.Key_Q)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    hands.press(Key.Key_U, on=menu)
    hands.bot.waitUntil(lambda: hands.board.cards[card.id].asked_of is UX)
    hands.breathe()
    page = _page(hands)
    assert page.side is UX
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "Answer by"
    soon = _today(hands) + timedelta(days=9)
    hands.type(soon.isoformat())
    hands.press(Key.Key_Return)
    assert hands.board.cards[card.id].asked_until == soon
    assert hands.board.cards[card.id].kind is CardKind.QUESTION


def test_a_day_that_has_passed_is_refused_inline_and_stays_written(hands: Hands) -> None:
    card = _asked(hands, "Who opens it?", CX)
    page = _page(hands)
    row = _row(page, card.id)
    field = row.until.findChild(QLineEdit)
    hands.fill(field, "2001-01-01")
    assert row.until.notice.isVisible()
    assert "has passed" in row.until.notice.text()
    assert field.text() == "2001-01-01"
    assert hands.board.cards[card.id].asked_until is None
    hands.fill(field, "soon")
    assert row.until.notice.text() == "Write a day as 2026-11-28."


def test_asking_the_other_side_moves_the_question_to_its_list(hands: Hands) -> None:
    card = _asked(hands, "Who opens it?", CX)
    page = _page(hands)
    hands.choose(_row(page, card.id).asked.findChild(QComboBox), "UX")
    assert hands.board.cards[card.id].asked_of is UX
    assert not page.rows.keys
    assert page.chips[UX].text() == "For UX  1"
    _click(hands, page.chips[UX])
    assert page.rows.keys == (card.id,)


def test_answering_begins_a_card_of_the_side_that_was_asked_and_closes_the_question(hands: Hands) -> None:
    card = _asked(hands, "Who opens it?", CX)
    page = _page(hands)
    _act(hands, _row(page, card.id), "Answer")
    hands.type("Finance, on the first")
    hands.press(Key.Key_Escape)
    answer = hands.cards[-1]
    assert answer.discipline is CX
    ((source, target, kind),) = [(one.source, one.target, one.kind) for one in hands.board.links.values()]
    assert (source, target, kind) == (answer.id, card.id, LinkKind.ANSWERS)
    row = _row(page, card.id)
    assert row._facts.text().startswith("Answered")
    assert row._answers.text() == "Answer: Finance, on the first"
    _act(hands, row, "Show the answer")
    assert hands.state.cards == {card.id, answer.id}


def test_an_overdue_question_says_since_when_and_comes_first(hands: Hands) -> None:
    first = _asked(hands, "one", CX)
    late = _asked(hands, "two", CX)
    workshop, past = hands.desk.session.workshop, _today(hands) - timedelta(days=3)
    change_cards(workshop, origin="me", card_ids=[late.id], asked_until=past)
    page = _page(hands)
    assert page.rows.keys == (late.id, first.id)
    assert page._line.text() == "1 open, 1 overdue"
    row = _row(page, late.id)
    assert row._late.isVisible()
    assert row._late.text().startswith("Overdue since")
    assert not _row(page, first.id)._late.isVisible()


def test_enter_on_a_row_shows_the_card_and_a_question_taken_back_leaves_the_list(hands: Hands) -> None:
    card = _asked(hands, "Who opens it?", CX)
    page = _page(hands)
    row = _row(page, card.id)
    row.setFocus()
    hands.press(Key.Key_Return)
    assert hands.state.cards == {card.id}
    _act(hands, row, "Ask nobody")
    assert hands.board.cards[card.id].asked_of is None
    assert hands.board.cards[card.id].kind is CardKind.QUESTION
    assert not page.rows.keys
    assert page._nothing.button.text() == "Ask the selected question"
    _click(hands, page._nothing.button)
    assert hands.board.cards[card.id].asked_of is CX


def test_a_locked_question_says_why_it_stays_as_it_is(hands: Hands) -> None:
    card = _asked(hands, "Who opens it?", CX)
    change_cards(hands.desk.session.workshop, origin="me", card_ids=[card.id], locked=True)
    page = _page(hands)
    row = _row(page, card.id)
    hands.choose(row.asked.findChild(QComboBox), "UX")
    assert hands.board.cards[card.id].asked_of is CX
    assert row.asked.notice.isVisible()
    assert "locked" in row.asked.notice.text()
    assert row.asked.findChild(QComboBox).currentText() == "CX"


def test_the_words_of_a_hidden_question_do_not_show_and_do_not_leave_the_room(hands: Hands) -> None:
    card = _asked(hands, "secret words", CX)
    _asked(hands, "open words", CX)
    page = _page(hands)
    change_cards(hands.desk.session.workshop, origin="me", card_ids=[card.id], hidden=True)
    hands.breathe()
    assert "secret" not in "".join(row.heading.text() for row in page.rows.rows if isinstance(row, QuestionRow))
    _choose_home(hands, page, "Copy as text")
    text = QGuiApplication.clipboard().text()
    assert "open words" in text
    assert "secret" not in text


def test_a_list_is_taken_home_as_a_table_and_as_a_pdf(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = _page(sample)
    _click(sample, page.chips[UX])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(tmp_path / "home"), ""))
    _choose_home(sample, page, "Write a CSV table…")
    table = (tmp_path / "home.questions.csv").read_text(encoding="utf-8-sig")
    assert table.count("\nUX,") == len(page.rows.keys)
    assert "\nCX," not in table
    _choose_home(sample, page, "Write a PDF…")
    (export,) = sample.window.findChildren(Export)
    with sample.bot.waitSignal(export.ended, timeout=30_000) as ended:
        pass
    assert ended.args == [""]
    assert (tmp_path / "home.questions-ux.pdf").read_bytes().startswith(b"%PDF")


def test_of_ten_thousand_questions_only_those_in_sight_are_rows(hands: Hands) -> None:
    workshop = hands.desk.session.workshop
    with workshop.transact("questions", "me") as transaction:
        for number in range(10_000):
            transaction.put(
                Card(
                    id=f"q{number}",
                    text=f"question {number}",
                    kind=CardKind.QUESTION,
                    asked_of=CX,
                    phase=Phase.DISCOVER,
                    x=float(number),
                )
            )
    page = _page(hands)
    assert len(page.rows.keys) == 10_000
    assert len(page.rows.rows) < 20
    page.rows.setFocus()
    hands.press(Key.Key_End)
    focus = QApplication.focusWidget()
    assert isinstance(focus, QuestionRow)
    assert focus.key == "q9999"


def _card(hands: Hands, text: str) -> Card:
    card = add_card(hands.desk.session.workshop, origin="me", phase=Phase.DISCOVER, text=text)
    hands.breathe()
    return card


def _asked(hands: Hands, text: str, side: Discipline) -> Card:
    return ask(hands.desk.session.workshop, origin="me", card_id=_card(hands, text).id, discipline=side)


def _today(hands: Hands) -> date:
    return hands.desk.session.workshop.clock().date()


def _page(hands: Hands) -> QuestionsPage:
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() > 1)
    hands.desk.panelling.open("questions")
    hands.breathe()
    page = hands.desk.panel._page("questions")
    assert isinstance(page, QuestionsPage)
    return page


def _row(page: QuestionsPage, card: str) -> QuestionRow:
    (row,) = [row for row in page.rows.rows if row.key == card]
    assert isinstance(row, QuestionRow)
    return row


def _act(hands: Hands, row: QWidget, words: str) -> None:
    _click(hands, next(button for button in row.findChildren(QPushButton) if button.text() == words))


def _choose_home(hands: Hands, page: QuestionsPage, words: str) -> None:
    _click(hands, page.home)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    chosen: Callable[[], None] = next(act for act in menu.actions() if act.text() == words).trigger
    menu.close()
    chosen()
    hands.breathe()


def _click(hands: Hands, button: QWidget) -> None:
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    hands.breathe()
