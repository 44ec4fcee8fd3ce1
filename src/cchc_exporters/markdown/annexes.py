"""The annexes: forms of plugins, each under its title, with its parts beneath it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core import Report
from cchc_core.prose import ANNEXES_TITLE, NO_FIGURES, Annex, attached_to
from cchc_exporters.markdown.areas import statements
from cchc_exporters.markdown.syntax import escape, heading

__all__ = ["annexes"]


def annexes(report: Report, found: Sequence[Annex]) -> Iterator[str]:
    """Write the annexes; nothing if there are none, and that it reports nothing under one that does not."""
    if not found:
        return
    yield heading(2, ANNEXES_TITLE)
    yield f"*({escape(attached_to(report))})*"
    for annex in found:
        yield from _with_parts(annex, 3)


def _with_parts(annex: Annex, depth: int) -> Iterator[str]:
    area = annex.area
    yield heading(depth, f"{area.number}. {escape(area.title)}" if area.number else escape(area.title))
    if annex.is_empty:
        yield NO_FIGURES
    yield from statements(area, depth + 1)
    for part in annex.parts:
        yield from _with_parts(part, depth + 1)
