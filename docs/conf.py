"""Settings of the documentation; the tables of the reference are filled in from the code."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from importlib.metadata import version as version_of
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from reference_pages import filled, is_generated

project = "cchc"
author = "The cchc contributors"
copyright = "2026, the cchc contributors"
version = release = version_of("cchc")
language = "en"

extensions = ["myst_parser", "sphinx.ext.autodoc", "sphinx.ext.napoleon"]
exclude_patterns = ["_build", "_ext"]
default_role = "py:obj"

myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_typehints_format = "short"
napoleon_google_docstring = True
napoleon_numpy_docstring = False
python_maximum_signature_line_length = 100

html_theme = "furo"
html_title = f"cchc {release}"
html_show_sourcelink = False
html_static_path = ["_static"]
html_css_files = ["tables.css"]


def setup(app: Sphinx) -> None:
    """Fill the marked pages in as they are read, and read them again at every build."""
    app.connect("source-read", _fill)
    app.connect("env-get-outdated", _outdated)
    app.connect("html-page-context", _let_names_break)


def _let_names_break(_: Sphinx, __: str, ___: str, context: dict[str, Any], ____: object) -> None:
    """Let a long name in a line of text break after its underscores and points, so that no column of a table is all names."""
    name = re.compile(r'(?<=<span class="pre">)[\w.]+(?=</span>)')
    context["body"] = name.sub(
        lambda found: re.sub(r"(?<=\w)([_.])(?=\w)", r"\1<wbr>", found[0]), context.get("body", "")
    )


def _fill(_: Sphinx, __: str, source: list[str]) -> None:
    source[0] = filled(source[0]).replace("\n\n```\n", "\n```\n")  # doctest wants the line, nobody wants to see it


def _outdated(app: Sphinx, *_: object) -> Iterable[str]:
    names = app.project.docnames
    return [name for name in names if is_generated(Path(app.srcdir, f"{name}.md").read_text(encoding="utf-8"))]
