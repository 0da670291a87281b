"""The catalogues of messages: whole, fitting the sources, and asked only while a language is spoken."""

import ast
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from tests.catalogues import ROOT, TRANSLATED, catalogue_of, used_messages
from workshop.board.board import Board
from workshop.findings.finding import Finding
from workshop.findings.looking import findings_of
from workshop.imports.sample import sample_records
from workshop.method.checks import day_words
from workshop.method.measure_words import number_text
from workshop.method.people import listed
from workshop.model.text import quoted
from workshop.translation import _, counted, in_a_row, ngettext, number, pgettext, speaking
from workshop.visibility import PAPER, visible_to

_PLACEHOLDER = re.compile(r"\{\w*\}")
_CALLS = ("_", "N_", "ngettext", "pgettext", "npgettext", "counted")


@pytest.mark.parametrize("language", TRANSLATED)
def test_a_catalogue_holds_what_the_sources_say_and_nothing_else(language: str) -> None:
    found = {
        (message.context or "", message.id[0] if isinstance(message.id, tuple) else message.id)
        for message in catalogue_of(language)
        if message.id
    }
    assert found == set(used_messages())


@pytest.mark.parametrize("language", TRANSLATED)
def test_all_of_it_is_translated_with_the_same_placeholders_and_each_number(language: str) -> None:
    catalogue = catalogue_of(language)
    for (context, one), many in used_messages().items():
        message = catalogue.get(one, context or None)
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        assert len(said) == (catalogue.num_plurals if many else 1), one
        for words, english in zip(said, (one, many) if many else (one,), strict=True):
            assert words.strip() == words != "", one
            wanted = _placeholders(english), _placeholders(many or one)
            assert _placeholders(words) in wanted or (many and said.index(words) == 0), one


def _placeholders(words: str) -> set[str]:
    return set(_PLACEHOLDER.findall(words))


def test_french_words_have_a_narrow_space_before_high_signs() -> None:
    for message in catalogue_of("fr"):
        said = message.string if isinstance(message.string, tuple) else (message.string,)
        for words in said if message.id else ():
            assert not re.search(r"[^\u202f][:;!?»]|«[^\u202f]", words), words


@pytest.mark.parametrize("language", TRANSLATED)
def test_one_english_word_is_called_the_same_everywhere(language: str) -> None:
    """Eyebrows say the same word as headings and labels do."""
    catalogue = catalogue_of(language)
    for small, large in (("Parking lot", "PARKING LOT"), ("Tension {number}", "TENSION {number}")):
        assert str(catalogue.get(small).string).format(number=1).upper() == str(
            catalogue.get(large).string
        ).format(number=1)


def test_no_message_hides_in_a_formatted_string_where_catalogues_do_not_see_it() -> None:
    for room in ("workshop", "exports"):
        for path in (ROOT / room).rglob("*.py"):
            for node in ast.walk(ast.parse(path.read_text("utf-8"))):
                if isinstance(node, ast.JoinedStr):
                    assert not _literal_calls(node), path
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _CALLS:
                    assert not any(isinstance(argument, ast.JoinedStr) for argument in node.args), path


def _literal_calls(within: ast.AST) -> list[ast.Call]:
    return [
        node
        for node in ast.walk(within)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id in _CALLS
        and any(isinstance(argument, ast.Constant) for argument in node.args)
    ]


def test_english_is_spoken_unless_told() -> None:
    assert (_("In short"), pgettext("has no", "owner")) == ("In short", "owner")
    assert counted("{count} card", "{count} cards", 1) == "1 card"
    assert ngettext("one", "many", 0) == "many"
    assert (number("1,234.5"), in_a_row(["a", "b"], "a and b")) == ("1,234.5", "a and b")


@pytest.mark.parametrize("language", ["en", "en-GB", "EN", "nl", "zh-Hant-TW"])
def test_so_it_is_where_there_is_no_catalogue(language: str) -> None:
    with speaking(language):
        assert _("In short") == "In short"
        assert day_words(date(2026, 11, 14)) == "14 November 2026"


@pytest.mark.parametrize("language", ["de", "de-CH", "DE-at"])
def test_a_language_is_spoken_whatever_the_country(language: str) -> None:
    with speaking(language):
        assert _("In short") == "Auf einen Blick"
        assert counted("{count} card", "{count} cards", 1) == "1 Karte"
        assert counted("{count} card", "{count} cards", 0) == "0 Karten"


def test_a_language_ends_with_its_block_also_after_an_error() -> None:
    with speaking("fr"):
        with pytest.raises(KeyError), speaking("de"):
            _("Scope: {scope}").format()
        assert _("In short") == "En bref"
    assert _("In short") == "In short"


def test_what_no_catalogue_holds_stays_as_it_is() -> None:
    with speaking("de"):
        assert (_("never said"), ngettext("{count} elk", "{count} elks", 2)) == ("never said", "{count} elks")


@pytest.mark.parametrize(
    ("language", "day", "row", "figures", "cited"),
    [
        ("de", "14.\u202fNov. 2026", "a, b und c", ("3,25", "12.000", "−3", "1.234.567,5"), "„Warum?“"),
        (
            "fr",
            "14\u202fnov. 2026",
            "a, b et c",
            ("3,25", "12\u202f000", "−3", "1\u202f234\u202f567,5"),
            "«\u202fWarum?\u202f»",
        ),
        ("es", "14\u202fnov 2026", "a, b y c", ("3,25", "12.000", "−3", "1.234.567,5"), "«Warum?»"),
    ],
)
def test_days_rows_numbers_and_quotes_are_those_of_the_language(
    language: str, day: str, row: str, figures: tuple[str, ...], cited: str
) -> None:
    with speaking(language):
        assert day_words(date(2026, 11, 14)) == day
        assert listed(["a", "b", "c"]) == row
        assert tuple(map(number, ("3.25", "12,000", "−3", "1,234,567.5"))) == figures
        assert quoted("Warum?") == cited
        assert number_text(3.1) == "3,1"
        assert number("1.5e200") == "1.5e200"


def test_findings_are_told_in_the_language_and_stay_the_same_findings() -> None:
    visible = visible_to(PAPER, Board(sample_records()))
    english = findings_of(visible, date(2026, 11, 20))
    with speaking("de"):
        german = findings_of(visible, date(2026, 11, 20))
    assert [one.subject for one in english] == [one.subject for one in german]
    assert not {_sentence(one) for one in english} & {_sentence(one) for one in german}


def _sentence(finding: Finding) -> str:
    return finding.sentence


def test_english_asks_no_catalogue(tmp_path: Path) -> None:
    words = (
        "import sys; from workshop.translation import _, speaking\n"
        "with speaking('en'): _('In short')\n"
        "sys.exit('babel' in sys.modules or 'workshop.spoken' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", words], check=False, cwd=ROOT).returncode == 0
