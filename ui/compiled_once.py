"""What a library would compile at every start, compiled once: its bytecode is kept beside that of this package."""

import __future__

import builtins
import importlib.util
import marshal
import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from types import CodeType
from typing import Any

from workshop.sums import SUM_BYTES, content_sum

_Known = dict[tuple[str, bytes], CodeType]


@contextmanager
def compiled_once(place: Path, *, empty: Collection[str] = ()) -> Iterator[None]:
    """Take from `place` what is compiled within, if it was kept there, else keep it there for the next time.

    Sources with a name of `empty` are compiled as if nothing stood in them.
    Where nothing can be kept, or Python is told to write no bytecode, all is compiled as always.
    """
    known, used = _read(place), _Known()
    compiled = builtins.compile

    def once(source: Any, filename: Any, mode: str, flags: int = 0, *rest: Any, **named: Any) -> Any:
        flags |= sys._getframe(1).f_code.co_flags & __future__.annotations.compiler_flag
        if mode != "exec" or rest or named or not isinstance(source, str | bytes):
            return compiled(source, filename, mode, flags, *rest, **named)
        source = b"" if filename in empty else source
        text = source.encode() if isinstance(source, str) else source
        key = (filename, content_sum(text + flags.to_bytes(8)))
        used[key] = known.get(key) or compiled(source, filename, mode, flags, dont_inherit=True)
        return used[key]

    builtins.compile = once
    try:
        yield
    finally:
        builtins.compile = compiled
    if used.keys() != known.keys() and not sys.dont_write_bytecode:
        with suppress(OSError):
            _write(place, used)


def bytecode_place(name: str) -> Path:
    """The file of a name where Python keeps the bytecode of this package, for this version of it."""
    path = Path(importlib.util.cache_from_source(__file__))
    return path.with_name(path.name.replace(Path(__file__).stem, name, 1)).with_suffix(".code")


def _read(place: Path) -> _Known:
    """What was kept; nothing where the file is missing, damaged or of another Python."""
    try:
        kept = place.read_bytes()
    except OSError:
        return {}
    body = kept[SUM_BYTES:]
    if kept[:SUM_BYTES] != _sum(body):
        return {}
    known: _Known = marshal.loads(body)  # noqa: S302  # as trusted as the bytecode that Python keeps beside it
    return known


def _write(place: Path, used: _Known) -> None:
    body = marshal.dumps(used)
    place.parent.mkdir(parents=True, exist_ok=True)
    beside = place.with_suffix(f".{os.getpid()}")
    try:
        beside.write_bytes(_sum(body) + body)
        beside.replace(place)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _sum(body: bytes) -> bytes:
    return content_sum(importlib.util.MAGIC_NUMBER + body)
