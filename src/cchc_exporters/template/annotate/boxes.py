"""The boxes that the comments of a sheet are shown in, which an older language of drawings describes."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from xml.dom.minidom import Element, parseString

from cchc_core.errors import ReadError
from cchc_exporters.template.annotate.marked import MarkedSheet
from cchc_exporters.template.annotate.trees import children, first, put_text, text_of
from cchc_exporters.xlsx.marks import box_of

__all__ = ["Boxes"]

_KIND = "application/vnd.openxmlformats-officedocument.vmlDrawing"
_SPACES = (
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:x="urn:schemas-microsoft-com:office:excel"'
)
_EMPTY = (
    f'<xml {_SPACES}><o:shapelayout v:ext="edit"><o:idmap v:ext="edit" data="{{data}}"/></o:shapelayout>'
    '<v:shapetype id="_x0000_t202" coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe">'
    '<v:stroke joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
_BOX = (
    f'<xml {_SPACES}><v:shape id="_x0000_s{{number}}" type="#_x0000_t202" '
    'style="position:absolute;margin-left:80pt;margin-top:5pt;width:{width}pt;height:{height}pt;z-index:1;'
    'visibility:hidden" fillcolor="#ffffe1" o:insetmode="auto"><v:fill color2="#ffffe1"/>'
    '<v:shadow on="t" color="black" obscured="t"/><v:path o:connecttype="none"/>'
    '<v:textbox style="mso-direction-alt:auto"><div style="text-align:left"></div></v:textbox>'
    '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/><x:Anchor>{anchor}</x:Anchor>'
    "<x:AutoFill>False</x:AutoFill><x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape></xml>"
)
_NUMBER = re.compile(r"_x0000_s(\d+)$")
_IDS, _INSET = 1024, 15
_POINTS = 0.75
_FARTHEST = 100
"""Rows or columns over which a box reaches at most, where most of them are hidden."""


class Boxes:
    """The boxes of one sheet.

    Args:
        sheet: The sheet.
    """

    def __init__(self, sheet: MarkedSheet) -> None:
        self._sheet = sheet
        self._link = sheet.notes_link()
        self._name = sheet.parts.related(sheet.name, "vmlDrawing").get(self._link, "")

    def remove(self, row: int, column: int) -> None:
        """Take the box of a cell out."""
        there = self._at(row, column)
        if there is not None:
            self._root().removeChild(there)

    def ensure(self, row: int, column: int, text: str) -> None:
        """Make a box for a comment that has none."""
        if self._at(row, column) is None:
            self.put(row, column, text)

    def put(self, row: int, column: int, text: str) -> None:
        """Make the box of a comment large enough for its text; one that is there keeps its looks."""
        width, height = box_of(text)
        anchor = ", ".join(map(str, self._anchor(row, column, width, height)))
        there = self._at(row, column)
        if there is None:
            self._add(row, column, (width, height), anchor)
        else:
            for data in children(there, "ClientData"):
                for each in children(data, "Anchor"):
                    put_text(each, anchor)

    def _add(self, row: int, column: int, size: tuple[int, int], anchor: str) -> None:
        root = self._root()
        numbers = [int(match[1]) for each in self._shapes() if (match := _NUMBER.match(each.getAttribute("id")))]
        first_number = _IDS * int(re.sub(r"\D", "", self._name) or 1) + 1
        made = parseString(  # noqa: S318 - made here
            _BOX.format(
                number=max([first_number - 1, *numbers]) + 1,
                width=size[0] * _POINTS,
                height=size[1] * _POINTS,
                anchor=anchor,
                row=row,
                column=column,
            )
        ).documentElement
        document = root.ownerDocument
        assert made is not None  # noqa: S101 - it has just been made
        assert document is not None  # noqa: S101
        shape = made.firstChild
        assert shape is not None  # noqa: S101
        root.appendChild(document.importNode(shape, True))

    def enter(self) -> None:
        """Enter the drawing in the sheet."""
        if self._name and not self._link:
            parts = self._sheet.parts
            parts.declare_suffix("vml", _KIND)
            self._link = parts.relate(self._sheet.name, "vmlDrawing", self._name)
            self._sheet.link_notes(self._link)

    def discard(self) -> None:
        """Take the drawing out, unless it shows something else."""
        if self._name and self._link and next(self._shapes(), None) is None:
            self._sheet.link_notes("")
            self._sheet.parts.unrelate(self._sheet.name, self._link)
            self._sheet.parts.remove(self._name)

    def _root(self) -> Element:
        parts = self._sheet.parts
        if not self._name:
            self._name = parts.free_name("xl/drawings/vmlDrawing{}.vml")
            parts.put(self._name, _EMPTY.format(data=re.sub(r"\D", "", self._name)))
        try:
            return parts.tree(self._name)
        except ReadError:  # some programs write drawings that are no XML; the boxes of other comments lose their sizes
            parts.put(self._name, _EMPTY.format(data=1))
            return parts.tree(self._name)

    def _at(self, row: int, column: int) -> Element | None:
        return next((shape for shape in self._shapes() if _place(shape) == (row, column)), None)

    def _shapes(self) -> Iterator[Element]:
        return children(self._root(), "shape") if self._name else iter(())

    def _anchor(self, row: int, column: int, width: int, height: int) -> tuple[int, ...]:
        """Say between which columns and rows the box lies, right of its cell."""
        left, top = column + 1, max(0, row - 1)
        right, beside = _walked(left, _INSET + width, self._sheet.width)
        bottom, beneath = _walked(top, _INSET + height, self._sheet.height)
        return left, _INSET, top, _INSET, right, beside, bottom, beneath


def _walked(start: int, pixels: int, size: Callable[[int], int]) -> tuple[int, int]:
    """Go so many pixels from the beginning of a row or column, and say in which one that ends, and how far in it."""
    for place in range(start, start + _FARTHEST):
        if pixels <= size(place):
            return place, pixels
        pixels -= size(place)
    return start + _FARTHEST, 0


def _place(shape: Element) -> tuple[int, int] | None:
    data = first(shape, "ClientData")
    row, column = (first(data, name) if data is not None else None for name in ("Row", "Column"))
    return None if row is None or column is None else (int(text_of(row)), int(text_of(column)))
