"""Records and tables as HTML, for notebooks; and the pieces of HTML that other results are shown with there.

Only what is reported is shown. Whatever a report says is escaped, and the same record gives the same text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from enum import Enum
from html import escape
from typing import Any

import attrs

from cchc_core.forms.figures import Figure, FigureValue, OpenBound
from cchc_core.forms.record import Record, form_of
from cchc_core.forms.tables import AgencyTable, FieldTable, LevelTable, Row
from cchc_core.numbers import printed
from cchc_core.words import say

__all__ = ["html_list", "html_table", "html_text", "record_html", "table_html"]

Table = LevelTable[Any] | FieldTable[Any] | AgencyTable[Any]
"""A table of any kind."""

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 120
_RIGHT = ' style="text-align:right"'


def html_text(value: object) -> str:
    """Write a value as text of an HTML page, in NFC; what no page can hold is shown as a replacement character.

    >>> html_text("a < b & c")
    'a &lt; b &amp; c'
    """
    return escape(unicodedata.normalize("NFC", _CONTROL.sub("\ufffd", str(value))))


def html_table(heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers_from: int | None = None) -> str:
    """Write a table of plain text, whose columns from ``numbers_from`` on are set to the right.

    >>> html_table(["a"], [["<b>"]])
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td>&lt;b&gt;</td></tr></tbody></table>'
    """
    first = len(heads) if numbers_from is None else numbers_from
    head = "".join(f'<th scope="col">{html_text(each)}</th>' for each in heads)
    body = "".join(
        "<tr>"
        + "".join(f"<td{_RIGHT if at >= first else ''}>{html_text(each)}</td>" for at, each in enumerate(row))
        + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def html_list(entries: Iterable[str]) -> str:
    """Write a list of plain text."""
    return "<ul>" + "".join(f"<li>{html_text(each)}</li>" for each in entries) + "</ul>"


def record_html(record: Record) -> str:
    """Write a record: its title, its figures with label and unit, its parts and tables folded."""
    form = form_of(record)
    inner = "".join(_pieces(record)) or _blank()
    return f"<div><p><strong>{html_text(form.title)}</strong></p>{inner}</div>"


def table_html(table: Table) -> str:
    """Write a table: a line for each figure that some row reports, and a column for each row."""
    rows: list[Row[Any]] = list(table.rows())
    figures = _reported([row.record for row in rows])
    if not figures:
        return _blank()
    heads = [say("notebook.figure"), say("notebook.unit"), *(row.label for row in rows)]
    lines = (
        [figure.label, figure.unit, *(_number(getattr(row.record, figure.name)) for row in rows)] for figure in figures
    )
    return html_table(heads, lines, numbers_from=2)


def _pieces(record: Record) -> Iterator[str]:
    """Write the facts, the figures, and each part, table and annex that reports something."""
    form = form_of(record)
    others = {
        name: value for name, value in vars(record).items() if name not in form.figures and name not in form.nested
    }
    annexes = [each for value in others.values() for each in _records(value)]
    facts = [(name, _shortened(value)) for name, value in others.items() if not _records(value)]
    facts = [(name, text) for name, text in facts if text]
    if facts:
        yield html_table([say("notebook.fact"), say("notebook.value")], facts)
    figures = _reported([record])
    if figures:
        heads = [say("notebook.figure"), say("notebook.unit"), say("notebook.value")]
        lines = ([each.label, each.unit, _number(getattr(record, each.name))] for each in figures)
        yield html_table(heads, lines, numbers_from=2)
    for name, nested in form.nested.items():
        value = getattr(record, name)
        if not nested.is_table:
            yield _folded(form_of(value).title, "".join(_pieces(value)))
        elif any(True for _ in value.rows()):
            yield _folded(nested.label, table_html(value))
    for each in annexes:
        yield _folded(form_of(each).title, "".join(_pieces(each)))


def _folded(title: str, inner: str) -> str:
    return f"<details><summary>{html_text(title)}</summary>{inner}</details>" if inner else ""


def _records(value: object) -> list[Record]:
    """Give the records of a list of records."""
    return [each for each in value if isinstance(each, Record)] if isinstance(value, tuple) else []


def _reported(records: Sequence[Record]) -> list[Figure[Any]]:
    """Give the figures that some record reports, in the order of the form."""
    figures = form_of(records[0]).figures.values() if records else ()
    return [figure for figure in figures if any(getattr(each, figure.name) is not None for each in records)]


def _number(value: FigureValue | None) -> str:
    """Print a figure as a report does; a blank stays blank."""
    if value is None:
        return ""
    return f"{value.word.label} {printed(value.value)}".lstrip() if isinstance(value, OpenBound) else printed(value)


def _shortened(value: object) -> str:
    """Show what is no figure: how many entries a list has, else the beginning of what it says."""
    if isinstance(value, tuple):
        return say("notebook.entries", count=len(value)) if value else ""
    text = "; ".join(_said(value))
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _said(value: object) -> Iterator[str]:
    """Give the texts, numbers and days that a fact says."""
    cls = type(value)
    if attrs.has(cls):
        for name in attrs.fields_dict(cls):
            yield from _said(getattr(value, name))
    elif isinstance(value, tuple):
        yield from (text for each in value for text in _said(each))
    elif value not in (None, ""):
        yield str(value.value if isinstance(value, Enum) else value)


def _blank() -> str:
    return f"<p><em>{html_text(say('notebook.blank'))}</em></p>"
