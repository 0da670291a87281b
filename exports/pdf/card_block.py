"""A card in full: everything that its record says, as rows that a page break may part only between."""

from itertools import groupby

from exports.pdf.anchors import anchor_of
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.live_rows import live_rows
from exports.pdf.page import Jump
from exports.pdf.pointing import PADDING, pointing_rows
from exports.pdf.run_in import run_in_rows
from exports.pdf.typeset import Row, Style, dotted, label, label_to, text_rows
from workshop.model.cards import Card, CardKind
from workshop.model.isolating import isolated
from workshop.model.links import Link, LinkKind
from workshop.model.text import clean_text
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import LIGHT, DisciplineColours
from workshop.picture.plan import Dot, Icon, Picture, Point, Rect, Shape, Weight
from workshop.translation import N_, _

_KIND = Style(6.6, weight=Weight.BOLD, tracking=0.5)
_TEXT = Style(7.8, leading=1.28)
_FACT = Style(7, leading=1.26)
_FACT_NAME = Style(7, weight=Weight.SEMIBOLD, leading=1.26)
_NUMBER = Style(8, weight=Weight.BOLD)
_HEAD, _BELOW, _ABOVE = 16.8, 4.0, 1.8
_TALLEST_PICTURE = 150.0
_POINTS_A_PIXEL = 0.75
_ADDRESSES = ("https://", "http://", "mailto:")


def card_rows(content: Content, card: Card, width: float) -> list[Row]:
    """The rows of a card of this width, the paddings at its top and bottom included."""
    colours = LIGHT.disciplines[card.discipline]
    inner = width - 2 * PADDING
    shown = _picture(content, card, inner)
    body = _words(card.text, inner) if card.text.strip() else _empty(inner, colours)
    rows = [_head(content, card, width, colours), *shown]
    rows += body if card.text.strip() or not shown else []
    rows += _facts(content, card, inner, colours)
    rows += _evidence(card, inner, colours)
    pointed = [_place(card), *_links(content, card), *_mentions(content, card)]
    rows += pointing_rows(pointed, inner, colours)
    rows += _notes(content, card, inner, colours)
    return [*rows, Row(_BELOW)]


def continued_row(content: Content, card: Card, width: float) -> Row:
    """The head of a card's part on a further page."""
    colours = LIGHT.disciplines[card.discipline]
    words = _("{entry} · CONTINUED").format(entry=content.numbers[card.id])
    return Row(_HEAD, (label(PADDING, 12.6, words, _KIND.inked(colours.ink)),))


def _head(content: Content, card: Card, width: float, colours: DisciplineColours) -> Row:
    """The short id and the kind at the left, the dots and the discipline at the right."""
    number = label(PADDING, 12.8, content.numbers[card.id], _NUMBER.inked(colours.ink))
    x = number.x + number.width + 5
    icon = Icon(x, 5.0, 9.5, KIND_ICONS[card.kind], colours.accent)
    kind = label(x + 13, 12.6, _(card.kind.value).upper(), _KIND.inked(colours.ink))
    tag = label_to(width - PADDING, 12.6, card.discipline.tag, _KIND.inked(colours.ink))
    shapes: list[Shape] = [number, icon, kind, tag]
    if dots := content.votes[card.id]:
        count = label_to(tag.x - 6, 12.6, str(dots), _FACT_NAME.inked(colours.ink))
        shapes += [count, Dot(Point(count.x - 4.5, 10.2), 1.9, colours.accent)]
    return Row(_HEAD, tuple(shapes))


def _picture(content: Content, card: Card, inner: float) -> list[Row]:
    """The card's picture over its width, no larger than its pixels make sense on paper."""
    if card.image is None or (image := content.images.get(card.image)) is None:
        return []
    width = min(inner, image.width * _POINTS_A_PIXEL)
    height = min(image.height * width / image.width, _TALLEST_PICTURE)
    return [Row(height + 6, (Picture(Rect(PADDING, 0, inner, height), card.image),))]


def _words(text: str, inner: float) -> list[Row]:
    return live_rows(text_rows(text, inner, _TEXT, PADDING), text)


def _empty(inner: float, colours: DisciplineColours) -> list[Row]:
    return text_rows(_("No text"), inner, _TEXT.inked(colours.ink), PADDING)


def _facts(content: Content, card: Card, inner: float, colours: DisciplineColours) -> list[Row]:
    rows: list[Row] = []
    for name, value in _named_facts(content, card):
        rows += _fact_rows(name, clean_text(value).strip(), inner, colours)
    if about := _context(content, card):
        rows += text_rows(about, inner, _FACT.inked(colours.ink), PADDING)
    return [Row(_ABOVE), *rows] if rows else []


def _fact_rows(name: str, value: str, inner: float, colours: DisciplineColours) -> list[Row]:
    """The name of a fact, and its value beginning on the same line."""
    styles = _FACT_NAME.inked(colours.ink), _FACT
    return run_in_rows(name, value, inner, styles, PADDING, after=1.0)


def _named_facts(content: Content, card: Card) -> list[tuple[str, str]]:
    facts = [
        (_("Why"), card.rationale),
        (_("Decided by"), _names(content, card.decided_by)),
        (_("Rests on"), content.terms.get(card.principle or "", "")),
        (_("Owner"), content.name(card.owner)),
        (_("Due"), _due(card)),
        (_("Comes back"), _(card.rhythm.value) if card.rhythm else ""),
        (_("Asked of"), _asked(card)),
        (_("Needed by"), day(card.needed_by)),
    ]
    return [(name, value) for name, value in facts if value.strip()]


def _context(content: Content, card: Card) -> str:
    """Who wrote it, whom and what it concerns, on as few lines as possible."""
    personas = ", ".join(isolated(named) for one in card.personas if (named := content.terms.get(one, "")))
    parts = [
        content.name(card.author),
        personas,
        content.terms.get(card.stage or "", ""),
        _(card.altitude.value) if card.altitude else "",
        card.channel,
        _("backstage") if card.backstage else "",
        content.terms.get(card.group or "", ""),
        *(f"#{tag}" for tag in card.tags),
    ]
    return dotted(clean_text(part) for part in parts)


def _due(card: Card) -> str:
    if card.kind is not CardKind.ACTION:
        return " · ".join(filter(None, (day(card.due), _("done") if card.done else "")))
    return " · ".join((day(card.due) or _("no date yet"), _("done") if card.done else _("open")))


def _asked(card: Card) -> str:
    until = _("by {day}").format(day=day(card.asked_until)) if card.asked_until else ""
    return " ".join(filter(None, (card.asked_of.tag if card.asked_of else "", until)))


def _names(content: Content, ids: tuple[str, ...]) -> str:
    return ", ".join(isolated(named) for one in ids if (named := content.name(one)))


def _evidence(card: Card, inner: float, colours: DisciplineColours) -> list[Row]:
    if not card.has_evidence:
        return []
    evidence = card.evidence
    source = _(evidence.source.value) if evidence.source else _("evidence")
    named = source[:1].upper() + source[1:]
    note = clean_text(evidence.note).strip()
    rows = [Row(_ABOVE), *_fact_rows(_("{name}:").format(name=named), note, inner, colours)]
    if evidence.link.strip():
        rows += _address(clean_text(evidence.link), inner, colours)
    return rows


def _address(link: str, inner: float, colours: DisciplineColours) -> list[Row]:
    """The link's lines; each can be clicked when it leads to the web or to mail, and nowhere else."""
    shown = link.strip().removeprefix("https://").removeprefix("http://").removesuffix("/") or link
    rows = text_rows(shown, inner, _FACT.inked(colours.ink), PADDING)
    if not link.lower().startswith(_ADDRESSES) or " " in link.strip():
        return rows
    target = link.strip()
    return [row._replace(jumps=(Jump(Rect(PADDING, 0, inner, row.height), "", target),)) for row in rows]


def _place(card: Card) -> tuple[str, str, str]:
    """The phase of the card, which leads back to its page."""
    if card.phase is None:
        return "", _("Parking lot"), "parking-lot"
    return "", _(card.phase.value), f"phase-{card.phase.value}"


def _links(content: Content, card: Card) -> list[tuple[str, str, str]]:
    """The cards that this one is linked with, each to be clicked."""
    told = []
    for link in content.links_at.get(card.id, []):
        words, other = _relation(link, card.id)
        told.append((words + " ", content.numbers[other], anchor_of(other)))
    return told


def _mentions(content: Content, card: Card) -> list[tuple[str, str, str]]:
    """Where else the document tells of the card: the numbers of threads, dots, measures, tensions and terms."""
    told = []
    for sort, group in groupby(content.method.mentions.get(card.id, []), key=lambda one: one.sort):
        *others, last = group
        words = _(_SORTS[sort][bool(others)])
        numbers = [(f"{one.number},", one.anchor) for one in others] + [(str(last.number), last.anchor)]
        told += [
            ("" if place else f"{words} ", number, anchor) for place, (number, anchor) in enumerate(numbers)
        ]
    return told


def _notes(content: Content, card: Card, inner: float, colours: DisciplineColours) -> list[Row]:
    """What was noted on links that begin here."""
    rows: list[Row] = []
    for link in content.links_at.get(card.id, []):
        if link.source == card.id and (note := clean_text(link.note).strip()):
            rows += _fact_rows(_("On {card}:").format(card=content.numbers[link.target]), note, inner, colours)
    return [Row(_ABOVE), *rows] if rows else []


def _relation(link: Link, card_id: str) -> tuple[str, str]:
    """What the link says read from this card, and the card at its other end."""
    if link.source == card_id:
        return _(link.kind.value), link.target
    return _(_FROM_TARGET[link.kind]), link.source


_SORTS = {
    "thread": (N_("thread"), N_("threads")),
    "dot": (N_("dot"), N_("dots")),
    "measure": (N_("measure"), N_("measures")),
    "tension": (N_("tension"), N_("tensions")),
    "term": (N_("term"), N_("terms")),
}
"""What a mention of one entry, and of several, is called."""

_FROM_TARGET = {
    LinkKind.LEADS_TO: N_("follows from"),
    LinkKind.SUPPORTS: N_("supported by"),
    LinkKind.ANSWERS: N_("answered by"),
    LinkKind.DEPENDS_ON: N_("needed by"),
    LinkKind.IN_TENSION_WITH: LinkKind.IN_TENSION_WITH.value,
    LinkKind.SAME_AS: LinkKind.SAME_AS.value,
}
