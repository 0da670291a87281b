"""Which cards say a term's own words: as underlining finds them, in steps however many terms there are."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.findings.own_words import has_two_words, own_words_in_steps
from workshop.findings.steps import at_once
from workshop.method.term_index import Saying, TermFinder
from workshop.model.cards import Card
from workshop.model.terms import Term

_WORDS = st.lists(st.sampled_from(["bill", "Bill", "set-up", "set", "up", "請求", "求", "+"]), max_size=4).map(
    " ".join
)


@given(st.lists(_WORDS, max_size=6), st.lists(st.tuples(_WORDS, _WORDS, _WORDS), max_size=4))
def test_cards_say_a_sides_word_where_it_would_be_underlined(
    texts: list[str], words: list[tuple[str, str, str]]
) -> None:
    cards = [Card(id=f"c{number}", text=text) for number, text in enumerate(texts)]
    terms = [Term(id=f"t{n}", cx_says=cx, ux_says=ux, agreed=we) for n, (cx, ux, we) in enumerate(words)]
    found = at_once(own_words_in_steps(cards, terms))
    assert list(found) == [term.id for term in terms if has_two_words(term)]
    for term in terms:
        if term.id in found:
            said = {card.id: {span.saying for span in TermFinder((term,)).spans(card.text)} for card in cards}
            assert found[term.id].cx == tuple(card for card in said if Saying.CX in said[card])
            assert found[term.id].ux == tuple(card for card in said if Saying.UX in said[card])


def test_terms_that_stand_on_no_card_are_gone_through_in_steps_too() -> None:
    terms = [Term(id=f"t{number}", cx_says=f"cx{number}", ux_says=f"ux{number}") for number in range(600)]
    steps = len(list(own_words_in_steps([Card(id="c", text="Nothing of it")], terms)))
    more = len(list(own_words_in_steps([Card(id="c", text="Nothing of it")], terms * 2)))
    assert steps >= 6
    assert more >= 2 * steps - 2
