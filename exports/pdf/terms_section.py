"""Terms: what CX says, what UX says, the word that both agreed on, and where it stands on the board."""

from collections.abc import Callable, Iterator

from exports.pdf.anchors import term_anchor
from exports.pdf.chips import card_chips, chip_rows
from exports.pdf.content import Content
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.table_head import table_head
from exports.pdf.typeset import Row, Style, height_of, text_rows
from workshop.model.cards import Discipline
from workshop.model.terms import Term
from workshop.model.text import clean_line, clean_text
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Weight
from workshop.translation import _, ngettext

_SHARES = (0.0, 0.04, 0.18, 0.32, 0.45, 0.8)
"""Where the columns begin, as shares of the width."""

_WORD = Style(8.8, leading=1.34)
_AGREED = Style(8.8, weight=Weight.SEMIBOLD, leading=1.34)
_MEANING = Style(8.4, leading=1.34)
_QUIET = Style(8.0, LIGHT.muted, leading=1.34)
_NUMBER = Style(7.5, LIGHT.muted, Weight.SEMIBOLD, leading=1.68)
_GAP, _MOST_CHIPS = 8.0, 8


def set_terms(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each term."""
    terms = content.method.terms
    agreed = sum(bool(term.agreed.strip()) for term in terms)
    words = ngettext("{count} term, {agreed} agreed", "{count} terms, {agreed} agreed", len(terms))
    cue = words.format(count=len(terms), agreed=agreed)
    head = Heading(_("Terms"), "terms", cue, _("ONE WORD FOR ONE THING"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    head = table_head(inner, _SHARES, ("", _("CX SAYS"), _("UX SAYS"), _("AGREED"), _("MEANING"), _("USED IN")))
    terms = content.method.terms
    for number, term in enumerate(terms, 1):
        before = head if number == 1 else ()
        last = _term(content, terms[-1], len(terms), inner) if 1 < number == len(terms) - 1 else ()
        rows = _term(content, term, number, inner)
        yield Block(rows, before, head, term_anchor(term.id), below=height_of(last))


def _term(content: Content, term: Term, number: int, inner: float) -> list[Row]:
    ends = (*(share * inner - _GAP for share in _SHARES[1:]), inner)
    places = [(share * inner, end - share * inner) for share, end in zip(_SHARES, ends, strict=True)]
    cx, ux = (LIGHT.disciplines[side].ink for side in (Discipline.CX, Discipline.UX))
    uses = [use.card for use in content.method.uses.get(term.id, ())]
    cells = [
        _cell(str(number), places[0], _NUMBER),
        _cell(clean_line(term.cx_says) or "—", places[1], _WORD.inked(cx)),
        _cell(clean_line(term.ux_says) or "—", places[2], _WORD.inked(ux)),
        _agreed(term, places[3]),
        _meaning(term, places[4]),
        chip_rows(card_chips(content, uses, _MOST_CHIPS), *places[5]),
    ]
    return ruled(beside(*cells), inner, 3.5, 3.5)


def _cell(words: str, place: tuple[float, float], style: Style) -> list[Row]:
    x, width = place
    return text_rows(words, width, style, x)


def _agreed(term: Term, place: tuple[float, float]) -> list[Row]:
    agreed = clean_line(term.agreed)
    rows = _cell(agreed or _("not yet"), place, _AGREED if agreed else _WORD.inked(LIGHT.warning))
    return rows + _cell(_(term.altitude.value), place, _QUIET) if term.altitude else rows


def _meaning(term: Term, place: tuple[float, float]) -> list[Row]:
    parts = [
        (clean_text(term.definition).strip(), _MEANING),
        (clean_text(term.example).strip(), _QUIET),
    ]
    return [row for words, style in parts if words for row in _cell(words, place, style)]
