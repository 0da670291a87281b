"""Near-identical texts: case, accents, signs and order of words do not matter, and common words lead nowhere."""

import pytest
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


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (
            "Customers trust the new monthly invoice from us",
            "Customers do not trust the new monthly invoice from us",
        ),
        ("The new monthly invoice can be understood", "The new monthly invoice can't be understood"),
        ("The new monthly invoice can be understood", "The new monthly invoice can’t be understood"),
        ("Customers always got no answer to the ticket", "Customers always got answer to the ticket"),
        ("The app is always used in the evening hours", "The app is never used in the evening hours always"),
        ("Der Kunde versteht die neue Rechnung sofort", "Der Kunde versteht die neue Rechnung nicht sofort"),
        ("Der Kunde hat sofort Zugang zur Rechnung", "Der Kunde hat sofort keinen Zugang zur Rechnung"),
        ("Le client comprend sa nouvelle facture", "Le client ne comprend pas sa nouvelle facture"),
    ],
)
def test_what_differs_by_a_negation_says_something_else(one: str, other: str) -> None:
    assert near_identical({"a": one, "b": other}) == []
    assert near_identical({"a": other, "b": f"{other}!"}) == [("a", "b")]


def test_the_same_negation_in_other_letters_is_the_same() -> None:
    texts = {
        "a": "Customers don't understand the new monthly invoice breakdown",
        "b": "Customers do not understand the new monthly invoice breakdown",
    }
    assert near_identical(texts) == [("a", "b")]


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
