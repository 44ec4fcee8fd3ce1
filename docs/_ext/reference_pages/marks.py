"""Plain facts as Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

__all__ = ["code", "rst", "table", "text"]

_SPECIAL = re.compile(r"[\\`*_<\[\]|]")


def text(value: object) -> str:
    """Write text so that no character of it is taken for a mark."""
    return _SPECIAL.sub(r"\\\g<0>", str(value))


def code(value: object) -> str:
    """Write a name in code letters, and nothing for an empty one."""
    return f"`{value}`" if str(value) else ""


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Write a table; nothing if it has no rows."""
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    if lines:
        yield ""
        yield "| " + " | ".join(head) + " |"
        yield "|" + " --- |" * len(head)
        yield from lines
        yield ""


def rst(*lines: str) -> Iterator[str]:
    """Write a block of reStructuredText, the language of autodoc."""
    yield from ("", "```{eval-rst}", *lines, "```", "")
