"""Numbers as a Vietnamese report prints them."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, Inexact, localcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.numbers import Number, percent_of, plain, printed, round_half_up

SHARES = st.fractions(0, 1, max_denominator=10**7)


class TestRounding:
    """Halves go away from zero, as Excel's ROUND and the election guidance do."""

    @pytest.mark.parametrize(
        ("value", "decimals", "rounded"),
        [
            (Fraction(1, 200), 2, "0.01"),
            (Fraction(-1, 200), 2, "-0.01"),
            (Decimal("2.5"), 0, "3"),
            (Decimal("-2.5"), 0, "-3"),
            (Decimal("97.655"), 2, "97.66"),
            (Decimal("97.6549999"), 2, "97.65"),
            (7, 2, "7.00"),
            (0, 1, "0.0"),
        ],
    )
    def test_halves_go_away_from_zero(self, value: Number, decimals: int, rounded: str) -> None:
        """2.5 becomes 3 and not 2, as a bank would have it."""
        assert rounded == str(round_half_up(value, decimals))

    @given(st.integers(-(10**12), 10**12), st.integers(0, 6), st.integers(0, 4))
    def test_rounding_agrees_with_the_decimal_module(self, number: int, places: int, decimals: int) -> None:
        """Another implementation gives the same."""
        value = Decimal(number).scaleb(-places)
        assert value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP) == round_half_up(value, decimals)


class TestPercentages:
    """A percentage never hides a remainder."""

    @given(SHARES, st.integers(0, 3))
    def test_all_and_nothing_are_printed_only_when_they_are_so(self, share: Fraction, decimals: int) -> None:
        """100% on time never stands beside a late dossier, nor 0% late."""
        assert (share == 1) == (percent_of(share, decimals) == 100)
        assert (share == 0) == (percent_of(share, decimals) == 0)

    @pytest.mark.parametrize(
        ("share", "decimals", "percent"),
        [
            (Fraction(99999, 100000), 2, "99.99"),
            (Fraction(99994, 100000), 2, "99.99"),
            (Fraction(999, 1000), 0, "99"),
            (Fraction(1, 10**9), 2, "0.01"),
            (Fraction(1), 2, "100.00"),
            (Fraction(0), 2, "0.00"),
        ],
    )
    def test_the_last_digit_gives_way(self, share: Fraction, decimals: int, percent: str) -> None:
        """Rounded half up, 99999 of 100000 would be 100%."""
        assert percent == str(percent_of(share, decimals))

    @given(SHARES)
    def test_a_percentage_is_less_than_one_unit_off(self, share: Fraction) -> None:
        """The last digit gives way by no more than one."""
        assert abs(Fraction(percent_of(share)) - share * 100) < Fraction(1, 100)

    def test_a_share_above_one_is_printed_as_it_is(self) -> None:
        """A contradiction in the figures is not covered up."""
        assert "101.00" == str(percent_of(Fraction(101, 100)))
        assert "100.00" == str(percent_of(Fraction(1000001, 1000000)))


class TestPrinting:
    """Thousands with a point, decimals with a comma; in English the other way round."""

    @pytest.mark.parametrize(
        ("value", "vietnamese", "english"),
        [
            (0, "0", "0"),
            (999, "999", "999"),
            (1250, "1.250", "1,250"),
            (-1234567, "-1.234.567", "-1,234,567"),
            (Decimal("1234.50"), "1.234,50", "1,234.50"),
            (Decimal(4900), "4.900", "4,900"),
            (Fraction(2500), "2.500", "2,500"),
            (Fraction(-5, 2), "-2,5", "-2.5"),
            (Fraction(2000, 3), "2.000/3", "2,000/3"),
        ],
    )
    def test_separators_follow_the_language(self, value: Number, vietnamese: str, english: str) -> None:
        """The decimals a number carries are all printed."""
        assert vietnamese == printed(value)
        assert english == printed(value, "en")

    @given(st.integers(-(10**15), 10**15), st.integers(0, 4))
    def test_a_decimal_fraction_is_made_plain_exactly(self, number: int, places: int) -> None:
        """Making a number plain changes how it is written, not what it is."""
        value = Fraction(number, 10**places)
        assert value == plain(value)
        assert isinstance(plain(value), int) == (value.denominator == 1)


def test_the_callers_decimal_context_changes_nothing() -> None:
    """Exactness is the library's own, whatever precision or traps a program has set."""
    with localcontext() as context:
        context.prec = 4
        context.traps[Inexact] = True
        assert Decimal("12345.67") == round_half_up(Fraction(1234567, 100), 2)
        assert "12.345,6" == printed(Fraction(123456, 10))
        assert Decimal("99.99") == percent_of(Fraction(999999, 1000000))
        assert Fraction(1, 3) == plain(Fraction(1, 3))
