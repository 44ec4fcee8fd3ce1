"""Two slips where one figure would do: pairs of figures that the equalities cannot tell apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations, islice

from cchc_core.engine.mistypes import decimals_printed, slips_between
from cchc_core.engine.relation import Exact, Relation
from cchc_core.engine.results import in_the_type_of

__all__ = ["like", "one_slip_from", "pairs_of_slips"]

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
    shares: Mapping[str, Fraction], change: Fraction, reported: Mapping[str, Exact]
) -> Iterator[dict[str, Exact]]:
    """Give changes of two figures, each one slip off, that together do what one figure would have to do alone.

    Args:
        shares: Figures, with how much of the change one more in each does.
        change: What is to be done.
        reported: What is reported of the figures.

    >>> shares = {"early": Fraction(1), "late": Fraction(1)}
    >>> found = pairs_of_slips(shares, Fraction(32), {"early": 910, "late": 45})
    >>> [tuple(changes.values()) for changes in found]
    [(940, 47), (912, 75)]
    """
    for first, second in islice(combinations(shares, 2), _MOST_PAIRS):
        for value in one_slip_from(reported[first]):
            left = change - shares[first] * (Fraction(value) - Fraction(reported[first]))
            meant = in_the_type_of(reported[second], Fraction(reported[second]) + left / shares[second])
            if slips_between(reported[second], meant) == 1:
                yield {first: value, second: meant}


def like(cell: str, equalities: Sequence[Relation]) -> dict[str, Fraction]:
    """Give the cells that equalities cannot tell from a cell, itself among them, each with its share of it.

    Args:
        cell: The cell, which stands in one equality at least.
        equalities: The equalities in which it or one of the others stands.

    >>> total = Relation("total", {"all": 1, "early": -1, "late": -1})
    >>> like("all", [total, Relation("other", {"all": 1, "rest": -1})])
    {'all': Fraction(1, 1)}
    """
    own = [relation for relation in equalities if cell in relation.coefficients]
    others = [relation for relation in equalities if cell not in relation.coefficients]
    found: dict[str, Fraction] = {}
    for other in own[0].cells:
        shares = {relation.coefficients.get(other, Fraction()) / relation.coefficients[cell] for relation in own}
        if len(shares) == 1 and not any(other in relation.coefficients for relation in others):
            found[other] = shares.pop()
    return found
