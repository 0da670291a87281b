"""Breaking lines, held against a plain restatement that measures letter by letter."""

import re
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workshop.model.text import NARROW
from workshop.picture.breaking import CLOSING, OPENING, begins_syllable
from workshop.picture.fonts import advances, text_width
from workshop.picture.lines import break_lines, one_line
from workshop.picture.plan import Weight

SIZE = 11.0
PARTS = [*"aWi日 \n", "AV", "To", "x9", "本語", "  ", "word", "q" * 90, "longer" * 80, "日" * 450]
TEXTS = st.lists(st.sampled_from([*PARTS, " " * 420]), max_size=30).map("".join)
WIDTHS = st.floats(30, 400)


@given(TEXTS, WIDTHS)
@settings(deadline=None)
def test_lines_are_those_that_measuring_letter_by_letter_gives(text: str, width: float) -> None:
    broken = [line.text for line in break_lines(text, width, SIZE)]
    assert broken == [line for paragraph in text.split("\n") for line in _slowly(paragraph, width)]


@given(TEXTS, WIDTHS, st.integers(1, 6))
@settings(deadline=None)
def test_the_first_lines_are_the_same_when_no_more_are_asked_for(text: str, width: float, most: int) -> None:
    whole, some = break_lines(text, width, SIZE), break_lines(text, width, SIZE, most=most)
    assert some == whole or (len(some) == most < len(whole) and some[:-1] == whole[: most - 1])
    assert len(whole) <= most or some[-1].text.endswith("…")


@pytest.mark.parametrize("run", ["x", "日", "\u0301", "\u200d", "👩‍👩‍👧", " ", "-"])
def test_a_run_without_an_end_loses_no_letter_and_ends_in_time(run: str) -> None:
    lines = break_lines(run * 5_000, 184, SIZE)
    assert "".join(line.text for line in lines) == (run * 5_000).rstrip()
    assert all(line.width <= 184.01 for line in lines)


def test_blanks_that_no_line_holds_still_part_two_words() -> None:
    assert [line.text for line in break_lines("one" + " " * 900 + "two", 100, SIZE)] == ["one", "two"]


def test_a_family_of_emoji_and_an_accent_are_not_cut_apart() -> None:
    for cluster in ("👩‍👩‍👧", "e\u0301"):
        for line in break_lines(cluster * 60, 100, SIZE):
            assert len(line.text) % len(cluster) == 0


def test_a_long_text_on_one_line_is_cut_with_an_ellipsis() -> None:
    line = one_line("endless" * 10_000, 120, SIZE)
    assert line.text.endswith("…")
    assert 100 < line.width <= 120


def test_characters_move_by_what_the_whole_text_is_wide() -> None:
    for text in ("To AVert", "日本 café", "e\u0301\u0301", ""):
        assert sum(advances(text, Weight.BOLD)) == pytest.approx(text_width(text, 1.0, Weight.BOLD))


SENTENCES = st.lists(
    st.sampled_from(
        [
            "客户在第一个月",
            "，",
            "（很多次）",
            "PDF。",
            "「真的」",
            "。",
            "(全部)",
            "エクスポートできませんでした",
            "12%，",
            " ",
        ]
    ),
    max_size=30,
).map(lambda parts: re.sub(r"([，。])[，。]+", r"\1", "".join(parts)).lstrip("，。 "))


@given(SENTENCES, st.floats(80, 400))
@settings(deadline=None)
def test_no_line_begins_with_a_closing_sign_or_ends_with_an_opening_one(text: str, width: float) -> None:
    lines = [line.text for line in break_lines(text, width, SIZE)]
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert not [line for line in lines[1:] if line[0] in CLOSING and line[:1] not in _after_blank(text)]
    assert not [line for line in lines[:-1] if line[-1] in OPENING]


def test_thai_is_broken_between_syllables_that_can_be_told_and_never_before_a_mark() -> None:
    text = "ลูกค้าไม่พบปุ่มส่งออกในเดือนแรกเพราะน้ำท่วม"
    for width in range(30, 300, 7):
        lines = [line.text for line in break_lines(text, width, SIZE)]
        assert "".join(lines) == text
        for line in lines:
            assert unicodedata.category(line[0]) != "Mn"
            assert line[0] not in "ะาำ"
            assert line[-1] not in "เแโใไ"
    for width, ends in ((115, "ส่งออกในเดือนแรก"), (121, "ส่งออกในเดือนแรก"), (130, "ในเดือนแรก")):
        assert break_lines("ลูกค้าไม่พบปุ่มส่งออกในเดือนแรก", width, 14)[-1].text == ends


def test_a_cluster_of_thai_consonants_is_not_taken_for_two_syllables() -> None:
    assert not begins_syllable("เปลี่ยน", 2)
    assert begins_syllable("ปุ่มส่งออก", 4)


def test_marks_of_indian_letters_stay_with_them() -> None:
    text = "வாடிக்கையாளர்கள்பொத்தானைக்காணவில்லை"
    for width in range(30, 200, 7):
        for line in break_lines(text, width, SIZE):
            assert unicodedata.category(line.text[0]) not in ("Mn", "Mc")


def _after_blank(text: str) -> set[str]:
    """Closing signs that stand behind a blank, where a line may be broken whatever follows."""
    return set(re.findall(r" ([^ ])", text))


def _slowly(paragraph: str, width: float) -> list[str]:
    lines, line, used = [], "", 0.0
    for token in re.findall(r" +|[日本語]|[^ 日本語]+", paragraph):
        taken = text_width(token, SIZE)
        if used + taken <= width:
            line, used = line + token, used + taken
        elif token.isspace():
            used = float("inf")
        else:
            lines += [line.rstrip()] if line.strip() else []
            *full, line = _cut_slowly(token, width)
            lines += full
            used = text_width(line, SIZE)
    return [*lines, line.rstrip()] if line.strip() or not lines else lines


def _cut_slowly(word: str, width: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and text_width(pieces[-1] + letter, SIZE) > width:
            pieces.append("")
        pieces[-1] += letter
    return pieces


@pytest.mark.parametrize("blank", [" ", "\u00a0", NARROW])
@pytest.mark.parametrize("sign", ["%", "%.", "‰,", "%)"])
def test_a_number_stays_with_the_percent_sign_behind_it(blank: str, sign: str) -> None:
    text = f"calls fell from 61{blank}{sign} to 4{blank}{sign} in a year"
    for width in range(30, 220, 3):
        lines = [line.text for line in break_lines(text, width, 9.0)]
        assert not [line for line in lines if line.startswith(sign[0])], (width, lines)
        assert "".join("".join(lines).split()) == "".join(text.split())


def test_an_address_longer_than_a_line_goes_on_after_one_of_its_signs() -> None:
    address = "insights.halden.example/2026-04-billing/invoice-detail?month=april&year=2026"
    for width in range(90, 300, 5):
        lines = [line.text for line in break_lines(address, width, 8.0)]
        assert "".join(lines) == address
        assert [line for line in lines[:-1] if line[-1] in "/-?&="] or width < 130, (width, lines)
        assert len(lines[-1]) > 1, (width, lines)


@pytest.mark.parametrize("width", [0.0, -0.03, -40.0])
def test_where_there_is_no_room_at_all_each_letter_is_a_line(width: float) -> None:
    assert [line.text for line in break_lines("0 ab", width, 18.0)] == ["0", "a", "b"]
