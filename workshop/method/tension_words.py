"""What is said of a tension in a few words: its state, what its positions score, how far people agree."""

from workshop.method.checks import day_words
from workshop.method.people import listed, name_of, names_of
from workshop.method.scoring import (
    AMBER_TO,
    RED_BELOW,
    ImpactScore,
    agreement_colour,
    impact_of,
    scorers_of,
    single_score,
    value_of_position,
)
from workshop.method.settling import decision_words
from workshop.model.tensions import Position, Tension, TensionState, TensionStep
from workshop.translation import N_, _, number
from workshop.visibility import Visible

GONE = N_("a card that is gone")


def card_words(visible: Visible, card_id: str, length: int = 40) -> str:
    """What a sentence calls a position's card, which may be gone."""
    card = visible.board.cards.get(card_id)
    return visible.words(card, length) if card else _(GONE)


def state_text(tension: Tension) -> str:
    """The state, and that scores are secret while they are."""
    secret = tension.secret and tension.state is not TensionState.SETTLED
    return " · ".join((_(tension.state.value), _("secret")) if secret else (_(tension.state.value),))


def score_text(score: float) -> str:
    """A score with one decimal: 7.8."""
    return number(f"{score:.1f}")


def impact_text(impact: ImpactScore | None) -> str:
    """A customer impact with its inputs, never alone: “3.4 of 25 = 5 × 34 % × 2”."""
    if impact is None:
        return _("not scored yet")
    return _("{score} of 25 = {inputs}").format(score=score_text(impact.score), inputs=impact.inputs)


def value_text(position: Position) -> str:
    """A business value with its inputs, never alone: “+5 = conversion 0, loyalty +3, efficiency +2”."""
    if (value := value_of_position(position.business_value)) is None:
        return _("not scored yet")
    sign = "+" if value.score > 0 else "−" if value.score < 0 else ""
    return f"{sign}{abs(value.score)} = {value.inputs}"


def spread_text(impact: ImpactScore | None) -> str:
    """How far apart the scorers lie and how far they agree; empty with fewer than two of them.

    Agreement in red or amber is said in words too: under 35 % two camps, up to 50 % far apart.
    """
    if impact is None or impact.agreement is None:
        return ""
    meaning = {"red": _("two camps: talk before you go on"), "amber": _("far apart: ask why")}
    told = meaning.get(agreement_colour(impact.agreement), _("the room agrees"))
    sentence = _("{count} scorers, {range}. Agreement {agreement} %, {told}.")
    return sentence.format(
        count=impact.scorers, range=_range_text(impact), agreement=impact.agreement, told=told
    )


def _range_text(impact: ImpactScore) -> str:
    """From where to where single scores lie, as far as one decimal tells."""
    lowest, highest = score_text(impact.lowest), score_text(impact.highest)
    if lowest == highest:
        return (_("both {score}") if impact.scorers == 2 else _("all {score}")).format(score=lowest)
    return _("from {lowest} to {highest}").format(lowest=lowest, highest=highest)


AGREEMENT_HELP = f"Under {RED_BELOW} % the room is in two camps, up to {AMBER_TO} % it is far apart."
"""What the colours of agreement mean."""


def positions_text(visible: Visible, tension: Tension) -> str:
    """The positions with their scores, as far as the viewer may see them: “A” 3.4 · “B” 1.6."""
    shown = visible.tension(tension)
    told = []
    for position in shown.positions:
        impact = impact_of(position)
        score = f"\u00a0{score_text(impact.score)}" if impact else ""
        told.append(f"{card_words(visible, position.card)}{score}")
    return " · ".join(told)


def highest_score(visible: Visible, tension: Tension) -> float | None:
    """The highest customer impact among the positions as the viewer may see them; None while none is scored."""
    impacts = [impact_of(position) for position in visible.tension(tension).positions]
    return max((impact.score for impact in impacts if impact), default=None)


def each_text(visible: Visible, position: Position) -> str:
    """What each scorer's inputs come to: “Lena 3.4, Jo 2.7”; empty with fewer than two scorers.

    Take the position from `Visible.tension`, so that secret numbers stay out.
    """
    scores = [(impact.by, single_score(impact)) for impact in position.impacts]
    told = [
        f"{name_of(visible.board, by, 'the room')}\u00a0{score_text(score)}"
        for by, score in scores
        if score is not None
    ]
    return ", ".join(told) if len(told) > 1 else ""


def scorers_text(visible: Visible, tension: Tension) -> str:
    """Who has scored every position, of how many; it tells no numbers, so it may be said while they are secret."""
    done = scorers_of(tension)
    people = len(visible.board.participants)
    if not done:
        return f"Nobody of {people} has scored every position yet."
    return f"{len(done)} of {people} have scored every position: {listed(names_of(visible.board, done))}."


def step_text(visible: Visible, step: TensionStep) -> str:
    """A step of a tension's history: when it came to which state, by whom, and what was decided then."""
    day = f"{day_words(step.at.date())}: " if step.at else ""
    who = f" by {name_of(visible.board, step.by)}" if step.by else ""
    if step.decision is None:
        return f"{day}{step.state.value}{who}"
    return f"{day}{decision_words(visible.board, step.decision)}. {step.decision.text} {step.decision.reason}"
