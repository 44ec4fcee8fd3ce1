"""Chosen figures and nothing else: the paths that a form has, and a record of the figures at some of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    Figure,
    FigureValue,
    Level,
    LevelTable,
)
from cchc_core.forms.relations import Path
from cchc_core.testing.strategies.drawing import Drawn
from cchc_core.testing.strategies.frames import Frame, TableSlot
from cchc_core.testing.strategies.rows import FIELDS
from cchc_core.testing.strategies.values import build

__all__ = ["every_figure", "sown"]

_ROWS = 2


def every_figure(frame: Frame, levels: Sequence[Level]) -> Iterator[tuple[str, Figure[Any]]]:
    """Give every figure by its path, as findings write it; totals of tables come before their rows.

    Args:
        frame: The form of the record.
        levels: Levels of the rows of tables by level; other tables have two rows.
    """
    yield from ((".".join(path), figure) for path, figure in frame.figures.items())
    for table in _tables(frame):
        for step in ("total", *_steps(table, levels)):
            prefix = ".".join((*table.path, step))
            yield from ((f"{prefix}.{'.'.join(path)}", figure) for path, figure in table.row.figures.items())


def _tables(frame: Frame) -> Iterator[TableSlot]:
    return (table for bundle in frame.bundles for table in bundle.tables)


def _steps(table: TableSlot, levels: Sequence[Level]) -> list[str]:
    if table.declared.value is LevelTable:
        return [level.value for level in levels]
    rows = "fields" if table.declared.value is FieldTable else "agencies"
    return [f"{rows}[{index}].figures" for index in range(_ROWS)]


def sown(frame: Frame, values: Mapping[str, FigureValue], levels: Sequence[Level]) -> Drawn:
    """Give figures by path as those of a record; of its tables only the rows that have any. Arguments: see `every_figure`."""
    own: dict[Path, FigureValue] = {}
    rows: dict[Path, dict[str, dict[Path, FigureValue]]] = {}
    tables = {table.path: table for table in _tables(frame)}
    for path, value in values.items():
        steps = tuple(path.split("."))
        table = next((each for each in tables if each == steps[: len(each)]), None)
        if table is None:
            own[steps] = value
            continue
        rest = steps[len(table) :]
        start = 2 if "[" in rest[0] else 1
        rows.setdefault(table, {}).setdefault(".".join(rest[:start]), {})[rest[start:]] = value
    return Drawn(own, {path: _table(tables[path], found, levels) for path, found in rows.items()})


def _table(table: TableSlot, rows: Mapping[str, Mapping[Path, FigureValue]], levels: Sequence[Level]) -> Any:
    record = table.declared.record
    records = {
        step: build(record, rows[step], {}, {}) for step in ("total", *_steps(table, tuple(Level))) if step in rows
    }
    total = records.pop("total", None)
    if table.declared.value is LevelTable:
        return LevelTable(**records, total=total)
    if table.declared.value is FieldTable:
        fields = zip(FIELDS, records.values(), strict=False)
        return FieldTable(fields=tuple(FieldRow(field=name, figures=each) for name, each in fields), total=total)
    agencies = tuple(
        AgencyRow(agency=f"Cơ quan số {number}", level=levels[-1], figures=each)
        for number, each in enumerate(records.values(), 1)
    )
    return AgencyTable(agencies=agencies, total=total)
