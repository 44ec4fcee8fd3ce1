"""Phụ lục I: the statistical indicators line by line, and after them the other figures of the report."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from attrs import evolve
from xlsxwriter import Workbook

from cchc_core import Report
from cchc_core.checks import PlacedRelation
from cchc_core.indicators import IndicatorLine, indicator_lines, wording_notes
from cchc_core.tables import Line, Section
from cchc_exporters.xlsx.cells import BODY, CENTER, HEAD, NUMBER, number_style
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.page import HEAD_ROWS, Page, colour_notes, finish, head, notes, row_height, signature
from cchc_exporters.xlsx.styles import Formats, Style
from cchc_exporters.xlsx.write import AppendixSheet, Sheet

__all__ = ["INDICATORS", "Indicators"]

INDICATORS = "Phụ lục I"
"""Name of the sheet."""

_WIDTHS = (9, 52, 13, 12, 11, 21)
_NUMBER, _LABEL, _UNIT, _QUANTITY, _SHARE, _NOTE = range(6)
_BODY = HEAD_ROWS + 2
_PAGE = Page(widths=_WIDTHS, repeat=(HEAD_ROWS, HEAD_ROWS + 1), freeze=(_BODY, 0))
_REMARK = Style(size=10, italic=True, border=True)
_GROUP_NUMBER = Style(size=12, bold=True, align="center", border=True)
_GROUP, _HEADING = Style(size=12, bold=True, border=True), Style(size=12, bold=True, italic=True, border=True)
_DEEPEST = 2
"""Lines deeper than this are set in, so that numerator and denominator stand beneath their share."""
_OTHERS = "Số liệu khác trong báo cáo"
_ITALICS = "Số in nghiêng: tính từ số liệu báo cáo, không phải số báo cáo. Ô trống: báo cáo không nêu."


class Indicators:
    """The sheet: every line of the appendix, then what the report states beside them.

    Args:
        report: The report.
        sections: The report as laid out.
        addresses: Where the figures are entered.
    """

    def __init__(self, report: Report, sections: Sequence[Section], addresses: Addresses) -> None:
        self._lines = indicator_lines(report)
        self._others = [(section, beside) for section in sections if (beside := section.beside)]
        self.figures: dict[str, tuple[int, int]] = {}
        """Row and column of each figure that stands on the sheet."""
        for row, line in enumerate(self._lines, _BODY):
            if line.kind is not None and not line.is_derived:
                self.figures[line.path] = row, _SHARE if line.is_share else _QUANTITY
        row = _BODY + len(self._lines) + bool(self._others)
        for _, lines in self._others:
            row += 1
            for index, each in enumerate(lines):
                if each.kind is not None:
                    self.figures[each.path] = row + index, _SHARE if each.unit == "%" else _QUANTITY
            row += len(lines)
        for path, (at, column) in self.figures.items():
            addresses.enter(path, (INDICATORS, at, column))

    def write(self, workbook: Workbook, formats: Formats, report: Report, figures: Figures, checking: Checking) -> None:
        """Add the sheet to a workbook."""
        sheet = Sheet(workbook.add_worksheet(INDICATORS, worksheet_class=AppendixSheet), formats)
        head(sheet, _PAGE, "I", "Chỉ tiêu thống kê theo lĩnh vực cải cách hành chính", report)
        _columns(sheet)
        row = _BODY
        for line in self._lines:
            if line.is_heading:
                _title(sheet, row, line.number, line.label, is_group=line.depth == 0)
            else:
                _row(sheet, row, line.label, line.unit, line.note, max(0, line.depth - _DEEPEST))
                sheet.cells.write_string(row, _NUMBER, line.number, sheet.format(CENTER))
                _result(sheet, row, line, figures)
            row += 1
        row = self._write_others(sheet, row, figures)
        last = row - 1
        row = notes(sheet, _PAGE, row, [_ITALICS, *wording_notes(self._lines)])
        row = notes(sheet, _PAGE, row, colour_notes(figures.marked_on(INDICATORS), figures.marks))
        row = signature(sheet, _PAGE, row, report)
        self._check(sheet, last, figures, checking)
        finish(sheet, _PAGE, row)

    def _write_others(self, sheet: Sheet, row: int, figures: Figures) -> int:
        """Write what stands on no line of the form, area by area; nothing if there is nothing."""
        if self._others:
            _title(sheet, row, "", _OTHERS, is_group=True)
            row += 1
        for section, lines in self._others:
            _title(sheet, row, section.form.number, section.form.title, is_group=False)
            row += 1
            for index, line in enumerate(lines, 1):
                _row(sheet, row, line.label, line.unit, "", 0)
                sheet.cells.write_number(row, _NUMBER, index, sheet.format(CENTER))
                _other(sheet, row, line, figures)
                row += 1
        return row

    def _check(self, sheet: Sheet, last: int, figures: Figures, checking: Checking) -> None:
        """Write the check column: beside each line the relations whose first figure stands on it."""
        checking.head(sheet, HEAD_ROWS, _PAGE.check_column, 2, last)
        records = dict.fromkeys(path.rpartition(".")[0] for path in self.figures)
        found: dict[int, list[PlacedRelation]] = {}
        for record in records:
            for relation in figures.live.of_record(record):
                place = self.figures.get(relation.left[0].paths[0])
                if place is not None:
                    found.setdefault(place[0], []).append(relation)
        for row, relations in found.items():
            checking.cell(sheet, row, _PAGE.check_column, relations)


def _columns(sheet: Sheet) -> None:
    """Write the head: the result is split into quantity and share."""
    sheet.kept |= {HEAD_ROWS - 1, HEAD_ROWS, HEAD_ROWS + 1}
    sheet.height(HEAD_ROWS, 20)
    sheet.height(HEAD_ROWS + 1, 34)
    for column, text in ((_NUMBER, "STT"), (_LABEL, "Chỉ tiêu thống kê"), (_UNIT, "Đơn vị tính"), (_NOTE, "Ghi chú")):
        sheet.merge(HEAD_ROWS, column, column, text, HEAD, rows=2)
    sheet.merge(HEAD_ROWS, _QUANTITY, _SHARE, "Kết quả", HEAD)
    sheet.text(HEAD_ROWS + 1, _QUANTITY, "Số lượng", HEAD)
    sheet.text(HEAD_ROWS + 1, _SHARE, "Tỷ lệ (%)", HEAD)


def _title(sheet: Sheet, row: int, number: str, title: str, *, is_group: bool) -> None:
    sheet.height(row, 24 if is_group else 20)
    sheet.kept.add(row)
    sheet.text(row, _NUMBER, number, _GROUP_NUMBER)
    sheet.merge(row, _LABEL, _PAGE.last_column, title.upper() if is_group else title, _GROUP if is_group else _HEADING)


def _row(sheet: Sheet, row: int, label: str, unit: str, note: str, indent: int) -> None:
    """Write what a form declares of a line: everything but number and result."""
    cells, format_of = sheet.cells, sheet.format
    sheet.height(row, _height(label, unit, note, indent))
    cells.write_string(row, _LABEL, label, format_of(_labelled(indent)))
    cells.write_string(row, _UNIT, unit, format_of(CENTER))
    if note:
        cells.write_string(row, _NOTE, note, format_of(_REMARK))
    else:
        cells.write_blank(row, _NOTE, None, format_of(_REMARK))


@lru_cache(maxsize=1024)
def _height(label: str, unit: str, note: str, indent: int) -> float:
    """Give the height of a line from what its form declares."""
    widths = (_WIDTHS[_LABEL] + 3 - 3 * indent, _WIDTHS[_UNIT], _WIDTHS[_NOTE] + 6)
    return row_height((label, unit, note), widths)


@lru_cache(maxsize=16)
def _labelled(indent: int) -> Style:
    return evolve(BODY, indent=indent)


def _result(sheet: Sheet, row: int, line: IndicatorLine, figures: Figures) -> None:
    """Write what is reported as a figure, and what is worked out or stands elsewhere as a formula."""
    column, other = (_SHARE, _QUANTITY) if line.is_share else (_QUANTITY, _SHARE)
    sheet.cells.write_blank(row, other, None, sheet.format(NUMBER))
    if line.kind is not None and not line.is_derived:
        total = figures.live.totals.get(line.path)
        figures.figure(sheet, row, column, line.path, line.value, number_style(line.value), total)
    elif line.value is not None:
        figures.elsewhere(sheet, row, column, line.value, (line.path,), number_style(line.value))
    elif line.derived is not None and line.is_share:
        figures.share(sheet, row, column, line.derived, line.decimals, line.numerator, line.denominator)
    elif line.quantity is not None:
        style = number_style(line.quantity)
        style = evolve(style, italic=True) if len(line.numerator) > 1 else style
        figures.elsewhere(sheet, row, column, line.quantity, line.numerator, style)
    else:
        sheet.cells.write_blank(row, column, None, sheet.format(NUMBER))


def _other(sheet: Sheet, row: int, line: Line, figures: Figures) -> None:
    column, other = (_SHARE, _QUANTITY) if line.unit == "%" else (_QUANTITY, _SHARE)
    sheet.cells.write_blank(row, other, None, sheet.format(NUMBER))
    if line.share is None:
        total = figures.live.totals.get(line.path)
        figures.figure(sheet, row, column, line.path, line.value, number_style(line.value), total)
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
        )
