"""What the check would hold among the figures that are stated, as relations of whole numbers."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from attrs import frozen

from cchc_core.forms import Figure, FigureKind
from cchc_core.forms.relations import Path, Side
from cchc_core.testing.strategies.frames import Tie
from cchc_core.testing.strategies.lattice import Line

__all__ = ["Sheet"]


@frozen(eq=False, kw_only=True)
class Sheet:
    """Figures to be drawn together.

    Args:
        figures: Declarations of all figures that the ties speak of, by path.
        stated: Paths of the figures that the record states.
        given: Figures that stand already, in units of their last digit.
        decimals: Decimals of amounts of money, which are drawn as whole numbers of their last digit.
    """

    figures: Mapping[Path, Figure[Any]]
    stated: Collection[Path]
    given: Mapping[Path, int]
    decimals: int = 0

    @cached_property
    def cells(self) -> tuple[Path, ...]:
        """Give the figures to be drawn: what is stated, and what the form lets a report leave out."""
        return tuple(path for path, figure in self.figures.items() if self._is_open(path, figure))

    def _is_open(self, path: Path, figure: Figure[Any]) -> bool:
        drawn = path in self.stated or (figure.may_be_blank and not figure.optional)
        return drawn and path not in self.given and figure.can_be_summed

    def lines(self, ties: Iterable[Tie]) -> Iterator[Line]:
        """Give the relations that apply: a blank that only who has something states is nothing, any other excuses."""
        present = {*self.cells, *self.given}
        for tie in ties:
            left, right = self._stated(tie.left, present), self._stated(tie.right, present)
            paths = {path for side in (left, right) for path in side.paths}
            if paths and paths <= present:
                yield self._line(tie, left, right)

    def _stated(self, side: Side, present: Collection[Path]) -> Side:
        kept = tuple(
            term
            for term in side.terms
            if any(path in present or not self.figures[path].optional for path in term.factors)
        )
        return Side(kept or side.terms, side.constant)

    def _line(self, tie: Tie, left: Side, right: Side) -> Line:
        sign = -1 if tie.operator == "<=" else 1
        is_money = any(self.figures[path].kind is FigureKind.MONEY for path in left.paths + right.paths)
        constant = sign * (left.constant - right.constant) * (10**self.decimals if is_money else 1)
        terms: list[tuple[int, tuple[Path, ...]]] = []
        for side, factor in ((left, sign), (right, -sign)):
            for term in side.terms:
                coefficient = factor * term.coefficient
                for path in term.factors:
                    coefficient *= self.given.get(path, 1)
                factors = tuple(path for path in term.factors if path not in self.given)
                if factors:
                    terms.append((coefficient, factors))
                else:
                    constant += coefficient
        return Line(tuple(terms), "==" if tie.operator == "==" else ">=", constant)
