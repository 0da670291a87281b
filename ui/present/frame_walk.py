"""Walking the frames: from piece to piece of each, and to the next one, as PgDn and a clicker do."""

from collections.abc import Callable

import msgspec

from workshop.facilitation.framing import UNNAMED
from workshop.facilitation.parts import ViewPart
from workshop.model.facilitation import Frame


class Stop(msgspec.Struct, frozen=True):
    """Where the walk is: a frame, which of how many it is, counted from 1, and the piece of it that is shown."""

    frame: Frame
    number: int
    count: int
    part: ViewPart

    @property
    def words(self) -> str:
        """The stop in a line."""
        name = self.frame.name or UNNAMED
        return f"{name} · {self.part.title}" if self.part.title else name


class FrameWalk:
    """Remembers a frame and a piece of it. Frames that show nothing any more are passed over."""

    def __init__(
        self, frames: Callable[[], list[Frame]], parts: Callable[[Frame], tuple[ViewPart, ...]]
    ) -> None:
        self._frames = frames
        self._parts = parts
        self._frame: str | None = None
        self._place = -1
        self._piece = 0

    def here(self) -> Stop | None:
        """The present stop as the board is now; None when its frame is gone or the walk has not begun."""
        frames = self._frames()
        place = self._where(frames)
        return self._stop(frames, place, self._piece) if place is not None else None

    def go(self, frame_id: str) -> Stop | None:
        """Go to the first piece of a frame."""
        frames = self._frames()
        places = [place for place, frame in enumerate(frames) if frame.id == frame_id]
        return self._take(frames, places[0], 0) if places else None

    def go_to_cards(self, cards: frozenset[str]) -> Stop | None:
        """Go to the piece of the present frame that has some of these cards, unless the present one does. The stop."""
        here = self.here()
        if here is None or here.part.cards is None or cards & here.part.cards:
            return here
        pieces = enumerate(self._parts(here.frame))
        self._piece = next((n for n, part in pieces if cards & (part.cards or frozenset())), self._piece)
        return self.here()

    def step(self, way: int) -> Stop | None:
        """Go to the next piece or, with -1, the one before; None at either end, where the walk stays."""
        frames = self._frames()
        place = self._where(frames)
        if place is not None:
            count, piece = len(self._parts(frames[place])), self._piece + way
            if 0 <= piece < count:
                return self._take(frames, place, piece)
            place += way
        else:
            place = self._place + (1 if self._frame is None else 0) if way > 0 else self._place - 1
        while 0 <= place < len(frames):
            if parts := self._parts(frames[place]):
                return self._take(frames, place, 0 if way > 0 else len(parts) - 1)
            place += way
        return None

    def _where(self, frames: list[Frame]) -> int | None:
        """The place of the present frame, which may have moved."""
        return next((place for place, frame in enumerate(frames) if frame.id == self._frame), None)

    def _take(self, frames: list[Frame], place: int, piece: int) -> Stop | None:
        stop = self._stop(frames, place, piece)
        if stop is not None:
            self._frame, self._place, self._piece = frames[place].id, place, piece
        return stop

    def _stop(self, frames: list[Frame], place: int, piece: int) -> Stop | None:
        parts = self._parts(frames[place])
        if not parts:
            return None
        return Stop(frames[place], place + 1, len(frames), parts[min(piece, len(parts) - 1)])
