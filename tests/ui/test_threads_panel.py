"""The panel of the threads: where each stops, the two orders, lighting one, and walking along it."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import QPushButton

from tests.ui.hands import CTRL, LEFT, SHIFT, Hands, Key
from ui.panels.threads.page import ThreadsPage
from ui.panels.threads.row import ThreadRow
from ui.panels.threads.walk import ThreadWalk
from ui.settings import read_setting
from ui.window_state import CHOSEN_THREAD
from workshop.commands.cards import change_cards, change_text, remove_cards
from workshop.commands.links import add_link
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.links import Link, LinkKind

SIGNAL = Card(id="signal", text="Calls double", phase=Phase.DISCOVER, x=100.0, discipline=Discipline.CX)
IDEA = Card(id="idea", text="One bill", phase=Phase.EXPLORE, x=100.0, discipline=Discipline.UX)
OUTCOME = Card(id="outcome", text="Fewer calls", phase=Phase.LAUNCH, x=100.0, discipline=Discipline.JOINT)
ALONE = Card(id="alone", text="A maze of tools", phase=Phase.DEFINE, x=100.0, discipline=Discipline.UX)
WHOLE = (SIGNAL, IDEA, OUTCOME, ALONE, Link(id="si", source="signal", target="idea"),
         Link(id="io", source="idea", target="outcome"), Vote(id="v", card="signal", dots=3))  # fmt: skip


@pytest.fixture
def opened(home: Hands, session_file: Any) -> Callable[..., Hands]:
    def open_with(*records: Any) -> Hands:
        assert home.window.open_path(session_file(*records))
        home.settle()
        home.desk.act("show_threads")
        home.breathe()
        return home

    return open_with


def _page(hands: Hands) -> ThreadsPage:
    (page,) = hands.desk.panel.findChildren(ThreadsPage)
    return page


def _rows(hands: Hands, count: int) -> list[ThreadRow]:
    hands.bot.waitUntil(lambda: len(_page(hands).rows.rows) == count)
    return [row for row in _page(hands).rows.rows if isinstance(row, ThreadRow)]


def _walk(hands: Hands) -> ThreadWalk:
    (walk,) = hands.canvas.findChildren(ThreadWalk)
    return walk


def test_each_row_says_from_where_to_where_who_speaks_and_the_votes(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    whole, stops = _rows(hands, 2)
    assert whole.accessibleName() == "Calls double"
    assert whole.text.text() == "Whole, to “Fewer calls”\n3 votes · 3 cards · no evidence"
    assert "CX, 3 votes; UX; CX + UX" in whole.accessibleDescription()
    assert stops.text.text() == "Stops in Problem: nothing follows\n1 card · only UX speaks · no evidence"


def test_by_risk_what_stops_comes_first_and_the_order_is_remembered(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    assert [row.key for row in _rows(hands, 2)] == ["signal", "alone"]
    chip = _page(hands).findChild(QPushButton, "threadsBy:risk")
    hands.bot.mouseClick(chip, LEFT)
    assert [row.key for row in _rows(hands, 2)] == ["alone", "signal"]
    assert read_setting("threads by", "") == "risk"


def test_a_click_lights_the_thread_and_escape_on_the_board_puts_it_out(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    row = _rows(hands, 2)[0]
    hands.bot.mouseClick(row.text, LEFT)
    assert hands.state.lit == {"signal", "idea", "outcome"}
    assert all(hands.canvas.looking.sees(hands.rect(card)) for card in ("signal", "idea", "outcome"))
    assert row.edge
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert hands.state.lit is None
    assert not row.edge


def test_enter_lights_and_escape_in_the_list_puts_out_then_goes_back_to_the_board(
    opened: Callable[..., Hands],
) -> None:
    hands = opened(*WHOLE)
    _page(hands).rows.go_to(_rows(hands, 2)[1].key)
    hands.press(Key.Key_Return)
    assert hands.state.lit == {"alone"}
    hands.press(Key.Key_Escape)
    assert hands.state.lit is None
    assert not hands.canvas.hasFocus()
    hands.press(Key.Key_Escape)
    assert hands.canvas.hasFocus()


def test_walking_shows_card_by_card_by_keys_and_buttons(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    _page(hands).begin_walk("signal")
    hands.breathe()
    walk = _walk(hands)
    seen = [(walk.count.text(), set(hands.state.cards))]
    for key in (Key.Key_Right, Key.Key_PageDown, Key.Key_Right):
        hands.press(key)
        seen.append((walk.count.text(), set(hands.state.cards)))
    assert seen == [("1 of 3", {"signal"}), ("2 of 3", {"idea"}), *[("3 of 3", {"outcome"})] * 2]
    assert hands.canvas.camera.zoom > 0.6
    assert hands.canvas.looking.sees(hands.rect("outcome"))
    hands.bot.mouseClick(walk._before, LEFT)
    assert hands.state.cards == {"idea"}
    hands.press(Key.Key_Escape, on=walk)
    assert walk.isHidden()
    assert not hands.state.lights_for(CHOSEN_THREAD)


def test_escape_on_the_board_ends_the_walk_too(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    _page(hands).begin_walk("signal")
    hands.press(Key.Key_Escape, on=hands.canvas)
    assert _walk(hands).isHidden()


def test_the_walk_goes_on_along_what_is_left_when_a_card_goes(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    _page(hands).begin_walk("signal")
    remove_cards(hands.state.workshop, origin="phone", card_ids=["signal"])
    assert _walk(hands).count.text() == "1 of 2"
    assert hands.state.cards == {"idea"}
    remove_cards(hands.state.workshop, origin="phone", card_ids=["idea", "outcome"])
    assert _walk(hands).isHidden()


def test_words_are_those_of_now_and_a_new_link_is_read_after_a_pause(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    rows = {row.key: row for row in _rows(hands, 2)}
    change_text(hands.state.workshop, origin="phone", card_id="alone", text="Too many tools")
    hands.bot.waitUntil(lambda: rows["alone"].heading.text() == "Too many tools")
    add_link(
        hands.state.workshop, origin="phone", source="alone", target="idea", kind=LinkKind.LEADS_TO, author=None
    )
    hands.bot.waitUntil(lambda: rows["alone"].text.text().startswith("Whole, to “Fewer calls”"))


def test_a_card_turned_face_down_is_never_told(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    row = _rows(hands, 2)[0]
    change_cards(hands.state.workshop, origin="phone", card_ids=["outcome"], hidden=True)
    hands.bot.waitUntil(lambda: "Fewer calls" not in row.text.text())


def test_without_links_the_panel_teaches_what_a_thread_is(opened: Callable[..., Hands]) -> None:
    hands = opened(SIGNAL, ALONE)
    page = _page(hands)
    hands.bot.waitUntil(lambda: page._nothing.isVisible())
    hands.bot.mouseClick(page._nothing.button, LEFT)
    assert hands.state.tool.value == "link"


def test_with_flow_that_leads_no_further_the_thread_stands_there_as_one_that_stops(
    opened: Callable[..., Hands],
) -> None:
    further = Card(id="further", text="Calls cost", phase=Phase.DEFINE, x=300.0)
    supports = Link(id="l", source="alone", target="further", kind=LinkKind.SUPPORTS)
    hands = opened(ALONE, further, supports)
    (row,) = _rows(hands, 1)
    assert row.heading.text() == "A maze of tools"
    assert not _page(hands)._nothing.isVisible()


def test_from_a_card_the_panel_opens_at_its_thread(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    hands.state.select({"outcome"})
    hands.desk.act("show_threads")
    assert hands.state.lit == {"signal", "idea", "outcome"}


def test_w_walks_along_the_thread_of_the_selected_card_and_without_one_along_the_first(
    opened: Callable[..., Hands],
) -> None:
    hands = opened(*WHOLE)
    hands.state.select({"alone"})
    hands.press(Key.Key_W, on=hands.canvas)
    assert _walk(hands).count.text() == "1 of 1"
    hands.press(Key.Key_Escape)
    hands.state.select()
    hands.press(Key.Key_W, on=hands.canvas)
    assert _walk(hands).count.text() == "1 of 3"


def test_when_the_theme_changes_the_walk_ends_and_another_may_begin(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    hands.press(Key.Key_W, on=hands.canvas)
    hands.window.toggle_theme()
    hands.bot.waitUntil(lambda: not hands.canvas.findChildren(ThreadWalk))
    assert hands.state.lit is None
    hands.bot.waitUntil(lambda: hands.desk.panel.tabs.count() > 1)
    hands.press(Key.Key_W, on=hands.canvas)
    assert _walk(hands).count.text() == "1 of 3"


def test_after_a_walk_and_another_theme_the_find_bar_comes_and_themes_go_on(
    opened: Callable[..., Hands],
) -> None:
    hands = opened(*WHOLE)
    hands.click("idea")
    hands.press(Key.Key_W, on=hands.canvas)
    for dark in (True, False):
        hands.press(Key.Key_D, CTRL | SHIFT)
        hands.bot.waitUntil(lambda: not hands.canvas.findChildren(ThreadWalk))
        hands.press(Key.Key_F, CTRL)
        assert hands.desk.finding.bar is not None
        assert hands.desk.finding.bar.isVisible()
        assert hands.canvas.looks.dark is dark
    hands.desk.act("walk_thread")
    hands.breathe()
    assert _walk(hands).isVisible()
    assert not hands.desk.finding.bar.isVisible()


def test_a_walk_that_goes_takes_no_other_with_it(opened: Callable[..., Hands]) -> None:
    hands = opened(*WHOLE)
    old = ThreadWalk(hands.canvas, hands.canvas.looks)
    hands.click("idea")
    hands.press(Key.Key_W, on=hands.canvas)
    (walk,) = [one for one in hands.canvas.findChildren(ThreadWalk) if one is not old]
    old.leave()
    assert walk.isVisible()
    hands.press(Key.Key_F, CTRL)
    assert not walk.isVisible()


def test_a_card_on_no_thread_is_told_so(opened: Callable[..., Hands]) -> None:
    parked = Card(id="parked", text="Later", x=10.0)
    hands = opened(*WHOLE, parked)
    said: list[str] = []
    hands.state.message.connect(said.append)
    hands.state.select({"parked"})
    hands.press(Key.Key_W, on=hands.canvas)
    assert said == ["No thread leads over this card."]


def test_the_overview_and_the_panel_share_one_reading(
    opened: Callable[..., Hands], monkeypatch: pytest.MonkeyPatch
) -> None:
    hands = opened(*WHOLE)
    _rows(hands, 2)
    hands.desk.act("show_board")
    hands.settle()
    threads = hands.canvas.scene.threads
    before = threads.threads
    assert hands.canvas._painter.threads.rows.whole == 1
    assert threads.read() is before
