"""The rules of each mode of a step, which the domain keeps: what new cards are, and which acts belong to it."""

import msgspec

from workshop.model.facilitation import Mode


class ModeRules(msgspec.Struct, frozen=True):
    """What a mode makes of the room.

    `hides_new_cards`: cards written by anybody, in any way but an import, are hidden until they are revealed.
    `reveals`: turned cards are to be revealed. `groups`, `votes`, `decides`: what the step is for. `opens_round`:
    entering the step opens a voting round over the cards of its phase. `words` say it to the room.
    """

    words: str
    hides_new_cards: bool = False
    reveals: bool = False
    groups: bool = False
    votes: bool = False
    decides: bool = False
    opens_round: bool = False


RULES = {
    Mode.WRITE_SILENTLY: ModeRules(
        "Everybody writes; cards lie turned until they are revealed.", hides_new_cards=True
    ),
    Mode.SHARE: ModeRules("Cards are turned and read aloud.", reveals=True),
    Mode.GROUP: ModeRules("What belongs together goes side by side.", reveals=True, groups=True),
    Mode.VOTE: ModeRules(
        "Everybody gives dots; the result shows when the round ends.", votes=True, opens_round=True
    ),
    Mode.DECIDE: ModeRules("Results become decisions, with reasons and names.", decides=True),
    Mode.BREAK: ModeRules("Everybody is back when the time is over."),
}
"""The rules by mode."""

NO_STEP = ModeRules("No step runs.")
"""The rules while no step runs."""
