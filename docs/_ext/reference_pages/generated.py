"""Which marker of a page is filled in by which generator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reference_pages.appendix import indicators
from reference_pages.catalogue import calendars, forms, rules
from reference_pages.contract import definitions, top_level
from reference_pages.documents import documents
from reference_pages.program import api, commands, engine, exporters, hooks, options, readers

__all__ = ["GENERATORS", "MARKER", "filled", "is_generated"]

MARKER = re.compile(r"^<!-- generated: (?P<name>\w+) -->$", re.MULTILINE)
"""A line of a page that is replaced by what the code says."""

GENERATORS: Mapping[str, Callable[[], Iterator[str]]] = {
    "api": api,
    "calendars": calendars,
    "commands": commands,
    "definitions": definitions,
    "documents": documents,
    "engine": engine,
    "exporters": exporters,
    "forms": forms,
    "hooks": hooks,
    "indicators": indicators,
    "options": options,
    "readers": readers,
    "rules": rules,
    "top_level": top_level,
}
"""The lines of Markdown for each marker."""


def filled(page: str) -> str:
    """Give a page with its markers filled in; an unknown marker raises `KeyError`."""
    return MARKER.sub(lambda found: "\n".join(GENERATORS[found["name"]]()), page)


def is_generated(page: str) -> bool:
    """Tell whether a page has a marker."""
    return MARKER.search(page) is not None
