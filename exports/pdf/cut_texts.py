"""What people are told where a document had no room for all words of some cards."""


def cut_words(cards: int, where: str = "the summary has") -> str:
    """A sentence about so many cards whose texts are cut, and where they are told in full; empty for none."""
    if cards == 1:
        return f"1 card's text is cut; {where} all of it."
    return f"{cards} cards' texts are cut; {where} all of them." if cards else ""
