"""Where the command writes: standard output and error, with colour and tables only on a terminal."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Sequence
from typing import Any, TextIO

__all__ = ["as_json", "complain", "print_json", "print_lines", "print_table", "print_text", "use_utf8"]


def use_utf8() -> None:
    """Make the standard streams write Vietnamese whatever the locale says."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")


def print_lines(lines: Iterable[tuple[str, str]]) -> None:
    """Print lines; on a terminal each in its style, wrapped between words and under its own indentation."""
    if not sys.stdout.isatty():
        for _, text in lines:
            print(text)  # noqa: T201 - this is what the command is for
        return
    from rich.padding import Padding  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text  # noqa: PLC0415

    console = _console(sys.stdout)
    for style, text in lines:
        words = text.lstrip()
        padded = Padding(Text(words, style=style), (0, 0, 0, len(text) - len(words)), expand=False)
        console.print(padded if words else "")


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows as a table on a terminal, elsewhere as fields parted by tabs, without heads."""
    if not sys.stdout.isatty():
        for row in rows:
            print("\t".join(row))  # noqa: T201
        return
    from rich.table import Table  # noqa: PLC0415 - only a terminal needs it
    from rich.text import Text  # noqa: PLC0415

    table = Table(*heads, box=None, pad_edge=False)
    for row in rows:
        table.add_row(*map(Text, row))
    _console(sys.stdout).print(table)


def print_json(value: Any) -> None:
    """Print one JSON value."""
    print_text(f"{as_json(value)}\n")


def print_text(text: str) -> None:
    """Print text as it is, a terminal or none."""
    print(text, end="")  # noqa: T201


def as_json(value: Any) -> str:
    """Write one JSON value."""
    return json.dumps(value, ensure_ascii=False, indent=2)


def complain(text: str, style: str = "bold red") -> None:
    """Print to standard error."""
    if sys.stderr.isatty():
        _console(sys.stderr).print(text, style=style, markup=False, highlight=False, soft_wrap=True)
    else:
        print(text, file=sys.stderr)  # noqa: T201


def _console(stream: TextIO) -> Any:
    from rich.console import Console  # noqa: PLC0415 - only a terminal needs it

    return Console(file=stream)
