"""Section I and the reform areas: sentences, the table of all indicators, and the tables of the forms."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from attrs import evolve, frozen

from cchc_core.forms import form_of
from cchc_core.prose.citations import cited_in
from cchc_core.prose.grids import TableSaid, table_said
from cchc_core.prose.letter import short_name
from cchc_core.prose.sentences import Fact, Point, points_said, section_facts
from cchc_core.prose.shown import Printer, Quoted, Shown
from cchc_core.prose.text import decapitalised, one_line
from cchc_core.prose.wording import POINTS
from cchc_core.report import Report
from cchc_core.tables import Section, sections_of

__all__ = ["LINE_HEADS", "NO_FIGURES", "Area", "ShownLine", "area_said", "areas_of"]

LINE_HEADS = ("TT", "Chỉ tiêu", "Đơn vị tính", "Kết quả")
NO_FIGURES = "Báo cáo không có số liệu ở phần này."
"""What an area that reports nothing says."""

_PARTS = {"II": "KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC CẢI CÁCH HÀNH CHÍNH"}


@frozen(kw_only=True)
class ShownLine:
    """An indicator on a line of its own.

    Args:
        label: Its label.
        unit: Its unit.
        shown: What it shows.
        is_derived: Whether it is a share worked out from figures.
    """

    label: str
    unit: str
    shown: Shown
    is_derived: bool


@frozen(kw_only=True)
class Area:
    """A section of the report, or one of an annex, which stands in no part.

    Args:
        path: Its path in the report.
        part: Heading of the part that begins with it; empty if none does.
        is_within_part: Whether it stands within a part.
        number: Its number; may be empty.
        title: Its title.
        points: What it says in sentences.
        cited: Places of the documents that it cites, in the list of them; empty if there are none.
        caption: Caption of its lines.
        lines: What it states on lines of their own; none if it reports no such figure.
        tables: Its tables.
    """

    path: str
    part: str
    is_within_part: bool
    number: str
    title: str
    points: tuple[Point, ...]
    cited: str
    caption: str
    lines: tuple[ShownLine, ...]
    tables: tuple[TableSaid, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it reports nothing."""
        return not self.lines and not self.tables

    @property
    def captions(self) -> int:
        """How many of its tables have a number in the report."""
        return bool(self.lines) + sum(len(each.grids) for each in self.tables)


def areas_of(report: Report, printer: Printer) -> tuple[Area, ...]:
    """Give the sections of the report itself, with their tables numbered throughout; `annexes_said` gives the rest.

    >>> from cchc_core import check, load
    >>> report = load("examples/dinh-hoa-2021.json")
    >>> areas = areas_of(report, Printer.of(check(report)))
    >>> areas[1].part, areas[1].number, areas[1].title, areas[1].caption
    ('II. KẾT QUẢ THỰC HIỆN CÁC LĨNH VỰC CẢI CÁCH HÀNH CHÍNH', '1', 'Cải cách thể chế', 'Bảng 2. Số liệu về cải cách thể chế')
    """
    captions = count(1)
    areas: list[Area] = []
    before = ""
    own = form_of(report).nested
    for section in (each for each in sections_of(report) if each.path in own):
        above = section.form.number.rpartition(".")[0]
        part = f"{one_line(above)}. {_PARTS.get(above, '')}".rstrip(". ") if above != before and above else ""
        before = above
        said = area_said(report, section, printer, captions)
        title = said.title if above else said.title.upper()
        areas.append(evolve(said, part=part, is_within_part=bool(above), title=title))
    return tuple(areas)


def area_said(report: Report, section: Section, printer: Printer, captions: Iterator[int]) -> Area:
    """Say what a section states, as one that stands in no part.

    Args:
        report: The report.
        section: The section.
        printer: Shows its figures.
        captions: Gives the numbers of its tables.
    """
    form = section.form
    number = form.number.rpartition(".")[2]
    title = one_line(form.title)
    facts = section_facts(section, printer) | {"agency": Fact(number=Quoted(short_name(report)))}
    lines = tuple(_lines(section, printer))
    return Area(
        path=section.path,
        part="",
        is_within_part=False,
        number=number,
        title=title,
        points=points_said(POINTS.get(form.key, {}), facts),
        cited=cited_in(report.citations, form.number),
        caption=f"Bảng {next(captions)}. Số liệu về {decapitalised(title)}" if lines else "",
        lines=lines,
        tables=tuple(
            table_said(each, f"{number}.{index}." if number else f"{index}.", printer, captions)
            for index, each in enumerate(section.tables, 1)
        ),
    )


def _lines(section: Section, printer: Printer) -> Iterator[ShownLine]:
    """Give a line for what is reported, and one for each share that can be derived from it."""
    if all(line.value is None for line in section.lines):
        return
    for line in section.lines:
        if line.value is not None:
            shown = printer.figure(line.path, line.value, line.unit)
        elif line.share is not None:
            shown = printer.share(line.path, line.share, line.decimals, (*line.numerator, *line.denominator))
        else:
            continue
        yield ShownLine(label=one_line(line.label), unit=one_line(line.unit), shown=shown, is_derived=line.kind is None)
