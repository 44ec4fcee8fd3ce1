"""Relations in the notation of the printed form, for explanations and documentation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from cchc_core.forms.figures import Figure
from cchc_core.forms.ratios import Ratio
from cchc_core.forms.record import Form, form_of
from cchc_core.forms.relations import FormRelation, Path, Side
from cchc_core.numbers import printed

__all__ = ["figure_at", "notation_of", "quotient_of"]

_SIGNS = {"==": "=", "<=": "≤", ">=": "≥"}
_ROWS = {"*": "", "total": "tổng số", "province": "cấp tỉnh", "district": "cấp huyện", "commune": "cấp xã"}


def notation_of(form: Form, relation: FormRelation) -> str:
    """Write a relation with column numbers where the form has them, else with labels.

    >>> from cchc_core import DossierRow, form_of
    >>> form = form_of(DossierRow)
    >>> notation_of(form, form.relations[0])
    '(3) = (4) + (5) + (6)'
    """
    if relation.printed:
        return relation.printed
    figures = [figure_at(form, path) for path in relation.paths]
    by_column = _has_columns(form, figures)
    names = [_name(form, path, by_column=by_column) for path in relation.paths]
    with_table = len(set(names)) < len(set(relation.paths))
    left = _side(form, relation.left, by_column=by_column, with_table=with_table)
    right = _side(form, relation.right, by_column=by_column, with_table=with_table)
    return f"{left} {_SIGNS[relation.operator]} {right}"


def quotient_of(form: Form, ratio: Ratio) -> str:
    """Write what a derived share is made of, with column numbers where the form has them, else with labels.

    >>> from cchc_core import DossierRow, form_of
    >>> quotient_of(form_of(DossierRow), DossierRow.on_time_share)
    '((8) + (9)) / (7)'
    """
    figures = [figure_at(form, path) for path in ratio.numerator.paths + ratio.denominator.paths]
    by_column = _has_columns(form, figures)
    texts = []
    for side in (ratio.numerator, ratio.denominator):
        text = _side(form, side, by_column=by_column)
        texts.append(f"({text})" if len(side.terms) + bool(side.constant) > 1 else text)
    return " / ".join(texts)


def figure_at(form: Form, path: Path) -> Figure[Any]:
    """Give the figure that a path of a relation ends at."""
    for step in path[:-1]:
        if step in form.nested:
            form = form_of(form.nested[step].record)
    return form.figures[path[-1]]


def _side(form: Form, side: Side, *, by_column: bool, with_table: bool = False) -> str:
    text = ""
    for term in side.terms:
        sign = "- " if term.coefficient < 0 else "+ " if text else ""
        factor = "" if abs(term.coefficient) == 1 else f"{printed(abs(term.coefficient))} × "
        names = " × ".join(_name(form, path, by_column=by_column, with_table=with_table) for path in term.factors)
        text += f"{' ' if text else ''}{sign}{factor}{names}"
    if side.constant:
        sign = "- " if side.constant < 0 else "+ " if text else ""
        text += f"{' ' if text else ''}{sign}{printed(abs(side.constant))}"
    return text or "0"


def _has_columns(form: Form, figures: Sequence[Figure[Any]]) -> bool:
    """Tell whether every figure has a column, but for what is added to them where it is stated."""
    in_columns = figures[0].column is not None and all(each.column is not None or each.optional for each in figures)
    return form.number != "" and in_columns


def _name(form: Form, path: Path, *, by_column: bool, with_table: bool = False) -> str:
    """Name a figure, with its row, and with its table where the same is found in another."""
    figure = figure_at(form, path)
    name = f"({figure.column})" if by_column and figure.column is not None else figure.label
    rows = [form.nested[path[0]].label] if with_table and path[0] in form.nested else []
    rows += [_ROWS[step] for step in path[:-1] if _ROWS.get(step)]
    return f"{name} [{', '.join(rows)}]" if rows else name
