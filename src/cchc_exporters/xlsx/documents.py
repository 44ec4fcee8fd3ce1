"""Phụ lục III: the documents cited, by level of their issuer."""

from __future__ import annotations

from xlsxwriter import Workbook

from cchc_core import Citation, IssuerLevel, Report
from cchc_core.report import printed_date
from cchc_exporters.xlsx.cells import BODY, CENTER, HEAD, LABEL_OF_TOTAL
from cchc_exporters.xlsx.page import HEAD_ROWS, Page, finish, head, row_height, signature
from cchc_exporters.xlsx.styles import Formats
from cchc_exporters.xlsx.write import AppendixSheet, Sheet

__all__ = ["DOCUMENTS", "write_documents"]

DOCUMENTS = "Phụ lục III"
"""Name of the sheet."""

_TITLE = "Danh mục văn bản chỉ đạo, điều hành được viện dẫn"
_HEADS = ("STT", "Loại văn bản", "Số, ký hiệu", "Ngày ban hành", "Cơ quan ban hành", "Trích yếu", "Nêu tại mục")
_WIDTHS = (6, 14, 22, 14, 26, 46, 14)
_LEFT = {4, 5}
"""Columns that are not centred."""
_LOW = 20


def write_documents(workbook: Workbook, formats: Formats, report: Report) -> None:
    """Add the sheet to a workbook: one line a document, in the order of the report, level by level."""
    sheet = Sheet(workbook.add_worksheet(DOCUMENTS, worksheet_class=AppendixSheet), formats)
    page = Page(widths=_WIDTHS, landscape=True, repeat=(HEAD_ROWS, HEAD_ROWS), freeze=(HEAD_ROWS + 1, 0))
    head(sheet, page, "III", _TITLE, report)
    sheet.height(HEAD_ROWS, 32)
    sheet.kept |= {HEAD_ROWS - 1, HEAD_ROWS}
    for column, text in enumerate(_HEADS):
        sheet.text(HEAD_ROWS, column, text, HEAD)
    row = HEAD_ROWS + 1
    number = 0
    for level in IssuerLevel:
        cited = [citation for citation in report.citations if citation.level is level]
        if cited:
            row = _over(sheet, page, row, f"{level.title} ({len(cited)})")
            sheet.kept.add(row - 1)
        for citation in cited:
            number += 1
            row = _line(sheet, row, number, citation)
    if not report.citations:
        row = _over(sheet, page, row, "Báo cáo không viện dẫn văn bản nào.")
    finish(sheet, page, signature(sheet, page, row, report))


def _over(sheet: Sheet, page: Page, row: int, text: str) -> int:
    sheet.height(row, _LOW)
    sheet.merge(row, 0, page.last_column, text, LABEL_OF_TOTAL)
    return row + 1


def _line(sheet: Sheet, row: int, number: int, citation: Citation) -> int:
    texts = (
        citation.type,
        citation.notation,
        printed_date(citation.date) if citation.date else "",
        citation.issuer,
        citation.subject,
        ", ".join(citation.sections),
    )
    sheet.height(row, row_height(texts, _WIDTHS[1:]))
    sheet.cells.write_number(row, 0, number, sheet.format(CENTER))
    for column, text in enumerate(texts, start=1):
        sheet.text(row, column, text, BODY if column in _LEFT else CENTER)
    return row + 1
