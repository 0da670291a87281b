"""The sample workshop: worth looking at, whole in itself, and laid out so that nothing covers anything."""

from collections import Counter
from datetime import date
from functools import cache, reduce
from itertools import combinations

from workshop.board.board import Board
from workshop.findings.finding import Severity
from workshop.findings.looking import findings_in_steps, findings_of
from workshop.imports.sample import sample_records
from workshop.model.cards import CARD_HEIGHT, Card, CardKind, Discipline
from workshop.model.collections import COLLECTIONS
from workshop.model.diamonds import DiamondName, Phase, diamond_of
from workshop.model.links import LinkKind
from workshop.model.references import ids_gone
from workshop.picture.card_plan import fitted_text, grown_height
from workshop.picture.geometry import lay_out, layout_of
from workshop.picture.group_plan import frame_around
from workshop.picture.placement import GAP
from workshop.picture.plan import Rect
from workshop.visibility import ARCHIVE, PAPER, ROOM, visible_to

HELD_ON = date(2026, 11, 14)

LONGEST = 18
"""Words of a sticky note; one card is longer on purpose."""


CLEAR = 22.0
"""Free board units around the frame of a group, more than between two cards."""


@cache
def board() -> Board:
    return Board(sample_records())


def cards() -> list[Card]:
    return list(board().cards.values())


def test_it_has_45_to_60_cards_over_all_phases_and_35_to_60_links() -> None:
    assert 45 <= len(cards()) <= 60
    assert 35 <= len(board().links) <= 60
    counts = Counter(card.phase for card in cards())
    assert all(counts[phase] >= 4 for phase in Phase)
    assert counts[None] == 2


def test_every_kind_of_card_and_link_and_every_discipline_is_there() -> None:
    assert {card.kind for card in cards()} == set(CardKind)
    assert {card.discipline for card in cards()} == set(Discipline)
    assert {link.kind for link in board().links.values()} == set(LinkKind)


def test_two_cards_are_hidden_one_is_locked_and_one_is_long() -> None:
    assert [card.hidden for card in cards()].count(True) == 2
    assert [card.locked for card in cards()].count(True) == 1
    lengths = sorted(len(card.text.split()) for card in cards())
    assert lengths[-1] > 60
    assert lengths[-2] <= LONGEST


def test_every_collection_but_pictures_has_something_to_show() -> None:
    empty = {name for name in COLLECTIONS if not board().collection(name)}
    assert empty == {"assets"}


def test_at_least_ten_kinds_of_finding_show_whoever_looks() -> None:
    for viewer in (ROOM, PAPER, ARCHIVE):
        found = findings_of(visible_to(viewer, board()), HELD_ON)
        assert len({finding.finding for finding in found}) >= 10
        assert {finding.severity for finding in found} == set(Severity)
        assert all(finding.cards for finding in found if finding.finding != "nobody leads")


def test_one_finding_is_dismissed_and_still_holds() -> None:
    [dismissal] = board().collection("dismissals").values()
    for viewer in (ROOM, PAPER, ARCHIVE):
        steps = findings_in_steps(visible_to(viewer, board()), HELD_ON)
        [finding] = [found for step in steps for found in step if found.dismissal]
        assert finding.dismissal == dismissal.id
        assert finding.reason == dismissal.reason != ""


def test_eight_or_nine_people_of_both_disciplines_and_one_guest_wrote_it() -> None:
    people = board().participants.values()
    assert len(people) in (8, 9)
    assert [person.discipline for person in people].count(Discipline.JOINT) == 1
    assert {card.author for card in cards()} == {person.id for person in people}


def test_most_cards_of_problem_rest_on_evidence() -> None:
    signals = [card for card in cards() if card.phase is Phase.DISCOVER]
    assert sum(card.has_evidence and bool(card.evidence.note) for card in signals) >= len(signals) - 1


def test_all_ids_that_a_record_names_are_there() -> None:
    assert ids_gone(board().records()) == {}


def test_no_card_comes_nearer_to_another_than_the_gap() -> None:
    layout = layout_of(cards())
    boxes = {card.id: layout.rect_of(card) for card in cards()}
    near = [
        (a, b) for a, b in combinations(boxes, 2) if boxes[a].grown(GAP / 2).overlaps(boxes[b].grown(GAP / 2))
    ]
    assert near == []


def test_groups_stand_apart_from_each_other_and_from_cards_that_are_not_theirs() -> None:
    layout = layout_of(cards())
    frames = {}
    for group in board().groups:
        boxes = [layout.rect_of(card) for card in cards() if card.group == group]
        frames[group] = frame_around(reduce(Rect.united, boxes))
    others = [(card.group, layout.rect_of(card)) for card in cards()] + list(frames.items())
    for group, frame in frames.items():
        near = [rect for owner, rect in others if owner != group and frame.grown(CLEAR).overlaps(rect)]
        assert near == [], group


def test_each_height_is_the_one_that_the_text_needs_and_the_text_is_easy_to_read() -> None:
    for card in cards():
        assert card.h == grown_height(card.text, card.w, CARD_HEIGHT), card.id
        size, _ = fitted_text(card.text, card.w, card.h)
        assert size >= 13 or len(card.text.split()) > LONGEST, card.id


def test_the_board_keeps_its_first_size_and_nine_of_ten_cards_lie_inside_their_diamond() -> None:
    layout = layout_of(cards())
    assert layout.diamonds == lay_out({}).diamonds
    outside = [card.id for card in cards() if card.phase and not _inside(card)]
    assert len(outside) <= len(cards()) / 10, outside


def _inside(card: Card) -> bool:
    """Whether the card's middle lies inside the rhombus."""
    assert card.phase
    layout = layout_of(cards())
    frame, middle = layout.diamonds[diamond_of(card.phase).name], layout.rect_of(card).centre
    across = abs(middle.x - frame.top.x) / (frame.rect.w / 2)
    along = abs(middle.y) / (frame.rect.h / 2)
    return across + along < 1


def test_cx_lies_above_the_axis_and_ux_below() -> None:
    for card in cards():
        if card.phase and card.discipline is Discipline.CX:
            assert card.y + card.h <= 0, card.id
        if card.phase and card.discipline is Discipline.UX:
            assert card.y >= 0, card.id


def test_some_threads_reach_outcome_and_some_stop() -> None:
    import networkx as nx

    reached = Counter()
    graph = nx.DiGraph()
    for link in board().links.values():
        if link.kind in (LinkKind.LEADS_TO, LinkKind.SUPPORTS, LinkKind.ANSWERS):
            graph.add_edge(link.source, link.target)
        elif link.kind is LinkKind.DEPENDS_ON:
            graph.add_edge(link.target, link.source)
    assert nx.is_directed_acyclic_graph(graph)
    for card in cards():
        if card.phase and diamond_of(card.phase).name is DiamondName.PROBLEM:
            below = nx.descendants(graph, card.id) if card.id in graph else set()
            phases = {board().cards[other].phase for other in below} | {card.phase}
            reached[max((diamond_of(phase).number for phase in phases if phase), default=1)] += 1
    assert reached[3] >= 5
    assert reached[2] >= 2
    assert reached[1] >= 2


def test_a_finished_round_of_votes_keeps_to_its_own_rules() -> None:
    [voting] = board().collection("voting_rounds").values()
    spent = Counter()
    for vote in board().votes.values():
        spent[vote.voter] += vote.dots
        assert vote.card in voting.cards
        assert vote.dots <= voting.limit
    assert voting.ended
    assert set(spent.values()) == {voting.dots}
