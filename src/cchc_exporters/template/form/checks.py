"""Live check cells: each relation of the forms at the row, line or column that it speaks of, silent while it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import partial
from typing import Any

from attrs import define, field, frozen

from cchc_core.checks import PlacedRelation, system_of
from cchc_core.checks.system import System
from cchc_core.forms import (
    FigureKind,
)
from cchc_core.numbers import Number
from cchc_core.rules import RuleKind, Severity
from cchc_exporters.template.form.column_checks import ColumnSum
from cchc_exporters.template.form.info_sheet import add_overview
from cchc_exporters.template.form.line_sheet import CHECK_COLUMN, STATUS_CELL
from cchc_exporters.template.form.shares import add_shares
from cchc_exporters.template.form.sheets import (
    Cell,
    Filled,
    Formula,
    Role,
    SheetBuilder,
    cell_name,
    column_name,
    quoted,
)
from cchc_exporters.template.form.spec import TableSpec, TemplateSpec
from cchc_exporters.template.form.table_sheet import columns_of, status_cell
from cchc_exporters.template.form.zeros import report_of_zeros
from cchc_exporters.xlsx.formulas import SEPARATOR, check_formula, check_value
from cchc_exporters.xlsx.joining import joined_cells
from cchc_exporters.xlsx.precision import EXACT, Precision, typed_amount
from cchc_exporters.xlsx.telling import side_told

__all__ = ["add_checks"]

_BROKEN = {"==": "≠", "<=": ">", ">=": "<"}
_REVIEW = "xem lại: "
_LONGEST_TOLD = 140
_LONGEST = 8000

Move = Callable[[str], str]
"""Gives the path of the same figure in another row of its table."""

Told = tuple[str, Callable[[Filled, Move], str]]
"""A piece of a formula that gives a text after a separator, and what it gives there or in another row."""


@frozen(eq=False)
class Place:
    """Where an input stands."""

    sheet: SheetBuilder
    cell: Cell
    table: TableSpec | None


@define(eq=False)
class _Checks:
    """The relations of a form, placed one by one."""

    system: System
    places: Mapping[str, Place]
    tables: Mapping[str, TableSpec]
    pieces: dict[tuple[str, Cell], list[Told]] = field(factory=dict)

    def add(self, relation: PlacedRelation) -> None:
        """Place a relation; in tables by field and by agency, that of the first row stands for all of them."""
        if not all(path in self.places for path in relation.paths):
            return
        lead = self.places[relation.paths[0]]
        if lead.table is not None and relation.name.endswith("_sum"):
            self._add(self._beneath(lead), self._sum(relation, lead, lead.table))
        elif lead.table is not None and _is_of_one_column(relation):
            self._add(self._beneath(lead), self._compared(relation, lead))
        elif lead.table is None:
            self._add((lead.sheet.name, (lead.cell[0], CHECK_COLUMN)), self._compared(relation, lead))
        else:
            self._add((lead.sheet.name, (lead.cell[0], columns_of(lead.table).check)), self._compared(relation, lead))

    def _add(self, target: tuple[str, Cell], piece: Told) -> None:
        self.pieces.setdefault(target, []).append(piece)

    def _beneath(self, place: Place) -> tuple[str, Cell]:
        return place.sheet.name, (place.cell[0] + 1, place.cell[1])

    def _sum(self, relation: PlacedRelation, total: Place, table: TableSpec) -> Told:
        cells = [self.places[path].cell for path in relation.paths]
        made = ColumnSum(
            table=table,
            name=relation.paths[0].rpartition(".")[2],
            is_optional=self.system.cells[relation.paths[0]].figure().optional,
            column=total.cell[1],
            total=total.cell[0],
            first=min(row for row, _ in cells),
        )
        return made.formula(), made.shown

    def _compared(self, relation: PlacedRelation, lead: Place) -> Told:
        """Write a relation with the formula of the appendix, which looks at it once everything needed is there."""
        needed = self._needed(relation)

        def address(path: str) -> str:
            return self._address(path, lead.sheet)

        def tell(each: PlacedRelation) -> str:
            return SEPARATOR + self._told(each, lead)

        def precision(path: str) -> Precision:
            return typed_amount(address(path)) if self._kind(path) is FigureKind.MONEY else EXACT

        def shown(filled: Filled, move: Move) -> str:
            if not self._is_looked_at(relation, filled, move):
                return ""

            def number(path: str) -> Number | None:
                return filled.numbers.get(move(path))

            def seen(path: str) -> Precision:
                value = number(path)
                return typed_amount("", value) if isinstance(value, Decimal) else EXACT

            return check_value((relation,), number, required=needed.__contains__, tell=tell, precision=seen)

        text = check_formula((relation,), address, required=needed.__contains__, tell=tell, precision=precision)
        return self._guarded(text.removeprefix("="), relation, needed, address), shown

    def _needed(self, relation: PlacedRelation) -> frozenset[str]:
        """Give the figures without which a relation says nothing; the others count as nothing where they are blank."""
        sides = self._sides(relation)
        return frozenset(
            path
            for path in relation.paths
            if not self._is_optional(path) or any(len(side) == 1 and path in side for side in sides)
        )

    def _sides(self, relation: PlacedRelation) -> tuple[tuple[str, ...], ...]:
        """Give the sides that hold only figures which may be left out: one of them at least must be there."""
        sides = (tuple(path for each in side for path in each.paths) for side in (relation.left, relation.right))
        return tuple(side for side in sides if side and all(self._is_optional(path) for path in side))

    def _is_looked_at(self, relation: PlacedRelation, filled: Filled, move: Move) -> bool:
        """Tell whether the guard of a relation's formula lets it speak."""
        free = (path for path in relation.paths if self._is_optional(path))
        return not any(move(path) in filled.texts for path in free) and all(
            any(move(path) in filled.numbers for path in side) for side in self._sides(relation)
        )

    def _guarded(
        self, part: str, relation: PlacedRelation, needed: frozenset[str], address: Callable[[str], str]
    ) -> str:
        conditions = [f"COUNT({','.join(map(address, side))})>0" for side in self._sides(relation) if len(side) > 1]
        free = list(dict.fromkeys(address(path) for path in relation.paths if path not in needed))
        if free:
            cells = ",".join(joined_cells(free))
            conditions.append(f"COUNTA({cells})=COUNT({cells})")
        condition = f"AND({','.join(conditions)})" if len(conditions) > 1 else "".join(conditions)
        return f'IF({condition},{part},"")' if condition else part

    def _address(self, path: str, sheet: SheetBuilder) -> str:
        place = self.places[path]
        name = cell_name(place.cell)
        return name if place.sheet is sheet else f"{quoted(place.sheet.name)}!{name}"

    def _told(self, relation: PlacedRelation, lead: Place) -> str:
        """Tell a relation as broken, by column numbers within a row, else by cells."""
        names = {path: self._name(path, lead) for path in relation.paths}
        text = side_told(relation.left, relation.left_constant, names) + _BROKEN[relation.operator]
        text += side_told(relation.right, relation.right_constant, names)
        text = text if len(text) <= _LONGEST_TOLD else relation.rule.code
        return text if relation.rule.severity is Severity.ERROR else _REVIEW + text

    def _name(self, path: str, lead: Place) -> str:
        place = self.places[path]
        if lead.table is not None and place.sheet is lead.sheet and place.cell[0] == lead.cell[0]:
            return columns_of(lead.table).marks[path.rpartition(".")[2]]
        return cell_name(place.cell) if place.sheet is lead.sheet else f"{place.sheet.name}!{cell_name(place.cell)}"

    def _is_optional(self, path: str) -> bool:
        return self.system.cells[path].figure().optional

    def _kind(self, path: str) -> FigureKind:
        return self.system.cells[path].figure().kind


def add_checks(spec: TemplateSpec, sheets: Sequence[SheetBuilder]) -> None:
    """Add check cells, derived shares, and the count of check cells that say something, to sheets laid out.

    Args:
        spec: What the form holds.
        sheets: Its sheets, that of the facts first.
    """
    tables = {table.path: table for table in spec.tables}
    places = {
        each.path: Place(sheet, cell, tables.get(sheet.table))
        for sheet in sheets
        for cell, each in sheet.inputs.items()
    }
    system = system_of(report_of_zeros(spec))
    checks = _Checks(system, places, tables)
    for relation in system.relations:
        checks.add(relation)
    by_name = {sheet.name: sheet for sheet in sheets}
    for (name, cell), pieces in checks.pieces.items():
        by_name[name].formulas[cell] = _joined(pieces)
    for path, table in tables.items():
        if table.rows:
            _fill_down(next(sheet for sheet in sheets if sheet.table == path), table)
    facts, *others = sheets
    told = []
    for sheet in others:
        cell = status_cell(tables[sheet.table]) if sheet.table else STATUS_CELL
        _add_status(sheet, cell, tables.get(sheet.table))
        told.append((sheet.name, cell))
        if not sheet.table:
            add_shares(sheet, spec, lambda path, sheet=sheet: checks._address(path, sheet))  # type: ignore[misc]
    add_overview(facts, told)


def _joined(pieces: Sequence[Told]) -> Formula:
    """Join what the pieces say, without the separator before the first."""
    first = len(SEPARATOR) + 1
    text = f"=MID({'&'.join(piece for piece, _ in pieces)},{first},{_LONGEST})"
    return Formula(text, Role.CHECK, partial(_shown, tuple(each for _, each in pieces), str))


def _shown(pieces: tuple[Callable[[Filled, Move], str], ...], move: Move, filled: Filled) -> str:
    return "".join(each(filled, move) for each in pieces).removeprefix(SEPARATOR)


def _fill_down(sheet: SheetBuilder, table: TableSpec) -> None:
    """Give every row of a table by field or by agency the check of the first one, as Excel fills a formula down."""
    column = columns_of(table).check
    first = min(row for row, other in sheet.formulas if other == column)
    formula = sheet.formulas[first, column]
    rows = "fields" if table.kind == "field" else "agencies"
    before = f"{table.path}.{rows}[0]."
    written = re.compile(rf"\b([A-Z]{{1,3}}){first + 1}\b")
    shown: Any = formula.shown
    for index in range(1, table.rows):

        def move(path: str, after: str = f"{table.path}.{rows}[{index}].") -> str:
            return path.replace(before, after)

        text = written.sub(rf"\g<1>{first + index + 1}", formula.text)
        sheet.formulas[first + index, column] = Formula(text, Role.CHECK, partial(_shown, shown.args[0], move))


def _add_status(sheet: SheetBuilder, cell: Cell, table: TableSpec | None) -> None:
    """Add how many check cells of a sheet say something."""
    checks = [place for place, each in sheet.formulas.items() if each.role is Role.CHECK]
    rows = [row for row, _ in checks]
    column = columns_of(table).check if table else CHECK_COLUMN
    ranges = [f"{column_name(column)}{min(rows) + 1}:{column_name(column)}{max(rows) + 1}"] if checks else []
    beneath = sorted(other for _, other in checks if other != column)
    if beneath:
        ranges.append(f"{column_name(beneath[0])}{max(rows) + 1}:{column_name(beneath[-1])}{max(rows) + 1}")
    count = "+".join(f"SUMPRODUCT(--(LEN({each})>0))" for each in ranges) or "0"
    name = sheet.name
    sheet.row = cell[0]
    sheet.formula(cell[1], Formula(f"={count}", Role.STATUS, lambda filled: filled.told.get(name, 0)), last=cell[1] + 1)


def _is_of_one_column(relation: PlacedRelation) -> bool:
    """Tell whether a relation says that the totals of two tables state one figure alike."""
    figures = {path.rpartition(".total.")[2] for path in relation.paths}
    return relation.rule.kind is RuleKind.SAME and len(figures) == 1
