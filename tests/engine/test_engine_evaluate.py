"""Relations held against values: exact counts, rounded figures, blanks, several printings."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.engine import Interval, Outcome, Relation, Status, evaluate

TOTAL = Relation("total", {"total": 1, "a": -1, "b": -1})
NET = Relation("net", {"net": 1, "gross": -1, "costs": 1})
BOUND = Relation("bound", {"part": 1, "whole": -1}, "<=")
EXACT = st.decimals(min_value=-1000, max_value=1000, places=4, allow_nan=False, allow_infinity=False)


def outcome(relation: Relation, values: dict[str, Any], **settings: Any) -> Outcome:
    """Hold one relation against values."""
    return evaluate(values, [relation], **settings)[relation.code]


def shortened(value: Decimal, decimals: int, way: str) -> Decimal:
    """Print a value with some decimals, in thousands if there are fewer than none."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=way)


class TestExactFigures:
    """Counts are exact: 2 off is 2 off."""

    @pytest.mark.parametrize(("late", "status", "gap"), [(9, Status.FAILED, 1), (10, Status.PASSED, 0)])
    def test_a_sum_of_counts(self, late: int, status: Status, gap: int) -> None:
        """A sum holds exactly or not at all; the gap is what the total has too much."""
        found = outcome(TOTAL, {"total": 30, "a": 20, "b": late})
        assert (status, Fraction(gap), Interval.point(gap)) == (found.status, found.gap, found.interval)

    @pytest.mark.parametrize(
        ("op", "part", "status"),
        [
            ("<=", 5, Status.PASSED), ("<=", 6, Status.FAILED), ("<=", 4, Status.PASSED),
            (">=", 5, Status.PASSED), (">=", 6, Status.PASSED), (">=", 4, Status.FAILED),
        ],
    )  # fmt: skip
    def test_a_bound(self, op: Any, part: int, status: Status) -> None:
        """A part may reach its whole, and no more."""
        assert status is outcome(Relation("bound", {"part": 1, "whole": -1}, op), {"part": part, "whole": 5}).status

    def test_fractions_as_coefficients_and_constants(self) -> None:
        """Half of the whole and one third is two thirds and one third."""
        relation = Relation("half", {"a": Fraction(1, 2), "b": -1}, "==", Fraction(1, 3))
        assert Status.PASSED is outcome(relation, {"a": Fraction(4, 3), "b": Fraction(1, 3)}).status
        assert Fraction(-1, 3) == outcome(relation, {"a": 0, "b": 0}).gap
        assert Fraction(1, 6) == outcome(relation, {"a": 1, "b": 0}).gap

    def test_decimals_said_to_be_exact(self) -> None:
        """0.1 and 0.2 make 0.3, and nothing else."""
        values = {"total": Decimal("0.3"), "a": Decimal("0.1"), "b": Decimal("0.2")}
        exact = dict.fromkeys(values)
        assert Status.PASSED is outcome(TOTAL, values, decimals=exact).status
        assert Status.FAILED is outcome(TOTAL, {**values, "total": Decimal("0.4")}, decimals=exact).status

    def test_a_relation_without_a_cell(self) -> None:
        """Nothing is at most 5, and is not 5."""
        none: dict[str, int] = {}
        found = evaluate({}, [Relation("most", none, "<=", 5), Relation("is", none, "==", 5)])
        assert [Status.PASSED, Status.FAILED] == [each.status for each in found.values()]

    def test_operands_in_the_order_of_the_relation(self) -> None:
        """Each operand has its cell, coefficient, value and interval."""
        found = outcome(TOTAL, {"b": 10, "a": 20, "total": 30, "note": 1})
        assert [
            ("total", Fraction(1), 30, Interval.point(30)),
            ("a", Fraction(-1), 20, Interval.point(20)),
            ("b", Fraction(-1), 10, Interval.point(10)),
        ] == [(each.cell, each.coefficient, each.value, each.interval) for each in found.operands]
        assert (TOTAL, "total") == (found.relation, found.code)


class TestRoundedFigures:
    """A sum of rounded figures is consistent if figures before rounding could have made it so."""

    @pytest.mark.parametrize(
        ("total", "a", "b", "status"),
        [
            ("100.0", "66.7", "33.4", Status.PASSED),
            ("100.0", "66.7", "33.5", Status.FAILED),
            ("100", "66.7", "33.8", Status.PASSED),
            ("100.15", "66.7", "33.4", Status.PASSED),
            ("100.00", "66.7", "33.3", Status.PASSED),
            ("3E+3", "1.2E+3", "2.35E+3", Status.PASSED),
            ("3E+3", "1.2E+3", "2.36E+3", Status.FAILED),
        ],
    )
    def test_the_tolerance_is_that_of_the_roundings(self, total: str, a: str, b: str, status: Status) -> None:
        """Each figure may be off by half its last digit, so coarse figures allow more than fine ones."""
        assert status is outcome(TOTAL, {"total": Decimal(total), "a": Decimal(a), "b": Decimal(b)}).status

    def test_the_ends_of_nearest_belong(self) -> None:
        """67 + 34 = 101 may be 100 if each was exactly half a unit off."""
        values = {"total": 100, "a": 67, "b": 34}
        found = outcome(TOTAL, values, decimals={"a": 0, "b": 0})
        assert (Status.PASSED, Fraction(-1), Interval(-2, 0)) == (found.status, found.gap, found.interval)
        assert Status.FAILED is outcome(TOTAL, {**values, "total": 99}, decimals={"a": 0, "b": 0}).status

    def test_open_ends_of_truncation_do_not_belong(self) -> None:
        """Two truncated figures add up to less than two units more."""
        decimals = {"a": 0, "b": 0}
        values = {"total": 102, "a": 67, "b": 33}
        found = outcome(TOTAL, values, decimals=decimals, rounding="truncated")
        assert (Status.FAILED, Interval(0, 2, low_closed=False)) == (found.status, found.interval)
        assert Status.PASSED is outcome(TOTAL, {**values, "total": 101}, decimals=decimals, rounding="truncated").status
        assert Status.PASSED is outcome(TOTAL, {**values, "total": 100}, decimals=decimals, rounding="truncated").status

    def test_a_negative_weight_swaps_the_open_end(self) -> None:
        """What is taken off and was truncated takes off more, not less."""
        decimals = {"costs": 0}
        assert [Status.FAILED, Status.PASSED, Status.PASSED, Status.FAILED] == [
            outcome(NET, {"net": net, "gross": 10, "costs": 4}, decimals=decimals, rounding="truncated").status
            for net in (5, Fraction(51, 10), 6, 7)
        ]

    @pytest.mark.parametrize(
        ("total", "status"), [(12000, Status.PASSED), (14000, Status.FAILED), (13000, Status.PASSED)]
    )
    def test_thousands(self, total: int, status: Status) -> None:
        """Figures in thousands are precise to a thousand."""
        values = {"total": total, "a": 7000, "b": 5400}
        assert status is outcome(TOTAL, values, decimals={"total": -3, "a": -3, "b": -2}).status

    @pytest.mark.parametrize(
        ("op", "part", "status"),
        [
            ("<=", "5.1", Status.PASSED),
            ("<=", "5.2", Status.FAILED),
            (">=", "4.9", Status.PASSED),
            (">=", "4.8", Status.FAILED),
        ],
    )
    def test_a_bound_of_rounded_figures(self, op: Any, part: str, status: Status) -> None:
        """5.1 is not above 5.0 if both are rounded."""
        relation = Relation("bound", {"part": 1, "whole": -1}, op)
        assert status is outcome(relation, {"part": Decimal(part), "whole": Decimal("5.0")}).status

    @given(
        st.lists(
            st.tuples(EXACT, st.sampled_from([1, -1, 2, Fraction(-1, 2)]), st.integers(-3, 4)), min_size=1, max_size=6
        ),
        st.integers(-3, 4),
        st.sampled_from([ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_HALF_DOWN]),
    )
    def test_rounding_a_consistent_sum_never_breaks_it(
        self, parts: list[tuple[Decimal, Any, int]], places: int, way: str
    ) -> None:
        """However halves are rounded and however coarse each figure is, a true sum passes."""
        check_shortened(parts, places, way, "nearest")

    @given(
        st.lists(
            st.tuples(EXACT, st.sampled_from([1, -1, 2, Fraction(-1, 2)]), st.integers(-3, 4)), min_size=1, max_size=6
        ),
        st.integers(-3, 4),
    )
    def test_truncating_a_consistent_sum_never_breaks_it(
        self, parts: list[tuple[Decimal, Any, int]], places: int
    ) -> None:
        """Leaving digits off all figures of a true sum, it passes as truncated."""
        check_shortened(parts, places, ROUND_DOWN, "truncated")

    @given(st.lists(st.integers(-999, 999), min_size=1, max_size=5), st.integers(1, 9), st.booleans())
    def test_more_than_the_roundings_allow_fails(self, tenths: list[int], more: int, above: Any) -> None:
        """A total beyond all half units of its figures fails."""
        parts = {f"p{number}": Decimal(each).scaleb(-1) for number, each in enumerate(tenths)}
        allowed = (len(parts) + 1) * Decimal("0.05")
        off = allowed + more * Decimal("0.1")
        total = (sum(parts.values(), Decimal(0)) + (off if above else -off)).quantize(Decimal("0.1"), ROUND_HALF_UP)
        if abs(total - sum(parts.values())) <= allowed:  # only after rounding half a unit back
            total += Decimal("0.1") if above else Decimal("-0.1")
        relation = Relation("sum", {"total": 1, **dict.fromkeys(parts, -1)})
        assert Status.FAILED is outcome(relation, {**parts, "total": total}).status


def check_shortened(parts: list[tuple[Decimal, Any, int]], places: int, way: str, rounding: Any) -> None:
    """Shorten every figure of a true sum and see it pass, bounds either way included."""
    total = sum((Fraction(weight) * Fraction(value) for value, weight, _ in parts), Fraction())
    as_decimal = Decimal(total.numerator) / Decimal(total.denominator)
    values = {f"p{number}": shortened(value, decimals, way) for number, (value, _, decimals) in enumerate(parts)}
    values["total"] = shortened(as_decimal, places, way)
    coefficients = {
        "total": Fraction(1),
        **{f"p{number}": -Fraction(weight) for number, (_, weight, _) in enumerate(parts)},
    }
    for op in ("==", "<=", ">="):
        assert Status.PASSED is outcome(Relation("sum", coefficients, op), values, rounding=rounding).status


class TestWhatCannotBeApplied:
    """A relation with a cell that says nothing usable is neither passed nor failed."""

    @pytest.mark.parametrize(
        "values", [{"total": 30, "a": 20}, {"total": 30, "a": 20, "b": None}, {"total": 30, "a": 20, "b": ()}]
    )
    def test_a_blank_makes_it_not_applicable(self, values: dict[str, Any]) -> None:
        """A missing operand is never taken for 0."""
        found = outcome(TOTAL, values)
        assert (Status.NOT_APPLICABLE, None, None, ("b",)) == (found.status, found.gap, found.interval, found.blanks)
        assert [None, None, Status.NOT_APPLICABLE] == [each.trouble for each in found.operands]

    def test_excess_digits(self) -> None:
        """A figure with more digits than it is precise to is not judged; the gap is as printed."""
        found = outcome(TOTAL, {"total": Decimal("3.55"), "a": 1, "b": 2}, decimals={"total": 1})
        assert (Status.EXCESS_DIGITS, Fraction("0.55"), None) == (found.status, found.gap, found.interval)

    def test_contradictory_printings(self) -> None:
        """One fact printed as 11 here and 12 there cannot be summed."""
        found = outcome(TOTAL, {"total": 30, "a": (11, 12), "b": 18})
        assert (Status.CONTRADICTORY, Fraction(1), ()) == (found.status, found.gap, found.blanks)

    @pytest.mark.parametrize(
        ("values", "status"),
        [
            ({"total": Decimal("3.55"), "a": (1, 2), "b": None}, Status.EXCESS_DIGITS),
            ({"total": 3, "a": (1, 2), "b": None}, Status.CONTRADICTORY),
            ({"total": (Decimal("3.55"), 9), "a": 1, "b": 2}, Status.EXCESS_DIGITS),
        ],
    )
    def test_the_worst_trouble_is_told(self, values: dict[str, Any], status: Status) -> None:
        """Excess digits come before contradictory printings, and these before blanks."""
        assert status is outcome(TOTAL, values, decimals={"total": 1}).status

    def test_several_printings_that_agree_are_one_value(self) -> None:
        """97.7 and 97.66 are one share, and the finer one gives the gap."""
        shares = {"total": (Decimal("97.7"), Decimal("97.66")), "a": Decimal("97.66"), "b": 0}
        found = outcome(TOTAL, shares)
        assert (Status.PASSED, Fraction(0)) == (found.status, found.gap)
        assert Status.FAILED is outcome(TOTAL, {**shares, "a": Decimal("97.68")}).status


class TestCalls:
    """What is asked for wrongly is refused, and results cannot be changed."""

    def test_outcomes_come_by_code_in_the_order_given(self) -> None:
        """The mapping is read-only."""
        found = evaluate({"total": 3, "a": 1, "b": 2, "part": 2, "whole": 1}, iter([BOUND, TOTAL]))
        assert [("bound", Status.FAILED), ("total", Status.PASSED)] == [
            (code, each.status) for code, each in found.items()
        ]
        with pytest.raises(TypeError, match="item assignment"):
            found["total"] = found["bound"]  # type: ignore[index]

    def test_two_relations_of_one_code_are_refused(self) -> None:
        """Results are told apart by the code."""
        with pytest.raises(ValueError, match="'total'"):
            evaluate({}, [TOTAL, TOTAL])

    def test_a_float_is_refused(self) -> None:
        """Even in a cell no relation speaks of."""
        with pytest.raises(TypeError, match=r"cell 'note' holds 0\.5"):
            evaluate({"note": 0.5}, [TOTAL])  # type: ignore[dict-item]

    def test_an_unknown_rounding_is_refused(self) -> None:
        """Even if nothing is rounded."""
        with pytest.raises(ValueError, match="not 'up'"):
            evaluate({}, [], rounding="up")  # type: ignore[arg-type]
