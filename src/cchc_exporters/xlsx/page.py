"""The page around every table: head of the appendix, columns, print set-up, signature."""

from __future__ import annotations

from itertools import accumulate

from attrs import frozen

from cchc_core import Report
from cchc_exporters.xlsx.grid import Grid
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.styles import Style

__all__ = ["Page", "colour_notes", "head", "notes", "row_height", "signature"]

_TITLE = Style(size=14, bold=True, align="center")
_ITALIC = Style(size=13, italic=True, align="center")
_BOLD_TOP = Style(size=13, bold=True, align="center", valign="top")
_ITALIC_TOP = Style(size=13, italic=True, align="center", valign="top")
_BROKEN = "Ô nền hồng: số liệu nghi sai, giữ nguyên như báo cáo; lý do ghi tại ô."
_COMPARED = "Ô nền vàng: một trong vài số liệu mà ít nhất một số sai; cần đối chiếu."
_SIGNATURE_HEIGHT = 160
_PREPARED_BY = "NGƯỜI LẬP BIỂU"
_HEAD_OF_AGENCY = "THỦ TRƯỞNG ĐƠN VỊ"
_NOTE = Style(size=11, italic=True)


@frozen(kw_only=True)
class Page:
    """How a sheet is printed.

    Args:
        widths: Widths of the columns, in characters.
        landscape: Whether the sheet lies on its long side.
        repeat: First and last row repeated on every page, counting from zero.
        breaks: Rows before which a new page begins, counting from zero.
        freeze: Row and column above and left of which the screen does not scroll.
    """

    widths: tuple[int, ...]
    landscape: bool = False
    repeat: tuple[int, int] | None = None
    breaks: tuple[int, ...] = ()
    freeze: tuple[int, int] = (0, 0)

    @property
    def last_column(self) -> int:
        """The last column, counting from zero."""
        return len(self.widths) - 1


def head(grid: Grid, page: Page, number: str, title: str, report: Report) -> None:
    """Write "Phụ lục I", its title, and the line that ties it to the report."""
    for text, style, height in (
        (f"Phụ lục {number}", _TITLE, 20),
        (title.upper(), _TITLE, 20 * _lines(title, page, factor=1.6)),
        (_tied(report), _ITALIC, 18 * _lines(_tied(report), page, factor=1.25)),
    ):
        grid.heights[grid.row] = height
        grid.merge(0, page.last_column, text, style)
        grid.row += 1
    grid.row += 1


def signature(grid: Grid, page: Page, report: Report) -> None:
    """Write place and date, and room for the two who sign, in one row, so that no page break parts it."""
    half = _half(page)
    signatory = report.signatory
    place = f"{report.agency.place}, " if report.agency.place else ""
    grid.row += 1
    grid.heights[grid.row] = _SIGNATURE_HEIGHT
    grid.merge(0, half, f"\n\n{_PREPARED_BY}", _BOLD_TOP)
    grid.rich(
        half + 1,
        page.last_column,
        (
            (_ITALIC_TOP, f"{place}{report.document.date_line}\n"),
            (_BOLD_TOP, f"{signatory.on_behalf_of}\n{signatory.position or _HEAD_OF_AGENCY}\n\n\n\n\n{signatory.name}"),
        ),
        _BOLD_TOP,
    )
    grid.row += 1


def notes(grid: Grid, page: Page, texts: list[str]) -> None:
    """Write notes under a table, one a row."""
    for text in texts:
        grid.heights[grid.row] = 15 * _lines(text, page, factor=1.0)
        grid.merge(0, page.last_column, text, _NOTE)
        grid.row += 1


def colour_notes(grid: Grid, page: Page, marks: Marks) -> None:
    """Say what the colours mean, if the sheet has any."""
    here = [path for path, (sheet, _, _) in grid.addresses.places.items() if sheet == grid.name]
    if any(marks.is_broken(path) for path in here):
        notes(grid, page, [_BROKEN])
    if any(marks.is_compared(path) and not marks.is_broken(path) for path in here):
        notes(grid, page, [_COMPARED])


def row_height(texts: tuple[str, ...], widths: tuple[int, ...]) -> float:
    """Give the height of a row whose texts wrap in columns of these widths."""
    lines = max(-(-len(text) // (width + 1)) for text, width in zip(texts, widths, strict=True))
    return 16 * max(1, lines) + 2


def _tied(report: Report) -> str:
    document = report.document
    return f"(Kèm theo Báo cáo số {document.notation} {document.date_line} của {report.agency.name})"


def _half(page: Page) -> int:
    """Give the column that ends the left half of the page."""
    reached = accumulate(page.widths)
    return next(column for column, width in enumerate(reached) if width * 2 >= sum(page.widths))


def _lines(text: str, page: Page, *, factor: float) -> int:
    """Estimate how many lines a text takes over the width of the page."""
    return max(1, -(-int(len(text) * factor) // sum(page.widths)))
