"""Two slips where one figure would do: pairs of figures that the equalities cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, islice

from cchc_core.engine.mistypes import decimals_printed, slips_between
from cchc_core.engine.relation import Exact, Relation
from cchc_core.engine.results import in_the_type_of

__all__ = ["one_slip_from", "pairs_of_slips"]

_MOST_PAIRS = 200
_DIGITS = "0123456789"


def one_slip_from(reported: Exact) -> tuple[Exact, ...]:
    """Give the figures that are one slip off: another digit, one more, one less, two exchanged, the sign.

    >>> one_slip_from(10)[:8], one_slip_from(10)[-3:]
    ((0, 20, 30, 40, 50, 60, 70, 80), (109, 1, -10))
    """
    places = decimals_printed(reported)
    if places is None:
        return (-reported,)
    scale = 10**places
    digits = str(int(abs(Fraction(reported)) * scale)).rjust(places + 1, "0")
    sign = -1 if reported < 0 else 1
    texts = dict.fromkeys(_one_slip_from_digits(digits))
    values = dict.fromkeys([*(Fraction(sign * int(text), scale) for text in texts), -Fraction(reported)])
    return tuple(in_the_type_of(reported, value) for value in values if value != reported)


def _one_slip_from_digits(digits: str) -> Iterator[str]:
    for place in range(len(digits)):
        yield from (digits[:place] + each + digits[place + 1 :] for each in _DIGITS)
    for place in range(len(digits) + 1):
        yield from (digits[:place] + each + digits[place:] for each in _DIGITS)
    for place in range(len(digits)):
        yield digits[:place] + digits[place + 1 :] or "0"
    for place in range(len(digits) - 1):
        yield digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :]


def pairs_of_slips(
    alone: Mapping[str, Exact], reported: Mapping[str, Exact], equalities: Sequence[Relation]
) -> Iterator[dict[str, Exact]]:
    """Give changes of two figures, each one slip off, that do what a change of either alone would do.

    Args:
        alone: Figures, each with the value it would have were it the only one to change.
        reported: What is reported of them.
        equalities: The equalities in which they stand.
    """
    for first, second in islice(combinations(alone, 2), _MOST_PAIRS):
        ratio = _ratio(first, second, equalities)
        if ratio is None:
            continue
        for value in one_slip_from(reported[first]):
            other = Fraction(reported[second]) + ratio * (Fraction(alone[first]) - Fraction(value))
            meant = in_the_type_of(reported[second], other)
            if meant != reported[second] and slips_between(reported[second], meant) == 1:
                yield {first: value, second: meant}


def _ratio(first: str, second: str, equalities: Sequence[Relation]) -> Fraction | None:
    """Give how much one figure counts for another, if that is the same in all equalities."""
    ratios = {
        relation.coefficients.get(first, Fraction()) / relation.coefficients[second]
        if second in relation.coefficients
        else None
        for relation in equalities
        if first in relation.coefficients or second in relation.coefficients
    }
    return ratios.pop() if len(ratios) == 1 else None
