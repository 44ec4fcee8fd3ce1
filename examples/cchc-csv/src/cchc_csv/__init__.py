"""Every figure of a report on a line of CSV, for a database or a pivot table."""

import csv
import io

from attrs import frozen

from cchc_core import Exporter, ExportJob, FigureValue, OpenBound, hookimpl, marks_of, option, printed, system_of
from cchc_core.prose import one_line


@frozen(kw_only=True)
class CsvOptions:
    """Options of the exporter: each field is one."""

    semicolons: bool = option(default=False, vi="Ngăn cột bằng dấu chấm phẩy", en="Part the columns by semicolons")


def render(job: ExportJob) -> bytes:
    """Write each figure with its value as reported, and the rules that put it in doubt."""
    text, marks = io.StringIO(newline=""), marks_of(job.result)
    writer = csv.writer(text, delimiter=";" if job.options_as(CsvOptions).semicolons else ",")
    writer.writerow(["agency", "period", "table", "row", "label", "unit", "path", "value", "rules"])
    for path, cell in system_of(job.report).cells.items():
        place, codes = cell.place, marks.codes(path)
        words = (job.report.agency.name, job.report.period.describe(job.lang), place.title, place.row, place.label)
        writer.writerow([*map(inert, words), cell.figure().unit, path, plain(cell.value), " ".join(codes)])
    return text.getvalue().encode("utf-8-sig")


def plain(value: FigureValue | None) -> str:
    """Write a number so that no program takes it for another; a blank stays blank, for it is not zero."""
    word, number = (value.word.label, value.value) if isinstance(value, OpenBound) else ("", value)
    return "" if number is None else f"{word} {printed(number, 'en').replace(',', '')}".strip()


def inert(text: str) -> str:
    """Put text on one line, its letters composed, and keep a spreadsheet from taking it for a formula."""
    return f"'{line}" if (line := one_line(text)).startswith(("=", "+", "-", "@")) else line


CSV = Exporter(name="csv", suffix=".csv", media_type="text/csv", title="Bảng CSV", render=render, options=CsvOptions)


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the exporter; the entry point in ``pyproject.toml`` names this module."""
    return [CSV]
