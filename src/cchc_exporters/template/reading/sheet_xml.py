"""The XML of a sheet taken apart: its cells for whoever reads values, and apart from them its formulas.

Only rows and cells are kept; how a sheet looks, and what may be typed into it, is left out. Nearly every program
writes cells in one way. A sheet with anything written in another is written anew as a whole: XML has many ways to say
the same, and whoever looks for one of them would miss what is said in another.
"""

from __future__ import annotations

import html
import re

from cchc_exporters.template.reading.package import refuse_unreadable
from cchc_exporters.template.reading.rewriting import LARGEST_COLUMN, LARGEST_ROW, rewritten

__all__ = ["LARGEST_COLUMN", "LARGEST_ROW", "SheetXml"]

_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_START = b"<sheetData>"
_CELL, _FORMULA, _FORMULA_END = b'<c r="', b"<f", b"</f>"
_CLOSE, _SLASH = b">/"

_HEAD = re.compile(rb"(?:\xef\xbb\xbf)?(?:<\?xml [^<>]*+>)?\s*+<worksheet\b[^<]*+(?:<(?![!?])[^<]*+)*+")
_VALUE = "<v>[^<&]*+</v></c>"
_USUAL_CELL = (
    r'<c r="[A-Z][A-Z]?+[1-9][0-9]{0,3}+"(?:'
    # Most cells are of these kinds, which are tried first; whatever is one of them would be one of the others too.
    rf' s="(?:0|[1-9][0-9]*+)"(?:/>| t="s">{_VALUE}|>{_VALUE}|(?: t="str")?+><f>[^<]*+</f>{_VALUE})|'
    r'(?: s="(?:0|[1-9][0-9]*+)")?+(?: t="\w++")?+(?: (?:[cv]m|ph)="\w++")*+(?: ?+/>|>'
    r'(?:<f(?: \w++="[^"<>]*+")*+(?:/>|>[^<]*+</f>))?+'
    r'(?:<v>[^<&]*+</v>|<v ?+/>|<is><t(?: xml:space="preserve")?+>[^<]*+</t></is>)?+</c>))'
)
_USUAL = re.compile(rf"<sheetData>(?:{_USUAL_CELL}|</row>|<row[^<>']*+>|\s++)*+</sheetData>".encode())
"""Cells as Excel, LibreOffice, XlsxWriter and openpyxl write them: no comments, no other order of attributes."""

_MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref\s*=\s*["']([A-Z]+[0-9]+:[A-Z]+[0-9]+)["']""")
_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"(?: s="\d+")? t="e"[^<>]*><v>([^<]*)</v>')


class SheetXml:
    """A sheet taken apart.

    Args:
        name: Name of the sheet.
        xml: Its XML.

    Attributes:
        cells: Its rows and cells as XML, without their formulas.
        source: The XML that its formulas stand in.
        formulas: Where in it the formula of each cell begins, by the name of the cell: at the end of its opening tag,
            or within it if the cell shares its formula with others.

    Raises:
        ReadError: If a cell lies far away or does not say where it is, or if this is not XML as it is read here.
    """

    def __init__(self, name: str, xml: bytes) -> None:
        self._whole = xml
        start = xml.find(_START)
        refuse_unreadable(name, xml if start < 0 else xml[:start])
        end = _end_of_usual(xml, start)
        if not end:
            refuse_unreadable(name, xml)
            xml = rewritten(name, xml)
            start, end = 0, len(xml)
        self.source = xml
        self.cells, self.formulas = _taken_apart(xml, start, end)

    def merged(self) -> list[str]:
        """Give the ranges of cells that are joined into one, as they are written: ``B3:D3``."""
        return [found.decode() for found in _MERGED.findall(self._whole)]

    def errors(self) -> dict[str, str]:
        """Give the error that stands in each cell with one, by the name of the cell."""
        if b' t="e"' not in self.cells:
            return {}
        return {cell.decode(): html.unescape(error.decode()) for cell, error in _ERROR.findall(self.cells)}


def _end_of_usual(xml: bytes, start: int) -> int:
    """Give where the cells of a sheet end, if they are written as nearly every program writes them; else zero.

    Nothing stands before them by which they might be something else, such as a comment.
    """
    head = _HEAD.match(xml, 0, max(start, 0))
    found = _USUAL.match(xml, start) if head and head.end() == start else None
    return found.end() if found else 0


def _taken_apart(xml: bytes, start: int, end: int) -> tuple[bytes, dict[bytes, int]]:
    """Take the formulas out of a sheet: give the sheet without them, and where they stood."""
    formulas: dict[bytes, int] = {}
    kept = [_MAIN]
    place = start
    while (found := xml.find(_FORMULA, place, end)) >= 0:
        close = begin = found + len(_FORMULA)
        if xml[close] != _CLOSE:
            close = xml.find(b">", found, end)
            begin = begin if b"shared" in xml[begin:close] else close
        cell = xml.rfind(_CELL, place, found) + len(_CELL)
        formulas[xml[cell : xml.find(b'"', cell)]] = begin
        kept.append(xml[place:found])
        # A formula holds no element, so the next one is its end.
        place = close + 1 if xml[close - 1] == _SLASH else xml.find(b"<", close) + len(_FORMULA_END)
    kept += (xml[place:end], b"</worksheet>")
    return b"".join(kept), formulas
