"""How the house is built: small files, small functions, a sentence at the head of each, and no Qt below the window."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FOLDERS = ("workshop", "ui", "exports", "resources", "tests")
FILES = sorted(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py"))
NAMES = [str(path.relative_to(ROOT)) for path in FILES]

LONGEST_FILE, LONGEST_FUNCTION = 400, 40

IMPORT_ALL = """
import importlib, pkgutil, sys
sys.modules["PySide6"] = sys.modules["shiboken6"] = None
for name in ("workshop", "exports"):
    package = importlib.import_module(name)
    for module in pkgutil.walk_packages(package.__path__, name + "."):
        importlib.import_module(module.name)
"""


@pytest.mark.parametrize("path", FILES, ids=NAMES)
def test_no_file_and_no_function_is_long_and_each_module_says_what_it_is_for(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    assert len(source.splitlines()) <= LONGEST_FILE
    assert ast.get_docstring(tree) or not source.strip()
    lengths = {function.name: _length(function) for function in _functions(tree)}
    assert not {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION}


def test_the_domain_and_the_exports_can_be_imported_where_there_is_no_qt() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORT_ALL], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def _functions(tree: ast.AST) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """The lines of a function, from its name on."""
    return (function.end_lineno or function.lineno) - function.lineno + 1
