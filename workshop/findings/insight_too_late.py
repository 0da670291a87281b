"""Insight too late: an insight that will be there when what it informs is over."""

from collections.abc import Iterator
from datetime import date
from functools import reduce
from typing import NamedTuple

from workshop.findings.finding import Found
from workshop.findings.reading import Reading
from workshop.method.checks import day_words
from workshop.model.cards import Card, CardKind
from workshop.model.plan import Sprint
from workshop.model.text import quoted, short
from workshop.translation import _


class _Deadline(NamedTuple):
    """The day after which an insight is too late, what is due then, and the card of the decision if it is one."""

    day: date
    what: str
    card: str = ""


def late_insights(reading: Reading) -> Iterator[Found]:
    """An insight that lands after the last day of a sprint that names it, after a decision downstream of it, or after
    the day by which it says itself that it is needed; on that very day it is in time.

    A sprint without an end counts by its first day. A decision's day is when it lands, or else when it is needed by.
    """
    insights = [card for card in reading.by_kind.get(CardKind.INSIGHT, ()) if card.lands_on is not None]
    if not insights:
        return
    sprints, decisions = _sprints(reading), _decisions(reading)
    for card in insights:
        deadlines = [*sprints.get(card.id, ())]
        if card.needed_by is not None:
            deadlines.append(_Deadline(card.needed_by, _on(card.needed_by, _("it is needed by {day}"))))
        if (decision := decisions[reading.flow.class_of[card.id]]) is not None:
            deadlines.append(decision)
        earliest = min(deadlines, default=None)
        if earliest is not None and card.lands_on is not None and card.lands_on > earliest.day:
            yield _found(reading, card, card.lands_on, earliest)


def _found(reading: Reading, card: Card, lands_on: date, deadline: _Deadline) -> Found:
    what = deadline.what or _("the decision {card} falls on {day}").format(
        card=reading.words(deadline.card), day=day_words(deadline.day)
    )
    words = {
        "card": reading.words(card.id),
        "lands": day_words(lands_on),
        "what": what,
    }
    return Found(cards=(card.id, deadline.card) if deadline.card else (card.id,), words=words, phase=card.phase)


def _sprints(reading: Reading) -> dict[str, list[_Deadline]]:
    found: dict[str, list[_Deadline]] = {}
    for sprint in reading.records(Sprint, "sprints"):
        day = sprint.ends or sprint.starts
        if day is not None:
            deadline = _Deadline(day, _end_of(sprint, day))
            for card in sprint.cards:
                found.setdefault(card, []).append(deadline)
    return found


def _end_of(sprint: Sprint, day: date) -> str:
    if not sprint.title.strip():
        return _on(day, _("a sprint without a name ends on {day}"))
    title = quoted(short(sprint.title))
    return _("the sprint {sprint} ends on {day}").format(sprint=title, day=day_words(day))


def _on(day: date, message: str) -> str:
    return message.format(day=day_words(day))


def _decisions(reading: Reading) -> list[_Deadline | None]:
    """For each class of cards the earliest decision among all that flow reaches from it."""

    def day_of(card: str) -> _Deadline | None:
        seen = reading.cards[card]
        day = seen.lands_on or seen.needed_by
        return _Deadline(day, "", card) if day else None

    def earlier(one: _Deadline | None, other: _Deadline | None) -> _Deadline | None:
        return min((each for each in (one, other) if each is not None), default=None)

    days: dict[str, _Deadline | None] = dict.fromkeys(reading.cards)
    days |= {card.id: day_of(card.id) for card in reading.by_kind.get(CardKind.DECISION, ())}
    own = reading.flow.of_classes(days, lambda found: reduce(earlier, found))
    return reading.gathered(own, earlier, None)
