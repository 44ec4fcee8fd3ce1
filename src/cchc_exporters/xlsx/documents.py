"""Phụ lục III: the documents cited, by level of their issuer."""

from __future__ import annotations

from cchc_core import Citation, IssuerLevel, Report
from cchc_core.report import printed_date
from cchc_exporters.xlsx.cells import BODY, HEAD
from cchc_exporters.xlsx.grid import Grid
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.page import Page, head, row_height
from cchc_exporters.xlsx.styles import Style

__all__ = ["lay_out_documents"]

_HEADS = ("STT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Nêu tại mục")
_WIDTHS = (6, 14, 22, 14, 26, 46, 14)
_CENTER = Style(size=12, align="center", border=True)
_BAND = Style(size=12, bold=True, border=True)


def lay_out_documents(grid: Grid, report: Report, _: Marks) -> Page:
    """Lay out one line a document, in the order of the report, level by level."""
    page = Page(widths=_WIDTHS, landscape=True)
    head(grid, page, "III", "Danh mục văn bản chỉ đạo, điều hành được viện dẫn", report)
    start = grid.row
    grid.heights[grid.row] = 32
    for column, text in enumerate(_HEADS):
        grid.text(column, text, HEAD)
    grid.row += 1
    number = 0
    for level in IssuerLevel:
        cited = [citation for citation in report.citations if citation.level is level]
        if cited:
            grid.merge(0, page.last_column, f"{level.title} ({len(cited)})", _BAND)
            grid.heights[grid.row] = 20
            grid.row += 1
        for citation in cited:
            number += 1
            _line(grid, number, citation)
    if not report.citations:
        grid.heights[grid.row] = 20
        grid.merge(0, page.last_column, "Báo cáo không viện dẫn văn bản nào.", BODY)
        grid.row += 1
    return Page(widths=_WIDTHS, landscape=True, repeat=(start, start), freeze=(start + 1, 0))


def _line(grid: Grid, number: int, citation: Citation) -> None:
    texts = (
        citation.type,
        citation.notation,
        printed_date(citation.date) if citation.date else "",
        citation.issuer,
        citation.subject,
        ", ".join(citation.sections),
    )
    grid.heights[grid.row] = row_height(texts, _WIDTHS[1:])
    grid.text(0, number, _CENTER)
    for column, text in enumerate(texts, start=1):
        grid.text(column, text, BODY if column in {4, 5} else _CENTER)
    grid.row += 1
