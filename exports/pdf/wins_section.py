"""Wins: what went well, in full, with who wrote it, so that it is recognised."""

from collections.abc import Callable, Iterator

from exports.pdf.chips import card_chip, chip_rows
from exports.pdf.content import Content
from exports.pdf.page import Flow
from exports.pdf.rows import beside, ruled
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import Row, Style, counted, text_rows
from workshop.model.cards import Card, CardKind
from workshop.model.text import short
from workshop.picture.palette import LIGHT

_TEXT = Style(9.2, leading=1.4)
_QUIET = Style(8.2, LIGHT.muted, leading=1.4)
_TEXT_X, _SIDE, _GAP = 44.0, 120.0, 14.0
_LONGEST = 1_000


def set_wins(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each win."""
    wins = content.of_kind(CardKind.WIN)
    head = Heading("Wins", "wins", counted(len(wins), "win"), "WORTH A THANK YOU")
    set_section(flow, head, _blocks(content, wins, flow.paper.inner), done)


def _blocks(content: Content, wins: list[Card], inner: float) -> Iterator[Block]:
    width = inner - _TEXT_X - _SIDE - _GAP
    for card in wins:
        text = text_rows(short(card.text, _LONGEST) or "No text", width, _TEXT, _TEXT_X)
        author = text_rows(content.name(card.author), _SIDE, _QUIET, inner - _SIDE)
        chip: list[Row] = chip_rows([card_chip(content, card.id)], 0, _TEXT_X)
        yield Block(ruled(beside(chip, text, author), inner))
