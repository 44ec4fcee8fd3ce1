"""What repairs are judged by: the record as reported, and what else is known of its figures."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import pairwise

from attrs import define

from cchc_core.engine.evaluate import evaluate
from cchc_core.engine.intervals import Rounding
from cchc_core.engine.mistypes import Evidence
from cchc_core.engine.readings import Decimals, Printed, Reading
from cchc_core.engine.relation import Exact, Relation
from cchc_core.engine.status import Status

__all__ = ["Context", "Recorded"]


@define(eq=False, kw_only=True)
class Recorded:
    """A record as reported.

    Args:
        values: What stands in each cell.
        readings: What each cell says.
        relations: The relations.
        nonnegative: Cells that are not negative.
        integral: Cells that are whole.
        locked: Cells that must not be changed.
        weights: What changing a cell weighs; 1 if it is not given.
        decimals: Precision of those cells for which the printed one does not count.
        rounding: How all figures were shortened.
    """

    values: Mapping[str, Printed]
    readings: Mapping[str, Reading]
    relations: Sequence[Relation]
    nonnegative: Collection[str]
    integral: Collection[str]
    locked: Collection[str]
    weights: Mapping[str, Exact]
    decimals: Mapping[str, Decimals] | None
    rounding: Rounding

    def reported(self, cells: Iterable[str]) -> dict[str, Exact]:
        """Give the values of cells that are no blanks."""
        values = {cell: self.readings[cell].value for cell in cells}
        return {cell: value for cell, value in values.items() if value is not None}

    def statuses(self, relations: Collection[Relation], changes: Mapping[str, Exact]) -> dict[str, Status]:
        """Hold relations against the record with some values changed; a changed one is exact."""
        cells = dict.fromkeys(cell for relation in relations for cell in relation.cells)
        values = {cell: Fraction(changes[cell]) if cell in changes else self.values.get(cell) for cell in cells}
        decimals = {cell: places for cell, places in (self.decimals or {}).items() if cell not in changes}
        outcomes = evaluate(values, relations, decimals=decimals, rounding=self.rounding)
        return {code: outcome.status for code, outcome in outcomes.items()}

    def touching(self, cells: Iterable[str]) -> list[Relation]:
        """Give the relations in which one of some cells stands."""
        wanted = set(cells)
        return [relation for relation in self.relations if not wanted.isdisjoint(relation.coefficients)]

    def may_change(self, cell: str) -> bool:
        """Tell whether a cell has a value that may be changed."""
        return cell in self.readings and self.readings[cell].value is not None and cell not in self.locked

    def weight(self, cells: Iterable[str]) -> int | Fraction:
        """Give what changing some cells weighs, whole if it can be."""
        total = sum((Fraction(self.weights.get(cell, 1)) for cell in cells), Fraction())
        return total.numerator if total.denominator == 1 else total

    def permits(self, changes: Mapping[str, Exact]) -> bool:
        """Tell whether values may be changed so: whole and not negative where they must be, no relation broken."""
        if any(value < 0 and cell in self.nonnegative for cell, value in changes.items()):
            return False
        if any(Fraction(value).denominator != 1 and cell in self.integral for cell, value in changes.items()):
            return False
        return Status.FAILED not in self.statuses(self.touching(changes), changes).values()

    def confirmed(self, broken: Collection[str]) -> dict[str, int]:
        """Count the equalities that hold, for each cell of a broken relation, if there are any."""
        suspects = [cell for relation in self.relations if relation.code in broken for cell in relation.cells]
        others = [relation for relation in self.touching(suspects) if relation.op == "=="]
        statuses = self.statuses(others, {})
        holding = [relation for relation in others if statuses[relation.code] is Status.PASSED]
        counts = {cell: sum(cell in relation.coefficients for relation in holding) for cell in suspects}
        return {cell: count for cell, count in counts.items() if count}


class Context:
    """What else is known of figures.

    Args:
        readings: What each cell says.
        previous: Values of the period before.
        neighbours: Cells that are printed side by side, in order.
        columns: Cells that are printed one under another.
    """

    def __init__(
        self,
        readings: Mapping[str, Reading],
        previous: Mapping[str, Exact | None],
        neighbours: Iterable[Sequence[str]],
        columns: Iterable[Sequence[str]],
    ) -> None:
        self._readings = readings
        self._previous = previous
        self._pairs = {frozenset(pair) for cells in neighbours for pair in pairwise(cells)}
        self._columns: dict[str, list[Exact]] = {}
        for column in columns:
            values = [readings[cell].value for cell in column if cell in readings]
            for cell in column:
                self._columns.setdefault(cell, []).extend(value for value in values if value is not None)

    def are_neighbours(self, first: str, second: str) -> bool:
        """Tell whether two cells are printed side by side."""
        return frozenset((first, second)) in self._pairs

    def evidence(self, cell: str) -> Evidence:
        """Give what else is known of a cell."""
        interval = self._readings[cell].interval
        return Evidence(
            tolerance=0 if interval is None else interval.high - interval.low,
            previous=self._previous.get(cell),
            column=self._columns.get(cell, ()),
        )
