"""The words of the summary: every card can be read back, whatever it is written in."""

from pathlib import Path

import pypdfium2
import pytest
from pypdf import PdfReader

from exports.pdf.painter import _shaped
from exports.pdf.scripts import visual_runs
from exports.pdf.shaped_text import shape_line
from tests.exports.boards import card, full_board, new_workshop
from tests.exports.reading import all_text, export_summary, exported, squeezed
from workshop.model.cards import Evidence, EvidenceSource
from workshop.picture.directions import runs_leftward
from workshop.picture.plan import Weight


def test_every_card_of_a_full_board_is_read_back_whole(tmp_path: Path) -> None:
    workshop = full_board(40)
    text = squeezed(all_text(exported(workshop.board, tmp_path)))
    for one in workshop.board.cards.values():
        assert squeezed(one.text) in text
        assert squeezed(one.rationale) in text
        assert squeezed(one.evidence.note) in text


@pytest.mark.parametrize(
    "words",
    [
        "a <b>bold</b> claim",
        "costs & benefits &amp; more",
        "the end</para> is not the end",
        "<img src='file:///etc/passwd'/>",
        "back\\slash (brackets) and )unpaired(",
        "Ελληνικά, Кириллица, Tiếng Việt, ½ → ●",
        "مرحبا بالعالم",
        "שלום עולם",
        "हिन्दी पाठ",
        "smile 😀 here",
        "engineer 👩\u200d🔧 and heart ❤️",
        "中文字符",
        "e\u0301 with a combining mark",
        "private \ue123 and far \U000f1234",
    ],
)
def test_words_show_as_they_were_written(words: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, words)
    assert squeezed(words) in squeezed(all_text(exported(workshop.board, tmp_path)))


@pytest.mark.parametrize("words", ["مرحبا بالعالم", "the word سلام stands here", "שלום עולם 2026"])
def test_a_viewer_selects_right_to_left_text_in_the_order_of_reading(words: str, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, words)
    export_summary(workshop.board, tmp_path / "s.pdf")
    document = pypdfium2.PdfDocument(tmp_path / "s.pdf")
    text = "\n".join(document[place].get_textpage().get_text_bounded() for place in range(len(document)))
    document.close()
    assert squeezed(words) in squeezed(text)


def test_control_characters_and_lone_surrogates_stay_visible(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "before \x00 between \ud800 after")
    assert "before␀between�after" in squeezed(all_text(exported(workshop.board, tmp_path)))


def test_a_card_of_100_kilobytes_flows_over_pages_with_every_word(tmp_path: Path) -> None:
    workshop = new_workshop()
    words = [f"w{place:05}" for place in range(14_500)]
    card(workshop, " ".join(words))
    reader = exported(workshop.board, tmp_path)
    found = [word for word in all_text(reader).split() if word[:1] == "w" and word[1:].isdigit()]
    assert len(reader.pages) > 10
    known = set(words)
    assert [word for word in found if word in known][-len(words) :] == words


def test_a_string_without_any_space_is_cut_and_kept(tmp_path: Path) -> None:
    workshop = new_workshop()
    unbroken = "".join(f"word{place:02}" for place in range(40))
    card(workshop, unbroken)
    assert unbroken in squeezed(all_text(exported(workshop.board, tmp_path)))


def test_what_no_font_has_is_counted_and_boxed(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "private \ue123 use")
    report = export_summary(workshop.board, tmp_path / "s.pdf")
    assert ("\ue123", 1) in [(character, min(count, 1)) for character, count in report.missing]
    assert report.boxes >= 1


def test_a_title_of_ten_thousand_characters_is_there_to_its_end(tmp_path: Path) -> None:
    title = " ".join(f"t{place:05}" for place in range(1_430))
    text = all_text(exported(new_workshop(title=title).board, tmp_path))
    assert "t00000" in text
    assert "t01429" in text


def test_a_link_of_evidence_can_be_clicked_only_when_it_leads_to_web_or_mail(tmp_path: Path) -> None:
    workshop = new_workshop()
    for address in ("https://example.org/a(b)", "javascript:alert(1)", "file:///etc/passwd"):
        card(workshop, "seen", evidence=Evidence(source=EvidenceSource.OTHER, link=address))
    reader = exported(workshop.board, tmp_path)
    uris = [
        a.get_object()["/A"]["/URI"]
        for p in reader.pages
        for a in p.get("/Annots", [])
        if "/A" in a.get_object()
    ]
    assert uris == ["https://example.org/a(b)"]
    assert "javascript:alert(1)" in squeezed(all_text(reader))


def test_runs_of_two_directions_stand_in_visual_order() -> None:
    assert [run.text for run in visual_runs("abc אבג def", leftward=False)] == ["abc ", "אבג", " def"]
    assert [run.text for run in visual_runs("אבג abc", leftward=True)] == ["abc", "אבג "]


def test_both_brackets_of_a_pair_run_the_same_way() -> None:
    assert [run.text for run in visual_runs("to אבג (דה) first", leftward=False)] == [
        "to ",
        "אבג (דה)",
        " first",
    ]
    assert [run.text for run in visual_runs("אב (abc)", leftward=True)] == [")", "abc", "אב ("]
    assert [run.text for run in visual_runs("to (אבג", leftward=False)] == ["to (", "אבג"]
    assert [run.text for run in visual_runs("a (אב c) ד", leftward=False)] == ["a (", "אב", " c) ", "ד"]


def test_joiners_keep_their_place_in_a_run() -> None:
    assert "".join(run.text for run in visual_runs("👩\u200d🔧", leftward=False)) == "👩\u200d🔧"


def test_the_first_strong_letter_gives_the_direction() -> None:
    assert runs_leftward("123 שלום")
    assert not runs_leftward("a שלום")
    assert not runs_leftward("12:30")


def test_shaped_lines_have_a_width_for_every_visible_character() -> None:
    assert shape_line("سلام", Weight.REGULAR).width > 0.5
    assert _shaped("\u200f\u200e", Weight.REGULAR).glyphs == []


def test_only_inter_and_the_inkless_font_are_in_the_file_and_inter_is_embedded(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "Inter and سلام")
    fonts = _fonts(exported(workshop.board, tmp_path))
    assert {font["/Subtype"] for font in fonts} == {"/TrueType", "/Type3"}
    for font in fonts:
        assert "/ToUnicode" in font
        if font["/Subtype"] == "/TrueType":
            assert "Inter" in font["/BaseFont"]
            assert "+" in font["/BaseFont"]
            assert "/FontFile2" in font["/FontDescriptor"]


def _fonts(reader: PdfReader) -> list[dict[str, object]]:
    fonts = {str(name): font for page in reader.pages for name, font in page["/Resources"]["/Font"].items()}
    return [font.get_object() for font in fonts.values()]
