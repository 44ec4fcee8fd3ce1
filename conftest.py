"""How the tests are run: the docstring examples of the library with them, from the root of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parent

@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    """Run from the root of the repository, where examples and docstrings expect to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


_docstrings = Sybil(parsers=[DocTestParser()], path=str(ROOT / "src"), patterns=["**/*.py"], fixtures=["at_the_root"])
_readme = Sybil(
    parsers=[PythonCodeBlockParser()], path=str(ROOT), patterns=["README*.md"], fixtures=["at_the_root"]
)
pytest_collect_file = (_docstrings + _readme).pytest()
