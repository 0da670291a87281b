"""Boards for the canvas's kernels, and random changes of them."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from workshop.board.board import Board
from workshop.changes.change_set import ChangeSet
from workshop.commands.cards import add_card, change_cards, move_cards, remove_cards
from workshop.commands.groups import assign_to_group, change_group, group_cards
from workshop.commands.links import add_link, change_link, remove_links
from workshop.errors import WorkshopError
from workshop.model.cards import Card, Discipline, Place
from workshop.model.diamonds import Phase
from workshop.model.links import Link, LinkKind
from workshop.workshop import Workshop

Step = Callable[[Workshop], object]

_PLACES = st.builds(
    Place,
    st.sampled_from([Phase.DISCOVER, Phase.DEFINE, Phase.EXPLORE, None]),
    st.integers(0, 900).map(float),
    st.integers(-500, 500).map(float),
)
_WHICH = st.integers(0, 30)


def small_board(*, layered: bool = False) -> Board:
    """Eight cards over three phases and the parking lot, linked, two of them twice, one hidden, one on top."""
    phases = (
        Phase.DISCOVER,
        Phase.DISCOVER,
        Phase.DEFINE,
        Phase.DEFINE,
        Phase.EXPLORE,
        Phase.EXPLORE,
        None,
        None,
    )
    cards = [
        Card(
            id=f"c{index}",
            text=f"Card number {index} " * (index + 1),
            phase=phase,
            x=60.0 + 260 * (index % 2),
            y=-160.0 + 170 * (index % 3) if phase else 20.0,
            discipline=list(Discipline)[index % 3],
            hidden=index == 5,
            layer=int(index == 2 and layered),
        )
        for index, phase in enumerate(phases)
    ]
    ends = ((0, 1), (1, 0), (1, 2), (2, 3), (0, 4), (4, 5), (6, 7), (3, 6))
    kinds = list(LinkKind)
    links = [
        Link(id=f"l{index}", source=f"c{a}", target=f"c{b}", kind=kinds[index % len(kinds)])
        for index, (a, b) in enumerate(ends)
    ]
    return Board([*cards, *links])


def steps() -> SearchStrategy[list[Step]]:
    """Some changes in a row; those that a rule forbids do nothing."""
    return st.lists(
        st.one_of(
            st.builds(_adding, _PLACES, st.sampled_from(Discipline), st.sampled_from([0, 0, 0, 1, -2])),
            st.builds(_moving, _WHICH, _PLACES),
            st.builds(_changing, _WHICH, st.sampled_from(_FIELDS)),
            st.builds(_removing, st.lists(_WHICH, min_size=1, max_size=3)),
            st.builds(_linking, _WHICH, _WHICH, st.sampled_from(LinkKind)),
            st.builds(_unlinking, _WHICH),
            st.builds(_grouping, st.lists(_WHICH, min_size=1, max_size=3)),
            st.builds(_ungrouping, st.lists(_WHICH, min_size=1, max_size=3)),
            st.builds(_changing_group, _WHICH, st.sampled_from(_GROUP_FIELDS)),
            st.builds(_relinking, _WHICH, st.sampled_from(LinkKind)),
            st.sampled_from(
                [lambda workshop: workshop.undo("window"), lambda workshop: workshop.redo("window")]
            ),
        ),
        max_size=8,
    )


def followed(workshop: Workshop, steps: list[Step], listener: Callable[[ChangeSet], object]) -> None:
    """Take the steps, the listener being told of each change."""
    stop = workshop.listen(lambda change_set, _origin: listener(change_set))
    for step in steps:
        try:
            step(workshop)
        except WorkshopError:
            continue
    stop()


_FIELDS = (
    {"text": "Another text, rather longer than it was before " * 3},
    {"text": ""},
    {"hidden": True},
    {"hidden": False},
    {"layer": 2},
    {"layer": 0},
    {"discipline": Discipline.UX},
    {"w": 300.0},
)


_GROUP_FIELDS = ({"folded": True}, {"folded": False}, {"name": "Another name"}, {"colour": "rose"})


def _adding(place: Place, discipline: Discipline, layer: int) -> Step:
    return lambda workshop: add_card(
        workshop,
        origin="window",
        phase=place.phase,
        near=(place.x, place.y),
        discipline=discipline,
        layer=layer,
    )


def _moving(which: int, place: Place) -> Step:
    return lambda workshop: move_cards(workshop, origin="window", places={_card(workshop, which): place})


def _changing(which: int, fields: dict[str, object]) -> Step:
    return lambda workshop: change_cards(workshop, origin="window", card_ids=[_card(workshop, which)], **fields)


def _removing(which: list[int]) -> Step:
    return lambda workshop: remove_cards(
        workshop, origin="window", card_ids={_card(workshop, number) for number in which}
    )


def _linking(source: int, target: int, kind: LinkKind) -> Step:
    return lambda workshop: add_link(
        workshop, origin="window", source=_card(workshop, source), target=_card(workshop, target), kind=kind
    )


def _unlinking(which: int) -> Step:
    return lambda workshop: remove_links(workshop, origin="window", link_ids=[_link(workshop, which)])


def _relinking(which: int, kind: LinkKind) -> Step:
    return lambda workshop: change_link(
        workshop, origin="window", link_id=_link(workshop, which), kind=kind, reverse=True
    )


def _grouping(which: list[int]) -> Step:
    return lambda workshop: group_cards(
        workshop, origin="window", card_ids={_card(workshop, number) for number in which}, name="Bills"
    )


def _ungrouping(which: list[int]) -> Step:
    return lambda workshop: assign_to_group(
        workshop, origin="window", card_ids={_card(workshop, number) for number in which}, group_id=None
    )


def _changing_group(which: int, fields: dict[str, Any]) -> Step:
    return lambda workshop: change_group(workshop, origin="window", group_id=_group(workshop, which), **fields)


def _group(workshop: Workshop, which: int) -> str:
    ids = list(workshop.board.groups)
    return ids[which % len(ids)] if ids else "none"


def _card(workshop: Workshop, which: int) -> str:
    ids = list(workshop.board.cards)
    return ids[which % len(ids)] if ids else "none"


def _link(workshop: Workshop, which: int) -> str:
    ids = list(workshop.board.links)
    return ids[which % len(ids)] if ids else "none"
