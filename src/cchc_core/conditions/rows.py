"""Conditions on the rows of dossier tables: each named once, numbered in order, and with something in it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Any
from unicodedata import normalize

from attrs import frozen

from cchc_core.catalogue import Procedures
from cchc_core.conditions.condition import Breach, Context, Judgement, Skipped
from cchc_core.forms import Level, form_of
from cchc_core.report import Report, Tier, structure_on
from cchc_core.words import Text

__all__ = ["rows_are_named_once", "rows_are_numbered_in_order", "rows_report_something"]

_TABLES = ("dossiers", "dossiers_by_field", "dossiers_by_agency")
_TOTALS = ("tổng", "cộng", "tổng số", "tổng cộng")

_NO_NAME = Text("dòng thứ {position} không có tên; hãy ghi tên", "row {position} has no name; give it one")
_TWICE = Text(
    "“{name}” có {times} dòng; mỗi tên chỉ một dòng", "“{name}” has {times} rows; there is one row for a name"
)
_TOTAL_AGAIN = Text(
    "“{name}” là dòng tổng đứng giữa các dòng, bị cộng hai lần; hãy chuyển xuống dòng tổng của bảng",
    "“{name}” is a total among the rows and is counted twice; move it to the total of the table",
)
_OUT_OF_ORDER = Text(
    "số thứ tự {number} ở chỗ của số {expected}; hãy đánh lại số hoặc xem lại các dòng",
    "number {number} stands where number {expected} belongs; number the rows again, or look for a row missing",
)
_ALL_BLANK = Text(
    "dòng này để trống mọi ô; không phát sinh thì ghi 0, chưa có số liệu thì bổ sung",
    "every cell of this row is blank; write 0 if there was nothing, or enter the figures",
)
_ALL_ZERO = Text(
    "dòng này không có số nào khác 0; hãy xác nhận là không phát sinh hồ sơ",
    "no figure of this row is other than 0; confirm that there were no dossiers",
)


def rows_are_named_once(procedures: Procedures, _context: Context) -> Judgement:
    """DOS-010: a name for each row, one row for each name, and no total among the rows."""
    tables = _named_tables(procedures)
    if not tables:
        return Skipped(kind="absent")
    return tuple(breach for table in tables for breach in _names(table))


def rows_are_numbered_in_order(procedures: Procedures, _context: Context) -> Judgement:
    """DOS-011: running numbers from 1, in the whole table or band by band; the first that is off is told."""
    tables = [table for table in _named_tables(procedures) if any(row.number is not None for row in table.rows)]
    if not tables:
        return Skipped(kind="absent")
    return tuple(breach for table in tables for breach in _numbers(table))


def rows_report_something(report: Report, context: Context) -> Judgement:
    """DOS-012: some figure of every row is not zero, but for levels that the agency has not."""
    rows = [
        (name, row)
        for name in _TABLES
        for row in getattr(report.procedures, name).rows()
        if row.level in _levels_of(report, context)
    ]
    if not rows:
        return Skipped(kind="absent")
    return tuple(
        Breach(
            said=_ALL_BLANK if set(vars(row.record).values()) == {None} else _ALL_ZERO,
            at=f"procedures.{name}.{row.step}",
            title=_title(name),
            subject=row.label,
        )
        for name, row in rows
        if not any(vars(row.record).values())
    )


def _levels_of(report: Report, context: Context) -> set[Level]:
    """Give the levels an agency reports on: its own and those below it."""
    tiers = list(Tier)
    below = tiers[tiers.index(report.agency.tier) :]
    levels = {Level(tier.value) for tier in structure_on(context.day).tiers if tier in below}
    return {*levels, Level.VILLAGE, Level.TOTAL}


@frozen
class _Named:
    """A row of a table by field or agency."""

    step: str
    name: str
    band: Level
    number: int | None


@frozen
class _Table:
    """A table by field or agency that has rows."""

    name: str
    rows: tuple[_Named, ...]


def _named_tables(procedures: Procedures) -> list[_Table]:
    by_field = [
        _Named(f"fields[{index}]", row.field, Level.TOTAL, row.number)
        for index, row in enumerate(procedures.dossiers_by_field.fields)
    ]
    by_agency = [
        _Named(f"agencies[{index}]", row.agency, row.level, row.number)
        for index, row in enumerate(procedures.dossiers_by_agency.agencies)
    ]
    tables = (_Table("dossiers_by_field", tuple(by_field)), _Table("dossiers_by_agency", tuple(by_agency)))
    return [table for table in tables if table.rows]


def _names(table: _Table) -> Iterator[Breach]:
    times = Counter((_folded(row.name), row.band) for row in table.rows)
    seen: set[tuple[str, Level]] = set()
    for position, row in enumerate(table.rows, 1):
        key = (_folded(row.name), row.band)
        facts: dict[str, Any] = {"name": row.name}
        if not key[0]:
            yield _breach(table, row, _NO_NAME, {"position": position})
        elif _is_total(table, row):
            yield _breach(table, row, _TOTAL_AGAIN, facts)
        elif key in seen:
            yield _breach(table, row, _TWICE, facts | {"times": times[key]})
        seen.add(key)


def _is_total(table: _Table, row: _Named) -> bool:
    """Tell whether a row is the total by its name, or stands in the band of the total."""
    name = _folded(row.name)
    if table.name == "dossiers_by_agency" and row.band is Level.TOTAL:
        return True
    return name in _TOTALS or name.startswith(("tổng số ", "tổng cộng "))


def _folded(name: str) -> str:
    """Give a name as it is compared: capitals, spaces and marks at its ends make no other field of it."""
    return " ".join(normalize("NFC", name).casefold().split()).strip(" .:;-–*")


def _numbers(table: _Table) -> Iterator[Breach]:
    throughout = list(range(1, len(table.rows) + 1))
    bands: Counter[Level] = Counter()
    by_band = []
    for row in table.rows:
        bands[row.band] += 1
        by_band.append(bands[row.band])
    wrong = min((_wrong(table, expected) for expected in (throughout, by_band)), key=len)
    for row, expected in wrong[:1]:
        yield _breach(table, row, _OUT_OF_ORDER, {"number": row.number, "expected": expected})


def _wrong(table: _Table, expected: list[int]) -> list[tuple[_Named, int]]:
    pairs = zip(table.rows, expected, strict=True)
    return [(row, number) for row, number in pairs if row.number is not None and row.number != number]


def _breach(table: _Table, row: _Named, said: Text, facts: dict[str, Any]) -> Breach:
    return Breach(said=said, facts=facts, at=f"{table.name}.{row.step}", title=_title(table.name), subject=row.name)


def _title(name: str) -> str:
    return form_of(Procedures).nested[name].label
