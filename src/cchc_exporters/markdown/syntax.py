"""Markdown syntax: the one place where text is made safe, and where tables and lists are written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from cchc_core.prose import one_line

__all__ = ["bullets", "escape", "heading", "table"]

_ACTIVE = re.compile(r"[\\`*_\[\]{}<#|~$^]|&(?=#?\w+;)")
_BLOCK_START = re.compile(r"^(\d+(?=[.)](?:\s|$))|)([-+=>.)])")


def escape(text: str) -> str:
    r"""Make text stand for itself wherever it is put: on one line, in NFC, no character of it markup.

    Characters are escaped after normalising, since some normalise into markup; control characters
    become spaces, and marks that turn the reading direction are left out.

    >>> escape("# <b>A|B</b>")
    '\\# \\<b>A\\|B\\</b>'
    >>> escape("- một\n2. hai"), escape("1. Đất đai"), escape("01-NQ/TU & 39.5")
    ('\\- một 2. hai', '1\\. Đất đai', '01-NQ/TU & 39.5')
    """
    return _BLOCK_START.sub(r"\1\\\2", _ACTIVE.sub(r"\\\g<0>", one_line(text)))


def heading(depth: int, text: str) -> str:
    """Write a heading of escaped text, at a depth of at most six: beyond that Markdown has none."""
    return f"{'#' * min(depth, 6)} {text}"


def bullets(items: Iterable[str]) -> str:
    """Write a list of escaped items."""
    return "\n".join(f"- {item}" for item in items)


def table(header: Sequence[str], rows: Iterable[Sequence[str]], align: str) -> str:
    """Write a table of escaped cells.

    Args:
        header: Cells of the head.
        rows: Rows of as many cells.
        align: A letter a column: ``l``, ``c`` or ``r``.

    >>> print(table(["Chỉ tiêu", "Kết quả"], [["Hồ sơ", "2"]], "lr"))
    | Chỉ tiêu | Kết quả |
    | :--- | ---: |
    | Hồ sơ | 2 |
    """
    rule = [{"l": ":---", "c": ":---:", "r": "---:"}[letter] for letter in align]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in (header, rule, *rows))
