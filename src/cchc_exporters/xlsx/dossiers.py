"""Phụ lục II: dossier statistics by level in the layout of form II.06a, and the blocks beside it."""

from __future__ import annotations

from attrs import frozen
from xlsxwriter import Workbook

from cchc_core import Report
from cchc_core.tables import PrintedTable
from cchc_exporters.xlsx.blocks import FIRST, LABEL_WIDTH, Block, Group, lay_out, write_checks, write_head, write_row
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.heading import HEADING_ROWS, write_heading, write_title, write_unit
from cchc_exporters.xlsx.page import Page, colour_notes, finish, notes, signature
from cchc_exporters.xlsx.shares import share_rows, write_shares
from cchc_exporters.xlsx.styles import Formats
from cchc_exporters.xlsx.write import AppendixSheet, Sheet

__all__ = ["DOSSIERS", "Dossiers"]

DOSSIERS = "Phụ lục II"
"""Name of the sheet."""

_FEWEST = 11
"""The sheet is as wide as form II.06a, or wider."""
_WIDTH = 10
_WORKED_OUT = "Số in nghiêng: báo cáo để trống, tính từ các chỉ tiêu khác của báo cáo. Ô trống: báo cáo không nêu."


@frozen(eq=False, kw_only=True)
class _Part:
    """A block with its title, or the shares of a table."""

    title: str
    title_row: int
    block: Block
    has_unit: bool = False


class Dossiers:
    """The sheet of all tables by level.

    Args:
        tables: The tables.
        addresses: Where their figures are entered.
    """

    def __init__(self, tables: tuple[PrintedTable, ...], addresses: Addresses) -> None:
        self.tables = tables
        self._addresses = addresses
        self._parts: list[_Part] = []
        self._shares: list[tuple[int, PrintedTable]] = []
        self._starts: list[int] = []
        row = HEADING_ROWS
        for index, table in enumerate(tables, 1):
            self._starts.append(row)
            row = self._lay_out(row, index, table)
        self._end = row
        columns = max([_FEWEST, *(len(part.block.figures) for part in self._parts)])
        self._page = Page(
            widths=(6, LABEL_WIDTH, *([_WIDTH] * columns)),
            landscape=True,
            freeze=(0, FIRST),
            breaks=tuple(self._starts[1:]),
        )

    @property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the sheet."""
        return tuple(part.block for part in self._parts)

    def _lay_out(self, row: int, index: int, table: PrintedTable) -> int:
        """Lay a table out with its details and shares, and give the row beneath."""
        details: tuple[tuple[str, Group], ...] = (
            ("Chi tiết kèm theo", ("", table.details)),
            ("Tỷ lệ in trong báo cáo (%)", ("", table.shares)),
        )
        row = self._add(f"{index}. {table.title}", row, table, ("", table.columns), has_unit=True)
        for title, group in details:
            if group[1]:
                row = self._add(title, row + 1, table, group)
        row += 1
        if table.ratios:
            self._shares.append((row, table))
            row += share_rows(table) + 1
        return row

    def _add(self, title: str, row: int, table: PrintedTable, group: Group, *, has_unit: bool = False) -> int:
        block = lay_out(DOSSIERS, table, (group,), row + 1 + has_unit, self._addresses)
        self._parts.append(_Part(title=title, title_row=row, block=block, has_unit=has_unit))
        return block.end

    def write(self, workbook: Workbook, formats: Formats, report: Report, figures: Figures, checking: Checking) -> None:
        """Add the sheet to a workbook."""
        page = self._page
        sheet = Sheet(workbook.add_worksheet(DOSSIERS, worksheet_class=AppendixSheet), formats)
        write_heading(sheet, page, report, self.tables)
        for part in self._parts:
            self._write(sheet, part, figures, checking)
        for row, table in self._shares:
            write_shares(sheet, page, row, table, figures)
        row = self._end
        if self.tables:
            row = notes(sheet, page, row, [_WORKED_OUT])
        marked = figures.marked_on(DOSSIERS)
        row = notes(sheet, page, row, colour_notes(marked, figures.marks))
        row = signature(sheet, page, row, report)
        finish(sheet, page, row)

    def _write(self, sheet: Sheet, part: _Part, figures: Figures, checking: Checking) -> None:
        block = part.block
        write_title(sheet, self._page, part.title_row, part.title)
        if part.has_unit:
            write_unit(sheet, FIRST + len(block.figures) - 1, part.title_row + 1)
        write_head(sheet, block)
        for number, (row, at) in enumerate(block.placed(), 1):
            write_row(sheet, block, row, at, number, figures)
            sheet.kept.add(at)
        column = self._page.check_column
        checking.head(sheet, block.top, column, block.body - block.top, block.end)
        write_checks(sheet, block, column, checking, figures.live, block.table.rows)
