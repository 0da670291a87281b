"""The team's logo: read from its file, in greys where the paper is grey, and set into a corner."""

import warnings
from io import BytesIO
from pathlib import Path

from exports.pdf.images import MOST_PIXELS, PaperImage, read_image
from exports.pdf.page import Placed
from workshop.errors import ExportError
from workshop.picture.plan import Picture, Rect

LOGO = "logo of the team"
"""What the logo is called among the pictures of a document; no asset has such an id."""

MOST_BYTES = 20_000_000


def logo_of(path: str, *, grey: bool = False) -> dict[str, PaperImage]:
    """The logo by its name, nothing for an empty path. Raises ExportError when it cannot be read."""
    if not path:
        return {}
    file = Path(path)
    try:
        if file.stat().st_size > MOST_BYTES:
            raise ExportError(f"The logo {file.name} is larger than 20 MB; use a smaller picture.")
        data = file.read_bytes()
    except OSError as error:
        raise ExportError(f"The logo {file.name} could not be read.") from error
    if file.suffix.lower() == ".svg":
        from exports.pdf.svg_logo import svg_logo

        return {LOGO: svg_logo(data, file.name, grey=grey)}
    image = read_image(data)
    if image is not None and grey:
        image = read_image(in_greys(data))
    if image is None and _is_too_large(data):
        most = MOST_PIXELS // 10**6
        raise ExportError(f"The logo {file.name} has more than {most} million pixels; save it smaller.")
    if image is None:
        raise ExportError(f"The logo {file.name} is no picture that can be read.")
    return {LOGO: image}


def _is_too_large(data: bytes) -> bool:
    """Whether a picture has more pixels than are read."""
    from PIL import Image

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data)) as image:
                return image.width * image.height > MOST_PIXELS
    except Image.DecompressionBombError:
        return True
    except Exception:  # whatever a damaged picture makes its reader raise
        return False


def in_greys(data: bytes) -> bytes:
    """A picture that can be read as a PNG of greys as light as its colours; what shows through stays so."""
    from PIL import Image

    with Image.open(BytesIO(data)) as image:
        shows_through = "A" in image.getbands() or "transparency" in image.info
        grey = image.convert("RGBA").convert("LA") if shows_through else image.convert("L")
    body = BytesIO()
    grey.save(body, "PNG")
    return body.getvalue()


def placed_logo(logo: PaperImage, right: float, top: float, room: tuple[float, float]) -> Placed:
    """The logo as large as a room, its width and height, allows, in the room's upper right corner."""
    scale = min(room[0] / logo.width, room[1] / logo.height)
    place = Rect(0, 0, logo.width, logo.height)
    return Placed((Picture(place, LOGO),), right - logo.width * scale, top, scale)
