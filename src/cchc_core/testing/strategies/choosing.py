"""Two ways to choose numbers: Hypothesis draws them, or the least are taken to see whether a thing can be done."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

from attrs import frozen

from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.lattice import Cell, Line, components_of, first_point
from cchc_core.testing.strategies.walking import draw_point

__all__ = ["Choice", "Drawing", "Least"]

T = TypeVar("T")


class Choice(Protocol):
    """Chooses numbers, points and elements."""

    def number(self, low: int, high: int) -> int:
        """Choose a whole number between two others."""
        ...

    def one_of(self, elements: Sequence[T]) -> T:
        """Choose an element."""
        ...

    def point(self, cells: Iterable[Cell], lines: Iterable[Line]) -> dict[Cell, int]:
        """Choose a point that keeps the relations."""
        ...


@frozen
class Drawing:
    """Draws. Arguments: see `draw_point`."""

    draw: DrawFn
    size: int = 99

    def number(self, low: int, high: int) -> int:
        """Draw a whole number."""
        return self.draw(st.integers(low, high))

    def one_of(self, elements: Sequence[T]) -> T:
        """Draw an element."""
        return self.draw(st.sampled_from(elements))

    def point(self, cells: Iterable[Cell], lines: Iterable[Line]) -> dict[Cell, int]:
        """Draw a point."""
        return draw_point(self.draw, cells, lines, self.size)


@frozen
class Least:
    """Takes whatever comes first."""

    def number(self, low: int, high: int) -> int:
        """Give the number next to zero."""
        return min(max(0, low), high)

    def one_of(self, elements: Sequence[T]) -> T:
        """Give the first element."""
        return elements[0]

    def point(self, cells: Iterable[Cell], lines: Iterable[Line]) -> dict[Cell, int]:
        """Give a small point."""
        return {cell: number for system in components_of(cells, lines) for cell, number in first_point(system).items()}
