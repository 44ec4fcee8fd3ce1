"""How a figure may have been mistyped: which mistake leads from the figure meant to the one reported."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from decimal import Decimal
from fractions import Fraction

from attrs import field, frozen

from cchc_core.engine.relation import Exact
from cchc_core.engine.results import decimals_of
from cchc_core.engine.status import RepairKind

__all__ = [
    "Evidence",
    "Mistype",
    "decimals_printed",
    "digits_of",
    "have_same_digits",
    "mistype_of",
    "slips_between",
]

_FACTORS = ((10, RepairKind.TIMES_10), (100, RepairKind.TIMES_100), (1000, RepairKind.TIMES_1000))

_LEAST_UNKNOWN = 2
_LONG_ENOUGH_FOR_TWO_SLIPS = 4


@frozen
class Mistype:
    """A mistake and how much it takes.

    Args:
        kind: The mistake.
        distance: Number of slips: 1 for what happens at one stroke.
    """

    kind: RepairKind
    distance: int


@frozen(kw_only=True)
class Evidence:
    """What else is known of a figure.

    Args:
        tolerance: Width of the interval it stands for; 0 if it is exact.
        previous: Its value in the period before, if known.
        column: What stands in the same column.
    """

    tolerance: int | Fraction = 0
    previous: Exact | None = None
    column: Collection[Exact] = field(default=())


def mistype_of(reported: Exact, meant: Exact, evidence: Evidence = Evidence()) -> Mistype:
    """Tell the mistake that leads from the figure meant to the one reported; the most telling one counts.

    A changed sign, a factor of ten, a transposition, a difference within rounding, and only then a digit slip: each
    of the former is a digit slip as well. A figure is stale if it is that of the period before, and shifted if
    the figure meant stands elsewhere in its column; 0 proves neither.

    Args:
        reported: The figure as reported.
        meant: The figure meant, another one.
        evidence: What else is known of the figure.

    >>> mistype_of(1250, 1520)
    Mistype(kind=<RepairKind.TRANSPOSITION: 'transposition'>, distance=1)
    >>> mistype_of(1250, 125), mistype_of(-18, 18).kind, mistype_of(1250, 1350).kind
    (Mistype(kind=<RepairKind.TIMES_10: 'x10'>, distance=1), <RepairKind.SIGN: 'sign'>, <RepairKind.DIGIT_SLIP: 'digit slip'>)
    >>> mistype_of(47, 1350), mistype_of(47, 1350, Evidence(previous=47)).kind
    (Mistype(kind=<RepairKind.UNKNOWN: 'unknown'>, distance=4), <RepairKind.STALE: 'stale'>)
    """
    given, wanted = Fraction(reported), Fraction(meant)
    slips = slips_between(reported, meant)
    return (
        _of_sign_or_place(given, wanted)
        or (Mistype(RepairKind.ROUNDING, 1) if abs(given - wanted) <= evidence.tolerance else None)
        or (_of_one_slip(reported, meant) if slips == 1 else None)
        or _of_another_figure(given, wanted, evidence)
        or _of_several_slips(reported, meant, slips)
    )


def _of_sign_or_place(given: Fraction, wanted: Fraction) -> Mistype | None:
    if given == -wanted:
        return Mistype(RepairKind.SIGN, 1)
    for number, (factor, kind) in enumerate(_FACTORS, 1):
        if given and (given == factor * wanted or factor * given == wanted):
            return Mistype(kind, number)
    return None


def _of_one_slip(reported: Exact, meant: Exact) -> Mistype:
    return Mistype(RepairKind.TRANSPOSITION if have_same_digits(reported, meant) else RepairKind.DIGIT_SLIP, 1)


def _of_another_figure(given: Fraction, wanted: Fraction, evidence: Evidence) -> Mistype | None:
    if given and evidence.previous is not None and given == Fraction(evidence.previous):
        return Mistype(RepairKind.STALE, 1)
    if wanted and any(wanted == Fraction(each) for each in evidence.column):
        return Mistype(RepairKind.ROW_SHIFT, 1)
    return None


def _of_several_slips(reported: Exact, meant: Exact, slips: int) -> Mistype:
    longest = max(len(digits) for digits in digits_of(reported, meant))
    if slips == _LEAST_UNKNOWN and longest >= _LONG_ENOUGH_FOR_TWO_SLIPS:
        return Mistype(RepairKind.DIGIT_SLIP, slips)
    return Mistype(RepairKind.UNKNOWN, max(slips, _LEAST_UNKNOWN))


def slips_between(reported: Exact, meant: Exact) -> int:
    """Count the slips between two figures: digits left out, added or mistaken, neighbours exchanged, the sign.

    A first digit mistaken for 0 is one slip, though the zeros before a number are not written.

    >>> slips_between(5, 105)
    1
    >>> slips_between(1250, 1025), slips_between(Decimal("12.50"), Decimal("12.05")), slips_between(-1, 2)
    (2, 1, 2)
    """
    first, second = digits_of(reported, meant)
    width = max(len(first), len(second))
    slips = min(_alignment(first, second), _alignment(first.rjust(width, "0"), second.rjust(width, "0")))
    return slips + (reported < 0 < meant or meant < 0 < reported)


def have_same_digits(reported: Exact, meant: Exact) -> bool:
    """Tell whether two figures have the same digits in another order; their difference divides by nine then.

    >>> have_same_digits(1520, 1250), have_same_digits(125, 1250)
    (True, False)
    """
    first, second = digits_of(reported, meant)
    return first != second and sorted(first) == sorted(second)


def digits_of(reported: Exact, meant: Exact) -> tuple[str, str]:
    """Give the digits of two figures without sign and point, both with as many decimals as one of them has.

    A fraction that no decimals express has its numerator and denominator for digits.

    >>> digits_of(Decimal("12.50"), 7), digits_of(Decimal("0.05"), 7)
    (('1250', '700'), ('005', '700'))
    """
    places = [decimals_printed(each) for each in (reported, meant)]
    if None in places:
        return _plain_digits(reported), _plain_digits(meant)
    most = max(place for place in places if place is not None)
    first, second = (str(abs(Fraction(each) * 10**most)).rjust(most + 1, "0") for each in (reported, meant))
    return first, second


def _plain_digits(value: Exact) -> str:
    return str(abs(Fraction(value))).replace("/", "")


def decimals_printed(value: Exact) -> int | None:
    """Give the decimals with which a value is printed, ``None`` if there is no end of them.

    >>> decimals_printed(Decimal("12.50")), decimals_printed(7), decimals_printed(Fraction(1, 3))
    (2, 0, None)
    """
    if isinstance(value, Decimal):
        return max(0, -int(value.as_tuple().exponent))
    return decimals_of(Fraction(value))


def _alignment(first: str, second: str) -> int:
    """Count the changes between two texts, each place being changed once: optimal string alignment."""
    before: Sequence[int] = []
    last: Sequence[int] = range(len(second) + 1)
    for row, left in enumerate(first, 1):
        line = [row]
        for column, right in enumerate(second, 1):
            best = min(last[column] + 1, line[column - 1] + 1, last[column - 1] + (left != right))
            crossed = row > 1 and column > 1 and left == second[column - 2] and first[row - 2] == right
            line.append(min(best, before[column - 2] + 1) if crossed else best)
        before, last = last, line
    return last[-1]
