"""The team's logo: where it stands on each kind of document, and that it is grey on grey paper."""

from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from exports.pdf.content import content_of
from exports.pdf.document import export_paper, lay_out
from exports.pdf.logo import LOGO, logo_of
from exports.pdf.options import Kind, PaperOptions, checked
from exports.pdf.page import Placed
from exports.pdf.steps import Steps
from tests.exports.boards import card, new_workshop
from tests.exports.geometry import text_rects
from tests.exports.test_pdf_svg_logo import LOGO_DRAWING, png
from workshop.errors import ExportError
from workshop.model.diamonds import Phase
from workshop.picture.plan import Picture, Rect
from workshop.workshop import Workshop

LONG_TITLE = (
    "A title that goes on and on about the onboarding of small firms in every country of the north " * 2
)


def told_workshop(title: str = LONG_TITLE) -> Workshop:
    workshop = new_workshop(title=title, purpose="One path to the first bill. " * 6)
    for phase in (Phase.DISCOVER, Phase.DEFINE):
        card(workshop, f"words of {phase}", phase)
    return workshop


def logo_file(folder: Path, mode: str = "RGB") -> str:
    path = folder / "logo.png"
    Image.new(mode, (60, 30), "#00AA00").save(path)
    return str(path)


def logos_on(placed: list[Placed]) -> list[Rect]:
    return [
        Rect(one.x, one.y, shape.rect.w * one.scale, shape.rect.h * one.scale)
        for one in placed
        for shape in one.shapes
        if isinstance(shape, Picture) and shape.asset == LOGO
    ]


@pytest.mark.parametrize("grey", [False, True])
@pytest.mark.parametrize(("kind", "paper"), [(Kind.POSTER, "A3"), (Kind.POSTER, "board"), (Kind.HANDOUT, "A5")])
def test_the_logo_stands_at_the_upper_right_and_no_words_lie_on_it(
    kind: Kind, paper: str, grey: bool, tmp_path: Path
) -> None:
    options = checked(PaperOptions(kind=kind, paper=paper, grey=grey, logo=logo_file(tmp_path)))
    content = content_of(told_workshop().board, options=options)
    found = lay_out(content, options, Steps(lambda share, step: None, lambda: False, 0, 1))
    for page in found.pages:
        (logo,) = logos_on(page.placed)
        assert logo.right == pytest.approx(found.paper.right)
        assert logo.y > 0
        assert logo.bottom < 0.15 * found.paper.height
        assert logo.h > 12
        assert not any(logo.overlaps(rect) for one in page.placed for rect in text_rects(one))


@pytest.mark.parametrize("kind", [Kind.SUMMARY, Kind.POSTER, Kind.HANDOUT])
def test_the_logo_is_drawn(kind: Kind, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    export_paper(told_workshop().board, path, PaperOptions(kind=kind, logo=logo_file(tmp_path)))
    assert len(PdfReader(path).pages[0].images) == 1


def test_printed_cards_take_no_logo_and_say_so(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="Printed cards have no room for a logo"):
        checked(PaperOptions(kind=Kind.CARDS, logo=logo_file(tmp_path)))


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "P", "CMYK"])
def test_a_picture_as_logo_is_grey_on_grey_paper(mode: str, tmp_path: Path) -> None:
    path = tmp_path / ("logo.jpg" if mode == "CMYK" else "logo.png")
    Image.new("RGB", (60, 30), "#00AA00").convert(mode).save(path)
    assert_grey(str(path), tmp_path)


def test_a_drawn_logo_is_grey_on_grey_paper_with_its_gradients_and_pictures(tmp_path: Path) -> None:
    picture = f'<image href="data:image/png;base64,{png()}" x="10" y="10" width="60" height="40"/></svg>'
    (tmp_path / "logo.svg").write_text(LOGO_DRAWING.replace("</svg>", picture))
    assert_grey(str(tmp_path / "logo.svg"), tmp_path)


def test_what_shows_through_a_logo_still_does_on_grey_paper(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    Image.new("RGBA", (60, 30), (0, 170, 0, 0)).save(path)
    assert logo_of(str(path), grey=True)[LOGO].reader._image.getextrema()[-1] == (0, 0)


def assert_grey(logo: str, folder: Path) -> None:
    """The cover with the logo has no colour on grey paper, while it has some on other paper."""
    for grey in (False, True):
        path = folder / f"{grey}.pdf"
        options = PaperOptions(sections=("cover",), grey=grey, logo=logo)
        export_paper(new_workshop().board, path, options)
        document = pypdfium2.PdfDocument(path)
        page = document[0].render(scale=2).to_pil().convert("RGB")
        corner = page.crop((page.width * 2 // 3, 0, page.width, 130))
        colours = corner.getcolors(1_000_000)
        document.close()
        assert len(colours) > 1
        assert all(max(colour) - min(colour) <= 1 for _, colour in colours) is grey
