"""Grey paper: patterns tell disciplines apart and leave words free."""

from pathlib import Path

import pypdfium2
import pytest

from exports.pdf.document import export_paper
from exports.pdf.greys import Grounds
from exports.pdf.options import Kind, PaperOptions
from tests.exports.boards import card, new_workshop
from workshop.model.cards import Discipline
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Rect

CARD = Rect(0, 0, 100, 60)
FINE = 4


@pytest.mark.parametrize("kind", [Kind.CARDS, Kind.SUMMARY, Kind.HANDOUT])
@pytest.mark.parametrize("discipline", [Discipline.JOINT, Discipline.UX])
def test_no_line_of_a_pattern_runs_through_words(discipline: Discipline, kind: Kind, tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "Words that are read", discipline=discipline)
    options = PaperOptions(kind=kind, paper="A4", grey=True, sections=("phases", "appendix"))
    export_paper(workshop.board, tmp_path / "grey.pdf", options)
    document = pypdfium2.PdfDocument(tmp_path / "grey.pdf")
    words = document[0].get_textpage()
    place = words.search("Words that", match_case=True).get_next()
    assert place is not None
    left, bottom, _, top = words.get_charbox(place[0])
    page = document[0].render(scale=FINE).to_pil().convert("L")
    height = document[0].get_height()
    before = page.crop(
        tuple(int(FINE * side) for side in (left - 0.8, height - top, left - 0.3, height - bottom))
    )
    assert before.getextrema() == (255, 255)
    document.close()


def test_words_on_a_pattern_get_plain_ground_within_their_box() -> None:
    grounds = Grounds(grey=True)
    fill = LIGHT.disciplines[Discipline.JOINT].fill
    assert grounds.under(fill, CARD) is not None
    grounds.under(fill, Rect(0, 50, 100, 5))
    plate = grounds.plate(Rect(90, 20, 20, 8))
    assert plate is not None
    assert plate[0] == fill
    assert CARD.contains(plate[1])
    assert grounds.plate(Rect(120, 20, 20, 8)) is None


def test_words_on_plain_cards_and_on_coloured_paper_need_none() -> None:
    grounds, coloured = Grounds(grey=True), Grounds(grey=False)
    joint, cx = (LIGHT.disciplines[one].fill for one in (Discipline.JOINT, Discipline.CX))
    grounds.under(joint, CARD)
    assert grounds.under(cx, CARD) is None
    assert coloured.under(joint, CARD) is None
    for one in (grounds, coloured):
        assert one.plate(Rect(10, 10, 20, 8)) is None
