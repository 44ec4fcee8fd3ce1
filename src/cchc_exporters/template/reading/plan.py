"""What is looked for on a sheet of a form, laid out once so that a whole sheet is compared and taken up at a time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import itemgetter

from attrs import frozen

from cchc_exporters.template.form.layout import TemplateLayout
from cchc_exporters.template.form.sheets import Cell, SheetLayout, cell_name
from cchc_exporters.template.reading.cells import Row, Value
from cchc_exporters.template.reading.formulas_in import fragment_of
from cchc_exporters.template.reading.inputs import Inputs

__all__ = ["Plan", "Taken", "plans_of"]

_Pick = Callable[[Row], tuple[Value, ...]]


@frozen(eq=False)
class Taken:
    """What was taken from a sheet.

    Args:
        fixed: What stands in the cells of `Plan.fixed`, in their order.
        inputs: What stands in the cells that are filled in, in the order of `Inputs.cells`.
    """

    fixed: tuple[Value, ...]
    inputs: tuple[Value, ...]


class Plan:
    """What is looked for on one sheet.

    Args:
        sheet: Its layout.
    """

    def __init__(self, sheet: SheetLayout) -> None:
        self.sheet = sheet
        self.inputs = Inputs(sheet)
        self.fixed = tuple(sorted(cell for cell, each in sheet.fixed.items() if each.text != ""))
        self.texts = tuple(sheet.fixed[cell].text for cell in self.fixed)
        self.fragments = {cell_name(cell).encode(): fragment_of(each.text) for cell, each in sheet.formulas.items()}
        cells = (*sheet.fixed, *sheet.inputs, *sheet.formulas)
        self._height = max(row for row, _ in cells) + 1
        self._width = max(column for _, column in cells) + 1

    def take(self, rows: Sequence[Row]) -> Taken:
        """Take up what stands on a sheet."""
        width = len(rows[0]) if rows else 0
        if width < self._width:
            rows = [row + [""] * (self._width - width) for row in rows]
        flat = list(chain.from_iterable(rows[: self._height]))
        width = max(width, self._width)
        flat += [""] * (self._height * width - len(flat))
        fixed, inputs = self._usual if width == self._width else self._pickers(width)
        return Taken(fixed(flat), inputs(flat))

    @cached_property
    def _usual(self) -> tuple[_Pick, _Pick]:
        """Give what picks from a sheet that nobody wrote beside."""
        return self._pickers(self._width)

    def _pickers(self, width: int) -> tuple[_Pick, _Pick]:
        """Give what picks the fixed cells and the inputs from a sheet of a width, written out row after row."""
        return _picker(self.fixed, width), _picker(self.inputs.cells, width)


def _picker(cells: Sequence[Cell], width: int) -> _Pick:
    """Give what picks several cells at once, also where they are one or none."""
    places = [row * width + column for row, column in cells]
    return itemgetter(*places) if len(places) > 1 else lambda flat: tuple(flat[place] for place in places)


@lru_cache(maxsize=8)
def plans_of(layout: TemplateLayout) -> tuple[Plan, ...]:
    """Give a plan for each sheet of a form."""
    return tuple(Plan(sheet) for sheet in layout.sheets)
