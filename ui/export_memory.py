"""What was last chosen for the export of a session."""

from pathlib import Path

import msgspec

from exports.pdf.options import PaperOptions
from exports.pictures.options import BOARD, PictureOptions
from ui.settings import read_setting, write_setting
from workshop.session.path_text import path_text


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
    """Keep the options for the next export of this session; which cards were chosen is not kept.

    Nor are the sections of a part of the board: those that were last chosen for all of it stay.
    """
    sections = options.sections if options.chosen is None else last_options(session).sections
    kept = msgspec.structs.replace(options, chosen=None, sections=sections, session="")
    write_setting(_name(session), msgspec.json.encode(kept).decode())


class LastPicture(msgspec.Struct, frozen=True, kw_only=True):
    """The choices of a picture, and the suffix of its file."""

    options: PictureOptions = PictureOptions()
    suffix: str = ".png"


def last_picture(session: Path) -> LastPicture:
    """The choices of the last picture of this session, those of a first one where there was none."""
    try:
        return msgspec.json.decode(read_setting(_picture_name(session), "{}"), type=LastPicture)
    except msgspec.DecodeError:
        return LastPicture()


def remember_picture(session: Path, picture: LastPicture) -> None:
    """Keep the choices for the next picture of this session, but for the part of the board that it shows."""
    options = msgspec.structs.replace(picture.options, part=BOARD, chosen=None)
    kept = msgspec.structs.replace(picture, options=options)
    write_setting(_picture_name(session), msgspec.json.encode(kept).decode())


def _picture_name(session: Path) -> str:
    return f"picture of {path_text(session)}"


def _name(session: Path) -> str:
    return f"paper of {path_text(session)}"
