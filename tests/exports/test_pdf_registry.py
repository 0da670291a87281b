"""The table of exports: by extension, never over an existing file unasked."""

from pathlib import Path

import pytest

from exports.registry import EXPORTERS, export_board
from tests.exports.boards import full_board
from workshop.board.board import Board
from workshop.errors import ExportError, MissingRecordError
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.icons import icon_character, icon_font_path


def test_the_extension_chooses_the_kind_of_file(tmp_path: Path) -> None:
    board = full_board(5).board
    export_board(board, tmp_path / "out.PDF")
    export_board(board, tmp_path / "out.json")
    assert (tmp_path / "out.PDF").read_bytes().startswith(b"%PDF-")
    assert (tmp_path / "out.json").read_text(encoding="utf-8").startswith("{")


@pytest.mark.parametrize("extension", list(EXPORTERS))
def test_an_existing_file_is_kept_unless_forced(extension: str, tmp_path: Path) -> None:
    path = tmp_path / f"out{extension}"
    path.write_text("mine")
    with pytest.raises(ExportError, match=r"exists already; use --force to overwrite it\."):
        export_board(Board(), path)
    assert path.read_text() == "mine"
    export_board(Board(), path, force=True)
    assert path.read_bytes() != b"mine"


def test_an_unknown_extension_lists_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match=r"\.pdf .*\.json"):
        export_board(Board(), tmp_path / "out.doc")


def test_every_kind_of_card_has_an_icon_in_the_font() -> None:
    assert icon_font_path().suffix == ".ttf"
    assert len({icon_character(name) for name in KIND_ICONS.values()}) == len(KIND_ICONS)


def test_an_unknown_icon_is_named() -> None:
    with pytest.raises(MissingRecordError, match="no-such-icon"):
        icon_character("no-such-icon")
