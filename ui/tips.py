"""Tooltips that say what people wrote: as it stands, though Qt takes what looks like markup for markup."""


def plain_tip(words: str) -> str:
    """Words for a tooltip that shows them letter by letter."""
    if not any(letter in words for letter in "<&"):
        return words
    from html import escape

    return f"<div>{escape(words)}</div>"
