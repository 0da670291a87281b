"""Writing cards: by key and by double click, going on with Tab, and one step of undo for each card."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.hands import ALT, CTRL, LEFT, NO, SHIFT, Hands, Key
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase


def test_n_writes_a_card_with_the_cursor_in_it(hands: Hands) -> None:
    hands.press(Key.Key_N)
    assert QApplication.focusWidget() is hands.canvas.editor
    hands.type("Billing calls spike")
    hands.press(Key.Key_Escape)
    (card,) = hands.cards
    assert card.text == "Billing calls spike"
    assert card.phase in (Phase.DISCOVER, Phase.DEFINE)
    assert QApplication.focusWidget() is hands.canvas


def test_letters_that_are_shortcuts_are_letters_while_writing(hands: Hands) -> None:
    card = hands.write("nvhl 1230 !?@")
    assert card.text == "nvhl 1230 !?@"
    assert len(hands.cards) == 1


def test_typing_reaches_the_board_at_each_pause_and_is_one_step_of_undo(hands: Hands) -> None:
    hands.press(Key.Key_N)
    for part in ("first ", "second ", "third"):
        hands.type(part)
        wanted = hands.canvas.editor.toPlainText()
        hands.bot.waitUntil(lambda wanted=wanted: hands.cards[0].text == wanted)
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards == []
    hands.press(Key.Key_Y, CTRL)
    assert hands.cards[0].text == "first second third"


def test_tab_goes_on_to_the_right_and_shift_tab_to_the_left(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("one")
    hands.press(Key.Key_Tab)
    hands.type("two")
    hands.press(Key.Key_Tab)
    hands.type("three")
    hands.press(Key.Key_Escape)
    one, two, three = (hands.rect(hands.card(text)) for text in ("one", "two", "three"))
    assert one.right <= two.x
    assert (three.x, three.y > two.bottom) == (one.x, True)  # the row was full: the next begins below
    hands.click(hands.card("one"))
    hands.press(Key.Key_Return)
    hands.press(Key.Key_Backtab, SHIFT)
    hands.type("zero")
    hands.press(Key.Key_Escape)
    assert hands.rect(hands.card("zero")).right <= hands.rect(hands.card("one")).x


@pytest.mark.parametrize("full", [False, True])
def test_shift_tab_begins_another_row_at_the_left_edge_of_the_phase(full: bool, hands: Hands) -> None:
    hands.press(Key.Key_N)
    for text in ("t0", "t1", "t2", "t3", "t4", "t5", "t6") if full else ("t0",):
        hands.type(text)
        hands.press(Key.Key_Tab)
    hands.press(Key.Key_Escape)
    hands.state.select({hands.card("t4" if full else "t0").id})
    hands.press(Key.Key_Return)
    before = {card.id for card in hands.cards}
    for text in "abcde":
        hands.press(Key.Key_Backtab, SHIFT)
        hands.type(text)
    hands.press(Key.Key_Escape)
    went = [card for card in hands.cards if card.id not in before]
    assert [card.text for card in went] == [*"abcde"]
    assert min(card.x for card in went) >= 0
    assert len({card.y for card in went}) > 2
    rects = [hands.rect(card) for card in hands.cards]
    assert not any(one.overlaps(other) for place, one in enumerate(rects) for other in rects[:place])


def test_ctrl_enter_goes_on_below(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("above")
    hands.press(Key.Key_Return, CTRL)
    hands.type("below")
    hands.press(Key.Key_Escape)
    assert hands.rect(hands.card("above")).bottom <= hands.rect(hands.card("below")).y
    assert hands.card("above").phase == hands.card("below").phase


def test_enter_while_writing_is_a_new_line(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("one")
    hands.press(Key.Key_Return)
    hands.type("two")
    hands.press(Key.Key_Escape)
    assert hands.cards[0].text == "one\ntwo"


def test_a_double_click_on_empty_ground_writes_there(hands: Hands) -> None:
    spot = hands.empty_ground(Phase.DEFINE)
    hands.double_click_at(spot)
    hands.type("here")
    hands.press(Key.Key_Escape)
    card = hands.card("here")
    assert card.phase is Phase.DEFINE
    assert (hands.middle(card) - spot).manhattanLength() < 4


def test_a_double_click_on_a_card_and_enter_write_on_it(hands: Hands) -> None:
    card = hands.write("short")
    hands.double_click_at(hands.middle(card))
    hands.type("er")
    hands.press(Key.Key_Escape)
    assert hands.cards[0].text == "shorter"
    hands.press(Key.Key_Return)
    hands.type(" text")
    hands.press(Key.Key_Escape)
    assert hands.cards[0].text == "shorter text"
    hands.press(Key.Key_Z, CTRL)
    assert hands.cards[0].text == "shorter"


def test_a_new_card_left_empty_never_was(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.press(Key.Key_Escape)
    assert hands.cards == []
    assert hands.desk.session.workshop.history.next_undo("window") is None


def test_tab_on_an_empty_new_card_ends_writing(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("one")
    hands.press(Key.Key_Tab)
    hands.press(Key.Key_Tab)
    assert [card.text for card in hands.cards] == ["one"]
    assert not hands.canvas.editor.isVisible()
    assert QApplication.focusWidget() is hands.canvas


def test_a_click_elsewhere_ends_writing_and_keeps_the_text(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("kept")
    hands.click_at(hands.empty_ground(Phase.DEFINE))
    assert hands.card("kept")
    assert not hands.canvas.editor.isVisible()


def test_going_to_another_field_ends_writing_and_leaves_the_keyboard_there(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.type("kept")
    title = hands.desk.top_bar.title
    hands.bot.mouseClick(title, LEFT)
    assert QApplication.focusWidget() is title
    assert hands.card("kept")


def test_a_new_card_lies_beside_the_selected_one_and_covers_none(hands: Hands) -> None:
    for text in ("one", "two", "three", "four", "five", "six", "seven", "eight"):
        hands.write(text)
    rects = [hands.rect(card) for card in hands.cards]
    assert not any(a.overlaps(b) for place, a in enumerate(rects) for b in rects[:place])
    phase = hands.canvas.scene.layout.columns[Phase.DISCOVER]
    assert len({rect.y for rect in rects}) > 1, "a row that is full is followed by another"
    assert all(phase.x <= rect.x and rect.right <= phase.right for rect in rects)


def test_the_writer_named_by_alt_a_is_author_of_the_next_cards(hands: Hands) -> None:
    hands.press(Key.Key_A, ALT)
    hands.type("Mira Jensen")
    popup = QApplication.activePopupWidget()
    assert popup is not None
    cx = next(button for button in popup.findChildren(QPushButton) if button.text() == "CX")
    hands.bot.mouseClick(cx, LEFT)
    hands.press(Key.Key_Return, on=popup.findChild(QLineEdit, "writerName"))
    hands.bot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    card = hands.write("signed")
    author = hands.board.participants[card.author]
    assert (author.name, author.discipline, card.discipline) == ("Mira Jensen", Discipline.CX, Discipline.CX)
    assert hands.desk.top_bar.writing_as.text().strip() == "Mira Jensen · CX"


def test_writing_under_the_same_name_again_adds_nobody(hands: Hands) -> None:
    for _ in range(2):
        hands.press(Key.Key_A, ALT)
        hands.type("mira jensen")
        hands.press(Key.Key_Return)
    assert len(hands.board.participants) == 1


def test_alt_and_a_number_set_the_discipline_of_the_next_card_and_of_the_selected(hands: Hands) -> None:
    hands.press(Key.Key_2, ALT)
    assert hands.write("by UX").discipline is Discipline.UX
    hands.press(Key.Key_1, ALT)
    assert hands.card("by UX").discipline is Discipline.CX
    hands.press(Key.Key_Return)
    hands.press(Key.Key_3, ALT)
    hands.type("!")
    hands.press(Key.Key_Escape)
    assert hands.card("by UX!").discipline is Discipline.JOINT


def test_the_field_takes_the_colour_of_the_discipline_chosen_while_writing(hands: Hands) -> None:
    hands.press(Key.Key_N)
    hands.press(Key.Key_1, ALT)
    fill = hands.canvas.looks.disciplines[Discipline.CX].fill
    assert hands.canvas.editor.palette().base().color().name().upper() == fill


def test_locking_or_hiding_while_writing_keeps_what_was_written(hands: Hands) -> None:
    for key in (Key.Key_L, Key.Key_H):
        hands.press(Key.Key_N, on=hands.canvas)
        hands.type("abc")
        hands.press(key, CTRL | SHIFT)
        assert not hands.canvas.editor.isVisible()
        assert hands.cards[-1].text == "abc"
    assert [card.locked for card in hands.cards] == [True, False]
    assert [card.hidden for card in hands.cards] == [False, True]


def _written_fast(hands: Hands) -> None:
    """Some words that the board has, and some that it has not."""
    hands.press(Key.Key_N)
    hands.type("abc")
    hands.bot.waitUntil(lambda: hands.cards[-1].text == "abc")
    hands.canvas.editor._pause.setInterval(600_000)
    hands.type("def")
    assert hands.cards[-1].text == "abc"


def test_a_copy_made_while_writing_has_the_last_letters_and_is_a_step_of_its_own(hands: Hands) -> None:
    _written_fast(hands)
    hands.press(Key.Key_D, CTRL)
    assert [card.text for card in hands.cards] == ["abcdef", "abcdef"]
    assert hands.state.cards == {hands.cards[1].id}
    hands.press(Key.Key_Z, CTRL)
    assert [card.text for card in hands.cards] == ["abcdef"]
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def test_nothing_is_made_of_a_new_card_without_letters(hands: Hands) -> None:
    for action in ("duplicate", "cut_cards", "group", "delete_selection"):
        hands.press(Key.Key_N, on=hands.canvas)
        hands.window.actions_by_name[action].trigger()
        hands.breathe()
        assert not hands.cards
        assert not hands.board.groups
        assert hands.canvas.writing.card is None


@pytest.mark.parametrize("action", ["cut_cards", "delete_selection"])
def test_what_is_cut_or_deleted_while_writing_comes_back_with_the_last_letters(
    hands: Hands, action: str
) -> None:
    _written_fast(hands)
    hands.window.actions_by_name[action].trigger()
    assert not hands.cards
    if action == "cut_cards":
        assert QApplication.clipboard().text() == "abcdef"
    hands.press(Key.Key_Z, CTRL)
    assert [card.text for card in hands.cards] == ["abcdef"]
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def test_writing_goes_on_after_copying_and_after_choosing_a_kind(hands: Hands) -> None:
    _written_fast(hands)
    hands.window.actions_by_name["copy_cards"].trigger()
    assert QApplication.clipboard().text() == "abcdef"
    hands.window.actions_by_name["choose_kind"].trigger()
    hands.press(Key.Key_Q, on=QApplication.activePopupWidget())
    with hands.bot.waitActive(hands.window):
        hands.window.activateWindow()
    hands.type("ghi")
    hands.press(Key.Key_Escape)
    (card,) = hands.cards
    assert (card.text, card.kind) == ("abcdefghi", CardKind.QUESTION)
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def test_every_card_of_a_row_written_with_tab_is_in_sight(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    for _ in range(8):
        hands.type("card")
        hands.press(Key.Key_Tab)
        assert hands.canvas.rect().contains(hands.canvas.editor.geometry())


def test_written_from_afar_the_board_comes_near_enough_to_read(hands: Hands) -> None:
    hands.press(Key.Key_0, on=hands.canvas)
    hands.press(Key.Key_N, on=hands.canvas)
    assert hands.canvas.camera.zoom >= 0.5
    assert hands.canvas.rect().contains(hands.canvas.editor.geometry())


def test_undo_in_a_new_card_without_letters_takes_the_card_back(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards
    assert not hands.canvas.editor.isVisible()


def test_a_key_that_acts_during_a_drag_ends_the_drag_first(hands: Hands) -> None:
    card = hands.write("card")
    hands.click(card)
    at = hands.middle(card)
    hands.hold(at, at + QPoint(80, 40))
    hands.press(Key.Key_Delete, on=hands.canvas)
    assert not hands.cards
    hands.send(QEvent.Type.MouseButtonRelease, at, NO, LEFT, Qt.MouseButton.NoButton)
    assert not hands.canvas.lifted


def test_a_lit_thread_goes_out_with_escape_and_never_dims_what_is_written(hands: Hands) -> None:
    card = hands.write("card")
    hands.click(card)
    hands.press(Key.Key_T, on=hands.canvas)
    assert hands.state.lit == {card.id}
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert hands.state.lit is None
    assert hands.state.cards == {card.id}


@pytest.mark.parametrize(
    "keys",
    [(Key.Key_D, CTRL | SHIFT), (Key.Key_O, CTRL | SHIFT), (Key.Key_Backslash, CTRL)],
    ids=["theme", "outline", "panel"],
)
def test_writing_goes_on_at_its_cursor_when_the_theme_the_outline_or_the_panel_changes(
    hands: Hands, keys: tuple[Key, Qt.KeyboardModifier]
) -> None:
    hands.press(Key.Key_N)
    hands.type("first last")
    for _ in range(4):
        hands.press(Key.Key_Left)
    for word in ("and ", "then "):
        hands.press(*keys)
        hands.settle()
        assert QApplication.focusWidget() is hands.canvas.editor
        hands.type(word)
    box = hands.canvas.camera.rect_to_screen(hands.rect(hands.cards[0]))
    at = hands.canvas.editor.geometry().center()
    assert box.x < at.x() < box.right
    assert box.y < at.y() < box.bottom
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["first and then last"]
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


def test_bars_made_anew_for_another_theme_leave_the_keyboard_to_who_writes(hands: Hands) -> None:
    hands.press(Key.Key_F, CTRL)
    hands.press(Key.Key_J, CTRL)
    hands.canvas.setFocus()
    hands.press(Key.Key_N)
    hands.type("before ")
    hands.window.actions_by_name["toggle_theme"].trigger()
    hands.breathe()
    assert QApplication.focusWidget() is hands.canvas.editor
    hands.type("after")
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["before after"]


@pytest.mark.parametrize("begin_again", ["F2", "menu"])
def test_beginning_to_write_on_the_card_that_is_written_goes_on(hands: Hands, begin_again: str) -> None:
    hands.press(Key.Key_N)
    for word in ("", "one ", "two"):
        hands.type(word)
        if begin_again == "F2":
            hands.press(Key.Key_F2)
        else:
            hands.window.actions_by_name["edit_card"].trigger()
        assert QApplication.focusWidget() is hands.canvas.editor
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["one two"]
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards
