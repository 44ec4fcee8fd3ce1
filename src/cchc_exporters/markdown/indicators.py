"""The statistical appendix: one row an indicator, under the headings of which the report states something."""

from __future__ import annotations

from collections.abc import Iterator

from cchc_core import Report
from cchc_core.prose import APPENDIX_HEADS, APPENDIX_TITLE, AppendixRow, Printer, appendix_of, attached_to
from cchc_exporters.markdown.printing import figure
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["indicators"]

_ALIGN = "llcrrl"


def indicators(report: Report, printer: Printer) -> Iterator[str]:
    """Write the appendix; nothing if the report states none of its indicators."""
    appendix = appendix_of(report, printer)
    if appendix is None:
        return
    yield heading(2, APPENDIX_TITLE)
    yield f"*({escape(attached_to(report))})*"
    yield table(APPENDIX_HEADS, map(_row, appendix.rows), _ALIGN)
    if appendix.notes:
        yield f"*Ghi chú:* {escape(appendix.notes)}"


def _row(row: AppendixRow) -> tuple[str, ...]:
    """Write a row; what is worked out has its label in italics."""
    label = escape(row.label)
    if row.is_heading:
        return f"**{row.number}**", f"**{label}**", "", "", "", ""
    quantity, share = (figure(each) if each is not None else "" for each in (row.quantity, row.share))
    return row.number, f"*{label}*" if row.is_derived else label, escape(row.unit), quantity, share, escape(row.note)
