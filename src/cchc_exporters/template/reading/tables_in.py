"""The figures of a report, made of what was read: areas with their lines, tables with their rows.

Nothing is worked out or filled in, and a row in which nothing stands is no row.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from operator import itemgetter
from typing import Any

from attrs import frozen

from cchc_core.forms import AgencyRow, AgencyTable, FieldRow, FieldTable, Form, LevelTable, Record, form_of
from cchc_core.report import Report
from cchc_exporters.template.form.spec import TableSpec, TemplateSpec, area_of, declared_at

__all__ = ["Rows", "areas_in", "rows_filled_in", "rows_without_level"]

_LABELS = ("field", "agency")
_Row = tuple[Any, ...]


@frozen(eq=False)
class Rows:
    """The rows of a table by field or by agency that something stands in.

    Args:
        names: What each value of a row is: ``number``, ``field`` or ``agency`` and ``level``, then the figures.
        places: Which row of the sheet each is, counting from zero.
        values: Their values.
    """

    names: tuple[str, ...]
    places: Sequence[int]
    values: Sequence[_Row]


def rows_filled_in(names: tuple[str, ...], rows: Sequence[_Row]) -> Rows:
    """Leave out the rows in which nothing stands."""
    label = next((place for place, name in enumerate(names) if name in _LABELS), 0)
    places = [place for place, row in enumerate(rows) if (row[label] or "").strip() or not _is_blank(row)]
    return Rows(names, places, [rows[place] for place in places])


def rows_without_level(rows: Rows) -> list[int]:
    """Give the rows of a table by agency, as they stand on the sheet, for which no level was chosen."""
    if "level" not in rows.names:
        return []
    level = rows.names.index("level")
    return [place for place, row in zip(rows.places, rows.values, strict=True) if row[level] is None]


def areas_in(
    spec: TemplateSpec, figures: Mapping[str, Mapping[str, Any]], rows: Mapping[str, Rows]
) -> dict[str, Record]:
    """Make the areas of the report.

    Args:
        spec: What the form holds.
        figures: Figures and policies by name, for each area, level and total by its path; blanks are ``None``.
        rows: Rows of tables by field and by agency, by the path of the table.
    """
    areas: dict[str, dict[str, Any]] = {}
    for area in form_of(Report).nested:
        areas[area] = {name: value for name, value in figures.get(area, {}).items() if value is not None}
    for table in spec.tables:
        areas[area_of(table.path)][table.path.partition(".")[2]] = _table(table, figures, rows.get(table.path))
    return {name: _record(form_of(Report).nested[name].record, held) for name, held in areas.items()}


def _table(
    table: TableSpec, figures: Mapping[str, Mapping[str, Any]], rows: Rows | None
) -> LevelTable[Record] | FieldTable[Record] | AgencyTable[Record]:
    record: type[Record] = declared_at(table.path).record
    if rows is None:
        return LevelTable(**{step: _row(record, figures[f"{table.path}.{step}"]) for step in table.steps})
    make = _maker(record, rows.names)
    total = _row(record, figures[f"{table.path}.total"])
    number, label, *level = (
        rows.names.index(name) for name in rows.names if name in {"number", "field", "agency", "level"}
    )
    if level:
        return AgencyTable(
            agencies=tuple(
                AgencyRow(agency=row[label] or "", level=row[level[0]], figures=make(row), number=row[number])
                for row in rows.values
            ),
            total=total,
        )
    return FieldTable(
        fields=tuple(FieldRow(field=row[label] or "", figures=make(row), number=row[number]) for row in rows.values),
        total=total,
    )


def _row(record: type[Record], figures: Mapping[str, Any]) -> Record | None:
    """Make the record of a level or of the total; where all is blank there is none."""
    return _record(record, figures) if any(value is not None for value in figures.values()) else None


def _record(record: type[Record], held: Mapping[str, Any]) -> Record:
    """Make a record of what was read as what it holds; it does not look at each value again, most of the work."""
    made = record.__new__(record)
    made.__dict__.update(_blank(form_of(record)))
    made.__dict__.update(held)
    return made


@cache
def _blank(form: Form) -> Mapping[str, Any]:
    """Give what a record holds in which nothing stands."""
    return vars(form.record())


def _maker(record: type[Record], names: tuple[str, ...]) -> Callable[[_Row], Record]:
    """Give what makes the records of rows, as `_record` does, all at once."""
    blank = _blank(form_of(record))
    held = tuple(name for name in blank if name in names)
    others = {name: value for name, value in blank.items() if name not in names}
    pick = itemgetter(*(names.index(name) for name in held))

    def make(row: _Row) -> Record:
        made = record.__new__(record)
        made.__dict__.update(zip(held, pick(row), strict=True))
        made.__dict__.update(others)
        return made

    return make


def _is_blank(row: _Row) -> bool:
    """Tell whether nothing, or nothing but spaces, stands in a row."""
    return all(value is None or (isinstance(value, str) and not value.strip()) for value in row)
