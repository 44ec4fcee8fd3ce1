"""What a report known already puts into the cells of a form, so that it reads back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from attrs import field, frozen

from cchc_core.errors import Fault, ReadError
from cchc_core.forms import AgencyRow, FieldRow, Figure, FigureKind, FigureValue, OpenBound, OpenWord, Record, form_of
from cchc_core.numbers import printed
from cchc_core.plugins import TemplateJob
from cchc_core.report import Report, printed_date
from cchc_exporters.template.form.info import (
    LEVEL_CHOICES,
    InfoField,
    InfoKind,
    InfoValue,
    fields_of,
    text_of,
    value_at,
)
from cchc_exporters.template.form.layout import TemplateLayout
from cchc_exporters.template.form.sheets import Filled, Input
from cchc_exporters.template.form.spec import TemplateSpec

__all__ = ["Contents", "Written", "contents_of"]

Written = str | int | Decimal | date
"""What is written into a cell: a text, a number or a day."""

_SHARE_DECIMALS = 2
_FIRST_DAY = date(1900, 3, 1)
"""Spreadsheets count days wrongly before it."""
_LONGEST = 32_767
_UNWRITABLE = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""No XML file holds these."""


@frozen(kw_only=True)
class Contents:
    """What is filled in already.

    Args:
        written: What stands in each cell, by the path of its input; blanks left out.
        filled: The same for the formulas.
    """

    written: Mapping[str, Written] = field(factory=dict)
    filled: Filled = field(factory=Filled)


def contents_of(job: TemplateJob, layout: TemplateLayout) -> Contents:
    """Say what stands in the cells of a form.

    Raises:
        ReadError: If a text cannot stand in a cell.
    """
    facts = dict(_facts(job, layout.spec))
    written: dict[str, Written] = {path: _shown(each, value) for path, (each, value) in facts.items()}
    values = dict(_values(job.report, layout.spec)) if job.report else {}
    labels: dict[str, str] = {}
    numbers: dict[str, int | Decimal] = {}
    texts: dict[str, str] = {}
    for path, value in values.items():
        cell = written[path] = _cell(value, layout.inputs[path])
        if layout.inputs[path].figure is None:
            labels[path] = str(cell)
        elif isinstance(cell, str):
            texts[path] = cell
        else:
            numbers[path] = cell
    _refuse_unwritable(written)
    filled = Filled(
        numbers=numbers, texts=texts, facts={path: value for path, (_, value) in facts.items()}, labels=labels
    )
    return Contents(written=written, filled=filled)


def _facts(job: TemplateJob, spec: TemplateSpec) -> Iterator[tuple[str, tuple[InfoField, InfoValue]]]:
    """Give the facts that are known and not blank; who reports and when may be given apart from a report."""
    for each in fields_of(spec):
        holder, _, name = each.path.partition(".")
        given = {"agency": job.agency, "period": job.period}.get(holder)
        if given is not None:
            value: InfoValue | None = getattr(given, name)
        else:
            value = value_at(job.report, each.path) if job.report else None
        if value not in (None, "", ()):
            yield each.path, (each, value)


def _values(report: Report, spec: TemplateSpec) -> Iterator[tuple[str, Any]]:
    """Give every figure, label, number and level that the form has a cell for, blanks left out."""
    for part in spec.parts:
        yield from _figures(getattr(report, part), part)
    for table in spec.tables:
        area, _, name = table.path.partition(".")
        value = getattr(getattr(report, area), name)
        for row in value.rows():
            yield from _figures(row.record, f"{table.path}.{row.step}")
        for rows in ("fields", "agencies"):
            for index, row in enumerate(getattr(value, rows, ())):
                yield from _beside(row, f"{table.path}.{rows}[{index}]")


def _figures(record: Record, path: str) -> Iterator[tuple[str, FigureValue]]:
    for name in form_of(record).figures:
        value: FigureValue | None = getattr(record, name)
        if value is not None:
            yield f"{path}.{name}", value


def _beside(row: FieldRow[Any] | AgencyRow[Any], path: str) -> Iterator[tuple[str, Any]]:
    if isinstance(row, AgencyRow):
        beside = {"agency": row.agency, "level": LEVEL_CHOICES[row.level], "number": row.number}
    else:
        beside = {"field": row.field, "number": row.number}
    yield from ((f"{path}.{name}", value) for name, value in beside.items() if value not in (None, ""))


def _shown(fact: InfoField, value: InfoValue) -> Written:
    """Write a fact as its cell holds it."""
    if isinstance(value, tuple):
        return text_of(value)
    if fact.kind is InfoKind.CHOICE:
        return fact.label_of(value)
    if isinstance(value, date) and value < _FIRST_DAY:
        return printed_date(value)
    return value if isinstance(value, int | date) else str(value)


def _cell(value: Any, asked: Input) -> Any:
    """Write a figure as a number if it is read back as it was printed, else as text."""
    if asked.figure is None or isinstance(value, int):
        return value
    if isinstance(value, OpenBound):
        if value.word is OpenWord.EXACTLY and _is_shortest(value.value, 0):
            return value.value
        return f"{value.word.label} {_printed(value.value, asked.figure)}".strip()
    decimals = _SHARE_DECIMALS if asked.figure.kind is FigureKind.SHARE else 0
    return value if _is_shortest(value, decimals) else _printed(value, asked.figure)


def _printed(value: Decimal, figure: Figure[Any]) -> str:
    """Print a number as it is read; a percentage is read without marks between groups of digits."""
    text = printed(value)
    return text.replace(".", "") if figure.unit == "%" else text


def _is_shortest(value: Decimal, decimals: int) -> bool:
    """Tell whether a number has no more decimals than it needs, but for those a cell is read with at least."""
    if value.is_zero() and value.is_signed():
        return False
    digits, places = value.as_tuple().digits, -int(value.as_tuple().exponent)
    return places == decimals or (places > decimals and digits[-1] != 0)


def _refuse_unwritable(written: Mapping[str, Written]) -> None:
    faults = []
    for path, text in written.items():
        if isinstance(text, str) and _UNWRITABLE.search(text):
            faults.append(Fault(path, "unwritable_text", {"found": text}))
        elif isinstance(text, str) and len(text.encode("utf-16-le")) // 2 > _LONGEST:
            faults.append(Fault(path, "text_too_long", {"limit": str(_LONGEST)}))
    if faults:
        raise ReadError(faults)
