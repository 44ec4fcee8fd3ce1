"""The inputs of a sheet: how they lie, and every cell of them read to a value or to a fault."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from functools import cached_property
from typing import Any

from attrs import frozen

from cchc_core.errors import Fault
from cchc_exporters.template.form.sheets import Cell, Input, SheetLayout, cell_name
from cchc_exporters.template.reading.cells import Value
from cchc_exporters.template.reading.values import Read, Unreadable, reader_of, shown_hundredfold

__all__ = ["Block", "Inputs", "Reads"]

_ROW = re.compile(r"(?P<table>.*)\.(?:fields|agencies)\[(?P<row>\d+)\]\.(?:figures\.)?(?P<name>\w+)")


@frozen(eq=False)
class Block:
    """The rows of a table by field or by agency, which all have the same inputs.

    Args:
        start: Place of its first input among all inputs of the sheet.
        names: Name of the figure, label, level or number in each input of a row.
        rows: How many rows there are.
    """

    start: int
    names: tuple[str, ...]
    rows: int

    @property
    def end(self) -> int:
        """Place of the first input behind it."""
        return self.start + self.rows * len(self.names)


class _Reader(dict[Value, Any]):
    """What is read of each value that a cell may hold; a value that stands in many cells is read once."""

    def __init__(self, read: Read) -> None:
        super().__init__({"": None})
        self.read = read
        self.is_whole = True

    def __missing__(self, raw: Value) -> Any:
        found = self[raw] = self.read(raw)
        self.is_whole = self.is_whole and not isinstance(found, Unreadable)
        return found


@frozen(eq=False)
class Reads:
    """What was read from the inputs of a sheet.

    Args:
        figures: Values of the inputs outside the block, by name, for each record that they are of, by its path;
            blanks are ``None``.
        rows: Values of each row of the block, in the order of `Block.names`.
        faults: Cells that could not be read.
    """

    figures: dict[str, dict[str, Any]]
    rows: list[tuple[Any, ...]]
    faults: list[Fault]


class Inputs:
    """How the inputs of a sheet lie, so that they are read at once.

    Args:
        sheet: Its layout.
    """

    def __init__(self, sheet: SheetLayout) -> None:
        self.sheet = sheet
        items: list[tuple[Cell, Input]] = sorted(sheet.inputs.items(), key=lambda item: item[0])
        self.cells = tuple(cell for cell, _ in items)
        self.asked = tuple(each for _, each in items)
        self.block = _block_of([each.path for each in self.asked])

    @cached_property
    def _reads(self) -> tuple[Read, ...]:
        return tuple(reader_of(each) for each in self.asked)

    @cached_property
    def _alone(self) -> tuple[Read, ...]:
        return self._reads[: self.block.start] + self._reads[self.block.end :]

    @cached_property
    def _groups(self) -> tuple[tuple[str, tuple[str, ...], int], ...]:
        """Give the inputs outside the block by what they are of: path of the record, names in it, place of the first."""
        paths = [each.path.rpartition(".") for each in (*self.asked[: self.block.start], *self.asked[self.block.end :])]
        groups: list[tuple[str, list[str], int]] = []
        for place, (prefix, _, name) in enumerate(paths):
            if not groups or groups[-1][0] != prefix:
                groups.append((prefix, [], place))
            groups[-1][1].append(name)
        return tuple((prefix, tuple(names), first) for prefix, names, first in groups)

    def read(self, raws: Sequence[Value]) -> Reads:
        """Read every input.

        Args:
            raws: What stands in the cells of the inputs, in their order.
        """
        start, end = self.block.start, self.block.end
        alone = [
            None if raw == "" else read(raw)
            for read, raw in zip(self._alone, (*raws[:start], *raws[end:]), strict=True)
        ]
        rows, is_whole = self._rows(raws[start:end])
        faults = []
        if not is_whole or Unreadable in set(map(type, alone)):
            found = [*alone[:start], *(value for row in rows for value in row), *alone[start:]]
            faults = [
                self._fault(cell, why)
                for cell, why in zip(self.cells, found, strict=True)
                if isinstance(why, Unreadable)
            ]
        figures = {prefix: dict(zip(names, alone[first:], strict=False)) for prefix, names, first in self._groups}
        return Reads(figures, rows, faults)

    def faults_of_percents(self, raws: Sequence[Value], percents: Collection[str]) -> list[Fault]:
        """Refuse shares in cells that show them a hundredfold; only who typed them knows which is meant.

        Args:
            raws: What stands in the cells of the inputs, in their order.
            percents: Names of the cells that are shown as percentages.
        """
        return [
            self._fault(cell, shown_hundredfold(raw))
            for cell, asked, raw in zip(self.cells, self.asked, raws, strict=True)
            if asked.figure is not None
            and asked.figure.unit == "%"
            and isinstance(raw, float)
            and cell_name(cell) in percents
        ]

    def cell_in(self, row: int, name: str) -> str:
        """Say where an input of a row of the block is: sheet and cell."""
        place = self.block.start + row * len(self.block.names) + self.block.names.index(name)
        return self._path_of(self.cells[place])

    def _path_of(self, cell: Cell) -> str:
        return f"{self.sheet.name}!{cell_name(cell)}"

    def _fault(self, cell: Cell, why: Unreadable) -> Fault:
        return Fault(self._path_of(cell), why.kind, why.facts)

    def _rows(self, raws: Sequence[Value]) -> tuple[list[tuple[Any, ...]], bool]:
        """Read the block column by column; say whether every cell could be read."""
        width = len(self.block.names)
        reads = self._reads[self.block.start : self.block.start + width]
        if bool in set(map(type, raws)):  # Python takes TRUE for 1
            columns = [[read(raw) for raw in raws[column::width]] for column, read in enumerate(reads)]
            return list(zip(*columns, strict=True)), False
        readers = {read: _Reader(read) for read in reads}
        columns = [list(map(readers[read].__getitem__, raws[column::width])) for column, read in enumerate(reads)]
        return list(zip(*columns, strict=True)), all(reader.is_whole for reader in readers.values())


def _block_of(paths: Sequence[str]) -> Block:
    """Find the rows that are alike among inputs in their order."""
    found = [(place, row) for place, path in enumerate(paths) if (row := _ROW.fullmatch(path))]
    if not found:
        return Block(len(paths), (), 0)
    names = tuple(row["name"] for _, row in found if row["row"] == found[0][1]["row"])
    return Block(found[0][0], names, len(found) // len(names))
