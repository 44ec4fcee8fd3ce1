"""Which figures are printed side by side, and which under one another: where hands slip from one to the other."""

from __future__ import annotations

from collections.abc import Container

from cchc_core.checks.system import System

__all__ = ["columns_of", "neighbours_of"]

_FIGURES = ".figures"


def neighbours_of(system: System, among: Container[str]) -> tuple[tuple[str, ...], ...]:
    """Give the figures that are printed side by side, record by record, as far as they are asked for."""
    rows = (tuple(cell.place.path for cell in placed.cells.values()) for placed in system.records)
    kept = (tuple(path for path in row if path in among) for row in rows)
    return tuple(row for row in kept if len(row) > 1)


def columns_of(system: System, among: Container[str]) -> tuple[tuple[str, ...], ...]:
    """Give the figures that are printed under one another, column by column, as far as they are asked for."""
    columns: dict[tuple[str, str], list[str]] = {}
    for placed in system.records:
        if placed.place.row:
            table = placed.place.path.removesuffix(_FIGURES).rpartition(".")[0]
            for name, cell in placed.cells.items():
                if cell.place.path in among:
                    columns.setdefault((table, name), []).append(cell.place.path)
    return tuple(tuple(column) for column in columns.values() if len(column) > 1)
