"""A first workshop from an empty start to a PDF that is read back, and one with bad input."""

from pathlib import Path

from pypdf import PdfReader
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPlainTextEdit, QPushButton

from tests.ui.hands import ALT, CTRL, LEFT, SHIFT, Hands, Key
from tests.ui.opened_folders import opened_folders
from ui.panels.choices import ChoiceField
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind

TEXTS = {
    Phase.DISCOVER: (
        "Support hears about the missing breakdown",
        "Finance exports to a spreadsheet each month",
    ),
    Phase.DEFINE: ("Month-end proof is missing", "Small firms have no administrator"),
    Phase.EXPLORE: ("Invoice with the breakdown first", "Two paths into setup"),
    Phase.VALIDATE: ("Test the export with five finance teams", "Compare calls after four weeks"),
    Phase.LAUNCH: ("Announce in the billing mail", "Train support before the first"),
}


def test_a_first_workshop_from_home_screen_to_pdf(traveller: Hands, tmp_path: Path) -> None:
    _create(traveller)
    _write_ten_cards(traveller)
    _change_kind_and_discipline(traveller)
    _link(traveller)
    _undo_and_redo(traveller)
    _move_by_drag(traveller)
    path, camera, board = traveller.desk.session.path, traveller.canvas.camera, traveller.board
    traveller.press(Key.Key_W, CTRL)
    assert traveller.window.desk is None

    card = traveller.window.home.findChild(QPushButton, "sessionCard")
    traveller.bot.mouseClick(card, LEFT)
    traveller.breathe()
    assert traveller.desk.session.path == path
    assert traveller.board == board
    assert traveller.canvas.camera == camera
    assert traveller.state.participant.name == "Mira Jensen"

    text = _exported(traveller, tmp_path / "summary.pdf")
    for wanted in ("Billing page", "Mira Jensen", *(text for pair in TEXTS.values() for text in pair)):
        assert wanted in text
    for phase in TEXTS:
        assert phase.value in text
    assert "RISK" in text.upper()
    assert "supports" in text


BAD = {
    "markup": "<b>bold</b> & <img src='/etc/passwd'> </para> &amp; end",
    "sides": "price \u202e3 € 100\u202c and \u200fعربي\u200e mixed",
    "emoji": "family 👩‍👧‍👦 flag 🇩🇰 done",
    "nul": "a\0b \ud83d lone",
}


def test_bad_input_shows_on_the_board_and_in_the_pdf(traveller: Hands, tmp_path: Path) -> None:
    traveller.press(Key.Key_N, CTRL)
    clipboard = QApplication.clipboard()
    long = "A very long story. " * 5_500
    for text in (*BAD.values(), long):
        clipboard.setText(text.encode("utf-8", "replace").decode())
        traveller.press(Key.Key_N)
        traveller.press(Key.Key_V, CTRL)
        traveller.press(Key.Key_Escape)
        traveller.press(Key.Key_Escape)
    assert len(traveller.cards) == 5
    assert len(traveller.cards[-1].text) == len(long)
    traveller.press(Key.Key_0)
    traveller.press(Key.Key_1, SHIFT)
    traveller.click(traveller.cards[-1])
    traveller.press(Key.Key_2, SHIFT)
    traveller.settle()
    text = _exported(traveller, tmp_path / "bad.pdf")
    assert "<b>bold</b> & <img src='/etc/passwd'> </para> &amp; end" in text
    assert "عربي" in text
    assert "👩‍👧‍👦" in text or "👩" in text
    assert text.count("A very long story.") > 5_000


def _create(hands: Hands) -> None:
    form = hands.window.home.form
    for name, words in (("title", "Billing page"), ("place", "Room 4")):
        field = form.findChild(QLineEdit, f"new:{name}")
        hands.bot.mouseClick(field, LEFT)
        hands.bot.keyClicks(field, words)
    people = form.findChild(QPlainTextEdit, "newPeople")
    hands.bot.mouseClick(people, LEFT)
    hands.bot.keyClicks(people, "Mira Jensen, CX")
    hands.bot.keyClick(people, Key.Key_Return)
    hands.bot.keyClicks(people, "Jonas Weber, UX")
    hands.bot.mouseClick(form.findChild(QPushButton, "createWorkshop"), LEFT)
    hands.breathe()
    session = hands.board.session
    assert (session.title, session.place) == ("Billing page", "Room 4")
    assert [person.discipline for person in hands.board.participants.values()] == [Discipline.CX, Discipline.UX]


def _write_ten_cards(hands: Hands) -> None:
    hands.press(Key.Key_A, ALT)
    hands.type("Mira Jensen")
    hands.press(Key.Key_Return)
    keys = {Phase.DISCOVER: Key.Key_1, Phase.EXPLORE: Key.Key_2, Phase.LAUNCH: Key.Key_3}
    for phase, texts in TEXTS.items():
        if phase in keys:
            hands.press(keys[phase])
        hands.double_click_at(hands.empty_ground(phase))
        hands.type(texts[0])
        hands.press(Key.Key_Tab)
        hands.type(texts[1])
        hands.press(Key.Key_Escape)
        hands.press(Key.Key_Escape)
        assert hands.card(texts[0]).phase == hands.card(texts[1]).phase == phase
    assert len(hands.cards) == 10
    assert {card.discipline for card in hands.cards} == {Discipline.CX}


def _change_kind_and_discipline(hands: Hands) -> None:
    hands.press(Key.Key_1)
    hands.click(hands.card(TEXTS[Phase.DEFINE][1]))
    kind = hands.desk.panel.card.findChild(ChoiceField, "field:kind")
    hands.choose(kind.field, "Risk")
    hands.press(Key.Key_2, ALT)
    card = hands.card(TEXTS[Phase.DEFINE][1])
    assert (card.kind, card.discipline) == (CardKind.RISK, Discipline.UX)


def _link(hands: Hands) -> None:
    hands.click_at(hands.empty_ground())
    source, target = (hands.card(TEXTS[phase][0]) for phase in (Phase.DISCOVER, Phase.DEFINE))
    hands.press(Key.Key_L)
    hands.drag(hands.middle(source), hands.middle(target))
    hands.press(Key.Key_V)
    choice = hands.desk.panel.selection.findChild(ChoiceField, "selection:link")
    hands.choose(choice.field, "Supports")
    (link,) = hands.board.links.values()
    assert (link.source, link.target, link.kind) == (source.id, target.id, LinkKind.SUPPORTS)
    hands.click_at(hands.empty_ground())


def _undo_and_redo(hands: Hands) -> None:
    whole = dict(hands.board.cards), dict(hands.board.links)
    steps = 0
    while hands.desk.session.workshop.history.next_undo("window") is not None:
        hands.press(Key.Key_Z, CTRL)
        steps += 1
    assert not hands.cards
    for _ in range(steps):
        hands.press(Key.Key_Z, CTRL | SHIFT)
    assert (dict(hands.board.cards), dict(hands.board.links)) == whole


def _move_by_drag(hands: Hands) -> None:
    card = hands.card(TEXTS[Phase.DISCOVER][1])
    hands.press(Key.Key_1)
    hands.drag(hands.middle(card), hands.empty_ground(Phase.DEFINE) + QPoint(40, 0))
    assert hands.card(card.text).phase is Phase.DEFINE
    hands.wheel(hands.middle(card), -3, CTRL)
    hands.saved()
    assert hands.desk.findChild(QLabel, "state").text().startswith("All changes saved")


def _exported(hands: Hands, path: Path) -> str:
    with opened_folders() as opened:
        export = hands.window.export_to(path)
        with hands.bot.waitSignal(export.ended, timeout=60_000) as ended:
            pass
    assert ended.args == [""]
    assert opened == [path.parent]
    reader = PdfReader(path)
    return " ".join(" ".join(page.extract_text().split()) for page in reader.pages)
