"""Drawing a point of a system: from a small one on, each move as far as the relations leave room."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from typing import TypeVar, cast

from cchc_core.numbers import LARGEST_DIGITS
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.lattice import Cell, Line, LinearSystem, Step, components_of, first_point, plan_of

__all__ = ["draw_point"]

_LARGEST = 10 ** (LARGEST_DIGITS - 3) - 1
"""No cell goes beyond this, so that a thousand of them can be added."""

_PARABOLA = 2

_MOODS = 127
"""So many patterns of moods there are, beside the one in which every move goes anywhere."""

_AT_REST, _TO_THE_END = 208, 144
"""From which mood on a move is left out, about one time in five, so that zeros are common; and from which on it goes as
far as there is room, one time in four, so that figures are common that are as large or small as others let them be."""

C = TypeVar("C", bound=Hashable)


def draw_point(draw: DrawFn, cells: Iterable[C], lines: Iterable[Line], size: int) -> dict[C, int]:
    """Draw whole numbers, none below zero, that keep every relation.

    Args:
        draw: Hypothesis's function.
        cells: What the numbers stand for.
        lines: The relations.
        size: How far a move goes at most.

    Raises:
        NoPointError: If there are none.
    """
    values: dict[Cell, int] = {}
    apart, held = _set_apart(list(lines))
    systems = components_of((cell for cell in cells if cell not in apart), held)
    moods = _moods(draw(st.integers(0, _MOODS)) if systems else 0)
    for system in systems:
        values |= _walked(draw, system, moods, size)
    found = values | {cell: line.at(values) for cell, line in apart.items()}
    return cast("dict[C, int]", found)


def _moods(pattern: int) -> Iterator[int]:
    """Give a mood, up to 255, for each move; a pattern is one number, so that Hypothesis gets rid of it in one step."""
    state = pattern
    while True:
        state = (state * 1_103_515_245 + 12_345) % 2**31
        yield state >> 16 & 255 if pattern else 0


def _set_apart(lines: list[Line]) -> tuple[dict[Cell, Line], list[Line]]:
    """Take out the cells that only an equation with products speaks of, each with what it is equal to.

    They are worked out in the end; until then there must be room for them.
    """
    speaking = Counter(cell for line in lines for cell in line.cells)
    apart: dict[Cell, Line] = {}
    held: list[Line] = []
    for line in lines:
        alone = [each for each in line.terms if len(each[1]) == 1 and abs(each[0]) == 1 and speaking[each[1][0]] == 1]
        if line.is_linear or line.op != "==" or not alone:
            held.append(line)
            continue
        share, (cell,) = alone[0]
        rest = tuple((-share * each, factors) for each, factors in line.terms if factors != (cell,))
        equal = Line(rest, ">=", -share * line.constant)
        room = Line(tuple((-each, factors) for each, factors in rest), ">=", _LARGEST + share * line.constant)
        apart[cell] = equal
        held += [equal, room]
    return apart, held


def _walked(draw: DrawFn, system: LinearSystem, moods: Iterator[int], size: int) -> dict[Cell, int]:
    """Go from the first point of a system to another; a move that has no room is passed over."""
    plan = plan_of(system)
    values = dict(first_point(system))
    slacks = [line.at(values) for line in plan.bounds]
    for step, mood in zip(plan.steps, moods, strict=False):
        low, high = _room(step, values, slacks, size)
        times = draw(st.integers(low, high)) if low < high else low
        if mood >= _TO_THE_END:
            times = 0 if mood >= _AT_REST else (low, high)[mood % 2]
        for cell, change in step.cells:
            values[cell] += times * change
        for index, change in step.bounds:
            slacks[index] += times * change
    return values


def _room(step: Step, values: Mapping[Cell, int], slacks: list[int], size: int) -> tuple[int, int]:
    """Tell how often a step may be taken, backwards and forwards.

    Backwards there is an end in any case, since some cell grows with a step and cannot be less than zero.
    """
    low, high = -_LARGEST, size
    for cell, change in step.cells:
        value = values[cell]
        if change > 0:
            low, high = max(low, -(value // change)), min(high, (_LARGEST - value) // change)
        else:
            low, high = max(low, -((_LARGEST - value) // -change)), min(high, value // -change)
    for index, change in step.bounds:
        if change > 0:
            low = max(low, -(slacks[index] // change))
        else:
            high = min(high, slacks[index] // -change)
    for line in step.products:
        low, high = _room_of_product(line, step, values, low, high)
    return low, high


def _room_of_product(line: Line, step: Step, values: Mapping[Cell, int], low: int, high: int) -> tuple[int, int]:
    """Narrow the room by a relation with products; where more than two factors change at once, there is none."""
    touched = {cell for cell, _ in step.cells}
    degree = max(sum(factor in touched for factor in factors) for _, factors in line.terms)

    def forwards(times: int) -> int:
        return line.at({**values, **{cell: values[cell] + times * change for cell, change in step.cells}})

    def backwards(times: int) -> int:
        return forwards(-times)

    is_level = forwards(1) == backwards(1) == forwards(0)
    if degree > _PARABOLA or (line.op == "==" and not is_level):
        return 0, 0
    return -_reach(backwards, -low), _reach(forwards, high)


def _reach(height: Callable[[int], int], most: int) -> int:
    """Tell how far a line or parabola that begins at or above zero stays there."""
    change, bend = height(1) - height(0), height(2) - 2 * height(1) + height(0)
    end = min(most, max(0, -change) // bend + 1) if bend > 0 else most
    if height(end) >= 0 and (bend <= 0 or height(max(end - 1, 0)) >= 0):
        return most
    return bisect_left(range(end), True, key=lambda times: height(times + 1) < 0)
