"""Pictures from the clipboard and from files, scaled down to what a session keeps, on another thread."""

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QMimeData, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter, QPixmap

from ui.pasting.errand import Flow, in_thread
from ui.window_state import ORIGIN, WindowState
from workshop.commands.assets import LONGEST_SIDE, NewPicture, add_picture_cards
from workshop.commands.pasting import Manner
from workshop.errors import ForeignFileError
from workshop.model.cards import Card
from workshop.model.text import short

MOST_PIXELS = 64_000_000
"""Pixels of a file that must be decoded whole; JPEG is decoded small, so that it may have more."""

MOST_PIXELS_OF_JPEG = 400_000_000
MOST_PICTURES = 50

_PNG_UNTIL = 700_000
"""Bytes of a PNG above which a picture without transparency is kept as JPEG where that is smaller."""

_QUALITY = 88


def is_picture(mime: QMimeData) -> bool:
    """Whether the picture is what was meant: spreadsheets give one beside their cells, pages beside their words."""
    if not mime.hasImage() or (mime.hasHtml() and "<table" in mime.html().lower()):
        return False
    text = mime.text().strip()
    return not text or ("://" in text and not any(mark in text for mark in " \n"))


def picture_flow(
    sources: Sequence[QImage | QPixmap | Path],
    manner: Manner,
    state: WindowState,
    show: Callable[[Sequence[Card]], None],
) -> Flow:
    """Steps that read pictures one after the other and put all on the board at once, saying what was scaled down."""
    if len(sources) > MOST_PICTURES:
        raise ForeignFileError(f"At most {MOST_PICTURES} pictures can come at once; take some of them.")
    pictures: list[NewPicture] = []
    scaled: list[str] = []
    for place, source in enumerate(sources):
        plain = source.toImage() if isinstance(source, QPixmap) else source
        if isinstance(plain, Path):
            yield f"Reading {short(plain.name, 40)}"
        picture, before = yield from in_thread(partial(_prepared, plain))
        pictures.append(picture)
        if max(before) > LONGEST_SIDE:
            scaled.append(
                f"from {before[0]:,} × {before[1]:,} to {picture.width:,} × {picture.height:,} pixels"
            )
        yield (place + 1) / len(sources)
    made = add_picture_cards(state.workshop, origin=ORIGIN, pictures=pictures, manner=manner)
    show(made)
    if len(scaled) == 1:
        state.message.emit(f"The picture was scaled down {scaled[0]}; the original is not kept.")
    elif scaled:
        state.message.emit(f"{len(scaled)} pictures were scaled down; their originals are not kept.")


def _prepared(source: QImage | Path, _cancelled: Callable[[], bool]) -> tuple[NewPicture, tuple[int, int]]:
    return prepared(source)


def prepared(source: QImage | Path) -> tuple[NewPicture, tuple[int, int]]:
    """A picture as a session keeps it, and its size before. What a camera notes in a file, such as the place, is
    left out. Raises ForeignFileError saying why it cannot be taken.
    """
    name = source.name if isinstance(source, Path) else "Pasted picture"
    image, before = _read(source) if isinstance(source, Path) else (source, _size(source))
    if image.isNull():
        raise ForeignFileError(f"{short(name, 60)} cannot be read as a picture; nothing was pasted.")
    if max(_size(image)) > LONGEST_SIDE:
        image = image.scaled(
            LONGEST_SIDE,
            LONGEST_SIDE,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
    data, media_type = _encoded(image)
    return NewPicture(data, media_type, image.width(), image.height(), name), before


def _read(path: Path) -> tuple[QImage, tuple[int, int]]:
    """The picture of a file, decoded no larger than is needed, turned upright, and its size in the file."""
    reader = QImageReader(str(path))
    reader.setDecideFormatFromContent(True)
    reader.setAutoTransform(True)
    if bytes(reader.format().data()).startswith(b"svg"):
        raise ForeignFileError(
            f"{short(path.name, 60)} is a drawing that may name other files; save it as PNG first."
        )
    size = reader.size()
    most = MOST_PIXELS_OF_JPEG if bytes(reader.format().data()) == b"jpeg" else MOST_PIXELS
    if size.width() * size.height() > most:
        raise ForeignFileError(
            f"{short(path.name, 60)} has {size.width() * size.height() / 1e6:,.0f} megapixels; at most "
            f"{most / 1e6:,.0f} can be taken. Save it smaller first."
        )
    if size.isValid() and max(size.width(), size.height()) > LONGEST_SIDE:
        wanted = QSize(LONGEST_SIDE, LONGEST_SIDE)
        reader.setScaledSize(size.scaled(wanted, Qt.AspectRatioMode.KeepAspectRatio))
    image = reader.read()
    turned = image.width() > image.height() and size.width() < size.height()
    before = (size.height(), size.width()) if turned else (size.width(), size.height())
    return image, before if size.isValid() else _size(image)


def _size(image: QImage) -> tuple[int, int]:
    return image.width(), image.height()


def _encoded(image: QImage) -> tuple[bytes, str]:
    """The smaller of PNG and, for large pictures without transparency, JPEG."""
    png = _bytes(image, b"PNG", -1)
    if len(png) <= _PNG_UNTIL or image.hasAlphaChannel():
        return png, "image/png"
    jpeg = _bytes(image, b"JPEG", _QUALITY)
    return (jpeg, "image/jpeg") if len(jpeg) < len(png) else (png, "image/png")


def _bytes(image: QImage, kind: bytes, quality: int) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, QByteArray(kind))
    writer.setQuality(quality)
    if not writer.write(image):
        raise ForeignFileError(f"This picture cannot be kept ({writer.errorString()}); nothing was pasted.")
    return bytes(kept.data())
