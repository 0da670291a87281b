"""What a frame shows: its rectangle on the board and its cards, and the phases where nobody has made frames."""

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from workshop.board.board import Board
from workshop.board.threads import threads_of
from workshop.facilitation.parts import Screen, ViewPart, has_small_words, parts_of, zoom_for
from workshop.method.records import records_of
from workshop.model.cards import Card
from workshop.model.diamonds import Phase
from workshop.model.facilitation import Corner, Frame, FrameKind
from workshop.picture.geometry import BoardLayout
from workshop.picture.plan import Point, Rect
from workshop.visibility import Sight, Visible

_AROUND = 40.0
"""Board units shown around the cards of a group or a thread."""

UNNAMED, _TURNED, _PARKING = "Frame without a name", "Thread", "Parking lot"


def frames_of(board: Board) -> list[Frame]:
    """The frames in their order."""
    return sorted(records_of(board, Frame).values(), key=lambda frame: frame.order)


def frame_seen(frame: Frame, visible: Visible) -> Frame:
    """A frame as a viewer may see it: that of a thread often bears the words of its root, which may lie turned."""
    root = visible.board.cards.get(frame.root or "") if frame.kind is FrameKind.THREAD else None
    turned = root is not None and visible.sight(root) is not Sight.FULL
    return replace(frame, name=_TURNED) if turned else frame


def frames_to_walk(visible: Visible) -> list[Frame]:
    """The frames in their order; where there are none, one for each phase that holds cards."""
    board = visible.board
    if frames := frames_of(board):
        return [frame_seen(frame, visible) for frame in frames]
    used = {card.phase for card in board.cards.values()}
    return [
        Frame(id=f"phase {phase.value}", name=phase.value, order=order, kind=FrameKind.PHASE, phase=phase)
        for order, phase in enumerate(Phase)
        if phase in used
    ]


def frame_parts(frame: Frame, visible: Visible, layout: BoardLayout, screen: Screen) -> tuple[ViewPart, ...]:
    """What to show of a frame, piece by piece; nothing when what it showed is gone.

    A region that cannot be read is shown phase by phase, but one so far away that cards are faces without words, as
    the whole board often is, as it was framed: who framed it wanted just that view.
    """
    cards = _cards_of(frame, visible, layout)
    rect = _rect_of(frame, cards, layout)
    if rect is None:
        return ()
    if frame.kind is FrameKind.REGION:
        return _parts_of_region(visible, layout, cards, rect, screen)
    in_order = frame.kind is FrameKind.THREAD
    return parts_of(visible, layout, cards, whole=rect, screen=screen, in_order=in_order)


def whole_of(frame: Frame, visible: Visible, layout: BoardLayout) -> Rect | None:
    """The board rectangle of all that a frame shows; None when that is gone."""
    return _rect_of(frame, _cards_of(frame, visible, layout), layout)


def cards_within(board: Board, layout: BoardLayout, rect: Rect) -> list[Card]:
    """The cards whose middles lie in a board rectangle, in the board's order."""
    middles = ((card, layout.rect_of(card).centre) for card in board.cards.values())
    return [card for card, middle in middles if rect.contains(Rect(*middle, 0.0, 0.0))]


def region_around(rect: Rect, layout: BoardLayout) -> tuple[Corner, Corner]:
    """The corners of a board rectangle, each local to the phase in which it lies."""
    return (
        _corner(Point(rect.x, rect.y), layout),
        _corner(Point(rect.right, rect.bottom), layout),
    )


def _corner(point: Point, layout: BoardLayout) -> Corner:
    phase = layout.phase_at(point)
    origin = layout.origin(phase)
    return Corner(phase=phase, x=round(point.x - origin.x, 2), y=round(point.y - origin.y, 2))


def _rect_of(frame: Frame, cards: Sequence[Card], layout: BoardLayout) -> Rect | None:
    if frame.kind is FrameKind.PHASE:
        return layout.columns[frame.phase] if frame.phase is not None else layout.parking
    if frame.kind is FrameKind.REGION:
        return _region(frame, layout)
    return _around(cards, layout) if cards else None


def _around(cards: Sequence[Card], layout: BoardLayout) -> Rect:
    around = layout.rect_of(cards[0])
    for card in cards[1:]:
        around = around.united(layout.rect_of(card))
    return around.grown(_AROUND)


def _parts_of_region(
    visible: Visible, layout: BoardLayout, cards: Sequence[Card], rect: Rect, screen: Screen
) -> tuple[ViewPart, ...]:
    """The region as it was framed, or its phases one after the other, each as it is presented."""
    if not has_small_words(visible, cards, zoom_for(rect, screen), screen):
        return (ViewPart("", rect),)
    by_phase = [[card for card in cards if card.phase is phase] for phase in (*Phase, None)]
    phases = [some for some in by_phase if some]
    found: list[ViewPart] = []
    for some in phases:
        parts = parts_of(visible, layout, some, whole=_around(some, layout), screen=screen)
        name = some[0].phase.value if some[0].phase is not None else _PARKING
        named = (replace(part, title=f"{name} · {part.title}".removesuffix(" · ")) for part in parts)
        found.extend(named if len(phases) > 1 else parts)
    return tuple(found)


def _region(frame: Frame, layout: BoardLayout) -> Rect | None:
    if frame.top_left is None or frame.bottom_right is None:
        return None
    left, right = (_point(corner, layout) for corner in (frame.top_left, frame.bottom_right))
    x, y = min(left.x, right.x), min(left.y, right.y)
    return Rect(x, y, max(abs(right.x - left.x), 1.0), max(abs(right.y - left.y), 1.0))


def _point(corner: Corner, layout: BoardLayout) -> Point:
    origin = layout.origin(corner.phase)
    return Point(origin.x + corner.x, origin.y + corner.y)


def _cards_of(frame: Frame, visible: Visible, layout: BoardLayout) -> list[Card]:
    board = visible.board
    if frame.kind is FrameKind.PHASE:
        return list(board.cards_in(frame.phase).values())
    if frame.kind is FrameKind.GROUP:
        return [card for card in board.cards.values() if card.group == frame.group]
    if frame.kind is FrameKind.THREAD:
        return list(_thread(frame, visible))
    return cards_within(board, layout, region) if (region := _region(frame, layout)) is not None else []


def _thread(frame: Frame, visible: Visible) -> Iterator[Card]:
    """The cards of the root's thread, in order; the root alone when it begins none any more."""
    board = visible.board
    thread = next((one for one in threads_of(visible) if one.root == frame.root), None)
    for card in thread.cards if thread is not None else (frame.root or "",):
        if card in board.cards:
            yield board.cards[card]
