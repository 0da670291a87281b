"""The team's logo as SVG: drawn as vectors with what drawings have, refused with a sentence where it is hostile."""

import socket
from base64 import b64encode
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image
from pypdf import PdfReader

from exports.pdf.document import export_paper
from exports.pdf.logo import LOGO, logo_of
from exports.pdf.options import PaperOptions
from tests.exports.boards import new_workshop
from workshop.errors import ExportError

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
LOGO_DRAWING = HEAD.format(
    'viewBox="0 0 200 100" width="120mm"',
    """<title>Acme</title><metadata><any xmlns="http://example.org/n">x</any></metadata>
    <defs><linearGradient id="g"><stop offset="0" stop-color="#ff0000"/><stop offset="1" stop-color="#0000ff"/>
    </linearGradient><g id="dot"><circle cx="150" cy="20" r="12" fill="#00aa44"/></g></defs>
    <style>.word { fill: #123456; font-weight: bold }</style>
    <path d="M10 10 H 110 V 90 H 10 Z" fill="url(#g)"/>
    <path d="M120 60 C 140 40 160 80 190 60 A 10 10 0 0 1 190 80 L 120 80 Z" fill="#ffcc00" stroke="#000"/>
    <use href="#dot"/><text class="word" x="20" y="60" font-size="24" font-family="Futura">Acme</text>""",
)


def png(width: int = 4, height: int = 4) -> str:
    body = BytesIO()
    Image.new("RGB", (width, height), "#8800FF").save(body, "PNG")
    return b64encode(body.getvalue()).decode()


def written(folder: Path, text: str | bytes) -> str:
    path = folder / "logo.svg"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def cover(folder: Path, logo: str) -> Path:
    out = folder / "out.pdf"
    export_paper(new_workshop().board, out, PaperOptions(sections=("cover",), paper="A4", logo=logo))
    return out


def test_paths_gradients_copies_styles_and_text_are_drawn_as_vectors(tmp_path: Path) -> None:
    out = cover(tmp_path, written(tmp_path, LOGO_DRAWING))
    page = PdfReader(out).pages[0]
    assert "Acme" in page.extract_text()
    assert not page.images
    assert page["/Resources"]["/Shading"]  # type: ignore[index]
    fonts = page["/Resources"]["/Font"].values()  # type: ignore[index]
    assert all("FontDescriptor" in str(font.get_object()) for font in fonts)
    with pypdfium2.PdfDocument(out) as document:
        image = document[0].render(scale=4).to_pil().convert("RGB")
    corner = image.crop((image.width // 2, 0, image.width, image.height // 10))
    colours = {colour for _, colour in corner.getcolors(corner.width * corner.height) or []}
    assert {(0, 170, 68), (255, 204, 0)} <= colours
    assert any(red > 200 and blue < 60 and green < 30 for red, green, blue in colours)
    assert any(blue > 200 and red < 60 and green < 30 for red, green, blue in colours)


def test_a_view_box_gives_the_proportions(tmp_path: Path) -> None:
    logo = logo_of(written(tmp_path, LOGO_DRAWING))[LOGO]
    assert logo.is_drawing
    assert logo.width / logo.height == pytest.approx(2.0)
    plain = HEAD.format('viewBox="0 0 30 10"', '<rect width="30" height="10"/>')
    logo = logo_of(written(tmp_path, plain))[LOGO]
    assert logo.width / logo.height == pytest.approx(3.0)


def test_the_same_logo_gives_the_same_bytes(tmp_path: Path) -> None:
    logo = written(tmp_path, LOGO_DRAWING)
    first = cover(tmp_path, logo).read_bytes()
    assert cover(tmp_path, logo).read_bytes() == first


def test_a_picture_within_the_file_is_drawn(tmp_path: Path) -> None:
    inside = f'<image width="10" height="10" xlink:href="data:image/png;base64,{png()}"/>'
    page = PdfReader(cover(tmp_path, written(tmp_path, HEAD.format('viewBox="0 0 10 10"', inside)))).pages[0]
    assert len(page.images) == 1


LAUGHS = "<!ENTITY a0 'ha'>" + "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
BRANCHES = "".join(f'<g id="b{n + 1}">{f"""<use href="#b{n}"/>""" * 10}</g>' for n in range(12))


@pytest.mark.parametrize(
    ("drawing", "why"),
    [
        ("not a drawing", "no SVG"),
        ("<html/>", "no SVG"),
        ("<svg/>", "no SVG"),
        (f"<!DOCTYPE svg [{LAUGHS}]>{HEAD.format('', '<text>&a12;</text>')}", "entities"),
        (
            f"<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>{HEAD.format('', '<text>&x;</text>')}",
            "entities",
        ),
        (HEAD.format("", "<script>alert(1)</script>"), "script"),
        (HEAD.format('onload="alert(1)"', ""), "script"),
        (HEAD.format("", '<foreignObject><b xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>'), "script"),
        (HEAD.format("", '<image href="https://example.org/x.png"/>'), "outside"),
        (HEAD.format("", '<image xlink:href="file:///etc/passwd"/>'), "outside"),
        (HEAD.format("", '<image href="../../secret.png"/>'), "outside"),
        (HEAD.format("", '<image href="data:image/svg+xml;base64,AAAA"/>'), "no PNG or JPEG"),
        (HEAD.format("", f'<image href="data:image/png;base64,{png(9_000, 9_000)}"/>'), "64 million pixels"),
        (HEAD.format("", '<use href="other.svg#a"/>'), "outside"),
        (HEAD.format("", '<rect fill="url( http://example.org/a#b )"/>'), "outside"),
        (HEAD.format("", "<style>@import 'http://example.org/a.css';</style>"), "elsewhere"),
        (HEAD.format("", '<style>a { fill: url("//example.org") }</style>'), "outside"),
        (HEAD.format("", f'<g id="b0"><rect/></g>{BRANCHES}<use href="#b12"/>'), "too often"),
        (HEAD.format("", '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>'), "circle"),
        (HEAD.format("", "<g>" * 200 + "</g>" * 200), "cannot be drawn|no SVG|no size|circle"),
        (HEAD.format("", "<rect/>" * 20_001), "elements"),
        (HEAD.format('width="0" height="0"', ""), "no size|cannot be drawn"),
        (HEAD.format("", "x" * 3_000_001), "3 MB"),
        (HEAD.format("", "<text>会<tspan>社</tspan></text>"), "turn its text into paths"),
        (HEAD.format("", "").encode("utf-16"), "UTF-8"),
    ],
)
def test_a_hostile_drawing_is_refused_with_a_sentence(
    drawing: str | bytes, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(*_args: object) -> None:
        raise AssertionError("nothing may be fetched")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    with pytest.raises(ExportError, match=why) as refused:
        cover(tmp_path, written(tmp_path, drawing))
    assert "logo.svg" in str(refused.value)
    assert str(refused.value).endswith(".")
    assert not (tmp_path / "out.pdf").exists()


def test_what_reaches_out_of_its_view_box_is_not_seen(tmp_path: Path) -> None:
    wide = HEAD.format('viewBox="0 0 9 9"', '<rect x="-900" width="1800" height="9" fill="#ff00ff"/>')
    with pypdfium2.PdfDocument(cover(tmp_path, written(tmp_path, wide))) as document:
        image = document[0].render(scale=1).to_pil().convert("RGB")
    seen = [x for x in range(image.width) if image.getpixel((x, 40)) == (255, 0, 255)]
    assert 30 < len(seen) < 60


def test_a_link_around_a_drawing_is_left_out(tmp_path: Path) -> None:
    linked = HEAD.format('viewBox="0 0 9 9"', '<a href="https://example.org"><rect width="9" height="9"/></a>')
    assert logo_of(written(tmp_path, linked))[LOGO].is_drawing


def test_a_plain_doctype_of_an_editor_is_no_reason_to_refuse(tmp_path: Path) -> None:
    doctype = (
        '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    )
    drawing = (
        '<?xml version="1.0"?>' + doctype + HEAD.format('viewBox="0 0 9 9"', '<rect width="9" height="9"/>')
    )
    assert logo_of(written(tmp_path, drawing))[LOGO].is_drawing
