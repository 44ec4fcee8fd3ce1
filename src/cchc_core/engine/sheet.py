"""Values and relations side by side: which cells are blank, and what the relations say of the blanks."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from functools import cached_property

from attrs import define

from cchc_core.engine.intervals import Interval, weighted_sum
from cchc_core.engine.proof import combined
from cchc_core.engine.readings import BLANK, Reading
from cchc_core.engine.relation import Relation
from cchc_core.engine.status import Status

__all__ = ["Sheet"]


@define(eq=False, slots=False)
class Sheet:
    """What is reported, and what must hold.

    Args:
        readings: What each cell says.
        relations: The relations by code.
    """

    readings: Mapping[str, Reading]
    relations: Mapping[str, Relation]

    def reading(self, cell: str) -> Reading:
        """Give what a cell says; one that is not given is blank."""
        return self.readings.get(cell, BLANK)

    @cached_property
    def blanks(self) -> dict[str, None]:
        """The blank cells: those given first, then those only relations name."""
        named = (cell for relation in self.relations.values() for cell in relation.coefficients)
        return {
            cell: None
            for cell in dict.fromkeys([*self.readings, *named])
            if self.reading(cell).trouble is Status.NOT_APPLICABLE
        }

    @cached_property
    def open(self) -> dict[str, Relation]:
        """What the relations say of the blanks, the values as printed put in, by code.

        A relation without a blank says nothing of them, nor does one with a cell that cannot be used.
        """
        return {
            code: self._rest(relation)
            for code, relation in self.relations.items()
            if any(cell in self.blanks for cell in relation.coefficients)
            and all(cell in self.blanks or self.reading(cell).interval for cell in relation.coefficients)
        }

    def _rest(self, relation: Relation) -> Relation:
        known = sum(weight * Fraction(self.reading(cell).value or 0) for cell, weight in relation.coefficients.items())
        blanks = {cell: weight for cell, weight in relation.coefficients.items() if cell in self.blanks}
        return Relation(relation.code, blanks, relation.op, relation.constant - known)

    def is_exact(self, code: str) -> bool:
        """Whether no value of a relation is rounded."""
        return all(cell in self.blanks or self.reading(cell).is_exact for cell in self.relations[code].coefficients)

    def interval(self, multipliers: Mapping[str, Fraction]) -> Interval:
        """Give what multiplied relations leave for their blanks once the reported figures are put in."""
        coefficients, constant = combined(multipliers, self.relations)
        reported = ((-weight, self.reading(cell).interval) for cell, weight in coefficients.items())
        return weighted_sum([(weight, each) for weight, each in reported if each is not None], constant)
