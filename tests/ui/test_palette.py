"""The palette: commands with their shortcuts, places, panels and cards, by a few letters, by keys and by mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from ui.finding.command_palette import CommandPalette
from ui.finding.ranking import nearly_in, score_of
from workshop.model.diamonds import Phase
from workshop.picture.plan import Rect


def test_a_name_answers_better_the_more_it_is_what_was_typed() -> None:
    names = ["Lock", "Lock or unlock", "Unlock", "Export PDF…", "Select all"]
    assert sorted(names, key=lambda name: -score_of("lock", name))[:3] == names[:3]
    assert score_of("pdf ex", "Export PDF…") == 90.0
    assert score_of("sa", "Select all") == 78.0
    assert 0 < score_of("exprt", "Export PDF…") < 78.0
    assert score_of("zzz", "Export PDF…") == 0.0
    assert score_of("übersicht", "UBERSICHT") == 100.0


def test_cards_are_found_with_letters_amiss() -> None:
    texts = [("a", "customers ask for the invoice"), ("b", "nobody reads the manual")]
    assert nearly_in("invioce", texts, 5) == ["a"]
    assert nearly_in("xy", texts, 5) == []


def test_letters_and_enter_carry_out_a_command(sample: Hands) -> None:
    _open(sample, "light or")
    sample.press(Key.Key_Return)
    assert sample.canvas.looks.dark
    assert sample.canvas.hasFocus()


def test_commands_show_their_shortcuts_and_what_cannot_be_done_is_not_done(sample: Hands) -> None:
    palette = _open(sample, "duplicate")
    entry = palette.model.entries[0]
    assert (entry.title, entry.keys, entry.enabled) == ("Duplicate", "Ctrl+D", False)
    count = len(sample.cards)
    sample.press(Key.Key_Return)
    assert palette.isVisible()
    assert len(sample.cards) == count
    sample.press(Key.Key_Escape)
    sample.state.select({sample.cards[0].id})
    _open(sample, "duplicate")
    sample.press(Key.Key_Return)
    assert len(sample.cards) == count + 1


def test_a_phase_and_the_parking_lot_are_gone_to(sample: Hands) -> None:
    for words, phase in (("validate", Phase.VALIDATE), ("parking", None)):
        _open(sample, words)
        sample.press(Key.Key_Return)
        layout = sample.canvas.scene.layout
        assert _seen(sample).contains(layout.columns[phase] if phase else layout.parking)
    sample.press(Key.Key_PageUp, ALT)
    assert _seen(sample).contains(sample.canvas.scene.layout.columns[Phase.VALIDATE])


def test_a_card_is_gone_to_and_selected(sample: Hands) -> None:
    card = next(card for card in sample.cards if card.phase is Phase.SCALE and not card.hidden)
    _open(sample, card.text[:25])
    sample.press(Key.Key_Return)
    assert sample.state.cards == {card.id}
    assert _seen(sample).contains(sample.rect(card))


def test_a_card_is_found_with_a_letter_amiss_after_a_moment(hands: Hands) -> None:
    card = hands.write("Customers ask for the invoice")
    hands.press(Key.Key_Escape)
    palette = _open(hands, "invioce")
    hands.bot.waitUntil(lambda: any(e.key == f"card:{card.id}" for e in palette.model.entries))


def test_a_hidden_card_is_not_offered(sample: Hands) -> None:
    hidden = next(card for card in sample.cards if card.hidden and card.text)
    palette = _open(sample, hidden.text[:20])
    assert not any(entry.key == f"card:{hidden.id}" for entry in palette.model.entries)


def test_the_panel_of_the_session_is_brought_back(sample: Hands) -> None:
    sample.press(Key.Key_Backslash, CTRL)
    assert not sample.desk.panel.isVisible()
    _open(sample, "purpose")
    sample.press(Key.Key_Return)
    assert sample.desk.panel.isVisible()


def test_what_was_chosen_last_comes_first(sample: Hands) -> None:
    for words in ("scale", "overview"):
        _open(sample, words)
        sample.press(Key.Key_Return)
    palette = _open(sample, "")
    assert [entry.title for entry in palette.model.entries[:3]] == ["Overview", "Scale", "Problem"]


def test_arrows_walk_the_list_and_go_round_its_ends(sample: Hands) -> None:
    palette = _open(sample, "")
    last = len(palette.model.entries) - 1
    for key, row in (
        (Key.Key_Down, 1), (Key.Key_Down, 2), (Key.Key_Up, 1), (Key.Key_Up, 0), (Key.Key_Up, last),
        (Key.Key_PageUp, last - 8), (Key.Key_PageDown, last), (Key.Key_Down, 0),
    ):  # fmt: skip
        sample.press(key)
        assert palette.list.currentIndex().row() == row


def test_a_click_chooses(sample: Hands) -> None:
    palette = _open(sample, "outcome")
    row = next(n for n, entry in enumerate(palette.model.entries) if entry.key == "place:Outcome")
    at = palette.list.visualRect(palette.model.index(row, 0)).center()
    QTest.mouseMove(palette.list.viewport(), at)
    sample.bot.mouseClick(palette.list.viewport(), LEFT, pos=at)
    assert not palette.isVisible()
    column = sample.canvas.scene.layout.columns[Phase.PILOT]
    assert _seen(sample).contains(column)


@pytest.mark.parametrize("way", ["escape", "ctrl+k", "click"])
def test_it_goes_away_and_the_board_has_the_keyboard(sample: Hands, way: str) -> None:
    palette = _open(sample, "x")
    if way == "escape":
        sample.press(Key.Key_Escape)
    elif way == "ctrl+k":
        sample.press(Key.Key_K, CTRL)
    else:
        sample.click_at(QPoint(200, sample.canvas.height() - 20))
    assert not palette.isVisible()
    assert sample.canvas.hasFocus()


def test_it_opens_from_the_find_bar_and_while_a_card_is_written(sample: Hands) -> None:
    sample.press(Key.Key_F, CTRL)
    sample.press(Key.Key_K, CTRL)
    assert sample.desk.finding.palette.isVisible()
    sample.press(Key.Key_Escape)
    sample.press(Key.Key_N)
    sample.type("just begun")
    sample.press(Key.Key_K, CTRL)
    assert sample.desk.finding.palette.isVisible()
    assert sample.card("just begun")


def test_the_theme_may_change_and_it_opens_again(sample: Hands) -> None:
    _open(sample, "")
    sample.press(Key.Key_D, CTRL | SHIFT)
    palette = _open(sample, "scale")
    assert palette.model.entries[0].title == "Scale"


def _open(hands: Hands, words: str) -> CommandPalette:
    hands.canvas.setFocus(Qt.FocusReason.OtherFocusReason)
    hands.press(Key.Key_K, CTRL)
    palette = hands.desk.finding.palette
    assert palette is not None
    assert palette.isVisible()
    if words:
        hands.type(words)
    return palette


def _seen(hands: Hands) -> Rect:
    canvas = hands.canvas
    return canvas.camera.rect_to_board(Rect(0, 0, canvas.width(), canvas.height()).grown(1))


def test_ctrl_k_opens_it_from_the_fields_beside_and_above_the_board_and_leaves_their_words(
    sample: Hands,
) -> None:
    fields = [
        field
        for kind in (QLineEdit, QPlainTextEdit)
        for field in sample.desk.findChildren(kind)
        if field.isVisible() and field.isEnabled()
    ]
    assert len(fields) > 3
    for field in fields:
        words = field.text() if isinstance(field, QLineEdit) else field.toPlainText()
        field.setFocus()
        sample.press(Key.Key_Home)
        sample.press(Key.Key_K, CTRL)
        assert sample.desk.finding.palette.isVisible()
        sample.press(Key.Key_Escape)
        assert words == (field.text() if isinstance(field, QLineEdit) else field.toPlainText())
