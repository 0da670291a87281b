"""What was last chosen for the export of a session."""

from pathlib import Path

import msgspec

from exports.pdf.options import PaperOptions
from ui.settings import read_setting, write_setting


def last_options(session: Path) -> PaperOptions:
    """The options of the last export of this session, those of a first export where there was none."""
    try:
        last = msgspec.json.decode(read_setting(_name(session), "{}"), type=PaperOptions)
    except msgspec.DecodeError:
        last = PaperOptions()
    return msgspec.structs.replace(last, session=str(session))


def first_options(session: Path) -> PaperOptions:
    """The options of a document about a session for which nothing was chosen."""
    return PaperOptions(session=str(session))


def remember_options(session: Path, options: PaperOptions) -> None:
    """Keep the options for the next export of this session; which cards were chosen is not kept."""
    kept = msgspec.structs.replace(options, chosen=None, session="")
    write_setting(_name(session), msgspec.json.encode(kept).decode())


def _name(session: Path) -> str:
    return f"paper of {session}"
