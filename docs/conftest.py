"""Run every Python block of these pages, each page in a folder of its own with a copy of the examples."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

ROOT = Path(__file__).parents[1]


def _enter(namespace: dict[str, Any]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="cchc-docs-"))
    shutil.copytree(ROOT / "examples", folder / "examples")
    namespace["_left"] = Path.cwd(), folder
    os.chdir(folder)


def _leave(namespace: dict[str, Any]) -> None:
    before, folder = namespace["_left"]
    os.chdir(before)
    shutil.rmtree(folder)


pytest_collect_file = Sybil(
    parsers=[PythonCodeBlockParser(), SkipParser()],
    patterns=["*.md"],
    setup=_enter,
    teardown=_leave,
).pytest()
