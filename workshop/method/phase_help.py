"""The phase guide in words: what each side brings to a phase, what both do together, and when it is done."""

import msgspec

from workshop.model.diamonds import Phase


class PhaseHelp(msgspec.Struct, frozen=True):
    """The help of one phase, each part a sentence or two for the screen."""

    phase: Phase
    cx: str
    ux: str
    together: str
    done_when: str


PHASE_HELP = {
    guide.phase: guide
    for guide in (
        PhaseHelp(
            Phase.DISCOVER,
            "Bring the pain that support and feedback hear, what the market and competitors do, and the broad journey "
            "that a customer travels.",
            "Bring interviews, what people do and where they stop, and first rough ideas of what could be.",
            "Scope the research side by side. Neither hands finished findings over: read the raw ones together.",
            "Signals of both sides lie here, and most say what they rest on.",
        ),
        PhaseHelp(
            Phase.DEFINE,
            "Say which moments of the journey matter, and for how many customers.",
            "Turn needs into what a solution must be able to do.",
            "Write one problem statement, and lay evidence of both sides beneath it.",
            "One problem is agreed by both, with evidence from CX and from UX.",
        ),
        PhaseHelp(
            Phase.EXPLORE,
            "Check each idea against the wider journey and against what the brand stands for.",
            "Bring structure, interaction and alternatives: more than one way to solve it.",
            "Sketch concepts together, so that nobody has to sell theirs later.",
            "There is a choice of concepts, and at least one is the work of both.",
        ),
        PhaseHelp(
            Phase.VALIDATE,
            "Ask how customers perceive the concept, whether they trust it, and what it does to the journey.",
            "Test whether people succeed, how long it takes, and where they go wrong.",
            "Set shared measures before the test. Then test with users, not with one another.",
            "The most promising concepts were tested with users against measures agreed before.",
        ),
        PhaseHelp(
            Phase.DEVELOP,
            "Watch that what is built stays true to the journey, to operations and to the brand.",
            "Bring specifications and prototypes.",
            "Review design decisions against the journey while they can still change.",
            "What is to be built is specified, and both sides stand behind its decisions.",
        ),
        PhaseHelp(
            Phase.PILOT,
            "See to it that everybody backstage is ready, and gather the first signals of customers.",
            "Observe how it is used, and refine it.",
            "Decide with both kinds of signals on the table: go on, change, or stop.",
            "Both have decided to go on, to change or to stop, and have said why.",
        ),
        PhaseHelp(
            Phase.LAUNCH,
            "Prepare the market, activate backstage, and set expectations that the product keeps.",
            "Settle the last details of interaction.",
            "Agree what to watch from the first day on: from immediate use to the wider experience.",
            "It is out, each promise has something behind it, and a check through both lenses has its date.",
        ),
        PhaseHelp(
            Phase.SCALE,
            "Bring feedback and what it did for the business.",
            "Bring what people do now, as the data shows it.",
            "Look at what works and what does not, and rank the next improvements in one list.",
            "The experience is measured through both lenses, and both agree on what comes next.",
        ),
    )
}
