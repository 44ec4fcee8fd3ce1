"""Conditions on levels and units: legal for the period, zero or missing, and too much in one place."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from cchc_core.conditions.condition import Breach, Context, Fact, Judgement, Skipped
from cchc_core.conditions.walk import Table, tables_of
from cchc_core.forms import Level, LevelTable, Record, Row, form_of
from cchc_core.law import InForce
from cchc_core.numbers import percent_of
from cchc_core.report import STRUCTURES, Report, Tier
from cchc_core.words import Text, say

__all__ = ["levels_are_legal", "no_row_holds_it_all", "zero_levels_are_confirmed"]

_MOST = Fraction(60, 100)
_FEWEST_ROWS = 3
_LEVELS = {Level.PROVINCE: Tier.PROVINCE, Level.DISTRICT: Tier.DISTRICT, Level.COMMUNE: Tier.COMMUNE}
_NAMES = {
    Tier.PROVINCE: Text("cấp tỉnh", "provinces"),
    Tier.DISTRICT: Text("cấp huyện", "districts"),
    Tier.COMMUNE: Text("cấp xã", "communes"),
}

_NO_SUCH_TIER = Text(
    "{agency} là cơ quan {tier}, nhưng chính quyền địa phương trong kỳ từ {start} đến {end} không có {tier}",
    "{agency} belongs to the {tier}, but local government has no {tier} in the period from {start} to {end}",
)
_NO_SUCH_LEVEL = Text(
    "dòng “{row}” có số liệu của {tier}, nhưng chính quyền địa phương trong kỳ từ {start} đến {end} không có {tier};"
    " hãy chuyển số liệu về đơn vị tiếp nhận",
    "row “{row}” has figures of {tier}, but local government has no {tier} in the period from {start} to {end};"
    " give them under the unit that took over",
)
_ALL_ZERO = Text(
    "mọi số liệu của {tier} đều là 0 trong khi cấp khác có số liệu; nếu {tier} có thẩm quyền mà chưa báo cáo thì để"
    " trống, nếu không phát sinh thì xác nhận",
    "every figure of the {tier} is 0 while another level has figures; leave them blank if the {tier} have not reported"
    " yet, or confirm that there was nothing",
)
_TOO_MUCH = Text(
    "“{row}” chiếm {share}% tổng của cột “{figure}” ({value} trong {total}); hãy xem lại số liệu",
    "“{row}” holds {share}% of the column “{figure}” ({value} of {total}); look at the figures again",
)
_ALL_EQUAL = Text(
    "cả {rows} dòng của cột “{figure}” đều là {value}; hãy xem lại số liệu",
    "all {rows} rows of the column “{figure}” are {value}; look at the figures again",
)


def levels_are_legal(report: Report, context: Context) -> Judgement:
    """LVL-006: the agency, and each row by level or of an agency, is of a tier that some day of the period has."""
    days = InForce(start=min(report.period.start, context.day), end=context.day)
    tiers = {tier for structure in STRUCTURES if structure.in_force.overlaps(days) for tier in structure.tiers}
    span = {"start": days.start or context.day, "end": context.day}
    return (*_agency_tier(report, tiers, span), *_row_tiers(report, tiers, span))


def _agency_tier(report: Report, tiers: set[Tier], span: dict[str, date]) -> Iterator[Breach]:
    tier = report.agency.tier
    if tier not in tiers:
        facts: dict[str, Fact] = {**span, "agency": report.agency.name, "tier": _NAMES[tier]}
        yield Breach(said=_NO_SUCH_TIER, facts=facts, at="agency.tier", title="Cơ quan báo cáo")


def _row_tiers(report: Report, tiers: set[Tier], span: dict[str, date]) -> Iterator[Breach]:
    for table in tables_of(report):
        for row in table.rows():
            tier = _LEVELS.get(row.level)
            if tier is not None and tier not in tiers:
                facts: dict[str, Fact] = {**span, "row": _label(table, row), "tier": _NAMES[tier]}
                at = f"{table.path}.{row.step}"
                yield Breach(said=_NO_SUCH_LEVEL, facts=facts, at=at, title=table.title, subject=row.label)


def _label(table: Table, row: Row[Record]) -> Text:
    """Name a row; the rows by level have English names, agencies keep theirs."""
    english = say(f"level.{row.level.value}", "en") if isinstance(table.value, LevelTable) else row.label
    return Text(row.label, english)


def zero_levels_are_confirmed(report: Report, _context: Context) -> Judgement:
    """LVL-010: no level has nothing but zeros, in every table by level, while another level has more.

    Levels above the agency have no competence in its report, so 0 is right for them.
    """
    rows = [(table, row) for table in tables_of(report) if isinstance(table.value, LevelTable) for row in table.rows()]
    levels = dict.fromkeys(row.level for _, row in rows)
    busy = {row.level for _, row in rows if not _is_zero(row.record)}
    if len(levels) < 2:  # noqa: PLR2004 - one level cannot be held against another
        return Skipped(kind="absent")
    idle = [level for level in levels if busy and level not in busy and not _is_above(level, report.agency.tier)]
    return tuple(_zero_breach(next(each for each in rows if each[1].level is level)) for level in idle)


def _zero_breach(first: tuple[Table, Row[Record]]) -> Breach:
    table, row = first
    at = f"{table.path}.{row.step}"
    return Breach(
        said=_ALL_ZERO, facts={"tier": _NAMES[_LEVELS[row.level]]}, at=at, title=table.title, subject=row.label
    )


def _is_zero(record: Record) -> bool:
    return not any(getattr(record, name) for name in form_of(record).figures)


def _is_above(level: Level, tier: Tier) -> bool:
    order = list(Tier)
    return order.index(_LEVELS[level]) < order.index(tier)


def no_row_holds_it_all(report: Report, _context: Context) -> Judgement:
    """LVL-011: in tables by field or agency of three rows or more, by their first column."""
    tables = [
        (table, rows)
        for table in tables_of(report)
        if not isinstance(table.value, LevelTable) and len(rows := _counted(table)) >= _FEWEST_ROWS
    ]
    if not tables:
        return Skipped(kind="absent")
    return tuple(breach for table, rows in tables for breach in _piled_up(table, rows))


def _first_figure(table: Table) -> str:
    return next(iter(table.form.figures))


def _counted(table: Table) -> list[tuple[Row[Record], Fraction]]:
    figure = _first_figure(table)
    values = [(row, getattr(row.record, figure)) for row in table.rows()]
    return [(row, Fraction(value)) for row, value in values if value is not None and value >= 0]


def _piled_up(table: Table, rows: list[tuple[Row[Record], Fraction]]) -> Iterator[Breach]:
    figure = table.form.figures[_first_figure(table)]
    total = sum(value for _, value in rows)
    if not total:
        return
    name = Text(figure.label, figure.name.replace("_", " "))
    if len({value for _, value in rows}) == 1:
        facts: dict[str, Fact] = {"rows": len(rows), "figure": name, "value": rows[0][1]}
        yield Breach(said=_ALL_EQUAL, facts=facts, at=table.path, title=table.title)
        return
    for row, value in rows:
        if value / total > _MOST:
            share = percent_of(value / total)
            facts = {"row": row.label, "share": share, "figure": name, "value": value, "total": total}
            at = f"{table.path}.{row.step}"
            yield Breach(said=_TOO_MUCH, facts=facts, at=at, title=table.title, subject=row.label)
