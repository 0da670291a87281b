"""The pictures on cards, decoded at about the size they are shown, least recently used ones let go."""

from collections import OrderedDict
from typing import TYPE_CHECKING

from workshop.board.board import Board
from workshop.model.session import Asset

if TYPE_CHECKING:
    from PySide6.QtCore import QBuffer
    from PySide6.QtGui import QImage, QImageReader

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
        self._sizes: dict[str, tuple[Asset, tuple[int, int]]] = {}
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

    def own_size(self, asset_id: str) -> tuple[int, int]:
        """The width and height of a picture in its own pixels; none for no picture."""
        asset = self._board.find("assets", asset_id)
        if not isinstance(asset, Asset) or asset.media_type not in _KINDS:
            return (0, 0)
        known = self._sizes.get(asset_id)
        if known is None or known[0] is not asset:
            _buffer, reader = _opened(asset)
            size = reader.size()
            known = self._sizes[asset_id] = (asset, (size.width(), size.height()))
        return known[1]

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
    from PySide6.QtCore import QSize, Qt  # no start waits for what few boards need

    if asset.media_type not in _KINDS:
        return None
    _buffer, reader = _opened(asset)
    size = reader.size()
    if size.isValid() and max(size.width(), size.height()) > longest:
        reader.setScaledSize(size.scaled(QSize(longest, longest), Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    return None if image.isNull() else image


def _opened(asset: Asset) -> "tuple[QBuffer, QImageReader]":
    """The bytes of an asset whose kind is known, and what reads them as long as they are kept."""
    from PySide6.QtCore import QBuffer, QByteArray
    from PySide6.QtGui import QImageReader

    buffer = QBuffer()
    buffer.setData(QByteArray(asset.data))
    buffer.open(QBuffer.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(_KINDS[asset.media_type]))
    reader.setAutoDetectImageFormat(False)
    return buffer, reader
