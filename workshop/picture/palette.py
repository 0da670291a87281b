"""The palette: every colour of screen and paper, for light and dark grounds."""

import msgspec
from msgspec.structs import replace

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
    high: bool = False
    """Whether lines and words stand out as strongly as they can."""


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
    answers="#296098",
    depends="#7A5B1E",
    tension="#C2302B",
    same="#805EC5",
    good="#2E7D4F",
    warning="#8A5A00",
    warning_fill="#FFF3D6",
    danger="#B3261E",
    strong="#1E2430",
    on_strong="#FFFFFF",
    disciplines={
        Discipline.CX: DisciplineColours("#FFE4D1", "#D9622B", "#8A3A12"),
        Discipline.UX: DisciplineColours("#E3EFFB", "#2F7DC0", "#174E80"),
        Discipline.JOINT: DisciplineColours("#E6DDF7", "#6540B0", "#513493"),
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
    answers="#93C3F0",
    depends="#D3AC62",
    tension="#FF7A72",
    same="#B093F1",
    good="#6CC48F",
    warning="#F1C262",
    warning_fill="#3B321C",
    danger="#FF8A80",
    strong="#E9EBF0",
    on_strong="#15171C",
    disciplines={
        Discipline.CX: DisciplineColours("#4A2D1D", "#F08A55", "#FFC7A6"),
        Discipline.UX: DisciplineColours("#1C3346", "#68AEE9", "#B5DAFA"),
        Discipline.JOINT: DisciplineColours("#392D55", "#9872ED", "#D9CBF8"),
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

HIGH_LIGHT = replace(
    LIGHT,
    high=True,
    ground="#FFFFFF",
    raised="#E9E9EC",
    ink="#000000",
    muted="#3A3F49",
    hairline="#5C616B",
    grid="#D5D5D8",
    selection="#0038B8",
    thread="#1E2430",
    link="#2B303A",
    supports="#0E5A2C",
    answers="#0C5BAC",
    depends="#553A00",
    tension="#C81E12",
    same="#4A2A91",
    good="#0E5A2C",
    warning="#5A3A00",
    danger="#8F0F0A",
    strong="#000000",
    disciplines={
        Discipline.CX: DisciplineColours("#FFF0E6", "#A23B08", "#5E2405"),
        Discipline.UX: DisciplineColours("#E4F0FC", "#0C63B3", "#06335E"),
        Discipline.JOINT: DisciplineColours("#EADFFB", "#4A2597", "#351B70"),
    },
    diamonds={
        DiamondName.PROBLEM: DiamondColours("#F3F5F9", "#55637A", "#26344A"),
        DiamondName.SOLUTION: DiamondColours("#F2F8F3", "#47684F", "#1E4226"),
        DiamondName.OUTCOME: DiamondColours("#FBF7F0", "#75602F", "#4A360F"),
    },
    groups={
        name: replace(colours, outline=colours.ink, ink="#000000") for name, colours in LIGHT.groups.items()
    },
)

HIGH_DARK = replace(
    DARK,
    high=True,
    ground="#000000",
    panel="#0A0B0E",
    raised="#22262F",
    ink="#FFFFFF",
    muted="#D0D5DE",
    hairline="#9AA1AF",
    grid="#2A2E37",
    selection="#9CC2FF",
    thread="#FFFFFF",
    link="#D5DAE3",
    supports="#8FE3B0",
    answers="#C4E2FF",
    depends="#F0CE86",
    tension="#FFA39C",
    same="#CCB5FF",
    good="#8FE3B0",
    danger="#FFAFA8",
    strong="#FFFFFF",
    on_strong="#000000",
    disciplines={
        Discipline.CX: DisciplineColours("#33190B", "#FFB184", "#FFDCC6"),
        Discipline.UX: DisciplineColours("#0B2338", "#BCDEFF", "#D3EAFF"),
        Discipline.JOINT: DisciplineColours("#291D47", "#C6ACFF", "#E8DFFF"),
    },
    diamonds={
        DiamondName.PROBLEM: DiamondColours("#0D1016", "#8FA0BC", "#D3DEEF"),
        DiamondName.SOLUTION: DiamondColours("#0C120E", "#86AF92", "#CFECD6"),
        DiamondName.OUTCOME: DiamondColours("#14110B", "#B9A274", "#F2DFBB"),
    },
    groups={
        name: replace(colours, outline=colours.ink, ink="#FFFFFF") for name, colours in DARK.groups.items()
    },
)
