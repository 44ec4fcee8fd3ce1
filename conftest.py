"""How the tests are run: from the root of the repository, the docstring examples of the library with them.

Properties are tried on the same examples each time; ``--hypothesis-profile=thorough`` tries many others.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.doctest import DocTestParser
from sybil.parsers.markdown import PythonCodeBlockParser

ROOT = Path(__file__).parent

settings.register_profile(
    "default",
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=25,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.register_profile("thorough", parent=settings.get_profile("default"), derandomize=False, max_examples=1000)
settings.load_profile("default")


@pytest.fixture(autouse=True)
def at_the_root() -> Iterator[None]:
    """Run from the root of the repository, where examples and docstrings expect to be."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        yield


_docstrings = Sybil(parsers=[DocTestParser()], path=str(ROOT / "src"), patterns=["**/*.py"], fixtures=["at_the_root"])
_readme = Sybil(parsers=[PythonCodeBlockParser()], path=str(ROOT), patterns=["README*.md"], fixtures=["at_the_root"])
pytest_collect_file = (_docstrings + _readme).pytest()
