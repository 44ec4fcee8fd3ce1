"""What a type checker knows of a record: figures on an instance, declarations on the class.

This file is checked by mypy and pyright and never run.
"""

# pyright: reportUnnecessaryTypeIgnoreComment=true

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import assert_type

from cchc_core import (
    Citation,
    CivilService,
    DigitalGovernment,
    Direction,
    DossierRow,
    FieldTable,
    Figure,
    LevelTable,
    OnlineRow,
    OpenBound,
    Procedures,
    PublicFinance,
    Report,
    load,
)
from cchc_core.forms import AgencyTable, Ratio

report = load("examples/dinh-hoa-2021.json")
assert_type(report, Report)
assert_type(report.direction, Direction)
assert_type(report.civil_service, CivilService)
assert_type(report.citations, tuple[Citation, ...])

# A figure on a record is its value, or None where the report is blank.
assert_type(report.direction.tasks_all, int | None)
assert_type(report.public_finance.budget, Decimal | None)
assert_type(report.digital_government.digitised, Decimal | None)
assert_type(report.digital_government.official_mail_use, OpenBound | None)

# A figure on the class is its declaration.
assert_type(DossierRow.received, Figure[int])
assert_type(PublicFinance.budget, Figure[Decimal])
assert_type(DigitalGovernment.official_mail_use, Figure[OpenBound])
assert_type(DossierRow.on_time_share, Ratio)

# Tables hold rows of one record class; a row that is absent is None.
assert_type(report.procedures, Procedures)
assert_type(report.procedures.dossiers, LevelTable[DossierRow])
assert_type(report.procedures.online, LevelTable[OnlineRow])
assert_type(report.procedures.dossiers_by_field, FieldTable[DossierRow])
assert_type(report.procedures.dossiers_by_agency, AgencyTable[DossierRow])
assert_type(report.procedures.dossiers.total, DossierRow | None)
for row in report.procedures.dossiers.rows():
    assert_type(row.record, DossierRow)
    assert_type(row.record.late_share, Fraction | None)
for field_row in report.procedures.dossiers_by_field.fields:
    assert_type(field_row.figures, DossierRow)

# A record is made of keywords and never changed in place.
one = DossierRow(received=1, resolved=None)
assert_type(one.revise(received=2), DossierRow)
PublicFinance(savings=Decimal("1.5"))

one.received + 1  # type: ignore[operator]
DossierRow(received="1")  # type: ignore[arg-type]
DossierRow(recieved=1)  # type: ignore[call-arg]
DossierRow(1)  # type: ignore[call-arg]
PublicFinance(savings=1.5)  # type: ignore[arg-type]
one.received = 3  # type: ignore[misc]
one.recieved  # type: ignore[attr-defined]  # noqa: B018
report.procedures.dossiers.total.received  # type: ignore[union-attr]  # noqa: B018
