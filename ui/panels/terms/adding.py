"""Adding the words selected on a card to the terms, as the word of the card's discipline."""

from ui.canvas.canvas import Canvas
from ui.window_state import ORIGIN
from workshop.commands.terms import add_term_from_text
from workshop.method.phrases import phrase_key
from workshop.method.records import records_of
from workshop.method.term_index import Saying
from workshop.model.cards import Discipline
from workshop.model.terms import Term


def term_of_selection(canvas: Canvas) -> str | None:
    """The term of the words that are selected on the card that is written, added if it is new; None without any."""
    state, chosen = canvas.state, canvas.writing.chosen
    if chosen is None:
        state.message.emit("Select words of a card while you write on it; then they can be added to the terms.")
        return None
    card, words = chosen
    canvas.writing.end()
    if (there := _term_with(canvas, words, card.discipline)) is not None:
        return there.id
    added = state.do(
        lambda: add_term_from_text(state.workshop, origin=ORIGIN, text=words, discipline=card.discipline)
    )
    return added.id if added is not None else None


def _term_with(canvas: Canvas, words: str, discipline: Discipline) -> Term | None:
    """The term that has these words on the side of a discipline."""
    saying = {Discipline.CX: Saying.CX, Discipline.UX: Saying.UX, Discipline.JOINT: Saying.AGREED}[discipline]
    key, terms = phrase_key(words), records_of(canvas.state.workshop.board, Term)
    return next((term for term in terms.values() if key and phrase_key(saying.of(term)) == key), None)
