"""What the palette offers: actions, places, panels and cards, each with a name and what it does."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial

import msgspec
from PySide6.QtGui import QAction, QKeySequence

from ui.actions import ACTIONS, ActionSpec
from ui.canvas.canvas import Canvas
from ui.window_state import WindowState
from workshop.model.cards import Card
from workshop.model.diamonds import DIAMONDS, Phase, diamond_of
from workshop.model.text import short
from workshop.picture.card_plan import KIND_ICONS
from workshop.picture.palette import Palette

WHY = "palette"

_PLACES = frozenset({"show_problem", "show_solution", "show_outcome", "show_board"})
_NOT_OFFERED = frozenset({"command_palette", "toggle_outline_here", *_PLACES})
_LONGEST = 120


class Entry(msgspec.Struct, frozen=True):
    """One thing to choose. `key` names it for good, `detail` says what it is, `keys` are its shortcut."""

    key: str
    title: str
    run: Callable[[], None]
    icon: str = ""
    colour: str = ""
    detail: str = ""
    keys: str = ""
    enabled: bool = True


class Entries:
    """Makes the entries of one board."""

    def __init__(
        self,
        canvas: Canvas,
        state: WindowState,
        actions: Mapping[str, QAction],
        show_session: Callable[[], None],
        looks: Palette,
    ) -> None:
        self._canvas = canvas
        self._state = state
        self._actions = actions
        self._show_session = show_session
        self._looks = looks

    def commands(self) -> list[Entry]:
        """Everything but the cards, as it can be chosen now."""
        return [*self._places(), *self._panels(), *self._of_actions()]

    def cards(self, ids: Iterable[str]) -> Iterator[Entry]:
        """The entries of cards by id."""
        board = self._state.workshop.board
        return (self._card(board.cards[card]) for card in ids if card in board.cards)

    def _of_actions(self) -> Iterator[Entry]:
        for spec in ACTIONS:
            if spec.name in _NOT_OFFERED:
                continue
            action = self._actions[spec.name]
            yield Entry(
                key=f"action:{spec.name}",
                title=spec.text,
                run=action.trigger,
                icon=spec.icon or "lightning",
                keys=_keys_of(spec),
                enabled=action.isEnabled(),
            )

    def _places(self) -> Iterator[Entry]:
        looking, looks = self._canvas.looking, self._looks
        for spec in ACTIONS:
            if spec.name in _PLACES:
                detail = "All diamonds" if spec.name == "show_board" else "Diamond"
                run = self._actions[spec.name].trigger
                yield Entry(f"place:{spec.text}", spec.text, run, "diamond", detail=detail, keys=_keys_of(spec))
        for diamond in DIAMONDS:
            colour = looks.diamonds[diamond.name].ink
            for phase in diamond.phases:
                run = partial(looking.fit_phase, phase)
                yield Entry(
                    f"place:{phase}", phase.value, run, "map-pin", colour, f"Phase of {diamond.name.value}"
                )
        run = partial(looking.fit_phase, None)
        yield Entry("place:parking", "Parking lot", run, "map-pin", looks.muted, "Below the diamonds")

    def _panels(self) -> Iterator[Entry]:
        yield Entry(
            "panel:session", "Session: purpose, place, people", self._show_session, "columns", detail="Panel"
        )

    def _card(self, card: Card) -> Entry:
        where = _where(card.phase)
        return Entry(
            key=f"card:{card.id}",
            title=short(card.text, _LONGEST) or "A card without text",
            run=partial(self._go_to, card.id),
            icon=KIND_ICONS[card.kind],
            colour=self._looks.disciplines[card.discipline].accent,
            detail=f"{card.discipline.tag} · {card.kind.value} · {where}",
        )

    def _go_to(self, card: str) -> None:
        self._canvas.bring_up(card)
        rect = self._canvas.scene.cards.rect(card)
        if rect is not None:
            self._canvas.looking.go_to(rect, WHY)
            self._canvas.looking.pause()
            self._state.select({card})


def _where(phase: Phase | None) -> str:
    return f"{diamond_of(phase).name.value}, {phase.value}" if phase is not None else "Parking lot"


def _keys_of(spec: ActionSpec) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return QKeySequence(spec.keys[0]).toString(native) if spec.keys else ""
