"""The team's logo: read from its file, to stand on the first page."""

from pathlib import Path

from exports.pdf.images import PaperImage, read_image
from workshop.errors import ExportError

LOGO = "logo of the team"
"""What the logo is called among the pictures of a document; no asset has such an id."""

MOST_BYTES = 20_000_000


def logo_of(path: str) -> dict[str, PaperImage]:
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

        return {LOGO: svg_logo(data, file.name)}
    image = read_image(data)
    if image is None:
        raise ExportError(f"The logo {file.name} is no picture that can be read.")
    return {LOGO: image}
