"""From a job to the bytes of a workbook: find out where every figure stands, then write the sheets."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, datetime, time
from io import BytesIO

from attrs import frozen
from xlsxwriter import Workbook

from cchc_core import LevelTable, Report
from cchc_core.plugins import ExportJob
from cchc_core.tables import sections_of
from cchc_exporters.xlsx.charts import write_charts
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.documents import write_documents
from cchc_exporters.xlsx.dossiers import Dossiers
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.findings import write_findings
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.growing import Growing
from cchc_exporters.xlsx.indicators import INDICATORS, Indicators
from cchc_exporters.xlsx.live import Live
from cchc_exporters.xlsx.marks import Marks
from cchc_exporters.xlsx.names import define_names
from cchc_exporters.xlsx.plugin import XlsxOptions
from cchc_exporters.xlsx.rulebook import write_rules
from cchc_exporters.xlsx.styles import FONT, Formats
from cchc_exporters.xlsx.write import printable

__all__ = ["Appendices", "lay_out", "render"]

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_numbers": False,
    "strings_to_urls": False,
}
_PLAIN = {"font_name": FONT, "font_size": 12}


@frozen(eq=False, kw_only=True)
class Appendices:
    """The appendices laid out: what stands where is known, nothing is written yet.

    Args:
        addresses: Where each figure stands.
        indicators: Phụ lục I.
        dossiers: Phụ lục II.
        growing: The tables of Phụ lục II that have a sheet of their own.
    """

    addresses: Addresses
    indicators: Indicators
    dossiers: Dossiers
    growing: tuple[Growing, ...]


def lay_out(report: Report) -> Appendices:
    """Find out where every figure of a report stands."""
    addresses = Addresses()
    sections = sections_of(report)
    tables = [table for section in sections for table in section.tables]
    by_level = tuple(table for table in tables if table.table is LevelTable)
    forms = {table.form for table in by_level}
    kinds: Counter[type] = Counter()
    growing = []
    for table in tables:
        if table.table is not LevelTable:
            kinds[table.table] += 1
            growing.append(Growing(table, kinds[table.table], addresses, with_shares=table.form not in forms))
    return Appendices(
        addresses=addresses,
        indicators=Indicators(report, sections, addresses),
        dossiers=Dossiers(by_level, addresses),
        growing=tuple(growing),
    )


def render(job: ExportJob) -> bytes:
    """Write the appendices. The same job gives the same bytes."""
    stream = BytesIO()
    with Workbook(stream, _OPTIONS | {"default_format_properties": dict(_PLAIN)}) as workbook:
        write(workbook, job)
    return stream.getvalue()


def write(workbook: Workbook, job: ExportJob) -> None:
    """Write every sheet into a workbook."""
    workbook.set_properties(_properties(job.report))
    formats = Formats(workbook)
    laid_out = lay_out(job.report)
    addresses = laid_out.addresses
    live = Live(job, addresses)
    marks = Marks(job.result, job.lang)
    figures = Figures(live=live, marks=marks)
    checking = Checking(live, job.result)
    laid_out.indicators.write(workbook, formats, job.report, figures, checking)
    if laid_out.dossiers.tables or not laid_out.growing:
        laid_out.dossiers.write(workbook, formats, job.report, figures, checking)
    for each in laid_out.growing:
        each.write(workbook, formats, job.report, figures, checking)
    write_documents(workbook, formats, job.report)
    write_findings(workbook, formats, addresses, job, marks.entries)
    options = job.options_as(XlsxOptions)
    if options.rules:
        write_rules(workbook, formats, job)
    if options.charts:
        write_charts(workbook, formats, addresses, job)
    define_names(
        workbook,
        ((path, (INDICATORS, *place)) for path, place in laid_out.indicators.figures.items()),
        laid_out.dossiers.blocks,
        (block for each in laid_out.growing for block in each.blocks),
    )


def _properties(report: Report) -> dict[str, object]:
    """Give document properties; the date is the report's, or the last day of its period, never today's."""
    day = report.document.date or report.period.end
    agency, period = printable(report.agency.name), report.period.describe()
    return {
        "title": printable(report.document.title),
        "subject": f"Phụ lục báo cáo cải cách hành chính, {period}",
        "author": agency,
        "company": agency,
        "category": "Báo cáo cải cách hành chính",
        "keywords": f"cải cách hành chính; thủ tục hành chính; {agency}; {period}",
        "comments": "",
        "created": datetime.combine(day, time(), tzinfo=UTC),
    }
