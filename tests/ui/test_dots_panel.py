"""The dots that nobody connected: found while people work, shown, acted on, set aside with a reason, brought back."""

from datetime import date
from inspect import GEN_CREATED, getgeneratorstate

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton

from tests.ui.hands import LEFT, NO, Hands, Key
from ui.panels.dots.page import DotsPage
from ui.panels.dots.row import DotsRow
from ui.panels.dots.watch import DotsWatch
from workshop.commands.cards import add_card
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_of
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point
from workshop.visibility import ROOM, visible_to


def test_the_tab_says_how_many_there_are_and_the_list_has_each(sample: Hands) -> None:
    page = _page(sample)
    watch = _watch(sample)
    found = findings_of(visible_to(ROOM, sample.board), watch._today())
    assert [f.subject for f in watch.findings] == [f.subject for f in found]
    assert len(page.rows.keys) == len(found)
    assert sample.desk.panel.tabs.tabText(1) == str(len(found))


def test_a_new_signal_is_marked_once_the_hand_rests_and_no_longer_when_it_is_answered(hands: Hands) -> None:
    card = _signal(hands)
    _rested(hands)
    assert card.id in _watch(hands).marked()
    _page(hands)
    _act(hands, "Unanswered signal", "Invite")
    hands.type("we watched four people and none found it")
    hands.press(Key.Key_Escape)
    answer = hands.cards[-1]
    assert answer.discipline is Discipline.UX
    assert [link.target for link in hands.board.links_of(card.id)] == [answer.id]
    _rested(hands)
    assert not [f for f in _watch(hands).findings if f.finding == "unanswered signal" and card.id in f.cards]


def test_a_click_on_the_mark_of_a_card_shows_what_was_found(sample: Hands) -> None:
    _rested(sample)
    sample.bot.waitUntil(lambda: sample.desk.panel.tabs.count() > 1)
    card = next(card for card in _watch(sample).marked() if _in_view(sample, card))
    rect = sample.canvas.scene.cards.rect(card)
    corner = sample.canvas.camera.to_screen(Point(rect.right, rect.y))
    QTest.mouseClick(sample.canvas, LEFT, NO, QPoint(round(corner.x) + 2, round(corner.y) - 2))
    sample.breathe()
    assert sample.desk.panel.shown == "dots"
    row = QApplication.focusWidget()
    assert isinstance(row, DotsRow)
    assert card in _watch(sample).of_card(card)[0].cards


def test_the_panel_of_a_card_names_what_was_found_and_leads_there(sample: Hands) -> None:
    _rested(sample)
    card = next(iter(_watch(sample).marked()))
    sample.state.select({card})
    button = sample.desk.panel.card.findChild(QPushButton, "dotsOfCard")
    sample.bot.waitUntil(button.isVisible)
    assert button.text().startswith(_watch(sample).of_card(card)[0].title)
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    sample.breathe()
    assert sample.desk.panel.shown == "dots"


def test_show_selects_the_cards_and_brings_them_into_view(sample: Hands) -> None:
    page = _page(sample)
    row = page.rows.rows[0]
    finding = _watch(sample).findings[0]
    row.setFocus()
    sample.press(Key.Key_Return)
    assert sample.state.cards == frozenset(finding.cards)


def test_the_arrows_walk_through_all_rows(sample: Hands) -> None:
    page = _page(sample)
    page.rows.setFocus()
    seen = []
    for _ in page.rows.keys:
        sample.press(Key.Key_Down)
        row = QApplication.focusWidget()
        assert isinstance(row, DotsRow)
        assert page.rows.viewport().rect().contains(row.geometry().center())
        seen.append(row.key)
    assert tuple(seen) == page.rows.keys


def test_a_finding_is_set_aside_with_a_reason_and_brought_back(sample: Hands) -> None:
    page = _page(sample)
    count, before = len(_watch(sample).findings), set(sample.board.collection("dismissals"))
    title = page.rows.rows[0].heading.text()
    _click(sample, page.rows.rows[0], "Dismiss…")
    field = page.findChild(QLineEdit, "whyDismissed")
    assert field.hasFocus()
    sample.press(Key.Key_Return)
    assert set(sample.board.collection("dismissals")) == before
    sample.type("support knows and will answer")
    sample.press(Key.Key_Return)
    (dismissal,) = set(sample.board.collection("dismissals")) - before
    assert sample.board.collection("dismissals")[dismissal].reason == "support knows and will answer"
    _rested(sample)
    assert len(_watch(sample).findings) == count - 1
    button = page.findChild(QPushButton, "showDismissed")
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    sample.breathe()
    row = _aside(sample, page, "support knows and will answer")
    assert row.heading.text() == title
    _click(sample, row, "Bring back")
    _rested(sample)
    assert len(_watch(sample).findings) == count
    assert set(sample.board.collection("dismissals")) == before


def test_escape_lets_a_finding_stay(sample: Hands) -> None:
    page = _page(sample)
    before = set(sample.board.collection("dismissals"))
    _click(sample, page.rows.rows[0], "Dismiss…")
    sample.type("no")
    sample.press(Key.Key_Escape)
    sample.bot.waitUntil(lambda: page.findChild(QLineEdit, "whyDismissed") is None)
    assert set(sample.board.collection("dismissals")) == before


def test_a_hidden_card_is_never_named(sample: Hands) -> None:
    page = _page(sample)
    card = _watch(sample).findings[0].cards[0]
    text = sample.board.cards[card].text
    sample.state.select({card})
    sample.canvas.setFocus()
    sample.desk.act("hide_cards")
    _rested(sample)
    assert all(card not in f.cards and text[:20] not in f.sentence for f in _watch(sample).findings)
    assert all(text[:20] not in row.text.text() for row in page.rows.rows)


def test_an_empty_board_teaches_what_will_stand_here(hands: Hands) -> None:
    page = _page(hands)
    button = next(b for b in page.findChildren(QPushButton) if b.isVisible() and b.text())
    assert button.text() == "Show the threads"
    assert not page.rows.isVisible()


def test_neither_findings_nor_notes_are_read_while_somebody_looks_around(sample: Hands) -> None:
    panelling = sample.desk.panelling
    sample.settle()
    panelling.watch.look_again()
    panelling.noting._pause.start()
    waiting = (panelling.watch._pause, panelling.noting._pause)
    since = [pause.timerId() for pause in waiting]
    sample.wheel(sample.canvas.rect().center(), 1)
    assert all(pause.isActive() for pause in waiting)
    assert not {pause.timerId() for pause in waiting} & set(since)
    _rested(sample)
    sample.wheel(sample.canvas.rect().center(), 1)
    assert not panelling.watch.busy


def test_no_findings_are_read_between_two_letters_of_a_card(sample: Hands) -> None:
    _rested(sample)
    watch = _watch(sample)
    sample.press(Key.Key_N, on=sample.canvas)
    QTest.keyClick(sample.canvas.editor, "a")
    assert sample.canvas.writing.unsaved
    watch._pause.stop()
    watch._begin()
    assert getgeneratorstate(watch._looking) == GEN_CREATED
    sample.press(Key.Key_Escape)
    _rested(sample)


def _signal(hands: Hands) -> Card:
    return add_card(
        hands.desk.session.workshop,
        origin="window",
        phase=Phase.DISCOVER,
        text="Finance asks where the breakdown went",
        kind=CardKind.PAIN_POINT,
        discipline=Discipline.CX,
    )


def _watch(hands: Hands) -> DotsWatch:
    return hands.desk.panelling.watch


def _rested(hands: Hands) -> None:
    """The watch has looked at the board as it is."""
    hands.breathe()
    hands.bot.waitUntil(lambda: not _watch(hands).busy, timeout=10_000)
    hands.breathe()


def _page(hands: Hands) -> DotsPage:
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() > 1)
    hands.desk.act("show_dots")
    _rested(hands)
    page = hands.desk.panel.findChild(DotsPage)
    assert page is not None
    assert page.isVisible()
    return page


def _aside(hands: Hands, page: DotsPage, reason: str) -> DotsRow:
    """The row of the finding that was set aside for a reason."""
    for key in reversed(page.rows.keys):
        page.rows.go_to(key)
        hands.breathe()
        for row in page.rows.rows:
            if isinstance(row, DotsRow) and reason in row.text.text():
                return row
    raise AssertionError(reason)


def _act(hands: Hands, title: str, words: str) -> None:
    page = hands.desk.panel.findChild(DotsPage)
    row = next(row for row in page.rows.rows if row.heading.text() == title)
    _click(hands, row, words)


def _click(hands: Hands, row: DotsRow, words: str) -> None:
    button = next(b for b in row.findChildren(QPushButton) if b.text() == words)
    QTest.mouseClick(button, LEFT, pos=button.rect().center())
    hands.breathe()


def _in_view(hands: Hands, card: str) -> bool:
    rect = hands.canvas.camera.rect_to_screen(hands.canvas.scene.cards.rect(card))
    return rect.x > 100 and rect.right < hands.canvas.width() - 60 and 90 < rect.y < hands.canvas.height() - 240


def test_nothing_is_looked_through_while_a_card_is_dragged(sample: Hands) -> None:
    _rested(sample)
    watch = _watch(sample)
    card = next(card.id for card in sample.cards if _in_view(sample, card.id) and not card.locked)
    sample.write("one more")
    centre = sample.canvas.camera.to_screen(sample.canvas.scene.cards.rect(card).centre)
    at = QPoint(round(centre.x), round(centre.y))
    QTest.mousePress(sample.canvas, LEFT, NO, at)
    QTest.mouseMove(sample.canvas, at + QPoint(30, 10))
    sample.bot.waitUntil(lambda: watch._slice.isActive())
    held = watch._looking
    QTest.mouseMove(sample.canvas, at + QPoint(40, 10))
    assert held is not None
    assert watch.busy
    sample.press(Key.Key_Escape, on=sample.canvas)
    QTest.mouseRelease(sample.canvas, LEFT, NO, at)
    _rested(sample)


def test_every_act_that_is_offered_does_something(sample: Hands) -> None:
    page = _page(sample)
    done: set[tuple[str, str]] = set()
    for key in page.rows.keys:
        page.rows.go_to(key)
        sample.breathe()
        row = next(row for row in page.rows.rows if row.key == key)
        for words in [button.text() for button in row.findChildren(QPushButton)]:
            if (row.heading.text(), words) in done:
                continue
            done.add((row.heading.text(), words))
            before = _all_that_shows(sample)
            _click(sample, row, words)
            assert _all_that_shows(sample) != before, (row.heading.text(), words)
            _put_back(sample)
            page.rows.go_to(key)
            sample.breathe()
            row = next(row for row in page.rows.rows if row.key == key)
    assert len({title for title, _ in done}) >= 10


@pytest.mark.parametrize("kind", ["unanswered signal", "thread that stops", "promise without a path"])
def test_the_card_that_is_written_on_invitation_ends_the_finding(sample: Hands, kind: str) -> None:
    page = _page(sample)
    finding = next(f for f in _watch(sample).findings if f.finding == kind)
    before, discipline = sample.cards, sample.state.discipline
    _click(sample, _row_of(sample, page, finding), "Invite")
    sample.type("what was missing")
    sample.press(Key.Key_Escape)
    (card,) = [card for card in sample.cards if card not in before]
    if finding.discipline is not None:
        assert card.discipline is finding.discipline
    assert sample.state.discipline is discipline
    _rested(sample)
    assert finding.subject not in {f.subject for f in _watch(sample).findings}


@pytest.mark.parametrize(
    ("kind", "field"), [("insight too late", "lands_on"), ("unanswered question", "asked_until")]
)
def test_set_a_date_leads_to_the_day_that_the_finding_is_about(sample: Hands, kind: str, field: str) -> None:
    page = _page(sample)
    finding = next(f for f in _watch(sample).findings if f.finding == kind)
    _click(sample, _row_of(sample, page, finding), "Set a date…")
    written = QApplication.focusWidget()
    assert written is not None
    assert written.isVisible()
    written.selectAll()  # type: ignore[attr-defined]
    sample.type("2026-01-31")
    sample.press(Key.Key_Return)
    assert getattr(sample.board.cards[finding.cards[0]], field) == date(2026, 1, 31)


def test_link_to_a_promise_searches_what_leads_there_once(sample: Hands) -> None:
    page = _page(sample)
    finding = next(f for f in _watch(sample).findings if f.finding == "promise without a path")
    usual = sample.state.link_kind
    _click(sample, _row_of(sample, page, finding), "Link to…")
    path = next(c for c in sample.cards if c.phase is Phase.DEVELOP and c.discipline is Discipline.UX)
    sample.type(path.text[:24])
    sample.press(Key.Key_Return)
    _rested(sample)
    assert finding.subject not in {f.subject for f in _watch(sample).findings}
    assert sample.state.link_kind is usual


def _row_of(hands: Hands, page: DotsPage, finding: Finding) -> DotsRow:
    key = "\x1f".join(finding.subject)
    page.rows.go_to(key)
    hands.breathe()
    row = next(row for row in page.rows.rows if row.key == key)
    assert isinstance(row, DotsRow)
    return row


def _all_that_shows(hands: Hands) -> tuple[object, ...]:
    state = hands.state
    camera = hands.canvas.camera
    return (
        (camera.x, camera.y, camera.zoom),
        (state.cards, state.links, state.phase),
        hands.desk.panel.shown,
        QApplication.focusWidget(),
        len(hands.cards),
        {name: len(hands.board.collection(name)) for name in ("links", "measures", "tensions", "terms")},
    )


def _put_back(hands: Hands) -> None:
    """As before the act: nothing written, nothing selected, the findings in sight."""
    hands.press(Key.Key_Escape)
    hands.canvas.writing.end()
    while hands.state.workshop.undo("window"):
        pass
    hands.state.select()
    hands.canvas.looking.fit_board()
    hands.desk.panelling.open("dots")
    _rested(hands)
