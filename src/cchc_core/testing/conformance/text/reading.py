"""Text of a file, as a reader sees it and with the marks around it, by its media type."""

from __future__ import annotations

import csv
import html
import io
import json
import re
import zipfile
from collections.abc import Callable, Iterator
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

from cchc_core.testing.conformance.text.media import family_of
from cchc_core.testing.conformance.text.sheets import marked_cells, shown_cells

__all__ = ["decoded", "is_known", "marked_text_of", "table_rows", "text_of"]

_HIDDEN = frozenset({"script", "style", "template"})
_QUOTED = re.compile(
    r"\\(?:x([0-9a-fA-F]{2})|u([0-9a-fA-F]{4})|U(00(?:0[0-9a-fA-F]|10)[0-9a-fA-F]{4})|[0abtnvfreNLP_\\]|\r?\n)"
)
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])|(&#?\w+;)", re.ASCII)


def is_known(media_type: str) -> bool:
    """Tell whether the text of such files can be read without help."""
    return family_of(media_type) != ""


def text_of(content: bytes, media_type: str) -> str:
    """Give what stands in a file, one piece a line where the format has pieces.

    Args:
        content: The file.
        media_type: Its media type.

    Raises:
        LookupError: If the kit cannot read such files.
        ValueError: If the file is broken.

    >>> text_of(b'{"x": [19024, "97.60"]}', "application/json").split()
    ['x', '19024', '97.60']
    """
    return _TEXTS[_family(media_type)](content)


def marked_text_of(content: bytes, media_type: str) -> str:
    """Give what stands in a file together with what marks it: markup, styles and comments. See `text_of`."""
    family = _family(media_type)
    marked = {"sheet": marked_cells, "table": decoded, "zip": _parts, "html": decoded, "xml": decoded}
    return marked.get(family, _TEXTS[family])(content)


def decoded(content: bytes) -> str:
    """Give a file of text."""
    return content.decode("utf-8-sig")


def table_rows(content: bytes, media_type: str) -> list[list[str]]:
    """Give the cells of a file of rows, whose delimiter is the one that its first line has most of."""
    text = decoded(content)
    first = text.partition("\n")[0]
    delimiter = "\t" if "tab-separated" in media_type else max(",;\t", key=first.count)
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True))


def _family(media_type: str) -> str:
    family = family_of(media_type)
    if not family:
        raise LookupError(f"the kit cannot read {media_type}; override extract() to give the text of such a file")
    return family


def _text_of_json(content: bytes) -> str:
    return "\n".join(_scalars(json.loads(content, parse_float=str, parse_int=str)))


def _scalars(tree: object) -> Iterator[str]:
    if isinstance(tree, dict):
        for key, value in tree.items():
            yield key
            yield from _scalars(value)
    elif isinstance(tree, list):
        for value in tree:
            yield from _scalars(value)
    elif tree is not None:
        yield str(tree)


class _Visible(HTMLParser):
    """Gathers what a page shows, and what it says of its pictures and titles."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element."""
        self._hidden += tag in _HIDDEN
        self.pieces += [value for name, value in attrs if name in {"alt", "title", "aria-label"} and value]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element."""
        self._hidden -= tag in _HIDDEN and self._hidden > 0

    def handle_data(self, data: str) -> None:
        """Take text that is shown."""
        if not self._hidden:
            self.pieces.append(data)


def _text_of_html(content: bytes) -> str:
    page = _Visible()
    page.feed(decoded(content))
    page.close()
    return "\n".join(page.pieces)


def _text_of_xml(content: bytes) -> str:
    return "\n".join(ET.fromstring(content).itertext())  # noqa: S314 - made here by what is checked


def _text_of_table(content: bytes) -> str:
    return "\n".join(cell for row in table_rows(content, "") for cell in row)


def _text_of_zip(content: bytes) -> str:
    """Give the text of the XML parts of a document; what an element holds is not parted from its neighbour."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if name.endswith(".xml")]
        return "\n".join(_paragraphs(ET.fromstring(archive.read(name))) for name in names)  # noqa: S314 - see above


def _paragraphs(root: ET.Element) -> str:
    paragraphs = [each for each in root.iter() if each.tag.endswith(("}p", "}h"))] or [root]
    return "\n".join("".join(each.itertext()) for each in paragraphs)


def _parts(content: bytes) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist() if name.endswith(".xml"))


def _text_of_text(content: bytes) -> str:
    """Give a text, Markdown among them, without the escapes that keep it from being markup."""
    return _ESCAPED.sub(lambda found: found[1] or html.unescape(found[2]), decoded(content))


def _text_of_escaped(content: bytes) -> str:
    r"""Give a text without the escapes that YAML and TOML have within quotation marks, such as \x07 and \u1ea3.

    >>> _text_of_escaped(b'\\u0110\\u1ea5t \\x07\\n \\U0001f600')
    'Đất    😀'
    """

    def character(found: re.Match[str]) -> str:
        code = int(found[1] or found[2] or found[3] or "20", 16)
        return chr(code) if chr(code).isprintable() else " "

    return _QUOTED.sub(character, decoded(content))


_TEXTS: dict[str, Callable[[bytes], str]] = {
    "json": _text_of_json,
    "html": _text_of_html,
    "xml": _text_of_xml,
    "table": _text_of_table,
    "sheet": shown_cells,
    "zip": _text_of_zip,
    "text": _text_of_text,
    "plain": _text_of_text,
    "escaped": _text_of_escaped,
}
