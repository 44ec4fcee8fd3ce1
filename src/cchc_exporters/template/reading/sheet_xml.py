"""The XML of a sheet taken apart: its cells for whoever reads values, and apart from them its formulas.

Only rows and cells are kept; how a sheet looks, and what may be typed into it, is left out.
"""

from __future__ import annotations

import html
import re
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse

from cchc_exporters.template.reading.package import refuse, refuse_unreadable

__all__ = ["LARGEST_COLUMN", "LARGEST_ROW", "SheetXml"]

LARGEST_ROW, LARGEST_COLUMN = 9999, "ZZ"
"""No cell of a sheet lies beyond, or a reader would set memory aside for all that lie between."""

_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_START, _END = b"<sheetData>", b"</sheetData>"
_CELL, _FORMULA, _FORMULA_END = b'<c r="', b"<f", b"</f>"
_CLOSE, _SLASH = b">/"
_FAR_CELL = re.compile(rb'<c(?! r="[A-Z][A-Z]?+[0-9]{1,4}+")[\s/>]')
_PREFIXED = re.compile(rb":(?:c|row|sheetData)[\s/>]")
_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? t="e"[^>]*><v>([^<]*)</v>')


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
        start = xml.find(_START)
        refuse_unreadable(name, xml if start < 0 else xml[:start])
        self.source = xml
        self.cells, self.formulas = _taken_apart(xml, start)
        if start < 0 or _is_unusual(self.cells):
            refuse_unreadable(name, xml)
            self.source = _rewritten(name, xml)
            self.cells, self.formulas = _taken_apart(self.source, self.source.find(_START))
            if _is_unusual(self.cells):
                refuse("workbook_far_cell", name, column=LARGEST_COLUMN, row=LARGEST_ROW)

    def errors(self) -> dict[str, str]:
        """Give the error that stands in each cell with one, by the name of the cell."""
        if b"#" not in self.cells:  # every error is written with one
            return {}
        return {cell.decode(): html.unescape(error.decode()) for cell, error in _ERROR.findall(self.cells)}


def _taken_apart(xml: bytes, start: int) -> tuple[bytes, dict[bytes, int]]:
    """Take the formulas out of a sheet: give the sheet without them, and where they stood."""
    end = xml.rfind(_END) + len(_END)
    formulas: dict[bytes, int] = {}
    kept = [_MAIN]
    place = start
    while (found := xml.find(_FORMULA, place, end)) >= 0:
        close = begin = found + len(_FORMULA)
        if xml[close] != _CLOSE:
            close = xml.find(b">", found, end)
            if xml[begin] not in b" /" or close < 0:
                kept.append(xml[place:begin])
                place = begin
                continue
            begin = begin if b"shared" in xml[begin:close] else close
        # A formula holds no element, so the next one is its end.
        behind = close + 1 if xml[close - 1] == _SLASH else xml.find(b"<", close) + len(_FORMULA_END)
        cell = xml.rfind(_CELL, 0, found) + len(_CELL)
        formulas[xml[cell : xml.find(b'"', cell)]] = begin
        kept.append(xml[place:found])
        place = max(behind, close)
    kept += (xml[place:end], b"</worksheet>")
    return b"".join(kept), formulas


def _is_unusual(cells: bytes) -> bool:
    """Tell whether a cell is far away, or is written otherwise than nearly every program writes it."""
    return _FAR_CELL.search(cells) is not None or _PREFIXED.search(cells) is not None


def _rewritten(name: str, xml: bytes) -> bytes:
    """Write the rows and cells of a sheet as nearly every program writes them.

    A cell that does not say where it is stays so, and is refused.
    """
    rows: list[str] = []
    cells: list[str] = []
    try:
        for _, each in iterparse(BytesIO(xml)):  # noqa: S314 - no entities are declared in it
            if _local(each) == "c":
                cells.append(_cell(each))
                each.clear()
            elif _local(each) == "row":
                rows.append(f'<row r="{html.escape(each.get("r", ""))}">{"".join(cells)}</row>')
                cells.clear()
                each.clear()
    except ParseError:
        refuse("workbook_damaged", part=name)
    return _START + "".join(rows).encode() + _END


def _cell(cell: Element) -> str:
    attributes = "".join(f' {name}="{html.escape(cell.get(name, ""))}"' for name in ("r", "s", "t") if cell.get(name))
    held = {_local(each): each for each in cell}
    written = ""
    if "f" in held:
        shared = "".join(f' {name}="{html.escape(value)}"' for name, value in held["f"].items())
        written += f"<f{shared}>{_text(held['f'])}</f>"
    if "v" in held:
        written += f"<v>{_text(held['v'])}</v>"
    if "is" in held:
        written += f"<is><t>{_text(held['is'])}</t></is>"
    return f"<c{attributes}>{written}</c>"


def _text(element: Element) -> str:
    return html.escape("".join(element.itertext()), quote=False)


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
