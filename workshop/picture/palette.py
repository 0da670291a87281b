"""The palette: every colour of screen and paper, for light and dark grounds."""

import msgspec

from workshop.model.cards import Discipline
from workshop.model.diamonds import DiamondName
from workshop.picture.plan import Colour


class DisciplineColours(msgspec.Struct, frozen=True):
    """A discipline's card fill, its accent (bar, border, marks), and its ink for small text on the fill."""

    fill: Colour
    accent: Colour
    ink: Colour


class DiamondColours(msgspec.Struct, frozen=True):
    """A diamond's tint, its outline, and the ink of its phase names."""

    tint: Colour
    outline: Colour
    ink: Colour


class Palette(msgspec.Struct, frozen=True):
    """The colours of one ground."""

    dark: bool
    ground: Colour
    panel: Colour
    raised: Colour
    ink: Colour
    muted: Colour
    hairline: Colour
    grid: Colour
    selection: Colour
    link: Colour
    supports: Colour
    answers: Colour
    depends: Colour
    tension: Colour
    same: Colour
    good: Colour
    warning: Colour
    warning_fill: Colour
    danger: Colour
    strong: Colour
    on_strong: Colour
    disciplines: dict[Discipline, DisciplineColours]
    diamonds: dict[DiamondName, DiamondColours]


LIGHT = Palette(
    dark=False,
    ground="#FBFAF8",
    panel="#FFFFFF",
    raised="#F2F1EE",
    ink="#1E2430",
    muted="#636A77",
    hairline="#E3E1DC",
    grid="#E7E5E0",
    selection="#1F5FD6",
    link="#5B6270",
    supports="#2E7D4F",
    answers="#2F6FB0",
    depends="#7A5B1E",
    tension="#C2302B",
    same="#7A57C2",
    good="#2E7D4F",
    warning="#8A5A00",
    warning_fill="#FFF3D6",
    danger="#B3261E",
    strong="#1E2430",
    on_strong="#FFFFFF",
    disciplines={
        Discipline.CX: DisciplineColours("#FFE4D1", "#D9622B", "#8A3A12"),
        Discipline.UX: DisciplineColours("#D8EAFB", "#2F7DC0", "#174E80"),
        Discipline.JOINT: DisciplineColours("#E9E1F8", "#7A57C2", "#513493"),
    },
    diamonds={
        DiamondName.PROBLEM: DiamondColours("#EDF0F6", "#B4C0D3", "#43546F"),
        DiamondName.SOLUTION: DiamondColours("#EDF4EE", "#B5CDBC", "#39623F"),
        DiamondName.OUTCOME: DiamondColours("#F8F1E7", "#DBCBAE", "#735724"),
    },
)

DARK = Palette(
    dark=True,
    ground="#15171C",
    panel="#1D2027",
    raised="#282C35",
    ink="#E9EBF0",
    muted="#A0A7B4",
    hairline="#333844",
    grid="#23262E",
    selection="#6EA4FF",
    link="#9AA3B2",
    supports="#6CC48F",
    answers="#78B4EC",
    depends="#D3AC62",
    tension="#FF7A72",
    same="#B79CF2",
    good="#6CC48F",
    warning="#F1C262",
    warning_fill="#3B321C",
    danger="#FF8A80",
    strong="#E9EBF0",
    on_strong="#15171C",
    disciplines={
        Discipline.CX: DisciplineColours("#4A2D1D", "#F08A55", "#FFC7A6"),
        Discipline.UX: DisciplineColours("#1C3850", "#5FA9E8", "#B5DAFA"),
        Discipline.JOINT: DisciplineColours("#372B52", "#A88BE8", "#D9CBF8"),
    },
    diamonds={
        DiamondName.PROBLEM: DiamondColours("#1C212B", "#46536A", "#A9B8D0"),
        DiamondName.SOLUTION: DiamondColours("#1B2520", "#41604B", "#A3C9AE"),
        DiamondName.OUTCOME: DiamondColours("#272219", "#67573A", "#DBC294"),
    },
)
