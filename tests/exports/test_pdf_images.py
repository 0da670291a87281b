"""Pictures of cards in the summary: seen on their cards, left out where damaged or hidden, the same bytes each time."""

from io import BytesIO
from pathlib import Path

import numpy as np
import pypdfium2
from PIL import Image

from tests.exports.boards import card, new_workshop
from tests.exports.reading import export_summary
from workshop.commands.assets import NewPicture, add_picture_cards
from workshop.commands.cards import change_cards
from workshop.commands.pasting import Manner
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.session import Asset
from workshop.workshop import Workshop

GREEN, RED = (10, 200, 30), (220, 20, 20)


def _picture(kind: str, colour: tuple[int, int, int]) -> NewPicture:
    written = BytesIO()
    Image.new("RGB", (400, 300), colour).save(written, kind)
    return NewPicture(written.getvalue(), f"image/{kind.lower()}", 400, 300)


def _with_pictures(*pictures: NewPicture) -> tuple[Workshop, list[Card]]:
    workshop = new_workshop()
    card(workshop, "a card of words")
    made = add_picture_cards(workshop, origin="test", pictures=pictures, manner=Manner(Phase.DISCOVER))
    return workshop, made


def _shares(path: Path) -> dict[tuple[int, int, int], int]:
    """How many pixels of all pages are about of each colour."""
    counts = {GREEN: 0, RED: 0}
    with pypdfium2.PdfDocument(path) as document:
        for page in document:
            pixels = np.asarray(page.render(scale=1).to_pil().convert("RGB")).astype(int)
            for colour in counts:
                counts[colour] += int((np.abs(pixels - colour).sum(axis=2) < 40).sum())
    return counts


def test_pictures_are_seen_on_their_cards_as_png_and_as_jpeg(tmp_path: Path) -> None:
    workshop, _ = _with_pictures(_picture("PNG", GREEN), _picture("JPEG", RED))
    export_summary(workshop.board, tmp_path / "s.pdf")
    assert all(count > 5_000 for count in _shares(tmp_path / "s.pdf").values())


def test_the_picture_of_a_hidden_card_is_not_in_it(tmp_path: Path) -> None:
    workshop, (one, _) = _with_pictures(_picture("PNG", GREEN), _picture("JPEG", RED))
    change_cards(workshop, origin="test", card_ids=[one.id], hidden=True)
    export_summary(workshop.board, tmp_path / "s.pdf")
    counts = _shares(tmp_path / "s.pdf")
    assert counts[GREEN] == 0
    assert counts[RED] > 5_000


def test_a_damaged_picture_is_left_out_and_the_rest_is_there(tmp_path: Path) -> None:
    workshop, (one, _) = _with_pictures(_picture("PNG", GREEN), _picture("JPEG", RED))
    for broken in (b"", b"no picture", _picture("PNG", GREEN).data[:90]):
        with workshop.transact("damage", "test") as transaction:
            transaction.put(Asset(id=one.image or "", media_type="image/png", data=broken))
        export_summary(workshop.board, tmp_path / "s.pdf")
        counts = _shares(tmp_path / "s.pdf")
        assert counts[GREEN] == 0
        assert counts[RED] > 5_000


def test_the_same_board_gives_the_same_bytes(tmp_path: Path) -> None:
    workshop, _ = _with_pictures(_picture("PNG", GREEN), _picture("JPEG", RED))
    for name in ("one.pdf", "two.pdf"):
        export_summary(workshop.board, tmp_path / name)
    assert (tmp_path / "one.pdf").read_bytes() == (tmp_path / "two.pdf").read_bytes()
