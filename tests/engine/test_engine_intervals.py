"""Intervals with exact ends, and what a printed figure stands for."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.engine import Interval, Status, interval_of
from cchc_core.engine.intervals import has_excess_digits, weighted_sum
from cchc_core.engine.readings import BLANK, readings_of

NUMBERS = st.fractions(min_value=-20, max_value=20, max_denominator=6)
FLAGS = st.booleans()


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    """Draw an interval, now and then a point."""
    low, width = draw(NUMBERS), draw(st.fractions(min_value=0, max_value=5, max_denominator=4))
    if not width:
        return Interval.point(low)
    return Interval(low, low + width, low_closed=draw(FLAGS), high_closed=draw(FLAGS))


def members(interval: Interval) -> list[Fraction]:
    """Give some values of an interval, those next to its ends among them."""
    width = Fraction(interval.high - interval.low)
    steps = [Fraction(0), Fraction(1, 1000), Fraction(1, 2), Fraction(999, 1000), Fraction(1)]
    return [value for value in (interval.low + step * width for step in steps) if value in interval]


class TestInterval:
    """Sum, scaling and intersection keep exactly the values they should."""

    @given(intervals(), intervals())
    def test_the_sum_holds_every_sum(self, one: Interval, other: Interval) -> None:
        """Any value of the one and any of the other add up to a value of the sum."""
        assert all(a + b in one + other for a in members(one) for b in members(other))

    @given(intervals(), intervals())
    def test_the_sum_holds_its_ends_if_both_intervals_hold_theirs(self, one: Interval, other: Interval) -> None:
        """An end of the sum belongs to it only if it is the sum of two ends that belong."""
        total = one + other
        assert (one.low in one and other.low in other) == (total.low in total)
        assert (one.high in one and other.high in other) == (total.high in total)

    @given(intervals(), NUMBERS)
    def test_scaling_keeps_members_members(self, interval: Interval, factor: Fraction) -> None:
        """A value belongs to an interval exactly if its multiple belongs to the scaled one."""
        values = [interval.low - 1, interval.low, interval.high, interval.high + 1, *members(interval)]
        if factor:
            assert [value in interval for value in values] == [
                value * factor in interval.scaled(factor) for value in values
            ]
        else:
            assert Interval(0, 0) == interval.scaled(factor)

    def test_a_negative_weight_swaps_the_ends_with_their_flags(self) -> None:
        """What was open above is open below."""
        assert Interval(-4, -2, low_closed=False) == Interval(1, 2, high_closed=False).scaled(-2)

    @given(intervals(), intervals())
    def test_the_intersection_holds_what_both_hold(self, one: Interval, other: Interval) -> None:
        """A value lies in the intersection exactly if it lies in both."""
        common = one.intersection(other)
        values = [*members(one), *members(other), one.low, one.high, other.low, other.high]
        assert [value in one and value in other for value in values] == [
            common is not None and value in common for value in values
        ]

    @given(intervals(), intervals())
    def test_none_in_common_is_none_in_common(self, one: Interval, other: Interval) -> None:
        """Without an intersection, the difference of two values is never 0."""
        assert (one.intersection(other) is not None) == (0 in one + other.scaled(-1))

    @pytest.mark.parametrize(
        ("one", "other", "expected"),
        [
            (Interval(1, 2), Interval(2, 3), Interval.point(2)),
            (Interval(1, 2, high_closed=False), Interval(2, 3), None),
            (Interval(1, 2), Interval(2, 3, low_closed=False), None),
            (Interval(1, 2), Interval(3, 4), None),
            (
                Interval(1, 3, low_closed=False),
                Interval(1, 3, high_closed=False),
                Interval(1, 3, low_closed=False, high_closed=False),
            ),
        ],
    )
    def test_equal_ends_meet_only_if_both_are_closed(
        self, one: Interval, other: Interval, expected: Interval | None
    ) -> None:
        """An open end belongs to neither."""
        assert expected == one.intersection(other) == other.intersection(one)

    @given(st.lists(st.tuples(NUMBERS, intervals()), max_size=4), NUMBERS)
    def test_a_weighted_sum_is_the_sum_of_the_scaled(
        self, terms: list[tuple[Fraction, Interval]], start: Fraction
    ) -> None:
        """Adding at once gives what adding one by one gives."""
        expected = Interval.point(start)
        for weight, interval in terms:
            expected += interval.scaled(weight)
        assert expected == weighted_sum(terms, start)

    def test_a_weight_of_0_leaves_a_point(self) -> None:
        """What is multiplied by nothing leaves nothing open, not even an end."""
        assert Interval.point(3) == weighted_sum([(0, Interval(1, 2, low_closed=False, high_closed=False))], 3)

    @pytest.mark.parametrize(
        ("op", "constant", "expected"),
        [
            ("==", 1, False), ("==", 2, True), ("==", Fraction(3, 2), True), ("==", 3, False),
            ("<=", 1, False), ("<=", 2, True), ("<=", 0, False), (">=", 2, True), (">=", 3, False), (">=", 1, True),
        ],
    )  # fmt: skip
    def test_what_an_interval_can_be(self, op: Any, constant: Fraction, expected: Any) -> None:
        """Above 1 and up to 2, it can be 2 but not 1."""
        assert expected is Interval(1, 2, low_closed=False).can_be(op, constant)

    @pytest.mark.parametrize(
        "flags", [{"low_closed": False}, {"high_closed": False}, {"low_closed": False, "high_closed": False}]
    )
    def test_an_interval_without_a_value_is_refused(self, flags: dict[str, bool]) -> None:
        """A point with an open end is empty, and so are ends the wrong way round."""
        with pytest.raises(ValueError, match="no value lies between 1 and 1"):
            Interval(1, 1, **flags)
        with pytest.raises(ValueError, match="no value lies between 2 and 1"):
            Interval(2, 1)

    def test_a_point_holds_one_value(self) -> None:
        """An exact count is a point."""
        assert Interval.point(5).is_point
        assert not Interval(5, 6).is_point
        assert [4, 6] == [value for value in (4, 5, 6) if value not in Interval.point(5)]


class TestPrintedFigure:
    """A printed figure stands for every value that is shortened to it."""

    @pytest.mark.parametrize(
        ("value", "decimals", "low", "high"),
        [
            (Decimal("2.5"), 1, Fraction("2.45"), Fraction("2.55")),
            (Decimal("-2.5"), 1, Fraction("-2.55"), Fraction("-2.45")),
            (7000, -3, 6500, 7500),
            (Fraction(5), 0, Fraction(9, 2), Fraction(11, 2)),
            (0, 2, Fraction("-0.005"), Fraction("0.005")),
            (3, None, 3, 3),
        ],
    )
    def test_rounded_to_the_nearest(self, value: Any, decimals: int | None, low: Fraction, high: Fraction) -> None:
        """Half a unit either way, both ends included."""
        assert Interval(low, high) == interval_of(value, decimals)

    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (Decimal("2.5"), Interval(Fraction("2.5"), Fraction("2.6"), high_closed=False)),
            (Decimal("-2.5"), Interval(Fraction("-2.6"), Fraction("-2.5"), low_closed=False)),
            (Decimal("0.0"), Interval(Fraction("-0.1"), Fraction("0.1"), low_closed=False, high_closed=False)),
        ],
    )
    def test_truncated(self, value: Decimal, expected: Interval) -> None:
        """One unit away from zero, its far end excluded; nothing may stand for either sign."""
        assert expected == interval_of(value, 1, "truncated")

    @given(NUMBERS, st.integers(-2, 3))
    def test_shortening_keeps_a_value_inside(self, value: Fraction, decimals: int) -> None:
        """The value itself always belongs to what its shortened form stands for."""
        scale = Fraction(10) ** decimals
        down, up = Fraction(floor(value * scale)) / scale, Fraction(floor(value * scale + Fraction(1, 2))) / scale
        toward_zero = down if value >= 0 else -Fraction(floor(-value * scale)) / scale
        assert value in interval_of(up, decimals)
        assert value in interval_of(toward_zero, decimals, "truncated")

    def test_an_unknown_rounding_is_refused(self) -> None:
        """Rounding up is not one of the ways."""
        with pytest.raises(ValueError, match="nearest, truncated, not 'up'"):
            interval_of(1, 0, "up")  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("value", "decimals", "expected"),
        [
            (Decimal("1.25"), 1, True), (Decimal("1.20"), 1, False), (1250, -2, True), (1200, -2, False),
            (Fraction(1, 3), 9, True), (Fraction(1, 3), None, False),
        ],
    )  # fmt: skip
    def test_excess_digits(self, value: Any, decimals: int | None, expected: Any) -> None:
        """Only zeros may stand beyond the precision."""
        assert expected is has_excess_digits(value, decimals)


class TestReadings:
    """Several printings of one fact are read together."""

    def test_a_decimal_is_as_precise_as_it_is_printed(self) -> None:
        """2.50 says more than 2.5, and 1E+3 means thousands."""
        read = readings_of({"a": Decimal("2.50"), "b": Decimal("1E+3")})
        assert Interval(Fraction("2.495"), Fraction("2.505")) == read["a"].interval
        assert Interval(500, 1500) == read["b"].interval

    @pytest.mark.parametrize("value", [5, Fraction(1, 3)])
    def test_a_count_and_a_fraction_are_exact(self, value: Any) -> None:
        """They stand for themselves alone."""
        reading = readings_of({"a": value})["a"]
        assert Interval.point(value) == reading.interval
        assert reading.is_exact

    def test_printings_that_agree_meet(self) -> None:
        """97.7 and 97.66 leave what both leave; the most precise one is the value."""
        reading = readings_of({"a": (Decimal("97.7"), None, Decimal("97.66"))})["a"]
        assert (Decimal("97.66"), Interval(Fraction("97.655"), Fraction("97.665"))) == (reading.value, reading.interval)

    def test_printings_that_disagree_contradict(self) -> None:
        """19.024 in one place and 19.042 in another cannot be one fact."""
        reading = readings_of({"a": (19024, 19042)})["a"]
        assert (19024, None, Status.CONTRADICTORY) == (reading.value, reading.interval, reading.trouble)

    def test_truncated_printings_meet_only_within_both(self) -> None:
        """2.5 truncated ends before 2.6, so it is not 2.60."""
        values = {"a": (Decimal("2.5"), Decimal("2.60"))}
        assert Status.CONTRADICTORY is readings_of(values, rounding="truncated")["a"].trouble
        assert Status.CONTRADICTORY is readings_of(values)["a"].trouble
        assert readings_of({"a": (Decimal("2.5"), Decimal("2.55"))})["a"].trouble is None

    @pytest.mark.parametrize("value", [None, (), (None, None)])
    def test_nothing_printed_is_a_blank(self, value: Any) -> None:
        """No printing, or none that says anything, leaves the cell blank."""
        assert BLANK == readings_of({"a": value})["a"]

    def test_each_printing_may_have_its_own_precision(self) -> None:
        """Thousands in one place and the exact figure in another agree."""
        values: dict[str, Any] = {"a": (7000, 7321)}
        assert Interval.point(7321) == readings_of(values, decimals={"a": (-3, None)})["a"].interval
        assert Status.EXCESS_DIGITS is readings_of(values, decimals={"a": -3})["a"].trouble

    @pytest.mark.parametrize("value", [True, 2.5, "3", (1, 2.5)])
    def test_what_is_not_exact_is_refused(self, value: Any) -> None:
        """A truth value, a float and a text are no figures; the message names the cell."""
        with pytest.raises(TypeError, match="cell 'late' holds"):
            readings_of({"late": value})

    @pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("1E+5000")])
    def test_what_is_not_finite_is_refused(self, value: Decimal) -> None:
        """Infinity is no figure, nor is one of thousands of digits."""
        with pytest.raises(ValueError, match="cell 'late' holds"):
            readings_of({"late": value})

    @pytest.mark.parametrize(
        ("decimals", "error"), [(True, TypeError), ("1", TypeError), (5000, ValueError), ((1, 2), ValueError)]
    )
    def test_a_precision_that_makes_no_sense_is_refused(self, decimals: Any, error: type[Exception]) -> None:
        """It is a number of decimals, one for each printing."""
        with pytest.raises(error, match="cell 'late' has"):
            readings_of({"late": 5}, decimals={"late": decimals})
