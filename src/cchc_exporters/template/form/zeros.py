"""A report that has every row of a form and leaves nothing blank, so that no relation of it is left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
from cchc_core.report import STRUCTURES, Agency, Document, Period, PeriodKind, Report, Tier
from cchc_exporters.template.form.spec import TableSpec, TemplateSpec, declared_at

__all__ = ["report_of_zeros"]

_ZEROS: Mapping[FigureKind, int | Decimal | OpenBound] = {
    FigureKind.COUNT: 0,
    FigureKind.MONEY: Decimal(0),
    FigureKind.SHARE: Decimal(0),
    FigureKind.OPEN: OpenBound(OpenWord.EXACTLY, Decimal(0)),
}


def report_of_zeros(spec: TemplateSpec) -> Report:
    """Make the report; of a table by field or by agency it has one row, which stands for all of them."""
    report = form_of(Report)
    by_area: dict[str, dict[str, Any]] = {name: _zeros(part.record) for name, part in report.nested.items()}
    for table in spec.tables:
        area, _, name = table.path.partition(".")
        by_area[area][name] = _table(table)
    day = _day_with({step for table in spec.tables for step in table.steps})
    return Report(
        agency=Agency(name="", tier=Tier.PROVINCE),
        period=Period(kind=PeriodKind.YEAR, year=day.year, start=day, end=day),
        document=Document(title=""),
        **{name: part.record(**by_area[name]) for name, part in report.nested.items()},
    )


def _day_with(steps: Iterable[str]) -> date:
    """Give a day on which there are tiers of government for all rows by level: the rules on their sums differ."""
    tiers = {tier for tier in Tier if tier.value in steps}
    last = next((each.in_force for each in reversed(STRUCTURES) if tiers <= set(each.tiers)), STRUCTURES[0].in_force)
    day = last.start or last.end
    assert day is not None  # noqa: S101 - no structure has been in force always
    return day


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
