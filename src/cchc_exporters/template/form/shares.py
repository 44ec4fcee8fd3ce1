"""Shares that the form works out itself, for whoever fills it in to see."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from math import prod

from cchc_core.forms import Ratio, form_of
from cchc_core.forms.relations import Side
from cchc_core.numbers import Number, percent_of
from cchc_core.report import Report
from cchc_exporters.template.form.line_sheet import VALUE_COLUMN
from cchc_exporters.template.form.sheets import Filled, Formula, Role, SheetBuilder
from cchc_exporters.template.form.spec import TemplateSpec
from cchc_exporters.xlsx.joining import joined_cells
from cchc_exporters.xlsx.live import share_bounds

__all__ = ["add_shares"]


def add_shares(sheet: SheetBuilder, spec: TemplateSpec, address: Callable[[str], str]) -> None:
    """Add the formula of every share whose line the sheet has.

    Args:
        sheet: The sheet of lines.
        spec: What the form holds.
        address: Gives the cell of a figure by its path.
    """
    keys = {each.text: row for (row, _), each in sheet.fixed.items() if each.role is Role.KEY}
    for part in spec.parts:
        for ratio in form_of(form_of(Report).nested[part].record).ratios.values():
            row = keys.get(f"{part}.{ratio.name}")
            if row is not None:
                sheet.formulas[row, VALUE_COLUMN] = _share(ratio, part, address)


def _share(ratio: Ratio, part: str, address: Callable[[str], str]) -> Formula:
    """Write a share as `percent_of` gives it: never rounded up to 100 nor down to 0."""
    above, whole = (_expression(side, part, address) for side in (ratio.numerator, ratio.denominator))
    paths = dict.fromkeys(_path(part, path) for side in (ratio.numerator, ratio.denominator) for path in side.paths)
    share = f"({above})/({whole})"
    lowest, highest = share_bounds(ratio.decimals)
    rounded = f"ROUND(100*{share},{ratio.decimals})"
    bounded = f"IF(AND({share}>0,{share}<1),MIN(MAX({rounded},{lowest}),{highest}),{rounded})"
    cells = ",".join(joined_cells(address(path) for path in paths))
    text = f'=IF(COUNT({cells})<{len(paths)},"",IF({whole}=0,"",{bounded}))'

    def shown(filled: Filled) -> str | Number:
        if any(path not in filled.numbers for path in paths):
            return ""
        numerator, denominator = (_sum(side, part, filled) for side in (ratio.numerator, ratio.denominator))
        return percent_of(numerator / denominator, ratio.decimals) if denominator else ""

    return Formula(text, Role.DERIVED, shown)


def _expression(side: Side, part: str, address: Callable[[str], str]) -> str:
    text = ""
    for term in side.terms:
        factor = "" if abs(term.coefficient) == 1 else f"{abs(term.coefficient)}*"
        cells = "*".join(address(_path(part, path)) for path in term.factors)
        text += ("-" if term.coefficient < 0 else "+") + factor + cells
    return text.removeprefix("+") + (f"{side.constant:+d}" if side.constant else "")


def _sum(side: Side, part: str, filled: Filled) -> Fraction:
    numbers = (
        prod((Fraction(filled.numbers[_path(part, path)]) for path in term.factors), start=Fraction(term.coefficient))
        for term in side.terms
    )
    return sum(numbers, Fraction(side.constant))


def _path(part: str, path: tuple[str, ...]) -> str:
    return ".".join((part, *path))
