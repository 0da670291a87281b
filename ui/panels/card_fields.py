"""The table of a card's fields as the panel shows them: section, label, editor, and for which kinds."""

from collections.abc import Callable, Iterable
from typing import Any

import msgspec
from msgspec.structs import replace

from ui.panels.card_words import named
from ui.panels.choices import ChoiceField, Choices, Gone, ManyField
from ui.panels.fields import FieldEditor, TextField, TickField
from ui.panels.line_fields import DateField, LineField, NumberField, WordsField
from workshop.board.board import Board
from workshop.method.people import name_of
from workshop.model.cards import Card, CardKind, Discipline, EvidenceSource, Rhythm
from workshop.model.diamonds import Phase
from workshop.model.journey import Altitude


class FieldSpec(msgspec.Struct, frozen=True):
    """A field: its name in the record (`evidence.note` is one inside), label, how to make its editor, and kinds.

    `wide` fields stand below their label; `kinds` empty means all kinds.
    """

    name: str
    label: str
    make: Callable[[Callable[[], Board]], FieldEditor]
    kinds: tuple[CardKind, ...] = ()
    wide: bool = False

    def value(self, card: Card) -> Any:
        """The field's value on a card."""
        outer, _, inner = self.name.partition(".")
        value = getattr(card, outer)
        return getattr(value, inner) if inner else value

    def change(self, card: Card, value: Any) -> dict[str, Any]:
        """The fields to change on a card so that this one has a value."""
        outer, _, inner = self.name.partition(".")
        return {outer: replace(getattr(card, outer), **{inner: value}) if inner else value}


def _enum(values: Iterable[Any], nothing: str = "") -> Callable[[Callable[[], Board]], FieldEditor]:
    listed = named(values, nothing)
    return lambda _board: ChoiceField(lambda: listed)


def _records(collection: str, words: str, nothing: str) -> Callable[[Callable[[], Board]], FieldEditor]:
    def make(board: Callable[[], Board]) -> FieldEditor:
        choices: Choices = lambda: [(None, nothing), *_listed(board(), collection, words)]  # noqa: E731
        return ChoiceField(choices, _gone(board, collection))

    return make


def _many(collection: str, words: str) -> Callable[[Callable[[], Board]], FieldEditor]:
    def make(board: Callable[[], Board]) -> FieldEditor:
        choices: Choices = lambda: _listed(board(), collection, words)  # noqa: E731
        return ManyField(choices, _gone(board, collection))

    return make


def _gone(board: Callable[[], Board], collection: str) -> Gone:
    """The words of a record that is no longer there: the name that was kept of somebody who left."""
    if collection == "participants":
        return lambda value: name_of(board(), value)
    return lambda _value: "No longer there"


def _listed(board: Board, collection: str, words: str) -> list[tuple[Any, str]]:
    return [(record.id, str(getattr(record, words))) for record in board.collection(collection).values()]


def _plain(editor: Callable[[], FieldEditor]) -> Callable[[Callable[[], Board]], FieldEditor]:
    return lambda _board: editor()


_QUESTION, _ACTION, _DECISION = (CardKind.QUESTION,), (CardKind.ACTION,), (CardKind.DECISION,)

CARD_SECTIONS: tuple[tuple[str, tuple[FieldSpec, ...]], ...] = (
    (
        "",
        (
            FieldSpec("text", "Text", _plain(lambda: TextField("What the card says", 4)), wide=True),
            FieldSpec("kind", "Kind", _enum(CardKind)),
            FieldSpec("discipline", "Discipline", _enum(Discipline)),
            FieldSpec("phase", "Phase", _enum(Phase, "Parking lot")),
            FieldSpec("author", "Author", _records("participants", "name", "Nobody")),
        ),
    ),
    (
        "Question",
        (
            FieldSpec("asked_of", "Asked of", _enum((Discipline.CX, Discipline.UX), "Nobody yet"), _QUESTION),
            FieldSpec("asked_until", "Answer by", _plain(DateField), _QUESTION),
        ),
    ),
    (
        "Action",
        (
            FieldSpec("owner", "Owner", _records("participants", "name", "Nobody yet"), _ACTION),
            FieldSpec("due", "Due", _plain(DateField), _ACTION),
            FieldSpec("rhythm", "Rhythm", _enum(Rhythm, "Once"), _ACTION),
            FieldSpec("done", "", _plain(lambda: TickField("Done")), _ACTION),
        ),
    ),
    (
        "Decision",
        (
            FieldSpec("decided_by", "Decided by", _many("participants", "name"), _DECISION),
            FieldSpec(
                "rationale", "Rationale", _plain(lambda: TextField("Why we decided so")), _DECISION, wide=True
            ),
            FieldSpec("principle", "Rests on", _records("principles", "text", "No principle"), _DECISION),
        ),
    ),
    (
        "Evidence",
        (
            FieldSpec("evidence.source", "Source", _enum(EvidenceSource, "None")),
            FieldSpec(
                "evidence.note", "Note", _plain(lambda: TextField("Figures, dates, who said it", 2)), wide=True
            ),
            FieldSpec(
                "evidence.link", "Link", _plain(lambda: LineField("Where it can be read", at_pauses=True))
            ),
        ),
    ),
    (
        "Journey",
        (
            FieldSpec("stage", "Stage", _records("stages", "name", "None")),
            FieldSpec("altitude", "Altitude", _enum(Altitude, "None")),
            FieldSpec(
                "channel", "Channel", _plain(lambda: LineField("web, app, phone, shop …", at_pauses=True))
            ),
            FieldSpec("personas", "Personas", _many("personas", "name")),
            FieldSpec("needed_by", "Needed by", _plain(DateField)),
            FieldSpec("lands_on", "Lands on", _plain(DateField)),
            FieldSpec("backstage", "", _plain(lambda: TickField("Backstage"))),
        ),
    ),
    (
        "Order",
        (
            FieldSpec("tags", "Tags", _plain(lambda: WordsField("commas between"))),
            FieldSpec("group", "Group", _records("groups", "name", "None")),
            FieldSpec("layer", "Layer", _plain(NumberField)),
            FieldSpec("image", "Picture", _records("assets", "name", "None")),
            FieldSpec("hidden", "", _plain(lambda: TickField("Hidden until revealed"))),
            FieldSpec("locked", "", _plain(lambda: TickField("Locked"))),
        ),
    ),
)
