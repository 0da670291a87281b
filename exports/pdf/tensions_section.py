"""Tensions: the positions side by side with their scores and evidence, and how each was settled."""

from collections.abc import Callable, Iterator
from itertools import chain

from exports.pdf.anchors import tension_anchor
from exports.pdf.content import Content
from exports.pdf.days import day
from exports.pdf.headings import ENTRY, continued
from exports.pdf.page import Flow
from exports.pdf.position_block import SIDES_OF_EVIDENCE, position_parts
from exports.pdf.rows import beside, fact_rows
from exports.pdf.section_flow import Block, Heading, set_section
from exports.pdf.typeset import BODY, Row, Style, dotted, height_of, label, label_to, rightward, text_rows
from workshop.method.people import listed, names_of
from workshop.method.sensitivity import sensitivity_of
from workshop.method.settling import (
    decision_caution,
    decision_words,
    former_decisions,
    frameworks_used,
    positions_caution,
    tension_title,
)
from workshop.method.tension_words import card_words
from workshop.model.isolating import isolated
from workshop.model.tensions import CheckIn, Framework, Tension, TensionDecision, TensionState
from workshop.model.text import clean_line, clean_text, short
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Box, Colour, Rect, Weight
from workshop.translation import N_, _, counted

STATE_INKS: dict[TensionState, Colour] = {
    TensionState.OPEN: LIGHT.danger,
    TensionState.SCORED: LIGHT.warning,
    TensionState.TESTING: LIGHT.answers,
    TensionState.SETTLED: LIGHT.good,
}
_STATE = Style(7.5, weight=Weight.BOLD, tracking=1.0)
_TITLE = Style(12, weight=Weight.BOLD, leading=1.3)
_DECIDED = Style(10, weight=Weight.SEMIBOLD, leading=1.4)
_QUIET = Style(8.5, LIGHT.muted, leading=1.4)
_READ = Style(8.2, LIGHT.muted, leading=1.3)
_CAUTION = Style(8.5, LIGHT.warning, leading=1.4)
_BETWEEN, _BAR, _AFTER = 24.0, 12.0, 16.0
_SMALL = 60.0
"""The last part of a tension does not stand alone on a page if it is no higher than this."""

_READ_SO = N_(
    "Customer impact: outcome × share × frequency, 25 at most. "
    "Business value: conversion, loyalty and efficiency, −3 to +3 each."
)


def set_tensions(flow: Flow, content: Content, done: Callable[[], None]) -> None:
    """Set the section; `done` is called after each tension."""
    states = [tension.state for tension in content.method.tensions]
    cue = ", ".join(_said(state, states.count(state)) for state in TensionState if state in states)
    head = Heading(_("Tensions"), "tensions", cue, _("SETTLED IN THE OPEN"))
    set_section(flow, head, _blocks(content, flow.paper.inner), done)


def _said(state: TensionState, count: int) -> str:
    told = {
        TensionState.OPEN: counted("{count} open", "{count} open", count),
        TensionState.SCORED: counted("{count} scored", "{count} scored", count),
        TensionState.TESTING: counted("{count} testing", "{count} testing", count),
        TensionState.SETTLED: counted("{count} settled", "{count} settled", count),
    }
    return told[state]


def _blocks(content: Content, inner: float) -> Iterator[Block]:
    before = (
        text_rows(_(_READ_SO), inner, _READ, after=8.0) if any(map(_scored, content.method.tensions)) else ()
    )
    for number, tension in enumerate(content.method.tensions, 1):
        title = short(tension_title(content.method.visible, tension), 80) or _("Tension {number}").format(
            number=number
        )
        head = continued(_("TENSION {number}").format(number=number))
        first, *further = _positions(content, tension, inner)
        opening = [*_opening(content, tension, number, inner), *first]
        yield Block(opening, before if number == 1 else (), anchor=tension_anchor(tension.id), title=title)
        rest = [*further, _weighing(content, tension, inner) + _frameworks(content, tension, inner)]
        rest += _decisions(content, tension, inner)
        for place, rows in enumerate(rest, 1):
            after = _AFTER if place == len(rest) else 0.0
            last = height_of(rest[-1])
            below = last if place == len(rest) - 1 and last <= _SMALL else 0.0
            yield Block(rows, head=head, after=after, steps=0, below=below)


def _scored(tension: Tension) -> bool:
    """Whether a score stands on the paper that wants to be explained."""
    return not {Framework.CUSTOMER_IMPACT, Framework.BUSINESS_VALUE}.isdisjoint(frameworks_used(tension))


def _opening(content: Content, tension: Tension, number: int, inner: float) -> list[Row]:
    """The title and the state."""
    state = label_to(inner, 7, _(tension.state.value).upper(), _STATE.inked(STATE_INKS[tension.state]))
    rows = [Row(12.0, (label(0, 7, _("TENSION {number}").format(number=number), ENTRY), state))]
    rows += text_rows(clean_line(tension_title(content.method.visible, tension)), inner, _TITLE)
    return [*rows, Row(7.0)]


def _decisions(content: Content, tension: Tension, inner: float) -> list[list[Row]]:
    """What was decided, and what had been decided before."""
    told = []
    if tension.decision is not None:
        told.append([Row(4.0), *_decision(content, tension.decision, inner)])
    return told + [
        [Row(5.0), *fact_rows(_("Decided before"), _former_words(content, decision), inner)]
        for decision in former_decisions(tension)
    ]


def _positions(content: Content, tension: Tension, inner: float) -> list[list[Row]]:
    """Two positions beside each other, further ones below, each part at the height of its neighbour's.

    Of each pair what it claims and scores, and then what speaks for it.
    """
    half = (inner - _BETWEEN) / 2
    told: list[list[Row]] = []
    for start in range(0, len(tension.positions), 2):
        pair = tension.positions[start : start + 2]
        parts = [
            position_parts(content, tension, position, place * (half + _BETWEEN), half)
            for place, position in enumerate(pair)
        ]
        level = [beside(*part) if any(part) else [] for part in zip(*parts, strict=True)]
        told.append(list(chain(*level[:-SIDES_OF_EVIDENCE])))
        told.append([*chain(*level[-SIDES_OF_EVIDENCE:]), Row(6.0)])
    return told or [[]]


def _weighing(content: Content, tension: Tension, inner: float) -> list[Row]:
    """How firm the order of the scores is, and what the reader should know of the positions."""
    visible = content.method.visible
    rows: list[Row] = []
    if words := sensitivity_of(tension).sentence(lambda card: card_words(visible, card)):
        rows += fact_rows(_("How firm"), rightward(clean_line(words)), inner)
    if tension.secret:
        rows += fact_rows(_("Scores"), _("secret until the room reveals them"), inner)
    if caution := positions_caution(visible.board, tension):
        rows += text_rows(caution, inner, _CAUTION)
    return rows


def _frameworks(content: Content, tension: Tension, inner: float) -> list[Row]:
    rows: list[Row] = []
    for name, words in _framework_words(content, tension):
        rows += fact_rows(name, clean_text(words).strip(), inner)
    return rows


def _framework_words(content: Content, tension: Tension) -> Iterator[tuple[str, str]]:
    """What was filled in of the frameworks besides the scores."""
    job, experiment, check_in = tension.job, tension.experiment, tension.check_in
    clauses = (
        (_("When {clause}"), job.when),
        (_("I want {clause}"), job.want),
        (_("so that {clause}"), job.so_that),
    )
    told = (words.format(clause=isolated(said.strip())) for words, said in clauses if said.strip())
    yield _("Job to be done"), ", ".join(told)
    yield _("Experiment"), experiment.decides
    yield (
        _("It measures"),
        dotted((experiment.interaction_metric, experiment.relationship_metric)),
    )
    yield _("Variants"), dotted(experiment.variants)
    yield _("Check-in"), " · ".join(filter(None, _check_in_words(content, check_in)))


def _check_in_words(content: Content, check_in: CheckIn) -> Iterator[str]:
    """Who was heard, who is credited, and when they meet again."""
    board = content.method.visible.board
    if check_in.heard:
        yield _("heard: {names}").format(names=listed(names_of(board, check_in.heard)))
    if check_in.credited:
        yield _("credited: {names}").format(names=listed(names_of(board, check_in.credited)))
    if check_in.again_on:
        yield _("again on {day}").format(day=day(check_in.again_on))


def _decision(content: Content, decision: TensionDecision, inner: float) -> list[Row]:
    """The decision beside a bar: what, why, who through what and when, on which principle."""
    board, width = content.method.visible.board, inner - _BAR
    rows = text_rows(clean_text(decision.text).strip() or _("Settled"), width, _DECIDED, _BAR)
    if decision.reason.strip():
        rows += text_rows(clean_text(decision.reason).strip(), width, BODY._replace(size=9), _BAR)
    words = decision_words(board, decision)
    when = day(decision.at.date()) if decision.at else ""
    principle = clean_line(content.terms.get(decision.principle or "", ""))
    rests = _("rests on “{principle}”").format(principle=isolated(principle)) if principle else ""
    said = [words[:1].upper() + words[1:], when, rests]
    rows += text_rows(clean_line(" · ".join(filter(None, said))), width, _QUIET, _BAR)
    if caution := decision_caution(board, decision.decided_by):
        rows += text_rows(caution, width, _CAUTION, _BAR)
    return [_barred(row) for row in rows]


def _barred(row: Row) -> Row:
    return row._replace(shapes=(*row.shapes, Box(Rect(0, 0, 2.2, row.height), LIGHT.good)))


def _former_words(content: Content, decision: TensionDecision) -> str:
    words = decision_words(content.method.visible.board, decision)
    told = " ".join(filter(None, (clean_line(decision.text), clean_line(decision.reason))))
    former = _("{told} ({words}; reopened since)").format(told=isolated(told), words=words)
    if decision.at is None:
        return former
    return _("{name}: {text}").format(name=day(decision.at.date()), text=former)
