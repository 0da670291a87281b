"""Action without owner or date: something to be done that nobody has taken, or for no day."""

from collections.abc import Iterator

from workshop.findings.finding import Found, Offer
from workshop.findings.reading import Reading
from workshop.model.cards import Card, CardKind
from workshop.translation import pgettext


def actions_without_owner_or_date(reading: Reading) -> Iterator[Found]:
    """An action that lacks its owner or its due date; what is done asks for neither any more."""
    for card in reading.by_kind.get(CardKind.ACTION, ()):
        if not card.done and not (card.owner and card.due):
            words = {"card": reading.words(card.id), "lacks": _lacks(card)}
            has = (Offer.SET_OWNER,) if card.owner else (Offer.SET_DATE,) if card.due else ()
            yield Found(cards=(card.id,), words=words, phase=card.phase, unfit=has)


def _lacks(card: Card) -> str:
    if card.owner:
        return pgettext("has no", "due date")
    return pgettext("has no", "owner") if card.due else pgettext("has no", "owner and no due date")
