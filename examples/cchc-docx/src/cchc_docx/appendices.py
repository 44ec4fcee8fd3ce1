"""The appendices: indicators, tables of the forms, cited documents, and annexes of other plugins."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import Enum
from functools import partial
from itertools import count

from attrs import evolve, frozen

from cchc_core import Report, sections_of
from cchc_core.prose import (
    APPENDIX_HEADS,
    APPENDIX_TITLE,
    BLANK,
    CITATION_HEADS,
    CITATION_TITLE,
    LINE_HEADS,
    Annex,
    AppendixRow,
    Area,
    CitationGroup,
    CitedRow,
    Printer,
    ShownLine,
    appendix_of,
    attached_to,
    citation_groups,
    one_line,
    table_said,
)
from cchc_core.prose import Appendix as Indicators
from cchc_docx.decree import LANDSCAPE, PORTRAIT, Align, Page
from cchc_docx.grids import grid_of
from cchc_docx.letter import rule
from cchc_docx.markup import paragraph, run
from cchc_docx.pen import Pen
from cchc_docx.sheets import Sheet
from cchc_docx.tables import Box, heads_of, table

__all__ = ["Appendix", "Kind", "appendices_of", "sheet_of"]

_BESIDE = "Số liệu khác nêu trong báo cáo"
_TABLES = "Biểu số liệu chi tiết"
_SIGNS = (
    f"“{BLANK}”: báo cáo để trống hoặc không đủ số liệu để tính, không có nghĩa là bằng 0. Chữ, số in nghiêng: tính"
    " từ số liệu báo cáo."
)

_Beside = Sequence[tuple[str, Sequence[ShownLine]]]


class Kind(Enum):
    """What an appendix holds."""

    INDICATORS = "indicators"
    TABLES = "tables"
    CITATIONS = "citations"
    ANNEX = "annex"


@frozen(kw_only=True)
class Appendix:
    """An appendix.

    Args:
        kind: What it holds.
        title: Its title.
        page: The kind of its pages.
        write: Writes its paragraphs and tables.
        number: Its number in Roman figures; empty if there is no other (Mục III khoản 1 điểm a).
    """

    kind: Kind
    title: str
    page: Page = PORTRAIT
    write: Callable[[Pen], Iterator[str]]
    number: str = ""

    @property
    def name(self) -> str:
        """``Phụ lục II``."""
        return f"Phụ lục {self.number}".rstrip()


def appendices_of(
    report: Report, areas: Sequence[Area], annexes: Sequence[Annex], printer: Printer
) -> tuple[Appendix, ...]:
    """Give the appendices that have something to hold, numbered if there are several.

    Args:
        report: The report.
        areas: Its sections.
        annexes: The forms of other plugins that come with it; one that reports nothing is no appendix.
        printer: Shows its figures.
    """
    found = list(_found(report, areas, printer))
    for annex in annexes:
        if not annex.is_empty:
            write = partial(_annex, annex, printer)
            found.append(Appendix(kind=Kind.ANNEX, title=annex.area.title, page=LANDSCAPE, write=write))
    if len(found) == 1:
        return tuple(found)
    return tuple(evolve(each, number=_roman(number)) for number, each in enumerate(found, 1))


def sheet_of(appendix: Appendix, report: Report, pen: Pen) -> Sheet:
    """Write an appendix on pages of its own, under its name and title and the report that it belongs to."""
    attached = f"({attached_to(report)})"
    head = (
        paragraph("Appendix", run(appendix.name)),
        paragraph("AppendixTitle", run(appendix.title.upper())),
        paragraph("AttachedTo", run(attached)),
        rule(appendix.title.upper(), "AppendixTitle", appendix.page.usable),
    )
    return Sheet(content=(*head, *appendix.write(pen)), page=appendix.page)


def _roman(number: int) -> str:
    """Write a number in Roman figures.

    >>> _roman(4), _roman(19), _roman(40)
    ('IV', 'XIX', 'XL')
    """
    text = ""
    for value, letters in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        times, number = divmod(number, value)
        text += letters * times
    return text


def _found(report: Report, areas: Sequence[Area], printer: Printer) -> Iterator[Appendix]:
    titles = {section.path: one_line(section.form.title) for section in sections_of(report)}
    indicators, beside = appendix_of(report, printer), _beside(report, areas, titles)
    if indicators is not None or beside:
        title = APPENDIX_TITLE.partition(". ")[2].capitalize()
        yield Appendix(kind=Kind.INDICATORS, title=title, write=partial(_indicators, indicators, beside))
    if any(area.tables for area in areas):
        write = partial(_tables, areas, printer)
        yield Appendix(kind=Kind.TABLES, title=_TABLES, page=LANDSCAPE, write=write)
    groups = citation_groups(report)
    if groups:
        title = CITATION_TITLE.capitalize()
        yield Appendix(kind=Kind.CITATIONS, title=title, page=LANDSCAPE, write=partial(_citations, groups))


def _beside(report: Report, areas: Sequence[Area], titles: Mapping[str, str]) -> _Beside:
    """Give what each section states beside the indicators, under its title."""
    paths = {line.path for section in sections_of(report) for line in section.beside}
    found = ((titles[area.path], [line for line in area.lines if line.shown.path in paths]) for area in areas)
    return [(title, lines) for title, lines in found if lines]


def _indicators(indicators: Indicators | None, beside: _Beside, pen: Pen) -> Iterator[str]:
    if indicators is not None:
        rows = [_indicator(each, pen) for each in indicators.rows]
        yield table(APPENDIX_TITLE, heads_of(APPENDIX_HEADS), rows, PORTRAIT.usable)
        yield paragraph("TableNote", run(f"Ghi chú: {_SIGNS} {indicators.notes}".rstrip()))
    if beside:
        boxes: list[Sequence[Box]] = []
        for title, lines in beside:
            boxes += [(Box.band(title, len(LINE_HEADS)),), *_lines(lines, pen)]
        yield paragraph("Caption", run(_BESIDE))
        yield table(_BESIDE, heads_of(LINE_HEADS), boxes, PORTRAIT.usable)


def _indicator(row: AppendixRow, pen: Pen) -> tuple[Box, ...]:
    """Write a row; what was worked out from several figures is slanted."""
    if row.is_heading:
        return Box.of(row.number, bold=True), Box.band(row.label, len(APPENDIX_HEADS) - 1)
    return (
        Box.of(row.number),
        Box.of(row.label, italic=row.is_derived),
        Box.of(row.unit, Align.CENTER),
        pen.box(row.quantity),
        pen.box(row.share, italic=row.is_derived),
        Box.of(row.note),
    )


def _lines(lines: Sequence[ShownLine], pen: Pen) -> Iterator[tuple[Box, ...]]:
    for number, line in enumerate(lines, 1):
        yield (
            Box.of(str(number), Align.CENTER),
            Box.of(line.label, italic=line.is_derived),
            Box.of(line.unit, Align.CENTER),
            pen.box(line.shown, italic=line.is_derived),
        )


def _tables(areas: Sequence[Area], printer: Printer, pen: Pen) -> Iterator[str]:
    """Write the tables, numbered throughout the appendix."""
    captions = count(1)
    for area in areas:
        yield from _grids(area, captions, printer, pen)


def _grids(area: Area, captions: Iterator[int], printer: Printer, pen: Pen) -> Iterator[str]:
    for said in area.tables:
        for grid in table_said(said.table, said.number, printer, captions).grids:
            yield from grid_of(grid, pen, LANDSCAPE.usable)


def _citations(groups: Sequence[CitationGroup], _: Pen) -> Iterator[str]:
    rows: list[Sequence[Box]] = []
    for group in groups:
        rows += [(Box.band(group.title, len(CITATION_HEADS)),), *map(_cited, group.rows)]
    yield table(CITATION_TITLE, heads_of(CITATION_HEADS), rows, LANDSCAPE.usable)


def _cited(row: CitedRow) -> tuple[Box, ...]:
    return (Box.of(str(row.number), Align.CENTER), *map(Box.of, row.cells))


def _annex(annex: Annex, printer: Printer, pen: Pen) -> Iterator[str]:
    """Write an annex, its tables numbered throughout."""
    yield from _with_parts(annex, 2, count(1), printer, pen)


def _with_parts(annex: Annex, depth: int, captions: Iterator[int], printer: Printer, pen: Pen) -> Iterator[str]:
    """Write what an annex states itself, then each of its parts under a heading of this depth."""
    area = annex.area
    if area.lines:
        yield table(area.title, heads_of(LINE_HEADS), list(_lines(area.lines, pen)), LANDSCAPE.usable)
        yield paragraph("TableNote")
    yield from _grids(area, captions, printer, pen)
    for part in annex.parts:
        yield paragraph(f"Heading{min(depth, 3)}", run(part.area.title))
        yield from _with_parts(part, depth + 1, captions, printer, pen)
