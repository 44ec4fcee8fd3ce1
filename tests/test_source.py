"""The source of the library itself: its letters, and what its core may not touch."""

from __future__ import annotations

import ast
import unicodedata
from pathlib import Path

import pytest

SOURCE = Path(__file__).parents[1] / "src"
FILES = sorted(path for folder in ("cchc_core", "cchc_exporters") for path in (SOURCE / folder).rglob("*.py"))
PURE = [
    path
    for path in FILES
    if path.is_relative_to(SOURCE / "cchc_core")
    and path.relative_to(SOURCE / "cchc_core").parts[0] not in {"cli", "plugins", "__main__.py"}
]

CALLS = {"open", "print", "input"}
METHODS = {"now", "today", "utcnow", "getenv", "urandom"}
MODULES = {"time", "random", "socket", "subprocess", "urllib", "locale", "secrets", "uuid", "tempfile", "shutil"}


_DECOMPOSED = {"strategies.py", "anything.py"}
"""Files that hold text as somebody else might write it, on purpose."""

_WATCHER = "cchc_core/testing/conformance/"
"""The conformance kit catches those who look at the clock and the like, so it has to name these things."""


def _name(path: Path) -> str:
    return path.relative_to(SOURCE).as_posix()


@pytest.mark.parametrize("path", FILES, ids=_name)
def test_letters_are_composed(path: Path) -> None:
    """Labels compare equal to what officials type only if both are in NFC."""
    text = path.read_text(encoding="utf-8")
    assert unicodedata.normalize("NFC", text) == text
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and path.name not in _DECOMPOSED:
            assert unicodedata.normalize("NFC", node.value) == node.value


CLOCK = "cchc_core/engine/budget.py"
"""The one file that may look at a clock: where a caller asks for an answer within a time."""


@pytest.mark.parametrize(
    "path", [path for path in PURE if _name(path) != CLOCK and not _name(path).startswith(_WATCHER)], ids=_name
)
def test_the_core_has_no_clock_no_output_and_no_environment(path: Path) -> None:
    """The same report gives the same result on every machine and every day."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            assert node.func.id not in CALLS, node.lineno
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            assert node.func.attr not in METHODS, node.lineno
        if isinstance(node, ast.Attribute):
            assert node.attr != "environ", node.lineno
        if isinstance(node, ast.Import):
            assert not {alias.name.partition(".")[0] for alias in node.names} & MODULES, node.lineno
        if isinstance(node, ast.ImportFrom):
            is_text_only = node.module == "urllib.parse"
            assert is_text_only or (node.module or "").partition(".")[0] not in MODULES, node.lineno


@pytest.mark.parametrize("path", [path for path in PURE if not _name(path).startswith(_WATCHER)], ids=_name)
def test_no_float_is_written_in_the_core(path: Path) -> None:
    """Arithmetic is exact, so there is nothing to write with a decimal point; only time may be a fraction of a second."""
    arguments = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.arg)]
    seconds = {
        (name.lineno, name.col_offset)
        for argument in arguments
        if argument.arg in {"seconds", "time_limit"} and argument.annotation is not None
        for name in ast.walk(argument.annotation)
        if isinstance(name, ast.Name)
    }
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        assert not isinstance(node, ast.Constant) or not isinstance(node.value, float), node.lineno
        assert (
            not isinstance(node, ast.Name)
            or node.id not in {"float", "round"}
            or (node.lineno, node.col_offset) in seconds
        )
