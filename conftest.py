"""How the tests are run: the docstring examples of the library with them, from the root of the repository."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser

ROOT = Path(__file__).parent

@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    """Run from the root of the repository, where examples and docstrings expect to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


pytest_collect_file = Sybil(
    parsers=[DocTestParser()],
    path=str(ROOT / "src"),
    patterns=["**/*.py"],
    fixtures=["at_the_root"],
).pytest()
