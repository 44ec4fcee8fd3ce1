"""Cells of a workbook as Excel shows them, with their formats; read with nothing but a ZIP and an XML parser."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cached_property
from posixpath import join, normpath
from xml.etree import ElementTree as ET

__all__ = ["formulas_of", "marked_cells", "shown_cells", "shown_number"]

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_BUILT_IN = {"1": "0", "2": "0.00", "3": "#,##0", "4": "#,##0.00", "9": "0%", "10": "0.00%"}
_LITERAL = re.compile(r'"([^"]*)"|\\(.)')


def shown_cells(content: bytes) -> str:
    """Give every cell that is not empty, and every comment, one a line."""
    book = _Book(content)
    return "\n".join(text for text, _ in book.cells())


def marked_cells(content: bytes) -> str:
    """Give every cell with its fill, font and border, and with the comment at it, one a line."""
    book = _Book(content)
    return "\n".join(f"{text} {mark}" for text, mark in book.cells())


def formulas_of(content: bytes) -> list[str]:
    """Give every formula of the sheets."""
    return [each.text or "" for sheet in _Book(content).sheets.values() for each in sheet.iter(f"{_MAIN}f")]


def shown_number(value: str, code: str) -> str:
    """Show a number as a format of cells does.

    >>> shown_number("97.6", "0.00"), shown_number("200", '"trên "#,##0'), shown_number("0.5", "0%")
    ('97.60', 'trên 200', '50%')
    """
    first = re.split(r';(?=(?:[^"]*"[^"]*")*[^"]*$)', code)[0]
    literals = [found[1] or found[2] for found in _LITERAL.finditer(first)]
    bare = _LITERAL.sub("", first)
    if "0" not in bare and "#" not in bare:
        return value
    number = Decimal(value) * (100 if "%" in bare else 1)
    decimals = len(re.split(r"[^0#?]", bare.partition(".")[2])[0]) if "." in bare else 0
    text = f"{number:.{decimals}f}{'%' if '%' in bare else ''}"
    before = first[:1] in {'"', "\\"}
    return "".join((*literals, text) if before else (text, *literals))


class _Book:
    """A workbook's parts, parsed when they are asked for."""

    def __init__(self, content: bytes) -> None:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            self._parts = {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def sheets(self) -> Mapping[str, ET.Element]:
        """The sheets by the names of their parts."""
        names = sorted(name for name in self._parts if re.fullmatch(r"xl/worksheets/[^/]+\.xml", name))
        return {name: self._tree(name) for name in names}

    def cells(self) -> Iterator[tuple[str, str]]:
        """Give what each cell shows, and what it looks like."""
        for name, sheet in self.sheets.items():
            comments = self._comments(name)
            for cell in sheet.iter(f"{_MAIN}c"):
                text, told = self._shown(cell), comments.get(cell.get("r", ""), "")
                if text or told:
                    yield f"{text} {told}".strip(), _at(self._looks, cell)

    def _tree(self, name: str) -> ET.Element:
        return ET.fromstring(self._parts[name])  # noqa: S314 - made here by what is checked

    def _shown(self, cell: ET.Element) -> str:
        value, kind = cell.findtext(f"{_MAIN}v") or "", cell.get("t", "n")
        if kind == "s":
            return self._strings[int(value)]
        if kind == "inlineStr":
            return "".join(cell.itertext())
        if kind == "n" and value:
            return shown_number(value, _at(self._codes, cell))
        return value

    @cached_property
    def _strings(self) -> list[str]:
        return ["".join(each.itertext()) for each in self._tree("xl/sharedStrings.xml").iter(f"{_MAIN}si")]

    @cached_property
    def _styles(self) -> ET.Element:
        return self._tree("xl/styles.xml") if "xl/styles.xml" in self._parts else ET.Element("none")

    @cached_property
    def _formats(self) -> list[ET.Element]:
        return self._styles.findall(f"{_MAIN}cellXfs/{_MAIN}xf")

    @cached_property
    def _codes(self) -> list[str]:
        """The number format of each style."""
        own = {each.get("numFmtId", ""): each.get("formatCode", "") for each in self._styles.iter(f"{_MAIN}numFmt")}
        return [(_BUILT_IN | own).get(each.get("numFmtId", "0"), "") for each in self._formats]

    @cached_property
    def _looks(self) -> list[str]:
        """Fill, font and border of each style as XML, whatever numbers the file has for them."""
        looks = [""] * len(self._formats)
        for group, key in (("fills", "fillId"), ("fonts", "fontId"), ("borders", "borderId")):
            found = self._styles.find(f"{_MAIN}{group}")
            listed = [] if found is None else [ET.tostring(each, encoding="unicode").strip() for each in found]
            for style, each in enumerate(self._formats):
                number = int(each.get(key, "0"))
                looks[style] += listed[number] if number < len(listed) else ""
        return looks

    def _comments(self, sheet: str) -> dict[str, str]:
        """Give the comments of a sheet by cell."""
        folder, name = sheet.rsplit("/", 1)
        links = f"{folder}/_rels/{name}.rels"
        found: dict[str, str] = {}
        for link in self._tree(links) if links in self._parts else ():
            target = normpath(join(folder, link.get("Target", ""))).lstrip("/")
            if link.get("Type", "").endswith("/comments") and target in self._parts:
                for each in self._tree(target).iter(f"{_MAIN}comment"):
                    found[each.get("ref", "")] = " ".join("".join(each.itertext()).split())
        return found


def _at(styles: Sequence[str], cell: ET.Element) -> str:
    """Give what the style of a cell says; nothing for a style that is not there."""
    number = int(cell.get("s", "0"))
    return styles[number] if number < len(styles) else ""
