"""Near-identical texts: case, accents, signs and order of words do not matter, and common words lead nowhere."""

from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.fuzz import ratio

from workshop.findings.near_identical import (
    LEAST_ALIKE,
    MOST_CARDS,
    near_identical,
    near_identical_in_steps,
    sorted_words,
)

_TEXTS = st.lists(
    st.lists(st.sampled_from(["bill", "bills", "breakdown", "lost", "last", "the", "a"]), max_size=4),
    max_size=8,
)


def test_case_accents_signs_and_order_do_not_matter() -> None:
    texts = {"a": "Où est la facture détaillée ?", "b": "la FACTURE detaillee, où est…", "c": "Rien"}
    assert near_identical(texts) == [("a", "b")]
    assert sorted_words(texts["a"]) == "detaillee est facture la ou"


def test_texts_without_words_are_like_nothing() -> None:
    assert near_identical({"a": "", "b": " …", "c": "!?", "d": "…"}) == []


def test_a_word_on_too_many_cards_leads_nowhere() -> None:
    texts = {f"c{number}": "the same words" for number in range(MOST_CARDS)}
    assert len(near_identical(texts)) == MOST_CARDS * (MOST_CARDS - 1) // 2
    assert near_identical({**texts, "more": "the same words"}) == []


@given(_TEXTS)
def test_on_a_small_board_these_are_all_pairs_that_are_alike_and_share_a_rare_word(
    words: list[list[str]],
) -> None:
    texts = {f"c{number}": " ".join(own) for number, own in enumerate(words)}
    found = near_identical(texts)
    assert found == sorted(found)
    assert len(set(found)) == len(found)
    for one, other in found:
        assert ratio(sorted_words(texts[one]), sorted_words(texts[other])) >= LEAST_ALIKE
    same = {
        (a, b) for a in texts for b in texts if a < b and sorted_words(texts[a]) == sorted_words(texts[b]) != ""
    }
    assert same <= set(found)


def test_the_work_is_cut_into_many_steps() -> None:
    texts = {f"c{number}": f"word{number // 2} thing{number % 7} again" for number in range(4000)}
    assert sum(1 for _ in near_identical_in_steps(texts)) > 40
