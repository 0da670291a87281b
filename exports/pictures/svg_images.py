"""Pictures on cards as an SVG carries them: as they are where every browser reads them, else as PNG."""

from io import BytesIO
from typing import NamedTuple

_KINDS = {"PNG": "image/png", "JPEG": "image/jpeg", "GIF": "image/gif", "WEBP": "image/webp"}


class Embedded(NamedTuple):
    """The media type and the bytes of a picture."""

    kind: str
    body: bytes


def embedded(data: bytes) -> Embedded:
    """A picture that was read before, by what its bytes are and not by what its record says."""
    from PIL import Image

    with Image.open(BytesIO(data), formats=("PNG", "JPEG", "GIF", "WEBP", "BMP")) as image:
        if (kind := _KINDS.get(image.format or "")) is not None:
            return Embedded(kind, data)
        body = BytesIO()
        image.convert("RGBA").save(body, "PNG")
        return Embedded(_KINDS["PNG"], body.getvalue())
