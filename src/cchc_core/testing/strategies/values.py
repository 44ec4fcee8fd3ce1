"""Figures of a record from the whole numbers drawn for it: money with its decimals, printed shares, open bounds."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

from cchc_core.forms import Figure, FigureKind, FigureValue, OpenBound, OpenWord, Record, form_of
from cchc_core.forms.relations import Path, Side
from cchc_core.numbers import percent_of
from cchc_core.testing.extra import DrawFn, st
from cchc_core.testing.strategies.frames import Printed

__all__ = ["build", "draw_free", "exact_of", "one", "printed_shares", "with_decimals"]

_WHOLE = 100


def with_decimals(number: int, decimals: int) -> Decimal:
    """Set the point in a whole number of last digits.

    >>> with_decimals(1250, 2)
    Decimal('12.50')
    """
    return Decimal((0, tuple(map(int, str(number))), -decimals))


def one(figure: Figure[Any]) -> FigureValue:
    """Give the value 1 as the figure holds it."""
    if figure.kind is FigureKind.COUNT:
        return 1
    return OpenBound(OpenWord.EXACTLY, Decimal(1)) if figure.kind is FigureKind.OPEN else Decimal(1)


def exact_of(
    numbers: Mapping[Path, int], figures: Mapping[Path, Figure[Any]], stated: Collection[Path], decimals: int
) -> dict[Path, FigureValue]:
    """Give the figures that are stated, as a record holds them."""
    return {
        path: with_decimals(number, decimals) if figures[path].kind is FigureKind.MONEY else number
        for path, number in numbers.items()
        if path in stated
    }


def draw_free(draw: DrawFn, figures: Mapping[Path, Figure[Any]], size: int) -> dict[Path, FigureValue]:
    """Draw the figures that nothing ties: shares that are made of no figures of the form, and open bounds."""
    found: dict[Path, FigureValue] = {}
    for path, figure in figures.items():
        decimals = draw(st.integers(0, 2))
        most = _WHOLE * 10**decimals if figure.unit == "%" else size
        value = with_decimals(draw(st.integers(0, most)), decimals)
        is_open = figure.kind is FigureKind.OPEN
        found[path] = OpenBound(draw(st.sampled_from(OpenWord)), value) if is_open else value
    return found


def printed_shares(
    shares: Iterable[Printed], value_at: Callable[[Path], FigureValue | None], decimals: int
) -> dict[Path, FigureValue]:
    """Print shares that can be worked out; where they would not lie between 0 and 100 % they stay blank.

    Args:
        shares: The shares.
        value_at: Gives a figure of the record, or ``None`` where it is blank.
        decimals: Decimals with which they are printed.
    """
    found: dict[Path, FigureValue] = {}
    for each in shares:
        part, base = _added(each.part, value_at), _added(each.base, value_at)
        share = None if part is None or not base else part / base
        if share is not None and 0 <= share <= 1:
            found[each.path] = percent_of(share, decimals)
    return found


def _added(side: Side, value_at: Callable[[Path], FigureValue | None]) -> Fraction | None:
    total = Fraction(side.constant)
    for term in side.terms:
        product = Fraction(term.coefficient)
        for path in term.factors:
            value = value_at(path)
            if value is None or isinstance(value, OpenBound):
                return None
            product *= Fraction(value)
        total += product
    return total


def build(
    record: type[Record],
    values: Mapping[Path, FigureValue],
    tables: Mapping[Path, Any],
    others: Mapping[Path, Mapping[str, Any]],
    at: Path = (),
) -> Any:
    """Make a record of its figures, its tables and what is stated beside them, all by path.

    Raises:
        TypeError: If something that has no default is missing.
    """
    form = form_of(record)
    arguments: dict[str, Any] = {name: values[(*at, name)] for name in form.figures if (*at, name) in values}
    for name, declared in form.nested.items():
        path = (*at, name)
        if not declared.is_table:
            arguments[name] = build(declared.record, values, tables, others, path)
        elif path in tables:
            arguments[name] = tables[path]
    return record(**arguments, **others.get(at, {}))
