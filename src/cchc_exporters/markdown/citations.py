"""The list of cited documents, by the level of their issuers."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import Report
from cchc_core.prose import CITATION_HEADS, CITATION_TITLE, attached_to, citation_groups
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["citations"]


def citations(report: Report) -> Iterator[str]:
    """Write the list as an appendix; nothing if nothing is cited."""
    groups = citation_groups(report)
    if not groups:
        return
    yield heading(2, CITATION_TITLE)
    yield f"*({escape(attached_to(report))})*"
    for group in groups:
        yield heading(3, group.title)
        rows = [(str(row.number), *map(escape, row.cells)) for row in group.rows]
        yield table(CITATION_HEADS, rows, "cllclll")
