"""What a viewer may see, and what may be said of a card to whoever looks."""

import pytest

from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.visibility import ARCHIVE, PAPER, ROOM, Viewer, ViewerKind, visible_to

BOARD = Board(
    [Card(id="open", text="plain words"), Card(id="down", text="secret words", hidden=True, author="p")]
)
AUTHOR, OTHER = Viewer(ViewerKind.PARTICIPANT, "p"), Viewer(ViewerKind.PARTICIPANT, "q")


@pytest.mark.parametrize("viewer", [ROOM, PAPER, OTHER])
def test_a_hidden_card_is_called_so_by_whoever_may_not_read_it(viewer: Viewer) -> None:
    visible = visible_to(viewer, BOARD)
    assert visible.words(BOARD.card("down"), 40) == "a hidden card"
    assert visible.words(BOARD.card("open"), 40) == "“plain words”"


@pytest.mark.parametrize("viewer", [ARCHIVE, AUTHOR])
def test_a_hidden_card_is_called_by_its_text_to_its_author_and_in_the_archive(viewer: Viewer) -> None:
    assert visible_to(viewer, BOARD).words(BOARD.card("down"), 40) == "“secret words”"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("“Too late” they say", "“‘Too late’ they say”"),
        ('"Too late" they say', "“‘Too late’ they say”"),
        ("She said „später“", "“She said ‚später‘”"),
        ("«Trop tard»", "“‹Trop tard›”"),
        ('(so "late")', "“(so ‘late’)”"),
        ("it’s late", "“it’s late”"),
    ],
)
def test_quotation_marks_within_a_cards_words_become_single_ones(text: str, said: str) -> None:
    assert visible_to(ROOM, BOARD).words(Card(id="c", text=text), 40) == said


def test_long_words_are_cut_and_no_words_are_said_to_be_none() -> None:
    visible = visible_to(ROOM, BOARD)
    assert len(visible.words(Card(id="c", text="word " * 50), 40)) <= 42
    assert visible.words(Card(id="c", text=" \n"), 40) == "a card without text"
