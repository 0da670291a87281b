"""Wins: what went well, in full, with who wrote it, so that it is recognised."""

from collections.abc import Callable, Iterator

from exports.pdf.chips import card_chip, chip_rows
from exports.pdf.content import Content
from exports.pdf.page import Flow
from exports.pdf.rows import beside
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, text_rows
from workshop.model.cards import Card, CardKind
from workshop.model.text import short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Rect
from workshop.translation import _, counted

_TEXT = Style(8.8, leading=1.36)
_QUIET = Style(8.2, LIGHT.muted, leading=1.4)
_TEXT_X, _COLUMNS, _GAP = 34.0, 3, 16.0
_LONGEST = 1_000


def set_wins(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each win."""
    wins = content.of_kind(CardKind.WIN)
    head = Heading(_("Wins"), "wins", counted("{count} win", "{count} wins", len(wins)), _("WORTH A THANK YOU"))
    set_section(flow, head, _blocks(content, wins, flow.paper.inner), done)


def _blocks(content: Content, wins: list[Card], inner: float) -> Iterator[Block]:
    """Three beside each other."""
    width = (inner - (_COLUMNS - 1) * _GAP) / _COLUMNS
    for start in range(0, len(wins), _COLUMNS):
        cells = [
            _win(content, card, place * (width + _GAP), width)
            for place, card in enumerate(wins[start : start + _COLUMNS])
        ]
        yield Block(beside(*cells), steps=len(cells))


def _win(content: Content, card: Card, x: float, width: float) -> list[Row]:
    inner = width - _TEXT_X
    text = text_rows(short(card.text, _LONGEST) or _("No text"), inner, _TEXT, x + _TEXT_X)
    text += text_rows(content.name(card.author), inner, _QUIET, x + _TEXT_X)
    chip = chip_rows([card_chip(content, card.id)], x, _TEXT_X)
    line = Box(Rect(x, 0, width, 1.0), LIGHT.disciplines[card.discipline].accent)
    return [Row(6.0, (line,)), *beside(chip, text), Row(8.0)]
