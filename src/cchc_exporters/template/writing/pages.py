"""How a sheet of a form is shown on the screen and on paper: columns, rows, A4, repeated head, what does not scroll."""

from __future__ import annotations

from itertools import pairwise

from xlsxwriter.worksheet import Worksheet

from cchc_exporters.template.form.sheets import SheetLayout
from cchc_exporters.xlsx.a4 import MARGINS, MILLIMETRES, on_a4

__all__ = ["set_up"]

_LONG_SIDE = 297
_PIXELS_AN_INCH = 96
_PIXELS_A_CHARACTER, _PIXELS_A_COLUMN = 8, 5
_SMALLEST = 10
_SURELY = 0.92
"""Programs draw a column up to a twelfth wider than this one reckons."""


def set_up(sheet: Worksheet, layout: SheetLayout) -> None:
    """Set columns, rows and pages; the column and the row of keys are hidden."""
    for column, width in enumerate(layout.widths):
        sheet.set_column(column, column, width, None, {"hidden": column == 0})
    for row, height in layout.heights.items():
        sheet.set_row(row, height)
    if layout.key_row is not None:
        sheet.set_row(layout.key_row, None, None, {"hidden": True})
    sheet.freeze_panes(*layout.frozen)
    on_a4(sheet, landscape=layout.landscape)
    sheet.print_area(0, 1, layout.last_row, len(layout.widths) - 1)
    if layout.head is not None:
        sheet.repeat_rows(*layout.head)
    if layout.breaks:
        _break(sheet, layout)
    else:
        sheet.fit_to_pages(1, 0)


def _break(sheet: Worksheet, layout: SheetLayout) -> None:
    """Print what stands beside the form on pages of its own, with the labels of the rows, as large as A4 lets."""
    labels = range(1, layout.frozen[1])
    sheet.repeat_columns(labels.start, labels.stop - 1)
    sheet.set_v_pagebreaks(list(layout.breaks))
    starts = (layout.frozen[1], *layout.breaks, len(layout.widths))
    blocks = [[*labels, *range(start, end)] for start, end in pairwise(starts)]
    widest = max(
        sum(layout.widths[column] * _PIXELS_A_CHARACTER + _PIXELS_A_COLUMN for column in block) for block in blocks
    )
    room = (_LONG_SIDE - MARGINS["left"] - MARGINS["right"]) / MILLIMETRES * _PIXELS_AN_INCH
    sheet.set_print_scale(max(_SMALLEST, min(100, int(room / widest * 100 * _SURELY))))
