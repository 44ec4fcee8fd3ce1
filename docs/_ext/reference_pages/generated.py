"""Which marker of a page is filled in by which generator."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

from reference_pages.appendix import indicators
from reference_pages.catalogue import calendars, forms, rules
from reference_pages.contract import definitions, top_level
from reference_pages.documents import documents
from reference_pages.kit import demands
from reference_pages.names import api, engine, prose
from reference_pages.program import commands, entry_points, exporters, hooks, options, readers
from reference_pages.sources import sources

__all__ = ["GENERATORS", "MARKER", "filled", "is_generated"]

MARKER = re.compile(r"^<!-- generated: (?P<name>\w+) -->$", re.MULTILINE)
"""A line of a page that is replaced by what the code says."""

GENERATORS: Mapping[str, Callable[[], Iterator[str]]] = {
    "api": api,
    "calendars": calendars,
    "commands": commands,
    "definitions": definitions,
    "demands": demands,
    "documents": documents,
    "engine": engine,
    "entry_points": entry_points,
    "exporters": exporters,
    "forms": forms,
    "hooks": hooks,
    "indicators": indicators,
    "options": options,
    "prose": prose,
    "readers": readers,
    "rules": rules,
    "sources": sources,
    "top_level": top_level,
}
"""The lines of Markdown for each marker."""


def filled(page: str) -> str:
    """Give a page with its markers filled in; an unknown marker raises `KeyError`."""
    return MARKER.sub(lambda found: "\n".join(GENERATORS[found["name"]]()), page)


def is_generated(page: str) -> bool:
    """Tell whether a page has a marker."""
    return MARKER.search(page) is not None
