"""Addresses in a card's text open with a click."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices

from tests.ui.hands import Hands
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.picture.plan import Point

CARD = Card(id="c", text="https://example.org/here", phase=Phase.DISCOVER, x=200.0, y=-60.0)


def test_a_click_on_an_address_opens_it_and_beside_it_only_selects(
    home: Hands, session_file, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(QUrl(url).toString()) or True)
    assert home.window.open_path(
        session_file(CARD, Card(id="h", text=CARD.text, phase=Phase.DISCOVER, hidden=True))
    )
    hands = Hands(home.window, home.bot)
    rect = hands.rect("c")
    address = hands.pixel(Point(rect.x + 60, rect.y + 44))
    hands.click_at(address)
    assert opened == ["https://example.org/here"]
    hands.move(address)
    assert hands.canvas.cursor().shape() is Qt.CursorShape.PointingHandCursor
    hands.click_at(hands.pixel(Point(rect.x + 60, rect.bottom - 10)))
    turned = hands.rect("h")
    hands.click_at(hands.pixel(Point(turned.x + 60, turned.y + 44)))
    assert len(opened) == 1
