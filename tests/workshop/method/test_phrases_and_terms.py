"""Finding terms in cards: word boundaries in any script, against a slow restatement; hovering, rules, suggestions."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.errors import InvalidRecordError
from workshop.method.phrases import phrase_key, tokens_of
from workshop.method.term_index import Saying, TermFinder, TermIndex, translation
from workshop.method.term_rules import Glossary, term_name
from workshop.method.term_suggestions import term_suggestions
from workshop.model.cards import Card, Discipline
from workshop.model.terms import Term
from workshop.visibility import ROOM, visible_to

TEXTS = st.text("aAbBßé-.\n ", max_size=24)
WORDS = st.text("aAbBßé- ", min_size=1, max_size=5)
GAPS = {*"- \n"}


def slow_words(text: str) -> list[tuple[int, int]]:
    """Where the words of a text of Latin letters stand, letter by letter."""
    found, start = [], None
    for place, letter in enumerate(text + "."):
        if letter.isalpha() and start is None:
            start = place
        elif not letter.isalpha() and start is not None:
            found.append((start, place))
            start = None
    return found


def slow_fold(text: str) -> str:
    return text.lower().replace("ß", "ss")


def slow_spans(text: str, terms: list[Term]) -> list[tuple[int, int]]:
    """Every stretch of words that says a word of a term, from the left, the longest first."""
    words = slow_words(text)
    said = {
        tuple(slow_fold(word[start:end]) for start, end in slow_words(word)): word
        for term, saying in product(terms, Saying)
        if (word := saying.of(term)) and slow_words(word)
    }
    found, place = [], 0
    while place < len(words):
        for last in reversed(range(place, len(words))):
            stretch = tuple(slow_fold(text[start:end]) for start, end in words[place : last + 1])
            gaps = [text[words[at][1] : words[at + 1][0]] for at in range(place, last)]
            if stretch in said and all(len(gap) <= 3 and set(gap) <= GAPS for gap in gaps):
                found.append((words[place][0], words[last][1]))
                place = last
                break
        place += 1
    return found


@given(TEXTS, st.lists(WORDS, max_size=4))
def test_terms_are_found_where_a_slow_restatement_finds_them(text: str, words: list[str]) -> None:
    tame = [" ".join(word.split()) for word in words]
    terms = [Term(id=f"t{place}", cx_says=word) for place, word in enumerate(tame)]
    fast = [(span.start, span.end) for span in TermFinder(terms).spans(text)]
    assert fast == slow_spans(text, terms)


@given(st.text(max_size=30), st.text(max_size=8), st.text(max_size=30))
def test_spans_lie_in_order_within_any_text_and_never_cut_a_word(before: str, word: str, after: str) -> None:
    text = before + word + after
    starts, ends = {token.start for token in tokens_of(text)}, {token.end for token in tokens_of(text)}
    reached = 0
    for span in TermFinder([Term(id="t", agreed=word)]).spans(text):
        assert reached <= span.start < span.end <= len(text)
        assert (span.start in starts, span.end in ends) == (True, True)
        reached = span.end


@given(st.text(min_size=1, max_size=12))
def test_a_word_that_stands_alone_in_quotes_is_found_whatever_its_script(word: str) -> None:
    spans = TermFinder([Term(id="t", ux_says=word)]).spans(f"“{word}”")
    assert bool(spans) == bool(phrase_key(word))


@pytest.mark.parametrize(
    ("word", "text", "found"),
    [
        ("set-up", "The Set Up and the set‑up, the\nset\nup.", ["Set Up", "set‑up", "set\nup"]),
        ("set up", "I am set. Up we go.", []),
        ("bill", "Billing bills the bill.", ["bill"]),
        ("short bill", "A short bill is a short one.", ["short bill"]),
        ("STRASSE", "Die Straße ist lang.", ["Straße"]),
        ("café", "Das Cafe\u0301 ist zu.", ["Cafe\u0301"]),
        ("Σίσυφος", "ΣΊΣΥΦΟΣ rollt.", ["ΣΊΣΥΦΟΣ"]),
        ("账单", "他的账单很长。", ["账单"]),
        ("请求", "数据请求", ["请求"]),
        ("बिल", "मेरा बिल, बिलिंग", ["बिल"]),
        ("فاتورة", "هذه فاتورة.", ["فاتورة"]),
        ("C++", "C and C++ differ.", ["C++"]),
        ("A/B test", "Run an a/b test.", ["a/b test"]),
        ("NPS (yearly)", "The NPS (yearly) rose.", ["NPS (yearly"]),
    ],
)
def test_words_are_found_whole_in_many_scripts(word: str, text: str, found: list[str]) -> None:
    spans = TermFinder([Term(id="t", cx_says=word)]).spans(text)
    assert [text[span.start : span.end] for span in spans] == found


def test_a_false_friend_is_what_the_side_of_its_card_means_by_it() -> None:
    door, way = Term(id="door", ux_says="path", agreed="door"), Term(id="way", cx_says="path", agreed="way")
    finder = TermFinder([door, way])
    found = {side: [span.term for span in finder.spans("the path", side)] for side in Discipline}
    assert (found[Discipline.CX], found[Discipline.UX]) == (["way"], ["door"])
    assert len(found[Discipline.JOINT]) == 1


def test_a_word_of_one_side_that_was_agreed_on_is_the_agreed_word_on_every_card() -> None:
    finder = TermFinder([Term(id="t", cx_says="job", ux_says="project file", agreed="Job")])
    assert {span.saying for side in Discipline for span in finder.spans("a job", side)} == {Saying.AGREED}


def test_the_longest_phrase_goes_before_the_one_of_the_own_side() -> None:
    finder = TermFinder([Term(id="short", cx_says="short bill"), Term(id="long", ux_says="short bill page")])
    assert [span.term for span in finder.spans("A short bill page", Discipline.CX)] == ["long"]
    assert [span.term for span in finder.spans("A short bill, page", Discipline.CX)] == ["short"]


def test_an_index_tells_which_cards_use_which_word_and_keeps_up_with_the_board() -> None:
    term = Term(id="t", cx_says="hand-over", ux_says="set-up", agreed="start")
    board = Board(
        [
            Card(id="a", text="The hand-over is slow"),
            Card(id="b", text="Set-up or start? Set-up."),
            Card(id="c", text="set-up", hidden=True),
            term,
        ]
    )
    index = TermIndex(visible_to(ROOM, board))
    assert [(use.card, use.sayings) for use in index.uses()["t"]] == [
        ("a", {Saying.CX}),
        ("b", {Saying.UX, Saying.AGREED}),
    ]
    assert [span.saying for span in index.spans("Our set-up")] == [Saying.UX]
    other = TermIndex(visible_to(ROOM, Board([Card(id="a", text="The hand-over is slow")])))
    assert dict(other.uses()) == {}


def test_hovering_tells_the_word_of_the_other_side_and_the_definition() -> None:
    term = Term(id="t", cx_says="hand-over", ux_says="set-up", agreed="start", definition="To the first lamp.")
    assert translation(term, Discipline.CX) == "UX says “set-up”, agreed: “start”. To the first lamp."
    assert translation(term, Discipline.UX) == "CX says “hand-over”, agreed: “start”. To the first lamp."
    assert translation(term, Discipline.JOINT).startswith("CX says “hand-over”, UX says “set-up”")
    assert translation(Term(id="t", cx_says="job"), Discipline.CX) == "no word agreed yet."


START = Term(id="start", cx_says="hand-over", ux_says="set-up", agreed="start")


@pytest.mark.parametrize(
    ("term", "says"),
    [
        (Term(id="n"), "A term needs a word: what CX says, what UX says, or what both agreed on."),
        (Term(id="n", cx_says="?!"), "“?!” is no word; write one with letters or numbers."),
        (
            Term(id="n", cx_says="Bill", ux_says="bill"),
            "CX and UX both say “Bill”, so there is nothing to translate; write it as the agreed word.",
        ),
        (
            Term(id="n", cx_says="set up", ux_says="Hand over"),
            "Two terms would name each other: “start” has “hand-over” and “set-up” the other way round already.",
        ),
        (
            Term(id="n", cx_says="HAND OVER", ux_says="begin"),
            "“HAND OVER” is CX’s word in the term “start” already; change that one.",
        ),
        (
            Term(id="n", agreed="Start"),
            "“Start” is the agreed word in the term “start” already; change that one.",
        ),
    ],
)
def test_terms_that_say_nothing_twice_or_each_other_are_refused(term: Term, says: str) -> None:
    with pytest.raises(InvalidRecordError) as caught:
        Glossary([START]).check(term)
    assert str(caught.value) == says == Glossary([START]).fault(term)


@pytest.mark.parametrize(
    ("there", "term", "says"),
    [
        (
            [Term(id="a", cx_says="zig", agreed="zag")],
            Term(id="n", cx_says="zag", agreed="zig"),
            "Terms would name each other: “zag” → “zig” → “zag”.",
        ),
        (
            [Term(id="a", cx_says="zig", agreed="zag")],
            Term(id="n", cx_says="kick-off", ux_says="Zags", agreed="zigs"),
            "Terms would name each other: “Zags” → “zigs” → “zag”.",
        ),
        (
            [Term(id="a", cx_says="one", agreed="two"), Term(id="b", ux_says="twos", agreed="three")],
            Term(id="n", cx_says="three", agreed="one"),
            "Terms would name each other: “three” → “one” → “two” → “three”.",
        ),
        (
            [Term(id="a", cx_says="job", agreed="file")],
            Term(id="n", cx_says="job", ux_says="files", agreed="job"),
            "Terms would name each other: “files” → “job” → “file”.",
        ),
        (
            [Term(id="a", cx_says="bill", ux_says="invoice")],
            Term(id="n", cx_says="invoices", ux_says="bills"),
            "Two terms would name each other: “bill / invoice” has “bill” and “invoice” the other way round already.",
        ),
    ],
)
def test_words_that_lead_back_to_themselves_are_refused_in_the_plural_too(
    there: list[Term], term: Term, says: str
) -> None:
    assert Glossary(there).fault(term) == says
    assert Glossary([*there, term]).fault(term) == says


def test_words_that_lead_on_are_terms_like_others() -> None:
    chain = [Term(id="a", cx_says="one", agreed="two"), Term(id="b", ux_says="two", agreed="three")]
    glossary = Glossary(chain)
    assert [glossary.fault(term) for term in chain] == ["", ""]
    assert glossary.fault(Term(id="n", cx_says="three", ux_says="four", agreed="threes")) == ""
    glossary.put(Term(id="b", ux_says="two"))
    assert glossary.fault(Term(id="n", cx_says="three", agreed="one")) == ""


def test_a_term_may_agree_on_the_word_of_one_side_and_stand_beside_itself() -> None:
    Glossary([START]).check(Term(id="n", cx_says="job", ux_says="project file", agreed="job"))
    Glossary([START]).check(START)
    assert Glossary([START]).fault(START) == ""


def test_a_false_friend_is_flagged() -> None:
    friend = Term(id="n", cx_says="set-up", ux_says="fitting")
    Glossary([START]).check(friend)
    assert Glossary([START]).caution(friend) == "UX says “set-up” too, but means the term “start”."
    assert Glossary([friend]).caution(START) == "CX says “set-up” too, but means the term “set-up / fitting”."
    assert Glossary([START]).caution(START) == ""
    assert term_name(Term(id="n", cx_says="a", ux_says="b")) == "a / b"


def spoken(cx: list[str], ux: list[str], *others: Term | Card) -> list[tuple[str, str]]:
    board = Board(
        [
            *(Card(id=f"cx{place}", text=text, discipline=Discipline.CX) for place, text in enumerate(cx)),
            *(Card(id=f"ux{place}", text=text, discipline=Discipline.UX) for place, text in enumerate(ux)),
            *others,
        ]
    )
    return [(one.cx_says.lower(), one.ux_says.lower()) for one in term_suggestions(visible_to(ROOM, board))]


def test_words_that_are_written_alike_on_either_side_are_suggested() -> None:
    assert spoken(["The handover is slow"], ["A hand-over takes days"]) == [("handover", "hand-over")]


def test_phrases_about_the_same_thing_are_suggested_and_explained() -> None:
    board = Board(
        [
            Card(id="1", text="The client journey stops", discipline=Discipline.CX),
            Card(id="2", text="One client journey", discipline=Discipline.CX),
            Card(id="3", text="A user journey of nine steps", discipline=Discipline.UX),
        ]
    )
    [one] = term_suggestions(visible_to(ROOM, board))
    assert (one.cx_says, one.ux_says) == ("client journey", "user journey")
    assert one.because == "Both speak of “journey” (2 CX cards, 1 UX card)."
    assert (one.cx_cards, one.ux_cards) == (("1", "2"), ("3",))


def test_one_word_in_two_numbers_a_word_of_both_and_a_term_are_no_suggestion() -> None:
    assert spoken(["Bills rise"], ["A bill falls"]) == []
    assert spoken(["The handover"], ["The handover, the hand-overs", "handover"]) == []
    assert (
        spoken(["The handover"], ["The hand-over"], Term(id="t", cx_says="handover", ux_says="hand-over")) == []
    )
    assert (
        spoken(["The handover"], [], Card(id="h", text="hand-over", discipline=Discipline.UX, hidden=True))
        == []
    )
