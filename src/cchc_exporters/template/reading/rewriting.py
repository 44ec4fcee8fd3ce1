"""A sheet that is not written as nearly every program writes one, written anew as they do."""

from __future__ import annotations

import html
import re
from xml.parsers.expat import ExpatError, ParserCreate

from cchc_exporters.template.reading.package import refuse

__all__ = ["LARGEST_COLUMN", "LARGEST_ROW", "rewritten"]

LARGEST_ROW, LARGEST_COLUMN = 9999, "ZZ"
"""No cell of a sheet lies beyond, or a reader would set memory aside for all that lie between."""

_NEAR = re.compile(r"[A-Z]{1,2}[1-9][0-9]{0,3}", re.ASCII)
_WORD = re.compile(r"\w+", re.ASCII)
_LONG = re.compile(rb"<[^<]{262144}")
"""A tag with more attributes, or a text with more characters, than any sheet has."""

_STEP = 2**16
_MOST_ELEMENTS, _DEEPEST = 2_000_000, 64
_ROW, _CELL, _HELD = 3, 4, 5
"""How deep rows, cells and what they hold lie: below the sheet itself, and its data."""

_SHARING = ("t", "ref", "si")
_TEXTS = {"str", "inlineStr", "e"}


def rewritten(name: str, xml: bytes) -> bytes:
    """Write the rows and cells of a sheet as nearly every program writes them.

    No tree is made of it, and what stands behind the cells is not looked at.

    Args:
        name: Name of the sheet.
        xml: Its XML, which declares no entities.

    Raises:
        ReadError: If a cell lies far away or does not say where it is, or if this is no sheet.
    """
    if _LONG.search(xml):
        refuse("workbook_damaged", part=name)
    sheet = _Sheet(name)
    view = memoryview(xml)
    try:
        for start in range(0, len(xml), _STEP):
            sheet.parser.Parse(view[start : start + _STEP], False)
            if sheet.is_over:
                break
        else:
            sheet.parser.Parse(b"", True)
    except ExpatError:
        refuse("workbook_damaged", part=name)
    return b"".join((b"<sheetData>", sheet.written, b"</sheetData>"))


class _Sheet:
    """What was written so far.

    Args:
        name: Name of the sheet.

    Attributes:
        written: The rows and cells.
        is_over: Whether the last cell was read.
    """

    def __init__(self, name: str) -> None:
        self.written = bytearray()
        self.is_over = False
        self.parser = ParserCreate(namespace_separator="}")
        self.parser.buffer_text = True
        self.parser.StartElementHandler = self._start
        self.parser.EndElementHandler = self._end
        self._name = name
        self._left = _MOST_ELEMENTS
        self._path: list[str] = []
        self._is_data = False
        self._attributes = self._kind = ""
        self._held: dict[str, list[str]] = {}

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        path = self._path
        path.append(tag.rpartition("}")[2])
        self._left -= 1
        if not self._left or len(path) > _DEEPEST:
            refuse("workbook_damaged", part=self._name)
        if self._is_data:
            self._start_within(attributes)
        else:
            self._is_data = path[1:] == ["sheetData"] and not self.is_over

    def _start_within(self, attributes: dict[str, str]) -> None:
        path = self._path
        if path[2] != "row":
            return
        if len(path) == _ROW:
            self.written += b"<row>"
        elif len(path) == _CELL and path[-1] == "c":
            self._attributes = self._attributes_of(attributes)
            self._held.clear()
        elif path[3] == "c":
            self._hold(attributes)

    def _hold(self, attributes: dict[str, str]) -> None:
        """Begin to keep the characters of a formula, a value or a text; how a text is pronounced is none of it."""
        path, local = self._path, self._path[-1]
        if len(path) == _HELD:
            if local in self._held:
                refuse("workbook_damaged", part=self._name)
            shared = "".join(f' {key}="{html.escape(attributes[key])}"' for key in _SHARING if key in attributes)
            self._held[local] = [f"<f{shared}>" if local == "f" else f"<{local}>"]
        elif path[-2] in {"f", "v", "t"}:
            refuse("workbook_damaged", part=self._name)
        is_text = local == "t" and path[4] == "is" and "rPh" not in path
        if is_text or (len(path) == _HELD and local in {"f", "v"}):
            self.parser.CharacterDataHandler = self._held[path[4]].append

    def _end(self, _: str) -> None:
        self.parser.CharacterDataHandler = None
        path, depth = self._path, len(self._path)
        local = path.pop()
        if not self._is_data:
            return
        if depth == _ROW - 1:
            self._is_data, self.is_over = False, True
        elif depth == _ROW and local == "row":
            self.written += b"</row>"
        elif depth == _CELL and local == "c" and path[2] == "row":
            self._write()

    def _write(self) -> None:
        cell = [f"<c{self._attributes}>"]
        for name, end in (("f", "</f>"), ("v", "</v>"), ("is", "</t></is>")):
            if name in self._held:
                opening, *texts = self._held[name]
                plain = "".join(texts)
                text = html.escape(plain, quote=False).replace("\r", "&#13;")
                if name == "v" and text != plain and self._kind not in _TEXTS:  # no number, and it is read as a blank
                    refuse("workbook_damaged", part=self._name)
                cell += (opening, "<t>" if name == "is" else "", text, end)
                if name == "v":
                    break
        cell.append("</c>")
        self.written += "".join(cell).encode()

    def _attributes_of(self, attributes: dict[str, str]) -> str:
        place, style, kind = (attributes.get(name, "").strip() for name in ("r", "s", "t"))
        if not _NEAR.fullmatch(place):
            refuse("workbook_far_cell", self._name, column=LARGEST_COLUMN, row=LARGEST_ROW)
        try:
            number = f' s="{int(style)}"' if style else ""
        except ValueError:
            refuse("workbook_damaged", part=self._name)
        if kind and not _WORD.fullmatch(kind):
            refuse("workbook_damaged", part=self._name)
        self._kind = kind
        return f' r="{place}"{number}' + (f' t="{kind}"' if kind else "")
