"""Widths of letters that Inter lacks: marks above letters take none, and every script has its own."""

import unicodedata

import pytest

from workshop.picture.fonts import advances, text_width
from workshop.picture.plan import Weight


@pytest.mark.parametrize(
    ("marked", "bare"), [("ที่", "ท"), ("पूँजी", "पजी"), ("שָׁלוֹם", "שלום"), ("كِتَاب", "كتاب"), ("க்", "க")]
)
def test_marks_above_and_below_a_letter_take_no_width(marked: str, bare: str) -> None:
    assert text_width(marked, 10.0) == pytest.approx(text_width(bare, 10.0))


@pytest.mark.parametrize("word", ["น้ำ", "கொடு", "ดำ", "বোন", "𑄇"])
def test_a_letter_that_is_drawn_in_parts_counts_once(word: str) -> None:
    letters = sum(text_width(one, 10.0) for one in word)
    assert text_width(word, 10.0) == pytest.approx(letters)
    assert sum(advances(word, Weight.REGULAR)) * 10 == pytest.approx(letters)


def test_letters_of_china_japan_and_korea_are_as_wide_as_they_are_high() -> None:
    for text in ("请求详情", "請求の電話", "ツキ", "청구서", "、。「」"):
        assert text_width(text, 10.0) == pytest.approx(10.0 * len(text))
    assert text_width(unicodedata.normalize("NFD", "한국어"), 10.0) == pytest.approx(30.0)


def test_letters_of_arabic_are_narrower_than_those_of_tamil() -> None:
    assert text_width("كتاب", 1.0) / 4 < 0.56
    assert text_width("தமழ", 1.0) / 3 > 0.8


@pytest.mark.parametrize("text", ["", "Grüße", "é", "a\u0301", "Ёлка", "→ ✓"])
def test_what_inter_has_is_measured_as_inter_draws_it(text: str) -> None:
    assert sum(advances(text, Weight.REGULAR)) == pytest.approx(text_width(text, 1.0))
