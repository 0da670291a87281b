"""The cover's list of people, in a column for each discipline."""

from exports.pdf.content import Content
from exports.pdf.page import Flow
from exports.pdf.typeset import EYEBROW, Style, cut_label, height_of, label, lines_of, rightward, text_rows
from workshop.model.cards import Discipline
from workshop.model.people import Participant
from workshop.model.text import clean_line
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Dot, Point, Shape, Weight
from workshop.translation import _, counted

COLUMNS, GAP = 3, 16.0
_NAME = Style(9, weight=Weight.SEMIBOLD)
_ROLE = Style(8, LIGHT.muted)
_DISCIPLINE = Style(8, weight=Weight.BOLD, tracking=0.6)
_LEAST = 64.0
_MOST_LINES = 2


def people_by_discipline(content: Content) -> dict[Discipline, list[Participant]]:
    """The people of CX, of UX, and those of both and guests."""
    groups: dict[Discipline, list[Participant]] = {Discipline.CX: [], Discipline.UX: [], Discipline.JOINT: []}
    for person in content.people:
        groups[person.discipline].append(person)
    return groups


def group_name(discipline: Discipline) -> str:
    """What a column of people is called."""
    return _("BOTH, AND GUESTS") if discipline is Discipline.JOINT else discipline.tag


def set_people(flow: Flow, content: Content) -> bool:
    """Set as many people as the page has room for; whether all of them stand there in full."""
    groups = {discipline: people for discipline, people in people_by_discipline(content).items() if people}
    if not groups or flow.room < _LEAST:
        return not groups
    flow.put((label(0, 7, _("PEOPLE"), EYEBROW),), 26)
    width = (flow.paper.inner - GAP * (COLUMNS - 1)) / COLUMNS
    whole, lowest = True, flow.y
    for place, (discipline, people) in enumerate(groups.items()):
        x = flow.paper.margin + place * (width + GAP)
        fits, foot = _set_group(flow, discipline, people, x, width)
        whole, lowest = whole and fits, max(lowest, foot)
    flow.y = lowest
    return whole


def _set_group(
    flow: Flow, discipline: Discipline, people: list[Participant], x: float, width: float
) -> tuple[bool, float]:
    """Set one column; whether everybody stands there in full, and where it ends."""
    flow.page.put(_group_head(discipline), x, flow.y)
    y, whole = flow.y + 10, True
    for place, person in enumerate(people):
        name, role = rightward(clean_line(person.name)), rightward(clean_line(person.role))
        rows = text_rows(name, width, _NAME, most=_MOST_LINES)
        rows += text_rows(role, width, _ROLE, most=_MOST_LINES) if role else []
        last = place == len(people) - 1
        if y + height_of(rows) + (0 if last else _ROLE.line) > flow.paper.floor:
            more = cut_label(
                0, 9, counted("and {count} more", "and {count} more", len(people) - place), width, _ROLE
            )
            flow.page.put((more,), x, y)
            return False, flow.paper.floor
        for line, row in enumerate(rows):
            flow.page.put(row.shapes, x, y, goes_on=line > 0)
            y += row.height
        y += 5
        whole &= _fits(name, width, _NAME) and _fits(role, width, _ROLE)
    return whole, y


def _fits(text: str, width: float, style: Style) -> bool:
    return len(lines_of(text, width, style, _MOST_LINES + 1)) <= _MOST_LINES


def _group_head(discipline: Discipline) -> tuple[Shape, ...]:
    colours = LIGHT.disciplines[discipline]
    return (
        Dot(Point(3, -2.8), 3, colours.accent),
        label(11, 0, group_name(discipline), _DISCIPLINE.inked(colours.ink)),
    )
