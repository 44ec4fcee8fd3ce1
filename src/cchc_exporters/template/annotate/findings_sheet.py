"""The sheet of findings as a part of a workbook that someone else made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_exporters.template.annotate.looks import Looks
from cchc_exporters.template.annotate.parts import RELATIONS
from cchc_exporters.template.annotate.trees import escaped, quoted
from cchc_exporters.template.form.sheets import cell_name
from cchc_exporters.xlsx.listing import (
    FIRST_ROW,
    HEAD,
    HEAD_ROW,
    SUMMARY,
    TITLE,
    Item,
    height_of,
    summary_height,
)
from cchc_exporters.xlsx.styles import FONT

__all__ = ["findings_xml", "listed_xml"]

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_ROOT = f'<worksheet xmlns="{_MAIN}" xmlns:r="{RELATIONS}">'
_TITLE_HEIGHT, _HEAD_HEIGHT = 24, 34
_VIEW = (
    '<sheetViews><sheetView showGridLines="0" workbookViewId="0">'
    f'<pane ySplit="{FIRST_ROW}" topLeftCell="A{FIRST_ROW + 1}" activePane="bottomLeft" state="frozen"/>'
    "</sheetView></sheetViews>"
)
_PAGE = (
    '<printOptions horizontalCentered="1"/>'
    '<pageMargins left="0.5" right="0.5" top="0.75" bottom="0.75" header="0.3" footer="0.3"/>'
    '<pageSetup paperSize="9" firstPageNumber="1" fitToHeight="0" orientation="landscape" useFirstPageNumber="1"/>'
    f'<headerFooter><oddHeader>&amp;C&amp;"{FONT},Regular"&amp;13&amp;P</oddHeader></headerFooter>'
)


def findings_xml(
    looks: Looks,
    title: str,
    summary: str,
    heads: Sequence[str],
    widths: Sequence[int],
    rows: Sequence[Sequence[Item]],
) -> str:
    """Write the sheet.

    Args:
        looks: Looks of the workbook it goes into.
        title: Its title.
        summary: What stands beneath it.
        heads: Heads of the columns.
        widths: Their widths, in characters.
        rows: The rows; without any the sheet is its title and the summary.
    """
    last = len(widths) - 1
    pages = '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>'
    columns = "".join(
        f'<col min="{column}" max="{column}" width="{width}" customWidth="1"/>'
        for column, width in enumerate(widths, 1)
    )
    lines = [
        _row(0, _TITLE_HEIGHT, [_text(0, 0, title, looks.of(TITLE))]),
        _row(1, summary_height(summary, widths), [_text(1, 0, summary, looks.of(SUMMARY))]),
    ]
    if rows:
        cells = [_text(HEAD_ROW, column, head, looks.of(HEAD)) for column, head in enumerate(heads)]
        lines.append(_row(HEAD_ROW, _HEAD_HEIGHT, cells))
    lines += [
        _row(number, height_of(row, widths), _cells(number, row, looks)) for number, row in enumerate(rows, FIRST_ROW)
    ]
    merged = "".join(f'<mergeCell ref="A{row}:{cell_name((row - 1, last))}"/>' for row in (1, 2))
    return "".join(
        (
            _ROOT,
            pages,
            _VIEW if rows else "",
            f"<cols>{columns}</cols><sheetData>{''.join(lines)}</sheetData>",
            f'<autoFilter ref="{_table(len(rows), last)}"/>' if rows else "",
            f'<mergeCells count="2">{merged}</mergeCells>',
            _links(rows),
            _PAGE,
            "</worksheet>",
        )
    )


def listed_xml(rows: Sequence[Sequence[str]]) -> str:
    """Write a sheet that only holds texts."""
    lines = (
        _row(number, None, [_text(number, column, text, 0) for column, text in enumerate(row)])
        for number, row in enumerate(rows)
    )
    return f"{_ROOT}<sheetData>{''.join(lines)}</sheetData></worksheet>"


def _cells(row: int, items: Sequence[Item], looks: Looks) -> Iterator[str]:
    for column, item in enumerate(items):
        look = looks.of(item.style, link=bool(item.link))
        if isinstance(item.text, int):
            yield f'<c r="{cell_name((row, column))}" s="{look}"><v>{item.text}</v></c>'
        else:
            yield _text(row, column, item.text, look)


def _text(row: int, column: int, text: str, look: int) -> str:
    """Write a text as a text, whatever it begins with."""
    cell = cell_name((row, column))
    if not text:
        return f'<c r="{cell}" s="{look}"/>'
    return f'<c r="{cell}" s="{look}" t="inlineStr"><is><t xml:space="preserve">{escaped(text)}</t></is></c>'


def _row(number: int, height: float | None, cells: Iterator[str] | list[str]) -> str:
    sized = "" if height is None else f' ht="{height}" customHeight="1"'
    return f'<row r="{number + 1}"{sized}>{"".join(cells)}</row>'


def _links(rows: Sequence[Sequence[Item]]) -> str:
    links = "".join(
        f'<hyperlink ref="{cell_name((number, column))}" location={quoted(item.link)} display={quoted(str(item.text))}/>'
        for number, row in enumerate(rows, FIRST_ROW)
        for column, item in enumerate(row)
        if item.link
    )
    return f"<hyperlinks>{links}</hyperlinks>" if links else ""


def _table(rows: int, last: int) -> str:
    return f"A{HEAD_ROW + 1}:{cell_name((HEAD_ROW + rows, last))}"
