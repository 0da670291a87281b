"""New ids for records and changes: short, random, and seedable in tests."""

import os
from collections.abc import Callable
from random import Random

NewId = Callable[[], str]

_ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz"
_LENGTH = 16


def random_id() -> str:
    """Sixteen characters of Crockford's Base32: 80 random bits."""
    return _spelled(int.from_bytes(os.urandom(5 * _LENGTH // 8)))


def seeded_ids(seed: int) -> NewId:
    """A maker of ids that gives the same ids for the same seed."""
    source = Random(seed)
    return lambda: _spelled(source.getrandbits(5 * _LENGTH))


def _spelled(bits: int) -> str:
    return "".join(_ALPHABET[(bits >> 5 * place) & 31] for place in range(_LENGTH))
