"""The names by which the document jumps to a card and to what tells of it."""


def anchor_of(card_id: str) -> str:
    """A card in the section of its phase."""
    return f"card-{card_id}"


def thread_anchor(number: int) -> str:
    """A thread by its number on paper."""
    return f"thread-{number}"


def dot_anchor(number: int) -> str:
    """A dot that nobody connected, by its number on paper."""
    return f"dot-{number}"


def measure_anchor(measure_id: str) -> str:
    """A shared measure."""
    return f"measure-{measure_id}"


def tension_anchor(tension_id: str) -> str:
    """A tension."""
    return f"tension-{tension_id}"


def term_anchor(term_id: str) -> str:
    """A term."""
    return f"term-{term_id}"
