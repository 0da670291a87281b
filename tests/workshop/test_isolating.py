"""Words of others in sentences of ours: they run as they like and turn nothing around them."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.method.people import listed
from workshop.model.isolating import ISOLATE, closed, isolated, left_open, unturned
from workshop.model.text import quoted
from workshop.picture.directions import runs_leftward

TURNING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


@given(st.text(st.sampled_from(f"aש1 {TURNING}")))
def test_what_is_closed_turns_nothing_after_it_and_keeps_every_letter(words: str) -> None:
    shut = closed(words)
    assert not left_open(shut)
    assert closed(shut) == shut
    letters = str.maketrans("", "", TURNING)
    assert shut.translate(letters) == words.translate(letters)


@given(st.text(st.sampled_from(f"aש1 {TURNING}"), min_size=1))
def test_no_words_end_the_isolate_that_they_stand_in(words: str) -> None:
    depth, least = 0, 1
    for character in (found := isolated(words))[:-1]:
        kind = unicodedata.bidirectional(character)
        depth += (kind in ("LRI", "RLI", "FSI")) - (kind == "PDI")
        least = min(least, depth)
    assert not found.startswith(ISOLATE) or least == 1


@pytest.mark.parametrize("words", ["", "plain", "Größe", "Ωραία", "账单", "→ 30 %", "a\u200db"])
def test_words_that_turn_nothing_stay_as_they_are(words: str) -> None:
    assert isolated(words) == words
    assert quoted(words) == f"“{words}”"


def test_a_quotation_and_a_name_that_run_leftward_leave_a_sentence_running_rightward() -> None:
    for sentence in (f"{quoted('חשבון')} is open", f"{listed(['שרה', 'Maja'])} decide"):
        assert not runs_leftward(sentence)
        assert runs_leftward(unturned(sentence))


def test_an_override_that_nobody_ended_ends_with_its_quotation() -> None:
    assert quoted("a\u202eb") == "“\u2068a\u202eb\u202c\u2069”"
    assert quoted("a\u2069b") == "“\u2068ab\u2069”"
