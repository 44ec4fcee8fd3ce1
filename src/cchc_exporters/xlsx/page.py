"""The page around every table: head of the appendix, print set-up, notes, signature."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

from attrs import frozen

from cchc_core import Report
from cchc_exporters.xlsx.a4 import MARGINS, on_a4
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.paging import Paper, page_breaks
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.write import Sheet

__all__ = ["HEAD_ROWS", "Page", "colour_notes", "finish", "head", "lines_over", "notes", "row_height", "signature"]

HEAD_ROWS = 4
"""Rows that `head` takes, the blank one beneath included."""

_TITLE = Style(size=14, bold=True, align="center")
_ITALIC = Style(size=13, italic=True, align="center")
_BOLD_TOP = Style(size=13, bold=True, align="center", valign="top")
_ITALIC_TOP = Style(size=13, italic=True, align="center", valign="top")
_NOTE = Style(size=11, italic=True)
_BROKEN = "Ô nền hồng: số liệu nghi sai, giữ nguyên như báo cáo; lý do ghi tại ô."
_COMPARED = "Ô nền vàng: một trong vài số liệu mà ít nhất một số sai; cần đối chiếu."
_PREPARED_BY = "NGƯỜI LẬP BIỂU"
_HEAD_OF_AGENCY = "THỦ TRƯỞNG ĐƠN VỊ"
_SIGNATURE_HEIGHT = 160
_GAP, _CHECKS = 2, 60


@frozen(kw_only=True)
class Page:
    """How a sheet is printed.

    Args:
        widths: Widths of the columns, in characters.
        landscape: Whether the sheet lies on its long side.
        repeat: First and last row repeated on every page, counting from zero.
        breaks: Rows before which a new page begins in any case, counting from zero.
        freeze: Row and column above and left of which the screen does not scroll.
    """

    widths: tuple[int, ...]
    landscape: bool = False
    repeat: tuple[int, int] | None = None
    breaks: tuple[int, ...] = ()
    freeze: tuple[int, int] = (0, 0)

    @property
    def last_column(self) -> int:
        """The last column that is printed, counting from zero."""
        return len(self.widths) - 1

    @property
    def check_column(self) -> int:
        """The column of the check cells, which are not printed."""
        return len(self.widths) + 1


def head(sheet: Sheet, page: Page, number: str, title: str, report: Report) -> None:
    """Write "Phụ lục I", its title, and the line that ties it to the report, into the first rows."""
    tied = _tied(report)
    for row, (text, style, height) in enumerate(
        (
            (f"Phụ lục {number}", _TITLE, 20),
            (title.upper(), _TITLE, 20 * lines_over(page, title, factor=1.6)),
            (tied, _ITALIC, 18 * lines_over(page, tied, factor=1.25)),
        )
    ):
        sheet.height(row, height)
        sheet.merge(row, 0, page.last_column, text, style)
        sheet.kept.add(row)


def signature(sheet: Sheet, page: Page, row: int, report: Report) -> int:
    """Write place and date, and room for the two who sign, in one row, so that no page break parts it.

    Returns:
        The row beneath.
    """
    half = _half(page)
    signatory = report.signatory
    place = f"{report.agency.place}, " if report.agency.place else ""
    sheet.kept |= {row - 1, row}
    row += 1
    sheet.height(row, _SIGNATURE_HEIGHT)
    sheet.merge(row, 0, half, f"\n\n{_PREPARED_BY}", _BOLD_TOP)
    sheet.rich(
        row,
        half + 1,
        page.last_column,
        (
            (_ITALIC_TOP, f"{place}{report.document.date_line}\n"),
            (_BOLD_TOP, f"{signatory.on_behalf_of}\n{signatory.position or _HEAD_OF_AGENCY}\n\n\n\n\n{signatory.name}"),
        ),
        _BOLD_TOP,
    )
    return row + 1


def notes(sheet: Sheet, page: Page, row: int, texts: Iterable[str]) -> int:
    """Write notes under a table, one a row, and give the row beneath."""
    for text in texts:
        sheet.height(row, 15 * lines_over(page, text, factor=1.0))
        sheet.merge(row, 0, page.last_column, text, _NOTE)
        sheet.kept.add(row)
        row += 1
    return row


def colour_notes(paths: Iterable[str], marks: Marks) -> list[str]:
    """Say what the colours mean, if figures at some paths have any."""
    broken = [marks.is_broken(path) for path in paths]
    texts = [_BROKEN] if any(broken) else []
    return texts if all(broken) else [*texts, _COMPARED]


def finish(sheet: Sheet, page: Page, last_row: int) -> None:
    """Set columns, A4, margins, repeated rows, one page wide, page numbers on top, and where pages end.

    Args:
        sheet: The sheet.
        page: How it is printed.
        last_row: The last row that is printed.
    """
    cells = sheet.cells
    for column, width in enumerate((*page.widths, _GAP, _CHECKS)):
        cells.set_column(column, column, width)
    on_a4(cells, landscape=page.landscape)
    cells.fit_to_pages(1, 0)
    cells.set_start_page(1)
    cells.print_area(0, 0, last_row, page.last_column)
    if page.repeat is not None:
        cells.repeat_rows(*page.repeat)
    cells.freeze_panes(*page.freeze)
    breaks = _breaks(sheet, page, last_row)
    if breaks:
        cells.set_h_pagebreaks(breaks)


def _breaks(sheet: Sheet, page: Page, last_row: int) -> list[int]:
    sides, ends = (MARGINS[one] + MARGINS[other] for one, other in (("left", "right"), ("top", "bottom")))
    room = Paper(page.widths, landscape=page.landscape, sides=sides, ends=ends).room
    repeated = 0.0
    if page.repeat is not None:
        first, last = page.repeat
        repeated = sum(map(sheet.height_of, range(first, last + 1)))
    starts = (0, *page.breaks, last_row + 1)
    breaks: list[int] = []
    for start, end in pairwise(starts):
        kept = {row - start for row in sheet.kept}
        heights = [sheet.height_of(row) for row in range(start, end)]
        breaks += [start] * (start > 0)
        breaks += (start + row for row in page_breaks(heights, kept, room - repeated * (start > 0), room - repeated))
    return breaks


def row_height(texts: Iterable[str], widths: Iterable[int]) -> float:
    """Give the height of a row whose texts wrap in columns of these widths."""
    lines = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) > lines * (width + 1):
            lines = -(-len(text) // (width + 1))
    return 16 * lines + 2


def lines_over(page: Page, text: str, *, factor: float) -> int:
    """Estimate how many lines a text takes over the width of the page."""
    return max(1, -(-int(len(text) * factor) // sum(page.widths)))


def _tied(report: Report) -> str:
    document = report.document
    return f"(Kèm theo Báo cáo số {document.notation} {document.date_line} của {report.agency.name})"


def _half(page: Page) -> int:
    """Give the column that ends the left half of the page."""
    reached = accumulate(page.widths)
    return next(column for column, width in enumerate(reached) if width * 2 >= sum(page.widths))
