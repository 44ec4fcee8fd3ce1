"""The paper of every page: A4 with the margins of Nghị định 30/2020/NĐ-CP, the number of the page on top."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

from cchc_exporters.xlsx.styles import FONT

__all__ = ["A4", "MARGINS", "MILLIMETRES", "PAGE_NUMBER", "on_a4"]

A4 = 9
"""The number of A4 among the sizes of paper."""

MILLIMETRES = 25.4
"""So many go into an inch, in which margins are given."""

MARGINS = {"left": 30, "right": 15, "top": 20, "bottom": 20}
"""Margins in millimetres."""

PAGE_NUMBER = f'&C&"{FONT},Regular"&13&P'
"""A header that is the number of the page."""


def on_a4(sheet: Worksheet, *, landscape: bool) -> None:
    """Print a sheet on A4 with these margins, in the middle, without the grid of the screen."""
    sheet.set_paper(A4)
    if landscape:
        sheet.set_landscape()
    sheet.set_margins(**{side: millimetres / MILLIMETRES for side, millimetres in MARGINS.items()})
    sheet.set_header(PAGE_NUMBER)
    sheet.center_horizontally()
    sheet.hide_gridlines(2)
