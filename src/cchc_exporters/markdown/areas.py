"""Section I and the reform areas: sentences, the table of all indicators, and the tables of the forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core.prose import LINE_HEADS, NO_FIGURES, Area, ShownLine
from cchc_exporters.markdown.grids import grids
from cchc_exporters.markdown.printing import figure, points
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["areas", "statements"]


def areas(found: Sequence[Area], announced: str) -> Iterator[str]:
    """Write every section; one that reports nothing says so.

    Args:
        found: The sections.
        announced: Which appendices come with the report.
    """
    for area in found:
        if area.part:
            yield heading(2, escape(area.part))
        title = f"{area.number}. {escape(area.title)}" if area.number else escape(area.title)
        yield heading(3 if area.is_within_part else 2, title)
        if area.is_empty:
            yield NO_FIGURES
        yield from statements(area, 4)
    if announced:
        yield escape(announced)


def statements(area: Area, depth: int) -> Iterator[str]:
    """Write what a section states.

    Args:
        area: The section.
        depth: Depth of the headings of its tables.
    """
    if area.points:
        yield points(area.points)
    if area.cited:
        yield f"Văn bản viện dẫn: số thứ tự {area.cited} trong Danh mục kèm theo."
    if area.lines:
        yield f"**{escape(area.caption)}**"
        yield table(LINE_HEADS, _rows(area.lines), "clcr")
    for each in area.tables:
        yield heading(depth, f"{each.number} {escape(each.title)}")
        yield from grids(each)


def _rows(lines: Sequence[ShownLine]) -> Iterator[tuple[str, ...]]:
    """Write a row for what is reported, and one in italics for a share that can be derived from it."""
    for index, line in enumerate(lines, 1):
        label = escape(line.label)
        yield str(index), f"*{label}*" if line.is_derived else label, escape(line.unit), figure(line.shown)
