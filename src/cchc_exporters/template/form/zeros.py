"""A report that has every row of a form and leaves nothing blank, so that no relation of it is left out."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    FigureKind,
    Level,
    LevelTable,
    OpenBound,
    OpenWord,
    Record,
    form_of,
)
from cchc_core.report import Agency, Document, Period, PeriodKind, Report, Tier
from cchc_exporters.template.form.spec import TableSpec, TemplateSpec, declared_at

__all__ = ["report_of_zeros"]

_ZEROS: Mapping[FigureKind, int | Decimal | OpenBound] = {
    FigureKind.COUNT: 0,
    FigureKind.MONEY: Decimal(0),
    FigureKind.SHARE: Decimal(0),
    FigureKind.OPEN: OpenBound(OpenWord.EXACTLY, Decimal(0)),
}
_THREE_TIERS, _TWO_TIERS = date(2025, 6, 30), date(2025, 7, 1)
"""The last day of three tiers, and the first of two: the rules on sums over levels differ."""


def report_of_zeros(spec: TemplateSpec) -> Report:
    """Make the report; of a table by field or by agency it has one row, which stands for all of them."""
    report = form_of(Report)
    by_area: dict[str, dict[str, Any]] = {name: _zeros(part.record) for name, part in report.nested.items()}
    for table in spec.tables:
        area, _, name = table.path.partition(".")
        by_area[area][name] = _table(table)
    day = _THREE_TIERS if any("district" in table.steps for table in spec.tables) else _TWO_TIERS
    return Report(
        agency=Agency(name="", tier=Tier.PROVINCE),
        period=Period(kind=PeriodKind.YEAR, year=day.year, start=day, end=day),
        document=Document(title=""),
        **{name: part.record(**by_area[name]) for name, part in report.nested.items()},
    )


def _table(table: TableSpec) -> LevelTable[Record] | FieldTable[Record] | AgencyTable[Record]:
    record = declared_at(table.path).record
    row: Record = record(**_zeros(record))
    if table.kind == "level":
        return LevelTable(**dict.fromkeys(table.steps, row))
    if table.kind == "field":
        return FieldTable(fields=(FieldRow(field="", figures=row),), total=row)
    return AgencyTable(agencies=(AgencyRow(agency="", level=Level.TOTAL, figures=row),), total=row)


def _zeros(record: type[Record]) -> dict[str, Any]:
    return {name: _ZEROS[kind] for name, kind in form_of(record).kinds}
