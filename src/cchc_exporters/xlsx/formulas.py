"""Check cells: the formula that tells which relations are broken and by how much, and the value stored with it.

A check cell is silent, an empty text, while the figures that a relation needs are not all numbers, and while the
relation holds. What it says otherwise is the relation and its gap: ``(3)≠(4)+(5)+(6): lệch 10``. Whole numbers
are compared exactly; amounts are compared to their decimals, and a gap that rounding alone explains is none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from math import prod

from attrs import frozen

from cchc_core.checks import Place, PlacedRelation
from cchc_core.checks.system import Addend, Cell
from cchc_core.forms import Form
from cchc_core.numbers import Number, plain

__all__ = [
    "EXACT",
    "SEPARATOR",
    "Precision",
    "check_formula",
    "check_value",
    "exactly",
    "is_within_reach",
    "joined_cells",
    "rounded_to",
    "telling",
    "typed_amount",
]

Address = Callable[[str], str]
"""Gives the cell in which a figure stands, by its path."""

SEPARATOR = "; "
"""What stands between two broken relations told in one cell."""

_LONGEST = 8000
"""Excel takes a formula of at most 8.192 characters."""
_LONGEST_TOLD = 100
"""Longer relations are told in fewer words; Excel takes a text in a formula of at most 255 characters."""
_MOST_ADDED = 6
"""A sum of more cells than this is written with SUM."""
_MOST_ROWS = 12
"""A sum of more figures than this is told by their number."""
_LARGEST = 10**14
"""Spreadsheets keep 15 digits; sums that reach them are not compared there."""
_MOST_TOLD = 4096
_TOLD: dict[tuple[Form, str, tuple[str, ...]], str] = {}
"""What was told already; without rows that a report names it depends on the declarations alone."""
_BROKEN = {"==": "≠", "<=": ">", ">=": "<"}
_COMPARED = {"==": "=", "<=": "<=", ">=": ">="}
_CELL = re.compile(r"(.*?)\$?([A-Z]{1,3})\$?([0-9]+)")


@frozen(kw_only=True)
class Precision:
    """How precisely a figure is known.

    Args:
        decimals: Digits after the point that it may have.
        half: Half a unit of its last digit as an expression of a formula; empty for an exact figure.
        slack: The same as a number.
    """

    decimals: int = 0
    half: str = ""
    slack: Fraction = Fraction()


EXACT = Precision()
"""A whole number that nobody rounded."""


def rounded_to(decimals: int) -> Precision:
    """Give the precision of an amount that was rounded to so many decimals.

    >>> rounded_to(1).half, rounded_to(1).slack
    ('0.05', Fraction(1, 20))
    """
    slack = Fraction(1, 2 * 10**decimals)
    return Precision(decimals=decimals, half=_decimal(slack, decimals + 1), slack=slack)


def typed_amount(cell: str, value: Decimal | None = None, *, most: int = 3) -> Precision:
    """Give the precision of an amount typed into a cell: its decimals are those that it is seen to have there.

    Args:
        cell: The cell.
        value: What stands in it now.
        most: Decimals that an amount may have at most.

    >>> typed_amount("D9", most=1).half
    'IF(D9=ROUND(D9,0),0.5,0.05)'
    """
    half = _decimal(Fraction(1, 2 * 10**most), most + 1)
    for decimals in reversed(range(most)):
        finer = _decimal(Fraction(1, 2 * 10**decimals), decimals + 1)
        half = f"IF({cell}=ROUND({cell},{decimals}),{finer},{half})"
    seen = 0 if value is None else max(0, -int(value.normalize().as_tuple().exponent))
    return Precision(decimals=most, half=half, slack=Fraction(1, 2 * 10**seen))


def _no_ranges(_: PlacedRelation) -> Sequence[str]:
    return ()


def exactly(_: str) -> Precision:
    """Say of every figure that it is exact."""
    return EXACT


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
    """Tell whether a spreadsheet, which counts in binary floating point, compares these numbers as they are."""
    addends = relation.left + relation.right
    return sum(abs(_product(each, number)) for each in addends) < _LARGEST


def telling(cells: Mapping[str, Cell]) -> Callable[[PlacedRelation], str]:
    """Give the function that tells relations as broken, in the shortest names that tell their figures apart.

    Args:
        cells: The figures, by path.

    >>> from cchc_core import load
    >>> from cchc_core.checks import system_of
    >>> system = system_of(load("examples/dinh-hoa-2021.json"))
    >>> tell = telling(system.cells)
    >>> {relation.rule.code: tell(relation) for relation in reversed(system.relations)}["LVL-001"]
    '(3) tổng số≠Cấp huyện+Cấp xã'
    """

    def tell(relation: PlacedRelation) -> str:
        paths = relation.paths
        declared = relation.form, relation.name, paths
        text = _TOLD.get(declared)
        if text is None:
            text = told(relation, paths)
            if len(_TOLD) < _MOST_TOLD and not any("[" in path for path in paths):
                _TOLD[declared] = text
        return text

    def told(relation: PlacedRelation, paths: Sequence[str]) -> str:
        count = len(relation.right)
        is_over_rows = count > _MOST_ROWS or _is_row(cells[paths[-1]]) or _is_row(cells[paths[0]])
        named = paths[:-count] if is_over_rows and count > 1 else paths
        names = dict(zip(named, _names([cells[path] for path in paths[: _MOST_ROWS + 1]]), strict=False))
        left = _written(relation.left, relation.left_constant, names) + _BROKEN[relation.operator]
        if named is paths:
            text = left + _written(relation.right, relation.right_constant, names)
            if len(text) <= _LONGEST_TOLD:
                return text
        shorter = f"{left}tổng {count} {'dòng' if is_over_rows else 'số'}"
        return shorter if count > 1 and len(shorter) <= _LONGEST_TOLD else relation.rule.code

    return tell


def _is_row(cell: Cell) -> bool:
    """Tell whether a figure is that of a row whose name the report gives, a field of activity or an agency."""
    return bool(cell.place.row) and cell.place.level is None


def joined_cells(cells: Iterable[str]) -> list[str]:
    """Join cells that stand beside or beneath one another to ranges, in the order given.

    >>> joined_cells(["C15", "C16", "C17", "D15", "E15", "'Phụ lục I'!D8"])
    ['C15:C17', 'D15:E15', "'Phụ lục I'!D8"]
    """
    runs: list[list[tuple[str, int, int]]] = []
    for cell in cells:
        place = _place(cell)
        if runs and _goes_on(runs[-1], place):
            runs[-1].append(place)
        else:
            runs.append([place])
    return [_range(run) for run in runs]


def _part(
    relation: PlacedRelation,
    address: Address,
    required: Callable[[str], bool],
    text: str,
    precision: Callable[[str], Precision],
    ranges: Sequence[str],
) -> str:
    """Write the part of a formula that looks at one relation."""
    paths = relation.paths
    if precision is exactly and not ranges and len(paths) <= _MOST_ADDED and all(map(required, paths)):
        constants = relation.left_constant, relation.right_constant
        if not any(constants) and all(
            each.coefficient == 1 and len(each.paths) == 1 for each in relation.left + relation.right
        ):
            return _short_part(relation.operator, len(relation.left), tuple(map(address, paths)), text)
    cells = {path: address(path) for path in (paths[: -len(relation.right)] if ranges else paths)}
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


@lru_cache(maxsize=8192)
def _short_part(operator: str, left_count: int, cells: tuple[str, ...], text: str) -> str:
    """Write the part for a relation among sums of a few exact figures."""
    left, right = "+".join(cells[:left_count]), "+".join(cells[left_count:])
    gap = f"{left}-({right})" if len(cells) - left_count > 1 else f"{left}-{right}"
    broken = f'IF({left}{_COMPARED[operator]}{right},"","{_quoted(text)}: lệch "&{gap})'
    return f'IF(COUNT({",".join(dict.fromkeys(cells))})={len(set(cells))},{broken},"")'


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


def _names(cells: Sequence[Cell]) -> list[str]:
    """Name figures by their rows if only these differ, by column or heading within a form, else by their labels."""
    places = [cell.place for cell in cells]
    first = places[0]
    if any(place.form != first.form for place in places):
        return [place.label for place in places]
    if len(places) > 1 and all(place.figure == first.figure for place in places):
        rows = [place.row or place.title for place in places]
        return [f"{_name(first)} {rows[0][:1].lower()}{rows[0][1:]}", *rows[1:]]
    return [_name(place) for place in places]


def _name(place: Place) -> str:
    return f"({place.column})" if place.column is not None else place.header


def _written(addends: Sequence[Addend], constant: int, names: Mapping[str, str]) -> str:
    text = ""
    for each in addends:
        factor = "" if abs(each.coefficient) == 1 else f"{abs(each.coefficient)}×"
        text += ("-" if each.coefficient < 0 else "+") + factor + "×".join(names[path] for path in each.paths)
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


def _decimal(value: Fraction, decimals: int) -> str:
    """Write a number as formulas have it, with a point."""
    return f"{Decimal(int(value * 10**decimals)).scaleb(-decimals):f}"


def _is_sum(expression: str) -> bool:
    return not expression.startswith("SUM(") and ("+" in expression or "-" in expression)


@lru_cache(maxsize=4096)
def _place(cell: str) -> tuple[str, int, int]:
    """Take a reference apart: sheet, row and column."""
    match = _CELL.fullmatch(cell)
    if match is None:
        return cell, 0, 0
    column = 0
    for letter in match[2]:
        column = column * 26 + ord(letter) - 64
    return match[1], int(match[3]), column


def _goes_on(run: Sequence[tuple[str, int, int]], place: tuple[str, int, int]) -> bool:
    """Tell whether a cell stands next to the last of a run, in the direction of the run."""
    sheet, row, column = run[-1]
    steps = {(place[1] - row, place[2] - column)}
    if len(run) > 1:
        steps.add((row - run[-2][1], column - run[-2][2]))
    return place[0] == sheet and place[1] > 0 and steps in ({(1, 0)}, {(0, 1)})


def _range(run: Sequence[tuple[str, int, int]]) -> str:
    sheet, row, column = run[0]
    if not row:
        return sheet
    first = f"{sheet}{_letters(column)}{row}"
    return first if len(run) == 1 else f"{first}:{_letters(run[-1][2])}{run[-1][1]}"


def _letters(column: int) -> str:
    text = ""
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(65 + rest) + text
    return text
