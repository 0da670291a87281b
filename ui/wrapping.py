"""Where a text field breaks its lines: between words, or anywhere when a word has no end."""

import re

from PySide6.QtGui import QTextOption

_ENDLESS = re.compile(r"\S{2000}")


def wrapping_for(text: str) -> QTextOption.WrapMode:
    """How to wrap a text.

    WORKAROUND Qt looks through the rest of a word once a line when it may also cut inside words: 100 KB without a
    blank take it two seconds a key, and twenty milliseconds when it may cut anywhere.
    """
    mode = QTextOption.WrapMode
    return mode.WrapAnywhere if _ENDLESS.search(text) else mode.WrapAtWordBoundaryOrAnywhere
