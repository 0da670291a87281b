"""Pictures on cards: drawn where there is one, a frame where it cannot be had, words below, and room for both."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray
from PySide6.QtGui import QColor, QImage, QImageWriter

from tests.ui.hands import Hands, Key
from ui.canvas.asset_images import MOST_BYTES, AssetImages
from ui.pasting.pictures import prepared
from workshop.board.board import Board
from workshop.errors import ForeignFileError
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.session import Asset
from workshop.picture.card_plan import FOOTER, PICTURE_LEAST, TEXT_TOP, CardWords, card_plan, card_writing
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Picture, Point

SessionFile = Callable[..., Path]

SVG = (
    b"<svg xmlns='http://www.w3.org/2000/svg' width='300' height='200'>"
    b"<rect width='300' height='200' fill='#00C000'/></svg>"
)


def asset(name: str, colour: str = "#00C000", size: tuple[int, int] = (300, 200)) -> Asset:
    """A picture of one colour."""
    image = QImage(*size, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(b"PNG")).write(image)
    return Asset(id=name, media_type="image/png", data=bytes(kept.data()), name=name)


def card(text: str = "", image: str | None = "green", height: float = 300.0) -> Card:
    """A card with a picture."""
    return Card(id="c", text=text, phase=Phase.DISCOVER, x=200, y=-100, w=304, h=height, image=image)


def shown_at(hands: Hands, down: float) -> QColor:
    """The colour in the middle of the card, so many board units below its top."""
    hands.settle()
    seen = hands.canvas.grab().toImage()
    box = hands.rect("c")
    at = hands.canvas.camera.to_screen(Point(box.centre.x, box.y + down))
    ratio = seen.devicePixelRatio()
    return seen.pixelColor(round(at.x * ratio), round(at.y * ratio))


def test_the_words_stand_below_the_picture_within_the_card() -> None:
    for text in ("", "short", "Of some length. " * 12, "Much too long for its card. " * 60):
        writing = card_writing(card(text))
        assert writing.picture is not None
        assert writing.picture.y == TEXT_TOP
        assert writing.picture.h >= PICTURE_LEAST - 2
        assert writing.picture.bottom <= 300 - FOOTER
        pictures = [shape for shape in card_plan(card(text), CardWords(), LIGHT) if isinstance(shape, Picture)]
        assert [one.asset for one in pictures] == ["green"]


def test_a_card_without_a_picture_is_drawn_as_before() -> None:
    plain = card("words", image=None)
    assert card_writing(plain).top == TEXT_TOP
    assert not any(isinstance(shape, Picture) for shape in card_plan(plain, CardWords(), LIGHT))


@pytest.mark.parametrize(
    "assets",
    [
        (),
        (Asset(id="green", media_type="image/png", data=b"no picture"),),
        (Asset(id="green", media_type="image/png", data=SVG),),
        (Asset(id="green", media_type="image/svg+xml", data=SVG),),
    ],
    ids=["gone", "damaged", "SVG called PNG", "SVG"],
)
def test_a_picture_that_cannot_be_had_is_a_frame_and_the_card_works_on(
    home: Hands, session_file: SessionFile, assets: tuple[Asset, ...]
) -> None:
    assert home.window.open_path(session_file(card("words"), *assets))
    home.breathe()
    home.state.select({"c"})
    home.breathe()
    assert shown_at(home, 60) != QColor("#00C000")
    assert home.board.cards["c"].text == "words"


def test_a_drawing_that_may_name_other_files_is_not_taken(tmp_path: Path) -> None:
    path = tmp_path / "drawing.png"
    path.write_bytes(SVG)
    with pytest.raises(ForeignFileError, match="save it as PNG"):
        prepared(path)


def test_words_are_written_below_the_picture_and_the_card_grows_for_long_ones(
    home: Hands, session_file: SessionFile
) -> None:
    assert home.window.open_path(session_file(card(height=200), asset("green")))
    home.breathe()
    assert shown_at(home, 90) == QColor("#00C000")
    home.click("c")
    home.press(Key.Key_Return)
    assert home.canvas.editor.y() > home.middle("c").y()
    home.type("A caption that goes on and on, for as many lines as it takes to grow the card. " * 6)
    home.press(Key.Key_Escape)
    assert home.board.cards["c"].h > 200
    assert shown_at(home, TEXT_TOP + PICTURE_LEAST / 2) == QColor("#00C000")


def test_another_picture_in_the_place_of_one_is_seen(home: Hands, session_file: SessionFile) -> None:
    assert home.window.open_path(session_file(card(), asset("green"), asset("red", "#C00000")))
    home.breathe()
    home.click("c")
    field = home.desk.panel.card.findChildren(object, "field:image")[0].field
    home.choose(field, "red")
    home.canvas.setFocus()
    assert shown_at(home, 120) == QColor("#C00000")


def test_decoded_pictures_stay_within_their_bytes() -> None:
    assets = [asset(f"a{number}", size=(1_400, 1_400)) for number in range(6)]
    images = AssetImages(Board(assets))
    for one in assets:
        image = images.at_size(one.id, 1_400, 1_400)
        assert image is not None
        assert image.width() == 1_400
    assert images._bytes <= MOST_BYTES
    small = images.at_size("a0", 100, 100)
    assert small is not None
    assert 100 <= small.width() < 300
    assert images.at_size("nobody", 10, 10) is None


def test_a_small_picture_is_not_drawn_larger_than_its_pixels(home: Hands, session_file: SessionFile) -> None:
    assert home.window.open_path(session_file(card(), asset("green", size=(90, 60))))
    home.desk.board_actions.zoom_100()
    place = card_writing(card()).picture
    assert place is not None
    middle = place.centre.y
    green = QColor("#00C000")
    for zoom in (1.0, 0.6):
        home.canvas.looking.zoom_to(zoom)
        home.canvas.looking.reveal(home.rect("c"))
        assert shown_at(home, middle) == green
        assert shown_at(home, middle - 25) == green
        assert shown_at(home, middle - 40) != green
        assert shown_at(home, middle + 40) != green
