"""The check beneath a column: the reported total against the sum of the rows that are filled in."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from attrs import frozen

from cchc_core.numbers import plain
from cchc_exporters.template.form.sheets import Filled, column_name
from cchc_exporters.template.form.spec import TableSpec
from cchc_exporters.template.form.table_sheet import columns_of
from cchc_exporters.xlsx.formulas import SEPARATOR

__all__ = ["ColumnSum"]

_DECIMALS = 6
"""Past all decimals a figure has; what binary floating point adds beyond them is no gap."""


@frozen(eq=False, kw_only=True)
class ColumnSum:
    """One column of a table whose total is the sum of its rows.

    A row in which nothing is filled in is no row. In any other row a blank says that the sum is not known,
    unless the figure is one that only who has it states.

    Args:
        table: The table.
        name: The figure.
        is_optional: Whether a blank counts as nothing.
        column: Its column on the sheet.
        total: Row of the total.
        first: First row of the table.
    """

    table: TableSpec
    name: str
    is_optional: bool
    column: int
    total: int
    first: int

    def formula(self) -> str:
        """Write the piece of the formula."""
        letter = column_name(self.column)
        total, parts = f"{letter}{self.total + 1}", f"{letter}{self.first + 1}:{letter}{self.total}"
        conditions = [f"COUNT({total})=1", f"COUNT({parts})>0", f"COUNT({parts})=COUNTA({parts})"]
        conditions += [] if self.is_optional else self._no_blank(letter, parts)
        gap = f"ROUND({total}-SUM({parts}),{_DECIMALS})"
        return f'IF(AND({",".join(conditions)}),IF({gap}=0,"","{SEPARATOR}lệch "&{gap}),"")'

    def shown(self, filled: Filled, _: Callable[[str], str] = str) -> str:
        """Give what the formula gives."""
        total, rows = f"{self.table.path}.total.{self.name}", self._rows()
        parts = {row: f"{row}.{self.name}" for row in rows}
        known = [Fraction(filled.numbers[path]) for path in parts.values() if path in filled.numbers]
        if total not in filled.numbers or not known or any(path in filled.texts for path in parts.values()):
            return ""
        if not self.is_optional and any(
            self._is_filled(row, filled) and path not in filled.numbers for row, path in parts.items()
        ):
            return ""
        gap = plain(Fraction(filled.numbers[total]) - sum(known))
        return f"{SEPARATOR}lệch {gap}" if gap else ""

    def _no_blank(self, letter: str, parts: str) -> list[str]:
        """Write that no row which is filled in is blank here."""
        if self.table.kind != "level":
            label = column_name(columns_of(self.table).first - 1 - (self.table.kind == "agency"))
            labels = f"${label}{self.first + 1}:${label}{self.total}"
            return [f'SUMPRODUCT(({labels}<>"")*({parts}=""))=0']
        columns = columns_of(self.table)
        ranges = [(columns.first, columns.check - 1)]
        if columns.check < columns.last:
            ranges.append((columns.check + 1, columns.last))
        written = []
        for row in range(self.first + 1, self.total + 1):
            across = ",".join(f"${column_name(start)}{row}:${column_name(end)}{row}" for start, end in ranges)
            written.append(f"OR(COUNT({letter}{row})=1,COUNTA({across})=0)")
        return written

    def _rows(self) -> tuple[str, ...]:
        """Give the path of each row's record."""
        path = self.table.path
        if self.table.kind == "level":
            return tuple(f"{path}.{step}" for step in self.table.steps[:-1])
        rows = "fields" if self.table.kind == "field" else "agencies"
        return tuple(f"{path}.{rows}[{index}].figures" for index in range(self.table.rows))

    def _is_filled(self, row: str, filled: Filled) -> bool:
        if self.table.kind == "level":
            return any(filled.stands(f"{row}.{figure.name}") for figure in columns_of(self.table).figures.values())
        label = "field" if self.table.kind == "field" else "agency"
        return bool(filled.labels.get(f"{row.removesuffix('.figures')}.{label}"))
