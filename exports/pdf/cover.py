"""The cover: what the workshop was about, the three diamonds, the figures that matter, and who was there."""

from typing import NamedTuple

from exports.pdf.content import Content, balance_of
from exports.pdf.cover_people import people_by_discipline, set_people
from exports.pdf.cover_picture import height_of_diamonds, set_diamonds
from exports.pdf.days import day
from exports.pdf.figures import set_figures
from exports.pdf.logo import LOGO
from exports.pdf.page import Flow, Placed
from exports.pdf.typeset import QUIET, TITLE_SIZES, Style, dotted, lines_of, text_rows
from workshop.model.cards import CardKind, Discipline
from workshop.model.text import clean_line, clean_text
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Picture, Rect, Weight
from workshop.translation import _, counted, ngettext

TITLE_LINES, PURPOSE_LINES, SCOPE_LINES = 4, 4, 3
_LOGO_WIDTH, _LOGO_HEIGHT, _LOGO_FOOT = 130.0, 40.0, 64.0
_LOW, _TITLE_SHARE = 790.0, 0.075
"""Sheets up to this height have less white between the parts; and where the title begins, as a share of it."""

_FACTS = QUIET._replace(size=10)
_PART = Style(13, weight=Weight.SEMIBOLD)
_PURPOSE = Style(11.5, LIGHT.muted, leading=1.5)
_SCOPE = Style(9, LIGHT.muted, leading=1.5)


class _Share(NamedTuple):
    """How much of the usual white stands between the parts, and of the usual size of the picture."""

    white: float = 1.0
    picture: float = 1.0


_SHARES = (_Share(), _Share(0.6), _Share(0.6, 0.85), _Share(0.5, 0.7))
"""What the cover gives way by, step by step, of which the first is taken that leaves room below."""


def set_cover(flow: Flow, content: Content, below: float = 0.0) -> bool:
    """Set the cover on a page of its own; whether it shows all of what it is about.

    It gives way a little where only so this height is left `below` it.
    """
    fitting = (share for share in _SHARES if _leaves(flow, content, share, below))
    return _set(flow, content, next(fitting, _SHARES[0]))


def _leaves(flow: Flow, content: Content, share: _Share, below: float) -> bool:
    """Whether a cover with all that it is about leaves so much room; its picture is not drawn for that."""
    trial = Flow(flow.paper, breathe=flow.breathe)
    return _set(trial, content, share, drawn=False) and trial.room >= below


def _set(flow: Flow, content: Content, share: _Share, *, drawn: bool = True) -> bool:
    page = flow.turn()
    page.mark(_("Cover"), "cover", 0.0)
    _set_logo(flow, content)
    white = share.white * (1.0 if flow.paper.height > _LOW else 0.6)
    flow.y = flow.paper.height * _TITLE_SHARE
    whole = _opening(flow, content)
    flow.y = max(flow.y + 20 * white, 200.0 * white)
    flow.breathe()
    if drawn:
        set_diamonds(flow, content, share.picture)
    else:
        flow.y += height_of_diamonds(flow.paper, content, share.picture)
    flow.breathe()
    flow.y += 20 * white
    top = flow.y
    set_figures(flow, _figure_words(content))
    flow.y = max(flow.y, top + 62) + 16 * white
    return set_people(flow, content) and whole


def _set_logo(flow: Flow, content: Content) -> None:
    """The team's logo in the upper right corner, in the margin above the title."""
    if (logo := content.logo) is None:
        return
    scale = min(_LOGO_WIDTH / logo.width, _LOGO_HEIGHT / logo.height)
    width, height = logo.width * scale, logo.height * scale
    place = Rect(0, 0, logo.width, logo.height)
    left, top = flow.paper.right - width, _LOGO_FOOT - height
    flow.page.placed.append(Placed((Picture(place, LOGO),), left, top, scale))


def facts_line(content: Content) -> str:
    """What kind of meeting it was, when and where."""
    session = content.session
    facts = [_("Joint CX and UX workshop"), day(session.date), clean_line(session.place)]
    return dotted(facts)


def title_style(content: Content, width: float) -> Style:
    """The largest style in which the title takes no more lines than the cover has for it."""
    for size in TITLE_SIZES:
        style = Style(size, weight=Weight.BOLD, leading=1.16)
        most = 2 if size > TITLE_SIZES[-1] else TITLE_LINES
        if len(lines_of(content.title, width, style, most + 1)) <= most:
            return style
    return style


def _opening(flow: Flow, content: Content) -> bool:
    """The title with what stands around it; whether all of it found room."""
    width = flow.paper.inner
    session = content.session
    whole = _some_lines(flow, facts_line(content), width, _FACTS, 1)
    flow.y += 8
    whole &= _some_lines(flow, content.title, width, title_style(content, width), TITLE_LINES)
    if content.part:
        flow.y += 6
        _some_lines(flow, content.part, width, _PART, 1)
    flow.y += 10
    whole &= _some_lines(flow, clean_text(session.purpose).strip(), width * 0.8, _PURPOSE, PURPOSE_LINES)
    if scope := clean_text(session.scope).strip():
        flow.y += 5
        whole &= _some_lines(flow, _("Scope: {scope}").format(scope=scope), width * 0.8, _SCOPE, SCOPE_LINES)
    return whole


def _some_lines(flow: Flow, text: str, width: float, style: Style, most: int) -> bool:
    """Set the first lines of a text; whether there were no more."""
    if not text:
        return True
    for place, row in enumerate(text_rows(text, width, style, most=most)):
        flow.put(row.shapes, row.height, goes_on=place > 0)
    return len(lines_of(text, width, style, most + 1)) <= most


def _figure_words(content: Content) -> list[tuple[str, str]]:
    balance = balance_of(content.cards.values())
    decisions = content.of_kind(CardKind.DECISION)
    signed = sum(_signed_by_both(content, card.decided_by) for card in decisions)
    people = people_by_discipline(content)
    crowd = ", ".join(_crowd_words(side, len(found)) for side, found in people.items() if found)
    cards = ngettext("card: {sides}", "cards: {sides}", balance.total)
    joint = counted("{count} joint", "{count} joint", balance.joint)
    sides = f"{balance.cx} CX, {joint}, {balance.ux} UX"
    people_words = ngettext("person: {crowd}", "people: {crowd}", len(content.people))
    decided = ngettext(
        "decision on cards, {signed} signed by CX and UX",
        "decisions on cards, {signed} signed by CX and UX",
        len(decisions),
    )
    return [
        (str(balance.total), cards.format(sides=sides)),
        (str(len(content.links)), ngettext("link between them", "links between them", len(content.links))),
        (str(len(decisions)), decided.format(signed=signed) if decisions else _("decisions on cards")),
        (str(len(content.people)), people_words.format(crowd=crowd) if crowd else _("people")),
    ]


def _crowd_words(side: Discipline, count: int) -> str:
    if side is Discipline.JOINT:
        return counted("{count} joint or guest", "{count} joint or guest", count)
    return f"{count} {side.tag}"


def _signed_by_both(content: Content, signers: tuple[str, ...]) -> bool:
    disciplines = {person.discipline for person in content.people if person.id in signers}
    disciplines |= {one.discipline for one in content.session.former if one.participant in signers}
    return {Discipline.CX, Discipline.UX} <= disciplines
