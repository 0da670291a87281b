"""Pages as data: what lies where on each sheet, before anything is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from exports.pdf.folding import folded, unfolded
from workshop.picture.plan import Rect, Shape


class Placed(NamedTuple):
    """Shapes with the place of their origin on the page (points, y down), their scale, and what clips them.

    A picture made of shapes has an `alternative`: words for those who do not see it.
    """

    shapes: Sequence[Shape]
    x: float = 0.0
    y: float = 0.0
    scale: float = 1.0
    clip: Rect | None = None
    radius: float = 0.0
    alternative: str = ""


class Jump(NamedTuple):
    """A rectangle of a page to click on: it leads to an anchor of the document, or to an address outside."""

    rect: Rect
    anchor: str = ""
    address: str = ""


class Bookmark(NamedTuple):
    """A line of the outline that readers show beside the pages; level 0 is the outermost."""

    title: str
    anchor: str
    level: int = 0


@dataclass
class Page:
    """One sheet: what is drawn on it, what can be clicked, and what can be jumped to (anchor: its y)."""

    placed: list[Placed] = field(default_factory=list)
    jumps: list[Jump] = field(default_factory=list)
    anchors: dict[str, float] = field(default_factory=dict)
    bookmarks: list[Bookmark] = field(default_factory=list)
    parts: set[int] = field(default_factory=set)
    """Where among what is drawn paragraphs begin."""

    _folded: bytes = b""
    _count: int = 0

    def put(self, shapes: Sequence[Shape], x: float = 0.0, y: float = 0.0, *, goes_on: bool = False) -> None:
        """Place shapes at life size, as a paragraph of its own unless it goes on with what stands before."""
        if not goes_on:
            self.begin_part()
        self.placed.append(Placed(shapes, x, y))

    def begin_part(self) -> None:
        """What is placed from now on is a paragraph of its own."""
        self.parts.add(self._count + len(self.placed))

    def fold(self, breathe: Callable[[], None]) -> None:
        """Keep what is drawn in a few bytes until the page is written."""
        self._folded = folded(self.placed, breathe)
        self._count = len(self.placed)
        self.placed = []

    def unfolded(self, breathe: Callable[[], None]) -> list[Placed]:
        """What is drawn on the page, folded or not."""
        before = [Placed(*one) for one in unfolded(self._folded, breathe)] if self._folded else []
        return before + self.placed

    def forget(self) -> None:
        """Let go of what was drawn; a document of a thousand pages would fill the memory twice otherwise."""
        self.placed, self.jumps, self._folded = [], [], b""

    def mark(self, title: str, anchor: str, y: float, level: int = 0) -> None:
        """Make a height of this page a target, and list it in the outline."""
        self.anchors[anchor] = y
        self.bookmarks.append(Bookmark(title, anchor, level))


class Paper(NamedTuple):
    """A sheet's size and margins in points (1/72 inch); all that is set on it is drawn at `scale`."""

    width: float
    height: float
    margin: float = 44.0
    top: float = 44.0
    bottom: float = 50.0
    scale: float = 1.0

    @property
    def inner(self) -> float:
        """The width between the margins."""
        return self.width - 2 * self.margin

    @property
    def right(self) -> float:
        """The x of the right margin."""
        return self.width - self.margin

    @property
    def floor(self) -> float:
        """The lowest y that content may reach."""
        return self.height - self.bottom

    @property
    def body(self) -> float:
        """The height between head and foot margins."""
        return self.floor - self.top


class LaidOut(NamedTuple):
    """The pages of a document as data, the sheet that they are set on, and advice about it."""

    pages: list[Page]
    paper: Paper
    advice: str = ""


_OPEN_PAGES = 120
"""So many pages are kept as they are; those before them are folded, so that memory stays flat."""

SECTION_GAP = 26.0
"""The white between a section and the next one on the same page, in points."""

_SMALL = 0.82

PAPERS = {
    "A4": Paper(595.276, 841.89),
    "Letter": Paper(612.0, 792.0),
    "A5": Paper(419.528 / _SMALL, 595.276 / _SMALL, scale=_SMALL),
    "Legal": Paper(612.0, 1008.0),
}
"""The sheets that are read in the hand, by name; on A5 all is smaller rather than broken more often."""


class Pending(NamedTuple):
    """Words to set at a place of a page once it is known on which page the anchor is; as wide as `room` at most."""

    page: Page
    x: float
    y: float
    room: float
    words: str
    anchor: str


@dataclass
class Flow:
    """Pages that fill from top to bottom; `y` is where the next thing goes on the last one."""

    paper: Paper
    pages: list[Page] = field(default_factory=list)
    y: float = 0.0
    heading: float = 0.0
    """The height of a heading above `y` below which nothing stands yet."""

    breathe: Callable[[], None] = lambda: None
    """Called within what takes long; it may raise to stop it."""

    pending: list[Pending] = field(default_factory=list)
    """What waits for the numbers of pages."""

    cut: int | None = None
    """How many cards were told without all of their words; None where they are told in full elsewhere."""

    @property
    def page(self) -> Page:
        """The page that is being filled."""
        return self.pages[-1]

    @property
    def room(self) -> float:
        """The height left on this page."""
        return self.paper.floor - self.y if self.pages else 0.0

    def turn(self) -> Page:
        """Begin a new page."""
        self.breathe()
        if len(self.pages) >= _OPEN_PAGES:
            self.pages[-_OPEN_PAGES].fold(self.breathe)
        self.pages.append(Page())
        self.y = self.paper.top
        self.heading = 0.0
        return self.page

    def close(self) -> None:
        """Let nothing more go on this page."""
        self.y = self.paper.floor

    def need(self, height: float) -> bool:
        """Begin a new page when this height does not fit below; whether it did."""
        if self.pages and height <= self.room + 0.01:
            return False
        self.turn()
        return True

    def promise(self, words: Sequence[tuple[str, str]], height: float) -> None:
        """Keep a line of this height for words beside each other, each with the anchor whose page it will name."""
        self.need(height)
        room = self.paper.inner / max(1, len(words))
        for place, (told, anchor) in enumerate(words):
            x = self.paper.margin + place * room
            self.pending.append(Pending(self.page, x, self.y, room - 8, told, anchor))
        self.y += height

    def put(self, shapes: Sequence[Shape], height: float, *, goes_on: bool = False) -> float:
        """Place shapes here and move on by their height; where their top is."""
        top = self.y
        self.page.put(shapes, self.paper.margin, top, goes_on=goes_on)
        self.y += height
        return top
