"""Piles of cards: very many on top of one another are painted in full, or as far as memory reaches, and done."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.ui.hands import Hands
from ui.canvas import card_pictures
from workshop.model.cards import Card
from workshop.model.diamonds import Phase


def pile(hands: Hands, session_file: Callable[..., Path], number: int) -> None:
    """Cards a few units apart, seen from near."""
    cards = [
        Card(
            id=f"c{n}",
            text=f"card {n}",
            phase=Phase.DISCOVER,
            x=40 + (n % 25) * 12.0,
            y=-150 + (n // 25) * 12.0,
        )
        for n in range(number)
    ]
    assert hands.window.open_path(session_file(*cards))
    hands.canvas.looking.fit_phase(Phase.DISCOVER)
    hands.canvas.looking.zoom_to(1.0)


def test_a_pile_that_needs_more_pictures_than_a_view_is_painted_and_done(
    home: Hands, session_file: Callable[..., Path]
) -> None:
    pile(home, session_file, 300)
    home.settle()
    assert home.canvas.at_rest


def test_of_a_pile_beyond_memory_the_cards_on_top_are_painted_and_it_is_done(
    home: Hands, session_file: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(card_pictures, "LEAST_BYTES", 1_000_000)
    monkeypatch.setattr(card_pictures, "MOST_BYTES", 2_000_000)
    pile(home, session_file, 300)
    home.settle()
    pictures = home.canvas._painter.pictures
    assert pictures._bytes <= max(pictures._most, 2_000_000)
    assert "c299" in pictures._drawn
