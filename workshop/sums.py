"""BLAKE2b sums (RFC 7693): of content, so that damage is noticed, and of paths, to name files that belong to them."""

import os
from pathlib import Path

try:
    from _blake2 import blake2b  # `hashlib` gives the same, but opens OpenSSL with it: 3 ms of the start
except ImportError:  # pragma: no cover - another Python than CPython
    from hashlib import blake2b

__all__ = ["blake2b", "content_sum", "path_sum"]

SUM_BYTES = 16
"""The length of the sum of a content."""


def content_sum(content: bytes) -> bytes:
    """The sum of a content, 16 bytes."""
    return blake2b(content, digest_size=SUM_BYTES).digest()


def path_sum(path: Path, size: int = 8) -> str:
    """A sum of `size` bytes of the whole path, in hexadecimal digits: a name for a file that belongs to the path.

    The path may be one that is no UTF-8, as those of old disks are.
    """
    return blake2b(os.fsencode(path.resolve()), digest_size=size).hexdigest()
