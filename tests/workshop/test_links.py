"""The rules of links, asked before and enforced after."""

import pytest

from workshop.commands.cards import add_card
from workshop.commands.links import add_link, can_link, change_link, remove_links
from workshop.errors import DuplicateLinkError, InvalidRecordError, MissingRecordError
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.workshop import Workshop

ME = "window"


@pytest.fixture
def workshop() -> Workshop:
    made = Workshop()
    for _ in range(2):
        add_card(made, origin=ME, phase=Phase.EXPLORE)
    return made


def test_several_kinds_may_join_two_cards_but_each_only_once(workshop: Workshop) -> None:
    a, b = workshop.board.cards
    add_link(workshop, origin=ME, source=a, target=b, kind=LinkKind.SUPPORTS)
    add_link(workshop, origin=ME, source=a, target=b, kind=LinkKind.LEADS_TO)
    with pytest.raises(DuplicateLinkError, match="already linked by “supports”"):
        add_link(workshop, origin=ME, source=a, target=b, kind=LinkKind.SUPPORTS)
    assert can_link(workshop.board, source=b, target=a, kind=LinkKind.SUPPORTS) == ""


@pytest.mark.parametrize("kind", [kind for kind in LinkKind if kind.undirected])
def test_an_undirected_kind_stands_once_in_either_direction(workshop: Workshop, kind: LinkKind) -> None:
    a, b = workshop.board.cards
    add_link(workshop, origin=ME, source=a, target=b, kind=kind)
    assert "already linked" in can_link(workshop.board, source=b, target=a, kind=kind)


def test_a_card_is_not_linked_to_itself_nor_to_one_that_is_gone(workshop: Workshop) -> None:
    a, _ = workshop.board.cards
    with pytest.raises(InvalidRecordError, match="itself"):
        add_link(workshop, origin=ME, source=a, target=a)
    with pytest.raises(MissingRecordError):
        add_link(workshop, origin=ME, source=a, target="gone")


def test_a_link_can_be_turned_round_changed_and_removed(workshop: Workshop) -> None:
    a, b = workshop.board.cards
    link = add_link(workshop, origin=ME, source=a, target=b)
    turned = change_link(workshop, origin=ME, link_id=link.id, kind=LinkKind.DEPENDS_ON, reverse=True)
    assert (turned.source, turned.target, turned.kind) == (b, a, LinkKind.DEPENDS_ON)
    remove_links(workshop, origin=ME, link_ids=[link.id])
    assert not workshop.board.links
    assert workshop.board.graph.number_of_edges() == 0


def test_changing_a_link_to_a_kind_that_stands_already_is_refused(workshop: Workshop) -> None:
    a, b = workshop.board.cards
    add_link(workshop, origin=ME, source=a, target=b, kind=LinkKind.SUPPORTS)
    other = add_link(workshop, origin=ME, source=a, target=b, kind=LinkKind.LEADS_TO)
    with pytest.raises(DuplicateLinkError):
        change_link(workshop, origin=ME, link_id=other.id, kind=LinkKind.SUPPORTS)
