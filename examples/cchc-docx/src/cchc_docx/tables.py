"""Tables with rules: columns as wide as what stands in them needs, heads repeated on each page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import frozen

from cchc_core import HeaderCell
from cchc_docx.decree import CELL_SIZES, Align
from cchc_docx.markup import attribute, cell, paragraph, row, run
from cchc_docx.styles import TABLE
from cchc_docx.widths import fitted, text_width, word_width

__all__ = ["Box", "heads_of", "table", "widths_of"]

_PADDING = 2 * 57 + 30
"""What a cell needs beside its text, in twips."""

_SLACK = 104
"""Per cent of its counted width that a word gets, since no two programs set text alike."""

_HEAD_LINES = 3
"""How many lines a head may take before its column gets wider than its figures need."""

_LINES = 2
_LARGEST_SHARE = 6
"""Text may take two lines before letters get smaller, unless a column took more than this part of the page."""


@frozen
class Box:
    """What stands in a cell.

    Args:
        text: Its text, by which the column is measured.
        runs: The same as Word has it.
        align: How it is set.
        across: How many columns it takes.
        bold: Whether it is bold.
        keep_next: Whether its row stays on the page of the next.
    """

    text: str
    runs: str
    align: Align = Align.LEFT
    across: int = 1
    bold: bool = False
    keep_next: bool = False

    @classmethod
    def of(cls, text: str, align: Align = Align.LEFT, *, bold: bool = False, italic: bool = False) -> Box:
        """Make a cell of mere text."""
        return cls(text, run(text, bold=bold, italic=italic), align, bold=bold)

    @classmethod
    def band(cls, text: str, across: int) -> Box:
        """Make a cell that heads the rows beneath it."""
        return cls(text, run(text, bold=True), across=across, bold=True, keep_next=True)


def heads_of(texts: Sequence[str]) -> tuple[HeaderCell, ...]:
    """Give a head of one row."""
    return tuple(HeaderCell(text=text, row=0, column=column) for column, text in enumerate(texts))


def table(title: str, heads: Sequence[HeaderCell], rows: Sequence[Sequence[Box]], usable: int) -> str:
    """Write a table.

    Args:
        title: What it shows, for those who cannot see it.
        heads: Its head.
        rows: Its rows.
        usable: Width of the page between its margins, in twips.
    """
    size, widths = widths_of(heads, rows, usable)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = (row(*_cells(each, widths, size)) for each in rows)
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:jc w:val="center"/><w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1"'
        f' w:noVBand="1"/><w:tblCaption w:val={attribute(title)}/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f"{''.join(chain(_head(heads, widths, size), body))}</w:tbl>"
    )


def widths_of(heads: Sequence[HeaderCell], rows: Sequence[Sequence[Box]], usable: int) -> tuple[int, tuple[int, ...]]:
    """Choose the size of the letters, the largest that fits, and the widths of the columns."""
    for size in CELL_SIZES:
        widths = fitted(*_measured(heads, rows, usable, size), usable)
        if widths is not None:
            return size, widths
    needs, *_ = _measured(heads, rows, usable, CELL_SIZES[-1])
    return CELL_SIZES[-1], tuple(need * usable // sum(needs) for need in needs)


def _measured(
    heads: Sequence[HeaderCell], rows: Sequence[Sequence[Box]], usable: int, size: int
) -> tuple[list[int], list[int], list[int]]:
    """Give what each column must have, what it wishes for, and how much text stands in it."""
    count = max(head.column + head.columns for head in heads)
    needs, wishes, texts = [0] * count, [0] * count, [0] * count
    for column, text, bold, lines in _texts(heads, rows):
        wish = text_width(text, size, bold=bold) // lines
        widest = max(word_width(text, size, bold=bold) * _SLACK // 100, wish // _LINES)
        need = min(widest, usable // _LARGEST_SHARE)
        needs[column] = max(needs[column], need + _PADDING)
        wishes[column] = max(wishes[column], wish + _PADDING)
        texts[column] += wish
    return needs, wishes, texts


def _texts(heads: Sequence[HeaderCell], rows: Sequence[Sequence[Box]]) -> Iterator[tuple[int, str, bool, int]]:
    """Give the texts that stand in one column: the column, the text, whether it is bold, how many lines it may take."""
    for head in heads:
        if head.columns == 1:
            yield head.column, head.text, True, _HEAD_LINES
    for boxes in rows:
        column = 0
        for box in boxes:
            if box.across == 1:
                yield column, box.text, box.bold, 1
            column += box.across


def _cells(boxes: Sequence[Box], widths: Sequence[int], size: int) -> Iterator[str]:
    column = 0
    for box in boxes:
        align = box.align if box.align is not Align.LEFT else None
        content = paragraph(f"Cell{size}", box.runs, align=align, keep_next=box.keep_next)
        yield cell(content, sum(widths[column : column + box.across]), across=box.across, middle=True)
        column += box.across


def _head(heads: Sequence[HeaderCell], widths: Sequence[int], size: int) -> Iterator[str]:
    for index in range(max(head.row + head.rows for head in heads)):
        cells = []
        for head in sorted(heads, key=lambda each: each.column):
            if not head.row <= index < head.row + head.rows:
                continue
            width = sum(widths[head.column : head.column + head.columns])
            merge = "" if head.rows == 1 else "restart" if index == head.row else "continue"
            text = run(head.text) if index == head.row else ""
            content = paragraph(f"HeadCell{size}", text)
            cells.append(cell(content, width, across=head.columns, merge=merge, middle=True))
        yield row(*cells, is_head=True)
