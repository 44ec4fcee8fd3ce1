"""Rows of long tables: those that report the same figures are written after one pattern."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from typing import Any

from attrs import evolve, frozen
from xlsxwriter.format import Format

from cchc_core import FigureKind
from cchc_core.checks import PlacedRelation
from cchc_core.tables import TableRow, is_plain_sum
from cchc_exporters.xlsx.blocks import Block, name_of, write_label, write_row
from cchc_exporters.xlsx.cells import NUMBER, number_style
from cchc_exporters.xlsx.checking import Checking
from cchc_exporters.xlsx.figures import Figures
from cchc_exporters.xlsx.grid import Addresses
from cchc_exporters.xlsx.live import added
from cchc_exporters.xlsx.write import Sheet

__all__ = ["Rows"]

_LAST_ROW = 1_048_575
"""The row in which patterns stand, the next table's above; no table reaches that far."""
_PATTERN_ROWS = (str(_LAST_ROW + 1), str(_LAST_ROW))
_SMALL = 10**11
"""Any sheet adds up and compares figures smaller than this exactly."""

_Sum = tuple[str, str, tuple[int, ...]]
Blanks = tuple[bool, ...]
"""Which figures of a row are blank."""


@frozen(eq=False, kw_only=True)
class _Pattern:
    """How the rows of a table are written that report the same figures.

    Args:
        numbers: Column of each number, where its value is, and its format; ``None`` for one that its value decides.
        blanks: Column and format of each blank.
        totals: Column of each total, its formula, format, and where its value or, for a blank, its parts are.
        check: Formula of the check cell; empty if nothing is checked.
    """

    numbers: tuple[tuple[int, int, Format | None], ...]
    blanks: tuple[tuple[int, Format], ...]
    totals: tuple[tuple[int, str, Format, tuple[int, ...]], ...]
    check: str


class Rows:
    """Writes the rows of one table, but for its total.

    Args:
        blocks: The blocks that the table is spread over.
        figures: Writes single figures.
        checking: Writes check cells.
    """

    def __init__(self, blocks: Sequence[Block], figures: Figures, checking: Checking) -> None:
        self._blocks = blocks
        self._figures = figures
        self._live = figures.live
        self._checking = checking
        form = blocks[0].table.form
        self._declared = form.figures
        self._names = tuple(form.figures)
        self._at = {name: index for index, name in enumerate(self._names)}
        kinds = {figure.kind for figure in form.figures.values()}
        self._is_regular = kinds <= {FigureKind.COUNT, FigureKind.SHARE}
        self._marked = {path.rpartition(".")[0] for path in figures.marks.paths}
        self._sums: dict[Blanks, tuple[_Sum, ...] | None] = {}
        self._patterns: dict[tuple[Block, Blanks, tuple[bool, ...]], _Pattern] = {}

    def write(self, sheet: Sheet, block: Block, check_column: int) -> None:
        """Write those of its columns that stand in a block."""
        number = 0
        for index, row in enumerate(block.table.rows):
            if row.is_total:
                continue
            number += 1
            at = block.rows[index]
            values = tuple(map(vars(row.record).__getitem__, self._names))
            pattern = self._pattern(sheet, block, row, values)
            if pattern is None:
                self._by_cell(sheet, block, row, at, number, check_column)
                continue
            write_label(sheet, row, at, number)
            rows = [str(each.rows[index] + 1) for each in self._blocks]
            self._cells(sheet, pattern, at, values, rows)
            if pattern.check:
                value = self._checking.value_at(row.path, partial(self._checked, block, row))
                self._checking.write(sheet, at, check_column, _placed(pattern.check, rows), value)

    def _cells(self, sheet: Sheet, pattern: _Pattern, at: int, values: tuple[Any, ...], rows: Sequence[str]) -> None:
        cells = sheet.cells
        for column, index, format_ in pattern.numbers:
            value = values[index]
            cells.write_number(at, column, value, format_ or sheet.format(number_style(value)))
        for column, format_ in pattern.blanks:
            cells.write_blank(at, column, None, format_)
        for column, formula, format_, parts in pattern.totals:
            value = sum(values[part] or 0 for part in parts)
            cells.write_formula(at, column, _placed(formula, rows), format_, value)

    def _by_cell(self, sheet: Sheet, block: Block, row: TableRow, at: int, number: int, check_column: int) -> None:
        """Write a row that has something of its own: a figure in doubt, or one too large to count with."""
        write_row(sheet, block, row, at, number, self._figures)
        self._checking.cell(sheet, at, check_column, self._checked(block, row))

    def _checked(self, block: Block, row: TableRow) -> list[PlacedRelation]:
        """Give the relations of a row whose first figure stands in a block."""
        columns = block.columns
        return [each for each in self._live.of_record(row.path) if name_of(each) in columns]

    def _pattern(self, sheet: Sheet, block: Block, row: TableRow, values: tuple[Any, ...]) -> _Pattern | None:
        if not self._is_regular or row.path in self._marked or not _is_small(values):
            return None
        blanks = tuple([value is None for value in values])
        if blanks not in self._sums:
            self._sums[blanks] = self._sums_of(row, blanks)
        sums = self._sums[blanks]
        if sums is None:
            return None
        holds = self._live.sums.holds
        chosen = [
            holds(name, f"{row.path}.{lead}")
            and (not parts or values[self._at[lead]] == sum(values[part] or 0 for part in parts))
            for name, lead, parts in sums
        ]
        key = block, blanks, tuple(chosen)
        if key not in self._patterns:
            self._patterns[key] = self._made(sheet, block, row, values)
        return self._patterns[key]

    def _sums_of(self, row: TableRow, blanks: Blanks) -> tuple[_Sum, ...] | None:
        """Give the sums of a row by name and total, and the parts of those of which some are left blank.

        Returns:
            ``None`` if a relation leads out of the row.
        """
        found = []
        for relation in self._live.of_record(row.path):
            if any(path.rpartition(".")[0] != row.path for path in relation.paths):
                return None
            if is_plain_sum(relation):
                lead, *parts = (path.rpartition(".")[2] for path in relation.paths)
                left_blank = [part for part in parts if blanks[self._at[part]]]
                if all(self._declared[part].may_be_blank for part in left_blank):
                    is_doubtful = bool(left_blank) and not blanks[self._at[lead]]
                    added_up = tuple(self._at[part] for part in parts) if is_doubtful else ()
                    found.append((relation.name, lead, added_up))
        return tuple(found)

    def _made(self, sheet: Sheet, block: Block, row: TableRow, values: tuple[Any, ...]) -> _Pattern:
        refer = self._refer(row, block)
        totals = self._live.totals_of(row.path)
        numbers: list[tuple[int, int, Format | None]] = []
        blanks: list[tuple[int, Format]] = []
        sums: list[tuple[int, str, Format, tuple[int, ...]]] = []
        for name, column in block.columns.items():
            index, total = self._at[name], totals.get(f"{row.path}.{name}")
            is_blank = values[index] is None
            if total is not None:
                parts = tuple(self._at[path.rpartition(".")[2]] for path in total.paths[1:])
                format_ = sheet.format(evolve(NUMBER, italic=is_blank))
                sums.append((column, f"={added(total.paths[1:], refer)}", format_, parts if is_blank else (index,)))
            elif is_blank:
                blanks.append((column, sheet.format(NUMBER)))
            else:
                numbers.append((column, index, sheet.format(NUMBER) if isinstance(values[index], int) else None))
        checked = self._checking.looked_at(self._checked(block, row))
        check = self._checking.formula(checked, refer) if checked else ""
        return _Pattern(numbers=tuple(numbers), blanks=tuple(blanks), totals=tuple(sums), check=check)

    def _refer(self, row: TableRow, block: Block) -> Callable[[str], str]:
        """Give the function that refers to the figures of a row as if it stood in the last rows of its sheets."""
        addresses = Addresses()
        for index, each in enumerate(self._blocks):
            addresses.enter_row(row.path, each.sheet, _LAST_ROW - index, each.columns)
        return addresses.seen_from(block.sheet)


def _is_small(values: Collection[Any]) -> bool:
    numbers = [value for value in values if value is not None]
    return not numbers or (max(numbers) < _SMALL and min(numbers) > -_SMALL)


def _placed(formula: str, rows: Sequence[str]) -> str:
    """Put the numbers of a row into the formula of a pattern."""
    for pattern_row, row in zip(_PATTERN_ROWS, rows, strict=False):
        formula = formula.replace(pattern_row, row)
    return formula
