"""Terms: the translation guide between the words of CX and of UX."""

from workshop.model.journey import Altitude
from workshop.model.record import Record, Text


class Term(Record, frozen=True, kw_only=True):
    """What CX says, what UX says, the word that both agreed on (empty: none yet) and its definition."""

    cx_says: Text = ""
    ux_says: Text = ""
    agreed: Text = ""
    definition: Text = ""
    example: Text = ""
    altitude: Altitude | None = None
