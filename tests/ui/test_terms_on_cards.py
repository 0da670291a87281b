"""Terms on the board: words of cards become terms, stand out on cards, and are told where the pointer rests."""

from PySide6.QtCore import QEvent, QRect
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QImage, QPainter, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu, QToolTip

from tests.ui.hands import CTRL, Hands, Key
from tests.ui.terms_room import new_card, terms_in, terms_page
from ui.canvas.term_tips import term_tip
from workshop.commands.terms import add_term, change_term
from workshop.model.cards import Card, Discipline
from workshop.picture.card_plan import PADDING, card_writing
from workshop.picture.plan import Point, Rect
from workshop.picture.underlining import places_of


def test_words_selected_while_writing_become_a_term_on_the_side_of_the_card(hands: Hands) -> None:
    hands.state.prefer_discipline(Discipline.UX)
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("nobody finds the line-item drawer")
    cursor = hands.canvas.editor.textCursor()
    cursor.setPosition(len("nobody finds the "), QTextCursor.MoveMode.KeepAnchor)
    hands.canvas.editor.setTextCursor(cursor)
    hands.press(Key.Key_T, CTRL)
    (term,) = terms_in(hands)
    assert (term.cx_says, term.ux_says) == ("", "line-item drawer")
    assert hands.desk.panel.shown == "terms"
    assert hands.canvas.writing.card is None
    focus = QApplication.focusWidget()
    assert isinstance(focus, QLineEdit)
    assert focus.accessibleName() == "CX says"
    hands.canvas.setFocus()
    hands.press(Key.Key_Z, CTRL)
    assert not terms_in(hands)
    assert hands.card("nobody finds the line-item drawer")


def test_the_palette_adds_the_words_that_were_selected_when_it_took_the_keyboard(hands: Hands) -> None:
    hands.state.prefer_discipline(Discipline.CX)
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("the bill is late")
    cursor = hands.canvas.editor.textCursor()
    cursor.setPosition(len("the "))
    cursor.setPosition(len("the bill"), QTextCursor.MoveMode.KeepAnchor)
    hands.canvas.editor.setTextCursor(cursor)
    hands.press(Key.Key_K, CTRL)
    hands.type("add to terms")
    hands.press(Key.Key_Return)
    assert [term.cx_says for term in terms_in(hands)] == ["bill"]


def test_words_that_are_a_term_already_open_it(hands: Hands) -> None:
    term = add_term(hands.desk.session.workshop, origin="me", cx_says="Bill")
    hands.state.prefer_discipline(Discipline.CX)
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("bill")
    hands.press(Key.Key_T, CTRL)
    assert terms_in(hands) == [term]
    assert terms_page(hands).opened == term.id


def test_without_words_it_is_said_what_to_select(hands: Hands) -> None:
    told: list[str] = []
    hands.state.message.connect(told.append)
    hands.canvas.setFocus()
    hands.press(Key.Key_T, CTRL)
    assert told == ["Select words of a card while you write on it; then they can be added to the terms."]


def test_the_menu_of_the_text_offers_to_add_its_words(hands: Hands) -> None:
    hands.press(Key.Key_N, on=hands.canvas)
    hands.type("handover")
    hands.press(Key.Key_A, CTRL)
    editor = hands.canvas.editor
    at = editor.rect().center()
    QApplication.sendEvent(
        editor.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, editor.mapToGlobal(at))
    )
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    (action,) = [action for action in menu.actions() if action.objectName() == "add_to_terms"]
    action.trigger()
    menu.close()
    hands.breathe()
    assert [term.agreed for term in terms_in(hands)] == ["handover"]


def test_words_of_terms_are_underlined_on_cards_and_no_longer_when_the_term_goes(hands: Hands) -> None:
    _awake(hands)
    card = new_card(hands, "The bill is late", Discipline.CX)
    hands.desk.board_actions.zoom_100()
    hands.canvas.looking.go_to(hands.rect(card))
    plain = _face(hands, card)
    term = add_term(hands.desk.session.workshop, origin="me", ux_says="bill")
    underlined = _face(hands, card)
    word, face = _word_box(hands, card), hands.rect(card)
    zoom = hands.canvas.camera.zoom
    changed = [
        (x / zoom, y / zoom)
        for x in range(underlined.width())
        for y in range(underlined.height())
        if underlined.pixel(x, y) != plain.pixel(x, y)
    ]
    assert changed
    assert all(word.x - face.x - 3 <= x <= word.right - face.x + 3 for x, _ in changed)
    assert all(word.centre.y - face.y <= y <= word.bottom - face.y + 4 for _, y in changed)
    change_term(hands.desk.session.workshop, origin="me", term_id=term.id, ux_says="receipt")
    assert _face(hands, card) == plain


def test_resting_on_a_word_tells_the_other_word_and_the_meaning_as_plain_text(hands: Hands) -> None:
    _awake(hands)
    card = new_card(hands, "The bill is late", Discipline.CX)
    add_term(
        hands.desk.session.workshop,
        origin="me",
        cx_says="bill",
        ux_says="<b>invoice</b>",
        agreed="statement",
        definition="What is owed.",
    )
    hands.canvas.looking.go_to(hands.rect(card))
    hands.settle()
    middle = _word_box(hands, card).centre
    tip = term_tip(hands.canvas, middle)
    assert tip is not None
    assert tip[0] == "UX says “<b>invoice</b>”, agreed: “statement”. What is owed."
    at = hands.pixel(middle)
    QApplication.sendEvent(hands.canvas, QHelpEvent(QEvent.Type.ToolTip, at, hands.canvas.mapToGlobal(at)))
    assert "&lt;b&gt;invoice" in QToolTip.text()
    QToolTip.hideText()
    assert term_tip(hands.canvas, hands.rect(card).centre) is None


def test_a_card_that_lies_face_down_tells_no_word(hands: Hands) -> None:
    card = new_card(hands, "The bill is late", Discipline.CX)
    add_term(hands.desk.session.workshop, origin="me", ux_says="bill")
    middle = _word_box(hands, card).centre
    hands.state.select({card.id})
    hands.desk.act("hide_cards")
    hands.breathe()
    assert term_tip(hands.canvas, middle) is None
    page = terms_page(hands)
    told = page._about(terms_in(hands)[0].id)
    assert told is not None
    assert told.used == ()


def _word_box(hands: Hands, card: Card) -> Rect:
    writing, box = card_writing(card), hands.rect(card)
    corner, start = Point(PADDING, writing.top), card.text.index("bill")
    ((_, rect),) = places_of(card.text, writing.lines, ((start, start + 4),), corner, writing.size)
    return rect.moved(box.x, box.y)


def _face(hands: Hands, card: Card) -> QImage:
    """The card as it is seen, without its corner, where a mark comes."""
    hands.settle()
    x, y, w, h = hands.canvas.camera.rect_to_screen(hands.rect(card))
    seen = hands.canvas.grab(QRect(round(x), round(y + h * 0.2), round(w * 0.9), round(h * 0.6))).toImage()
    whole = QImage(round(w), round(h), QImage.Format.Format_RGB32)
    whole.fill(0)
    with QPainter(whole) as painter:
        painter.drawImage(0, round(y + h * 0.2) - round(y), seen)
    return whole


def _awake(hands: Hands) -> None:
    """Underlines come once the board is in sight."""
    hands.bot.waitUntil(lambda: not hands.desk.panelling.noting.busy)
    hands.settle()
