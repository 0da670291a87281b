"""Which font draws which character: the one made for its script, and one for all that belongs together."""

from pathlib import Path

import pytest
import uharfbuzz as hb

from exports.pdf.shaped_text import ShapedLine, shape_line
from exports.pdf.system_fonts import font_for
from tests.exports.boards import card, new_workshop
from tests.exports.reading import all_text, exported, squeezed
from workshop.picture.fonts import shaping_font
from workshop.picture.plan import Weight


def shaped(text: str) -> ShapedLine:
    line = shape_line(text, Weight.REGULAR)
    if line.boxes:
        pytest.skip(f"no font of this machine has {line.boxes[0][0]}")
    return line


def fonts_of(text: str) -> set[hb.Font]:
    return {glyph[0] for glyph in shaped(text).glyphs}


@pytest.mark.parametrize("text", ["一个客户", "，客户", "。", "「真的」", "请求。真的", "வாடிக்கையாளர்கள்", "হ্যাঁ।"])
def test_a_word_and_the_signs_around_it_come_from_one_font(text: str) -> None:
    assert len(fonts_of(text)) == 1


@pytest.mark.parametrize(("sign", "letter"), [("一", "客"), ("。", "客"), ("வ", "ட")])
def test_a_character_comes_from_a_font_made_for_its_script(sign: str, letter: str) -> None:
    assert fonts_of(sign) == fonts_of(letter)


def test_a_vowel_sign_stays_with_its_letter_without_a_dotted_circle() -> None:
    (font,) = fonts_of("வா")
    circle = font.get_nominal_glyph(0x25CC)
    assert circle not in {glyph[1] for glyph in shaped("வாடி").glyphs}


def test_a_tone_of_skin_that_its_font_does_not_join_is_left_out_and_still_found() -> None:
    toned = shaped("👍🏽")
    assert not [font for font, number, *_ in toned.glyphs if number == font.get_nominal_glyph(0x1F3FD)]
    assert toned.glyphs
    assert "".join(run.text for run in toned.seen) == "👍🏽"


def test_what_inter_has_stays_in_inter() -> None:
    assert fonts_of("café e\u0301 → ●") == {shaping_font(Weight.REGULAR)}


def test_what_no_font_has_gets_none() -> None:
    assert font_for("\U000f1234") is None
    assert font_for("") is None


@pytest.mark.parametrize("words", ["\U0001f3fb", "\U0001f3fb\U0001f3ff", "a \U0001f3fb", "\U0001f3fb\u0301"])
def test_a_tone_of_skin_that_belongs_to_nothing_is_no_error(words: str, tmp_path: Path) -> None:
    line = shape_line(words, Weight.REGULAR)
    assert "".join(run.text for run in line.seen) == words
    workshop = new_workshop(title=words)
    card(workshop, words)
    assert squeezed(words) in squeezed(all_text(exported(workshop.board, tmp_path)))
