"""The pictures on cards, decoded at about the size they are shown, least recently used ones let go."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from workshop.board.board import Board
from workshop.model.session import Asset

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

MOST_BYTES = 24 * 1024 * 1024
_STEP = 1.5
"""A picture is decoded for sizes this far apart, so that small steps of zooming do not decode it each time."""

_KINDS = {"image/png": b"png", "image/jpeg": b"jpeg", "image/gif": b"gif", "image/webp": b"webp"}
"""The kinds of pictures that are decoded. Others, such as SVG, may name further files to be read."""


class AssetImages:
    """Decodes the pictures of a board's assets."""

    def __init__(self, board: Board) -> None:
        self._board = board
        self._kept: OrderedDict[tuple[str, int], tuple[Asset, QImage | None]] = OrderedDict()
        self._bytes = 0

    def at_size(self, asset_id: str, width: float, height: float) -> "QImage | None":
        """A picture to be drawn into so many device pixels: not smaller, and not much larger; None for no picture."""
        asset = self._board.find("assets", asset_id)
        if not isinstance(asset, Asset):
            return None
        rung = 64
        while rung < max(width, height):
            rung = round(rung * _STEP)
        key = (asset_id, rung)
        kept = self._kept.get(key)
        if kept is not None and kept[0] is asset:
            self._kept.move_to_end(key)
            return kept[1]
        image = decoded(asset, rung)
        self._keep(key, asset, image)
        return image

    def _keep(self, key: tuple[str, int], asset: Asset, image: "QImage | None") -> None:
        if (old := self._kept.pop(key, None)) is not None and old[1] is not None:
            self._bytes -= old[1].sizeInBytes()
        self._kept[key] = (asset, image)
        self._bytes += image.sizeInBytes() if image is not None else 0
        while self._bytes > MOST_BYTES and len(self._kept) > 1:
            _, (_, gone) = self._kept.popitem(last=False)
            self._bytes -= gone.sizeInBytes() if gone is not None else 0


def decoded(asset: Asset, longest: int) -> "QImage | None":
    """An asset's picture, its longer side at most so many pixels; None when its bytes are none of its kind."""
    from PySide6.QtCore import QBuffer, QByteArray, QSize, Qt  # no start waits for what few boards need
    from PySide6.QtGui import QImageReader

    kind = _KINDS.get(asset.media_type)
    if kind is None:
        return None
    buffer = QBuffer()
    buffer.setData(QByteArray(asset.data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image
