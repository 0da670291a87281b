"""What the catalogues of messages must hold, read from the sources; run it to bring the files up to date."""

import sys
from collections.abc import Iterable, Iterator
from enum import StrEnum
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from exports.pdf.options import Kind
from workshop.findings.finding import Severity
from workshop.findings.table import FINDINGS
from workshop.findings.thread_that_stops import WITH_ARTICLE
from workshop.method.asking import QuestionState
from workshop.model.cards import CardKind, EvidenceSource, Rhythm
from workshop.model.diamonds import DIAMONDS, PHASE_GUIDES, DiamondName, Phase
from workshop.model.journey import Altitude
from workshop.model.links import LinkKind
from workshop.model.people import Role
from workshop.model.tensions import Framework, TensionState
from workshop.translation import ENGLISH, LANGUAGES

TRANSLATED = tuple(language for language in LANGUAGES if language != ENGLISH)
"""The languages that have a catalogue."""

ROOT = Path(__file__).parents[1]
FOLDER = ROOT / "resources" / "translations"

PRINTED: tuple[type[StrEnum], ...] = (
    Altitude,
    CardKind,
    DiamondName,
    EvidenceSource,
    Framework,
    Kind,
    LinkKind,
    Phase,
    QuestionState,
    Rhythm,
    Role,
    Severity,
    TensionState,
)
"""The words of records that paper says in the language."""

KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "counted": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}

_HEAD = """# What documents on paper say themselves, in the language “{language}”.
msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plural}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""

Key = tuple[str, str]
"""The context, empty for none, and the message."""


def used_messages() -> dict[Key, str]:
    """All that paper can say, each with its plural or an empty string, in the order of context and message."""
    found: dict[Key, str] = {}
    for key, many in (*_of_sources(), *(((context, word), "") for context, word in _of_tables())):
        found[key] = found.get(key, "") or many
    return dict(sorted(found.items()))


def _of_sources() -> Iterator[tuple[Key, str]]:
    for room in ("workshop", "exports"):
        for _file, _line, message, _comments, context in extract_from_dir(
            ROOT / room, method_map=[("**.py", "python")], keywords=KEYWORDS
        ):
            one, many = message if isinstance(message, tuple) else (message, "")
            yield (context or "", one), many


def _of_tables() -> Iterator[Key]:
    for words in PRINTED:
        yield from (("", word.value) for word in words)
    for kind in FINDINGS:
        yield from (("", words) for words in (kind.title, *kind.sentences))
    yield from (("", diamond.long_name) for diamond in DIAMONDS)
    yield from (("", guide.cue) for guide in PHASE_GUIDES.values())
    for kind in CardKind:
        yield WITH_ARTICLE, f"{'an' if kind.value[0] in 'aeiou' else 'a'} {kind.value}"


def catalogue_of(language: str) -> Catalog:
    """A catalogue as it lies in the resources."""
    with (FOLDER / f"{language}.po").open("rb") as file:
        return read_po(file, locale=language)


def updated(language: str) -> Catalog:
    """The catalogue with all that is said and nothing else; what is new waits for its translation."""
    before = catalogue_of(language) if (FOLDER / f"{language}.po").exists() else Catalog()
    after = Catalog(locale=language)
    for (context, one), many in used_messages().items():
        known = before.get(one, context or None)
        string = known.string if known and bool(many) is isinstance(known.id, tuple | list) else None
        after.add((one, many) if many else one, string, context=context or None)
    return after


def main(languages: Iterable[str]) -> None:
    """Write the catalogues of these languages anew."""
    FOLDER.mkdir(exist_ok=True)
    for language in languages:
        catalogue = updated(language)
        body = BytesIO()
        write_po(body, catalogue, width=0, omit_header=True)
        head = _HEAD.format(language=language, plural=catalogue.plural_forms).encode()
        (FOLDER / f"{language}.po").write_bytes(head + body.getvalue())
        left = [message.id for message in catalogue if message.id and not any(message.string or ())]
        sys.stdout.write(f"{language}: {len(catalogue)} messages, {len(left)} wait for their translation\n")


if __name__ == "__main__":
    main(sys.argv[1:] or TRANSLATED)
