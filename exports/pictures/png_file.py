"""A PNG file written from above, some rows at a time.

Pillow would hold all of a picture of 160 million pixels at once, and neither say how far it is nor stop.
"""

import struct
import zlib
from typing import IO, Any

import numpy as np
from numpy.typing import NDArray

Pixels = NDArray[np.uint8]
"""Rows of pixels (height, width, 3 or 4): red, green, blue, and how opaque."""

_LEVEL = 6
_INCH = 0.0254
_RGB, _RGBA = 2, 6


class PngFile:
    """Takes the rows of one picture; the same rows give the same bytes."""

    def __init__(self, file: IO[bytes], width: int, height: int, *, transparent: bool) -> None:
        self._file = file
        self._channels = 4 if transparent else 3
        self._deflate = zlib.compressobj(_LEVEL)
        self._above: Pixels = np.zeros((width, self._channels), np.uint8)
        file.write(b"\x89PNG\r\n\x1a\n")
        kind = _RGBA if transparent else _RGB
        self._chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, kind, 0, 0, 0))

    def note_density(self, dots_an_inch: float) -> None:
        """Say how large the picture is on paper, before the first row."""
        dots = round(dots_an_inch / _INCH)
        self._chunk(b"pHYs", struct.pack(">IIB", dots, dots, 1))

    def note(self, keyword: str, text: str) -> None:
        """Keep a text in the file under a keyword of the format, such as Title or Description, before the first row."""
        body = keyword.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8", "replace")
        self._chunk(b"iTXt", body)

    def add(self, rows: Pixels) -> None:
        """The next rows, counted from above."""
        above = np.concatenate((self._above[None], rows[:-1]))
        self._above = rows[-1].copy()
        if packed := self._deflate.compress(_filtered(rows, above)):
            self._chunk(b"IDAT", packed)

    def end(self) -> None:
        """All rows are there."""
        self._chunk(b"IDAT", self._deflate.flush())
        self._chunk(b"IEND", b"")

    def _chunk(self, name: bytes, body: bytes) -> None:
        checked = name + body
        self._file.write(struct.pack(">I", len(body)) + checked + struct.pack(">I", zlib.crc32(checked)))


def _filtered(rows: Pixels, above: Pixels) -> bytes:
    """Each row as it is, or as what it differs from the one above: whichever has fewer bytes that are not zero."""
    count, width, channels = rows.shape
    plain = rows.reshape(count, width * channels)
    up: Any = plain - above.reshape(count, width * channels)
    left = rows.copy()
    left[:, 1:] -= rows[:, :-1]
    sub = left.reshape(count, width * channels)
    weights = np.stack([np.count_nonzero(way, axis=1) for way in (sub, up)])
    best = weights.argmin(axis=0)
    lines = np.empty((count, 1 + width * channels), np.uint8)
    lines[:, 0] = best + 1
    lines[:, 1:] = np.where(best[:, None] == 0, sub, up)
    return lines.tobytes()
