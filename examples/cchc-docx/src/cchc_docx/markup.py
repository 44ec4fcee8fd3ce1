"""The XML of Word: runs, paragraphs and cells, the one place where text is made safe for it."""

from __future__ import annotations

import re
from unicodedata import normalize
from xml.sax.saxutils import escape, quoteattr

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.oxml.xmlchemy import BaseOxmlElement

from cchc_docx.decree import Align

__all__ = ["attribute", "cell", "element", "elements", "line", "paragraph", "row", "run", "safe"]

_FORBIDDEN = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def safe(text: str) -> str:
    r"""Put text in NFC and what XML cannot hold out of it.

    >>> safe("Đi\u0323nh\x00 \ufffe"), safe("<b>&")
    ('Định� �', '<b>&')
    """
    return _FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", normalize("NFC", text))


def element(name: str, content: str) -> BaseOxmlElement:
    """Make an element that holds what the functions of this module write."""
    return parse_xml(f"<{name} {nsdecls('w', 'r')}>{content}</{name}>")


def elements(content: str) -> list[BaseOxmlElement]:
    """Make elements of what the functions of this module write."""
    return list(element("w:body", content))


def attribute(text: str) -> str:
    """Write text as the value of an attribute, in quotes."""
    return quoteattr(safe(text))


def run(text: str, *, bold: bool = False, italic: bool = False, size: int = 0, style: str = "") -> str:
    """Write text; what is not said is as the style of the paragraph has it.

    Args:
        text: Any text.
        bold: Whether it is bold.
        italic: Whether it is italic.
        size: Size in points, if not that of the style.
        style: Key of a style of letters.

    >>> run("1 < 2", bold=True)
    '<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">1 &lt; 2</w:t></w:r>'
    """
    wanted = (
        f'<w:rStyle w:val="{style}"/>' if style else "",
        "<w:b/>" if bold else "",
        "<w:i/>" if italic else "",
        f'<w:sz w:val="{2 * size}"/><w:szCs w:val="{2 * size}"/>' if size else "",
    )
    look = "".join(wanted)
    looks = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{looks}<w:t xml:space="preserve">{escape(safe(text))}</w:t></w:r>'


def paragraph(style: str, *runs: str, align: Align | None = None, sides: int = 0, keep_next: bool = False) -> str:
    """Write a paragraph of runs.

    Args:
        style: Key of its style.
        runs: Its runs.
        align: How it is set, if not as its style says.
        sides: Indent on both sides, in twips.
        keep_next: Whether it stays on the page of the paragraph after it, whatever its style says.
    """
    look = (
        f'<w:pStyle w:val="{style}"/>',
        "<w:keepNext/>" if keep_next else "",
        f'<w:ind w:left="{sides}" w:right="{sides}"/>' if sides else "",
        f'<w:jc w:val="{align.value}"/>' if align else "",
    )
    return f"<w:p><w:pPr>{''.join(look)}</w:pPr>{''.join(runs)}</w:p>"


def line(sides: int) -> str:
    """Draw a line, as far from both sides as said, in twips."""
    return (
        '<w:p><w:pPr><w:pStyle w:val="Rule"/>'
        '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="0" w:color="000000"/></w:pBdr>'
        f'<w:ind w:left="{sides}" w:right="{sides}"/></w:pPr></w:p>'
    )


def cell(content: str, width: int, *, across: int = 1, merge: str = "", middle: bool = False) -> str:
    """Write a cell of a table.

    Args:
        content: Its paragraphs.
        width: Its width in twips.
        across: How many columns it takes.
        merge: ``restart`` for the first of several cells one upon another, ``continue`` for those beneath it.
        middle: Whether its content stands in the middle of its height.
    """
    span = f'<w:gridSpan w:val="{across}"/>' if across > 1 else ""
    merged = f'<w:vMerge w:val="{merge}"/>' if merge else ""
    centred = '<w:vAlign w:val="center"/>' if middle else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{span}{merged}{centred}</w:tcPr>{content}</w:tc>'


def row(*cells: str, is_head: bool = False) -> str:
    """Write a row that no page parts; the head of a table is repeated on each page."""
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(cells)}</w:tr>"
