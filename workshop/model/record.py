"""The base of every record: a frozen value with a string id that keeps the fields it does not know."""

from typing import Annotated, Any, ClassVar

import msgspec

Text = Annotated[str, msgspec.Meta(max_length=1_000_000)]
"""Free text of a record: at most a million characters, so that one paste cannot fill the memory of a room."""

Id = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
"""A record's id: any text of 1 to 200 characters, unique among the records of its collection."""

Unit = Annotated[float, msgspec.Meta(ge=0, le=1)]
"""A share between 0 and 1."""

Order = Annotated[int, msgspec.Meta(ge=-1_000_000_000, le=1_000_000_000)]
"""A place in an order: arrays of 64 bits hold it, and there is room on both sides of any."""

Coordinate = Annotated[float, msgspec.Meta(ge=-1e7, le=1e7)]
"""A place on the board in board units (pixels at 100 % zoom); finite, within ten million of the origin."""


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value inside a record."""


class Record(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A value of the board.

    `extra` holds fields that a newer or foreign program wrote and this one does not know; they are written
    back beside the known ones. `WHOLE` names fields that change together: undo restores them as one.
    """

    WHOLE: ClassVar[tuple[tuple[str, ...], ...]] = ()

    id: Id
    extra: dict[str, Any] = {}
