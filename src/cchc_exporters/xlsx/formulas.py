"""Check cells: the formula that tells which relations are broken and by how much, and the value stored with it.

A check cell is silent, an empty text, while the figures that a relation needs are not all numbers, and while the
relation holds. What it says otherwise is the relation and its gap: ``(3)≠(4)+(5)+(6): lệch 10``. Whole numbers
are compared exactly; amounts are compared to their decimals, and a gap that rounding alone explains is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from math import prod

from cchc_core.checks import PlacedRelation
from cchc_core.checks.system import Addend
from cchc_core.numbers import Number, plain
from cchc_exporters.xlsx.joining import joined_cells
from cchc_exporters.xlsx.precision import Precision, exactly

__all__ = ["SEPARATOR", "check_formula", "check_value", "is_within_reach"]

Address = Callable[[str], str]
"""Gives the cell in which a figure stands, by its path."""

SEPARATOR = "; "
"""What stands between two broken relations told in one cell."""

_LONGEST = 8000
"""Excel takes a formula of at most 8.192 characters."""
_MOST_ADDED = 6
"""A sum of more cells than this is written with SUM."""
_LARGEST = 10**14
"""Spreadsheets keep 15 digits; sums that reach them are not compared there."""
_COMPARED = {"==": "=", "<=": "<=", ">=": ">="}


def _no_ranges(_: PlacedRelation) -> Sequence[str]:
    return ()


def check_formula(
    relations: Sequence[PlacedRelation],
    address: Address,
    *,
    required: Callable[[str], bool],
    tell: Callable[[PlacedRelation], str],
    precision: Callable[[str], Precision] = exactly,
    ranges: Callable[[PlacedRelation], Sequence[str]] = _no_ranges,
) -> str:
    """Write the formula of a check cell.

    Args:
        relations: The relations it looks at; every cell of them has an address.
        address: The cell of each figure, as the check cell refers to it.
        required: Tells whether a relation is looked at only once this figure is a number; else a blank is nothing.
        tell: Tells a relation as broken, shortly; `telling` gives such a function.
        precision: How precisely each figure is known.
        ranges: The ranges that a relation adds up on its right, where they are known; all their cells are required.

    Returns:
        The formula with its ``=``; an empty text if there are no relations, or too many for a cell.
    """
    if not relations:
        return ""
    before = SEPARATOR if len(relations) > 1 else ""
    parts = [_part(each, address, required, before + tell(each), precision, ranges(each)) for each in relations]
    formula = f"=MID({'&'.join(parts)},{len(before) + 1},{_LONGEST})" if before else f"={parts[0]}"
    return formula if len(formula) <= _LONGEST else ""


def check_value(
    relations: Iterable[PlacedRelation],
    number: Callable[[str], Number | None],
    *,
    required: Callable[[str], bool],
    tell: Callable[[PlacedRelation], str],
    precision: Callable[[str], Precision] = exactly,
) -> str:
    """Give what the formula of `check_formula` gives for these numbers.

    Args:
        relations: As there.
        number: The number that stands in the cell of a figure; ``None`` if none does.
        required: As there.
        tell: As there.
        precision: As there.
    """
    texts = []
    for relation in relations:
        if any(required(path) and number(path) is None for path in relation.paths):
            continue
        gap = _gap(relation, number)
        if not _holds(relation, gap, _slack(relation, precision)):
            texts.append(f"{tell(relation)}: lệch {_printed(gap)}")
    return SEPARATOR.join(texts)


def is_within_reach(relation: PlacedRelation, number: Callable[[str], Number | None]) -> bool:
    """Tell whether a spreadsheet, which counts in binary floating point, compares these numbers as they are.

    It also shows a difference with 15 digits at most, those after the point among them.
    """
    products = [abs(_product(each, number)) for each in relation.left + relation.right]
    decimals = 0
    while any((each * 10**decimals).denominator > 1 for each in products):
        decimals += 1
    return sum(products, Fraction()) * Fraction(10) ** decimals < _LARGEST


def _part(
    relation: PlacedRelation,
    address: Address,
    required: Callable[[str], bool],
    text: str,
    precision: Callable[[str], Precision],
    ranges: Sequence[str],
) -> str:
    """Write the part of a formula that looks at one relation."""
    paths = tuple(path for each in relation.left for path in each.paths) if ranges else relation.paths
    cells = {path: address(path) for path in paths}
    needed = [cell for path, cell in cells.items() if required(path)]
    if len(needed) < len(cells):
        cells = {path: cell if required(path) else f"N({cell})" for path, cell in cells.items()}
    left = _expression(relation.left, relation.left_constant, cells)
    if ranges:
        right, count = f"SUM({','.join(ranges)})", len(needed) + len(relation.right)
        counted = [*needed, *ranges]
    else:
        right, count = _expression(relation.right, relation.right_constant, cells), len(needed)
        counted = needed if count <= _MOST_ADDED else joined_cells(needed)
    gap = f"{left}-({right})" if _is_sum(right) else f"{left}-{right}"
    compared = f"{left}{_COMPARED[relation.operator]}{right}"
    if precision is not exactly and any(map(_is_rounded, map(precision, paths))):
        decimals = _decimals(relation, precision)
        gap = f"ROUND({gap},{decimals})"
        halves = _halves(relation, precision) if relation.operator == "==" and relation.is_linear else ""
        compared = f"ABS({gap})<=ROUND({halves},{decimals + 1})" if halves else f"{gap}{_COMPARED[relation.operator]}0"
        gap = f'SUBSTITUTE({gap},".",",")'
    broken = f'IF({compared},"","{_quoted(text)}: lệch "&{gap})'
    return f'IF(COUNT({",".join(counted)})={count},{broken},"")' if counted else broken


def _quoted(text: str) -> str:
    return text.replace('"', '""')


def _is_rounded(precision: Precision) -> bool:
    return bool(precision.decimals or precision.half)


def _expression(addends: Sequence[Addend], constant: int, cells: Mapping[str, str]) -> str:
    """Write one side of a relation; a long sum of cells as SUM, which passes over blanks and texts."""
    text = ""
    if all(each.coefficient == 1 and len(each.paths) == 1 for each in addends):
        added = [cells[each.paths[0]] for each in addends]
        if len(added) > _MOST_ADDED:
            text = f"SUM({','.join(joined_cells(cell.removeprefix('N(').removesuffix(')') for cell in added))})"
        else:
            text = "+".join(added)
    else:
        for each in addends:
            factor = "" if abs(each.coefficient) == 1 else f"{abs(each.coefficient)}*"
            text += ("-" if each.coefficient < 0 else "+") + factor + "*".join(cells[path] for path in each.paths)
        text = text.removeprefix("+")
    return f"{text}{constant:+d}".removeprefix("+") if constant or not text else text


def _decimals(relation: PlacedRelation, precision: Callable[[str], Precision]) -> int:
    """Give the decimals that the gap may have."""
    addends = relation.left + relation.right
    return max(sum(precision(path).decimals for path in each.paths) for each in addends)


def _halves(relation: PlacedRelation, precision: Callable[[str], Precision]) -> str:
    """Write how far roundings alone may part the sides of a linear relation; nothing if no figure is rounded."""
    found = []
    for each in relation.left + relation.right:
        half = precision(each.paths[0]).half
        if half:
            found.append(half if abs(each.coefficient) == 1 else f"{abs(each.coefficient)}*{half}")
    return "+".join(found)


def _slack(relation: PlacedRelation, precision: Callable[[str], Precision]) -> Fraction:
    if relation.operator != "==" or not relation.is_linear:
        return Fraction()
    addends = relation.left + relation.right
    return sum((abs(each.coefficient) * precision(each.paths[0]).slack for each in addends), Fraction())


def _gap(relation: PlacedRelation, number: Callable[[str], Number | None]) -> Fraction:
    left = sum((_product(each, number) for each in relation.left), Fraction(relation.left_constant))
    return left - sum((_product(each, number) for each in relation.right), Fraction(relation.right_constant))


def _product(addend: Addend, number: Callable[[str], Number | None]) -> Fraction:
    return prod((Fraction(number(path) or 0) for path in addend.paths), start=Fraction(addend.coefficient))


def _holds(relation: PlacedRelation, gap: Fraction, slack: Fraction) -> bool:
    if relation.operator == "==":
        return abs(gap) <= slack
    return gap <= 0 if relation.operator == "<=" else gap >= 0


def _printed(gap: Fraction) -> str:
    """Print a gap as a formula joins it to a text: all digits, no grouping, and a comma before the decimals."""
    exact = plain(gap)
    return f"{exact.normalize():f}".replace(".", ",") if isinstance(exact, Decimal) else str(exact)


def _is_sum(expression: str) -> bool:
    return not expression.startswith("SUM(") and ("+" in expression or "-" in expression)
