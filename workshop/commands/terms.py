"""Terms: adding, changing and removing them, from a selection of text and from a table."""

from collections.abc import Iterable

import msgspec
from msgspec import UNSET, UnsetType
from msgspec.structs import replace

from workshop.errors import InvalidRecordError
from workshop.imports.terms_csv import TermRow
from workshop.method.checks import checked_line
from workshop.method.phrases import phrase_key
from workshop.method.records import records_of, standing
from workshop.method.term_rules import Glossary
from workshop.model.cards import Discipline
from workshop.model.journey import Altitude
from workshop.model.terms import Term
from workshop.model.text import clean_text
from workshop.workshop import Workshop

MOST_TERMS = 2_000
"""Terms that a session holds."""


class TakenTerms(msgspec.Struct, frozen=True):
    """What became of a table's terms: how many are new, how many changed, and why the others were not taken."""

    added: int
    changed: int
    refused: tuple[str, ...]

    @property
    def sentence(self) -> str:
        """What the notice says after an import."""
        told = [f"{self.added} added", f"{self.changed} changed"]
        if self.refused:
            told.append(f"{len(self.refused)} not taken: {self.refused[0]}")
        return f"Terms: {', '.join(told)}" + ("" if self.refused else ".")


def add_term(
    workshop: Workshop,
    *,
    origin: str,
    cx_says: str = "",
    ux_says: str = "",
    agreed: str = "",
    definition: str = "",
    example: str = "",
    altitude: Altitude | None = None,
) -> Term:
    """Add a term. Raises InvalidRecordError for what `Glossary.check` refuses, and beyond MOST_TERMS."""
    row = TermRow(cx_says, ux_says, agreed, definition, example, altitude)
    term = _checked(workshop, _term_of(Term(id=workshop.new_id()), row))
    with workshop.transact("add term", origin) as transaction:
        return transaction.put(term)


def add_term_from_text(workshop: Workshop, *, origin: str, text: str, discipline: Discipline) -> Term:
    """Add a term out of words selected on a card: as the word of the card's discipline, of a joint card as agreed."""
    side = {Discipline.CX: "cx_says", Discipline.UX: "ux_says", Discipline.JOINT: "agreed"}[discipline]
    return add_term(workshop, origin=origin, **{side: text})  # type: ignore[arg-type]


def change_term(
    workshop: Workshop,
    *,
    origin: str,
    term_id: str,
    cx_says: str | None = None,
    ux_says: str | None = None,
    agreed: str | None = None,
    definition: str | None = None,
    example: str | None = None,
    altitude: Altitude | UnsetType | None = UNSET,
) -> Term:
    """Set what is given and leave the rest; an altitude of None clears it. Raises what add_term raises."""
    term = standing(workshop.board, Term, term_id)
    row = TermRow(
        term.cx_says if cx_says is None else cx_says,
        term.ux_says if ux_says is None else ux_says,
        term.agreed if agreed is None else agreed,
        term.definition if definition is None else definition,
        term.example if example is None else example,
        term.altitude if isinstance(altitude, UnsetType) else altitude,
    )
    changed = _checked(workshop, _term_of(term, row))
    with workshop.transact("change term", origin) as transaction:
        return transaction.put(changed)


def remove_term(workshop: Workshop, *, origin: str, term_id: str) -> None:
    """Remove a term. Raises MissingRecordError when it is gone."""
    term = standing(workshop.board, Term, term_id)
    with workshop.transact("delete term", origin) as transaction:
        transaction.remove(term)


def take_terms(workshop: Workshop, *, origin: str, rows: Iterable[TermRow]) -> TakenTerms:
    """Take the terms of a table in, as one step: one with the words of a term that is there changes it.

    A row that breaks a rule is left out and told with its line; the others are taken.
    """
    terms = dict(records_of(workshop.board, Term))
    glossary = Glossary(terms.values())
    by_words = {_words(term): term for term in terms.values()}
    added, changed, refused = 0, 0, []
    with workshop.transact("import terms", origin) as transaction:
        for row in rows:
            there = by_words.get(_words(row))
            try:
                term = _term_of(there or Term(id=workshop.new_id()), row)
                glossary.check(term)
                _check_room(there is None, len(terms))
            except InvalidRecordError as error:
                refused.append(f"Line {row.line}: {error}")
                continue
            added, changed = added + (there is None), changed + (there is not None and there != term)
            terms[term.id] = by_words[_words(term)] = transaction.put(term)
            glossary.put(term)
    return TakenTerms(added, changed, tuple(refused))


def _checked(workshop: Workshop, term: Term) -> Term:
    terms = records_of(workshop.board, Term)
    Glossary(terms.values()).check(term)
    _check_room(term.id not in terms, len(terms))
    return term


def _check_room(new: bool, terms: int) -> None:
    if new and terms >= MOST_TERMS:
        raise InvalidRecordError(f"A session holds at most {MOST_TERMS:,} terms; delete some first.")


def _term_of(term: Term, row: TermRow) -> Term:
    return replace(
        term,
        cx_says=checked_line("What CX says", row.cx_says),
        ux_says=checked_line("What UX says", row.ux_says),
        agreed=checked_line("The agreed word", row.agreed),
        definition=clean_text(row.definition).strip(),
        example=clean_text(row.example).strip(),
        altitude=row.altitude,
    )


def _words(term: Term | TermRow) -> tuple[tuple[str, ...], ...]:
    """The words by which a row of a table finds its term: those of both sides, or else the agreed one."""
    sides = (phrase_key(term.cx_says), phrase_key(term.ux_says))
    return sides if any(sides) else (*sides, phrase_key(term.agreed))
