"""A report that fills every place of every form with a number of its own, and the figures of any report."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from cchc_core import (
    ND09_2019,
    Agency,
    AgencyRow,
    AgencyTable,
    Document,
    DossierRow,
    FieldRow,
    FieldTable,
    FigureKind,
    Form,
    Level,
    LevelTable,
    OnlineRow,
    OpenBound,
    OpenWord,
    PeriodKind,
    Record,
    Report,
    Tier,
    form_of,
)

EMPTY = Report(
    agency=Agency(name="UBND xã A", tier=Tier.COMMUNE),
    period=ND09_2019.period(PeriodKind.QUARTER, 2025, 4),
    document=Document(title=""),
)
SECTIONS = tuple(form_of(Report).nested)


def numbered_records(numbers: Iterator[int]) -> Report:
    """Give a report in which no two figures are the same number."""

    def values(form: Form) -> dict[str, Any]:
        return {name: value(kind, next(numbers)) for name, kind in form.kinds}

    def value(kind: FigureKind, number: int) -> int | Decimal | OpenBound:
        if kind is FigureKind.COUNT:
            return number
        return OpenBound(OpenWord.OVER, Decimal(number)) if kind is FigureKind.OPEN else Decimal(number)

    def dossiers() -> DossierRow:
        return DossierRow(**values(form_of(DossierRow)))

    def online() -> OnlineRow:
        return OnlineRow(**values(form_of(OnlineRow)))

    sections: dict[str, Record] = {}
    for name in SECTIONS:
        form = form_of(form_of(Report).nested[name].record)
        sections[name] = form.record(**values(form))
    sections["procedures"] = sections["procedures"].revise(
        dossiers=LevelTable(province=dossiers(), district=dossiers(), commune=dossiers(), total=dossiers()),
        online=LevelTable(district=online(), total=online()),
        dossiers_by_field=FieldTable(
            fields=(FieldRow(field="Đất đai", figures=dossiers()), FieldRow(field="Hộ tịch", figures=dossiers())),
            total=dossiers(),
        ),
        dossiers_by_agency=AgencyTable(
            agencies=(
                AgencyRow(agency="UBND xã A", level=Level.COMMUNE, figures=dossiers()),
                AgencyRow(agency="Sở Tư pháp", level=Level.PROVINCE, figures=dossiers()),
                AgencyRow(agency="UBND xã B", level=Level.COMMUNE, figures=dossiers()),
            ),
            total=dossiers(),
        ),
    )
    return EMPTY.revise(**sections)


def reported_values(value: object) -> Iterator[int | Decimal | OpenBound]:
    """Walk the figures of a report, independently of how they are laid out."""
    if isinstance(value, Record):
        form = form_of(value)
        figures = (getattr(value, name) for name in form.figures)
        yield from (figure for figure in figures if figure is not None)
        for name in form.nested:
            yield from reported_values(getattr(value, name))
    elif isinstance(value, LevelTable | FieldTable | AgencyTable):
        for each in value.rows():
            yield from reported_values(each.record)
