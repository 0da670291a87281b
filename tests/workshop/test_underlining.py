"""Words of terms are underlined where they stand on a card, also where the card breaks or cuts its lines."""

from hypothesis import given
from hypothesis import strategies as st

from workshop.model.cards import Card, Discipline
from workshop.picture.card_plan import CardWords, card_plan, card_writing, term_at
from workshop.picture.fonts import text_width
from workshop.picture.palette import LIGHT
from workshop.picture.plan import Point, Rect, Stroke, TextRun
from workshop.picture.underlining import Range, places_of

CORNER = Point(12.0, 36.0)


def test_a_word_is_underlined_from_its_first_letter_to_its_last() -> None:
    card = Card(id="c", text="The bill came late", discipline=Discipline.CX)
    shapes = card_plan(card, CardWords(terms=((4, 8),)), LIGHT)
    (run,) = [shape for shape in shapes if isinstance(shape, TextRun) and shape.text == card.text]
    (line,) = [shape for shape in shapes if isinstance(shape, Stroke)]
    first, last = line.points
    assert abs(first.x - run.x - text_width("The ", run.size)) < 0.01
    assert abs(last.x - run.x - text_width("The bill", run.size)) < 0.01
    assert run.baseline < first.y < run.baseline + 0.3 * run.size


def test_without_terms_nothing_is_underlined() -> None:
    shapes = card_plan(Card(id="c", text="The bill came late"), CardWords(), LIGHT)
    assert not [shape for shape in shapes if isinstance(shape, Stroke)]


def test_a_phrase_that_a_line_break_parts_is_underlined_on_both_lines() -> None:
    text = "the setting of the very first quiet customer journey"
    first, last = text.index("customer"), len(text)
    places = _places(Card(id="c", text=text, w=120.0), (first, last))
    assert len(places) == 2
    assert {found for found, _ in places} == {(first, last)}


def test_what_the_card_cuts_off_is_not_underlined() -> None:
    text = "word " * 400 + "bill"
    assert not _places(Card(id="c", text=text), (len(text) - 4, len(text)))


def test_a_word_in_a_list_is_found_behind_its_indent() -> None:
    card = Card(id="c", text="- bill\n- bill")
    one, two = _places(card, (2, 6)), _places(card, (9, 13))
    assert one[0][1].x == two[0][1].x > CORNER.x
    assert one[0][1].y < two[0][1].y


def test_a_word_written_from_right_to_left_lies_at_the_right_of_what_follows_it() -> None:
    text = "שלום עולם"
    ((_, first),) = _places(Card(id="c", text=text), (0, 4))
    ((_, second),) = _places(Card(id="c", text=text), (5, 9))
    assert first.x > second.x
    assert not _places(Card(id="c", text=f"bill {text}"), (0, 4))


def test_the_word_under_a_point_is_told_with_its_box() -> None:
    card = Card(id="c", text="The bill came late")
    ((_, rect),) = _places(card, (4, 8))
    assert term_at(card, ((4, 8),), rect.centre) == ((4, 8), rect)
    assert term_at(card, ((4, 8),), Point(rect.right + 3, rect.centre.y)) is None


@given(st.text(alphabet="ab é\n-…", max_size=120), st.data())
def test_what_is_underlined_lies_within_the_width_of_its_card(text: str, data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text)))
    last = data.draw(st.integers(first, len(text)))
    card = Card(id="c", text=text)
    for _, rect in _places(card, (first, last)):
        assert CORNER.x - 0.01 <= rect.x <= rect.right <= card.w - CORNER.x + 0.01


def _places(card: Card, found: Range) -> list[tuple[Range, Rect]]:
    writing = card_writing(card)
    return list(places_of(card.text, writing.lines, (found,), CORNER, writing.size))
