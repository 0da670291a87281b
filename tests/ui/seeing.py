"""Two pictures of a widget, compared as eyes compare them."""

import numpy as np
from numpy.typing import NDArray
from PySide6.QtGui import QImage

ROUNDING, EDGE, SHARE = 6, 80, 0.005
"""Of 255, and of all pixels: Qt rounds smooth edges, dots and letters a little differently where they are clipped, and
from one painting to the next letters of more than 64 pixels, whose outlines depend on the size that their font was used
in last (up to 40 levels; 0.3 % of the pixels of a projected break). A card or a link that is missing, or was left
behind, and a word that is another, differ by more."""


def alike(one: QImage, other: QImage) -> bool:
    """Whether nobody would see a difference."""
    return not different(one, other, SHARE)


def different(one: QImage, other: QImage, share: float = 0.0) -> str:
    """Where two pictures differ first by more than the rounding of smooth edges; empty when they do not."""
    if one.size() != other.size():
        return f"{one.width()} x {one.height()} for {other.width()} x {other.height()}"
    difference = np.abs(_pixels(one) - _pixels(other)).max(axis=2)
    if difference.max() <= EDGE and (difference > ROUNDING).mean() <= share:
        return ""
    y, x = np.argwhere(difference > ROUNDING)[0].tolist()
    return f"{one.pixelColor(x, y).name()} for {other.pixelColor(x, y).name()} at {x}, {y}"


def _pixels(image: QImage) -> NDArray[np.int16]:
    plain = image.convertToFormat(QImage.Format.Format_RGB32)
    return np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), -1, 4).astype(np.int16)
