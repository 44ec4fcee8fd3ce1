"""Sheets of one orientation one after another, each appendix with page numbers of its own."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen
from docx.document import Document
from docx.oxml.ns import qn

from cchc_docx.decree import PORTRAIT, Page, twips
from cchc_docx.markup import element, elements, run

__all__ = ["Sheet", "lay"]


@frozen(kw_only=True)
class Sheet:
    """What stands on pages of one kind.

    Args:
        content: Paragraphs and tables.
        page: The kind of page.
    """

    content: Sequence[str]
    page: Page = PORTRAIT


def lay(document: Document, sheets: Sequence[Sheet]) -> None:
    """Put the sheets into the document; the pages of each are numbered from 1, and its first shows no number.

    Phụ lục I, Phần I: Mục I khoản 7, and for appendices Mục III khoản 1 điểm đ.
    """
    body = document.element.body
    header = document.sections[0].header
    header.is_linked_to_previous = False
    header.paragraphs[0]._p.extend(elements(f'<w:fldSimple w:instr=" PAGE ">{run("2")}</w:fldSimple>'))
    header_id = body.find(f".//{qn('w:headerReference')}").get(qn("r:id"))
    content: list[str] = []
    for index, sheet in enumerate(sheets):
        shown = f'<w:headerReference w:type="default" r:id="{header_id}"/>' if index == 0 else ""
        properties = _properties(sheet.page, shown)
        inner, outer = ("", properties) if sheet is sheets[-1] else (properties, "")
        content += [*sheet.content, f'<w:p><w:pPr><w:pStyle w:val="Rule"/>{inner}</w:pPr></w:p>{outer}']
    # A whole body is put in far quicker than many tables one by one.
    document.element.replace(body, element("w:body", "".join(content)))


def _properties(page: Page, header: str) -> str:
    """Write the properties of the pages; later sheets have the header of the first."""
    orientation = ' w:orient="landscape"' if page.width > page.height else ""
    margins = " ".join(
        f'w:{side}="{twips(100 * size)}"'
        for side, size in (
            ("top", page.top),
            ("right", page.right),
            ("bottom", page.bottom),
            ("left", page.left),
            ("header", page.header),
            ("footer", page.header),
        )
    )
    return (
        f'<w:sectPr>{header}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{twips(100 * page.width)}" w:h="{twips(100 * page.height)}"{orientation}/>'
        f'<w:pgMar {margins} w:gutter="0"/><w:pgNumType w:start="1"/><w:cols w:space="720"/><w:titlePg/></w:sectPr>'
    )
