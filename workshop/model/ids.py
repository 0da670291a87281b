"""New ids for records and changes: short, random, and seedable in tests; and ids that follow from content."""

import os
from collections.abc import Callable, Iterable
from random import Random

from workshop.sums import blake2b

NewId = Callable[[], str]

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 16


def random_id() -> str:
    """Sixteen characters of Crockford's Base32: 80 random bits."""
    return _spelled(int.from_bytes(os.urandom(5 * _LENGTH // 8)))


def derived_id(parts: Iterable[bytes]) -> str:
    """The id that follows from these parts: the same for the same ones in the same order."""
    digest = blake2b(digest_size=5 * _LENGTH // 8)
    for part in parts:
        digest.update(len(part).to_bytes(8, "big"))
        digest.update(part)
    return _spelled(int.from_bytes(digest.digest()))


def seeded_ids(seed: int) -> NewId:
    """A maker of ids that gives the same ids for the same seed."""
    source = Random(seed)
    return lambda: _spelled(source.getrandbits(5 * _LENGTH))


def _spelled(bits: int) -> str:
    return "".join(_ALPHABET[(bits >> 5 * place) & 31] for place in range(_LENGTH))
