"""Exporting a picture from the menus: what it shows, how large it will be, and the file that comes of it."""

import multiprocessing
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMenu, QPushButton

from exports.pictures.content import picture_content
from exports.pictures.options import PictureOptions
from exports.registry import export_board
from tests.ui.hands import LEFT, Hands, Key
from ui.actions import CARD_MENU, EXPORT_MENU, GROUND_MENU, LEAVE_MENU
from ui.canvas.link_labels import LinkLabels
from ui.dialogs.choice_fields import ValueCombo
from ui.dialogs.export_options import ExportOptionsSheet
from ui.dialogs.picture_sheet import PictureSheet
from ui.toast import Toast
from workshop.commands.revealing import hide_cards
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.picture.link_words import word_places
from workshop.picture.plan import Point
from workshop.picture.routes import flatten_curves

BY_MOUSE, BY_KEY = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def menu_at(hands: Hands, at: QPoint, reason: QContextMenuEvent.Reason = BY_MOUSE) -> QMenu:
    event = QContextMenuEvent(reason, at, hands.canvas.mapToGlobal(at))
    QCoreApplication.sendEvent(hands.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def taken(hands: Hands, menu: QMenu, part: str, name: str) -> None:
    """Open a part of a menu and choose in it, by the arrows and Enter."""
    (entry,) = [action for action in menu.actions() if action.menu() and action.text() == part]
    while menu.activeAction() is not entry:
        QTest.keyClick(menu, Key.Key_Down)
    QTest.keyClick(menu, Key.Key_Right)
    inner = entry.menu()
    assert isinstance(inner, QMenu)
    hands.bot.waitUntil(inner.isVisible)
    wanted = hands.window.actions_by_name[name]
    while inner.activeAction() is not wanted:
        QTest.keyClick(inner, Key.Key_Down)
    QTest.keyClick(inner, Key.Key_Return)
    hands.breathe()


def picture_sheet(hands: Hands) -> PictureSheet:
    (sheet,) = [one for one in hands.window.findChildren(PictureSheet) if one.isVisible()]
    return sheet


def pressed(hands: Hands, sheet: PictureSheet, name: str) -> None:
    hands.bot.mouseClick(sheet.findChild(QPushButton, name), LEFT)


def measured(hands: Hands, sheet: PictureSheet) -> str:
    """What is told of the picture once its file's size is known."""
    hands.bot.waitUntil(lambda: "B" in sheet.told.partition("·")[2], timeout=60_000)
    return sheet.told


def test_a_phase_is_exported_as_a_picture_from_the_menu_of_its_ground(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "phase.png"
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    column = sample.canvas.scene.layout.columns[Phase.DEFINE]
    menu = menu_at(sample, sample.pixel(Point(column.right - 40, 500)))
    taken(sample, menu, EXPORT_MENU.text, "picture_of_phase")
    sheet = picture_sheet(sample)
    assert sheet.options == PictureOptions(part="define")
    pressed(sample, sheet, "scale_2")
    pressed(sample, sheet, "picture_transparent")
    told = measured(sample, sheet)
    pressed(sample, sheet, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    export_board(
        sample.board, tmp_path / "same.png", options=PictureOptions(part="define", scale=2.0, transparent=True)
    )
    assert target.read_bytes() == (tmp_path / "same.png").read_bytes()
    with Image.open(target) as image:
        assert told.startswith(f"{image.width:,} × {image.height:,} pixels")


def test_the_menu_key_opens_the_menu_of_what_is_selected(sample: Hands) -> None:
    card = sample.cards[0]
    sample.state.select({card.id})
    menu = menu_at(sample, QPoint(3, 3), BY_KEY)
    assert [action.text() for action in menu.actions() if action.menu()][-1] == LEAVE_MENU.text
    taken(sample, menu, LEAVE_MENU.text, "picture_of_cards")
    sheet = picture_sheet(sample)
    assert sheet.options.chosen == (card.id,)
    assert sample.state.cards == {card.id}
    sample.bot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not sheet.isVisible()


def test_the_menu_key_opens_the_menu_of_the_chosen_phase(sample: Hands) -> None:
    sample.state.choose_phase(Phase.SCALE)
    taken(sample, menu_at(sample, QPoint(3, 3), BY_KEY), EXPORT_MENU.text, "export_phase")
    sheet = sample.window.findChild(ExportOptionsSheet)
    assert sheet is not None
    assert sheet.options.chosen == tuple(sample.board.cards_in(Phase.SCALE))
    sheet.leave()


@pytest.mark.parametrize(
    ("name", "kind"), [("picture_of_thread", PictureSheet), ("export_thread", ExportOptionsSheet)]
)
def test_the_thread_of_a_card_is_exported_from_its_menu(
    name: str, kind: type[PictureSheet | ExportOptionsSheet], sample: Hands
) -> None:
    linked = next(iter(sample.board.links.values())).source
    sample.canvas.looking.fit_all()
    taken(sample, menu_at(sample, sample.middle(linked)), LEAVE_MENU.text, name)
    sheet = sample.window.findChild(kind)
    assert sheet is not None
    assert linked in (sheet.options.chosen or ())
    assert len(sheet.options.chosen or ()) > 1
    sheet.leave()


def test_where_there_is_no_thread_a_sentence_says_so(hands: Hands) -> None:
    card = hands.write("alone")
    hands.state.select({card.id})
    hands.window.actions_by_name["picture_of_thread"].trigger()
    assert hands.window.findChild(PictureSheet) is None
    toasts = [toast.text() for toast in hands.window.findChildren(Toast) if toast.isVisible()]
    assert any("No thread runs through" in text for text in toasts)


def test_the_choices_are_seen_in_the_preview_and_remembered(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "board.svg"
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    sample.press(
        Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier, on=sample.canvas
    )
    sheet = picture_sheet(sample)
    measured(sample, sheet)
    shown = sheet.findChild(QLabel, "pictureShown")
    light = shown.pixmap().toImage().pixelColor(20, 20)
    pressed(sample, sheet, "picture_dark")
    pressed(sample, sheet, "kind_svg")
    width = sheet.findChild(QLineEdit, "pictureWidth")
    width.setFocus()
    QTest.keyClicks(width, "640")
    sample.bot.waitUntil(lambda: sheet.told.startswith("640 ×"), timeout=60_000)
    sample.bot.waitUntil(lambda: shown.pixmap().toImage().pixelColor(20, 20) != light, timeout=60_000)
    assert not any(sheet.findChild(QPushButton, f"scale_{scale}").isChecked() for scale in (1, 2, 3))
    pressed(sample, sheet, "beginExport")
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    assert target.read_bytes().startswith(b"<?xml")
    sample.window.actions_by_name["export_picture"].trigger()
    again = picture_sheet(sample)
    assert (again.options.width, again.options.dark, again.chosen().suffix) == (640, True, ".svg")
    again.leave()


def test_a_part_is_chosen_from_the_list_and_only_the_board_has_a_parking_lot(sample: Hands) -> None:
    sample.window.actions_by_name["export_picture"].trigger()
    sheet = picture_sheet(sample)
    parked = sheet.findChild(QPushButton, "picture_parked")
    assert parked.isVisible()
    combo = sheet.findChild(ValueCombo, "pictureScope")
    sample.choose(combo, "Diamond Solution")
    assert sheet.options.part == "solution"
    assert not parked.isVisible()
    sheet.leave()


def test_a_thread_that_is_lit_can_be_chosen(sample: Hands) -> None:
    linked = next(iter(sample.board.links.values())).source
    sample.state.select({linked})
    sample.press(Key.Key_T, on=sample.canvas)
    lit = sample.state.lit
    assert lit
    sample.window.actions_by_name["export_picture"].trigger()
    sheet = picture_sheet(sample)
    sample.choose(sheet.findChild(ValueCombo, "pictureScope"), f"What is lit ({len(lit)} cards)")
    assert set(sheet.options.chosen or ()) == lit
    sheet.leave()


def test_what_is_too_large_or_hidden_is_said_in_place_of_the_size(sample: Hands) -> None:
    sample.window.actions_by_name["export_picture"].trigger()
    sheet = picture_sheet(sample)
    width = sheet.findChild(QLineEdit, "pictureWidth")
    width.setFocus()
    QTest.keyClicks(width, "29000")
    sample.bot.waitUntil(lambda: "or an SVG" in sheet.told, timeout=60_000)
    sheet.leave()
    card = sample.cards[0].id
    hide_cards(sample.desk.session.workshop, origin="test", card_ids=[card])
    sample.state.select({card})
    sample.window.actions_by_name["picture_of_cards"].trigger()
    sheet = picture_sheet(sample)
    sample.bot.waitUntil(lambda: "None of the chosen cards" in sheet.told, timeout=60_000)
    sheet.leave()


def test_a_running_picture_is_cancelled_and_leaves_nothing(
    sample: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = tmp_path / "large.png"
    monkeypatch.setattr(type(sample.window), "_chosen_target", lambda *_args: target)
    sample.window.actions_by_name["export_picture"].trigger()
    sheet = picture_sheet(sample)
    pressed(sample, sheet, "scale_3")
    pressed(sample, sheet, "beginExport")
    sample.bot.mouseClick(sample.window.findChild(QPushButton, "cancelExport"), LEFT)
    sample.bot.waitUntil(lambda: not sample.window.exporting, timeout=60_000)
    assert not list(tmp_path.glob("*large*"))


def test_leaving_the_session_ends_the_preview_of_a_picture(sample: Hands) -> None:
    sample.window.actions_by_name["export_picture"].trigger()
    sheet = picture_sheet(sample)
    sample.window.close_session()
    assert not multiprocessing.active_children()
    assert not sheet.isVisible()


def test_every_way_out_stands_in_a_menu() -> None:
    assert {"export_cards", "export_thread", "picture_of_cards", "picture_of_thread"} <= set(LEAVE_MENU.names)
    assert {"export_phase", "picture_of_phase", "export_picture", "export_pdf"} <= set(EXPORT_MENU.names)
    assert LEAVE_MENU in CARD_MENU
    assert EXPORT_MENU in GROUND_MENU


def test_the_words_of_links_stand_where_they_stand_on_screen(sample: Hands) -> None:
    content = picture_content(sample.board, PictureOptions())
    lines = flatten_curves(content.curves)
    places = word_places(lines, [link.kind for link in content.links], content.card_boxes)
    scene = sample.canvas.scene
    which, boxes = LinkLabels(scene.cards, scene.links).places_in(scene.layout.bounds.grown(1_000))
    on_screen = {scene.links.ids[link]: box for link, box in zip(which.tolist(), boxes.tolist(), strict=True)}
    on_paper = {
        link.id: place
        for link, place in zip(content.links, places.tolist(), strict=True)
        if place[0] == place[0]  # NaN where there is no word
    }
    tensions = {link.id for link in content.links if link.kind is LinkKind.IN_TENSION_WITH}
    assert len(on_paper) > 10
    assert set(on_paper) - tensions == set(on_screen) - tensions
    for link in set(on_paper) - tensions:
        assert on_paper[link] == pytest.approx(on_screen[link], abs=0.01)
