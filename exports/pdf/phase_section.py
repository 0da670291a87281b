"""A section for each phase: its name and balance, a picture of what lies in it, and beside it its cards in short."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from exports.pdf.brief import brief_row, brief_rows, whole_rows
from exports.pdf.content import Content
from exports.pdf.page import Flow, Placed
from exports.pdf.pictures import phase_picture
from exports.pdf.rows import set_rows
from exports.pdf.typeset import EYEBROW, HEADING, QUIET, SMALL, Row, Style, cut_label, height_of, label
from workshop.model.cards import Card, Discipline
from workshop.model.diamonds import PHASE_GUIDES, Phase, diamond_of
from workshop.model.people import Role
from workshop.picture.board_plan import Balance, balance_bar
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight
from workshop.translation import _, ngettext

LEAST_PICTURE, MOST_PICTURE = 92.0, 232.0
_PICTURE_SHARE, _LYING_SHARE, _GAP = 0.4, 0.56, 14.0
"""The picture's share of the width, and on a lying sheet."""

_HEAD_HEIGHT = 65.0
_LARGER = (1.7, 1.5, 1.35, 1.2, 1.1, 1.0)
"""How much larger cards may be told on a lying sheet."""

_LEAST_ROW = 15.0
_CLOSE, _CLOSER = 0.62, 1.2
"""Points a board unit that a picture shows at most, and on a lying sheet."""

_BETWEEN = 24.0
"""The white between a phase and what stands above it."""

_EYEBROW_ROOM = 66.0
_CHIP = Style(7.5, weight=Weight.SEMIBOLD)
_ENOUGH, _FEW = 4, 0.2
"""From so many cards on, a discipline with less than this share of them counts as hardly heard."""


class _Column(NamedTuple):
    """The rows of cards to set below each other, the cards that found no room, and how much larger all is drawn."""

    rows: list[Row]
    left_over: list[Card]
    larger: float = 1.0


def set_phase(flow: Flow, content: Content, phase: Phase, done: Callable[[], None]) -> None:
    """Set a phase's section, whole where it fits on a page; `done` is called after each card.

    At the left what it is and its picture, at the right its cards in short; what has no room there follows below.
    """
    cards = content.sections[phase]
    inner = flow.paper.inner
    left = inner * (_LYING_SHARE if _is_lying(flow) else _PICTURE_SHARE)
    most = _HEAD_HEIGHT + _room_for_picture(flow)
    column = _column_of(content, cards, inner - left - _GAP, most, whole=_is_lying(flow))
    below = brief_rows(content, column.left_over, inner, flow.breathe, whole=_is_lying(flow))
    tall = most if _is_lying(flow) else max(height_of(column.rows), _HEAD_HEIGHT + LEAST_PICTURE)
    _begin(flow, tall, below)
    top = flow.y
    _head(flow, content, phase, left)
    _picture(flow, content, phase, left, top + tall - flow.y)
    _set_column(flow, column, left + _GAP, top)
    flow.y = top + tall + (_GAP if below else 0.0)
    for row in below:
        set_rows(flow, [row])
        flow.breathe()
    for _card in cards:
        done()


def set_parking_lot(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the cards that were put aside."""
    cards = content.sections[None]
    rows = brief_rows(content, cards, flow.paper.inner, flow.breathe, whole=_is_lying(flow))
    _begin(flow, _HEAD_HEIGHT, rows)
    flow.page.mark(_("Parking lot"), "parking-lot", flow.y - 8)
    width = flow.paper.inner
    words = _("SET ASIDE"), _("Parking lot"), _("cards on no phase, kept for later")
    _heading(flow, words, LIGHT.muted, width)
    _balance(flow, content.balance(None), width)
    if _is_lying(flow) and (large := _largest(content, cards, width, flow.room)):
        _set_column(flow, large, 0.0, flow.y)
        rows = []
    for row in rows:
        set_rows(flow, [row])
        flow.breathe()
    for _card in cards:
        done()


def voices(balance: Balance) -> str:
    """Whether both disciplines are heard in a phase; nothing where there are too few cards to tell."""
    if balance.total < _ENOUGH:
        return ""
    hardly = [
        tag
        for tag, count in (("CX", balance.cx + balance.joint), ("UX", balance.ux + balance.joint))
        if count < _FEW * balance.total
    ]
    return _("{side} is hardly heard").format(side=hardly[0]) if hardly else _("both voices are heard")


def _room_for_picture(flow: Flow) -> float:
    """How high a picture may be: on a lying sheet nearly all that the head leaves."""
    room = flow.paper.body - _HEAD_HEIGHT
    return room if _is_lying(flow) else min(MOST_PICTURE, room)


def _is_lying(flow: Flow) -> bool:
    return flow.paper.width > flow.paper.height


def _column_of(content: Content, cards: Sequence[Card], width: float, room: float, *, whole: bool) -> _Column:
    """The cards that fit beside a picture as high as it may be; with all their words, as large as they fit."""
    if whole and (large := _largest(content, cards, width, room)):
        return large
    rows: list[Row] = []
    left_over: list[Card] = []
    used = 0.0
    for place, card in enumerate(cards):
        told = whole_rows(content, card, width) if whole else [brief_row(content, card, width)]
        if used + height_of(told) <= room:
            rows += told
            used += height_of(told)
        elif whole and room - used > _LEAST_ROW:
            left_over.append(card)
        else:
            left_over += cards[place:]
            break
    return _Column(rows, left_over)


def _largest(content: Content, cards: Sequence[Card], width: float, room: float) -> _Column | None:
    """All the cards with all their words in the largest type that the room allows; None where they are too many."""
    if len(cards) * _LEAST_ROW > room:
        return None
    for larger in _LARGER:
        rows = [row for card in cards for row in whole_rows(content, card, width / larger)]
        if height_of(rows) * larger <= room:
            return _Column(rows, [], larger)
    return None


def _begin(flow: Flow, opening: float, below: Sequence[Row]) -> None:
    """Go on below what stands on the page, or on a new one.

    A section that fits on a page is not divided; of a longer one the heading, the picture and a row of cards
    stay together.
    """
    whole = opening + (_GAP + height_of(below) if below else 0.0)
    least = whole if whole <= flow.paper.body else opening + _GAP + height_of(below[:1])
    if _BETWEEN + least > flow.room:
        flow.turn()
    else:
        flow.y += _BETWEEN


def _head(flow: Flow, content: Content, phase: Phase, width: float) -> None:
    diamond = diamond_of(phase)
    eyebrow = f"{diamond.number} {_(diamond.name.value).upper()}"
    flow.page.mark(_(phase.value), f"phase-{phase.value}", flow.y - 8)
    _chips(flow, content, phase, width)
    ink = LIGHT.diamonds[diamond.name].ink
    _heading(flow, (eyebrow, _(phase.value), _(PHASE_GUIDES[phase].cue)), ink, width)
    _balance(flow, content.balance(phase), width)


def _heading(flow: Flow, words: tuple[str, str, str], ink: str, width: float) -> None:
    """The line above the name, the name, and the cue beside it."""
    eyebrow, name, cue = words
    title = label(0, 34, name, HEADING)
    x = title.width + 9
    shapes = (
        label(0, 6, eyebrow, EYEBROW.inked(ink)),
        title,
        cut_label(x, 34, cue, width - x, QUIET._replace(size=9.5)),
    )
    flow.put(shapes, 42)


def _chips(flow: Flow, content: Content, phase: Phase, width: float) -> None:
    """Who leads and who contributes, at the right of the line above the name."""
    x = flow.paper.margin + width
    said = [
        r for r in content.responsibilities if r.phase is phase and r.role in (Role.LEADS, Role.CONTRIBUTES)
    ]
    for entry in sorted(said, key=lambda r: list(Discipline).index(r.discipline), reverse=True):
        colours = LIGHT.disciplines[entry.discipline]
        words = f"{entry.discipline.tag} {_(entry.role.value) if entry.role else ''}"
        run = label(6, 9.4, words, _CHIP.inked(colours.ink))
        wide = run.width + 12
        x -= wide
        if x < flow.paper.margin + _EYEBROW_ROOM:
            break
        flow.page.put((Box(Rect(0, 0, wide, 14), colours.fill, None, 0, 7), run), x, flow.y - 4)
        x -= 4


def _balance(flow: Flow, balance: Balance, width: float) -> None:
    words = " — ".join(filter(None, (balance.words, voices(balance))))
    shapes: list[Shape] = balance_bar(Rect(0, 0, width, 4), balance, LIGHT)
    shapes.append(cut_label(0, 14.5, words, width, SMALL._replace(size=8)))
    flow.put(tuple(shapes), 23)


def _picture(flow: Flow, content: Content, phase: Phase, width: float, height: float) -> None:
    """The picture in its frame."""
    close = _CLOSER if _is_lying(flow) else _CLOSE
    shapes, part, scale = phase_picture(content, phase, (width, height), close, flow.breathe)
    left, top = flow.paper.margin, flow.y
    flow.page.put((Box(Rect(0, 0, width, height), LIGHT.ground, None, 0, 6),), left, top)
    x, y = left - part.x * scale, top - part.y * scale
    words = ngettext(
        "Where the {count} card of {phase} lie, as listed beside.",
        "Where the {count} cards of {phase} lie, as listed beside.",
        len(content.sections[phase]),
    ).format(count=len(content.sections[phase]), phase=_(phase.value))
    flow.page.placed.append(Placed(shapes, x, y, scale, clip=part, radius=6 / scale, alternative=words))
    flow.page.put((Box(Rect(0, 0, width, height), None, LIGHT.hairline, 0.6, 6),), left, top)


def _set_column(flow: Flow, column: _Column, x: float, y: float) -> None:
    left, larger = flow.paper.margin + x, column.larger
    for row in column.rows:
        flow.page.begin_part()
        flow.page.placed.append(Placed(row.shapes, left, y, larger))
        for jump in row.jumps:
            rect = Rect(*(larger * number for number in jump.rect)).moved(left, y)
            flow.page.jumps.append(jump._replace(rect=rect))
        y += row.height * larger
