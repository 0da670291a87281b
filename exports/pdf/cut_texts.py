"""What people are told where a document had no room for all words of some cards."""


def cut_words(cards: int) -> str:
    """A sentence about so many cards whose texts are cut; empty for none."""
    if cards == 1:
        return "1 card's text is cut; the summary has all of it."
    return f"{cards} cards' texts are cut; the summary has all of them." if cards else ""
