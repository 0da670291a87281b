"""Words in every script on every kind of document: read back as they were written, and drawn where a font has them."""

from pathlib import Path

import pypdfium2
import pytest
from msgspec.structs import replace
from pypdf import PdfReader

from exports.pdf.document import ExportReport, export_paper
from exports.pdf.options import Kind, PaperOptions
from exports.pdf.run_in import run_in_rows
from exports.pdf.scripts import visual_runs
from exports.pdf.shaped_text import shape_line
from exports.pdf.typeset import Style, cut_label, dotted, lines_of
from tests.exports.boards import card, new_workshop, person
from tests.exports.method_boards import put, tension
from tests.exports.reading import all_text, exported, outline_titles, squeezed
from tests.exports.test_paper_kinds import laid
from workshop.model.cards import CardKind, Discipline
from workshop.model.diamonds import Phase
from workshop.model.isolating import isolated, unturned
from workshop.model.tensions import Frequency, Impact, Position, Tension
from workshop.picture.directions import runs_leftward
from workshop.picture.fonts import text_width
from workshop.picture.plan import TextRun, Weight

SCRIPTS = {
    "Latin": "Tiếng Việt, żółć, Größe, ½",
    "Greek": "Ωραία ιδέα για όλους",
    "Cyrillic": "Счёт не приходит вовремя",
    "Chinese": "账单没有明细",
    "Japanese": "請求書の内訳を探しています",
    "Korean": "청구서 내역을 찾을 수 없다",
    "Arabic": "لا يجد العملاء تفاصيل الفاتورة",
    "Hebrew": "הלקוחות לא מוצאים את החשבונית",
    "Devanagari": "ग्राहक बिल नहीं समझते",
    "Thai": "ลูกค้าไม่เข้าใจใบแจ้งหนี้",
    "emoji": "works 😀 for 👩‍🔧 too",
    "arrows": "signal → outcome ⇒ done ↔ ✓",
    "mixed": "Invoice فاتورة and 账单 → 😀",
}

TWO_WAYS = {
    "Arabic with a number": "العملاء لا يجدون زر التصدير في 3 أيام",
    "Arabic with a product": "لا يعمل زر Trilliant Board بعد التحديث (الإصدار 12) أبدا",
    "Hebrew with brackets": "לקוחות אינם מוצאים את כפתור הייצוא (PDF) בתוך 5 דקות",
    "Hebrew with a share": "ירידה של 25% (שנתית) בשימוש ב-Trilliant",
    "Latin with Hebrew": "Shown to לקוחות (חדשים) first, 3 times",
}


SENTENCES = {
    "Arabic": "تتصاعد المكالمات في أول الشهر لأن العملاء لا يجدون تفاصيل الفاتورة",
    "Hebrew": "הלקוחות מתקשרים בתחילת החודש כי אינם מוצאים את פירוט החשבונית",
    "Devanagari": "महीने की पहली तारीख को बिलिंग कॉल दोगुने हो जाते हैं क्योंकि विवरण नहीं मिलता",
    "Thai": "สายเรียกเก็บเงินเพิ่มขึ้นสองเท่าในวันที่หนึ่งเพราะลูกค้าหารายละเอียดไม่พบ",
    "Tamil": "வாடிக்கையாளர்கள் விலைப்பட்டியலின் விவரங்களைக் கண்டுபிடிக்கவில்லை",
    "Bengali": "গ্রাহকরা চালানের বিবরণ খুঁজে পান না তাই মাসের শুরুতে ফোন করেন",
}


def export(words: str, kind: Kind, path: Path) -> ExportReport:
    workshop = new_workshop()
    card(workshop, words)
    return export_paper(workshop.board, path, PaperOptions(kind=kind))


def selected(path: Path) -> str:
    """What a viewer selects; pypdf guesses at the order of lines in two directions."""
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(document[place].get_textpage().get_text_bounded() for place in range(len(document)))
    finally:
        document.close()


@pytest.mark.parametrize("script", list(SENTENCES))
def test_the_width_that_lines_are_broken_by_is_about_what_a_script_takes(script: str) -> None:
    drawn = shape_line(SENTENCES[script], Weight.REGULAR)
    if drawn.boxes:
        pytest.skip(f"no font here has {script}")
    assert 0.82 < drawn.width / text_width(SENTENCES[script], 1.0) < 1.04


@pytest.mark.parametrize("kind", [*Kind])
@pytest.mark.parametrize("script", list(SCRIPTS))
def test_words_of_every_script_are_read_back_from_every_kind(script: str, kind: Kind, tmp_path: Path) -> None:
    export(SCRIPTS[script], kind, tmp_path / "paper.pdf")
    told = (
        selected(tmp_path / "paper.pdf") if script == "mixed" else all_text(PdfReader(tmp_path / "paper.pdf"))
    )
    assert squeezed(SCRIPTS[script]) in squeezed(told)


@pytest.mark.parametrize("kind", [*Kind])
@pytest.mark.parametrize("words", list(TWO_WAYS.values()), ids=list(TWO_WAYS))
def test_lines_of_both_directions_are_read_back_in_the_order_of_reading(
    words: str, kind: Kind, tmp_path: Path
) -> None:
    export(words, kind, tmp_path / "paper.pdf")
    assert squeezed(words) in squeezed(all_text(PdfReader(tmp_path / "paper.pdf")))


@pytest.mark.parametrize("kind", [*Kind])
def test_a_viewer_selects_numbers_within_right_to_left_words_where_they_belong(
    kind: Kind, tmp_path: Path
) -> None:
    words = TWO_WAYS["Arabic with a number"]
    export(words, kind, tmp_path / "paper.pdf")
    assert squeezed(words) in squeezed(selected(tmp_path / "paper.pdf"))


@pytest.mark.parametrize("script", list(SCRIPTS))
def test_words_of_every_script_are_drawn_where_a_font_has_them(script: str, tmp_path: Path) -> None:
    report = export(SCRIPTS[script], Kind.SUMMARY, tmp_path / "paper.pdf")
    if script in {"Latin", "Greek", "Cyrillic"}:
        assert not report.missing
    elif report.missing:
        pytest.skip(
            f"no font of this machine has {', '.join(f'U+{ord(one):04X}' for one, _ in report.missing)}"
        )


def test_a_fact_that_runs_right_to_left_stands_flush_right_below_its_name() -> None:
    told = "رقم الفاتورة 123 (INV) لا يظهر منذ شهر مارس في أي مكان " * 3
    name, *lines = run_in_rows("Support tickets:", told, 200.0, (Style(8, weight=Weight.BOLD), Style(8)), 10.0)
    assert [run.text for run in name.shapes] == ["Support tickets:"]
    assert len(lines) > 1
    assert {round(run.x + run.width) for row in lines for run in row.shapes} == {210}
    (short,) = run_in_rows("Why", "short", 200.0, (Style(8, weight=Weight.BOLD), Style(8)))
    assert [run.text for run in short.shapes] == ["Why", "short"]


def seen(line: str) -> str:
    """The letters of a line that begins at the left, as they stand on the paper."""
    runs = visual_runs(line, leftward=False)
    return unturned("".join(run.text if run.rightward else run.text[::-1] for run in runs))


def test_words_with_dots_between_them_run_left_to_right_whoever_wrote_them() -> None:
    assert dotted(["Maja", "", "#bill"]) == "Maja · #bill"
    line = dotted(["رقم", "#bill", "שם"])
    assert not runs_leftward(line)
    paragraph = seen(line)
    assert paragraph.index("#bill") < paragraph.index("םש")
    assert paragraph.index("مقر") < paragraph.index("#bill")


def test_what_is_isolated_turns_nothing_around_it_and_has_an_order_of_its_own() -> None:
    title = isolated("שיחות 412 (חדש)")
    assert seen(f"{title} Impact: 1.6 = 2 × 3.") == ")שדח( 412 תוחיש Impact: 1.6 = 2 × 3."
    assert seen(f"“{title}”: 5 of 6") == "“)שדח( 412 תוחיש”: 5 of 6"
    assert seen("“\u2068a\u202ebc\u202c\u2069” and “d”") == "“acb” and “d”"
    assert seen("\u2067a ב\u2069 c") == "ב a c"


def test_marks_that_turn_text_stand_neither_in_what_is_copied_nor_in_the_outline(tmp_path: Path) -> None:
    workshop = new_workshop()
    one = card(workshop, "חשבון ראשון", Phase.PILOT, kind=CardKind.NEED)
    other = card(workshop, "a\u202eb חשבון", Phase.PILOT, kind=CardKind.NEED, discipline=Discipline.UX)
    put(workshop, replace(tension("", one, other), title=""))
    reader = exported(workshop.board, tmp_path)
    told = all_text(reader) + "".join(outline_titles(reader))
    assert "חשבון" in told
    assert not set(told) & set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


def test_isolates_within_isolates_without_end_are_put_in_order_too() -> None:
    assert "בא" in seen("\u2068" * 1_500 + "אב" + "\u2069" * 3)


def test_what_turns_a_line_turns_the_lines_that_it_is_broken_into() -> None:
    words = " ".join(["חשבון"] * 12)
    lines = [line.text for line, _ in lines_of(f"The card “{isolated(words)}” is open: 3.", 120.0, Style(9))]
    assert len(lines) > 2
    assert all(line.lstrip("\u200e").startswith("\u2068") for line in lines[1:])
    assert seen(lines[-1]).endswith("” is open: 3.")


def test_a_cut_line_that_runs_leftward_ends_at_its_left() -> None:
    run = cut_label(0.0, 0.0, "תשלום חוזר של לקוחות חדשים בחודש הראשון", 90.0, Style(9))
    assert seen(run.text.removeprefix("\u200e")).startswith("…")
    assert not runs_leftward(run.text)
    latin = cut_label(0.0, 0.0, "Payments of customers in the first month", 90.0, Style(9))
    assert latin.text.endswith("…")


def test_a_tension_named_in_hebrew_leaves_its_scores_in_order() -> None:
    workshop = new_workshop()
    ends = [card(workshop, side.value, discipline=side) for side in (Discipline.CX, Discipline.UX)]
    impact = Impact(outcome=2, share=0.4, frequency=Frequency.ONE_TO_THREE)
    positions = tuple(Position(card=end.id, impacts=(impact,)) for end in ends)
    with workshop.transact("tension", "test") as transaction:
        transaction.put(Tension(id="t", title="שיחות ב-1 לחודש (412)", positions=positions))
    pages = laid(workshop.board, paper="A4").pages
    shapes = [shape for page in pages for one in page.unfolded(lambda: None) for shape in one.shapes]
    told = [seen(one.text) for one in shapes if isinstance(one, TextRun) and "Customer impact: " in one.text]
    (line,) = [words for words in told if "שיחות"[::-1] in words]
    title, _, scores = line.partition(" Customer impact: ")
    assert title == ")412( שדוחל 1-ב תוחיש"
    assert scores.startswith("CX 1.6 = 2 × 40")


def test_a_name_that_ends_in_an_open_override_turns_no_name_after_it() -> None:
    workshop = new_workshop()
    deciding = tuple(person(workshop, name).id for name in ("Bo\u202e", "Ann"))
    card(workshop, "Ship it", kind=CardKind.DECISION, decided_by=deciding)
    pages = laid(workshop.board, paper="A4").pages
    shapes = [shape for page in pages for one in page.unfolded(lambda: None) for shape in one.shapes]
    both = [
        one.text for one in shapes if isinstance(one, TextRun) and "Bo\u202e" in one.text and "Ann" in one.text
    ]
    assert both
    assert all(seen(line).endswith(", Ann") for line in both)
