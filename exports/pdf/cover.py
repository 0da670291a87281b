"""The cover: what the workshop was about, who was there, the three diamonds, and the figures that matter."""

from itertools import pairwise

from exports.pdf.card_block import day
from exports.pdf.content import Content, balance_of
from exports.pdf.page import Flow, Placed
from exports.pdf.pictures import diamonds, faces, links
from exports.pdf.typeset import (
    EYEBROW,
    QUIET,
    SMALL,
    TITLE_SIZES,
    Style,
    cut_label,
    height_of,
    label,
    lines_of,
    text_rows,
)
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import DIAMONDS, Diamond, diamond_of
from workshop.model.text import clean_line, clean_text
from workshop.picture.board_plan import balance_bar, centred
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Dot, Point, Rect, Shape, Stroke, Weight

PICTURE_HEIGHT = 216.0
TITLE_LINES, PURPOSE_LINES, MOST_PEOPLE = 4, 4, 9
_PURPOSE = Style(11.5, LIGHT.muted, leading=1.5)
_FIGURE = Style(24, weight=Weight.BOLD)
_FIGURE_WORDS = Style(8.5, leading=1.4)
_PERSON = Style(8.5, leading=1.5)
_TITLE_ROOM, _PHASE_ROOM = 100.0, 50.0
_GUESTS = "Both, and guests"


def set_cover(flow: Flow, content: Content) -> None:
    """Set the cover on a page of its own."""
    page = flow.turn()
    page.mark("Cover", "cover", 0.0)
    flow.y = 84.0
    _title(flow, content)
    flow.y = max(flow.y, 222.0)
    _picture(flow, content)
    flow.y += 26
    _figures(flow, content)
    flow.y += 24
    _people(flow, content)


def title_style(content: Content, width: float) -> Style:
    """The largest style in which the title takes no more lines than the cover has for it."""
    for size in TITLE_SIZES:
        style = Style(size, weight=Weight.BOLD, leading=1.16)
        most = 2 if size > TITLE_SIZES[-1] else TITLE_LINES
        if len(lines_of(content.title, width, style, most + 1)) <= most:
            return style
    return style


def is_cut(content: Content, width: float) -> bool:
    """Whether the cover has no room for all of the title, the purpose or the people."""
    title = lines_of(content.title, width, title_style(content, width), TITLE_LINES + 1)
    purpose = lines_of(clean_text(content.session.purpose), width * 0.8, _PURPOSE, PURPOSE_LINES + 1)
    crowd = max(len(names) for names in people_by_discipline(content).values())
    return len(title) > TITLE_LINES or len(purpose) > PURPOSE_LINES or crowd > MOST_PEOPLE


def people_by_discipline(content: Content) -> dict[Discipline, list[str]]:
    """Names, with roles where they are known."""
    groups: dict[Discipline, list[str]] = {Discipline.CX: [], Discipline.UX: [], Discipline.JOINT: []}
    for person in content.people:
        groups[person.discipline].append(
            ", ".join(filter(None, (clean_line(person.name), clean_line(person.role))))
        )
    return groups


def _title(flow: Flow, content: Content) -> None:
    session = content.session
    about = ["Joint CX and UX workshop", day(session.date), clean_line(session.place)]
    line = cut_label(0, 10, " · ".join(filter(None, about)), flow.paper.inner, QUIET._replace(size=10))
    flow.put((line,), 22)
    width = flow.paper.inner
    for row in text_rows(content.title, width, title_style(content, width), most=TITLE_LINES):
        flow.put(row.shapes, row.height)
    flow.y += 10
    if session.purpose.strip():
        for row in text_rows(clean_text(session.purpose), width * 0.8, _PURPOSE, most=PURPOSE_LINES):
            flow.put(row.shapes, row.height)
    flow.y += 24


def _picture(flow: Flow, content: Content) -> None:
    """The three diamonds at one scale on one axis, a title over and the figures under each."""
    frames = content.layout.diamonds.values()
    around = next(iter(frames)).rect
    for frame in frames:
        around = around.united(frame.rect)
    scale = min(flow.paper.inner / around.w, PICTURE_HEIGHT / around.h)
    left = flow.paper.margin + (flow.paper.inner - around.w * scale) / 2 - around.x * scale
    top = flow.y + 36 - around.y * scale
    on_board = [card for card in content.cards.values() if card.phase is not None]
    shown = [link for link in content.links if _both_on_board(content, link.source, link.target)]
    width = 0.36 / scale
    shapes = [
        *_fine(diamonds(content), 0.9 / scale),
        *links(content, shown, width),
        *faces(content, on_board, scale),
    ]
    flow.page.placed.append(Placed(shapes, left, top, scale))
    middles = _spread([left + frame.top.x * scale for frame in frames], _TITLE_ROOM, flow)
    for diamond, middle in zip(DIAMONDS, middles, strict=True):
        over = top + content.layout.diamonds[diamond.name].rect.y * scale
        flow.page.put(_over_diamond(content, diamond, middle), 0, over)
    flow.y = top + around.bottom * scale + 18
    _phase_strip(flow, content, left, scale)


def _over_diamond(content: Content, diamond: Diamond, middle: float) -> list[Shape]:
    """A diamond's name and its numbers of cards and links."""
    cards = content.in_diamond(diamond.name)
    inside = {card.id for card in cards}
    count = sum(link.source in inside or link.target in inside for link in content.links)
    ink = LIGHT.diamonds[diamond.name].ink
    words = f"{_counted(len(cards), 'card')} · {_counted(count, 'link')}"
    return [
        centred(middle, -22, f"{diamond.number} {diamond.name.value.upper()}", 8.5, ink, Weight.BOLD, 1.3),
        centred(middle, -10, words, 7.5, LIGHT.muted),
    ]


def _phase_strip(flow: Flow, content: Content, left: float, scale: float) -> None:
    """Under the diamonds each phase's name, its bar of disciplines, and its number of cards."""
    columns = content.layout.columns
    middles = _spread(
        [left + (column.x + column.w / 2) * scale for column in columns.values()], _PHASE_ROOM, flow
    )
    width = min(b - a for a, b in pairwise(middles)) - 8
    for phase, middle in zip(columns, middles, strict=True):
        balance = content.balance(phase)
        ink = LIGHT.diamonds[diamond_of(phase).name].ink
        shapes: list[Shape] = [centred(middle, 8, phase.value, 7.5, ink, Weight.SEMIBOLD)]
        shapes += balance_bar(Rect(middle - width / 2, 14, width, 3), balance, LIGHT)
        shapes.append(centred(middle, 27, _counted(balance.total, "card"), 7, LIGHT.muted))
        flow.page.put(shapes, 0, flow.y)
    flow.y += 30


def _spread(middles: list[float], room: float, flow: Flow) -> list[float]:
    """The middles as they are where words have room around each, else even ones over the width of the page."""
    paper = flow.paper
    apart = all(b - a >= room for a, b in pairwise(middles))
    if apart and middles[0] - room / 2 >= paper.margin and middles[-1] + room / 2 <= paper.right:
        return middles
    step = paper.inner / len(middles)
    return [paper.margin + (place + 0.5) * step for place in range(len(middles))]


def _fine(shapes: list[Shape], width: float) -> list[Shape]:
    """Lines of the ground as thin as paper wants them."""
    return [
        Stroke(
            s.points,
            s.stroke,
            width if s.closed else width * 0.7,
            tuple(2 * width for _ in s.dash),
            s.fill,
            s.closed,
        )
        if isinstance(s, Stroke)
        else s
        for s in shapes
    ]


def _both_on_board(content: Content, source: str, target: str) -> bool:
    return content.cards[source].phase is not None and content.cards[target].phase is not None


def _figures(flow: Flow, content: Content) -> None:
    figures = _figure_words(content)
    gap = 14.0
    width = (flow.paper.inner - gap * (len(figures) - 1)) / len(figures)
    for place, (figure, words) in enumerate(figures):
        x = flow.paper.margin + place * (width + gap)
        shapes: list[Shape] = [Box(Rect(0, 0, width, 1.4), LIGHT.ink), label(0, 31, figure, _FIGURE)]
        flow.page.put(shapes, x, flow.y)
        y = flow.y + 38
        for row in text_rows(words, width, _FIGURE_WORDS):
            flow.page.put(row.shapes, x, y)
            y += row.height
    flow.y += 66


def _figure_words(content: Content) -> list[tuple[str, str]]:
    balance = balance_of(content.cards.values())
    decisions = content.of_kind(CardKind.DECISION)
    signed = sum(_signed_by_both(content, card.decided_by) for card in decisions)
    people = people_by_discipline(content)
    crowd = [
        f"{len(people[d])} {d.tag if d is not Discipline.JOINT else 'joint or guest'}"
        for d in people
        if people[d]
    ]
    return [
        (str(balance.total), f"cards: {balance.cx} CX, {balance.joint} joint, {balance.ux} UX"),
        (str(len(content.links)), "link between them" if len(content.links) == 1 else "links between them"),
        (str(len(decisions)), f"{_noun(len(decisions), 'decision')}, {signed} signed by CX and UX"),
        (str(len(content.people)), ": ".join(filter(None, ("people", ", ".join(crowd))))),
    ]


def _signed_by_both(content: Content, signers: tuple[str, ...]) -> bool:
    disciplines = {person.discipline for person in content.people if person.id in signers}
    return {Discipline.CX, Discipline.UX} <= disciplines


def _people(flow: Flow, content: Content) -> None:
    """Names in a column for each discipline, as many as the page holds."""
    groups = {d: names for d, names in people_by_discipline(content).items() if names}
    if not groups:
        return
    gap = 14.0
    width = (flow.paper.inner - gap * 3) / 4
    flow.page.put((label(0, 7, "PEOPLE", EYEBROW),), flow.paper.margin, flow.y)
    top = flow.y + 22
    for place, (discipline, names) in enumerate(groups.items()):
        x = flow.paper.margin + place * (width + gap)
        colours = LIGHT.disciplines[discipline]
        words = discipline.tag if discipline is not Discipline.JOINT else _GUESTS
        flow.page.put(
            (
                Dot(Point(3, -2.6), 3, colours.accent),
                label(10, 0, words, SMALL.inked(colours.ink)._replace(weight=Weight.SEMIBOLD)),
            ),
            x,
            top,
        )
        most = min(MOST_PEOPLE, max(1, int((flow.paper.floor - top - 6) / _PERSON.line)))
        shown = names if len(names) <= most else [*names[: most - 1], f"and {len(names) - most + 1} more"]
        for line, name in enumerate(shown):
            flow.page.put((cut_label(0, 9, name, width, _PERSON),), x, top + 6 + line * _PERSON.line)
    flow.y = top


def _counted(count: int, noun: str) -> str:
    return f"{count} {_noun(count, noun)}"


def _noun(count: int, noun: str) -> str:
    return noun if count == 1 else noun + "s"
