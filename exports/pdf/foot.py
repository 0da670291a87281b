"""The foot of each page: what the document is, which page of how many this is, and on grey paper the key."""

from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.discipline_key import discipline_key
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.page import Paper
from exports.pdf.typeset import Style, cut_label, dotted, label_to
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Shape, bounds_of
from workshop.translation import _

_STYLE = Style(7.5, LIGHT.muted)
_RISE, _ROOM = 27.0, 45.0
_APART = 16.0


def has_foot(paper: Paper) -> bool:
    """Whether the lower margin of a sheet has room for one."""
    return paper.bottom >= _ROOM


def foot(content: Content, paper: Paper, number: int, total: int, options: PaperOptions) -> list[Shape]:
    """The title and the date at the left, the number of the page at the right."""
    baseline = paper.height - _RISE
    words = dotted((content.title, content.part, day(content.session.date)))
    if number == 1 and options.kind is Kind.SUMMARY:
        words = f"Trilliant · {_(options.kind.value)}"
    page = label_to(paper.right, baseline, f"{number} / {total}", _STYLE)
    key = discipline_key(page.x - _APART, baseline, _STYLE) if options.grey else []
    left = min(bounds_of(shape).x for shape in (*key, page))
    room = left - paper.margin - _APART
    return [cut_label(paper.margin, baseline, words, room, _STYLE), *key, page]
