"""Shares that are derived from the figures of a table, one a line, under the table."""

from __future__ import annotations

from cchc_core.tables import PrintedTable, TableRow, ratio_line
from cchc_exporters.xlsx.blocks import FIRST, LABEL_WIDTH
from cchc_exporters.xlsx.cells import BODY, CENTER, HEAD, NUMBER
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.heading import write_title
from cchc_exporters.xlsx.page import Page, row_height
from cchc_exporters.xlsx.write import Sheet

__all__ = ["has_shares", "share_rows", "write_shares"]

_MOST_ROWS = 11
"""A table of more rows has the shares of its total only."""
_TITLE = "Tỷ lệ tính từ số liệu báo cáo (%)"


def has_shares(table: PrintedTable) -> bool:
    """Tell whether a table has shares to show."""
    return bool(table.ratios and _shown(table))


def share_rows(table: PrintedTable) -> int:
    """Count the rows that the shares of a table take."""
    return len(table.ratios) + 2


def write_shares(sheet: Sheet, page: Page, row: int, table: PrintedTable, figures: Figures) -> None:
    """Write the shares from a row on, a column for each row of the table."""
    rows = _shown(table)
    write_title(sheet, page, row, _TITLE)
    row += 1
    sheet.height(row, 32)
    sheet.text(row, 0, "STT", HEAD)
    sheet.text(row, 1, "Chỉ tiêu", HEAD)
    for column, each in enumerate(rows, FIRST):
        sheet.text(row, column, "Tổng số" if each.is_total else each.label, HEAD)
    for index, ratio in enumerate(table.ratios, 1):
        sheet.kept.add(row)
        row += 1
        sheet.height(row, row_height((ratio.label,), (LABEL_WIDTH,)))
        sheet.cells.write_number(row, 0, index, sheet.format(CENTER))
        sheet.text(row, 1, ratio.label, BODY)
        for column, each in enumerate(rows, FIRST):
            line = ratio_line(each.record, ratio, each.path)
            if line.share is None:
                sheet.text(row, column, "", NUMBER)
            else:
                figures.share(
                    sheet,
                    row,
                    column,
                    line.share,
                    line.decimals,
                    line.numerator,
                    line.denominator,
                    subtracted=line.subtracted,
                    bold=each.is_total,
                )


def _shown(table: PrintedTable) -> tuple[TableRow, ...]:
    if len(table.rows) <= _MOST_ROWS:
        return table.rows
    return tuple(row for row in table.rows[-1:] if row.is_total)
