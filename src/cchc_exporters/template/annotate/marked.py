"""One sheet of a workbook that marks are put on: its cells by name, their looks, the size of rows and columns."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from xml.dom.minidom import Element

from cchc_exporters.template.annotate.parts import RELATIONS, Parts
from cchc_exporters.template.annotate.trees import add, children, created, first
from cchc_exporters.template.form.sheets import cell_at

__all__ = ["MarkedSheet"]

_PIXELS_OF_LETTER, _PIXELS_BESIDE, _USUAL_WIDTH = 7, 5, 64
_USUAL_HEIGHT = 15.0
_AFTER_NOTES = (
    "legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls", "webPublishItems", "tableParts", "extLst",
)  # fmt: skip


class MarkedSheet:
    """A sheet.

    Args:
        parts: The workbook.
        name: The part that holds the sheet.
    """

    def __init__(self, parts: Parts, name: str) -> None:
        self.parts = parts
        self.name = name
        self.root = parts.tree(name)

    def look(self, cell: str) -> int:
        """Give the number of a cell's look, also of one that is not written yet."""
        found = self._cells.get(cell)
        if found is not None:
            return int(found.getAttribute("s") or 0)
        row, column = cell_at(cell)
        line = self._rows.get(row)
        if line is not None and line.getAttribute("customFormat") in {"1", "true"}:
            return int(line.getAttribute("s") or 0)
        return next((int(each.getAttribute("style") or 0) for each in self._columns_at(column)), 0)

    def set_look(self, cell: str, look: int) -> None:
        """Give a cell another look; a blank one that was not written is."""
        if cell not in self._cells:
            self._cells[cell] = self._made(cell)
        self._cells[cell].setAttribute("s", str(look))

    def width(self, column: int) -> int:
        """Give the width of a column in pixels."""
        for each in self._columns_at(column):
            if each.getAttribute("hidden") in {"1", "true"}:
                return 0
            if each.getAttribute("width"):
                return int(float(each.getAttribute("width")) * _PIXELS_OF_LETTER) + _PIXELS_BESIDE
        return _USUAL_WIDTH

    def height(self, row: int) -> int:
        """Give the height of a row in pixels."""
        line = self._rows.get(row)
        if line is not None and line.getAttribute("hidden") in {"1", "true"}:
            return 0
        points = float(line.getAttribute("ht") or _USUAL_HEIGHT) if line is not None else _USUAL_HEIGHT
        return round(points * 4 / 3)

    def notes_link(self) -> str:
        """Give the id of the relation to the drawing of its notes; empty if it has none."""
        found = first(self.root, "legacyDrawing")
        if found is None:
            return ""
        return next(value for key, value in found.attributes.items() if key.rpartition(":")[2] == "id")

    def link_notes(self, link: str) -> None:
        """Enter the relation to the drawing of its notes; none takes the entry out."""
        found = first(self.root, "legacyDrawing")
        if found is not None:
            self.root.removeChild(found)
        if link:
            self.root.setAttribute("xmlns:r", RELATIONS)
            made = created(self.root, "legacyDrawing", **{"r:id": link})
            after = [each for name in _AFTER_NOTES for each in children(self.root, name)]
            self.root.insertBefore(made, after[0] if after else None)

    @cached_property
    def _data(self) -> Element:
        return first(self.root, "sheetData") or add(self.root, "sheetData")

    @cached_property
    def _rows(self) -> dict[int, Element]:
        return {int(row.getAttribute("r")) - 1: row for row in children(self._data, "row")}

    @cached_property
    def _cells(self) -> dict[str, Element]:
        return {cell.getAttribute("r"): cell for row in self._rows.values() for cell in children(row, "c")}

    def _columns_at(self, column: int) -> Iterator[Element]:
        for columns in children(self.root, "cols"):
            for each in children(columns, "col"):
                if int(each.getAttribute("min")) <= column + 1 <= int(each.getAttribute("max")):
                    yield each

    def _made(self, cell: str) -> Element:
        """Put a blank cell into its place among the others."""
        row, column = cell_at(cell)
        if row not in self._rows:
            line = created(self._data, "row", r=row + 1)
            below = min((each for each in self._rows if each > row), default=None)
            self._data.insertBefore(line, None if below is None else self._rows[below])
            self._rows[row] = line
        line = self._rows[row]
        made = created(line, "c", r=cell)
        right = (each for each in children(line, "c") if cell_at(each.getAttribute("r"))[1] > column)
        line.insertBefore(made, next(right, None))
        return made
