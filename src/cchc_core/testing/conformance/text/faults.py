"""What is wrong with the form of a file, by its media type, and where text from outside became more than text."""

from __future__ import annotations

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from cchc_core.testing.conformance.text.media import family_of
from cchc_core.testing.conformance.text.quoting import quoted
from cchc_core.testing.conformance.text.reading import decoded, table_rows
from cchc_core.testing.conformance.text.sheets import formulas_of

__all__ = ["faults_of", "took_effect"]

_VOID = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
        "circle",
        "ellipse",
        "line",
        "path",
        "polygon",
    ]
)
_MAY_STAY_OPEN = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "option",
        "colgroup",
        "html",
        "head",
        "body",
        "rect",
        "use",
    ]
)
_ALLOWED = "\t\n\r"
_FORMULA = ("=", "+", "-", "@")


def faults_of(content: bytes, media_type: str) -> list[str]:
    """Give what keeps a file from being one of its format; nothing for formats that are not known.

    >>> faults_of(b'{"a": 1, "a": NaN}', "application/json")
    ['NaN is no JSON', "the key 'a' stands twice in one object"]
    """
    try:
        return list(_FAULTS.get(family_of(media_type), _none)(content))
    except (ValueError, SyntaxError, csv.Error, zipfile.BadZipFile) as error:
        return [f"{type(error).__name__}: {error}"]


def took_effect(content: bytes, media_type: str, word: str) -> list[str]:
    """Give the places where a text, known by a word in it, became a formula or an element.

    Args:
        content: The file.
        media_type: Its media type.
        word: A word of the hostile text that is also the name of an element in it.
    """
    match family_of(media_type):
        case "sheet":
            return [f"formula {quoted('=' + each)}" for each in formulas_of(content) if word in each]
        case "table":
            cells = (cell for row in table_rows(content, media_type) for cell in row)
            return [f"cell {quoted(each)}" for each in cells if each.startswith(_FORMULA) and word in each]
        case "html":
            page = _Page()
            page.feed(decoded(content))
            return [f"element <{each}>" for each in page.names if each == word]
        case "xml":
            tags = (each.tag for each in ET.fromstring(content).iter())  # noqa: S314 - see reading
            return [f"element <{each}>" for each in tags if each == word]
        case "text":
            text = decoded(content)
            return [f"markup <{word}>"] if f"<{word}>" in text.replace(f"\\<{word}>", "") else []
    return []


def _none(_: bytes) -> Iterator[str]:
    return iter(())


def _json(content: bytes) -> Iterator[str]:
    seen: list[str] = []

    def paired(pairs: list[tuple[str, object]]) -> dict[str, object]:
        keys = [key for key, _ in pairs]
        seen.extend(f"the key {key!r} stands twice in one object" for key in dict.fromkeys(keys) if keys.count(key) > 1)
        return dict(pairs)

    json.loads(content, object_pairs_hook=paired, parse_constant=lambda text: seen.append(f"{text} is no JSON"))
    yield from seen


def _xml(content: bytes) -> Iterator[str]:
    ET.fromstring(content)  # noqa: S314 - see reading
    yield from ()


def _zip(content: bytes) -> Iterator[str]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = archive.namelist()
        yield from (f"the part {name} stands twice" for name in dict.fromkeys(names) if names.count(name) > 1)
        broken = archive.testzip()
        if broken is not None:
            yield f"the part {broken} is broken"
        for name in names:
            if name.endswith((".xml", ".rels", ".vml")):
                ET.fromstring(archive.read(name))  # noqa: S314 - see reading


def _table(content: bytes) -> Iterator[str]:
    yield from _text(content)
    table_rows(content, "")


def _text(content: bytes) -> Iterator[str]:
    text = decoded(content)
    controls = {each for each in text if (each < " " or "\x7f" <= each < "\xa0") and each not in _ALLOWED}
    yield from (f"the control character {each!r} stands in it" for each in sorted(controls))


class _Page(HTMLParser):
    """Follows the elements of a page, and notes those that are closed and were not open, or stay open."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.names: list[str] = []
        self.open: list[str] = []
        self.faults: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self.names.append(tag)
        if tag not in _VOID:
            self.open.append(tag)
        keys = [name for name, _ in attrs]
        self.faults += [f"<{tag}> has {key} twice" for key in dict.fromkeys(keys) if keys.count(key) > 1]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass an element that is closed at once."""
        self.handle_starttag(tag, attrs)
        if tag not in _VOID:
            self.open.pop()

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, and those within it whose end need not be written."""
        if tag in _VOID:
            return
        while self.open and self.open[-1] != tag and self.open[-1] in _MAY_STAY_OPEN:
            self.open.pop()
        if self.open and self.open[-1] == tag:
            self.open.pop()
        else:
            self.faults.append(f"</{tag}> closes nothing")


def _html(content: bytes) -> Iterator[str]:
    yield from _text(content)
    page = _Page()
    page.feed(decoded(content))
    page.close()
    yield from page.faults
    yield from (f"<{tag}> is never closed" for tag in page.open if tag not in _MAY_STAY_OPEN)


_FAULTS: dict[str, Callable[[bytes], Iterator[str]]] = {
    "json": _json,
    "html": _html,
    "xml": _xml,
    "table": _table,
    "sheet": _zip,
    "zip": _zip,
    "text": _text,
    "plain": _text,
    "escaped": _text,
}
