"""What stands above the tables of Phụ lục II: the form, who reports to whom, the period, the unit."""

from __future__ import annotations

from cchc_core import Report, form_of
from cchc_core.report import printed_date
from cchc_core.tables import PrintedTable
from cchc_exporters.xlsx.page import HEAD_ROWS, Page, head, lines_over
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.write import Sheet

__all__ = ["HEADING_ROWS", "write_heading", "write_title", "write_unit"]

HEADING_ROWS = HEAD_ROWS + 4
"""Rows that `write_heading` takes, the blank one beneath included."""

_PLAIN = Style(size=12)
_RIGHT = Style(size=12, italic=True, align="right")
_BLOCK = Style(size=13, bold=True)
_MIDDLE = Style(size=13, italic=True, align="center")
_LEFT_PART = 5
"""The last column of the left part, in which the form is named."""
_TITLE = "Tình hình, kết quả giải quyết thủ tục hành chính"
_UNIT = "Đơn vị tính: Số hồ sơ thủ tục hành chính"


def write_heading(sheet: Sheet, page: Page, report: Report, tables: tuple[PrintedTable, ...], title: str = "") -> None:
    """Write the head of the appendix, number and source of the form, who reports to whom, and the period.

    Args:
        sheet: The sheet.
        page: How it is printed.
        report: The report.
        tables: The tables beneath; the form is that of the first.
        title: The title; if not given, that of the form.
    """
    form = tables[0].form if tables else None
    head(sheet, page, "II", title or (form_of(form.record).title if form else _TITLE), report)
    left = (
        f"Biểu số {form.number}/VPCP/KSTT" if form and form.number else "",
        f"Ban hành theo {form.source.instrument.notation}" if form else "",
    )
    right = (
        f"Đơn vị báo cáo: {report.agency.name}",
        f"Đơn vị nhận báo cáo: {report.document.addressee or '…'}",
    )
    for row, (one, other) in enumerate(zip(left, right, strict=True), HEAD_ROWS):
        sheet.height(row, 16 * lines_over(page, other, factor=2))
        sheet.merge(row, 0, _LEFT_PART, one, _PLAIN)
        sheet.merge(row, _LEFT_PART + 1, page.last_column, other, _PLAIN)
    period = report.period
    days = f"từ ngày {printed_date(period.start)} đến hết ngày {printed_date(period.end)}"
    row = HEAD_ROWS + 2
    sheet.height(row, 18)
    sheet.merge(row, 0, page.last_column, f"Kỳ báo cáo: {period.describe()} ({days})", _MIDDLE)
    sheet.kept |= {*range(HEAD_ROWS - 1, HEADING_ROWS)}


def write_title(sheet: Sheet, page: Page, row: int, title: str) -> None:
    """Write the title of a block."""
    sheet.height(row, 20)
    sheet.merge(row, 0, page.last_column, title, _BLOCK)
    sheet.kept.add(row)


def write_unit(sheet: Sheet, last: int, row: int) -> None:
    """Write the unit of a table above its right end."""
    sheet.height(row, 16)
    sheet.merge(row, 0, last, _UNIT, _RIGHT)
    sheet.kept.add(row)
