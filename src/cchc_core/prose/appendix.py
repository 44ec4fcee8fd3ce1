"""The statistical appendix: one row an indicator, under the headings of which the report states something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from attrs import frozen

from cchc_core.indicators import IndicatorLine, indicator_lines, wording_notes
from cchc_core.prose.shown import Printer, Shown
from cchc_core.prose.text import one_line
from cchc_core.report import Report

__all__ = ["APPENDIX_HEADS", "APPENDIX_TITLE", "Appendix", "AppendixRow", "appendix_of"]

APPENDIX_TITLE = "PHỤ LỤC I. CHỈ TIÊU THỐNG KÊ CẢI CÁCH HÀNH CHÍNH"
APPENDIX_HEADS = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số lượng", "Tỷ lệ", "Ghi chú")


@frozen(kw_only=True)
class AppendixRow:
    """A row of the appendix; a heading shows nothing.

    Args:
        number: Its number.
        label: Its label.
        unit: Its unit.
        quantity: What it shows as a quantity, if it does.
        share: What it shows as a share, if it does.
        note: What a reader must know.
        is_derived: Whether what it shows was worked out from several figures.
    """

    number: str
    label: str
    unit: str = ""
    quantity: Shown | None = None
    share: Shown | None = None
    note: str = ""
    is_derived: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether it only heads the rows beneath it."""
        return self.quantity is None and self.share is None


@frozen(kw_only=True)
class Appendix:
    """The appendix: its rows, and what must be known of them."""

    rows: tuple[AppendixRow, ...]
    notes: str


def appendix_of(report: Report, printer: Printer) -> Appendix | None:
    """Give the appendix; ``None`` if the report states none of its indicators.

    A heading of which nothing is stated is named in the notes instead, so that the table stays readable.
    """
    lines = indicator_lines(report)
    if not any(line.is_stated for line in lines):
        return None
    rows: list[AppendixRow] = []
    left_out: list[str] = []
    for group, members in _blocks(lines, 0):
        kept = []
        for title, block in _blocks(members, 1):
            if any(line.is_stated for line in block):
                kept += [_heading(title), *(_row(line, printer) for line in block)]
            else:
                left_out.append(f"{title.number} {one_line(title.label)}")
        if kept:
            rows += [_heading(group), *kept]
    notes = [one_line(note) for note in wording_notes(lines)]
    if left_out:
        notes.append(f"Báo cáo không nêu chỉ tiêu nào của các mục: {'; '.join(left_out)}.")
    return Appendix(rows=tuple(rows), notes=" ".join(notes))


def _blocks(lines: Sequence[IndicatorLine], depth: int) -> Iterator[tuple[IndicatorLine, list[IndicatorLine]]]:
    """Give each heading of a depth with the lines beneath it."""
    for _, members in groupby(lines, key=lambda line: line.number.split(".")[: depth + 1]):
        title, *rest = members
        yield title, rest


def _heading(line: IndicatorLine) -> AppendixRow:
    return AppendixRow(number=line.number, label=one_line(line.label))


def _row(line: IndicatorLine, printer: Printer) -> AppendixRow:
    shown = _shown(line, printer)
    return AppendixRow(
        number=line.number,
        label=one_line(line.label),
        unit=one_line(line.unit),
        quantity=None if line.is_share else shown,
        share=shown if line.is_share else None,
        note=one_line(line.note),
        is_derived=line.is_derived and len(line.numerator + line.denominator) > 1,
    )


def _shown(line: IndicatorLine, printer: Printer) -> Shown:
    if line.is_share and line.is_derived:
        return printer.share(line.path, line.derived, line.decimals, (*line.numerator, *line.denominator))
    return printer.figure(line.path, line.value if line.is_share else line.quantity, line.unit)
