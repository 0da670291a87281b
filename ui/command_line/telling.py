"""What the command line says: one sentence a line on stderr, files written on stdout."""

import json
import re
import sys
from pathlib import Path
from typing import Any

from workshop.model.text import clean_line

_UNSEEN = re.compile(
    "[\x7f-\x9f\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0001]"
)
"""Characters that nobody sees and that could turn a terminal's line about or work its controls.

The joiners within words and emoji are none of them.
"""


def tell(sentence: str) -> None:
    """A sentence on stderr."""
    print(f"trilliant: {seen(sentence)}", file=sys.stderr)


def tell_written(path: Path, more: str = "") -> None:
    """That a file was written, and how large it is; and a sentence more about it."""
    print(f"Wrote {seen(str(path))} ({size_words(path.stat().st_size)}).{f' {more}' if more else ''}")


def seen(text: str) -> str:
    """A text on one line that a terminal shows in the order in which it is read; what nobody would see is named."""
    return _UNSEEN.sub(lambda found: f"<U+{ord(found[0]):04X}>", clean_line(text))


def json_text(value: Any) -> str:
    """A value as JSON for programs, in which a terminal shows nothing in another order either."""
    return _UNSEEN.sub(_escaped, json.dumps(value, ensure_ascii=False, indent=2))


def _escaped(found: re.Match[str]) -> str:
    return json.dumps(found[0])[1:-1] if ord(found[0]) != 0x7F else "\\u007f"


def size_words(size: int) -> str:
    """A number of bytes as people say it."""
    for unit, bytes_in in (("GB", 10**9), ("MB", 10**6), ("KB", 10**3)):
        if size >= bytes_in:
            return f"{size / bytes_in:.1f} {unit}"
    return f"{size} bytes"
