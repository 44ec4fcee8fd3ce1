"""What is fixed about a sheet of a form: texts, inputs and formulas by cell, merged ranges, widths, heights."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import Enum
from functools import cached_property
from typing import Any

from attrs import define, field, frozen
from xlsxwriter.utility import xl_cell_to_rowcol, xl_col_to_name, xl_rowcol_to_cell

from cchc_core.forms import Figure
from cchc_core.numbers import Number
from cchc_exporters.template.form.info import InfoField, InfoKind, InfoValue

__all__ = [
    "Cell",
    "Filled",
    "Fixed",
    "Formula",
    "Input",
    "Role",
    "SheetBuilder",
    "SheetLayout",
    "cell_at",
    "cell_name",
    "column_name",
    "quoted",
]

Cell = tuple[int, int]
"""Row and column, counting from zero."""


class Role(Enum):
    """What a fixed cell or formula is for; the writer gives each its looks."""

    KEY = "key"
    APPENDIX = "appendix"
    TITLE = "title"
    TIE = "tie"
    LEFT = "left"
    INSTRUCTION = "instruction"
    UNIT = "unit"
    STATUS = "status"
    MISSING = "missing"
    GROUP = "group"
    HEAD = "head"
    COLUMN_NUMBER = "column_number"
    LABEL = "label"
    TOTAL = "total"
    CENTER = "center"
    REMARK = "remark"
    DERIVED_LABEL = "derived_label"
    DERIVED = "derived"
    CHECK = "check"


@frozen(kw_only=True)
class Filled:
    """What is filled in, for the values that are stored with the formulas.

    Args:
        numbers: Figures that stand in their cells as numbers, by path.
        texts: Figures that stand there as text, by path.
        facts: Facts of the first sheet, by path; blanks left out.
        labels: Labels of rows of tables by field and by agency, by path.
        told: How many check cells say something, by sheet; known once these are worked out.
    """

    numbers: Mapping[str, Number] = field(factory=dict)
    texts: Mapping[str, str] = field(factory=dict)
    facts: Mapping[str, InfoValue] = field(factory=dict)
    labels: Mapping[str, str] = field(factory=dict)
    told: dict[str, int] = field(factory=dict)

    def stands(self, path: str) -> bool:
        """Tell whether anything stands in the cell of a figure."""
        return path in self.numbers or path in self.texts


Shown = Callable[[Filled], str | Number]
"""Gives what a formula shows for what is filled in."""


@frozen
class Fixed:
    """A text that stands in a cell of every form alike."""

    text: str | int
    role: Role


@frozen(eq=False)
class Formula:
    """A formula with its ``=``, and what it shows."""

    text: str
    role: Role
    shown: Shown = field(repr=False)


@frozen(eq=False, kw_only=True)
class Input:
    """A cell that is filled in.

    Args:
        path: Path of the figure or fact. In tables by field and by agency, rows count from zero as they stand on the
            sheet: ``procedures.dossiers_by_field.fields[3].figures.received``; beside their figures such rows have
            ``….fields[3].field``, ``….agencies[3].agency``, ``….agencies[3].level`` and ``….[3].number``.
        figure: Declaration of the figure; ``None`` for anything else.
        fact: The fact, on the first sheet; ``None`` for anything else.
        kind: What is written into a cell that holds no figure; ``None`` for a figure.
        is_total: Whether it stands in the total row of a table.
    """

    path: str
    figure: Figure[Any] | None = None
    fact: InfoField | None = None
    kind: InfoKind | None = None
    is_total: bool = False


@frozen(eq=False, kw_only=True)
class SheetLayout:
    """One sheet of a form, everything on it that is not filled in.

    Args:
        name: Name of the sheet.
        table: Path of the table on it; empty for the sheets of facts and of lines.
        fixed: Texts by cell; keys of rows, in the hidden first column, and of columns, in ``key_row``, among them.
        inputs: Cells that are filled in.
        formulas: Formulas by cell, each as it is written.
        merged: Ranges joined into one cell: first row, first column, last row, last column.
        widths: Widths of the columns, in characters, the hidden first one included.
        heights: Heights of rows, in points.
        key_row: The hidden row that holds the names of the figures of a table; ``None`` if there is none.
        head: First and last row of the head that is repeated on every printed page.
        frozen: Row and column above and left of which the screen does not scroll.
        breaks: Columns before which a new page begins when it is printed.
        landscape: Whether it is printed on the long side.
    """

    name: str
    table: str = ""
    fixed: Mapping[Cell, Fixed]
    inputs: Mapping[Cell, Input]
    formulas: Mapping[Cell, Formula]
    merged: tuple[tuple[int, int, int, int], ...]
    widths: tuple[float, ...]
    heights: Mapping[int, float]
    key_row: int | None = None
    head: tuple[int, int] | None = None
    frozen: Cell = (0, 0)
    breaks: tuple[int, ...] = ()
    landscape: bool = False

    @cached_property
    def size(self) -> tuple[int, int]:
        """How many rows and columns there are until the last that anything stands in."""
        cells = [*self.fixed, *self.inputs, *self.formulas]
        return max(row for row, _ in cells) + 1, max(column for _, column in cells) + 1

    @property
    def last_row(self) -> int:
        """The last row that anything stands in."""
        return self.size[0] - 1


@define(eq=False, kw_only=True)
class SheetBuilder:
    """A sheet while it is laid out, row by row."""

    name: str
    table: str = ""
    fixed: dict[Cell, Fixed] = field(factory=dict)
    inputs: dict[Cell, Input] = field(factory=dict)
    formulas: dict[Cell, Formula] = field(factory=dict)
    merged: list[tuple[int, int, int, int]] = field(factory=list)
    widths: tuple[float, ...] = ()
    heights: dict[int, float] = field(factory=dict)
    key_row: int | None = None
    head: tuple[int, int] | None = None
    frozen: Cell = (0, 0)
    breaks: tuple[int, ...] = ()
    landscape: bool = False
    row: int = 0

    def text(self, column: int, text: str | int, role: Role, *, last: int | None = None, rows: int = 1) -> None:
        """Put a text into the current row, over several columns or rows if it says so."""
        self.fixed[self.row, column] = Fixed(text, role)
        self._merge(column, last, rows)

    def formula(self, column: int, formula: Formula, *, last: int | None = None) -> None:
        """Put a formula into the current row, over several columns if it says so."""
        self.formulas[self.row, column] = formula
        self._merge(column, last, 1)

    def input(self, column: int, made: Input) -> None:
        """Put a cell to be filled in into the current row."""
        self.inputs[self.row, column] = made

    def done(self) -> SheetLayout:
        """Give the sheet as it is laid out now."""
        return SheetLayout(
            name=self.name,
            table=self.table,
            fixed=self.fixed,
            inputs=self.inputs,
            formulas=self.formulas,
            merged=tuple(self.merged),
            widths=self.widths,
            heights=self.heights,
            key_row=self.key_row,
            head=self.head,
            frozen=self.frozen,
            breaks=self.breaks,
            landscape=self.landscape,
        )

    def _merge(self, column: int, last: int | None, rows: int) -> None:
        if (last or column) > column or rows > 1:
            self.merged.append((self.row, column, self.row + rows - 1, last or column))


def column_name(column: int) -> str:
    """Name a column, counting from zero.

    >>> column_name(0), column_name(25), column_name(26), column_name(701), column_name(702)
    ('A', 'Z', 'AA', 'ZZ', 'AAA')
    """
    name: str = xl_col_to_name(column)
    return name


def cell_name(cell: Cell) -> str:
    """Name a cell.

    >>> cell_name((11, 7))
    'H12'
    """
    name: str = xl_rowcol_to_cell(*cell)
    return name


def cell_at(name: str) -> Cell:
    """Give the cell that a name stands for, with or without dollar signs.

    >>> cell_at("H12"), cell_at("$AA$1")
    ((11, 7), (0, 26))
    """
    row, column = xl_cell_to_rowcol(name)
    return row, column


def quoted(sheet: str) -> str:
    """Name a sheet as formulas do.

    >>> quoted("Phụ lục II")
    "'Phụ lục II'"
    """
    return "'" + sheet.replace("'", "''") + "'"
