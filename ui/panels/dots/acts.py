"""What the acts that a finding offers do: one table from offers to what happens on the board or in a panel."""

from collections.abc import Callable
from functools import partial

from ui.panels.answering import DROP, begin_answer
from ui.panels.dots.wanted import SEEKS_WHAT_LEADS_HERE, wanted_card
from ui.panels.panel_page import PanelContext
from ui.panels.panel_table import CHOSEN
from ui.panels.row import Act
from ui.window_state import ORIGIN
from workshop.findings.finding import Finding, Offer
from workshop.model.cards import CardKind
from workshop.model.links import LinkKind
from workshop.picture.plan import Point

_TO_LOOK = (Offer.SHOW, Offer.OPEN_TERM)
"""The offers that change nothing."""

_DAYS = {CardKind.ACTION: "due", CardKind.QUESTION: "asked_until"}
"""The field of the day that matters on a card; on others it is the day on which it lands."""

Do = Callable[[PanelContext, Finding], object]


def acts_of(
    context: PanelContext, finding: Finding, ask_why: Callable[[Callable[[str], object]], object]
) -> list[Act]:
    """The words of what a finding offers, with what they do."""
    acts: list[Act] = []
    looks_only = bool(context.state.workshop.read_only)
    for offer in (one for one in finding.offers if one in _TO_LOOK or not looks_only):
        if offer is Offer.DISMISS:
            acts.append((_words(offer), partial(ask_why, partial(dismiss, context, finding))))
        elif offer in _TABLE:
            acts.append((_words(offer), partial(_TABLE[offer], context, finding)))
    return acts


def dismiss(context: PanelContext, finding: Finding, reason: str) -> None:
    """Set a finding aside with a reason."""
    from workshop.commands.dismissals import dismiss_finding

    state = context.state
    state.do(
        lambda: dismiss_finding(
            state.workshop, origin=ORIGIN, finding=finding, reason=reason, author=state.writer
        )
    )


def restore(context: PanelContext, finding: Finding) -> None:
    """Bring a finding back that was set aside."""
    from workshop.commands.dismissals import restore_finding

    assert finding.dismissal is not None
    dismissal = finding.dismissal
    context.state.do(lambda: restore_finding(context.state.workshop, origin=ORIGIN, dismissal_id=dismissal))


def _words(offer: Offer) -> str:
    """What an act is called where there is little room: the reason is asked for anyway."""
    if offer is Offer.DISMISS:
        return "Dismiss…"
    return offer.value[0].upper() + offer.value[1:]


def _show(context: PanelContext, finding: Finding) -> None:
    if finding.cards:
        context.show_cards(finding.cards)
    elif finding.phase is not None:
        context.canvas.looking.fit_phase(finding.phase)


def _link_to(context: PanelContext, finding: Finding) -> None:
    """Show the card and search the other one: what leads here, where that is what lacks."""
    context.show_cards(finding.cards[:1])
    if finding.finding in SEEKS_WHAT_LEADS_HERE:
        context.state.asked_kind = LinkKind.DEPENDS_ON
    context.act("search_target")


def _change_link(context: PanelContext, finding: Finding) -> None:
    _show(context, finding)
    if finding.link is not None:
        context.state.select(links={finding.link})
        context.open_panel(CHOSEN, "")


def _same_as(context: PanelContext, finding: Finding) -> None:
    from workshop.commands.links import add_link

    state = context.state
    source, target = finding.cards[:2]
    state.do(
        lambda: add_link(
            state.workshop,
            origin=ORIGIN,
            source=source,
            target=target,
            kind=LinkKind.SAME_AS,
            author=state.writer,
        )
    )


def _edit(field: str, context: PanelContext, finding: Finding) -> None:
    """Show the first card, with the keyboard in one of its fields."""
    context.show_cards(finding.cards[:1])
    context.open_panel(CHOSEN, f"field:{field}")


def _add_measure(context: PanelContext, finding: Finding) -> None:
    from workshop.commands.measures import add_measure

    state = context.state
    measure = state.do(lambda: add_measure(state.workshop, origin=ORIGIN, card_ids=finding.cards))
    if measure is not None:
        context.open_panel("measures", measure.id)


def _score(context: PanelContext, finding: Finding) -> None:
    """Open the tension; one that is only a link becomes a tension first."""
    from workshop.commands.tensions import add_tension

    state, tension = context.state, finding.tension
    if tension is None:
        made = state.do(lambda: add_tension(state.workshop, origin=ORIGIN, card_ids=finding.cards))
        tension = made.id if made is not None else None
    if tension is not None:
        context.open_panel("tensions", tension)


def _invite(context: PanelContext, finding: Finding) -> None:
    """Begin the card that the finding asks for, where it belongs, by the side that is not heard, and linked."""
    wanted, canvas = wanted_card(finding, context.board), context.canvas
    if wanted.near is not None:
        context.show_cards((wanted.near.id,))
    else:
        canvas.looking.fit_phase(wanted.phase)
    near = wanted.near
    below = Point(near.x, near.y + near.h + DROP) if near is not None else None
    canvas.writing.begin_new(
        wanted.phase,
        below,
        linked_from=wanted.linked,
        kind=LinkKind.LEADS_TO,
        towards=wanted.towards,
        discipline=finding.discipline,
    )


def _set_date(context: PanelContext, finding: Finding) -> None:
    """Edit the day that the finding is about."""
    card = context.board.cards.get(finding.cards[0])
    if card is not None:
        _edit(_DAYS.get(card.kind, "lands_on"), context, finding)


def _answer(context: PanelContext, finding: Finding) -> None:
    begin_answer(context, finding.cards[0])


def _open(panel: str, field: str, context: PanelContext, finding: Finding) -> None:
    """Open a panel at what the finding is about."""
    context.open_panel(panel, str(getattr(finding, field) or ""))


_TABLE: dict[Offer, Do] = {
    Offer.SHOW: _show,
    Offer.LINK_TO: _link_to,
    Offer.CHANGE_LINK: _change_link,
    Offer.MARK_SAME_AS: _same_as,
    Offer.ADD_EVIDENCE: partial(_edit, "evidence.source"),
    Offer.ADD_MEASURE: _add_measure,
    Offer.FILL_LENS: partial(_open, "measures", "measure"),
    Offer.SCORE_TOGETHER: _score,
    Offer.INVITE: _invite,
    Offer.ADD_TO_TERMS: partial(_open, "terms", "term"),
    Offer.OPEN_TERM: partial(_open, "terms", "term"),
    Offer.SET_WHO_LEADS: partial(_open, "leads", "phase"),
    Offer.SET_OWNER: partial(_edit, "owner"),
    Offer.SET_DATE: _set_date,
    Offer.ANSWER: _answer,
}
