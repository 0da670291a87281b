"""Boards as SVG: text stays text in every script, lines stay in their places, nothing comes from outside."""

import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from PIL import Image

from exports.pictures.options import PictureOptions
from exports.pictures.writing import export_picture
from tests.exports.boards import ORIGIN, card, full_board, link, new_workshop, person
from tests.exports.pictures import HREF, SVG, drawn_svg, lines, squeezed_lines
from workshop.board.board import Board
from workshop.imports.sample import sample_records
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.session import Asset
from workshop.picture.card_plan import card_writing

SCRIPTS = (
    "Ελληνικά και кириллица, ė and ß",
    "مرحبا بالعالم هذه بطاقة",
    "שלום עולם 123",
    "顧客は請求書の内訳を理解できません。",
    "한국어 카드",
    "हिन्दी में एक कार्ड",
    "บัตรภาษาไทย",
    "🎉 family 👨‍👩‍👧 → done ✓",
    "</text><script>alert(1)</script> & \"quoted\" 'single' ]]> <!--",
)


@pytest.mark.parametrize("text", SCRIPTS)
def test_the_words_of_a_card_are_text_in_every_script(text: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, text)
    assert "".join(text.split()) in squeezed_lines(drawn_svg(workshop.board, tmp_path))


def test_each_line_stands_where_the_plan_put_it_and_is_as_wide(tmp_path: Path) -> None:
    workshop = new_workshop()
    made = card(
        workshop, "Finance asks each month where the one line of the invoice comes from, and nobody can say."
    )
    root = drawn_svg(workshop.board, tmp_path, chosen=(made.id,))
    writing = card_writing(made)
    found = {element.text: element for element in root.iter(f"{SVG}text")}
    assert len(writing.lines) > 1
    for line in writing.lines:
        element = found[line.text]
        assert float(element.get("textLength", "0")) == pytest.approx(line.width, abs=0.01)
        assert float(element.get("font-size", "0")) == writing.size


def test_all_lines_of_a_card_that_runs_leftwards_begin_at_its_right(tmp_path: Path) -> None:
    workshop = new_workshop()
    text = "לקוחות אינם מוצאים Trilliant בתוך Double Diamond Board (5 דקות) אף פעם"
    made = card(workshop, text)
    root = drawn_svg(workshop.board, tmp_path, chosen=(made.id,))
    said = [element for element in root.iter(f"{SVG}text") if element.text and element.text in text]
    assert len(said) > 1
    assert {element.get("direction") for element in said} == {"rtl"}
    assert len({element.get("x") for element in said}) == 1


def test_words_that_run_leftwards_begin_at_the_right(tmp_path: Path) -> None:
    workshop = new_workshop()
    made = card(workshop, "שלום עולם")
    root = drawn_svg(workshop.board, tmp_path, chosen=(made.id,))
    (element,) = [one for one in root.iter(f"{SVG}text") if one.text == "שלום עולם"]
    assert element.get("direction") == "rtl"
    box = root.get("viewBox", "").split()
    assert float(element.get("x", "0")) > float(box[0]) + float(element.get("textLength", "0"))


def test_links_are_paths_and_cards_have_titles(tmp_path: Path) -> None:
    workshop = new_workshop()
    first, second = card(workshop, "One"), card(workshop, "Two")
    link(workshop, first, second)
    root = drawn_svg(workshop.board, tmp_path)
    titles = [element.text for element in root.iter(f"{SVG}title")]
    assert titles[0] == "Self-service onboarding"
    assert {"Insight, CX: One", "Insight, CX: Two", "leads to"} <= set(titles)
    assert (root.findtext(f"{SVG}desc") or "").startswith("2 cards and 1 link.")
    (group,) = [one for one in root.iter(f"{SVG}g") if one.findtext(f"{SVG}title") == "leads to"]
    assert len(group.findall(f"{SVG}path")) == 2


def test_a_hidden_card_is_in_no_picture(tmp_path: Path) -> None:
    workshop = new_workshop()
    shown = card(workshop, "Everybody reads this")
    hidden = card(workshop, "Nobody may know", hidden=True)
    link(workshop, shown, hidden)
    for options in ({}, {"part": "discover"}, {"chosen": (shown.id, hidden.id)}):
        drawn_svg(workshop.board, tmp_path, **options)
        written = (tmp_path / "picture.svg").read_text(encoding="utf-8")
        assert "Everybody" in written
        assert "Nobody" not in written
        assert "leads to" not in written


def test_the_author_is_left_out_when_asked(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "Signed", author=person(workshop, "Xaver Yilmaz").id)
    assert "XY" in lines(drawn_svg(workshop.board, tmp_path))
    assert "XY" not in lines(drawn_svg(workshop.board, tmp_path, authors=False))


def test_the_parking_lot_is_in_only_when_it_holds_cards_and_is_wanted(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "On the board")
    assert "PARKING LOT" not in lines(drawn_svg(workshop.board, tmp_path))
    card(workshop, "Set aside", None)
    assert {"PARKING LOT", "Set aside"} <= set(lines(drawn_svg(workshop.board, tmp_path)))
    assert not {"PARKING LOT", "Set aside"} & set(lines(drawn_svg(workshop.board, tmp_path, parked=False)))


def test_a_part_holds_its_own_cards_and_the_links_among_them(tmp_path: Path) -> None:
    workshop = new_workshop()
    discover, define = card(workshop, "Discovered"), card(workshop, "Defined", Phase.DEFINE)
    explore = card(workshop, "Explored", Phase.EXPLORE)
    link(workshop, discover, define)
    link(workshop, define, explore)
    problem = drawn_svg(workshop.board, tmp_path, part="problem")
    assert {"Discovered", "Defined", "DISCOVER", "DEFINE", "1 PROBLEM"} <= set(lines(problem))
    assert not {"Explored", "EXPLORE", "2 SOLUTION"} & set(lines(problem))
    assert [one.text for one in problem.iter(f"{SVG}title")].count("leads to") == 1
    phase = drawn_svg(workshop.board, tmp_path, part="define")
    assert "Defined" in lines(phase)
    assert not {"Discovered", "DISCOVER", "1 PROBLEM"} & set(lines(phase))


def test_pictures_are_within_the_file_and_nothing_else_is_referred_to(tmp_path: Path) -> None:
    body = BytesIO()
    Image.new("RGB", (40, 30), "#3366CC").save(body, "BMP")
    workshop = new_workshop()
    made = card(workshop, "With a picture of https://example.org/a")
    with workshop.transact("picture", ORIGIN) as transaction:
        transaction.put(Asset(id="a1", media_type="text/html", data=body.getvalue()))
        transaction.put(replace(workshop.board.cards[made.id], image="a1", h=200.0))
    root = drawn_svg(workshop.board, tmp_path)
    (image,) = root.iter(f"{SVG}image")
    assert (image.get(HREF) or "").startswith("data:image/png;base64,iVBOR")
    targets = [element.get(HREF) for element in root.iter() if element.get(HREF)]
    assert all(target.startswith(("#", "data:image/")) for target in targets if target)
    ids = {element.get("id") for element in root.iter()}
    assert all(target[1:] in ids for target in targets if target and target.startswith("#"))


def test_an_svg_of_the_sample_has_no_scripts_no_handlers_and_no_addresses(tmp_path: Path) -> None:
    root = drawn_svg(Board(sample_records()), tmp_path)
    tags = {element.tag.removeprefix(SVG) for element in root.iter()}
    assert tags <= {"svg", "title", "desc", "defs", "path", "g", "rect", "circle", "text", "use", "image"}
    for element in root.iter():
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            assert "url(" not in value


def test_the_ground_is_a_rectangle_or_nothing(tmp_path: Path) -> None:
    board = new_workshop().board
    assert drawn_svg(board, tmp_path).find(f"{SVG}rect") is not None
    assert drawn_svg(board, tmp_path, transparent=True).find(f"{SVG}rect") is None
    dark = drawn_svg(board, tmp_path, dark=True).find(f"{SVG}rect")
    assert dark is not None
    assert dark.get("fill") == "#15171C"


def test_the_same_board_gives_the_same_bytes(tmp_path: Path) -> None:
    board, again = full_board(40).board, full_board(40).board
    for suffix in (".svg", ".png"):
        one, other = tmp_path / f"one{suffix}", tmp_path / f"other{suffix}"
        export_picture(board, one, PictureOptions(width=900))
        export_picture(again, other, PictureOptions(width=900))
        assert one.read_bytes() == other.read_bytes()


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(text=st.text(max_size=120), title=st.text(max_size=40))
def test_any_text_makes_a_document_that_an_xml_parser_reads(text: str, title: str, tmp_path: Path) -> None:
    board = Board([*new_workshop(title=title).board.records(), Card(id="c", text=text, phase=Phase.PILOT)])
    drawn_svg(board, tmp_path, part="pilot")
    assert re.match(rb"<\?xml version", (tmp_path / "picture.svg").read_bytes())
