"""Pasted cards on the board: placed in order, covering nothing, with their people, as one step of undo."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.clipboard import cards_json
from tests.ui.boards import small_board
from workshop.board.board import Board
from workshop.commands.assets import NewPicture, add_picture_cards, remove_picture
from workshop.commands.cards import add_card, remove_cards
from workshop.commands.deciding import show_fist
from workshop.commands.groups import group_cards
from workshop.commands.links import add_link
from workshop.commands.pasting import Manner, paste_cards
from workshop.commands.pasting_records import paste_records, records_on_clipboard
from workshop.commands.people import add_participant, remove_participant
from workshop.errors import ForeignFileError, InvalidRecordError
from workshop.imports.planning import PlannedCard
from workshop.model.cards import Card, CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.links import LinkKind
from workshop.picture.blocks import free_corner, in_block
from workshop.picture.geometry import layout_of
from workshop.picture.plan import Point, Rect
from workshop.workshop import Workshop

RECTS = st.builds(
    Rect, st.integers(0, 600).map(float), st.integers(-900, 900).map(float), st.just(208.0), st.just(132.0)
)
PICTURE = NewPicture(b"\x89PNG...", "image/png", 800, 600, "board.png")


def _covered(board: Board) -> list[tuple[str, str]]:
    layout = layout_of(board.cards.values())
    boxes = [(card.id, layout.rect_of(card)) for card in board.cards.values()]
    return [(a, b) for place, (a, one) in enumerate(boxes) for b, other in boxes[:place] if one.overlaps(other)]


@given(
    st.lists(RECTS, max_size=12),
    st.sampled_from([*Phase, None]),
    st.integers(1, 40),
    st.sampled_from(Discipline),
    st.none() | st.builds(Point, st.integers(-500, 2_000).map(float), st.integers(-2_000, 2_000).map(float)),
)
def test_a_block_covers_nothing_and_keeps_to_its_column(
    lying: list[Rect], phase: Phase | None, count: int, discipline: Discipline, near: Point | None
) -> None:
    block = in_block([(208.0, 132.0 + 20 * (place % 3)) for place in range(count)], phase)
    corner = free_corner(lying, phase, (block.width, block.height), near=near, discipline=discipline)
    rect = Rect(corner.x, corner.y, block.width, block.height)
    assert corner.x >= 0
    assert phase is not None or corner.y >= 0
    assert not any(rect.grown(7).overlaps(other.grown(7)) for other in lying)


def test_cards_stand_in_rows_in_their_order() -> None:
    workshop = Workshop()
    cards = [PlannedCard(str(number)) for number in range(7)]
    made = paste_cards(workshop, origin="a", cards=cards, manner=Manner(Phase.DEFINE, Point(100, 0)))
    assert [card.text for card in sorted(made, key=lambda card: (card.y, card.x))] == list("0123456")
    assert {card.phase for card in made} == {Phase.DEFINE}
    assert not _covered(workshop.board)


def test_a_paste_is_one_step_with_the_people_it_makes_known() -> None:
    workshop = Workshop()
    mira = add_participant(workshop, origin="a", name="Mira")
    cards = [
        PlannedCard("one", author="mira"),
        PlannedCard("two", author="Jonas", discipline=Discipline.UX, phase=Phase.PILOT, kind=CardKind.RISK),
        PlannedCard("three", author="jonas", phase=None),
        PlannedCard("four"),
    ]
    one, two, three, four = paste_cards(
        workshop, origin="a", cards=cards, manner=Manner(Phase.DEFINE, author="somebody")
    )
    jonas = next(person for person in workshop.board.participants.values() if person.name == "Jonas")
    assert jonas.discipline is Discipline.UX
    assert [card.author for card in (one, two, three, four)] == [mira.id, jonas.id, jonas.id, "somebody"]
    assert [card.phase for card in (one, two, three, four)] == [Phase.DEFINE, Phase.PILOT, None, Phase.DEFINE]
    assert two.kind is CardKind.RISK
    workshop.undo("a")
    assert not workshop.board.cards
    assert list(workshop.board.participants) == [mira.id]


def test_nothing_is_refused() -> None:
    with pytest.raises(InvalidRecordError):
        paste_cards(Workshop(), origin="a", cards=[], manner=Manner(None))


def test_an_invalid_card_leaves_nothing_half_done() -> None:
    workshop = Workshop()
    cards = [PlannedCard("fine"), PlannedCard("x" * 1_000_001)]
    with pytest.raises(InvalidRecordError):
        paste_cards(workshop, origin="a", cards=cards, manner=Manner(None))
    assert not workshop.board.cards
    assert workshop.history.next_undo("a") is None


def test_copied_cards_come_into_another_board_with_links_people_and_groups() -> None:
    source = Workshop()
    mira = add_participant(source, origin="a", name="Mira Jensen", discipline=Discipline.CX)
    one, two, three = (
        add_card(source, origin="a", phase=Phase.DEFINE, text=text, author=mira.id, tags=("billing",))
        for text in ("one", "two", "three")
    )
    add_link(source, origin="a", source=one.id, target=two.id, kind=LinkKind.SUPPORTS)
    add_link(source, origin="a", source=two.id, target=three.id)
    group_cards(source, origin="a", card_ids=[one.id, two.id], name="Bills")
    body = cards_json(source.board, {one.id, two.id})
    target = Workshop()
    known = add_participant(target, origin="a", name="mira jensen")
    made = paste_records(target, origin="a", records=records_on_clipboard(body), manner=Manner(Phase.SCALE))
    assert [(card.text, card.phase, card.author, card.tags) for card in made] == [
        ("one", Phase.SCALE, known.id, ("billing",)),
        ("two", Phase.SCALE, known.id, ("billing",)),
    ]
    (link,) = target.board.links.values()
    assert (link.source, link.target, link.kind) == (made[0].id, made[1].id, LinkKind.SUPPORTS)
    (group,) = target.board.groups.values()
    assert group.name == "Bills"
    assert {card.group for card in made} == {group.id}
    assert not {card.id for card in made} & {one.id, two.id}
    target.undo("a")
    assert not any((target.board.cards, target.board.links, target.board.groups))


def test_cards_of_several_phases_stay_on_their_phases_and_cover_nothing() -> None:
    workshop = Workshop(small_board())
    before = len(workshop.board.cards)
    body = cards_json(workshop.board, set(workshop.board.cards))
    made = paste_records(
        workshop, origin="a", records=records_on_clipboard(body), manner=Manner(Phase.SCALE, Point(0, 0))
    )
    assert len(workshop.board.cards) == 2 * before
    assert len(workshop.board.links) == 16
    assert {card.phase for card in made} == {Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, None}
    assert sum(card.hidden for card in made) == 1


@pytest.mark.parametrize(
    "body", [b"", b"{}", b"[1]", b'{"cards": [{"id": "a", "w": -1}]}', b"\xff\xfe", b"{" * 99]
)
def test_a_clipboard_that_was_tampered_with_is_refused(body: bytes) -> None:
    with pytest.raises(ForeignFileError):
        records_on_clipboard(body)


def test_pictures_come_on_cards_of_their_own_and_are_kept_once() -> None:
    workshop = Workshop()
    one, two = add_picture_cards(
        workshop, origin="a", pictures=[PICTURE, PICTURE], manner=Manner(Phase.DEFINE, Point(300, 0))
    )
    assert one.image == two.image
    assert list(workshop.board.collection("assets")) == [one.image]
    assert not _covered(workshop.board)
    remove_picture(workshop, origin="a", card_id=one.id)
    assert len(workshop.board.collection("assets")) == 1
    remove_cards(workshop, origin="a", card_ids=[two.id])
    assert not workshop.board.collection("assets")
    workshop.undo("a")
    workshop.undo("a")
    assert workshop.board.cards[one.id].image in workshop.board.collection("assets")
    workshop.undo("a")
    assert not any((workshop.board.cards, workshop.board.collection("assets")))


@pytest.mark.parametrize(
    "wrong",
    [
        NewPicture(b"x", "image/png", 4_000, 100),
        NewPicture(b"x", "image/svg+xml", 100, 100),
        NewPicture(b"x", "image/png", 0, 100),
    ],
)
def test_a_picture_that_no_session_keeps_is_refused(wrong: NewPicture) -> None:
    workshop = Workshop()
    with pytest.raises(InvalidRecordError):
        add_picture_cards(workshop, origin="a", pictures=[PICTURE, wrong], manner=Manner(None))
    assert not workshop.board.cards


def test_a_copied_picture_comes_along_and_is_kept_once_on_its_own_board() -> None:
    workshop = Workshop()
    (card,) = add_picture_cards(workshop, origin="a", pictures=[PICTURE], manner=Manner(None))
    body = cards_json(workshop.board, {card.id})
    other = Workshop()
    for target, count in ((workshop, 1), (other, 1)):
        (made,) = paste_records(target, origin="a", records=records_on_clipboard(body), manner=Manner(None))
        assert isinstance(made, Card)
        assert made.image in target.board.collection("assets")
        assert len(target.board.collection("assets")) == count


def test_fingers_come_with_the_people_who_showed_them() -> None:
    source, target = Workshop(), Workshop()
    maja = add_participant(source, origin="a", name="Maja")
    card = add_card(source, origin="a", phase=Phase.DEFINE, text="We go on", kind=CardKind.DECISION)
    show_fist(source, origin="a", card_id=card.id, participant=maja.id, fingers=4)
    there = add_participant(target, origin="b", name="maja")
    records = records_on_clipboard(cards_json(source.board, [card.id]))
    [pasted] = paste_records(target, origin="b", records=records, manner=Manner(Phase.DEFINE, Point(0, 0)))
    assert [(fist.participant, fist.fingers) for fist in pasted.fists] == [(there.id, 4)]


def test_cards_of_people_who_were_taken_off_the_list_are_pasted_without_them() -> None:
    source, target = Workshop(), Workshop()
    maja = add_participant(source, origin="a", name="Maja")
    card = add_card(source, origin="a", phase=Phase.DEFINE, text="We go on", author=maja.id, owner=maja.id)
    remove_participant(source, origin="a", participant_id=maja.id)
    records = records_on_clipboard(cards_json(source.board, [card.id]))
    [pasted] = paste_records(target, origin="b", records=records, manner=Manner(Phase.DEFINE, Point(0, 0)))
    assert (pasted.author, pasted.owner, pasted.text) == (None, None, "We go on")
