"""Linear equations in whole numbers that remember from which rows they were made."""

from __future__ import annotations

from math import gcd

from attrs import define, field

__all__ = ["Echelon", "Key", "Line", "without"]

Key = str | int
"""A variable by its name; the multiple of row ``i`` in the line as ``~i``."""


@define(eq=False)
class Line:
    """The equation ``sum(terms) = constant``."""

    terms: dict[Key, int]
    constant: int

    def variable(self) -> str | None:
        """Give the first variable, if there is one."""
        return next((key for key in self.terms if isinstance(key, str)), None)

    def negated(self) -> Line:
        """Give the same equation with all signs turned."""
        return Line({key: -value for key, value in self.terms.items()}, -self.constant)


def without(line: Line, key: Key, pivot: Line) -> Line:
    """Eliminate a key of the line by means of a pivot whose coefficient of it is positive.

    >>> without(Line({"a": 2, "b": 1}, 5), "a", Line({"a": 4, "c": 3}, 1))
    Line(terms={'b': 2, 'c': -3}, constant=9)
    """
    share, unit = line.terms[key], pivot.terms[key]
    if unit != 1:
        common = gcd(share, unit)
        share, unit = share // common, unit // common
    terms = dict(line.terms) if unit == 1 else {each: unit * value for each, value in line.terms.items()}
    for each, value in pivot.terms.items():
        left = terms.get(each, 0) - share * value
        if left:
            terms[each] = left
        else:
            del terms[each]
    made = Line(terms, unit * line.constant - share * pivot.constant)
    return made if unit == 1 else _shrunk(made)


def _shrunk(line: Line) -> Line:
    common = gcd(line.constant, *line.terms.values())
    if common <= 1:
        return line
    return Line({key: value // common for key, value in line.terms.items()}, line.constant // common)


@define(eq=False)
class Echelon:
    """Equations solved one after the other: each pivot is free of the variables of the pivots before it."""

    pivots: list[tuple[str, Line]] = field(factory=list)

    def reduced(self, line: Line) -> Line:
        """Eliminate the variables of all pivots."""
        for variable, pivot in self.pivots:
            if variable in line.terms:
                line = without(line, variable, pivot)
        return line
