"""Words of others within a sentence of ours: they run as they like and turn nothing around them."""

from unicodedata import bidirectional

ISOLATE, END_OF_ISOLATE = "\u2068", "\u2069"
ISOLATES = f"\u2066\u2067{ISOLATE}"
"""What begins an isolate: one to the right, one to the left, and one that runs as what is in it."""

_END_OF_EMBEDDING = "\u202c"
_CLOSED_BY = dict.fromkeys("\u202a\u202b\u202d\u202e", _END_OF_EMBEDDING) | dict.fromkeys(
    ISOLATES, END_OF_ISOLATE
)
"""What turns the text that follows, and what ends it: embeddings and overrides, and isolates."""

_MARKS = str.maketrans("", "", "".join((*_CLOSED_BY, _END_OF_EMBEDDING, END_OF_ISOLATE)))

_FIRST_TURNING = "\u0590"
"""No character below it turns a text or runs right to left."""

_TURNING = frozenset(("R", "AL", "AN", "LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"))


def isolated(words: str) -> str:
    """The words with marks that keep them apart, where any of them run right to left or would turn what follows."""
    if words.isascii() or max(words) < _FIRST_TURNING or _TURNING.isdisjoint(map(bidirectional, words)):
        return words
    return f"{ISOLATE}{closed(words)}{END_OF_ISOLATE}"


def unturned(sentence: str) -> str:
    """A sentence without any mark that turns it, for terminals, outlines and text that is copied."""
    return sentence if sentence.isascii() else sentence.translate(_MARKS)


def closed(words: str) -> str:
    """The words in which all that turns them ends, and nothing ends that did not begin there."""
    kept, ends = [], []
    for character in words:
        if character in _CLOSED_BY:
            ends.append(_CLOSED_BY[character])
        elif character in (_END_OF_EMBEDDING, END_OF_ISOLATE) and not _ends(character, ends):
            continue
        kept.append(character)
    return "".join((*kept, *reversed(ends)))


def left_open(line: str) -> str:
    """The marks of a line that turn what comes after it too."""
    opened: list[str] = []
    ends: list[str] = []
    for character in line:
        if character in _CLOSED_BY:
            opened.append(character)
            ends.append(_CLOSED_BY[character])
        elif character in (_END_OF_EMBEDDING, END_OF_ISOLATE):
            _ends(character, ends)
            del opened[len(ends) :]
    return "".join(opened)


def _ends(character: str, ends: list[str]) -> bool:
    """Whether a mark ends what is open; it is open no more then, nor is what began within."""
    if character not in ends or (character == _END_OF_EMBEDDING and ends[-1] != character):
        return False
    while ends.pop() != character:
        pass
    return True
