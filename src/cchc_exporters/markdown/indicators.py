"""The statistical appendix: one row an indicator, under the headings of which the report states something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from cchc_core import Report
from cchc_core.indicators import IndicatorLine, indicator_lines, wording_notes
from cchc_exporters.markdown.letter import attached_to
from cchc_exporters.markdown.printing import Printer
from cchc_exporters.markdown.syntax import escape, heading, table

__all__ = ["indicators"]

_HEADER = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Số lượng", "Tỷ lệ", "Ghi chú")
_ALIGN = "llcrrl"


def indicators(report: Report, printer: Printer) -> Iterator[str]:
    """Write the appendix; nothing if the report states none of its indicators.

    A heading of which nothing is stated is named at the end instead, so that the table stays readable.
    """
    lines = indicator_lines(report)
    if not any(line.is_stated for line in lines):
        return
    rows: list[tuple[str, ...]] = []
    left_out: list[str] = []
    for group, members in _blocks(lines, 0):
        kept = []
        for title, block in _blocks(members, 1):
            if any(line.is_stated for line in block):
                kept += [_bold(title), *(_row(line, printer) for line in block)]
            else:
                left_out.append(f"{title.number} {escape(title.label)}")
        if kept:
            rows += [_bold(group), *kept]
    yield heading(2, "PHỤ LỤC I. CHỈ TIÊU THỐNG KÊ CẢI CÁCH HÀNH CHÍNH")
    yield f"*({attached_to(report)})*"
    yield table(_HEADER, rows, _ALIGN)
    notes = list(map(escape, wording_notes(lines)))
    if left_out:
        notes.append(f"Báo cáo không nêu chỉ tiêu nào của các mục: {'; '.join(left_out)}.")
    if notes:
        yield f"*Ghi chú:* {' '.join(notes)}"


def _blocks(lines: Sequence[IndicatorLine], depth: int) -> Iterator[tuple[IndicatorLine, list[IndicatorLine]]]:
    """Give each heading of a depth with the lines beneath it."""
    for _, members in groupby(lines, key=lambda line: line.number.split(".")[: depth + 1]):
        title, *rest = members
        yield title, rest


def _bold(line: IndicatorLine) -> tuple[str, ...]:
    return f"**{line.number}**", f"**{escape(line.label)}**", "", "", "", ""


def _row(line: IndicatorLine, printer: Printer) -> tuple[str, ...]:
    """Write a line; what is worked out has its label in italics."""
    label = (
        f"*{escape(line.label)}*"
        if line.is_derived and len(line.numerator + line.denominator) > 1
        else escape(line.label)
    )
    result = _result(line, printer)
    quantity, share = ("", result) if line.is_share else (result, "")
    return line.number, label, escape(line.unit), quantity, share, escape(line.note)


def _result(line: IndicatorLine, printer: Printer) -> str:
    if line.is_share and line.is_derived:
        return printer.share(line.derived, line.decimals, (*line.numerator, *line.denominator))
    return printer.figure(line.path, line.value if line.is_share else line.quantity, line.unit)
