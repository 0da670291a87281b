"""The sample's pages look as they were accepted, whatever draws them."""

from pathlib import Path

import pytest
from msgspec.structs import replace
from PIL import Image, ImageChops, ImageFilter

from tests.exports.page_pictures import ACCEPTED, KINDS, differing, differs
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.model.diamonds import Phase


@pytest.mark.parametrize("kind", list(KINDS))
def test_each_page_looks_as_it_was_accepted(kind: str, tmp_path: Path) -> None:
    pages = differing(Board(sample_records()), kind, tmp_path)
    assert not pages, (
        f"{', '.join(pages)} differ; look at {tmp_path} beside {ACCEPTED}, and if they are right, accept them with "
        "python -m tests.exports.page_pictures"
    )


def moved(place: int) -> Board:
    """The sample with one card of Define a little lower."""
    records = list(sample_records())
    cards = [
        number for number, one in enumerate(records) if isinstance(one, Card) and one.phase is Phase.DEFINE
    ]
    record = records[cards[place]]
    assert isinstance(record, Card)
    records[cards[place]] = replace(record, y=record.y + 45)
    return Board(records)


def test_one_card_a_little_lower_is_seen(tmp_path: Path) -> None:
    assert differing(moved(2), "poster", tmp_path) == ["poster-01"]
    assert {"summary-01", "summary-08"} <= set(differing(moved(2), "summary", tmp_path))


def test_softer_edges_of_letters_make_no_difference_but_a_missing_line_does() -> None:
    page = Image.open(ACCEPTED / "summary-02.png")
    lighter = ImageChops.add(page, Image.new("L", page.size, 6))
    assert not differs(page, lighter)
    assert not differs(page, Image.blend(page, page.filter(ImageFilter.GaussianBlur(0.5)), 0.4))
    gone = page.copy()
    gone.paste(255, (10, 60, 140, 64))
    assert differs(page, gone)
