"""Which workbooks are read at all: none that runs, reaches outside or is larger inside than it looks.

What is read afterwards is a copy made of the parts that were looked at here, so that no other program can
find something else in the same file.
"""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Mapping, Sequence

from cchc_exporters.template.reading.package import Package, refuse, refuse_unreadable
from cchc_exporters.template.reading.sheet_xml import SheetXml

__all__ = ["Guarded"]

_LARGEST_PART = 32 * 2**20
_LARGEST_INDEX = 2**20
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")

_WORKBOOK, _RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_TYPES = "[content_types].xml"

_NAMES = (
    ("workbook_macros", re.compile(r"xl/(?:vba|macrosheets/|dialogsheets/)")),
    ("workbook_embedded", re.compile(r"xl/(?:embeddings/|activex/|ctrlprops/)")),
    ("workbook_external", re.compile(r"xl/(?:externallinks/|connections\.|querytables/|model/)")),
)
_KINDS = (
    ("workbook_macros", re.compile(r"macro|vba|dialogsheet|attachedtoolbars")),
    ("workbook_embedded", re.compile(r"oleobject|/package$|activex|/control$|ctrlprop|controlproperties")),
    ("workbook_external", re.compile(r"externallink|connections|querytable|/customdata|powerpivot")),
)
"""Parts that a workbook of figures has no need of, by their names, and by what the package says they are."""

_SUSPECTS = (
    b"&",
    b"external",
    b"macro",
    b"vba",
    b"dialog",
    b"attached",
    b"oleobj",
    b'/package"',
    b"activex",
    b"/control",
    b"ctrl",
    b"connections",
    b"querytable",
    b"customdata",
    b"powerpivot",
)
"""What is in any of them; an ampersand may write one so that it is not seen."""

_ATTRIBUTE = r"""\s+([\w.:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')"""
_ATTRIBUTES = re.compile(_ATTRIBUTE)
_ELEMENT = re.compile(
    rf"<(?:[\w.-]+:)?(Default|Override|Relationship|sheet|workbookPr)(?=[\s/])((?:{_ATTRIBUTE})*)\s*/?>"
)


class Guarded:
    """A workbook that was looked through; its parts are taken out as they are asked for.

    Args:
        content: The file.

    Raises:
        ReadError: If it is no workbook, or one that is not read.
    """

    def __init__(self, content: bytes) -> None:
        if content.startswith(_OLE):
            refuse("workbook_encrypted" if _ENCRYPTED_STREAM in content else "workbook_old")
        self._package = Package(content)
        self._shared: dict[str, bytes] = {}
        _refuse_by_name(self._package)
        _refuse_by_kind(self._package)
        elements = _elements(self._package, _WORKBOOK)
        self._relations = {each.get("Id", ""): each for _, each in _elements(self._package, _RELATIONS)}
        self._sheets = self._listed([each for name, each in elements if name == "sheet"])
        settings = (each for name, each in elements if name == "workbookPr")
        self.from_1904 = any(each.get("date1904") in {"1", "true"} for each in settings)

    @property
    def names(self) -> tuple[str, ...]:
        """Names of its sheets, in order."""
        return tuple(self._sheets)

    def sheet(self, name: str) -> SheetXml:
        """Give a sheet taken apart, all of whose cells lie near.

        Raises:
            ReadError: If it is damaged or too large, or if a cell lies far away.
        """
        return SheetXml(name, self._package.part(self._sheets[name], _LARGEST_PART))

    def shared(self, kind: str) -> bytes:
        """Give a part that all sheets share as XML: ``sharedStrings`` or ``styles``; nothing if there is none."""
        if kind not in self._shared:
            found = [each for each in self._relations.values() if each.get("Type", "").endswith(f"/{kind}")]
            self._shared[kind] = _text(self._package, _path_of(found[0])) if found else b""
        return self._shared[kind]

    def _listed(self, elements: Sequence[Mapping[str, str]]) -> dict[str, str]:
        """Give the part of each sheet by its name."""
        sheets: dict[str, str] = {}
        for sheet in elements:
            name, link = sheet.get("name", ""), self._relations.get(sheet.get("id", ""), {})
            if name in sheets or not link:
                refuse("workbook_damaged", part=_WORKBOOK)
            if link.get("Type", "").endswith("/worksheet"):
                sheets[name] = _path_of(link)
        return sheets


def _refuse_by_name(package: Package) -> None:
    """Refuse what is no workbook, and parts that run, are embedded or reach outside, by their names."""
    if _WORKBOOK not in package.names:
        refuse("workbook_old" if "xl/workbook.bin" in package.names else "not_workbook")
    for kind, form in _NAMES:
        for name in package.names:
            if form.match(name):
                refuse(kind, part=name)


def _refuse_by_kind(package: Package) -> None:
    """Refuse the same where the parts go under other names.

    The texts are searched as a whole first: in nearly every workbook there is nothing to find.
    """
    indexes = [_TYPES, *(name for name in package.names if name.endswith(".rels"))]
    text = b"".join([_text(package, name, _LARGEST_INDEX) for name in indexes]).lower()
    if not any(word in text for word in _SUSPECTS):
        return
    kinds: list[str] = []
    for name in indexes:
        for _, each in _elements(package, name):
            kinds += (each.get("ContentType", ""), each.get("Type", ""))
            if each.get("TargetMode") == "External" and not each.get("Type", "").endswith("/hyperlink"):
                refuse("workbook_external", part=each.get("Target", ""))
    for kind, form in _KINDS:
        for told in kinds:
            if form.search(told.lower()):
                refuse(kind, part=told.rpartition("/")[2])


def _path_of(relation: Mapping[str, str]) -> str:
    """Give the name of the part that a relation of the workbook leads to."""
    return posixpath.normpath(posixpath.join("/xl", relation.get("Target", ""))).lstrip("/")


def _elements(package: Package, name: str) -> list[tuple[str, dict[str, str]]]:
    """Give the elements of a small part with their attributes, both without the prefixes of their names."""
    text = _text(package, name, _LARGEST_INDEX).decode("utf-8", "replace")
    return [
        (
            found[1],
            {
                key.rpartition(":")[2]: html.unescape(first or second)
                for key, first, second in _ATTRIBUTES.findall(found[2])
            },
        )
        for found in _ELEMENT.finditer(text)
    ]


def _text(package: Package, name: str, largest: int = _LARGEST_PART) -> bytes:
    """Take out a part of XML in UTF-8 that declares no entities."""
    xml = package.part(name, largest)
    refuse_unreadable(name, xml)
    return xml
