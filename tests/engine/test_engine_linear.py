"""Exact linear systems: feasibility, proofs of the contrary, bounds, whole numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_core.engine.budget import Budget, Cap, OutOfBudgetError
from cchc_core.engine.hitting import HittingSets, TooHeavyError, TooManyError
from cchc_core.engine.integers import branch, indivisible
from cchc_core.engine.linear import Row, RowOperator, bounds, conflict, solution
from cchc_core.engine.near import Near
from cchc_core.engine.tableau import Tableau
from exact_for_tests import can_hold

NAMES = ("a", "b", "c", "d")
SMALL = st.fractions(min_value=-3, max_value=3, max_denominator=2)
ROWS = st.lists(
    st.builds(
        Row,
        st.dictionaries(st.sampled_from(NAMES), SMALL, max_size=3),
        st.sampled_from(["==", "<=", "<=", "<"]),
        st.fractions(min_value=-4, max_value=4, max_denominator=3),
    ),
    min_size=1,
    max_size=5,
)


POINTS = st.fixed_dictionaries({name: st.integers(-3, 3) for name in NAMES})


@st.composite
def rows_that_hold(draw: st.DrawFn) -> list[Row]:
    """Give rows that hold at a point, some of them just so."""
    point = draw(POINTS)
    rows = []
    for _ in range(draw(st.integers(3, 6))):
        coefficients = draw(st.dictionaries(st.sampled_from(NAMES), SMALL, min_size=1, max_size=3))
        reached = sum((share * point[name] for name, share in coefficients.items()), Fraction())
        op: RowOperator = draw(st.sampled_from(("<=", "<=", "<=", "<", "==")))
        room = 0 if op == "==" else draw(st.sampled_from([1, 2, 5] if op == "<" else [0, 1, 2, 5]))
        rows.append(Row(coefficients, op, reached + room))
    return rows


def total(coefficients: Mapping[str, Fraction | int], point: Mapping[str, Fraction]) -> Fraction:
    return sum((share * point[name] for name, share in coefficients.items()), Fraction())


def added_up(rows: Sequence[Row], multipliers: Mapping[int, Fraction]) -> tuple[dict[str, Fraction], Fraction]:
    terms: dict[str, Fraction] = {}
    constant = Fraction()
    for index, factor in multipliers.items():
        constant += factor * rows[index].constant
        for name, share in rows[index].coefficients.items():
            terms[name] = terms.get(name, Fraction()) + factor * share
    return {name: share for name, share in terms.items() if share}, constant


class TestFeasibility:
    """Rows hold together, or a sum of them says that they do not."""

    @settings(max_examples=50)
    @given(ROWS)
    def test_a_conflict_is_found_where_another_method_finds_one(self, rows: list[Row]) -> None:
        """The simplex method and elimination agree on every system."""
        assert can_hold(rows) == (conflict(rows) is None)

    @settings(max_examples=50)
    @given(ROWS)
    def test_a_conflict_proves_itself_and_is_irreducible(self, rows: list[Row]) -> None:
        """The multiplied rows add up to nonsense, and without any of them there is a solution."""
        multipliers = conflict(rows)
        if multipliers is None:
            return
        terms, constant = added_up(rows, multipliers)
        operators = {rows[index].op for index in multipliers}
        assert terms == {}
        assert all(factor > 0 for index, factor in multipliers.items() if rows[index].op != "==")
        assert constant != 0 if operators == {"=="} else constant < 0 or (constant == 0 and "<" in operators)
        for left_out in multipliers:
            assert can_hold(rows[index] for index in multipliers if index != left_out)

    @settings(max_examples=50)
    @given(ROWS)
    def test_a_solution_satisfies_every_row(self, rows: list[Row]) -> None:
        """The point that is given lies where all rows hold, strict ones included."""
        point = solution(rows)
        assert (point is None) == (conflict(rows) is not None)
        for row in rows if point is not None else ():
            gap = total(row.coefficients, point or {}) - row.constant
            assert {"==": gap == 0, "<=": gap <= 0, "<": gap < 0}[row.op]

    def test_a_strict_row_may_contradict_by_its_end(self) -> None:
        """That a is below 2 and at least 2 adds up to 0 < 0."""
        assert {0: Fraction(1), 1: Fraction(1)} == conflict([Row({"a": 1}, "<", 2), Row({"a": -1}, "<=", -2)])

    def test_a_row_without_variables_may_contradict_alone(self) -> None:
        """0 = 1 is a conflict of one row."""
        assert {1: Fraction(1)} == conflict([Row({"a": 1}, "==", 7), Row({}, "<=", -1)])

    def test_work_beyond_the_budget_is_refused(self) -> None:
        """A budget of no steps is used up by the first exchange."""
        with pytest.raises(OutOfBudgetError) as raised:
            conflict([Row({"a": 1}, "==", 1)], Budget(steps=0))
        assert Cap.STEPS is raised.value.cap

    def test_time_is_up_only_when_the_clock_is_looked_at(self) -> None:
        """With no time left, the first look at the clock ends the work."""
        with pytest.raises(OutOfBudgetError) as raised:
            Budget(seconds=-1).spend()
        assert Cap.TIME is raised.value.cap

    def test_time_that_is_left_lets_the_work_go_on(self) -> None:
        """The clock is looked at now and then; an hour is not over yet."""
        budget = Budget(seconds=3600)
        for _ in range(40):
            budget.spend()


class TestBounds:
    """How far a sum can go."""

    @settings(max_examples=60)
    @given(rows_that_hold(), st.dictionaries(st.sampled_from(NAMES), SMALL, max_size=3))
    def test_a_bound_cannot_be_passed_but_is_come_near(
        self, rows: list[Row], coefficients: dict[str, Fraction]
    ) -> None:
        """Beyond a bound nothing holds, anywhere before it something does; without one, everything far does."""
        low, high = bounds(rows, coefficients)
        turned = {name: -share for name, share in coefficients.items()}
        for bound, beyond, sign in ((high, turned, -1), (low, coefficients, 1)):
            if bound is None:
                assert can_hold([*rows, Row(beyond, "<=", -(10**6))])
            else:
                assert not can_hold([*rows, Row(beyond, "<", sign * bound)])
                assert can_hold([*rows, Row(beyond, "<", sign * bound + Fraction(1, 10**9))])

    def test_rows_that_cannot_hold_have_no_bounds(self) -> None:
        """Bounds of nothing are refused."""
        with pytest.raises(ValueError, match="cannot hold together"):
            bounds([Row({"a": 1}, "==", 1), Row({"a": 1}, "==", 2)], {"a": 1})

    def test_the_nearest_bound_counts(self) -> None:
        """Of three, the one in the middle of the list is the first to be met."""
        assert (Fraction(-1), Fraction(2)) == bounds(
            [*(Row({"a": 1}, "<=", most) for most in (3, 2, 5)), Row({"a": -2}, "<=", 2)], {"a": 1}
        )

    def test_a_variable_in_no_row_has_no_bounds(self) -> None:
        """Nothing keeps it."""
        assert (None, None) == bounds([Row({"a": 1}, "==", 1)], {"b": 1})


class TestTableau:
    """Bounded variables, moved and restricted."""

    def test_a_variable_with_one_value_left_is_fixed(self) -> None:
        """Two that add up to 0 and are not negative are both 0."""
        table = Tableau(Budget())
        first, second = table.variable(lower=0), table.variable(lower=0)
        table.row({first: 1, second: 1}, upper=0)
        assert [] == table.proofs()
        assert table.is_fixed(first)
        assert table.is_fixed(second)

    def test_a_variable_between_two_bounds_is_not_fixed(self) -> None:
        """It starts at the bound next to zero and can go to the other."""
        table = Tableau(Budget())
        first = table.variable(lower=-5, upper=-2)
        assert not table.is_fixed(first)
        assert (-5, -2) == (table.extreme(first, -1), table.extreme(first, 1))

    def test_a_free_variable_is_not_fixed(self) -> None:
        """It goes without end."""
        table = Tableau(Budget())
        first = table.variable()
        assert not table.is_fixed(first)
        assert table.extreme(first, 1) is None

    def test_bounds_that_cross_are_their_own_proof(self) -> None:
        """A variable that is to be at least 3 and at most 2 proves it by its two bounds."""
        table = Tableau(Budget())
        first = table.variable(lower=0, upper=2)
        case = table.copy()
        case.restrict(first, lower=3)
        assert [({0: 1}, {0: 1})] == [(proof.upper, proof.lower) for proof in case.proofs()]
        assert [] == table.proofs()

    def test_restricting_moves_what_lies_outside(self) -> None:
        """A tighter bound takes the value along, and the rows with it."""
        table = Tableau(Budget())
        first = table.variable(lower=0, upper=9)
        double = table.row({first: 2})
        table.restrict(first, lower=4)
        assert [4, 8] == [table.values[first], table.values[double]]
        table.restrict(first, lower=0, upper=3)
        assert [3, 6] == [table.values[first], table.values[double]]


class TestNear:
    """Numbers next to a number."""

    def test_it_reckons_with_numbers_on_either_side(self) -> None:
        """Sums and differences keep the small part."""
        near = Near(3, -1)
        assert Near(4, -1) == 1 + near == near + 1
        assert Near(-2, 1) == 1 - near
        assert Near(0) == near - near == 0
        assert Near(-3, 1) == -near
        assert Near(Fraction(3, 2), Fraction(-1, 2)) == near / 2

    def test_equal_numbers_have_one_hash(self) -> None:
        """A number without a small part is that number."""
        assert hash(3) == hash(Near(3))
        assert len({Near(3, 1), Near(3, 1), Near(3, -1)}) == 2


class TestWholeNumbers:
    """Whole solutions of equations and inequalities."""

    @settings(max_examples=60)
    @given(
        st.lists(
            st.tuples(
                st.dictionaries(st.integers(0, 2), st.sampled_from([-4, -3, -2, -1, 1, 2, 3, 4]), min_size=1),
                st.integers(-6, 6),
            ),
            min_size=1,
            max_size=3,
        ),
        st.sampled_from([(0, 1, 2), (0, 1)]),
    )
    def test_indivisible_equations_prove_it(
        self, equations: list[tuple[dict[int, int], int]], integral: tuple[int, ...]
    ) -> None:
        """Either a whole solution is met by trying, or none is and the multipliers show why."""
        rows = [Row({NAMES[key]: share for key, share in terms.items()}, "==", side) for terms, side in equations]
        if not can_hold(rows):
            return
        found = indivisible(equations, integral)
        small = range(-7, 8)
        tried = any(
            can_hold([*rows, *(Row({NAMES[key]: 1}, "==", value) for key, value in zip((0, 1), pair, strict=True))])
            for pair in ((x, y) for x in small for y in small)
        )
        if found is None:
            return
        terms, side = added_up(rows, found)
        assert not tried or 2 in integral
        assert side.denominator != 1
        assert all(share.denominator == 1 for share in terms.values())
        assert all(NAMES.index(name) in integral for name in terms)

    def test_a_common_divisor_forbids(self) -> None:
        """6a + 10b + 15c can be anything; 6a + 10b cannot be odd."""
        assert indivisible([({0: 6, 1: 10, 2: 15}, 1)], (0, 1, 2)) is None
        assert {0: Fraction(1, 2)} == indivisible([({0: 6, 1: 10}, 7)], (0, 1))
        assert indivisible([({0: 2, 1: 3}, 1), ({2: 1}, 0)], (0, 1, 2)) is None

    def test_equations_together_may_forbid_what_each_allows(self) -> None:
        """That a + b = 0 and a - b = 1 is possible one by one, not together."""
        assert {0: Fraction(-1, 2), 1: Fraction(1, 2)} == indivisible([({0: 1, 1: 1}, 0), ({0: 1, 1: -1}, 1)], (0, 1))

    def test_a_variable_that_need_not_be_whole_helps(self) -> None:
        """2a + b = 1/2 is solved by b, and what is left over of b's equations must divide."""
        assert indivisible([({0: 2, 1: 1}, Fraction(1, 2))], (0,)) is None
        assert indivisible([({0: 2, 1: 1}, 0), ({0: 4, 1: 2}, 0)], (0,)) is None

    def test_branching_finds_a_whole_point_or_all_cases(self) -> None:
        """2a + 2b between 1 and 1 has fractions only; between 1 and 2 there is 2."""
        for upper, possible in ((1, False), (2, True)):
            table = Tableau(Budget())
            numbers = [table.variable(lower=0), table.variable(lower=0)]
            table.row(dict.fromkeys(numbers, 2), lower=1, upper=upper)
            found, leaves = branch(table, numbers)
            assert possible == (found is not None)
            assert possible == (leaves == [])

    def test_a_value_just_below_a_whole_number_is_not_whole(self) -> None:
        """Below 3 the largest whole number is 2."""
        table = Tableau(Budget())
        first = table.variable(lower=Near(2, 1), upper=Near(4, -1))
        found, _ = branch(table, [first])
        assert found is not None
        assert 3 == found.values[first]


class TestHittingSets:
    """Least sets that hit every clause."""

    @given(
        st.lists(st.integers(1, 63), max_size=6),
        st.lists(st.integers(1, 4), min_size=6, max_size=6),
    )
    def test_all_least_sets_are_found_once(self, clauses: list[int], weights: list[int]) -> None:
        """They are those that trying all sets gives."""
        search = HittingSets(weights, lambda _: [], Budget())
        for clause in clauses:
            search.add(clause)
        hitting = [chosen for chosen in range(64) if all(chosen & clause for clause in clauses)]
        weight_of = {each: sum(weights[place] for place in range(6) if each >> place & 1) for each in hitting}
        least = min(weight_of.values())
        assert [each for each in hitting if weight_of[each] == least] == sorted(search.find())
        assert least == search.bound

    def test_a_limit_of_weight_is_kept(self) -> None:
        """Two clauses that share nothing weigh two at least."""
        search = HittingSets([1, 1, 1], lambda _: [], Budget())
        search.add(0b001)
        search.add(0b110)
        with pytest.raises(TooHeavyError):
            search.find(limit=1)
        assert 2 == search.bound

    def test_a_limit_of_number_is_kept(self) -> None:
        """The first ones are still there."""
        search = HittingSets([1, 1, 1], lambda _: [], Budget())
        search.add(0b111)
        with pytest.raises(TooManyError):
            search.find(most=1)
        assert 2 == len(search.found)

    def test_refused_sets_bring_clauses(self) -> None:
        """What is refused is looked for further, with the clause that forbids it."""
        search = HittingSets([1, 1, 1], lambda chosen: [] if chosen & 0b110 else [0b110], Budget())
        search.add(0b011)
        assert [0b010] == search.find()
