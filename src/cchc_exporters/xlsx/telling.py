"""Telling a broken relation in the few words of a check cell."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from cchc_core.checks import Place, PlacedRelation
from cchc_core.checks.system import Addend, Cell

__all__ = ["side_told", "telling"]

_LONGEST_TOLD = 100
"""Longer relations are told in fewer words; Excel takes a text in a formula of at most 255 characters."""
_MOST_ROWS = 12
"""A sum of more figures than this is told by their number."""
_BROKEN = {"==": "≠", "<=": ">", ">=": "<"}


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
        if len(relation.right) > _MOST_ROWS:
            left = (path for each in relation.left for path in each.paths)
            return told(relation, (*left, relation.right[-1].paths[0]))
        return told(relation, relation.paths)

    def told(relation: PlacedRelation, paths: Sequence[str]) -> str:
        count = len(relation.right)
        records = {path.rpartition(".")[0] for path in (paths[0], paths[-1])}
        is_over_rows = count > _MOST_ROWS or (len(records) > 1 and _is_row(cells[paths[-1]]))
        names = dict(zip(paths, _names([cells[path] for path in paths]), strict=True))
        left = side_told(relation.left, relation.left_constant, names) + _BROKEN[relation.operator]
        if not is_over_rows:
            text = left + side_told(relation.right, relation.right_constant, names)
            if len(text) <= _LONGEST_TOLD:
                return text
        shorter = f"{left}tổng {count} {'dòng' if is_over_rows else 'số'}"
        return shorter if (count > 1 or is_over_rows) and len(shorter) <= _LONGEST_TOLD else relation.rule.code

    return tell


def _is_row(cell: Cell) -> bool:
    """Tell whether a figure is that of a row whose name the report gives, a field of activity or an agency."""
    return bool(cell.place.row) and cell.place.level is None


def _names(cells: Sequence[Cell]) -> list[str]:
    """Name figures by their rows if only these differ, by column or heading within a form, else by their labels."""
    places = [cell.place for cell in cells]
    first = places[0]
    if any(place.form != first.form for place in places):
        return [place.label for place in places]
    if len(places) > 1 and all(place.figure == first.figure for place in places):
        rows = [place.row or place.title for place in places]
        rows = rows if len(set(rows)) == len(rows) else [place.title for place in places]
        return [f"{_name(first)} {rows[0][:1].lower()}{rows[0][1:]}", *rows[1:]]
    return [_name(place) for place in places]


def _name(place: Place) -> str:
    return f"({place.column})" if place.column is not None else place.header


def side_told(addends: Sequence[Addend], constant: int, names: Mapping[str, str]) -> str:
    """Write one side of a relation with the names that its figures are given."""
    text = ""
    for each in addends:
        factor = "" if abs(each.coefficient) == 1 else f"{abs(each.coefficient)}×"
        text += ("-" if each.coefficient < 0 else "+") + factor + "×".join(names[path] for path in each.paths)
    text = text.removeprefix("+")
    return f"{text}{constant:+d}".removeprefix("+") if constant or not text else text
