"""Who leads where: set cell by cell with keys alone, gaps said in words, a block a phase or a matrix."""

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from tests.ui.hands import CTRL, LEFT, Hands, Key
from ui.panels.leads.cell import LeadCell
from ui.panels.leads.page import LeadsPage
from ui.panels.leads.row import LeadsRow
from workshop.commands.responsibilities import MOST_NAMES
from workshop.method.leading import cell_of, leading_in
from workshop.model.cards import Discipline
from workshop.model.diamonds import Phase
from workshop.model.people import Role

CX, UX = Discipline.CX, Discipline.UX


def test_an_empty_matrix_teaches_and_says_of_each_phase_that_nobody_leads(hands: Hands) -> None:
    page = _page(hands)
    assert page.rows.keys == tuple(phase.value for phase in Phase)
    assert page._line.text().startswith("Say for each phase who")
    assert _row(page, Phase.DISCOVER).cautions.text().startswith("Nobody leads Discover.")


def test_a_role_and_names_land_in_the_record_and_undo_takes_them_back(hands: Hands) -> None:
    page = _page(hands)
    cell = _row(page, Phase.DISCOVER).cells[UX]
    hands.choose(_inside(cell.role, QComboBox), "Leads")
    hands.fill(_inside(cell.names, QLineEdit), "Jo, Priya, jo")
    found = cell_of(hands.board, Phase.DISCOVER, UX)
    assert (found.role, found.names) == (Role.LEADS, ("jo", "Priya"))
    assert _row(page, Phase.DISCOVER).led.text() == "UX leads: jo, Priya"
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert cell_of(hands.board, Phase.DISCOVER, UX).names == ()
    hands.press(Key.Key_Z, CTRL)
    assert cell_of(hands.board, Phase.DISCOVER, UX).role is None


def test_the_arrows_walk_cell_by_cell_and_digits_set_the_role(hands: Hands) -> None:
    page = _page(hands)
    page.go_to(Phase.DISCOVER, CX)
    hands.press(Key.Key_1)
    hands.press(Key.Key_Down)
    hands.press(Key.Key_1)
    assert leading_in(hands.board, Phase.DISCOVER).co_led
    assert _row(page, Phase.DISCOVER).led.text() == "Co-led"
    hands.press(Key.Key_Down)
    assert _at(hands) == (Phase.DEFINE, CX)
    hands.press(Key.Key_Right)
    assert _at(hands) == (Phase.DEFINE, UX)
    hands.press(Key.Key_2)
    assert cell_of(hands.board, Phase.DEFINE, UX).role is Role.CONTRIBUTES
    hands.press(Key.Key_Delete)
    assert cell_of(hands.board, Phase.DEFINE, UX).record is None
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Up)
    assert _at(hands) == (Phase.DISCOVER, UX)


def test_the_arrows_go_through_all_cells_and_stop_at_the_ends(hands: Hands) -> None:
    page = _page(hands)
    page.go_to(Phase.DISCOVER, CX)
    hands.press(Key.Key_Up)
    walked = [_at(hands)]
    for _ in range(20):
        hands.press(Key.Key_Down)
        walked.append(_at(hands))
        focus = QApplication.focusWidget()
        assert focus is not None
        assert page.rows.viewport().rect().contains(focus.mapTo(page.rows.viewport(), focus.rect().center()))
    assert list(dict.fromkeys(walked)) == [(phase, side) for phase in Phase for side in (CX, UX)]


def test_enter_goes_into_a_cell_tab_through_it_and_escape_out(hands: Hands) -> None:
    page = _page(hands)
    page.go_to(Phase.EXPLORE, UX)
    hands.press(Key.Key_Return)
    assert isinstance(QApplication.focusWidget(), QComboBox)
    hands.press(Key.Key_Tab)
    assert isinstance(QApplication.focusWidget(), QLineEdit)
    hands.type("Jo")
    hands.press(Key.Key_Escape)
    assert _at(hands) == (Phase.EXPLORE, UX)
    assert cell_of(hands.board, Phase.EXPLORE, UX).names == ("Jo",)


def test_too_many_names_are_refused_inline_and_stay_written(hands: Hands) -> None:
    page = _page(hands)
    cell = _row(page, Phase.DISCOVER).cells[CX]
    names = ", ".join(f"n{number}" for number in range(MOST_NAMES + 1))
    hands.fill(_inside(cell.names, QLineEdit), names)
    assert cell.names.notice.isVisible()
    assert "name a team" in cell.names.notice.text()
    assert _inside(cell.names, QLineEdit).text() == names
    assert cell_of(hands.board, Phase.DISCOVER, CX).record is None


def test_names_that_would_be_cut_beside_the_role_stand_below_it(hands: Hands) -> None:
    page = _page(hands)
    cell = _row(page, Phase.DISCOVER).cells[CX]
    field = _inside(cell.names, QLineEdit)
    hands.fill(field, "Jo")
    assert cell.names.y() == cell.role.y()
    hands.fill(field, "Maja Berg, Oskar Lund, Jo")
    hands.bot.waitUntil(lambda: cell.names.y() > cell.role.y())
    assert field.fontMetrics().horizontalAdvance(field.text()) < field.width()
    hands.fill(field, "Jo")
    hands.bot.waitUntil(lambda: cell.names.y() == cell.role.y())


def test_a_phase_guide_brings_its_phase_into_sight(sample: Hands) -> None:
    page = _page(sample)
    sample.desk.panelling.open("leads", Phase.SCALE.value)
    sample.breathe()
    assert _at(sample) == (Phase.SCALE, CX)
    assert "Nobody leads Scale. CX has no part in Scale." in _row(page, Phase.SCALE).cautions.text()
    assert page._line.text() == "Nobody leads Scale · 1 co-led"


def test_the_last_phase_comes_into_sight_however_large_the_words_are(sample: Hands) -> None:
    sample.window.resize(1280, 720)
    sample.window._theme.choose_text(200)
    sample.settle()
    page = _page(sample)
    sample.desk.panelling.open("leads", Phase.SCALE.value)
    sample.breathe()
    cell = _row(page, Phase.SCALE).cells[CX]
    assert cell.hasFocus()
    view = page.rows.viewport()
    assert view.rect().contains(cell.mapTo(view, cell.rect().center()))
    sample.window._theme.choose_text(100)


def test_from_a_card_the_panel_opens_at_its_phase(sample: Hands) -> None:
    card = next(card for card in sample.cards if card.phase is Phase.LAUNCH)
    sample.state.select({card.id})
    sample.desk.act("show_leads")
    sample.breathe()
    assert _at(sample) == (Phase.LAUNCH, CX)


def test_wide_the_cells_of_a_phase_stand_side_by_side_below_their_heads(sample: Hands) -> None:
    page = _page(sample)
    cells = _row(page, Phase.DISCOVER).cells
    assert cells[CX].y() < cells[UX].y()
    assert not page.head.isVisible()
    sample.desk.panel._tear_off_or_put_back("leads")
    window = page.window()
    window.resize(900, 700)
    sample.bot.waitUntil(lambda: page.head.isVisible())
    sample.breathe()
    rows = [_row(page, phase) for phase in (Phase.DISCOVER, Phase.SCALE)]
    assert all(row.cells[CX].y() == row.cells[UX].y() for row in rows)
    assert len({row.cells[UX].x() for row in rows}) == 1
    with sample.bot.waitActive(window):
        window.activateWindow()
    page.go_to(Phase.DISCOVER, UX)
    sample.press(Key.Key_Down)
    assert _at(sample) == (Phase.DEFINE, UX)
    window.close()
    sample.breathe()


def test_a_click_on_a_cell_brings_the_keyboard_there(hands: Hands) -> None:
    cell = _row(_page(hands), Phase.DISCOVER).cells[UX]
    QTest.mouseClick(cell, LEFT, pos=cell.rect().topLeft())
    assert _at(hands) == (Phase.DISCOVER, UX)


def _page(hands: Hands) -> LeadsPage:
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() > 1)
    hands.desk.panelling.open("leads")
    hands.breathe()
    page = hands.desk.panel._page("leads")
    assert isinstance(page, LeadsPage)
    return page


def _row(page: LeadsPage, phase: Phase) -> LeadsRow:
    (row,) = [row for row in page.rows.rows if row.key == phase.value]
    assert isinstance(row, LeadsRow)
    return row


def _inside(field: QWidget, kind: type[QWidget]) -> QWidget:
    found = field.findChild(kind)
    assert isinstance(found, kind)
    return found


def _at(hands: Hands) -> tuple[Phase, Discipline]:
    """The cell with the keyboard."""
    focus = QApplication.focusWidget()
    assert isinstance(focus, LeadCell), focus
    return focus.phase, focus.side
