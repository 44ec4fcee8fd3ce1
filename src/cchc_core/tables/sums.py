"""Totals that are the sum of their parts, for which a live formula may stand."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction

from cchc_core.checks import CheckResult, PlacedRelation, Status, System

__all__ = ["Sums", "formulas_of", "is_plain_sum"]


def formulas_of(system: System, result: CheckResult) -> Mapping[str, PlacedRelation]:
    """Say which figures a live formula may stand for: totals that equal the sum of their parts.

    A total that the report leaves blank is among them where its form allows the blank and the parts
    are reported. Sums over rows come before sums along a row, and no formula rests on itself.

    Args:
        system: The report's cells and relations.
        result: What the check found in them.
    """
    return Sums(system, result).among(system.relations)


class Sums:
    """Which figures a live formula may stand for, asked of some relations at a time.

    Args:
        system: The report's cells and relations.
        result: What the check found in them.
    """

    def __init__(self, system: System, result: CheckResult) -> None:
        self._cells = system.cells
        self._is_complete = result.system is system
        """Whether every relation of the system has an outcome."""
        self._keys = {each.key for each in result.outcomes if (each.status is Status.PASSED) is not self._is_complete}

    def holds(self, name: str, lead: str) -> bool:
        """Tell whether a relation passed the check, by its name and its first figure."""
        return ((name, lead) in self._keys) is not self._is_complete

    def among(self, relations: Iterable[PlacedRelation]) -> dict[str, PlacedRelation]:
        """Choose among relations, as `formulas_of` does, the one that stands for each total."""
        chosen: dict[str, PlacedRelation] = {}
        sums = [each for each in relations if is_plain_sum(each)]
        for relation in sorted(sums, key=lambda each: not each.name.endswith("_sum")):
            lead, *parts = relation.paths
            if lead in chosen or not self.holds(relation.name, lead):
                continue
            if self._is_live(lead, parts) and not _reaches(chosen, tuple(parts), lead):
                chosen[lead] = relation
        return chosen

    def _is_live(self, lead: str, parts: Sequence[str]) -> bool:
        """Tell whether the reported parts give the total, or may stand in for one that is left blank."""
        total, values = self._cells[lead], [self._cells[path].value for path in parts]
        reported = [value for value in values if isinstance(value, int | Decimal)]
        if not reported:
            return False
        if total.number is not None:
            return Fraction(total.number) == _sum(reported)
        blanks = [self._cells[path] for path in parts if self._cells[path].number is None]
        return total.figure().may_be_blank and all(cell.figure().may_be_blank for cell in blanks)


def _sum(numbers: Sequence[int | Decimal]) -> Fraction:
    """Add numbers up exactly, whatever the caller's decimal context is."""
    return sum(map(Fraction, numbers), Fraction()) if Decimal in map(type, numbers) else Fraction(sum(numbers))


def is_plain_sum(relation: PlacedRelation) -> bool:
    """Tell whether the relation reads ``total == part + part + …``."""
    return (
        relation.operator == "=="
        and len(relation.left) == 1
        and len(relation.right) > 1
        and not relation.left_constant
        and not relation.right_constant
        and all(each.coefficient == 1 and len(each.paths) == 1 for each in relation.left + relation.right)
    )


def _reaches(chosen: Mapping[str, PlacedRelation], paths: tuple[str, ...], target: str) -> bool:
    waiting = list(paths)
    while waiting:
        path = waiting.pop()
        if path == target:
            return True
        if path in chosen:
            waiting += chosen[path].paths[1:]
    return False
