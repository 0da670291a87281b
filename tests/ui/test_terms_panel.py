"""Terms: written and changed in the panel, taken from cards and from tables, underlined and told on the board."""

from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from tests.ui.hands import CTRL, LEFT, Hands, Key
from tests.ui.terms_room import new_card, terms_in, terms_page
from ui.panels.fields import FieldEditor
from ui.panels.terms.page import TermsPage
from ui.panels.terms.row import SuggestionRow, TermRow
from ui.panels.terms.sheet import TermSheet
from workshop.commands.cards import change_text
from workshop.commands.terms import add_term
from workshop.model.cards import Discipline
from workshop.model.terms import Term


def test_an_empty_panel_teaches_and_its_button_begins_a_term(hands: Hands) -> None:
    page = terms_page(hands)
    assert page._nothing.isVisible()
    assert not page.rows.isVisible()
    _click(hands, page._nothing.button)
    hands.type("hand-over")
    hands.press(Key.Key_Tab)
    (term,) = terms_in(hands)
    assert term.cx_says == "hand-over"
    hands.type("set-up")
    hands.press(Key.Key_Tab)
    hands.type("start")
    hands.press(Key.Key_Tab)
    hands.type("from the order to the first lamp")
    hands.press(Key.Key_Tab)
    (term,) = terms_in(hands)
    assert (term.ux_says, term.agreed) == ("set-up", "start")
    assert term.definition == "from the order to the first lamp"
    hands.press(Key.Key_Escape)
    assert page.rows.keys == (term.id,)
    assert QApplication.focusWidget() is page.rows.rows[0]


def test_what_is_written_before_a_word_comes_with_the_first_word(hands: Hands) -> None:
    page = terms_page(hands)
    _click(hands, page._nothing.button)
    _fill(hands, page, "example", "Show the bill.")
    assert not terms_in(hands)
    _fill(hands, page, "ux_says", "bill")
    (term,) = terms_in(hands)
    assert (term.ux_says, term.example) == ("bill", "Show the bill.")


def test_escape_in_the_first_word_of_a_new_term_keeps_it_and_goes_back_to_the_list(hands: Hands) -> None:
    page = terms_page(hands)
    _click(hands, page._nothing.button)
    hands.type("bill")
    hands.press(Key.Key_Escape)
    (term,) = terms_in(hands)
    assert page.opened is None
    assert page.rows.isVisible()
    assert page.rows.keys == (term.id,)


def test_a_new_term_without_a_word_never_was(hands: Hands) -> None:
    page = terms_page(hands)
    _click(hands, page._nothing.button)
    hands.press(Key.Key_Escape)
    assert not terms_in(hands)
    assert page._nothing.isVisible()


def test_a_term_that_is_deleted_closes_and_undo_brings_it_back(sample: Hands) -> None:
    page, before = terms_page(sample), terms_in(sample)
    sample.desk.panelling.open("terms", before[0].id)
    sample.breathe()
    _click(sample, _sheet(page)._remove)
    assert page.opened is None
    assert terms_in(sample) == before[1:]
    sample.canvas.setFocus()
    sample.press(Key.Key_Z, CTRL)
    assert terms_in(sample) == before


def test_each_field_lands_in_the_record_and_undo_takes_it_back(sample: Hands) -> None:
    page, before = terms_page(sample), terms_in(sample)[0]
    sample.desk.panelling.open("terms", before.id)
    sample.breathe()
    for name in ("cx_says", "ux_says", "agreed", "definition", "example"):
        _fill(sample, page, name, f"other {name}")
        assert getattr(terms_in(sample)[0], name) == f"other {name}"
    sample.choose(_editor(page, "altitude").focusProxy(), "Journey")
    assert terms_in(sample)[0].altitude == "Journey"
    sample.canvas.setFocus()
    for _ in range(6):
        sample.press(Key.Key_Z, CTRL)
    assert terms_in(sample)[0] == before


def test_two_terms_that_name_each_other_are_refused_inline_and_nothing_written_is_lost(hands: Hands) -> None:
    workshop = hands.desk.session.workshop
    add_term(workshop, origin="me", cx_says="bill", ux_says="invoice")
    other = add_term(workshop, origin="me", cx_says="invoice")
    page = terms_page(hands)
    hands.desk.panelling.open("terms", other.id)
    _fill(hands, page, "ux_says", "bill")
    field = _sheet(page).fields["ux_says"]
    assert "name each other" in field.notice.text()
    assert field.notice.isVisible()
    assert field.editor.focusProxy().text() == "bill"
    assert terms_in(hands)[1].ux_says == ""
    _fill(hands, page, "ux_says", "receipt")
    assert not field.notice.isVisible()
    assert terms_in(hands)[1].ux_says == "receipt"


def test_a_row_counts_the_cards_by_discipline_and_a_click_shows_them(hands: Hands) -> None:
    cards = [new_card(hands, "The bill is late", Discipline.CX), new_card(hands, "the BILL!", Discipline.CX)]
    cards.append(new_card(hands, "nobody opens the invoice", Discipline.UX))
    add_term(hands.desk.session.workshop, origin="me", cx_says="bill", ux_says="invoice")
    page = terms_page(hands)
    (row,) = [row for row in page.rows.rows if isinstance(row, TermRow)]
    acts = {button.text(): button for button in row.findChildren(QPushButton)}
    assert list(acts) == ["Open", "2 CX cards", "1 UX card"]
    _click(hands, acts["2 CX cards"])
    assert hands.state.cards == {cards[0].id, cards[1].id}
    change_text(hands.desk.session.workshop, origin="me", card_id=cards[1].id, text="paid")
    hands.bot.waitUntil(lambda: "1 CX card" in [button.text() for button in row.findChildren(QPushButton)])


def test_a_pair_that_may_mean_one_thing_becomes_a_term_in_one_step(hands: Hands) -> None:
    page = _page_with_pair(hands)
    (row,) = [row for row in page.rows.rows if isinstance(row, SuggestionRow)]
    row.setFocus()
    hands.press(Key.Key_Return)
    (term,) = terms_in(hands)
    assert (term.cx_says, term.ux_says) == ("help desk", "helpdesk")
    assert page.opened == term.id
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert not terms_in(hands)


def test_a_pair_that_was_dropped_is_suggested_no_more_until_that_is_undone(hands: Hands) -> None:
    page = _page_with_pair(hands)
    (row,) = [row for row in page.rows.rows if isinstance(row, SuggestionRow)]
    row.setFocus()
    hands.press(Key.Key_Delete)
    assert not page.rows.keys
    assert page._nothing.isVisible()
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert any(isinstance(row, SuggestionRow) for row in page.rows.rows)


def test_of_many_pairs_a_few_are_shown_until_all_are_asked_for(hands: Hands) -> None:
    pairs = (("help desk", "helpdesk"), ("foot note", "footnote"), ("work flow", "workflow"))
    for cx, ux in pairs:
        new_card(hands, cx, Discipline.CX)
        new_card(hands, ux, Discipline.UX)
    page = terms_page(hands)
    hands.bot.waitUntil(lambda: not page.suggesting.busy and bool(page.rows.keys))
    hands.breathe()
    assert sum(isinstance(row, SuggestionRow) for row in page.rows.rows) == 2
    heading = page.rows.rows[0]
    _click(hands, next(button for button in heading.findChildren(QPushButton) if button.text() == "Show all 3"))
    assert sum(isinstance(row, SuggestionRow) for row in page.rows.rows) == 3


def test_a_word_without_end_is_broken_into_lines_and_nothing_of_it_is_lost(hands: Hands) -> None:
    word = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
    add_term(hands.desk.session.workshop, origin="me", cx_says=word)
    (row,) = [row for row in terms_page(hands).rows.rows if isinstance(row, TermRow)]
    shown = row.words[Discipline.CX].findChildren(QLabel)[1]
    assert shown.text().replace("\u200b", "") == word
    assert shown.height() >= 3 * shown.fontMetrics().height()
    assert row.accessibleName() == word


def test_a_click_on_a_row_opens_its_term(sample: Hands) -> None:
    page = terms_page(sample)
    row = next(row for row in page.rows.rows if isinstance(row, TermRow))
    _click(sample, row.heading)
    assert page.opened == row.key


def test_a_table_is_shown_before_it_is_taken_in_as_one_step(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = terms_page(hands)
    rows = "".join(f"cx word {number},ux word {number}\n" for number in range(300))
    _read(hands, page, tmp_path, f"CX says,UX says\n{rows}ux word 1,cx word 1\n", monkeypatch)
    assert not terms_in(hands)
    assert page._preview.told.text() == "terms.csv has 301 terms: 300 are new, 1 is not taken."
    assert "Line 302" in page._preview.rows.rows[0].accessibleDescription()
    assert QApplication.focusWidget() is page._preview.take
    hands.press(Key.Key_Space)
    assert len(terms_in(hands)) == 300
    assert not page._preview.isVisible()
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert not terms_in(hands)


def test_escape_leaves_a_table_where_it_is(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = terms_page(hands)
    _read(hands, page, tmp_path, "agreed\nbill\n", monkeypatch)
    hands.press(Key.Key_Escape)
    assert not page._preview.isVisible()
    assert not terms_in(hands)


def test_a_table_at_fault_is_told_with_its_line(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = terms_page(hands)
    path = tmp_path / "terms.csv"
    path.write_text("CX says,Altitude\nbill,Sky\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    page.tables.choose_file()
    hands.bot.waitUntil(page._fault.isVisible)
    assert page._fault.text().startswith("Line 2: the altitude “Sky”")
    assert not page._preview.isVisible()


def test_what_is_written_out_comes_in_again_the_same(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = terms_page(sample)
    path = tmp_path / "out"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(path), ""))
    page.tables.choose_target()
    written = tmp_path / "out.terms.csv"
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(written), ""))
    page.tables.choose_file()
    sample.bot.waitUntil(page._preview.isVisible)
    count = len(terms_in(sample))
    assert page._preview.told.text() == f"out.terms.csv has {count} terms: {count} are there already."


def test_from_a_card_the_panel_opens_at_the_first_term_on_it(hands: Hands) -> None:
    term = add_term(hands.desk.session.workshop, origin="me", ux_says="bill")
    card = new_card(hands, "The bill is late", Discipline.CX)
    hands.state.select({card.id})
    hands.desk.act("show_terms")
    hands.breathe()
    assert terms_page(hands).opened == term.id


def test_of_two_thousand_terms_only_those_in_sight_are_rows(hands: Hands) -> None:
    workshop = hands.desk.session.workshop
    with workshop.transact("terms", "me") as transaction:
        for number in range(2_000):
            transaction.put(Term(id=f"t{number}", cx_says=f"word {number}"))
    page = terms_page(hands)
    assert len(page.rows.keys) == 2_000
    assert len(page.rows.rows) < 20


def _page_with_pair(hands: Hands) -> TermsPage:
    new_card(hands, "We called the help desk", Discipline.CX)
    new_card(hands, "We called the helpdesk", Discipline.UX)
    page = terms_page(hands)
    hands.bot.waitUntil(lambda: not page.suggesting.busy and bool(page.rows.keys))
    hands.breathe()
    return page


def _read(hands: Hands, page: TermsPage, folder: Path, text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "terms.csv"
    path.write_text(text, encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_args: (str(path), ""))
    page.tables.choose_file()
    hands.bot.waitUntil(page._preview.isVisible)
    hands.breathe()


def _sheet(page: TermsPage) -> TermSheet:
    assert isinstance(page.sheet, TermSheet)
    return page.sheet


def _editor(page: TermsPage, name: str) -> FieldEditor:
    return _sheet(page).fields[name].editor


def _fill(hands: Hands, page: TermsPage, name: str, text: str) -> None:
    field = _editor(page, name).focusProxy()
    assert isinstance(field, QLineEdit | QPlainTextEdit)
    hands.fill(field, text)


def _click(hands: Hands, button: QWidget) -> None:
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    hands.breathe()
