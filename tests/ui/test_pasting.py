"""Pasting and dropping: lines, tables, pictures and files become cards where one points, as one step of undo."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDropEvent, QGuiApplication, QImage, QPainter
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QTableView

from tests.ui import pasting_room
from tests.ui.hands import CTRL, LEFT, NO, SHIFT, Hands, Key
from tests.ui.pasting_room import MANY, sheet_of
from ui.panels.choices import QuietCombo
from ui.pasting.preview_sheet import PreviewSheet
from ui.progress_strip import ProgressStrip
from ui.toast import Toast
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.session.opening import open_session

clean_clipboard = pasting_room.clean_clipboard

TABLE = "\n".join(
    ["Text\tWhat\tWho", *(f"note {n}\t{'risk' if n % 2 else 'need'}\tPerson {n % 3}" for n in range(30))]
)


def copied(text: str = "", html: str = "", image: QImage | None = None) -> None:
    """Put something on the clipboard as another program does."""
    mime = QMimeData()
    if text:
        mime.setText(text)
    if html:
        mime.setHtml(html)
    if image is not None:
        mime.setImageData(image)
    QGuiApplication.clipboard().setMimeData(mime)


def picture(width: int, height: int, left: str = "#D02020", right: str = "#2020D0") -> QImage:
    """A picture with a left and a right half."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor(right))
    with QPainter(image) as painter:
        painter.fillRect(0, 0, width // 2, height, QColor(left))
    return image


def drop(hands: Hands, at: QPoint, *files: Path, text: str = "") -> None:
    """Let something go over a pixel of the board."""
    mime = QMimeData()
    if files:
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in files])
    if text:
        mime.setText(text)
    spot = QPointF(hands.canvas.mapTo(hands.window, at))
    event = QDropEvent(spot, Qt.DropAction.CopyAction, mime, LEFT, NO)
    hands.window.dropEvent(event)
    hands.breathe()


def told(hands: Hands) -> str:
    """What the desk said last."""
    return hands.desk.findChild(Toast).text()


def covered(hands: Hands) -> bool:
    """Whether a card lies over another."""
    rects = [hands.rect(card) for card in hands.cards]
    return any(one.overlaps(other) for place, one in enumerate(rects) for other in rects[:place])


def test_lines_become_cards_where_the_pointer_rests_in_one_step(hands: Hands) -> None:
    spot = hands.empty_ground(Phase.DEFINE)
    hands.move(spot)
    copied("- one\n- two\n\n* three")
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    assert [card.text for card in hands.cards] == ["one", "two", "three"]
    assert {card.phase for card in hands.cards} == {Phase.DEFINE}
    assert abs(hands.middle(hands.card("one")).y() - spot.y()) < 4
    assert not covered(hands)
    assert hands.state.cards == {card.id for card in hands.cards}
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards
    hands.press(Key.Key_Y, CTRL)
    assert len(hands.cards) == 3


def test_pasting_again_at_the_same_spot_covers_nothing(sample: Hands) -> None:
    before = covered(sample)
    sample.move(sample.canvas.rect().center())
    for _ in range(3):
        copied("one\ntwo\nthree\nfour")
        sample.press(Key.Key_V, CTRL, on=sample.canvas)
    assert covered(sample) == before


def test_the_writer_is_the_author_in_the_discipline_and_kind_of_the_next_card(hands: Hands) -> None:
    hands.press(Key.Key_1, Qt.KeyboardModifier.AltModifier)
    hands.state.kind = CardKind.RISK
    copied("one line")
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    (card,) = hands.cards
    assert (card.discipline, card.kind, card.author) == (Discipline.CX, CardKind.RISK, hands.state.writer)


def test_a_small_table_becomes_cards_at_once(hands: Hands) -> None:
    copied("note\tphase\tauthor\nSlow bill\tPilot\tMira\nNo chat\tDefine\tJonas")
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    assert (hands.card("Slow bill").phase, hands.card("No chat").phase) == (Phase.PILOT, Phase.DEFINE)
    assert {person.name for person in hands.board.participants.values()} == {"Mira", "Jonas"}
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards
    assert not hands.board.participants


def test_the_table_of_a_page_goes_before_its_text_and_its_picture(hands: Hands) -> None:
    page = "<table><tr><th>Text</th><th>Type</th></tr><tr><td>Slow &amp; dear<br>bill</td><td>risk</td></tr></table>"
    copied("something else", page, picture(40, 40))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    (card,) = hands.cards
    assert (card.text, card.kind, card.image) == ("Slow & dear\nbill", CardKind.RISK, None)


def test_ctrl_shift_v_makes_one_card_of_the_whole_text(hands: Hands) -> None:
    copied("- one\n- two\n\n* three\n")
    hands.press(Key.Key_V, CTRL | SHIFT, on=hands.canvas)
    assert [card.text for card in hands.cards] == ["- one\n- two\n\n* three"]


def test_while_a_card_is_written_ctrl_v_pastes_into_its_text(hands: Hands) -> None:
    copied("two\nlines")
    hands.press(Key.Key_N, on=hands.canvas)
    hands.press(Key.Key_V, CTRL)
    hands.press(Key.Key_V, CTRL | SHIFT)
    hands.press(Key.Key_Escape)
    assert [card.text for card in hands.cards] == ["two\nlinestwo\nlines"]


def test_an_empty_clipboard_is_told(hands: Hands) -> None:
    QGuiApplication.clipboard().clear()
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    assert "nothing that can become a card" in told(hands)


def test_more_than_twenty_cards_are_shown_first_and_enter_pastes_them(hands: Hands) -> None:
    copied(MANY)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet = sheet_of(hands)
    assert sheet.isVisible()
    assert not hands.cards
    assert sheet.findChild(QTableView).model().rowCount() == 30
    hands.press(Key.Key_Return)
    hands.bot.waitUntil(lambda: len(hands.cards) == 30)
    assert [card.text for card in hands.cards] == MANY.split("\n")
    assert not covered(hands)
    assert QApplication.focusWidget() is hands.canvas
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


@pytest.mark.parametrize("way", ["escape", "button"])
def test_a_preview_that_is_cancelled_leaves_nothing(hands: Hands, way: str) -> None:
    copied(MANY)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet = sheet_of(hands)
    if way == "escape":
        hands.press(Key.Key_Escape)
    else:
        cancel = sheet.findChild(QPushButton, "cancelPaste")
        cancel.setFocus()
        hands.press(Key.Key_Return)
    hands.bot.waitUntil(lambda: hands.desk.findChild(PreviewSheet) is None)
    assert not hands.cards
    assert hands.desk.session.workshop.history.next_undo("window") is None
    assert hands.write("on")


def test_the_columns_of_a_table_can_be_said_otherwise(hands: Hands) -> None:
    copied(TABLE)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet = sheet_of(hands)
    combos = {combo.objectName().removeprefix("column:"): combo for combo in sheet.findChildren(QuietCombo)}
    assert {name: combo.currentText() for name, combo in combos.items()} == {
        "text": "Text", "phase": "No column", "discipline": "No column", "kind": "What", "author": "Who",
        "defaultPhase": "Discover",
    }  # fmt: skip
    hands.choose(combos["author"], "No column")
    assert sheet.plan.cards[1].text == "note 1\nWho: Person 1"
    assert not sheet.plan.people
    hands.choose(combos["author"], "Who")
    assert sheet.plan.people == ("Person 0", "Person 1", "Person 2")
    header = sheet.findChild(QCheckBox, "headerRow")
    hands.bot.mouseClick(header, LEFT, pos=QPoint(8, header.height() // 2))
    assert len(sheet.plan.cards) == 31
    hands.bot.mouseClick(header, LEFT, pos=QPoint(8, header.height() // 2))
    hands.bot.mouseClick(sheet.findChild(QPushButton, "confirmPaste"), LEFT)
    hands.bot.waitUntil(lambda: len(hands.cards) == 30)
    assert hands.card("note 1").kind is CardKind.RISK
    assert {person.name for person in hands.board.participants.values()} == {"Person 0", "Person 1", "Person 2"}


def test_the_preview_stays_through_another_theme(hands: Hands) -> None:
    copied(TABLE)
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet_of(hands)
    hands.window.toggle_theme()
    hands.breathe()
    (sheet,) = [sheet for sheet in hands.desk.findChildren(PreviewSheet) if sheet.isVisible()]
    hands.press(Key.Key_Return, on=sheet)
    hands.bot.waitUntil(lambda: len(hands.cards) == 30)


def test_a_large_paste_is_prepared_in_steps_and_can_be_cancelled(hands: Hands) -> None:
    copied("\n".join(f"row {number} of very many rows of words" for number in range(20_000)))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    sheet_of(hands)
    hands.press(Key.Key_Return)
    strip = hands.desk.findChild(ProgressStrip)
    hands.bot.waitUntil(strip.isVisible)
    hands.press(Key.Key_Escape, on=hands.canvas)
    hands.bot.waitUntil(lambda: hands.desk.findChild(ProgressStrip) is None)
    assert not hands.cards
    copied("after that")
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    assert hands.card("after that")


def test_closing_the_session_ends_what_is_being_pasted(hands: Hands) -> None:
    copied("\n".join(f"row {number} of very many rows of words" for number in range(20_000)))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.press(Key.Key_W, CTRL)
    assert hands.window.desk is None


@pytest.mark.parametrize(("keys", "words"), [(CTRL, "holds at most"), (CTRL | SHIFT, "a card for each line")])
def test_a_megabyte_on_one_line_is_refused_with_a_sentence(
    hands: Hands, keys: Qt.KeyboardModifier, words: str
) -> None:
    copied("x" * 2**20)
    hands.press(Key.Key_V, keys, on=hands.canvas)
    hands.bot.waitUntil(lambda: words in told(hands))
    assert not hands.cards


def test_a_picture_becomes_a_card_that_shows_it(hands: Hands) -> None:
    copied(image=picture(600, 400))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.bot.waitUntil(lambda: len(hands.cards) == 1)
    (card,) = hands.cards
    assert card.image in hands.board.collection("assets")
    hands.desk.board_actions.fit_selection()
    hands.settle()
    seen = hands.canvas.grab().toImage()
    ratio = seen.devicePixelRatio()
    colours = []
    for share in (0.25, 0.75):
        box = hands.rect(card)
        at = hands.canvas.camera.to_screen(box.centre._replace(x=box.x + box.w * share))
        colours.append(seen.pixelColor(round(at.x * ratio), round(at.y * ratio)))
    assert colours[0].red() > 150 > colours[0].blue()
    assert colours[1].blue() > 150 > colours[1].red()
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards
    assert not hands.board.collection("assets")


def test_a_picture_is_in_the_panel_and_can_be_taken_off(hands: Hands) -> None:
    copied(image=picture(600, 400))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.bot.waitUntil(lambda: len(hands.cards) == 1)
    hands.breathe()
    button = hands.desk.panel.findChild(QPushButton, "removePicture")
    hands.bot.waitUntil(button.isVisible)
    hands.bot.mouseClick(button, LEFT)
    assert hands.cards[0].image is None
    assert not hands.board.collection("assets")
    hands.breathe()
    assert not button.isVisible()


def test_a_large_picture_is_scaled_down_and_that_is_told(hands: Hands) -> None:
    copied(image=picture(4_000, 1_000))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.bot.waitUntil(lambda: len(hands.cards) == 1)
    assert "from 4,000 × 1,000 to 2,048 × 512 pixels; the original is not kept" in told(hands)
    (asset,) = hands.board.collection("assets").values()
    assert QImage.fromData(asset.data).width() == 2_048


def test_a_picture_stays_after_reopening(hands: Hands) -> None:
    copied(image=picture(600, 400))
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    hands.bot.waitUntil(lambda: len(hands.cards) == 1)
    path, assets = hands.desk.session.path, dict(hands.board.collection("assets"))
    hands.press(Key.Key_W, CTRL)
    again = open_session(path)
    assert again.workshop.board.collection("assets") == assets
    again.close()


def test_picture_files_are_dropped_where_the_pointer_is_in_one_step(hands: Hands, tmp_path: Path) -> None:
    files = [tmp_path / "one.png", tmp_path / "two.jpg"]
    for path in files:
        assert picture(300, 200).save(str(path))
    drop(hands, hands.empty_ground(Phase.DEFINE), *files)
    hands.bot.waitUntil(lambda: len(hands.cards) == 2)
    assert {card.phase for card in hands.cards} == {Phase.DEFINE}
    names = {asset.name for asset in hands.board.collection("assets").values()}
    assert names == {"one.png", "two.jpg"}
    hands.press(Key.Key_Z, CTRL)
    assert not hands.cards


@pytest.mark.parametrize("name", ["notes.docx", "README", "clip.mp4"])
def test_a_file_of_another_kind_is_refused_by_its_name(hands: Hands, tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_bytes(b"whatever")
    drop(hands, hands.empty_ground(), path)
    hands.bot.waitUntil(lambda: name in told(hands))
    assert not hands.cards


@pytest.mark.parametrize("body", [b"no picture at all", b"\x89PNG\r\n\x1a\n broken", b""])
def test_a_picture_that_cannot_be_read_is_refused(hands: Hands, tmp_path: Path, body: bytes) -> None:
    path, good = tmp_path / "broken.png", tmp_path / "good.png"
    path.write_bytes(body)
    assert picture(30, 20).save(str(good))
    drop(hands, hands.empty_ground(), good, path)
    hands.bot.waitUntil(lambda: "broken.png cannot be read" in told(hands))
    assert not hands.cards


def test_a_picture_of_a_hundred_megapixels_is_refused_by_its_size(hands: Hands, tmp_path: Path) -> None:
    path = tmp_path / "huge.png"
    assert QImage(10_000, 10_000, QImage.Format.Format_Mono).save(str(path))
    drop(hands, hands.empty_ground(), path)
    hands.bot.waitUntil(lambda: "100 megapixels" in told(hands))
    assert not hands.cards


def test_a_csv_file_is_a_table_and_a_text_file_is_lines(hands: Hands, tmp_path: Path) -> None:
    table, text = tmp_path / "notes.csv", tmp_path / "notes.txt"
    table.write_text("Slow bill,risk\nNo chat,need\n")
    text.write_bytes("Grüße\n- Zwei".encode("cp1252"))
    drop(hands, hands.empty_ground(), table)
    hands.bot.waitUntil(lambda: len(hands.cards) == 2)
    assert hands.card("Slow bill").kind is CardKind.RISK
    drop(hands, hands.empty_ground(), text)
    hands.bot.waitUntil(lambda: len(hands.cards) == 4)
    assert hands.card("Grüße")
    assert hands.card("Zwei")


def test_dropped_text_becomes_cards(hands: Hands) -> None:
    drop(hands, hands.empty_ground(Phase.DEFINE), text="dragged\nfrom elsewhere")
    assert [card.phase for card in hands.cards] == [Phase.DEFINE, Phase.DEFINE]


def test_a_session_opened_to_look_at_takes_nothing(home: Hands, session_file: Callable[..., Path]) -> None:
    path = session_file()
    holder = open_session(path)
    assert home.window.open_path(path)
    home.breathe()
    copied("one\ntwo")
    for key, held in ((Key.Key_V, CTRL), (Key.Key_V, CTRL | SHIFT), (Key.Key_J, CTRL)):
        home.desk.findChild(Toast).setText("")
        home.press(key, held, on=home.canvas)
        assert "has this session open" in told(home)
    assert not home.cards
    home.press(Key.Key_W, CTRL)
    holder.close()


def test_a_chosen_phase_takes_the_cards_while_the_pointer_is_elsewhere(hands: Hands) -> None:
    hands.state.choose_phase(Phase.LAUNCH)
    copied("one\ntwo")
    hands.press(Key.Key_V, CTRL, on=hands.canvas)
    assert {card.phase for card in hands.cards} == {Phase.LAUNCH}
