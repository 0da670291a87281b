"""Suggested pairs of words: taking one as a term, or dropping it so that it is not suggested again."""

from workshop.commands.terms import add_term
from workshop.method.phrases import phrase_key
from workshop.method.records import records_of
from workshop.method.term_suggestions import TermSuggestion
from workshop.model.session import Dismissal
from workshop.model.terms import Term
from workshop.workshop import Workshop

SUGGESTED = "suggested-term"
"""What the record of a dropped suggestion names in the place of a finding, as it is set aside like one."""

SHOWN = 12
"""So many suggestions are shown at a time: the next one comes when one is taken or dropped."""


def take_suggestion(workshop: Workshop, *, origin: str, suggestion: TermSuggestion) -> Term:
    """Add the term of a suggestion, without an agreed word yet. Raises what add_term raises."""
    return add_term(workshop, origin=origin, cx_says=suggestion.cx_says, ux_says=suggestion.ux_says)


def drop_suggestion(
    workshop: Workshop, *, origin: str, suggestion: TermSuggestion, author: str | None = None
) -> Dismissal:
    """Say that the two words mean two things; undo takes it back."""
    with workshop.transact("drop suggestion", origin) as transaction:
        return transaction.put(
            Dismissal(
                id=workshop.new_id(),
                finding=SUGGESTED,
                reason=f"“{suggestion.cx_says}” and “{suggestion.ux_says}” mean two things.",
                state=_state(suggestion),
                author=author,
            )
        )


def without_dropped(workshop: Workshop, suggestions: list[TermSuggestion]) -> list[TermSuggestion]:
    """The first SHOWN of the suggestions that nobody has dropped."""
    dropped = {
        record.state for record in records_of(workshop.board, Dismissal).values() if record.finding == SUGGESTED
    }
    return [suggestion for suggestion in suggestions if _state(suggestion) not in dropped][:SHOWN]


def _state(suggestion: TermSuggestion) -> str:
    """Both words as they are compared, so that letter case brings nothing back."""
    return " / ".join(" ".join(phrase_key(word)) for word in (suggestion.cx_says, suggestion.ux_says))
