"""The check column beside each table: live formulas that turn red where a relation is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from cchc_core.checks import CheckResult, PlacedRelation
from cchc_core.conditions import Grade
from cchc_exporters.xlsx.formulas import (
    EXACT,
    Precision,
    check_formula,
    check_value,
    exactly,
    is_within_reach,
    rounded_to,
    telling,
)
from cchc_exporters.xlsx.live import Live
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.write import Sheet, printable

__all__ = ["CHECKED_WIDTH", "Checking"]

CHECKED_WIDTH = 60
_HEAD = Style(size=11, bold=True, align="center", border=True)
_CELL = Style(size=11, wrap=False)
_TITLE = "Kiểm tra"
_EXACTLY_KNOWN = (int, Decimal)
_SMALL = 10**11
"""A thousand figures smaller than this are added up exactly anywhere."""


class Checking:
    """Writes the check cells of one workbook.

    Args:
        live: What is alive in it.
        result: What the check found.
    """

    def __init__(self, live: Live, result: CheckResult) -> None:
        self._live = live
        self._broken = {each.key for each in result.findings if each.grade is not Grade.ROUNDING}
        self._records = {path.rpartition(".")[0] for _, path in self._broken}
        self._tell = telling(live.cells)

    def looked_at(self, relations: Iterable[PlacedRelation]) -> list[PlacedRelation]:
        """Give those relations whose figures are all reported, as exact numbers."""
        cells = self._live.cells
        return [
            relation
            for relation in relations
            if all(isinstance(cells[path].value, _EXACTLY_KNOWN) for path in relation.paths)
        ]

    def value(self, relations: Iterable[PlacedRelation]) -> str:
        """Say which of some relations are broken, as the formula does; the check has held them against the figures."""
        broken = [each for each in relations if (each.name, each.left[0].paths[0]) in self._broken]
        if not broken:
            return ""
        return check_value(broken, self._live.number, required=_always, tell=self._tell, precision=self._precision)

    def value_at(self, record: str, relations: Callable[[], Iterable[PlacedRelation]]) -> str:
        """Say which of the relations of a record are broken, which are given if one is."""
        return self.value(self.looked_at(relations())) if record in self._records else ""

    def formula(self, relations: Sequence[PlacedRelation], refer: Callable[[str], str]) -> str:
        """Write the formula for relations; empty where a spreadsheet would not compare their figures as they are.

        Args:
            relations: The relations; all their figures are reported.
            refer: Refers to the cell of a figure.
        """
        cells = self._live.cells
        precision: Callable[[str], Precision] = exactly
        for relation in relations:
            values = [cells[path].value for path in relation.paths]
            if not self._is_within_reach(relation, values):
                return ""
            if Decimal in map(type, values):
                precision = self._precision
        return check_formula(
            relations,
            refer,
            required=_always,
            tell=self._tell,
            precision=precision,
            ranges=self._ranges,
        )

    def cell(self, sheet: Sheet, row: int, column: int, relations: Iterable[PlacedRelation]) -> None:
        """Write the check cell for some relations, if there is one whose figures are all reported."""
        looked_at = self.looked_at(relations)
        if looked_at:
            formula = self.formula(looked_at, self._live.addresses.seen_from(sheet.name))
            self.write(sheet, row, column, formula, self.value(looked_at))

    def write(self, sheet: Sheet, row: int, column: int, formula: str, value: str) -> None:
        """Write a check cell; where there can be no formula, what is broken as a text."""
        if formula:
            sheet.cells.write_formula(row, column, formula, sheet.format(_CELL), value)
        else:
            sheet.text(row, column, printable(value), _CELL)

    def head(self, sheet: Sheet, row: int, column: int, rows: int, last: int) -> None:
        """Write the head of a check column, and let its cells down to a row turn red when they say something."""
        sheet.merge(row, column, column, _TITLE, _HEAD, rows=rows)
        sheet.cells.conditional_format(row + rows, column, last, column, {"type": "no_blanks", "format": sheet.alarm()})

    def _precision(self, path: str) -> Precision:
        value = self._live.cells[path].value
        return rounded_to(-int(value.as_tuple().exponent)) if isinstance(value, Decimal) else EXACT

    def _ranges(self, relation: PlacedRelation) -> tuple[str, ...]:
        return self._live.addresses.above(relation.name, relation.left[0].paths[0])

    def _is_within_reach(self, relation: PlacedRelation, values: Sequence[Any]) -> bool:
        small = max(values) < _SMALL and min(values) > -_SMALL and relation.is_linear
        return small or is_within_reach(relation, self._live.number)


def _always(_: str) -> bool:
    """Every figure is needed: relations with a blank one are not looked at."""
    return True
