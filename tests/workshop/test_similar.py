"""Suggested groups: alike cards together with the words that say so, nothing else, the same every time."""

from workshop.board.similar import suggested_groups
from workshop.imports.sample import sample_records
from workshop.model.cards import Card


def _cards(*texts: str) -> list[Card]:
    return [Card(id=str(index), text=text) for index, text in enumerate(texts)]


def test_cards_that_share_telling_words_are_suggested_with_these_words() -> None:
    cards = _cards(
        "Finance cannot find the invoice breakdown",
        "The invoice lost its breakdown in the redesign",
        "Invoices without breakdown cost us a day",
        "Parking is hard at the shop",
        "Drivers wait twenty minutes for a bay",
        "Nobody answers after six",
        "Our logo looks old beside the new colours",
        "Sales promise what operations cannot keep",
        "Two people left the team in spring",
    )
    (found,) = suggested_groups(cards)
    assert found.cards == ("0", "1", "2")
    assert set(found.words) >= {"invoice", "breakdown"}
    assert found.name in {"Invoice, breakdown", "Breakdown, invoice"}


def test_cards_in_groups_face_down_or_without_words_are_left_alone() -> None:
    same = "invoice breakdown missing"
    cards = [
        Card(id="grouped", text=same, group="g"),
        Card(id="hidden", text=same, hidden=True),
        Card(id="blank", text="– 42 –"),
        Card(id="alone", text=same),
    ]
    assert suggested_groups(cards) == []


def test_the_sample_gives_a_few_groups_and_the_same_each_time() -> None:
    cards = [record for record in sample_records() if isinstance(record, Card)]
    found = suggested_groups(cards)
    assert found == suggested_groups(cards)
    assert 1 <= len(found) <= 15
    assert len({card for suggestion in found for card in suggestion.cards}) == sum(len(s.cards) for s in found)
