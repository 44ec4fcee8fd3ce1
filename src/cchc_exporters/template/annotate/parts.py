"""A workbook whose parts are changed where they must be, and are otherwise given back byte by byte."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from io import BytesIO
from xml.dom.minidom import Document, Element, parseString
from xml.parsers.expat import ExpatError
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from cchc_exporters.template.annotate.trees import add, children, serialised
from cchc_exporters.template.reading.package import LARGEST_TOTAL, Package, refuse

__all__ = ["RELATIONS", "Parts"]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "[Content_Types].xml"
_DOCTYPE = re.compile(r"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_MOST_NODES = 500_000
"""The most elements and attributes that all changed parts may have; a sheet of 2,000 rows and 40 columns has 410,000."""

_EPOCH = (1980, 1, 1, 0, 0, 0)


class Parts:
    """The parts of a workbook by name.

    Args:
        content: The file.

    Raises:
        ReadError: If it is no zip, or holds more than a workbook may.
    """

    def __init__(self, content: bytes) -> None:
        package = Package(content)
        with ZipFile(BytesIO(content)) as archive:
            names = [name.replace("\\", "/").lstrip("/") for name in archive.namelist() if not name.endswith("/")]
        self._parts = {name: package.part(name, LARGEST_TOTAL) for name in names}
        self._names = {name.lower(): name for name in names}
        self._trees: dict[str, Document] = {}
        self._left = _MOST_NODES

    def tree(self, name: str) -> Element:
        """Give the root of a part; what is changed in it is written.

        Raises:
            ReadError: If it is not there, or no XML that may be read.
        """
        known = self._names.get(name.lower())
        if known is None:
            refuse("workbook_damaged", part=name)
        if known not in self._trees:
            part = self._parts[known]
            self._left -= part.count(b"<") - part.count(b"</") + part.count(b"=")
            if self._left < 0:
                refuse("workbook_damaged", part=known)
            self._trees[known] = _parsed(known, part)
        root = self._trees[known].documentElement
        assert root is not None  # noqa: S101 - every document that was parsed has one
        return root

    def raw(self, name: str) -> bytes:
        """Give a part as it came."""
        return self._parts[self._names[name.lower()]]

    def put(self, name: str, xml: str, kind: str = "") -> None:
        """Write a part anew, and say of which kind it is if it was not there."""
        known = self._names.setdefault(name.lower(), name)
        self._trees.pop(known, None)
        self._parts[known] = xml.encode()
        if kind and not any(each.getAttribute("PartName").lower() == f"/{name.lower()}" for each in self._overrides()):
            add(self.tree(_TYPES), "Override", PartName=f"/{name}", ContentType=kind)

    def remove(self, name: str) -> None:
        """Take a part out."""
        known = self._names.pop(name.lower())
        self._trees.pop(known, None)
        del self._parts[known]
        for each in list(self._overrides()):
            if each.getAttribute("PartName").lower() == f"/{name.lower()}":
                self.tree(_TYPES).removeChild(each)

    def free_name(self, pattern: str) -> str:
        """Give the first name of a pattern such as ``xl/comments{}.xml`` that is not taken."""
        number = 1
        while pattern.format(number).lower() in self._names:
            number += 1
        return pattern.format(number)

    def declare_suffix(self, suffix: str, kind: str) -> None:
        """Say of which kind all parts with a suffix are."""
        types = self.tree(_TYPES)
        if not any(each.getAttribute("Extension").lower() == suffix for each in children(types, "Default")):
            made = add(types, "Default", Extension=suffix, ContentType=kind)
            types.insertBefore(made, types.firstChild)

    def related(self, part: str, kind: str) -> dict[str, str]:
        """Give the parts that a part leads to by relations of a kind, by the id of the relation."""
        return {
            each.getAttribute("Id"): _resolved(part, each.getAttribute("Target"))
            for each in self._relations(part)
            if each.getAttribute("Type").rpartition("/")[2] == kind and each.getAttribute("TargetMode") != "External"
        }

    def relate(self, part: str, kind: str, target: str) -> str:
        """Add a relation from a part to another, and give its id."""
        name = _relations_of(part)
        if name.lower() not in self._names:
            self.put(name, f'<Relationships xmlns="{_PACKAGE}"></Relationships>')
        taken = {each.getAttribute("Id") for each in self._relations(part)}
        number = next(number for number in range(1, len(taken) + 2) if f"rId{number}" not in taken)
        relative = posixpath.relpath(f"/{target}", posixpath.dirname(f"/{part}"))
        add(self.tree(name), "Relationship", Id=f"rId{number}", Type=f"{RELATIONS}/{kind}", Target=relative)
        return f"rId{number}"

    def unrelate(self, part: str, link: str) -> None:
        """Take a relation out."""
        for each in list(self._relations(part)):
            if each.getAttribute("Id") == link:
                self.tree(_relations_of(part)).removeChild(each)
        if next(self._relations(part), None) is None:
            self.remove(_relations_of(part))

    def content(self) -> bytes:
        """Write the workbook; the same parts always give the same bytes."""
        stream = BytesIO()
        with ZipFile(stream, "w", ZIP_DEFLATED) as archive:
            for name, part in self._parts.items():
                tree = self._trees.get(name)
                entry = ZipInfo(name, _EPOCH)
                entry.compress_type = ZIP_DEFLATED
                declared = not name.lower().endswith(".vml")
                try:
                    archive.writestr(entry, part if tree is None else serialised(tree, declared=declared))
                except RecursionError:  # its elements lie deeper in one another than those of any workbook
                    refuse("workbook_damaged", part=name)
        return stream.getvalue()

    def _relations(self, part: str) -> Iterator[Element]:
        name = _relations_of(part)
        return children(self.tree(name), "Relationship") if name.lower() in self._names else iter(())

    def _overrides(self) -> Iterator[Element]:
        return children(self.tree(_TYPES), "Override")


def _parsed(name: str, xml: bytes) -> Document:
    """Read a part as XML in UTF-8 that declares no entities."""
    try:
        text = xml.decode("utf-8-sig")
    except UnicodeDecodeError:
        refuse("workbook_encoding", part=name)
    if _DOCTYPE.search(text):
        refuse("workbook_entities", part=name)
    try:
        return parseString(text)  # noqa: S318 - nothing in it can grow, see above
    except ExpatError:
        refuse("workbook_damaged", part=name)


def _relations_of(part: str) -> str:
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _resolved(part: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(part), target)).lstrip("/")
