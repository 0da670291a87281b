"""Links: what one card says about another."""

from datetime import datetime
from enum import StrEnum

from workshop.model.record import Id, Record, Text


class LinkKind(StrEnum):
    """What a link means, read from its source to its target."""

    LEADS_TO = "leads to"
    SUPPORTS = "supports"
    ANSWERS = "answers"
    DEPENDS_ON = "depends on"
    IN_TENSION_WITH = "in tension with"
    SAME_AS = "same as"

    @property
    def undirected(self) -> bool:
        """Whether the link means the same read from either end."""
        return self in (LinkKind.IN_TENSION_WITH, LinkKind.SAME_AS)


class Link(Record, frozen=True, kw_only=True):
    """A link from card `source` to card `target`."""

    source: Id
    target: Id
    kind: LinkKind = LinkKind.LEADS_TO
    note: Text = ""
    author: Id | None = None
    created: datetime | None = None

    @property
    def flow(self) -> tuple[str, str] | None:
        """From which card to which the link carries flow; None for those that point nowhere.

        “same as” makes two cards one, so flow passes it either way.
        """
        if self.kind.undirected:
            return None
        return (self.target, self.source) if self.kind is LinkKind.DEPENDS_ON else (self.source, self.target)

    def joins(self, other: "Link") -> bool:
        """Whether both links run between the same cards, the same way round where their kind points."""
        ends = (self.source, self.target)
        return ends == (other.source, other.target) or (
            self.kind.undirected and ends == (other.target, other.source)
        )
