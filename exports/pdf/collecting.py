"""Python's collector of circles at rest: each of its rounds looks at a million shapes, and holds a large export up."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """Let no round begin until this is over. What is written holds no circles that would have to be found."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
