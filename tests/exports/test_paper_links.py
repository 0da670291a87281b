"""Where the links of a summary land: on the card that they name, at its own height, and back from it."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from pypdf import PdfReader

from exports.pdf.document import export_paper
from exports.pdf.options import Attached, PaperOptions
from tests.exports.boards import card, new_workshop
from workshop.board.board import Board
from workshop.imports.sample import sample_records

_SHORT_ID = re.compile(r"\b[PSOL]\d+$")
_ABOVE, _BELOW = 4.0, 24.0
"""Points about the height of a target within which the card's head stands."""


class Link(NamedTuple):
    """A link that shows a card's short id: on which page it is, where it leads, and what is said there."""

    name: str
    page: int
    target: int
    said: str


@pytest.fixture(scope="module")
def links(tmp_path_factory: pytest.TempPathFactory) -> list[Link]:
    """The links of the sample's summary that show the short id of a card."""
    path = tmp_path_factory.mktemp("links") / "summary.pdf"
    export_paper(Board(sample_records()), path, PaperOptions(paper="A4", attachment=Attached.NONE))
    return list(_read(path))


def _read(path: Path) -> Iterator[Link]:
    reader, drawn = PdfReader(path), pypdfium2.PdfDocument(path)
    words = [page.get_textpage() for page in drawn]
    number_of = {page.indirect_reference.idnum: place for place, page in enumerate(reader.pages)}
    for place, page in enumerate(reader.pages):
        for annotation in (one.get_object() for one in page["/Annots"]):
            if "/Dest" not in annotation:
                continue
            shown = words[place].get_text_bounded(*map(float, annotation["/Rect"])).strip()
            if name := _SHORT_ID.search(shown):
                leads_to, _, _, top, _ = annotation["/Dest"]
                target = number_of[leads_to.idnum]
                width = float(reader.pages[target].mediabox.width)
                said = words[target].get_text_bounded(0, float(top) - _BELOW, width, float(top) + _ABOVE)
                yield Link(name.group(), place, target, said)
    drawn.close()


def test_each_link_lands_where_the_card_stands_that_it_names(links: list[Link]) -> None:
    assert len(links) > 200
    assert [link for link in links if not re.search(rf"{link.name}(?!\d)", link.said)] == []


def test_cards_are_led_to_from_before_the_appendix_and_from_within_it(links: list[Link]) -> None:
    appendix = {link.target for link in links}
    assert {link.page in appendix for link in links} == {True, False}


def test_addresses_in_the_words_of_a_card_lead_to_the_web_and_no_others_do(tmp_path: Path) -> None:
    workshop = new_workshop()
    card(workshop, "See https://example.com/x?a=1&b=2. Then www.example.org/long, and the rest of it")
    card(workshop, "Not javascript:alert(1), file:///etc/passwd or mail@example.com")
    card(workshop, "رقم https://example.net/ar الفاتورة")
    path = tmp_path / "summary.pdf"
    options = PaperOptions(paper="A4", sections=("appendix",), attachment=Attached.NONE)
    export_paper(workshop.board, path, options)
    reader = PdfReader(path)
    annotations = [one.get_object() for page in reader.pages for one in page["/Annots"]]
    led = {one["/A"]["/URI"]: one["/Rect"] for one in annotations if "/A" in one}
    assert set(led) == {
        "https://example.com/x?a=1&b=2",
        "https://www.example.org/long",
        "https://example.net/ar",
    }
    words = pypdfium2.PdfDocument(path)[0].get_textpage()
    shown = words.get_text_bounded(*map(float, led["https://www.example.org/long"])).strip()
    assert shown.startswith("www.example.org")
