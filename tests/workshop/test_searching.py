"""Searching: words in any order, case and accent; every field that counts; filters; and never what lies face down."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.board.board import Board
from workshop.board.searching import Filters, Haystack, needles_of
from workshop.commands.cards import change_cards, change_text
from workshop.commands.people import change_participant
from workshop.model.cards import Card, CardKind, Discipline, Evidence, EvidenceSource
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Vote
from workshop.model.links import Link
from workshop.model.people import Participant
from workshop.visibility import PAPER, ROOM, visible_to
from workshop.workshop import Workshop


def test_all_words_are_found_in_any_order_case_and_accent() -> None:
    haystack = _haystack(Card(id="a", text="Café billing"), Card(id="b", text="billing alone"))
    assert haystack.find("BILLING cafe") == ["a"]
    assert haystack.find("bill") == ["a", "b"]
    assert haystack.find("cafè") == ["a"]
    assert haystack.find("nothing") == []


def test_words_in_quotes_are_found_as_they_stand() -> None:
    haystack = _haystack(Card(id="a", text="the month end"), Card(id="b", text="end of the month"))
    assert haystack.find('"month end"') == ["a"]
    assert needles_of('a "b c" d "e') == ["a", "b c", "d", "e"]


def test_author_tags_and_evidence_are_searched() -> None:
    evidence = Evidence(source=EvidenceSource.USABILITY_TEST, note="round three")
    haystack = _haystack(
        Participant(id="p", name="Øyvind Ærlig"),
        Card(id="a", author="p"),
        Card(id="b", tags=("Invoices", "later")),
        Card(id="c", evidence=evidence),
    )
    assert haystack.find("øyvind") == ["a"]
    assert haystack.find("invoices") == ["b"]
    assert haystack.find("usability round") == ["c"]


def test_no_phrase_runs_across_two_fields() -> None:
    haystack = _haystack(Card(id="a", text="one", tags=("two",)))
    assert haystack.find('"one two"') == []


def test_what_lies_face_down_is_found_by_no_word_and_no_filter() -> None:
    board = Board([Card(id="a", text="secret", hidden=True, kind=CardKind.WIN), Card(id="b", text="open")])
    for viewer in (ROOM, PAPER):
        haystack = Haystack(visible_to(viewer, board))
        assert haystack.find("secret") == []
        assert haystack.find("") == ["b"]
        assert haystack.find("", Filters(kinds=frozenset({CardKind.WIN}))) == []


def test_a_card_linked_only_with_a_hidden_one_is_found_as_one_without_links() -> None:
    cards = (Card(id="a", text="open"), Card(id="b", text="secret", hidden=True))
    board = Board([*cards, Link(id="l", source="a", target="b")])
    assert Haystack(visible_to(ROOM, board)).find("", Filters(without_links=True)) == ["a"]


def test_results_come_in_reading_order() -> None:
    haystack = _haystack(
        Card(id="parked"),
        Card(id="low", phase=Phase.DISCOVER, y=90.0),
        Card(id="late", phase=Phase.SCALE, y=-300.0),
        Card(id="right", phase=Phase.DISCOVER, x=50.0),
        Card(id="left", phase=Phase.DISCOVER),
    )
    assert haystack.find("") == ["left", "right", "low", "late", "parked"]


def test_each_filter_lets_pass_what_it_names_and_together_they_narrow() -> None:
    haystack = _haystack(
        Card(id="a", discipline=Discipline.CX, kind=CardKind.NEED, phase=Phase.DEFINE, author="p"),
        Card(id="b", discipline=Discipline.UX, kind=CardKind.RISK),
        Card(id="c", discipline=Discipline.CX, kind=CardKind.RISK),
        Vote(id="v", card="b"),
        Link(id="l", source="a", target="b"),
    )

    def found(**filters: object) -> list[str]:
        return sorted(haystack.find("", Filters(**filters), {"c"}))

    assert found(disciplines=frozenset({Discipline.CX})) == ["a", "c"]
    assert found(kinds=frozenset({CardKind.RISK, CardKind.NEED})) == ["a", "b", "c"]
    assert found(phases=frozenset({None})) == ["b", "c"]
    assert found(authors=frozenset({"p"})) == ["a"]
    assert found(authors=frozenset({None})) == ["b", "c"]
    assert found(with_votes=True) == ["b"]
    assert found(without_links=True) == ["c"]
    assert found(unseen=True) == ["c"]
    assert found(disciplines=frozenset({Discipline.CX}), kinds=frozenset({CardKind.RISK})) == ["c"]


def test_a_spoiled_haystack_follows_the_board() -> None:
    workshop = Workshop(Board([Participant(id="p", name="Mira"), Card(id="a", text="old", author="p")]))
    haystack = Haystack(visible_to(ROOM, workshop.board))
    workshop.listen(lambda _change, _origin: haystack.spoil())
    assert haystack.find("old mira") == ["a"]
    change_text(workshop, origin="window", card_id="a", text="new")
    change_participant(workshop, origin="window", participant_id="p", name="Jonas")
    assert haystack.find("old") == haystack.find("mira") == []
    assert haystack.find("new jonas") == ["a"]
    change_cards(workshop, origin="window", card_ids=["a"], hidden=True)
    assert haystack.find("new") == []


@given(st.lists(st.text(max_size=20), max_size=6), st.text(max_size=6))
def test_every_card_found_holds_the_words_and_no_other_does(texts: list[str], query: str) -> None:
    haystack = _haystack(*(Card(id=f"c{n}", text=text) for n, text in enumerate(texts)))
    found, words = set(haystack.find(query)), dict(haystack.texts())
    for card, text in words.items():
        assert (card in found) == all(needle in text for needle in needles_of(query))


def _haystack(*records: object) -> Haystack:
    return Haystack(visible_to(ROOM, Board(records)))
