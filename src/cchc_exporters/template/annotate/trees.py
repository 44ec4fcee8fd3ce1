"""Trees of XML that keep what nobody changes: prefixes, order, blanks, characters that only a reference can hold."""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.dom.minidom import Document, Element, Node

__all__ = [
    "add",
    "children",
    "created",
    "escaped",
    "first",
    "grafted",
    "held",
    "put_text",
    "quoted",
    "serialised",
    "text_of",
    "texts",
    "written",
]

_SPECIAL = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\r": "&#13;"}
_QUOTED = _SPECIAL | {'"': "&quot;", "\n": "&#10;", "\t": "&#9;"}
_IN_TEXT, _IN_ATTRIBUTE = re.compile("[&<>\r]"), re.compile('[&<>"\r\n\t]')
_NOT_HELD = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]")
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


def children(parent: Element, name: str) -> Iterator[Element]:
    """Give the children of a name, whatever their prefix."""
    return (each for each in parent.childNodes if isinstance(each, Element) and each.localName == name)


def first(parent: Element, name: str) -> Element | None:
    """Give the first child of a name."""
    return next(children(parent, name), None)


def created(parent: Element, name: str, /, **attributes: object) -> Element:
    """Make an element as the parent's others are, not yet in its place."""
    document = parent.ownerDocument
    assert document is not None  # noqa: S101 - elements come from documents
    prefix = f"{parent.prefix}:" if parent.prefix else ""
    made: Element = document.createElementNS(parent.namespaceURI, prefix + name)
    for key, value in attributes.items():
        made.setAttribute(key, str(value))
    return made


def add(parent: Element, name: str, /, **attributes: object) -> Element:
    """Add a child at the end."""
    made = created(parent, name, **attributes)
    parent.appendChild(made)
    return made


def texts(parent: Element) -> Iterator[Element]:
    """Give every ``t`` below, of which a text is made; how it is pronounced is none of it."""
    for each in parent.childNodes:
        if isinstance(each, Element) and each.localName != "rPh":
            if each.localName == "t":
                yield each
            else:
                yield from texts(each)


def text_of(element: Element) -> str:
    """Give the characters of an element."""
    return "".join(
        str(each.nodeValue) for each in element.childNodes if each.nodeType in {Node.TEXT_NODE, Node.CDATA_SECTION_NODE}
    )


def put_text(element: Element, text: str) -> None:
    """Put characters into an element in place of those it has; blanks at the ends count."""
    for each in list(element.childNodes):
        element.removeChild(each)
    document = element.ownerDocument
    assert document is not None  # noqa: S101 - elements come from documents
    element.appendChild(document.createTextNode(text))
    if text != text.strip():
        element.setAttribute("xml:space", "preserve")


def held(text: str) -> str:
    """Give a text as a workbook holds it, without what it cannot hold.

    >>> held("a _x0041_")
    'a _x005F_x0041_'
    """
    return _LOOKS_ESCAPED.sub("_x005F_", _NOT_HELD.sub("", text))


def escaped(text: str) -> str:
    """Write a text between tags."""
    return _IN_TEXT.sub(_reference, held(text))


def quoted(text: str) -> str:
    """Write a text as an attribute, in its quotes."""
    return f'"{_IN_ATTRIBUTE.sub(_reference, held(text))}"'


def grafted(parent: Element, model: Element) -> Element:
    """Make an element, and all below it, as another is, with the parent's prefix; not yet in its place."""
    made = created(parent, str(model.localName))
    for name, value in model.attributes.items():
        if not name.startswith("xmlns"):
            made.setAttribute(name, value)
    for each in model.childNodes:
        if isinstance(each, Element):
            made.appendChild(grafted(parent, each))
    return made


def written(element: Element) -> str:
    """Write an element, and all below it, without prefixes."""
    attributes = "".join(
        f' {name}="{_IN_ATTRIBUTE.sub(_reference, value)}"'
        for name, value in sorted(element.attributes.items())
        if not name.startswith("xmlns")
    )
    inner = "".join(written(each) for each in element.childNodes if isinstance(each, Element))
    return f"<{element.localName}{attributes}>{inner}</{element.localName}>"


def serialised(document: Document, *, declared: bool = True) -> bytes:
    """Write a document, which says first that it is one unless told otherwise."""
    pieces = ['<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'] if declared else []
    for node in document.childNodes:
        _write(node, pieces)
    return "".join(pieces).encode()


def _write(node: Node, pieces: list[str]) -> None:
    if isinstance(node, Element):
        pieces.append(f"<{node.tagName}")
        for name, value in node.attributes.items():
            pieces.append(f' {name}="{_IN_ATTRIBUTE.sub(_reference, value)}"')
        if node.childNodes:
            pieces.append(">")
            for child in node.childNodes:
                _write(child, pieces)
            pieces.append(f"</{node.tagName}>")
        else:
            pieces.append("/>")
    elif node.nodeType in {Node.TEXT_NODE, Node.CDATA_SECTION_NODE}:
        pieces.append(_IN_TEXT.sub(_reference, str(node.nodeValue)))


def _reference(match: re.Match[str]) -> str:
    return _QUOTED[match[0]]
