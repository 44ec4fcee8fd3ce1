"""The check column beside each table: live formulas that turn red where a relation is broken."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal
from typing import Any

from cchc_core.checks import CheckResult, PlacedRelation
from cchc_core.conditions import Grade
from cchc_core.forms import Form
from cchc_core.numbers import decimals_printed
from cchc_exporters.xlsx.formulas import check_formula, check_value, is_within_reach
from cchc_exporters.xlsx.live import Live, is_in_rows
from cchc_exporters.xlsx.precision import EXACT, Precision, exactly, rounded_to
from cchc_exporters.xlsx.styles import Style
from cchc_exporters.xlsx.telling import telling
from cchc_exporters.xlsx.write import Sheet, printable

__all__ = ["Checking"]

_HEAD = Style(size=11, bold=True, align="center", border=True)
_CELL = Style(size=11, wrap=False)
_TITLE = "Kiểm tra"
_EXACTLY_KNOWN = {int, Decimal}
_SMALL = 10**11
"""A thousand figures smaller than this are added up exactly anywhere."""

Looked = tuple[PlacedRelation, tuple[str, ...], list[Any]]
"""A relation, the paths of its figures from left to right, and their numbers."""

_FORMULAS: dict[tuple[tuple[tuple[Form, str, tuple[str, ...]], ...], tuple[str, ...]], str] = {}
_MOST_FORMULAS = 4096
"""Formulas of exact figures that no report names follow from declarations and cells; these were made already."""


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

    def looked_at(self, relations: Iterable[PlacedRelation]) -> list[Looked]:
        """Give those relations whose figures are all reported, as exact numbers, with these."""
        cells = self._live.cells
        found = []
        for relation in relations:
            paths = relation.paths
            values = [cells[path].value for path in paths]
            if _EXACTLY_KNOWN.issuperset(map(type, values)):
                found.append((relation, paths, values))
        return found

    def value(self, looked_at: Iterable[Looked]) -> str:
        """Say which of some relations are broken, as the formula does; the check has held them against the figures."""
        broken = [each for each, _, _ in looked_at if (each.name, each.left[0].paths[0]) in self._broken]
        if not broken:
            return ""
        return check_value(broken, self._live.number, required=_always, tell=self._tell, precision=self._precision)

    def value_at(self, record: str, relations: Callable[[], Iterable[PlacedRelation]]) -> str:
        """Say which of the relations of a record are broken, which are given if one is."""
        return self.value(self.looked_at(relations())) if record in self._records else ""

    def formula(self, looked_at: Sequence[Looked], refer: Callable[[str], str]) -> str:
        """Write the formula for relations; empty where a spreadsheet would not compare their figures as they are.

        Args:
            looked_at: The relations, with their figures.
            refer: Refers to the cell of a figure.
        """
        if not all(self._is_within_reach(relation, values) for relation, _, values in looked_at):
            return ""
        if any(Decimal in map(type, values) or is_in_rows(paths[-1]) for _, paths, values in looked_at):
            return self._made(looked_at, refer)
        declared = tuple([(relation.form, relation.name, paths) for relation, paths, _ in looked_at])
        key = declared, tuple([refer(path) for _, paths, _ in looked_at for path in paths])
        formula = _FORMULAS.get(key)
        if formula is None:
            formula = self._made(looked_at, refer)
            if len(_FORMULAS) < _MOST_FORMULAS:
                _FORMULAS[key] = formula
        return formula

    def _made(self, looked_at: Sequence[Looked], refer: Callable[[str], str]) -> str:
        has_decimals = any(Decimal in map(type, values) for _, _, values in looked_at)
        return check_formula(
            [relation for relation, _, _ in looked_at],
            refer,
            required=_always,
            tell=self._tell,
            precision=self._precision if has_decimals else exactly,
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
            stored: Any = value
            sheet.cells.write_formula(row, column, formula, sheet.format(_CELL), stored)
        else:
            sheet.text(row, column, printable(value), _CELL)

    def head(self, sheet: Sheet, row: int, column: int, rows: int, last: int) -> None:
        """Write the head of a check column, and let its cells down to a row turn red when they say something."""
        sheet.merge(row, column, column, _TITLE, _HEAD, rows=rows)
        sheet.cells.conditional_format(row + rows, column, last, column, {"type": "no_blanks", "format": sheet.alarm()})

    def _precision(self, path: str) -> Precision:
        value = self._live.cells[path].value
        return rounded_to(decimals_printed(value)) if isinstance(value, Decimal) else EXACT

    def _ranges(self, relation: PlacedRelation) -> tuple[str, ...]:
        return self._live.addresses.above(relation.name, relation.left[0].paths[0])

    def _is_within_reach(self, relation: PlacedRelation, values: Sequence[Any]) -> bool:
        is_small = Decimal not in map(type, values) and max(values) < _SMALL and min(values) > -_SMALL
        return (is_small and relation.is_linear) or is_within_reach(relation, self._live.number)


def _always(_: str) -> bool:
    """Every figure is needed: relations with a blank one are not looked at."""
    return True
