"""A section for each phase: its name and balance, a picture of what lies in it, and its cards in full."""

from collections.abc import Callable

from exports.pdf.card_grid import COLUMNS, TALLEST, Block, CardGrid, blocks_of, height_together
from exports.pdf.content import Content
from exports.pdf.page import SECTION_GAP, Flow, Placed
from exports.pdf.pictures import phase_picture
from exports.pdf.typeset import EYEBROW, HEADING, QUIET, SMALL, Style, label
from workshop.model.cards import Discipline
from workshop.model.diamonds import PHASE_GUIDES, Phase, diamond_of
from workshop.model.people import Role
from workshop.picture.board_plan import Balance, balance_bar
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight

PICTURE_HEIGHT, LEAST_PICTURE = 268.0, 130.0
_HEAD_HEIGHT, _UNDER_PICTURE = 78.0, 14.0
_CHIP = Style(7.5, weight=Weight.SEMIBOLD)
_ENOUGH, _FEW = 4, 0.2
"""From so many cards on, a discipline with less than this share of them counts as hardly heard."""


def set_phase(flow: Flow, content: Content, phase: Phase, done: Callable[[], None]) -> None:
    """Set a phase's section, on a new page unless a good part fits below; `done` is called after each card."""
    blocks = blocks_of(content, content.sections[phase], flow.paper, done)
    _begin(flow, LEAST_PICTURE + _UNDER_PICTURE, blocks)
    diamond = diamond_of(phase)
    eyebrow = f"{diamond.number} {diamond.name.value.upper()}"
    flow.page.mark(phase.value, f"phase-{phase.value}", flow.y - 8)
    _heading(flow, eyebrow, phase.value, PHASE_GUIDES[phase].cue, LIGHT.diamonds[diamond.name].ink)
    _chips(flow, content, phase)
    _balance(flow, content.balance(phase))
    _picture(flow, content, phase, _picture_height(flow, blocks))
    CardGrid(flow, content).set(blocks)


def set_parking_lot(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the cards that were put aside."""
    blocks = blocks_of(content, content.sections[None], flow.paper, done)
    _begin(flow, 0.0, blocks)
    flow.page.mark("Parking lot", "parking-lot", flow.y - 8)
    _heading(flow, "SET ASIDE", "Parking lot", "cards on no phase, kept for later", LIGHT.muted)
    _balance(flow, content.balance(None))
    CardGrid(flow, content).set(blocks)


def _begin(flow: Flow, picture: float, blocks: list[Block]) -> None:
    """Go on below what stands on the page, or on a new one.

    A section that fits on a page is not divided; of a longer one the heading, the picture and a row of cards
    stay together.
    """
    head = _HEAD_HEIGHT + picture
    whole = head + height_together(blocks)
    least = whole if whole <= flow.paper.body else head + _first_row(blocks)
    if flow.y + SECTION_GAP + least > flow.paper.floor:
        flow.turn()
    else:
        flow.y += SECTION_GAP


def _first_row(blocks: list[Block]) -> float:
    return max(block.height for block in blocks[:COLUMNS]) if blocks[0].height < TALLEST else TALLEST


def _picture_height(flow: Flow, blocks: list[Block]) -> float:
    """As much as the cards leave on this page, within limits; the most where they go on over the next."""
    left = flow.room - _UNDER_PICTURE
    beside_all = left - height_together(blocks)
    most = beside_all if beside_all >= LEAST_PICTURE else left - _first_row(blocks)
    return max(min(most, PICTURE_HEIGHT), 1.0)


def voices(balance: Balance) -> str:
    """Whether both disciplines are heard in a phase; nothing where there are too few cards to tell."""
    if balance.total < _ENOUGH:
        return ""
    hardly = [
        tag
        for tag, count in (("CX", balance.cx + balance.joint), ("UX", balance.ux + balance.joint))
        if count < _FEW * balance.total
    ]
    return f"{hardly[0]} is hardly heard" if hardly else "both voices are heard"


def _heading(flow: Flow, eyebrow: str, name: str, cue: str, ink: str) -> None:
    title = label(0, 34, name, HEADING)
    shapes = (
        label(0, 6, eyebrow, EYEBROW.inked(ink)),
        title,
        label(title.width + 10, 34, cue, QUIET._replace(size=10.5)),
    )
    flow.put(shapes, 46)


def _chips(flow: Flow, content: Content, phase: Phase) -> None:
    """Who leads and who contributes, at the right of the heading."""
    x = flow.paper.right
    said = [
        r for r in content.responsibilities if r.phase is phase and r.role in (Role.LEADS, Role.CONTRIBUTES)
    ]
    for entry in sorted(said, key=lambda r: list(Discipline).index(r.discipline), reverse=True):
        colours = LIGHT.disciplines[entry.discipline]
        run = label(
            8,
            10.6,
            f"{entry.discipline.tag} {entry.role.value if entry.role else ''}",
            _CHIP.inked(colours.ink),
        )
        width = run.width + 16
        x -= width
        flow.page.put((Box(Rect(0, 0, width, 16), colours.fill, None, 0, 8), run), x, flow.y - 23)
        x -= 5


def _balance(flow: Flow, balance: Balance) -> None:
    numbers = f"{balance.cx} CX · {balance.joint} joint · {balance.ux} UX"
    words = " — ".join(filter(None, (numbers, voices(balance))))
    shapes: list[Shape] = balance_bar(Rect(0, 0, flow.paper.inner, 5), balance, LIGHT)
    shapes.append(label(0, 17, words, SMALL._replace(size=8)))
    flow.put(tuple(shapes), 32)


def _picture(flow: Flow, content: Content, phase: Phase, most: float) -> None:
    """The picture, framed, as high as its cards need."""
    width = flow.paper.inner
    shapes, part, scale = phase_picture(content, phase, width, most)
    height = part.h * scale
    frame = Box(Rect(0, 0, width, height), LIGHT.ground, None, 0, 6)
    flow.page.put((frame,), flow.paper.margin, flow.y)
    x, y = flow.paper.margin - part.x * scale, flow.y - part.y * scale
    flow.page.placed.append(Placed(shapes, x, y, scale, clip=part, radius=6 / scale))
    flow.page.put((Box(Rect(0, 0, width, height), None, LIGHT.hairline, 0.6, 6),), flow.paper.margin, flow.y)
    flow.y += height + _UNDER_PICTURE
