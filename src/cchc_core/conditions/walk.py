"""Walking a report: its parts and tables with their paths, wherever they stand."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from cchc_core.forms import Form, Record, Row, form_of
from cchc_core.report import annexes_of

__all__ = ["Table", "has_figures", "reported_forms", "tables_of"]


@frozen
class Table:
    """A table of a report: where it stands, what it is called, the form of its rows, and its value."""

    path: str
    title: str
    form: Form
    value: Any

    def rows(self) -> list[Row[Any]]:
        """Give the rows that have a figure, without the total."""
        return [row for row in self.value.rows() if not row.is_total and has_figures(row.record)]


def has_figures(record: Record) -> bool:
    """Tell whether a record reports any figure of its own.

    >>> from cchc_core import OnlineRow
    >>> has_figures(OnlineRow()), has_figures(OnlineRow(received=0))
    (False, True)
    """
    return any(getattr(record, name) is not None for name in form_of(record).figures)


def tables_of(record: Record, path: str = "") -> Iterator[Table]:
    """Give every table within a record, those of its parts too."""
    for name, declared in form_of(record).nested.items():
        value, at = getattr(record, name), f"{path}.{name}" if path else name
        if declared.is_table:
            yield Table(at, declared.label, form_of(declared.record), value)
        else:
            yield from tables_of(value, at)
    for at, annex in annexes_of(record):
        yield from tables_of(annex, at)


def reported_forms(record: Record, path: str = "") -> Iterator[tuple[str, Form, str]]:
    """Give path, form and title of each part and each table in which some figure is reported."""
    for name, declared in form_of(record).nested.items():
        value, at, form = getattr(record, name), f"{path}.{name}" if path else name, form_of(declared.record)
        rows = [row.record for row in value.rows()] if declared.is_table else [value]
        if any(has_figures(row) for row in rows):
            yield at, form, declared.label or form.title
        if not declared.is_table:
            yield from reported_forms(value, at)
    for at, annex in annexes_of(record):
        if has_figures(annex):
            yield at, form_of(annex), form_of(annex).title
        yield from reported_forms(annex, at)
