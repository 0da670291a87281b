"""About the workshop: in full what the cover had no room for."""

from exports.pdf.content import Content
from exports.pdf.cover import facts_line
from exports.pdf.cover_people import group_name, people_by_discipline
from exports.pdf.headings import continued
from exports.pdf.page import Flow
from exports.pdf.typeset import BODY, EYEBROW, HEADING, label, text_rows
from workshop.model.isolating import isolated
from workshop.model.text import clean_line, clean_text
from workshop.translation import _


def set_about(flow: Flow, content: Content) -> None:
    """Set the title, the purpose, the scope and the people on pages of their own."""
    session = content.session
    parts = [
        (_("TITLE"), content.title),
        (_("WHEN AND WHERE"), facts_line(content)),
        (_("PURPOSE"), clean_text(session.purpose)),
        (_("SCOPE"), clean_text(session.scope)),
        *_people(content),
    ]
    flow.turn()
    flow.page.mark(_("About"), "about", flow.y - 8)
    flow.put((label(0, 20, _("About this workshop"), HEADING),), 46)
    for name, text in parts:
        if text.strip():
            _set_part(flow, name, text)


def _set_part(flow: Flow, name: str, text: str) -> None:
    rows = text_rows(text, flow.paper.inner, BODY, after=20)
    flow.need(22 + sum(row.height for row in rows[:2]))
    flow.put((label(0, 9, name, EYEBROW),), 20)
    for row in rows:
        if flow.need(min(row.height, BODY.line)):
            for head in continued(name):
                flow.put(head.shapes, head.height)
        flow.put(row.shapes, row.height)


def _people(content: Content) -> list[tuple[str, str]]:
    return [
        (
            _("PEOPLE: {group}").format(group=group_name(discipline)),
            "\n".join(_named(person.name, person.role) for person in people),
        )
        for discipline, people in people_by_discipline(content).items()
    ]


def _named(name: str, role: str) -> str:
    return ", ".join(isolated(one) for one in (clean_line(name), clean_line(role)) if one)
