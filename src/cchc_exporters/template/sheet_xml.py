"""The XML of a sheet taken apart: its cells for whoever reads values, and apart from them its formulas.

Only rows and cells are kept; how a sheet looks, and what may be typed into it, is left out.
"""

from __future__ import annotations

import html
import re
from io import BytesIO
from xml.etree.ElementTree import Element, ParseError, iterparse

from cchc_exporters.template.package import refuse

__all__ = ["LARGEST_COLUMN", "LARGEST_ROW", "SheetXml"]

LARGEST_ROW, LARGEST_COLUMN = 9999, "CZ"
"""No cell of a sheet lies beyond, or a reader would set memory aside for all that lie between."""

_MAIN = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
_START, _END = b"<sheetData>", b"</sheetData>"
_CELL, _FORMULA, _FORMULA_END = b'<c r="', b"<f", b"</f>"

_COLUMN, _ROW = rb"[A-C]?[A-Z]", rb"[1-9][0-9]{0,3}"
_FAR_CELL = re.compile(rb"<c(?! r=\"" + _COLUMN + _ROW + rb"\"[ />])[\s/>]")
_FAR_ROW = re.compile(rb"<row(?! r=\"" + _ROW + rb"\"[ />])[\s/>]")
_PREFIXED = re.compile(rb":(?:c|row|sheetData)[\s/>]")
_ERROR = re.compile(rb'<c r="([A-Z]+\d+)"[^>]*? t="e"[^>]*><v>([^<]*)</v>')


class SheetXml:
    """A sheet taken apart.

    Args:
        name: Name of the sheet.
        xml: Its XML, which declares no entities.

    Raises:
        ReadError: If a cell lies far away or does not say where it is, or if this is no XML.
    """

    def __init__(self, name: str, xml: bytes) -> None:
        self.cells, self.formulas = _taken_apart(xml)
        if _is_unusual(self.cells):
            self.cells, self.formulas = _taken_apart(_rewritten(name, xml))
            if _is_unusual(self.cells):
                refuse("workbook_far_cell", name, column=LARGEST_COLUMN, row=LARGEST_ROW)

    def errors(self) -> dict[str, str]:
        """Give the error that stands in each cell with one, by the name of the cell."""
        if b't="e"' not in self.cells:
            return {}
        return {cell.decode(): html.unescape(error.decode()) for cell, error in _ERROR.findall(self.cells)}


def _taken_apart(xml: bytes) -> tuple[bytes, dict[str, bytes]]:
    """Take the formulas out of a sheet: give the sheet without them, and what stood in each cell with one."""
    start, end = xml.find(_START), xml.rfind(_END)
    first, *pieces = xml[start : end + len(_END)].split(_FORMULA) if 0 <= start < end else [_START + _END]
    formulas: dict[str, bytes] = {}
    kept = [_MAIN, first]
    head = first
    for piece in pieces:
        close = piece.find(b">")
        if piece[:1] not in b"> /" or close < 0:
            kept += (_FORMULA, piece)
            continue
        place = head.rfind(_CELL) + len(_CELL)
        formulas[head[place : head.find(b'"', place)].decode("ascii", "replace")] = (
            piece if close == 0 or b"shared" in piece[:close] else piece[close:]
        )
        end = close + 1 if piece[close - 1 : close] == b"/" else piece.find(_FORMULA_END) + len(_FORMULA_END)
        head = piece[end:]
        kept.append(head)
    kept.append(b"</worksheet>")
    return b"".join(kept), formulas


def _is_unusual(cells: bytes) -> bool:
    """Tell whether a row or cell is far away, or is written otherwise than nearly every program writes it."""
    return any(form.search(cells) is not None for form in (_FAR_CELL, _FAR_ROW, _PREFIXED))


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
    return f"<sheetData>{''.join(rows)}</sheetData>".encode()


def _cell(cell: Element) -> str:
    attributes = "".join(
        f' {name}="{html.escape(cell.get(name, ""))}"' for name in ("r", "s", "t") if cell.get(name)
    )
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
