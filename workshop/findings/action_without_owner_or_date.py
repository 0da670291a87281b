"""Action without owner or date: something to be done that nobody has taken, or for no day."""

from collections.abc import Iterator

from workshop.findings.finding import Found, Offer
from workshop.findings.reading import Reading
from workshop.model.cards import CardKind


def actions_without_owner_or_date(reading: Reading) -> Iterator[Found]:
    """An action that lacks its owner or its due date; what is done asks for neither any more."""
    for card in reading.by_kind.get(CardKind.ACTION, ()):
        lacks = [name for name, value in (("owner", card.owner), ("due date", card.due)) if not value]
        if lacks and not card.done:
            words = {"card": reading.words(card.id), "lacks": " and no ".join(lacks)}
            has = (Offer.SET_OWNER,) if card.owner else (Offer.SET_DATE,) if card.due else ()
            yield Found(cards=(card.id,), words=words, phase=card.phase, unfit=has)
