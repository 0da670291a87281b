"""The three diamonds and their eight phases, and what each discipline brings to them."""

from enum import StrEnum

import msgspec


class Phase(StrEnum):
    """The eight phases, left to right."""

    DISCOVER = "Discover"
    DEFINE = "Define"
    EXPLORE = "Explore"
    VALIDATE = "Validate"
    DEVELOP = "Develop"
    PILOT = "Pilot"
    LAUNCH = "Launch"
    SCALE = "Scale"


class DiamondName(StrEnum):
    """The three diamonds, left to right."""

    PROBLEM = "Problem"
    SOLUTION = "Solution"
    OUTCOME = "Outcome"


class PhaseGuide(msgspec.Struct, frozen=True):
    """What a phase is for: a cue of a few words, and what CX, UX and both together bring."""

    phase: Phase
    cue: str
    cx_brings: str
    ux_brings: str
    together: str


class Diamond(msgspec.Struct, frozen=True):
    """One diamond: its name, its long name, its phases in order and when it ends."""

    name: DiamondName
    long_name: str
    phases: tuple[Phase, ...]
    ends_when: str

    @property
    def number(self) -> int:
        """1, 2 or 3, as on the keys that show it."""
        return list(DiamondName).index(self.name) + 1


DIAMONDS = (
    Diamond(
        DiamondName.PROBLEM,
        "Problem discovery and definition",
        (Phase.DISCOVER, Phase.DEFINE),
        "one problem is agreed, with evidence from both disciplines",
    ),
    Diamond(
        DiamondName.SOLUTION,
        "Solution discovery and validation",
        (Phase.EXPLORE, Phase.VALIDATE),
        "the most promising concepts have been tested with users, against measures agreed before",
    ),
    Diamond(
        DiamondName.OUTCOME,
        "Prototype to outcome",
        (Phase.DEVELOP, Phase.PILOT, Phase.LAUNCH, Phase.SCALE),
        "the experience runs, is measured through both lenses, and the next improvements are ranked together",
    ),
)

PHASE_GUIDES = {
    guide.phase: guide
    for guide in (
        PhaseGuide(
            Phase.DISCOVER,
            "go wide together",
            "pain points from support and feedback, market research, competitive analysis, the broad journey",
            "user interviews, task and behaviour data, early conceptual exploration",
            "scope the research; neither hands finished findings to the other",
        ),
        PhaseGuide(
            Phase.DEFINE,
            "agree on the problem",
            "which moments of the journey matter, and for how many customers",
            "needs translated into what a solution must do",
            "one problem statement, evidence from both",
        ),
        PhaseGuide(
            Phase.EXPLORE,
            "invent alternatives",
            "fit with the wider journey and the brand's positioning",
            "information architecture, interaction design, alternatives",
            "co-created concepts",
        ),
        PhaseGuide(
            Phase.VALIDATE,
            "test with users",
            "customers' perception, trust, effect on the journey",
            "usability of the concept: success, time, errors",
            "shared measures set before the test; test with users",
        ),
        PhaseGuide(
            Phase.DEVELOP,
            "specify and prototype",
            "consistency with journey, operations and brand",
            "specifications and prototypes",
            "design decisions reviewed against the journey",
        ),
        PhaseGuide(
            Phase.PILOT,
            "go on, change, or stop",
            "backstage readiness, first customer signals",
            "observed use, refinements",
            "decide: go on, change, stop",
        ),
        PhaseGuide(
            Phase.LAUNCH,
            "open the doors",
            "market prepared, backstage activated, expectations set",
            "final interaction details",
            "launch metrics, from immediate usability to the wider experience",
        ),
        PhaseGuide(
            Phase.SCALE,
            "rank what comes next",
            "feedback and business impact",
            "behaviour data",
            "what works and what does not in the minimum viable experience; improvements ranked jointly",
        ),
    )
}

_DIAMOND_OF = {phase: diamond for diamond in DIAMONDS for phase in diamond.phases}


def diamond_of(phase: Phase) -> Diamond:
    """The diamond in which a phase lies."""
    return _DIAMOND_OF[phase]
