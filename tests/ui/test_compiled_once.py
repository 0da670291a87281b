"""What PySide would compile at every start: taken from where it was kept, and never from what is damaged or old."""

import builtins
import os
import subprocess
import sys
from pathlib import Path
from types import CodeType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ui.compiled_once import compiled_once

SOURCE = b"answer = 42"


@pytest.fixture(autouse=True)
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of what is really compiled."""
    names: list[str] = []
    really = builtins.compile

    def counted(source: Any, filename: Any, *rest: Any, **named: Any) -> Any:
        if filename in ("one.py", "two.py"):
            names.append(filename)
        return really(source, filename, *rest, **named)

    monkeypatch.setattr(builtins, "compile", counted)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return names


def taken(place: Path, source: bytes | str = SOURCE, name: str = "one.py") -> CodeType:
    """The code of a source where what is compiled is kept at `place`."""
    with compiled_once(place):
        code: CodeType = builtins.compile(source, name, "exec")
    return code


def answer(code: CodeType) -> object:
    names: dict[str, object] = {}
    exec(code, names)
    return names["answer"]


def test_what_was_compiled_once_is_not_compiled_again(tmp_path: Path, made: list[str]) -> None:
    place = tmp_path / "new" / "kept.code"
    assert [answer(taken(place)) for _ in range(3)] == [42, 42, 42]
    assert made == ["one.py"]
    assert [one.name for one in place.parent.iterdir()] == ["kept.code"]


def test_another_source_or_name_is_compiled(tmp_path: Path, made: list[str]) -> None:
    place = tmp_path / "kept.code"
    taken(place)
    assert answer(taken(place, b"answer = 43")) == 43
    taken(place, name="two.py")
    assert made == ["one.py", "one.py", "two.py"]


@settings(suppress_health_check=list(HealthCheck), deadline=None)
@given(cut=st.integers(0, 400), flipped=st.integers(0, 400))
def test_what_is_damaged_is_compiled_again(cut: int, flipped: int, tmp_path: Path, made: list[str]) -> None:
    place = tmp_path / "kept.code"
    place.unlink(missing_ok=True)
    taken(place)
    whole = place.read_bytes()
    damaged = bytearray(whole)
    damaged[flipped % len(whole)] ^= 1
    for data in (bytes(damaged), whole[: cut % len(whole)]):
        place.write_bytes(data)
        made.clear()
        assert answer(taken(place)) == 42
        assert made == ["one.py"]
        assert place.read_bytes() == whole


def test_code_of_another_python_is_compiled_again(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "kept.code"
    taken(place)
    monkeypatch.setattr("importlib.util.MAGIC_NUMBER", b"newr")
    taken(place)
    assert made == ["one.py", "one.py"]


def test_where_nothing_can_be_kept_all_is_compiled_as_always(
    tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"no folder")
    for _ in range(2):
        assert answer(taken(tmp_path / "file" / "kept.code")) == 42
    (tmp_path / "folder.code").mkdir()
    taken(tmp_path / "folder.code")
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    taken(tmp_path / "kept.code")
    assert {one.name for one in tmp_path.iterdir()} == {"file", "folder.code"}
    assert made == ["one.py"] * 4


def test_an_error_within_leaves_the_compiler_as_it_was(tmp_path: Path) -> None:
    before = builtins.compile
    with pytest.raises(SyntaxError):
        taken(tmp_path / "kept.code", b"answer =")
    assert builtins.compile is before
    assert not (tmp_path / "kept.code").exists()


def test_annotations_stay_text_where_the_caller_has_them_so(tmp_path: Path) -> None:
    asking = "from __future__ import annotations\ncode = builtins.compile('x: nowhere = 1', 'one.py', 'exec')"
    for _ in range(2):
        names: dict[str, Any] = {"builtins": builtins}
        with compiled_once(tmp_path / "kept.code"):
            exec(asking, names)
        found: dict[str, Any] = {}
        exec(names["code"], found)
        assert found["__annotations__"] == {"x": "nowhere"}


def test_a_source_that_is_of_no_use_is_compiled_as_empty(tmp_path: Path) -> None:
    for _ in range(2):
        with compiled_once(tmp_path / "kept.code", empty=["one.py"]):
            code = builtins.compile(SOURCE, "one.py", "exec")
            other = builtins.compile(SOURCE, "two.py", "exec")
        assert answer(other) == 42
        assert not code.co_names


def test_pyside_still_tells_what_a_call_takes(tmp_path: Path) -> None:
    script = """
import ui.beginning
from PySide6.QtCore import QRect
try:
    QRect("nowhere")
except TypeError as error:
    print(error)
"""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    for _ in range(2):
        done = subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        )
        assert "Supported signatures" in done.stdout
        assert "left: int, top: int, width: int, height: int" in done.stdout


def test_a_second_start_compiles_nothing_of_pyside(tmp_path: Path) -> None:
    script = """
import sys
compiled = []
sys.addaudithook(lambda event, told: compiled.append(str(told[1])) if event == "compile" else None)
import ui.beginning
import builtins
assert builtins.compile.__module__ == "builtins", builtins.compile
print(len([name for name in compiled if name.startswith("shibokensupport")]))
"""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(tmp_path)}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    starts = [
        subprocess.run(
            [sys.executable, "-c", script], env=environment, capture_output=True, text=True, check=True
        ).stdout
        for _ in range(2)
    ]
    assert int(starts[0]) > 5
    assert int(starts[1]) == 0
