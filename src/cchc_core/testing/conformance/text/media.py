"""Which family of formats a media type belongs to."""

from __future__ import annotations

__all__ = ["SUFFIXES", "family_of"]

_OOXML = "application/vnd.openxmlformats-officedocument."
_ODF = "application/vnd.oasis.opendocument."

_YAML = ("application/yaml", "application/x-yaml", "text/yaml", "text/x-yaml")

SUFFIXES: dict[str, tuple[str, ...]] = {
    ".adoc": ("text/asciidoc",),
    ".csv": ("text/csv",),
    ".docx": (f"{_OOXML}wordprocessingml.document",),
    ".htm": ("text/html",),
    ".html": ("text/html",),
    ".json": ("application/json",),
    ".md": ("text/markdown",),
    ".ods": (f"{_ODF}spreadsheet",),
    ".odt": (f"{_ODF}text",),
    ".pdf": ("application/pdf",),
    ".pptx": (f"{_OOXML}presentationml.presentation",),
    ".svg": ("image/svg+xml",),
    ".toml": ("application/toml",),
    ".tsv": ("text/tab-separated-values",),
    ".txt": ("text/plain",),
    ".xlsx": (f"{_OOXML}spreadsheetml.sheet",),
    ".xml": ("application/xml", "text/xml"),
    ".yaml": _YAML,
    ".yml": _YAML,
    ".zip": ("application/zip",),
}
"""Media types of well-known suffixes; a suffix that is not here may be of any."""

_FAMILIES = {
    "application/json": "json",
    "application/toml": "escaped",
    "application/xhtml+xml": "html",
    "application/xml": "xml",
    "application/zip": "zip",
    "text/asciidoc": "plain",
    "text/csv": "table",
    "text/html": "html",
    "text/plain": "plain",
    "text/tab-separated-values": "table",
    "text/xml": "xml",
    f"{_OOXML}spreadsheetml.sheet": "sheet",
    **dict.fromkeys(_YAML, "escaped"),
}


def family_of(media_type: str) -> str:
    """Give the family; it is empty for a format that the kit cannot read.

    The families are ``json``, ``html``, ``xml``, ``table``, ``sheet``, ``zip``; ``text``, in which elements of HTML
    may take effect; ``plain``, in which they do not; ``escaped``, text of which pieces stand in quotation marks.

    >>> family_of("text/csv; charset=utf-8"), family_of("application/problem+json"), family_of("application/pdf")
    ('table', 'json', '')
    """
    name = media_type.partition(";")[0].strip().lower()
    if name in _FAMILIES:
        return _FAMILIES[name]
    endings = (("+json", "json"), ("+xml", "xml"), ("+yaml", "escaped"), ("+zip", "zip"))
    found = (family for end, family in endings if name.endswith(end))
    begun = (family for start, family in ((_OOXML, "zip"), (_ODF, "zip"), ("text/", "text")) if name.startswith(start))
    return next(found, next(begun, ""))
