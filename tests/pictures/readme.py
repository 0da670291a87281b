"""The pictures of the readme, made from the running app and the exported summary: `python -m tests.pictures.readme`."""

import os
import tempfile
from pathlib import Path

import pypdfium2
from PIL import Image

FOLDER = Path("docs/pictures")
PAGES = (0, 1, 2)
PAGE_SCALE = 0.9
GAP = 24
GROUND = "#D9D9D5"


def main() -> None:
    """Write board.png, overview.png and paper.png."""
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(QT_QPA_PLATFORM="offscreen", HOME=folder, TRILLIANT_HOME=folder)
        _window(Path(folder) / "sample.trilliant")
        _paper(Path(folder) / "summary.pdf")


def _window(session: Path) -> None:
    from ui.app import make_application, make_window
    from ui.pictures import paint_fully
    from workshop.imports.sample import sample_records
    from workshop.session.writing import write_session

    write_session(session, sample_records())
    application = make_application()
    window = make_window(application)
    window.show()
    window.open_path(session)
    assert window.desk is not None
    for name, show in (
        ("board", window.desk.board_actions.show_problem),
        ("overview", window.desk.board_actions.show_board),
    ):
        show()
        paint_fully(window)
        window.grab().save(str(FOLDER / f"{name}.png"))
    window.close()


def _paper(path: Path) -> None:
    from exports.registry import export_board
    from workshop.board.board import Board
    from workshop.imports.sample import sample_records

    export_board(Board(sample_records()), path)
    document = pypdfium2.PdfDocument(path)
    pages = [document[page].render(scale=PAGE_SCALE).to_pil() for page in PAGES]
    document.close()
    width, height = pages[0].size
    sheet = Image.new("RGB", (len(pages) * (width + GAP) + GAP, height + 2 * GAP), GROUND)
    for place, page in enumerate(pages):
        sheet.paste(page, (GAP + place * (width + GAP), GAP))
    sheet.save(FOLDER / "paper.png", optimize=True)


if __name__ == "__main__":
    main()
