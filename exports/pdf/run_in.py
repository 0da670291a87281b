"""Run-in names: the name of a fact in its own style, and the fact beginning on the same line."""

from msgspec.structs import replace

from exports.pdf.typeset import Row, Style, label, text_rows
from workshop.picture.directions import runs_leftward
from workshop.picture.plan import TextRun

_SPACE = 0.28
"""A space, as a share of the size of the type."""


def run_in_rows(
    name: str, text: str, width: float, styles: tuple[Style, Style], x: float = 0.0, *, after: float = 0.0
) -> list[Row]:
    """The lines of a fact; `styles` are that of its name and that of the rest, of one size.

    A fact that runs right to left begins on the line below its name.
    """
    title_style, style = styles
    if runs_leftward(text):
        named = text_rows(name, width, title_style, x)
        return [*named, *text_rows(text, width, style, x, after=after)]
    rows = text_rows(f"{name} {text}", width, style, x, after=after)
    first = rows[0].shapes[0]
    if not (isinstance(first, TextRun) and first.text.startswith(name)):
        return rows
    title = label(x, first.baseline, name, title_style)
    start = title.x + title.width + _SPACE * style.size
    rest = label(start, first.baseline, first.text[len(name) + 1 :], style)
    rest = replace(rest, width=min(rest.width, x + width - start))
    return [rows[0]._replace(shapes=(title, rest) if rest.text else (title,)), *rows[1:]]
