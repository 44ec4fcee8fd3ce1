"""From a job to the bytes of a workbook: lay every sheet out, then write them."""

from __future__ import annotations

from datetime import UTC, datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from cchc_core import Report
from cchc_core.checks import system_of
from cchc_core.plugins import Exporter, ExportJob, hookimpl
from cchc_core.tables import formulas_of
from cchc_exporters.xlsx.documents import lay_out_documents
from cchc_exporters.xlsx.dossiers import lay_out_dossiers
from cchc_exporters.xlsx.grid import Addresses, Grid
from cchc_exporters.xlsx.indicators import lay_out_indicators
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.styles import FONT, Formats
from cchc_exporters.xlsx.write import Writer

__all__ = ["cchc_register_exporters", "render"]

_SHEETS = {
    "Phụ lục I": lay_out_indicators,
    "Phụ lục II": lay_out_dossiers,
    "Phụ lục III": lay_out_documents,
}


def render(job: ExportJob) -> bytes:
    """Write the three appendices. The same job gives the same bytes."""
    addresses = Addresses()
    marks = Marks(job.result, job.lang)
    laid_out = []
    for name, lay_out in _SHEETS.items():
        grid = Grid(name=name, addresses=addresses)
        laid_out.append((grid, lay_out(grid, job.report, marks)))
    system = system_of(job.report)
    stream = BytesIO()
    with Workbook(
        stream,
        {
            "in_memory": True,
            "strings_to_formulas": False,
            "strings_to_numbers": False,
            "strings_to_urls": False,
            "default_format_properties": {"font_name": FONT, "font_size": 12},
        },
    ) as workbook:
        workbook.set_properties(_properties(job.report))
        writer = Writer(
            formats=Formats(workbook),
            addresses=addresses,
            system=system,
            formulas=formulas_of(system, job.result),
            marks=marks,
        )
        for grid, page in laid_out:
            writer.write(workbook.add_worksheet(grid.name), grid, page)
    return stream.getvalue()


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the Excel exporter."""
    return [
        Exporter(
            name="xlsx",
            suffix=".xlsx",
            media_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            title="Phụ lục Excel: chỉ tiêu thống kê, hồ sơ thủ tục hành chính, văn bản viện dẫn",
            render=render,
        )
    ]


def _properties(report: Report) -> dict[str, object]:
    """Give document properties; the date is the report's, or the last day of its period, never today's."""
    day = report.document.date or report.period.end
    return {
        "title": report.document.title,
        "author": report.agency.name,
        "company": report.agency.name,
        "comments": "",
        "created": datetime.combine(day, time(), tzinfo=UTC),
    }
