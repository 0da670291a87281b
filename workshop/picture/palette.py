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


class GroupColours(msgspec.Struct, frozen=True):
    """A group's tint behind its cards, its outline, and the ink of its name."""

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
    thread: Colour
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
    groups: dict[str, GroupColours]


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
    thread="#4A566E",
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
    groups={
        "slate": GroupColours("#E3E7EE", "#8A97AD", "#3B4A63"),
        "rose": GroupColours("#F8E3E6", "#D08A97", "#8A2F42"),
        "amber": GroupColours("#F7EBD0", "#C9A24A", "#6E5210"),
        "green": GroupColours("#DFEFE2", "#7FB08B", "#2C5C39"),
        "teal": GroupColours("#DAEFEF", "#6FAEB0", "#1F5B5E"),
        "plum": GroupColours("#EEE2F2", "#AC86BC", "#653A78"),
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
    thread="#C3CBDA",
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
    groups={
        "slate": GroupColours("#262D3A", "#67758F", "#C4CEDF"),
        "rose": GroupColours("#3A2429", "#9A5966", "#F2BCC6"),
        "amber": GroupColours("#372E17", "#8F7433", "#EBD08C"),
        "green": GroupColours("#1F3326", "#55875F", "#AEDBB9"),
        "teal": GroupColours("#1A3334", "#4E8789", "#A5DADB"),
        "plum": GroupColours("#33243A", "#7E5B8E", "#DDBDEA"),
    },
)
