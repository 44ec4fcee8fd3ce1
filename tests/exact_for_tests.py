"""Slow and simple references for the exact engine: elimination by hand, and every set of figures tried."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import combinations

from cchc_core.engine import Relation
from cchc_core.engine.linear import Row

__all__ = ["can_hold", "least_sets", "least_sets_of_intervals", "rows_of"]

_Line = tuple[dict[str, Fraction], str, Fraction]


def _plus(first: _Line, factor: Fraction, second: _Line, op: str) -> _Line:
    terms = dict(first[0])
    for name, share in second[0].items():
        terms[name] = terms.get(name, Fraction()) + factor * share
    return {name: share for name, share in terms.items() if share}, op, first[2] + factor * second[2]


def can_hold(rows: Iterable[Row]) -> bool:
    """Tell whether rows have a solution in fractions: substitution, then Fourier and Motzkin's elimination."""
    lines: list[_Line] = [
        ({name: Fraction(share) for name, share in row.coefficients.items() if share}, row.op, Fraction(row.constant))
        for row in rows
    ]
    while pivot := next((line for line in lines if line[1] == "==" and line[0]), None):
        name, share = next(iter(pivot[0].items()))
        others = [line for line in lines if line is not pivot]
        lines = [_plus(line, -line[0].get(name, Fraction()) / share, pivot, line[1]) for line in others]
    while all(_is_true(line) for line in lines if not line[0]):
        lines = [line for line in lines if line[0]]
        if not lines:
            return True
        names = sorted({name for line in lines for name in line[0]})
        lines = _eliminated(lines, min(names, key=lambda name: _cost(lines, name)))
    return False


def _cost(lines: Sequence[_Line], name: str) -> int:
    signs = [line[0][name] > 0 for line in lines if name in line[0]]
    return signs.count(True) * signs.count(False)


def _eliminated(lines: Sequence[_Line], name: str) -> list[_Line]:
    above = [line for line in lines if line[0].get(name, 0) > 0]
    below = [line for line in lines if line[0].get(name, 0) < 0]
    left = [line for line in lines if name not in line[0]]
    for upper in above:
        for lower in below:
            op = "<" if "<" in (upper[1], lower[1]) else "<="
            left.append(_plus(upper, upper[0][name] / -lower[0][name], lower, op))
    unique = {(tuple(sorted(line[0].items())), line[1:]): line for line in left}
    return list(unique.values())


def _is_true(line: _Line) -> bool:
    return {"==": line[2] == 0, "<=": line[2] >= 0, "<": line[2] > 0}[line[1]]


def rows_of(relations: Iterable[Relation]) -> list[Row]:
    """Give relations as rows."""
    made = []
    for relation in relations:
        sign = -1 if relation.op == ">=" else 1
        terms = {cell: sign * share for cell, share in relation.coefficients.items()}
        made.append(Row(terms, "==" if relation.op == "==" else "<=", sign * relation.constant))
    return made


def least_sets(
    relations: Sequence[Relation],
    values: Mapping[str, int | None],
    *,
    weights: Mapping[str, int | Fraction],
    locked: Collection[str],
    most: int,
) -> tuple[int | Fraction, list[tuple[str, ...]]] | None:
    """Try every set of at most ``most`` figures that are not locked; no value may be negative.

    Returns:
        The least weight and all sets that have it, in order; ``None`` if no set is enough.
    """
    open_cells = [cell for cell, value in values.items() if value is not None and cell not in locked]
    sets = [chosen for size in range(most + 1) for chosen in combinations(open_cells, size)]
    sets.sort(key=lambda chosen: sum(weights.get(cell, 1) for cell in chosen))
    rows = rows_of(relations) + [Row({cell: -1}, "<=", 0) for cell in values]
    best: int | Fraction | None = None
    found: list[tuple[str, ...]] = []
    for chosen in sets:
        weight = sum(weights.get(cell, 1) for cell in chosen)
        if best is not None and weight > best:
            break
        given = {cell: value for cell, value in values.items() if value is not None and cell not in chosen}
        if can_hold(_with(row, given) for row in rows):
            best = weight
            found.append(chosen)
    if best is None:
        return None
    places = {cell: place for place, cell in enumerate(values)}
    return best, sorted(found, key=lambda chosen: (len(chosen), [places[cell] for cell in chosen]))


def least_sets_of_intervals(
    relations: Sequence[Relation], reported: Mapping[str, Sequence[Row] | None], nonnegative: Collection[str]
) -> list[tuple[str, ...]]:
    """Try every set of figures; what is reported of a cell are rows for it, ``None`` for a blank.

    Returns:
        All sets of least number, in order.
    """
    figures = [cell for cell, rows in reported.items() if rows is not None]
    rules = rows_of(relations) + [Row({cell: -1}, "<=", 0) for cell in nonnegative]
    for size in range(len(figures) + 1):
        found = [
            chosen
            for chosen in combinations(figures, size)
            if can_hold([*rules, *(row for cell in figures if cell not in chosen for row in reported[cell] or ())])
        ]
        if found:
            return found
    return []


def _with(row: Row, given: Mapping[str, int]) -> Row:
    """Put the given values into a row."""
    constant = row.constant - sum(share * given[cell] for cell, share in row.coefficients.items() if cell in given)
    return Row({cell: share for cell, share in row.coefficients.items() if cell not in given}, row.op, constant)
