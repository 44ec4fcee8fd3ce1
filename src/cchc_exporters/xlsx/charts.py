"""The sheet "Biểu đồ": how dossiers ended, and how they came in, level by level, drawn from the appendix's cells."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from cchc_core import DossierRow, Report, form_of
from cchc_core.plugins import ExportJob
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.styles import FONT, Formats, Style
from cchc_exporters.xlsx.write import printable

__all__ = ["CHARTS", "write_charts"]

CHARTS = "Biểu đồ"
"""Name of the sheet."""

_TABLE = "procedures.dossiers"
_LABELS = 1
"""Column of the appendix that names the rows."""
_TITLE = Style(size=14, bold=True, align="center")
_TIED = Style(size=13, italic=True, align="center")
_NOTE = Style(size=11, italic=True)
_A4, _COLUMNS, _COLUMN = 9, 12, 80
_FIRST_ROW = 3
_HEIGHT, _ROWS = 480, 26
_MARGIN = 0.6
_LINE = {"color": "black", "width": 0.75}
_LOOKS = (
    {"fill": {"color": "#1F4E79"}, "border": _LINE},
    {"pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#2E75B6", "bg_color": "white"}, "border": _LINE},
    {"pattern": {"pattern": "small_check", "fg_color": "#C00000", "bg_color": "white"}, "border": _LINE},
)
"""Dark, hatched, chequered: told apart without colour as well."""


@frozen(kw_only=True)
class _Chart:
    """What is drawn.

    Args:
        title: Title.
        description: What it shows, for who cannot see it.
        kind: How XlsxWriter stacks the columns.
        figures: Figures of a row, stacked from the axis up.
        whole: Whether a level that leaves one of them blank cannot be drawn.
        axis: What the height says.
        number: Number format of the height.
    """

    title: str
    description: str
    kind: str
    figures: tuple[str, ...]
    whole: bool
    axis: str
    number: str


_OUTCOME = _Chart(
    title="Kết quả giải quyết hồ sơ theo cấp",
    description=(
        "Biểu đồ cột chồng: số hồ sơ đã giải quyết trước hạn, đúng hạn và quá hạn của từng cấp; số liệu lấy từ Phụ lục II."
    ),
    kind="stacked",
    figures=("resolved_early", "resolved_on_time", "resolved_late"),
    whole=False,
    axis="Số hồ sơ",
    number="#,##0",
)
_ONLINE = _Chart(
    title="Tỷ lệ hồ sơ tiếp nhận trực tuyến theo cấp",
    description=(
        "Biểu đồ cột chồng 100%: phần hồ sơ tiếp nhận trực tuyến và phần tiếp nhận trực tiếp, bưu chính trong kỳ của từng"
        " cấp; số liệu lấy từ Phụ lục II."
    ),
    kind="percent_stacked",
    figures=("received_online", "received_in_person"),
    whole=True,
    axis="Tỷ lệ trong số hồ sơ tiếp nhận trong kỳ",
    number="0%",
)


def write_charts(workbook: Workbook, formats: Formats, addresses: Addresses, job: ExportJob) -> None:
    """Add the sheet to a workbook, if a table by level has figures to draw.

    Args:
        workbook: The workbook.
        formats: Its formats.
        addresses: Where figures stand in it.
        job: The report.
    """
    drawn = [(each, rows) for each in (_OUTCOME, _ONLINE) if (rows := _rows(each, addresses, job.report))]
    if not drawn:
        return
    sheet = workbook.add_worksheet(CHARTS)
    _head(sheet, formats, job.report)
    width = _COLUMNS * _COLUMN // len(drawn)
    for index, (each, rows) in enumerate(drawn):
        chart = _chart(workbook, each, rows)
        chart.set_size({"width": width - 10, "height": _HEIGHT})
        options = {"object_position": 2, "description": each.description}
        sheet.insert_chart(_FIRST_ROW, index * _COLUMNS // len(drawn), chart, options)
    _set_up(sheet)


def _rows(chart: _Chart, addresses: Addresses, report: Report) -> list[tuple[str, int, tuple[int, ...]]]:
    """Give sheet, row and columns of every level that can be drawn; the total would hide the levels."""
    rows = []
    for row in report.procedures.dossiers.rows():
        reported = [getattr(row.record, figure) is not None for figure in chart.figures]
        if not row.is_total and (all(reported) if chart.whole else any(reported)):
            places = [addresses.places[f"{_TABLE}.{row.step}.{figure}"] for figure in chart.figures]
            rows.append((places[0][0], places[0][1], tuple(place[2] for place in places)))
    return rows


def _chart(workbook: Workbook, drawn: _Chart, rows: Sequence[tuple[str, int, tuple[int, ...]]]) -> Any:
    chart: Any = workbook.add_chart({"type": "column", "subtype": drawn.kind})
    figures = form_of(DossierRow).figures
    for index, name in enumerate(drawn.figures):
        series = {
            "name": figures[name].header,
            "categories": _range([(sheet, row, _LABELS) for sheet, row, _ in rows]),
            "values": _range([(sheet, row, columns[index]) for sheet, row, columns in rows]),
            "gap": 80,
        }
        chart.add_series(series | _LOOKS[index])
    chart.set_title({"name": drawn.title, "name_font": _font(14, bold=True), "overlay": False})
    chart.set_x_axis({"name": "Cấp giải quyết", "name_font": _font(12), "num_font": _font(12)})
    chart.set_y_axis(
        {
            "name": drawn.axis,
            "name_font": _font(12),
            "num_font": _font(11),
            "num_format": drawn.number,
            "min": 0,
            "major_gridlines": {"visible": True, "line": {"color": "#BFBFBF", "width": 0.5}},
        }
    )
    chart.set_legend({"position": "top", "font": _font(12)})
    chart.set_table({"show_keys": True, "font": _font(11)})
    return chart


def _range(cells: Sequence[tuple[str, int, int]]) -> str:
    """Refer to cells of one column; levels that are left out make several ranges of it."""
    sheet, first, column = cells[0]
    name = quote_sheetname(sheet)
    if [row for _, row, _ in cells] == list(range(first, first + len(cells))):
        return f"={name}!{_cell(first, column)}:{_cell(first + len(cells) - 1, column)}"
    return f"=({','.join(f'{name}!{_cell(row, column)}' for _, row, column in cells)})"


def _cell(row: int, column: int) -> str:
    return str(xl_rowcol_to_cell(row, column, row_abs=True, col_abs=True))


def _font(size: int, *, bold: bool = False) -> dict[str, object]:
    return {"name": FONT, "size": size, "bold": bold, "color": "black"}


def _head(sheet: Worksheet, formats: Formats, report: Report) -> None:
    last = _COLUMNS - 1
    titles = (
        ("BIỂU ĐỒ KÈM THEO PHỤ LỤC II", _TITLE),
        (f"{printable(report.agency.name)}, {report.period.describe()}", _TIED),
    )
    for row, (text, style) in enumerate(titles):
        sheet.merge_range(row, 0, row, last, "", formats.of(style))
        sheet.write_string(row, 0, text, formats.of(style))
        sheet.set_row(row, 22)
    note = "Biểu đồ lấy số liệu từ các ô của Phụ lục II, số liệu nghi sai giữ nguyên như báo cáo."
    sheet.merge_range(_FIRST_ROW + _ROWS, 0, _FIRST_ROW + _ROWS, last, "", formats.of(_NOTE))
    sheet.write_string(_FIRST_ROW + _ROWS, 0, note, formats.of(_NOTE))


def _set_up(sheet: Worksheet) -> None:
    sheet.set_column_pixels(0, _COLUMNS - 1, _COLUMN)
    sheet.set_paper(_A4)
    sheet.set_landscape()
    sheet.set_margins(left=_MARGIN, right=_MARGIN, top=_MARGIN, bottom=_MARGIN)
    sheet.fit_to_pages(1, 1)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
    sheet.print_area(0, 0, _FIRST_ROW + _ROWS, _COLUMNS - 1)
