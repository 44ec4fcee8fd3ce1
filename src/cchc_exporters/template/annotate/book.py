"""The sheets of a workbook by name, and sheets of ours that are added to it or written anew."""

from __future__ import annotations

from functools import cached_property
from xml.dom.minidom import Element

from cchc_exporters.template.annotate.looks import Looks
from cchc_exporters.template.annotate.marked import MarkedSheet
from cchc_exporters.template.annotate.parts import RELATIONS, Parts
from cchc_exporters.template.annotate.trees import add, children, created, first, put_text, text_of, texts
from cchc_exporters.template.reading.package import refuse

__all__ = ["Book"]

_PACKAGE_ROOT = ""
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
_AFTER_NAMES = ("calcPr", "oleSize", "customWorkbookViews", "pivotCaches", "smartTagPr", "fileRecoveryPr", "extLst")


class Book:
    """A workbook.

    Args:
        content: The file.

    Raises:
        ReadError: If it cannot be taken apart.
    """

    def __init__(self, content: bytes) -> None:
        self.parts = Parts(content)
        self._name = next(iter(self.parts.related(_PACKAGE_ROOT, "officeDocument").values()), "xl/workbook.xml")
        self._root = self.parts.tree(self._name)
        self._marked: dict[str, MarkedSheet] = {}

    @cached_property
    def looks(self) -> Looks:
        """The styles of the workbook."""
        found = list(self.parts.related(self._name, "styles").values())
        if not found:
            refuse("workbook_damaged", part="xl/styles.xml")
        return Looks(self.parts, found[0])

    @property
    def names(self) -> tuple[str, ...]:
        """Names of the sheets, in order."""
        return tuple(each.getAttribute("name") for each in self._sheets())

    def sheet(self, name: str) -> MarkedSheet:
        """Give a sheet to put marks on."""
        if name not in self._marked:
            self._marked[name] = MarkedSheet(self.parts, self._part(name))
        return self._marked[name]

    def has_comments(self, name: str, words: str) -> bool:
        """Tell whether a comment of a sheet holds some words."""
        comments = self.parts.related(self._part(name), "comments").values()
        return any(words.encode() in self.parts.raw(each) for each in comments)

    def rows(self, name: str) -> list[list[str]]:
        """Give the texts of a sheet, row by row."""
        root = self.parts.tree(self._part(name))
        return [
            [self._text(cell) for cell in children(row, "c")]
            for data in children(root, "sheetData")
            for row in children(data, "row")
        ]

    def put(self, name: str, xml: str, *, hidden: bool = False) -> None:
        """Add a sheet at the end, or write one of this name anew where it stands."""
        if name in self.names:
            part = self._part(name)
            for kind in ("comments", "vmlDrawing", "drawing", "printerSettings", "hyperlink", "table"):
                for link in self.parts.related(part, kind):
                    self.parts.unrelate(part, link)
            self.parts.put(part, xml)
            return
        part = self.parts.free_name("xl/worksheets/sheet{}.xml")
        self.parts.put(part, xml, _KIND)
        link = self.parts.relate(self._name, "worksheet", part)
        entries = self._entries()
        self._root.setAttribute("xmlns:r", RELATIONS)
        number = max(int(each.getAttribute("sheetId")) for each in self._sheets()) + 1
        made = add(entries, "sheet", name=name, sheetId=number)
        if hidden:
            made.setAttribute("state", "veryHidden")
        made.setAttribute("r:id", link)

    def name_area(self, sheet: str, name: str, area: str, *, hidden: bool = False) -> None:
        """Name an area of one sheet, such as the rows that are printed on every page; no area takes the name away."""
        number = str(self.names.index(sheet))
        names = first(self._root, "definedNames")
        if names is not None:
            for each in list(children(names, "definedName")):
                if each.getAttribute("name") == name and each.getAttribute("localSheetId") == number:
                    names.removeChild(each)
        if not area:
            return
        if names is None:
            names = created(self._root, "definedNames")
            after = [each for kind in _AFTER_NAMES for each in children(self._root, kind)]
            self._root.insertBefore(names, after[0] if after else None)
        made = add(names, "definedName", name=name, localSheetId=number)
        if hidden:
            made.setAttribute("hidden", "1")
        put_text(made, area)

    def _entries(self) -> Element:
        found = first(self._root, "sheets")
        if found is None:
            refuse("workbook_damaged", part=self._name)
        return found

    def _sheets(self) -> list[Element]:
        return list(children(self._entries(), "sheet"))

    def _part(self, name: str) -> str:
        """Give the part of a sheet."""
        sheet = next(each for each in self._sheets() if each.getAttribute("name") == name)
        link = next(value for key, value in sheet.attributes.items() if key.rpartition(":")[2] == "id")
        return self.parts.related(self._name, "worksheet")[link]

    @cached_property
    def _shared(self) -> list[str]:
        names = self.parts.related(self._name, "sharedStrings").values()
        return [_joined(each) for name in names for each in children(self.parts.tree(name), "si")]

    def _text(self, cell: Element) -> str:
        value = first(cell, "v")
        if cell.getAttribute("t") == "s" and value is not None:
            return self._shared[int(text_of(value))]
        return _joined(cell) if value is None else text_of(value)


def _joined(element: Element) -> str:
    return "".join(text_of(each) for each in texts(element))
