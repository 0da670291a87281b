"""The head of a phase: its name, who leads, the balance of disciplines, and a picture of what lies in it."""

from exports.pdf.content import Content
from exports.pdf.page import Flow, Placed
from exports.pdf.pictures import phase_picture
from exports.pdf.typeset import EYEBROW, HEADING, QUIET, SMALL, Style, cut_label, label
from workshop.model.cards import Discipline
from workshop.model.diamonds import PHASE_GUIDES, Phase, diamond_of
from workshop.model.people import Responsibility, Role
from workshop.picture.board_plan import Balance, balance_bar
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect, Shape, Weight
from workshop.translation import _, ngettext

HEAD_HEIGHT = 65.0
"""The height of a head."""

_EYEBROW_ROOM = 66.0
_CHIP = Style(7.5, weight=Weight.SEMIBOLD)
_ENOUGH, _FEW = 4, 0.2
"""From so many cards on, a discipline with less than this share of them counts as hardly heard."""


def set_phase_head(flow: Flow, content: Content, phase: Phase, width: float) -> None:
    """The head of a phase, which the outline lists."""
    diamond = diamond_of(phase)
    eyebrow = f"{diamond.number} {_(diamond.name.value).upper()}"
    flow.page.mark(_(phase.value), f"phase-{phase.value}", flow.y - 8)
    _set_chips(flow, content, phase, width)
    ink = LIGHT.diamonds[diamond.name].ink
    _set_heading(flow, (eyebrow, _(phase.value), _(PHASE_GUIDES[phase].cue)), ink, width)
    _set_balance(flow, content.balance(phase), width)


def set_lot_head(flow: Flow, content: Content, width: float) -> None:
    """The head of the parking lot, which the outline lists."""
    flow.page.mark(_("Parking lot"), "parking-lot", flow.y - 8)
    words = _("SET ASIDE"), _("Parking lot"), _("cards on no phase, kept for later")
    _set_heading(flow, words, LIGHT.muted, width)
    _set_balance(flow, content.balance(None), width)


def set_phase_picture(
    flow: Flow, content: Content, phase: Phase, size: tuple[float, float], close: float
) -> None:
    """Where the cards of a phase lie, in a frame of this width and height, at so many points a board unit at most."""
    shapes, part, scale = phase_picture(content, phase, size, close, flow.breathe)
    frame, left, top = Rect(0, 0, *size), flow.paper.margin, flow.y
    flow.page.put((Box(frame, LIGHT.ground, None, 0, 6),), left, top)
    x, y = left - part.x * scale, top - part.y * scale
    count = len(content.sections[phase])
    words = ngettext(
        "Where the {count} card of {phase} lies; it is listed with this picture.",
        "Where the {count} cards of {phase} lie; they are listed with this picture.",
        count,
    ).format(count=count, phase=_(phase.value))
    flow.page.placed.append(Placed(shapes, x, y, scale, clip=part, radius=6 / scale, alternative=words))
    flow.page.put((Box(frame, None, LIGHT.hairline, 0.6, 6),), left, top)


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


def _set_heading(flow: Flow, words: tuple[str, str, str], ink: str, width: float) -> None:
    """The line above the name, the name, and beside it the cue where it has room in full."""
    eyebrow, name, cue = words
    title = label(0, 34, name, HEADING)
    x = title.width + 9
    told = label(x, 34, cue, QUIET._replace(size=9.5))
    shapes = (label(0, 6, eyebrow, EYEBROW.inked(ink)), title, told)
    flow.put(shapes if x + told.width <= width else shapes[:2], 42)


def _set_chips(flow: Flow, content: Content, phase: Phase, width: float) -> None:
    """Who leads and who contributes, at the right of the line above the name."""
    x = flow.paper.margin + width
    for entry in sorted(
        _said(content, phase), key=lambda r: list(Discipline).index(r.discipline), reverse=True
    ):
        colours = LIGHT.disciplines[entry.discipline]
        words = f"{entry.discipline.tag} {_(entry.role.value) if entry.role else ''}"
        run = label(6, 9.4, words, _CHIP.inked(colours.ink))
        wide = run.width + 12
        x -= wide
        if x < flow.paper.margin + _EYEBROW_ROOM:
            break
        flow.page.put((Box(Rect(0, 0, wide, 14), colours.fill, None, 0, 7), run), x, flow.y - 4)
        x -= 4


def _said(content: Content, phase: Phase) -> list[Responsibility]:
    roles = (Role.LEADS, Role.CONTRIBUTES)
    return [one for one in content.responsibilities if one.phase is phase and one.role in roles]


def _set_balance(flow: Flow, balance: Balance, width: float) -> None:
    words = " — ".join(filter(None, (balance.words, voices(balance))))
    shapes: list[Shape] = balance_bar(Rect(0, 0, width, 4), balance, LIGHT)
    shapes.append(cut_label(0, 14.5, words, width, SMALL._replace(size=8)))
    flow.put(tuple(shapes), 23)
