"""The exporter: the parts of the document in their order, made into bytes."""

from __future__ import annotations

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.part import XmlPart

from cchc_core import Exporter, ExportJob, hookimpl
from cchc_core.prose import Printer, annexes_said, areas_of, letter_of
from cchc_docx.appendices import appendices_of, sheet_of
from cchc_docx.body import body
from cchc_docx.findings import findings
from cchc_docx.letter import head, signature
from cchc_docx.markup import elements
from cchc_docx.options import DocxOptions
from cchc_docx.package import entitle, packed
from cchc_docx.pen import Pen
from cchc_docx.sheets import Sheet, lay
from cchc_docx.styles import dress

__all__ = ["cchc_register_exporters", "render"]

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def render(job: ExportJob) -> bytes:
    """Write the report as a Word document: figures as reported, those in doubt marked unless nobody wants it."""
    report, options = job.report, job.options_as(DocxOptions)
    printer = Printer.of(job.result)
    pen = Pen(marks=printer.marks, options=options, lang=job.lang)
    letter, areas = letter_of(report), areas_of(report, printer)
    appendices = appendices_of(report, areas, annexes_said(report, printer, areas), printer)
    text = (*head(letter), *body(report, letter, areas, appendices, pen), *signature(letter))
    sheets = [Sheet(content=text), *(sheet_of(each, report, pen) for each in appendices)]
    if options.findings:
        sheets.append(findings(job.result, printer.marks, job.lang))
    document = docx.Document()
    dress(document)
    lay(document, sheets)
    if pen.comments:
        _comment(document, pen.comments)
    entitle(document, letter.title, report.agency.name, report.document.date or report.period.end)
    return packed(document)


def _comment(document: Document, comments: list[str]) -> None:
    """Add the comments; the part for them is made when it is first asked for."""
    assert len(document.comments) == 0  # noqa: S101 - asking makes the part
    part = document.part.part_related_by(RELATIONSHIP_TYPE.COMMENTS)
    assert isinstance(part, XmlPart)  # noqa: S101 - its content is XML
    part.element.extend(elements("".join(comments)))


@hookimpl
def cchc_register_exporters() -> list[Exporter]:
    """Register the Word exporter."""
    return [
        Exporter(
            name="docx",
            suffix=".docx",
            media_type=_MEDIA_TYPE,
            title="Báo cáo (Word, theo Nghị định số 30/2020/NĐ-CP)",
            render=render,
            options=DocxOptions,
        )
    ]
