"""Section I and the reform areas: sentences, the table of all indicators, and the tables of the forms."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cchc_core import Report
from cchc_core.tables import Line, Section
from cchc_exporters.markdown.citations import cited_in
from cchc_exporters.markdown.grids import grids
from cchc_exporters.markdown.letter import short_name
from cchc_exporters.markdown.printing import Printer
from cchc_exporters.markdown.sentences import Fact, points_said, section_facts
from cchc_exporters.markdown.syntax import bullets, decapitalised, escape, heading, table
from cchc_exporters.markdown.wording import POINTS

__all__ = ["areas", "has_lines"]

_PARTS = {"II": "KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC CẢI CÁCH HÀNH CHÍNH"}
_NOTHING = "Báo cáo không có số liệu ở phần này."


def areas(report: Report, sections: Sequence[Section], printer: Printer, captions: Iterator[int]) -> Iterator[str]:
    """Write every section; one that reports nothing says so.

    Args:
        report: The report.
        sections: Its sections.
        printer: Prints its figures.
        captions: Gives the numbers of the tables.
    """
    part = ""
    for section in sections:
        above, _, number = section.form.number.rpartition(".")
        if above != part and above:
            yield heading(2, f"{escape(above)}. {_PARTS.get(above, '')}".rstrip(". "))
        part = above
        title = section.form.title if above else section.form.title.upper()
        yield heading(3 if above else 2, f"{number}. {escape(title)}" if number else escape(title))
        yield from _section(report, section, printer, captions)
    appendices = [text for each in report.document.appendices if (text := escape(each))]
    if appendices:
        yield f"Kèm theo báo cáo: Phụ lục {', '.join(appendices)}."


def has_lines(section: Section) -> bool:
    """Tell whether the section reports a figure on a line of its own, and so has a table of them."""
    return any(line.value is not None for line in section.lines)


def _section(report: Report, section: Section, printer: Printer, captions: Iterator[int]) -> Iterator[str]:
    if not has_lines(section) and not section.tables:
        yield _NOTHING
    key = section.form.key
    facts = section_facts(section, printer) | {"agency": Fact(number=short_name(report))}
    points = points_said(POINTS.get(key, {}), facts)
    if points:
        yield bullets(points)
    cited = cited_in(report.citations, section.form.number)
    if cited:
        yield f"Văn bản viện dẫn: số thứ tự {cited} trong Danh mục kèm theo."
    if has_lines(section):
        yield f"**Bảng {next(captions)}. Số liệu về {decapitalised(escape(section.form.title))}**"
        yield table(("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả"), _rows(section.lines, printer), "clcr")
    for index, each in enumerate(section.tables, 1):
        yield heading(4, f"{section.form.number.rpartition('.')[2]}.{index}. {escape(each.title)}")
        yield from grids(each, printer, captions)


def _rows(lines: Sequence[Line], printer: Printer) -> Iterator[tuple[str, ...]]:
    """Write a row for what is reported, and one in italics for a share that can be derived from it."""
    shown = [line for line in lines if line.value is not None or line.share is not None]
    for index, line in enumerate(shown, 1):
        label, unit = escape(line.label), escape(line.unit)
        if line.kind is None:
            paths = (*line.numerator, *line.denominator)
            yield str(index), f"*{label}*", unit, printer.share(line.share, line.decimals, paths)
        else:
            yield str(index), label, unit, printer.figure(line.path, line.value, line.unit)
