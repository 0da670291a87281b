"""Whose scores a viewer may see, for any tension and any viewer."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.workshop.strategies import IDS, records
from workshop.board.board import Board
from workshop.model.cards import Card
from workshop.model.tensions import Impact, Position, Tension
from workshop.visibility import ARCHIVE, PAPER, ROOM, Viewer, ViewerKind, visible_to

VIEWERS = st.builds(Viewer, st.sampled_from(ViewerKind), st.none() | IDS)


def impacts(tension: Tension) -> list[Impact]:
    return [impact for position in tension.positions for impact in position.impacts]


@given(records(Tension), VIEWERS)
def test_secret_scores_are_seen_by_those_who_gave_them_and_in_the_archive(
    tension: Tension, viewer: Viewer
) -> None:
    seen = visible_to(viewer, Board()).tension(tension)
    mine = [impact for impact in impacts(tension) if impact.by is not None and impact.by == viewer.participant]
    if not tension.secret or viewer.kind is ViewerKind.ARCHIVE:
        assert seen == tension
    elif viewer.kind is ViewerKind.PARTICIPANT:
        assert impacts(seen) == mine
    else:
        assert impacts(seen) == []
    assert replace(seen, positions=()) == replace(tension, positions=())
    assert [position.card for position in seen.positions] == [position.card for position in tension.positions]


def test_a_tension_with_a_hidden_card_stays_in_the_room() -> None:
    tension = Tension(id="t", positions=(Position(card="a"), Position(card="b"), Position(card="gone")))
    board = Board([Card(id="a", author="jo", hidden=True), Card(id="b"), tension])
    seen = {viewer: list(visible_to(viewer, board).tensions()) for viewer in (ROOM, PAPER, ARCHIVE)}
    assert seen == {ROOM: [tension], PAPER: [], ARCHIVE: [tension]}
    assert list(visible_to(Viewer(ViewerKind.PARTICIPANT, "jo"), board).tensions()) == [tension]
    assert list(visible_to(Viewer(ViewerKind.PARTICIPANT, "maja"), board).tensions()) == []
