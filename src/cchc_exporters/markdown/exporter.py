"""The exporter: the parts of the document in their order, made into bytes."""

from __future__ import annotations

from unicodedata import normalize

from cchc_core.plugins import Exporter, ExportJob, hookimpl
from cchc_core.prose import Printer, annexes_said, announced, areas_of, letter_of
from cchc_exporters.markdown.annexes import annexes
from cchc_exporters.markdown.areas import areas
from cchc_exporters.markdown.assessment import assessment
from cchc_exporters.markdown.citations import citations
from cchc_exporters.markdown.conventions import conventions
from cchc_exporters.markdown.findings import findings, numbered
from cchc_exporters.markdown.indicators import indicators
from cchc_exporters.markdown.letter import closing, head, opening, signature

__all__ = ["cchc_register_exporters", "render"]


def render(job: ExportJob) -> bytes:
    """Write the report as a document: figures as reported, those that do not agree marked in place."""
    report = job.report
    printer = Printer.of(job.result)
    letter = letter_of(report)
    found = areas_of(report, printer)
    besides = annexes_said(report, printer, found)
    body = [
        *areas(found, announced(report)),
        *assessment(report.narrative),
        *closing(letter),
        *signature(letter),
        *indicators(report, printer),
        *citations(report),
        *annexes(report, besides),
    ]
    shown = (*found, *(area for annex in besides for area in annex.areas))
    blocks = [*head(letter), *opening(letter), *conventions(shown, "\n".join(body), printer), *body]
    text, ordered, cited = numbered("\n\n".join(blocks), printer.marks.entries)
    text = "\n\n".join([text, *findings(job.result, ordered, cited, job.lang)])
    return (normalize("NFC", text) + "\n").encode()


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the Markdown exporter."""
    return [
        Exporter(
            name="markdown",
            suffix=".md",
            media_type="text/markdown",
            title="Báo cáo (Markdown)",
            render=render,
        )
    ]
