"""Tables that grow, by field of activity and by agency: each on a sheet of its own, its head on every page."""

from __future__ import annotations

from xlsxwriter import Workbook

from cchc_core import AgencyTable, Report
from cchc_core.tables import PrintedTable
from cchc_exporters.xlsx.blocks import FIRST, LABEL_WIDTH, Block, Group, lay_out, write_checks, write_head, write_row
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.heading import HEADING_ROWS, write_heading, write_unit
from cchc_exporters.xlsx.page import Page, colour_notes, finish, notes, signature
from cchc_exporters.xlsx.rows import Rows
from cchc_exporters.xlsx.shares import has_shares, share_rows, write_shares
from cchc_exporters.xlsx.styles import Formats
from cchc_exporters.xlsx.write import AppendixSheet, Sheet

__all__ = ["Growing", "name_of_sheet"]

_FEWEST = 11
_WIDTH = 10
_NAMES = {True: "Cơ quan", False: "Lĩnh vực"}
_DETAILS = ", chi tiết"
_NOTE = "Số in nghiêng: tính từ các chỉ tiêu khác của báo cáo. Ô trống: báo cáo không nêu."


class Growing:
    """One table on its own sheet, and its details and printed shares on a second one, row by row.

    Args:
        table: The table.
        number: Which of the tables of its kind it is, counting from one.
        addresses: Where its figures are entered.
        with_shares: Whether the shares of its total stand beneath; those of a table by level do for it too.
    """

    def __init__(self, table: PrintedTable, number: int, addresses: Addresses, *, with_shares: bool) -> None:
        self.table = table
        self._has_shares = with_shares and has_shares(table)
        top = HEADING_ROWS + 1
        name = name_of_sheet(table, number)
        self.blocks: list[Block] = [lay_out(name, table, (("", table.columns),), top, addresses)]
        beside: tuple[Group, ...] = (
            ("Chi tiết kèm theo", table.details),
            ("Tỷ lệ in trong báo cáo (%)", table.shares),
        )
        groups = tuple(group for group in beside if group[1])
        if groups:
            self.blocks.append(lay_out(f"{name}{_DETAILS}", table, groups, top, addresses))

    def write(self, workbook: Workbook, formats: Formats, report: Report, figures: Figures, checking: Checking) -> None:
        """Add its sheets to a workbook."""
        rows = Rows(self.blocks, figures, checking)
        for block in self.blocks:
            sheet = Sheet(workbook.add_worksheet(block.sheet, worksheet_class=AppendixSheet), formats)
            self._write(sheet, block, report, figures, checking, rows)

    def _write(
        self, sheet: Sheet, block: Block, report: Report, figures: Figures, checking: Checking, rows: Rows
    ) -> None:
        columns = max(_FEWEST, len(block.figures))
        page = Page(
            widths=(6, LABEL_WIDTH, *([_WIDTH] * columns)),
            landscape=True,
            repeat=(block.top, block.body - 1),
            freeze=(block.body, FIRST),
        )
        is_first = block is self.blocks[0]
        title = self.table.title if is_first else f"{self.table.title}: chi tiết"
        write_heading(sheet, page, report, (self.table,), title)
        write_unit(sheet, FIRST + len(block.figures) - 1, block.top - 1)
        write_head(sheet, block)
        rows.write(sheet, block, page.check_column)
        self._total(sheet, block, page, figures, checking)
        row = block.end
        if is_first and self._has_shares:
            sheet.kept.add(row)
            write_shares(sheet, page, row + 1, self.table, figures)
            row += 1 + share_rows(self.table)
        sheet.kept.add(row)
        row = notes(sheet, page, row + 1, [_NOTE, *colour_notes(figures.marked_on(block.sheet), figures.marks)])
        finish(sheet, page, signature(sheet, page, row, report))

    def _total(self, sheet: Sheet, block: Block, page: Page, figures: Figures, checking: Checking) -> None:
        """Write the total as reported, never alone on a page, and the check cells of the table."""
        totals = [(row, at) for row, at in block.placed() if row.is_total]
        for row, at in totals:
            write_row(sheet, block, row, at, 0, figures)
            sheet.kept |= {at - 1, at}
        checking.head(sheet, block.top, page.check_column, block.body - block.top, block.end)
        write_checks(sheet, block, page.check_column, checking, figures.live, [row for row, _ in totals])


def name_of_sheet(table: PrintedTable, number: int = 1) -> str:
    """Name the sheet of a growing table; no name is longer than 31 characters."""
    return f"Phụ lục II - {_NAMES[table.table is AgencyTable]}{f' {number}' if number > 1 else ''}"
