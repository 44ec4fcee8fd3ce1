"""The document as bytes, the same for the same document: no clock, no order but that of the parts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.package import OpcPackage

from cchc_docx.markup import attribute, safe

__all__ = ["entitle", "packed"]

_MOST = 255
"""The longest property that Word takes."""

_EARLIEST = date(1980, 1, 1)
_NEEDED = (
    RELATIONSHIP_TYPE.OFFICE_DOCUMENT,
    RELATIONSHIP_TYPE.CORE_PROPERTIES,
    RELATIONSHIP_TYPE.STYLES,
    RELATIONSHIP_TYPE.SETTINGS,
    RELATIONSHIP_TYPE.THEME,
    RELATIONSHIP_TYPE.FONT_TABLE,
    RELATIONSHIP_TYPE.HEADER,
    RELATIONSHIP_TYPE.COMMENTS,
)
"""What the document has; its template brings more."""


def entitle(document: Document, title: str, author: str, day: date) -> None:
    """Set the properties of the document, all of them.

    Args:
        document: The document.
        title: Its title.
        author: Who reports.
        day: The day on which it counts as made; it has nothing to do with a clock.
    """
    properties = document.core_properties
    properties.title = safe(title)[:_MOST]
    properties.author = safe(author)[:_MOST]
    properties.subject = properties.keywords = properties.comments = properties.category = ""
    properties.last_modified_by = ""
    properties.language = "vi-VN"
    properties.revision = 1
    made = datetime.combine(max(day, _EARLIEST), datetime.min.time(), tzinfo=UTC)
    properties.created = properties.modified = made


def packed(document: Document) -> bytes:
    """Write the package; python-docx itself would date its parts by the clock."""
    package = document.part.package
    assert package is not None  # noqa: S101 - only a part on its own has none
    for rels in (package.rels, document.part.rels):
        for key in [key for key, rel in rels.items() if rel.reltype not in _NEEDED]:
            del rels[key]
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        for name, blob in _members(package):
            entry = ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            entry.compress_type = ZIP_DEFLATED
            archive.writestr(entry, blob)
    return content.getvalue()


def _members(package: OpcPackage) -> Iterator[tuple[str, str | bytes]]:
    parts = package.parts
    types = "".join(
        f"<Override PartName={attribute(part.partname)} ContentType={attribute(part.content_type)}/>" for part in parts
    )
    yield (
        "[Content_Types].xml",
        (
            '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f"{types}</Types>"
        ).encode(),
    )
    yield "_rels/.rels", package.rels.xml
    for part in parts:
        yield part.partname.membername, part.blob
        if part.rels:
            yield part.partname.rels_uri.lstrip("/"), part.rels.xml
