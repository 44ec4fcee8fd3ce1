"""A report in which every figure is stated and no two are the same number; an empty one; one of many rows."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from itertools import count
from typing import Any

from cchc_core.catalogue import Direction, DossierRow, Procedures, PublicFinance
from cchc_core.forms import (
    AgencyRow,
    AgencyTable,
    FieldRow,
    FieldTable,
    FigureKind,
    FigureValue,
    Form,
    Level,
    LevelTable,
    OpenBound,
    OpenWord,
    Record,
    form_of,
)
from cchc_core.report import ND09_2019, Agency, Document, PeriodKind, Report, Tier

__all__ = ["FIELDS", "empty_report", "filled", "long_report", "numbered_report", "with_rows"]

FIELDS = ("Đất đai", "Hộ tịch", "Giải phóng mặt bằng")
AGENCIES = ("Sở Nội vụ", "Ủy ban nhân dân xã Phú Đình", "Ủy ban nhân dân xã Điềm Mặc")
Names = tuple[str, ...]
_LEVELS = (Level.PROVINCE, Level.COMMUNE, Level.COMMUNE)
_FIRST, _STEP = 700_001, 7


def empty_report(year: int = 2021) -> Report:
    """Give a report that states nothing but who reports and on which year."""
    return Report(
        agency=Agency(name="Ủy ban nhân dân huyện Định Hóa", tier=Tier.DISTRICT),
        period=ND09_2019.period(PeriodKind.YEAR, year),
        document=Document(title="Báo cáo cải cách hành chính"),
    )


def numbered_report() -> Report:
    """Give a report in which every figure of every form is another number, decimals with a zero at their end."""
    return empty_report().revise(**_parts(form_of(Report), count(), FIELDS, AGENCIES))


def with_rows(rows: int) -> Report:
    """Give a report whose tables by field and by agency have many rows, each with every figure."""
    fields = tuple(f"{FIELDS[number % len(FIELDS)]} {number}" for number in range(rows))
    agencies = tuple(f"{AGENCIES[number % len(AGENCIES)]} {number}" for number in range(rows))
    return empty_report().revise(**_parts(form_of(Report), count(), fields, agencies))


def long_report() -> Report:
    """Give a report with figures of as many digits as there may be, and amounts that no binary fraction equals."""
    row = DossierRow(received=123_456_789_012_345, resolved=900_719_925_474_099)
    return empty_report().revise(
        direction=Direction(tasks_planned=999_999_999_999_999),
        procedures=Procedures(dossiers=LevelTable(total=row)),
        public_finance=PublicFinance(
            budget=Decimal("9999999999999.99"), budget_it=Decimal("1234567890123.45"), savings=Decimal("0.07")
        ),
    )


def filled(cls: type[Record], numbers: Iterator[int], fields: Names = FIELDS, agencies: Names = AGENCIES) -> Record:
    """Give a record of a form in which every figure is the next number, with these rows in its tables."""
    form = form_of(cls)
    return cls(**_figures(form, numbers), **_parts(form, numbers, fields, agencies))


def _figures(form: Form, numbers: Iterator[int]) -> dict[str, Any]:
    return {name: _value(kind, next(numbers)) for name, kind in form.kinds}


def _value(kind: FigureKind, number: int) -> FigureValue:
    """Give the value of a kind that belongs to a number; no two kinds have digits in common at their beginning."""
    if kind is FigureKind.COUNT:
        return _FIRST + _STEP * number
    if kind is FigureKind.MONEY:
        return Decimal(f"{200_003 + _STEP * number}.{number % 10}0")
    if kind is FigureKind.SHARE:
        return Decimal(f"{30 + number // 10}.{number % 10}0")
    return OpenBound(OpenWord.OVER, Decimal(500_009 + _STEP * number))


def _parts(form: Form, numbers: Iterator[int], fields: Names, agencies: Names) -> dict[str, Any]:
    made: dict[str, Any] = {}
    for name, declared in form.nested.items():
        row = declared.record
        if declared.value is LevelTable:
            levels = ("province", "district", "commune", "total")
            made[name] = LevelTable(**{level: filled(row, numbers) for level in levels})
        elif declared.value is FieldTable:
            made[name] = FieldTable(
                fields=tuple(FieldRow(field=each, figures=filled(row, numbers)) for each in fields),
                total=filled(row, numbers),
            )
        elif declared.value is AgencyTable:
            named = zip(agencies, _LEVELS * len(agencies), strict=False)
            made[name] = AgencyTable(
                agencies=tuple(
                    AgencyRow(agency=each, level=level, figures=filled(row, numbers)) for each, level in named
                ),
                total=filled(row, numbers),
            )
        else:
            made[name] = filled(row, numbers, fields, agencies)
    return made
