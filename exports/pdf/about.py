"""About the workshop: its scope, and in full what the cover had no room for."""

from exports.pdf.content import Content
from exports.pdf.cover import is_cut, people_by_discipline
from exports.pdf.page import Flow
from exports.pdf.typeset import BODY, EYEBROW, HEADING, label, text_rows
from workshop.model.cards import Discipline
from workshop.model.text import clean_text


def set_about(flow: Flow, content: Content) -> None:
    """Set the page; nothing where the cover says all there is."""
    session = content.session
    parts = [("SCOPE", clean_text(session.scope))]
    if is_cut(content, flow.paper.inner):
        parts = [("TITLE", content.title), ("PURPOSE", clean_text(session.purpose)), *parts, *_people(content)]
    parts = [(name, text) for name, text in parts if text.strip()]
    if not parts:
        return
    flow.turn()
    flow.page.mark("About", "about", flow.y - 8)
    flow.put((label(0, 20, "About this workshop", HEADING),), 46)
    for name, text in parts:
        _set_part(flow, name, text)


def _set_part(flow: Flow, name: str, text: str) -> None:
    rows = text_rows(text, flow.paper.inner, BODY, after=20)
    flow.need(22 + sum(row.height for row in rows[:2]))
    flow.put((label(0, 9, name, EYEBROW),), 20)
    for row in rows:
        flow.need(min(row.height, BODY.line))
        flow.put(row.shapes, row.height)


def _people(content: Content) -> list[tuple[str, str]]:
    return [
        ("GUESTS AND BOTH" if discipline is Discipline.JOINT else f"{discipline.tag} PEOPLE", "\n".join(names))
        for discipline, names in people_by_discipline(content).items()
    ]
