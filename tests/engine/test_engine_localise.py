"""Error localisation: all least sets, their values, their proofs, and what is said when a cap is met."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from fractions import Fraction
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_core.engine import (
    Cause,
    Certificate,
    Comparator,
    Exact,
    Ground,
    Localisation,
    LocalisationStatus,
    NotSolvedReason,
    Relation,
    evaluate,
    localise,
)
from cchc_core.engine.linear import Row, RowOperator
from cchc_core.engine.readings import readings_of
from exact_for_tests import can_hold, least_sets, least_sets_of_intervals, rows_of

SOLVED, NOT_SOLVED = LocalisationStatus.SOLVED, LocalisationStatus.NOT_SOLVED


def parts(code: str, whole: str, *cells: str) -> Relation:
    return Relation(code, {whole: 1, **dict.fromkeys(cells, -1)})


DOSSIERS = (
    parts("by origin", "c3", "c4", "c5", "c6"),
    parts("by term", "c7", "c8", "c9", "c10"),
    parts("by delay", "c11", "c12", "c13"),
    parts("by state", "c3", "c7", "c11"),
    Relation("online within resolved", {"c14": 1, "c7": -1}, "<="),
    Relation("online within received", {"c3": 1, "c14": -1}, ">="),
)
"""Columns (3) to (13) of a form, and one detail."""

CELLS = tuple(f"c{column}" for column in range(3, 15))


@st.composite
def dossiers(draw: st.DrawFn) -> dict[str, int | None]:
    """Give a consistent record with none to three wrong figures, some blanks."""
    figures = st.integers(0, draw(st.sampled_from([2, 20, 3000])))
    c8, c9, c10, c12, c13 = (draw(figures) for _ in range(5))
    c7, c11 = c8 + c9 + c10, c12 + c13
    c4 = draw(st.integers(0, c7 + c11))
    c5 = draw(st.integers(0, c7 + c11 - c4))
    c14 = draw(st.integers(0, c7))
    values: dict[str, int | None] = dict(
        zip(CELLS, (c7 + c11, c4, c5, c7 + c11 - c4 - c5, c7, c8, c9, c10, c11, c12, c13, c14), strict=True)
    )
    for cell in draw(st.lists(st.sampled_from(CELLS), max_size=3, unique=True)):
        right = values[cell] or 0
        values[cell] = draw(st.sampled_from([right + 1, right - 1, right * 10 + 3, -right, right + 270]))
    for cell in draw(st.lists(st.sampled_from(CELLS), max_size=2, unique=True)):
        values[cell] = None
    return values


LOCKED = st.lists(st.sampled_from(CELLS), max_size=3, unique=True)
WEIGHTS: st.SearchStrategy[dict[str, int | Fraction]] = st.one_of(
    st.just({}), st.dictionaries(st.sampled_from(CELLS), st.sampled_from([2, 3, Fraction(1, 2)]))
)


def cells_of(found: Localisation | Cause) -> list[tuple[str, ...]]:
    return [solution.cells for solution in found.solutions]


def added_up(relations: Sequence[Relation], certificate: Certificate) -> tuple[dict[str, Fraction], Fraction]:
    """Add up relations as the certificate says."""
    by_code = {relation.code: relation for relation in relations}
    terms: dict[str, Fraction] = dict(certificate.nonnegative)
    constant = Fraction()
    for code, factor in certificate.multipliers.items():
        constant += factor * by_code[code].constant
        for cell, share in by_code[code].coefficients.items():
            terms[cell] = terms.get(cell, Fraction()) + factor * share
    return {cell: share for cell, share in terms.items() if share}, constant


class TestAgainstTryingAll:
    """The least sets are those that one finds by trying every set."""

    @settings(max_examples=40)
    @given(dossiers(), LOCKED, WEIGHTS)
    def test_all_least_sets_are_found_in_order(
        self, values: dict[str, int | None], locked: list[str], weights: dict[str, int | Fraction]
    ) -> None:
        """List, order and weight are the same; the rules are such that whole numbers make no difference."""
        expected = least_sets(DOSSIERS, values, weights=weights, locked=locked, most=3)
        found = localise(values, DOSSIERS, weights=weights, locked=locked, nonnegative=CELLS, integral=CELLS)
        if expected is None:
            assert found.status is NOT_SOLVED or len(found.solutions[0].cells) > 3
            return
        weight, sets = expected
        if found.weight is not None and found.weight < weight:
            assert all(len(cells) > 3 for cells in cells_of(found))
            return
        assert SOLVED is found.status
        assert weight == found.weight == found.lower_bound
        assert [cells for cells in cells_of(found) if len(cells) <= 3] == (sets if weight else [])

    @settings(max_examples=15)
    @given(dossiers())
    def test_values_are_given_where_there_is_one_only(self, values: dict[str, int | None]) -> None:
        """With the value all rules can hold, with one below or above they cannot; other cells have room."""
        found = localise(values, DOSSIERS, nonnegative=CELLS, integral=CELLS)
        for solution in found.solutions[:3]:
            blanks = [cell for cell in CELLS if values[cell] is None]
            free = {*solution.cells, *blanks}
            given_rows = [
                Row({cell: 1}, "==", value) for cell, value in values.items() if value is not None and cell not in free
            ]
            rows = rows_of(DOSSIERS) + [Row({cell: -1}, "<=", 0) for cell in CELLS] + given_rows
            for cell in (*solution.cells, *blanks):
                value = solution.values.get(cell, solution.blanks.get(cell))
                if value is None:
                    assert not any(_is_only(rows, cell, each) for each in (0, values[cell] or 0))
                else:
                    assert _is_only(rows, cell, Fraction(value))

    @settings(max_examples=40)
    @given(dossiers(), LOCKED)
    def test_certificates_prove_themselves(self, values: dict[str, int | None], locked: list[str]) -> None:
        """Each is the sum it says, the reported values break it, and its cells are those of the sum."""
        found = localise(values, DOSSIERS, locked=locked, nonnegative=CELLS)
        assert (found.weight == 0) == (found.causes == ())
        for certificate in (each for cause in found.causes for each in cause.certificates):
            terms, constant = added_up(DOSSIERS, certificate)
            relation = certificate.relation
            assert relation is not None
            assert (terms, constant) == (dict(relation.coefficients), relation.constant)
            assert set(certificate.cells) == set(terms) - set(locked)
            gap = sum((share * (values[cell] or 0) for cell, share in terms.items()), -constant)
            assert gap == certificate.gap
            assert {"==": gap != 0, "<=": gap > 0, ">=": gap < 0}[relation.op]
            self._assert_directions(certificate, relation)

    def _assert_directions(self, certificate: Certificate, relation: Relation) -> None:
        """An inequality counts the way the sum goes; those of equalities may count either way."""
        turned = {"<=": ">=", ">=": "<="}
        operators = {each.code: each.op for each in DOSSIERS}
        for code, factor in certificate.multipliers.items():
            if operators[code] != "==":
                assert relation.op == (operators[code] if factor > 0 else turned[operators[code]])
        assert all(relation.op == (">=" if factor > 0 else "<=") for factor in certificate.nonnegative.values())

    @given(dossiers(), st.randoms())
    def test_the_order_of_relations_changes_nothing(self, values: dict[str, int | None], random: Random) -> None:
        """Solutions have the order of the record, whatever the order of the rules."""
        shuffled = random.sample(DOSSIERS, len(DOSSIERS))
        first, second = (localise(values, rules, nonnegative=CELLS) for rules in (DOSSIERS, shuffled))
        assert first.solutions == second.solutions


CHAIN = (
    parts("1", "a", "b", "c"),
    parts("2", "c", "d", "e"),
    Relation("3", {"a": 1, "f": -2}, "<="),
    Relation("4", {"b": 1, "f": -1, "d": 1}, ">=", Fraction(-1, 10)),
)


@st.composite
def rounded(draw: st.DrawFn) -> dict[str, Any]:
    """Give six figures with one decimal that nearly fit, some of them blank, exact, negative or printed twice."""
    tenths = st.integers(-2, 25)
    b, d, e = (draw(tenths) for _ in range(3))
    near = st.sampled_from([-4, -2, -1, 0, 0, 0, 1, 2, 4])
    c = d + e + draw(near)
    a = b + c + draw(near)
    figures = {"a": a, "b": b, "c": c, "d": d, "e": e, "f": -(-a // 2) + draw(near)}
    values: dict[str, Any] = {cell: Decimal(figure).scaleb(-1) for cell, figure in figures.items()}
    for cell in draw(st.lists(st.sampled_from(list(values)), max_size=2, unique=True)):
        values[cell] = draw(
            st.sampled_from([None, Fraction(figures[cell], 10), (values[cell], Decimal(1)), values[cell]])
        )
    return values


class TestRoundedAgainstTryingAll:
    """The least sets of rounded figures are those that one finds by trying every set."""

    @settings(max_examples=80)
    @given(rounded(), st.sampled_from(["nearest", "truncated"]), st.sampled_from([(), tuple("abcdef")]))
    def test_all_least_sets_are_found(
        self, values: dict[str, Any], rounding: Any, nonnegative: tuple[str, ...]
    ) -> None:
        """Open and closed ends count, and a figure is the same in all rules; what passes is left alone."""
        readings = readings_of(values, rounding=rounding)
        upper: RowOperator
        lower: RowOperator
        reported: dict[str, list[Row] | None] = {}
        for cell, reading in readings.items():
            interval = reading.interval
            if interval is None:
                reported[cell] = None if reading.value is None else [Row({}, "<=", -1)]
                continue
            upper, lower = ("<=" if closed else "<" for closed in (interval.high_closed, interval.low_closed))
            reported[cell] = [Row({cell: 1}, upper, interval.high), Row({cell: -1}, lower, -interval.low)]
        passes = all(
            outcome.status.value == "passed" for outcome in evaluate(values, CHAIN, rounding=rounding).values()
        )
        allowed = all(
            can_hold([*(rows or ()), Row({cell: -1}, "<=", 0)])
            for cell, rows in reported.items()
            if cell in nonnegative
        )
        expected = [()] if passes and allowed else least_sets_of_intervals(CHAIN, reported, nonnegative)
        found = localise(values, CHAIN, rounding=rounding, nonnegative=nonnegative)
        assert SOLVED is found.status
        assert expected == (cells_of(found) or [()])


def _is_only(rows: Sequence[Row], cell: str, value: Fraction | int) -> bool:
    others = (Row({cell: 1}, "<", value), Row({cell: -1}, "<", -value))
    return can_hold([*rows, Row({cell: 1}, "==", value)]) and not any(can_hold([*rows, other]) for other in others)


TOTAL = parts("total", "all", "early", "late")
STATE = parts("state", "in", "all", "left")


class TestResults:
    """What a localisation says."""

    def test_a_clean_record_has_nothing_to_show(self) -> None:
        """Its weight is 0, and there are neither solutions nor causes."""
        found = localise({"all": 3, "early": 2, "late": 1}, [TOTAL])
        assert (SOLVED, None, 0, 0) == (found.status, found.reason, found.weight, found.lower_bound)
        assert ((), ()) == (found.solutions, found.causes)

    def test_every_cell_of_a_lone_rule_may_be_wrong(self) -> None:
        """Each is a solution of its own, in the order of the record, with its value."""
        found = localise({"late": 1, "all": 30, "early": 2}, [TOTAL])
        assert [{"late": 28}, {"all": 3}, {"early": 29}] == [dict(each.values) for each in found.solutions]
        assert all(each.is_determined and each.weight == 1 for each in found.solutions)

    def test_a_cause_names_its_suspects_and_broken_relations(self) -> None:
        """Of two broken rules, the cell they share is the one."""
        found = localise({"in": 9, "all": 50, "early": 3, "late": 2, "left": 4}, [TOTAL, STATE])
        cause = found.causes[0]
        assert (("all",), ("total", "state"), 1, 1) == (cause.cells, cause.relations, cause.weight, cause.lower_bound)
        assert {"all": 5} == dict(cause.solutions[0].values)

    def test_the_certificate_of_one_broken_relation_is_that_relation(self) -> None:
        """Its multiplier is one and its gap that of the relation."""
        certificate = localise({"all": 30, "early": 2, "late": 1}, [TOTAL]).causes[0].certificates[0]
        assert (TOTAL, {"total": Fraction(1)}, Fraction(27)) == (
            certificate.relation,
            dict(certificate.multipliers),
            certificate.gap,
        )
        assert (("total",), Ground.RULES) == (certificate.relations, certificate.ground)

    def test_an_implied_rule_says_how_it_follows(self) -> None:
        """Where the common cell is blank, the two rules together say what the others must be."""
        found = localise({"in": 9, "all": None, "early": 3, "late": 2, "left": 5}, [TOTAL, STATE])
        certificate = found.causes[0].certificates[0]
        assert {"total": 1, "state": 1} == dict(certificate.multipliers)
        assert {"in": 1, "early": -1, "late": -1, "left": -1} == dict(
            certificate.relation.coefficients if certificate.relation else {}
        )
        assert -1 == certificate.gap
        assert [("in",), ("early",), ("late",), ("left",)] == cells_of(found)
        assert [5, 4, 4, 5] == [each.blanks["all"] for each in found.solutions]

    def test_a_cell_only_relations_speak_of_is_blank(self) -> None:
        """It is free, comes after the others, and is no member of a solution."""
        found = localise({"early": 3, "late": 2, "in": 1, "left": 0}, [TOTAL, STATE])
        assert [("early",), ("late",), ("in",), ("left",)] == cells_of(found)
        assert all("all" not in each.cells and "all" in each.blanks for each in found.solutions)

    def test_solutions_of_several_causes_are_combined(self) -> None:
        """Every way to repair the one goes with every way to repair the other; few figures come first."""
        other = Relation("limit", {"x": 1}, "<=", 10)
        values = {"all": 3, "early": 2, "x": 11, "late": 0, "y": None}
        found = localise(values, [TOTAL, other, parts("clean", "y", "z")], weights={"early": 2})
        assert [("all", "x"), ("x", "late")] == cells_of(found)
        assert 2 == found.weight
        assert [1, 1] == [cause.weight for cause in found.causes]
        assert [False, False] == [each.is_determined for each in found.solutions]

    def test_blanks_of_clean_parts_are_listed_too(self) -> None:
        """A blank with one value is told wherever it stands."""
        values = {"all": 3, "early": 2, "late": None, "x": 1, "y": 2}
        found = localise(values, [TOTAL, parts("same", "x", "y")])
        assert [{"late": 1}, {"late": 1}] == [dict(each.blanks) for each in found.solutions]

    def test_least_sets_with_few_figures_come_first(self) -> None:
        """One figure of weight two comes before two of weight one, whatever their places."""
        rules = [parts("1", "a", "b"), parts("2", "a", "c")]
        found = localise({"b": 1, "c": 1, "a": 9}, rules, weights={"a": Decimal("2.0")})
        assert [("a",), ("b", "c")] == cells_of(found)
        assert [2, 2] == [each.weight for each in found.solutions]

    def test_weights_need_not_be_whole(self) -> None:
        """Half of one is less than one."""
        found = localise({"all": 3, "early": 2, "late": 0}, [TOTAL], weights={"late": Fraction(1, 2)})
        assert ([("late",)], Fraction(1, 2)) == (cells_of(found), found.weight)

    def test_results_cannot_be_changed(self) -> None:
        """Their mappings are read-only."""
        found = localise({"all": 3, "early": 2, "late": 0}, [TOTAL])
        values: Any = found.solutions[0].values
        with pytest.raises(TypeError):
            values["all"] = 1


class TestDomains:
    """What cells can be: locked, not negative, whole."""

    def test_a_locked_cell_is_not_suspected(self) -> None:
        """The others are."""
        found = localise({"all": 3, "early": 2, "late": 0}, [TOTAL], locked=["early"])
        assert [("all",), ("late",)] == cells_of(found)
        assert ("all", "late") == found.causes[0].certificates[0].cells

    def test_a_negative_figure_is_wrong_where_none_may_be(self) -> None:
        """Even where every relation holds."""
        found = localise({"all": -3, "early": -2, "late": -1}, [TOTAL], nonnegative=["late"])
        assert {("all", "late"), ("early", "late")} == set(cells_of(found))
        certificate = found.causes[0].certificates[0]
        assert (("late",), {"late": Fraction(1)}, Fraction(-1)) == (
            certificate.cells,
            dict(certificate.nonnegative),
            certificate.gap,
        )

    def test_a_cell_in_no_relation_can_be_wrong_alone(self) -> None:
        """What is negative and must not be is wrong, and may be anything else."""
        found = localise({"alone": -3, "else": 2}, [], nonnegative=["alone"])
        assert [("alone",)] == cells_of(found)
        assert {} == dict(found.solutions[0].values)

    def test_a_value_that_would_be_negative_is_no_solution(self) -> None:
        """Early cannot be below 0, so it is not early alone."""
        found = localise({"all": 3, "early": 2, "late": 5}, [TOTAL], nonnegative=["early", "late", "all"])
        assert [("all",), ("late",)] == cells_of(found)
        assert [("all", "late")] == [each.cells for each in found.causes[0].certificates]
        assert [{"early": 1}] == [dict(each.nonnegative) for each in found.causes[0].certificates]

    def test_bounds_that_meet_leave_one_value(self) -> None:
        """At most 0 and not negative is 0."""
        found = localise({"x": 5}, [Relation("none", {"x": 1}, "<=", 0)], nonnegative=["x"])
        assert {"x": 0} == dict(found.solutions[0].values)

    def test_a_fraction_is_wrong_where_figures_are_whole(self) -> None:
        """The proof is that it is no whole number."""
        found = localise({"x": Fraction(7, 2)}, [], integral=["x"])
        certificate = found.causes[0].certificates[0]
        assert [("x",)] == cells_of(found)
        assert (Ground.WHOLE_NUMBERS, None) == (certificate.ground, certificate.relation)

    def test_whole_numbers_may_exclude_a_set(self) -> None:
        """Half of 5 dossiers is none: the odd total must be wrong, and two others counted twice cannot help."""
        halves = Relation("halves", {"all": 1, "half": -2, "twice": -2})
        found = localise({"all": 5, "half": None, "twice": 1}, [halves], integral=["all", "half", "twice"])
        certificate = found.causes[0].certificates[0]
        assert [("all",)] == cells_of(found)
        assert ("all",) == certificate.cells
        assert {"halves": Fraction(1, 2)} == {code: abs(each) for code, each in certificate.multipliers.items()}
        assert Ground.WHOLE_NUMBERS is certificate.ground
        assert certificate.gap is None

    def test_whole_numbers_count_in_inequalities(self) -> None:
        """Between 1 and 1 twice a whole number cannot be; the limit that is a figure must be wrong."""
        rules = [Relation("low", {"x": 2, "limit": -1}, ">=", 0), Relation("high", {"x": 2, "limit": -1}, "<=", 0)]
        assert [("limit",)] == cells_of(localise({"x": None, "limit": 1}, rules, integral=["x", "limit"]))
        assert [] == cells_of(localise({"x": None, "limit": 1}, rules, integral=["limit"]))

    def test_cases_are_told_apart_where_nothing_else_helps(self) -> None:
        """Of 2x + 3y with x, y not negative, 1 is no value, though each coefficient has no common divisor."""
        rule = Relation("coins", {"x": 2, "y": 3, "sum": -1})
        found = localise({"x": None, "y": None, "sum": 1}, [rule], nonnegative=["x", "y"], integral=["x", "y", "sum"])
        certificate = found.causes[0].certificates[0]
        assert [("sum",)] == cells_of(found)
        assert (("sum",), ("coins",), None) == (certificate.cells, certificate.relations, certificate.relation)
        assert Ground.WHOLE_NUMBERS is certificate.ground

    def test_cases_are_told_apart_and_one_is_found(self) -> None:
        """11 is 2 * 4 + 3 or 2 + 3 * 3, neither of which is a corner, and 7 has one way only."""
        rule = Relation("coins", {"x": 2, "y": 3, "sum": -1})
        broken = parts("broken", "sum", "other")
        values = {"x": None, "y": None, "sum": 7, "other": 6}
        found = localise(values, [rule, broken], nonnegative=["x", "y"], integral=["x", "y"], locked=["sum"])
        assert [{"x": 2, "y": 1}] == [dict(each.blanks) for each in found.solutions]
        found = localise(
            values | {"sum": 11}, [rule, broken], nonnegative=["x", "y"], integral=["x", "y"], locked=["sum"]
        )
        assert [{}] == [dict(each.blanks) for each in found.solutions]

    def test_a_value_that_hangs_on_whole_numbers_is_given(self) -> None:
        """Between 2.2 and 3.1 there is one whole number, and its half is one value too."""
        rules = [
            Relation("low", {"x": 5, "low": -1}, ">="),
            Relation("high", {"x": 10}, "<=", 31),
            Relation("half", {"h": 2, "x": -1}),
        ]
        found = localise({"low": 11, "x": 9, "h": None}, rules, integral=["x"], locked=["low"])
        assert [({"x": 3}, {"h": Fraction(3, 2)})] == [
            (dict(each.values), dict(each.blanks)) for each in found.solutions
        ]

    def test_rules_of_whole_numbers_hold_more_than_they_say(self) -> None:
        """Twice a whole number is at most 0 if it is at most 1, and what fails for that is no sum of rules."""
        rules = [Relation("little", {"x": 2, "y": -2, "one": -1}, "<="), parts("more", "x", "y", "step")]
        found = localise({"x": None, "y": None, "one": 1, "step": 1}, rules, integral=["x", "y", "step"])
        assert [("one",), ("step",)] == cells_of(found)
        certificate = found.causes[0].certificates[0]
        assert (("one", "step"), None, Ground.WHOLE_NUMBERS) == (
            certificate.cells,
            certificate.relation,
            certificate.ground,
        )


class TestRounding:
    """Rounded figures stand for intervals."""

    def test_rounding_noise_is_not_localised(self) -> None:
        """33.3 three times is 100.0 for all one can tell."""
        values: dict[str, Exact] = {
            "all": Decimal("100.0"),
            "a": Decimal("33.3"),
            "b": Decimal("33.3"),
            "c": Decimal("33.3"),
        }
        rule = parts("sum", "all", "a", "b", "c")
        assert 0 == localise(values, [rule]).weight
        assert 1 == localise(values, [rule], decimals=dict.fromkeys(values)).weight
        assert 1 == localise(values | {"all": Decimal("100.3")}, [rule]).weight

    def test_a_rounded_figure_leaves_room_for_the_others(self) -> None:
        """What is wrong may be a little more or less, so no value is given; what is exact has one."""
        values: dict[str, Exact] = {"all": Decimal("10.0"), "a": Decimal("3.3"), "b": 9}
        found = localise(values, [parts("sum", "all", "a", "b")])
        assert [("all",), ("a",), ("b",)] == cells_of(found)
        assert [{}, {}, {}] == [dict(each.values) for each in found.solutions]
        found = localise(values, [parts("sum", "all", "a", "b")], decimals={"all": None})
        assert [{}, {"a": 1}, {}] == [dict(each.values) for each in found.solutions]

    def test_a_value_takes_the_type_of_the_figure(self) -> None:
        """A Decimal stays one while it ends, what does not becomes a Fraction, what is whole an int."""
        exact: dict[str, Any] = {"decimals": {"a": None, "b": None}}
        third = Relation("third", {"a": 1, "b": -3})
        found = localise({"a": Decimal("0.7"), "b": Decimal("0.2")}, [third], **exact)
        assert [{"a": Decimal("0.6")}, {"b": Fraction(7, 30)}] == [dict(each.values) for each in found.solutions]
        found = localise({"a": Decimal("0.9"), "b": Decimal("1.0")}, [third], **exact)
        assert [3, Decimal("0.3")] == [next(iter(each.values.values())) for each in found.solutions]
        assert isinstance(found.solutions[0].values["a"], int)

    def test_many_rounded_figures_are_tested_together(self) -> None:
        """A hundred rounded figures in a chain of sums: the one that is off is found."""
        rules = [parts(str(each), f"s{each + 1}", f"s{each}", f"x{each}") for each in range(40)]
        values: dict[str, Exact] = {f"x{each}": Decimal("1.04") for each in range(40)}
        values |= {f"s{each}": (Decimal("1.04") * each).quantize(Decimal("0.1")) for each in range(41)}
        assert 0 == localise(values, rules).weight
        found = localise(values | {"s20": Decimal("99.9")}, rules)
        assert [("s20",)] == cells_of(found)

    def test_truncated_figures_reach_upwards_only(self) -> None:
        """4.9 + 4.9 cut off may be 9.9 but not 9.7."""
        rule = parts("sum", "all", "a", "b")
        for total, weight in (("9.8", 0), ("9.9", 0), ("9.7", 1), ("10.0", 1)):
            values: dict[str, Exact] = {"all": Decimal(total), "a": Decimal("4.9"), "b": Decimal("4.9")}
            assert weight == localise(values, [rule], rounding="truncated").weight

    def test_a_rounded_figure_is_the_same_in_all_rules(self) -> None:
        """Where something is wrong anyway, b cannot be 1.5 for the one neighbour and 2.5 for the other."""
        rules = [parts("1", "a", "b"), parts("2", "b", "c"), parts("3", "c", "d")]
        values: dict[str, Exact] = {"a": Decimal(1), "b": Decimal(2), "c": Decimal(3), "d": Decimal(9)}
        found = localise(values, rules)
        assert [("d", "a")] != cells_of(found)
        assert 2 == found.weight
        assert 0 == localise(values | {"d": Decimal(3)}, rules).weight

    def test_printings_that_contradict_are_wrong(self) -> None:
        """One fact printed as 5 and as 7 is wrong by itself."""
        found = localise({"x": (5, 7), "y": 5}, [parts("same", "x", "y")])
        assert [("x",)] == cells_of(found)
        assert {"x": 5} == dict(found.solutions[0].values)
        assert Ground.CONTRADICTORY is found.causes[0].certificates[0].ground

    def test_more_digits_than_there_can_be_are_wrong(self) -> None:
        """1250 is no number of thousands."""
        found = localise({"x": 1250}, [], decimals={"x": -3})
        assert Ground.EXCESS_DIGITS is found.causes[0].certificates[0].ground

    def test_a_rounded_figure_may_be_whole_and_not_negative(self) -> None:
        """7 thousand dossiers are at least 6500, and a rounded 0 is not below 0."""
        rules = [Relation("limit", {"x": 1, "y": 1, "z": -1}, "<="), Relation("blank", {"z": 1, "blank": -1}, "<=")]
        values = {"x": 7000, "y": 0, "z": 6499}
        decimals = {"x": -3, "y": -3}
        found = localise(values, rules, decimals=decimals, nonnegative=["x", "y", "z"], integral=["x", "y"])
        assert [("x",), ("z",)] == cells_of(found)
        certificate = found.causes[0].certificates[0]
        assert (Ground.WHOLE_NUMBERS, {"y": Fraction(-1)}) == (certificate.ground, dict(certificate.nonnegative))
        assert 0 == localise(values | {"z": 6500}, rules, decimals=decimals, nonnegative=["y"]).weight

    def test_what_rounds_to_no_whole_number_is_wrong(self) -> None:
        """12.3 is no number of dossiers; 12.0 is one; truncated 12.0 may be 12 and no other."""
        assert 1 == localise({"x": Decimal("12.3")}, [], integral=["x"]).weight
        assert 0 == localise({"x": Decimal("12.0")}, [], integral=["x"]).weight
        rules = [parts("same", "x", "y"), parts("again", "y", "z")]
        values: dict[str, Exact] = {"x": Decimal("12.0"), "y": 13, "z": 13}
        found = localise(values, rules, integral=["x"], rounding="truncated", locked=["y"])
        assert {"x": 13} == dict(found.solutions[0].values)

    @pytest.mark.parametrize(("sign", "op"), [(1, ">="), (-1, "<=")])
    def test_an_open_end_is_no_whole_number(self, sign: int, op: Comparator) -> None:
        """12 cut off is 12 and no more if it is whole, so twice as much is not 25."""
        rules = [Relation("twice", {"x": 2, "y": -1}, op), Relation("blank", {"y": 1, "blank": -1}, "<=")]
        values = {"x": 12 * sign, "y": 25 * sign, "blank": None}
        options: dict[str, Any] = {"decimals": {"x": 0}, "rounding": "truncated"}
        assert 0 == localise(values, rules, **options).weight
        found = localise(values, rules, integral=["x"], **options)
        assert [("x",), ("y",)] == cells_of(found)

    @pytest.mark.parametrize(("sign", "op"), [(1, ">="), (-1, "<=")])
    def test_an_open_end_is_not_reached(self, sign: int, op: Comparator) -> None:
        """0.5 cut off is less than 0.6, also where another cell comes between."""
        rules = [parts("same", "x", "blank"), Relation("limit", {"blank": 1}, op, Fraction(3 * sign, 5))]
        values = {"x": Decimal(5 * sign).scaleb(-1), "blank": None}
        assert 1 == localise(values, rules, rounding="truncated").weight
        assert 0 == localise(values | {"x": Decimal(6 * sign).scaleb(-1)}, rules, rounding="truncated").weight

    def test_an_open_end_alone_may_decide(self) -> None:
        """Below 0.1 cut off, twice is not 0.2; at the end the proof is 0 < 0."""
        rule = Relation("twice", {"x": 2, "y": -1}, ">=")
        values: dict[str, Exact] = {"x": Decimal("0.0"), "y": Fraction(1, 5)}
        found = localise(values, [rule], rounding="truncated")
        assert [("x",), ("y",)] == cells_of(found)
        assert 0 == localise(values, [rule], rounding="nearest", decimals={"x": 0}).weight

    def test_a_strict_bound_keeps_what_is_exact(self) -> None:
        """A value next to an open end does not become inexact by it."""
        rules = [parts("1", "x", "y"), parts("2", "y", "z")]
        values: dict[str, Exact] = {"x": Decimal("0.5"), "y": 3, "z": 3}
        found = localise(values, rules, rounding="truncated", locked=["y"])
        assert [{"x": 3}] == [dict(each.values) for each in found.solutions]

    @given(st.lists(st.decimals(0, 50, places=2), min_size=5, max_size=5), st.sampled_from(["nearest", "truncated"]))
    def test_a_record_that_passes_needs_no_change(self, figures: list[Decimal], rounding: Any) -> None:
        """What `evaluate` passes weighs nothing, and what it fails does not."""
        shown = [
            figure.quantize(Decimal("0.1"), "ROUND_DOWN" if rounding == "truncated" else None) for figure in figures
        ]
        values = dict(zip(("in", "all", "early", "late", "left"), shown, strict=True))
        values["all"], values["in"] = values["early"] + values["late"], values["all"] + values["left"]
        outcomes = evaluate(values, [TOTAL, STATE], rounding=rounding).values()
        passes = all(outcome.status.value == "passed" for outcome in outcomes)
        assert passes == (localise(values, [TOTAL, STATE], rounding=rounding).weight == 0)


def _column(units: int) -> tuple[dict[str, int], list[Relation]]:
    """Give columns whose totals are all wrong, tied together by one row."""
    names = "abcdef"
    values = {f"{name}{unit}": unit for name in names for unit in range(units)}
    values |= dict.fromkeys(names, 7)
    rules = [parts(name, name, *(f"{name}{unit}" for unit in range(units))) for name in names]
    return values, [*rules, Relation("row", dict.fromkeys(names, 1), "==", 42)]


class TestCaps:
    """What is said when a cap is met."""

    def test_beyond_the_weight_nothing_is_looked_for(self) -> None:
        """The weight is not known, that it is more than the cap is."""
        values, rules = _column(4)
        found = localise(values, rules, max_weight=3)
        assert (NOT_SOLVED, NotSolvedReason.WEIGHT, None) == (found.status, found.reason, found.weight)
        assert found.lower_bound > 3
        assert () == found.solutions
        assert {each.code for each in rules[:-1]} <= set(found.causes[0].relations)

    def test_the_cap_of_weight_is_that_of_all_causes(self) -> None:
        """Two of weight one are too many for one."""
        rules = [Relation("x", {"x": 1}, "==", 0), Relation("y", {"y": 1}, "==", 0)]
        assert SOLVED is localise({"x": 1, "y": 1}, rules, max_weight=2).status
        found = localise({"x": 1, "y": 1}, rules, max_weight=Decimal("1.5"))
        assert (NotSolvedReason.WEIGHT, 2) == (found.reason, found.lower_bound)
        halves = {"x": Fraction(1, 2), "y": Fraction(1, 3)}
        assert SOLVED is localise({"x": 1, "y": 1}, rules, weights=halves, max_weight=Fraction(5, 6)).status
        assert NOT_SOLVED is localise({"x": 1, "y": 1}, rules, weights=halves, max_weight=Fraction(4, 5)).status
        assert [SOLVED, NOT_SOLVED] == [cause.status for cause in found.causes]

    def test_more_solutions_than_wanted_are_not_listed(self) -> None:
        """The weight is known, and some of them, by cause."""
        values, rules = _column(4)
        found = localise(values, rules, max_solutions=10)
        cause = found.causes[0]
        assert (NOT_SOLVED, NotSolvedReason.SOLUTIONS, 6) == (found.status, found.reason, found.weight)
        assert () == found.solutions
        assert (NOT_SOLVED, NotSolvedReason.SOLUTIONS, 10) == (cause.status, cause.reason, len(cause.solutions))

    def test_a_product_that_is_too_large_is_not_made(self) -> None:
        """Each cause is solved, their combinations are too many to list."""
        rules = [parts(str(each), f"a{each}", f"b{each}") for each in range(5)]
        values = {f"{name}{each}": value for each in range(5) for name, value in (("a", 1), ("b", 2))}
        found = localise(values, rules, max_solutions=31)
        assert (NOT_SOLVED, NotSolvedReason.SOLUTIONS, 5) == (found.status, found.reason, found.weight)
        assert [SOLVED] * 5 == [cause.status for cause in found.causes]
        assert 32 == len(localise(values, rules, max_solutions=32).solutions)

    def test_steps_run_out_the_same_way_every_time(self) -> None:
        """A bound is known before the search begins."""
        values, rules = _column(4)
        first, second = (localise(values, rules, max_steps=3) for _ in range(2))
        assert first == second
        assert (NOT_SOLVED, NotSolvedReason.STEPS, None) == (first.status, first.reason, first.weight)
        assert first.lower_bound == 6

    @pytest.mark.parametrize("steps", range(0, 60, 3))
    def test_wherever_steps_run_out_what_is_known_is_true(self, steps: int) -> None:
        """The bound is no higher than the weight, and what is listed is among the least sets."""
        values: Mapping[str, int | None] = {"in": 9, "all": None, "early": 3, "late": 2, "left": 5, "x": 4, "y": 7}
        rules = [TOTAL, STATE, Relation("x", {"x": 2, "y": -1}, "<="), Relation("y", {"y": 1, "x": 1}, "<=", 10)]
        whole, part = localise(values, rules), localise(values, rules, max_steps=steps)
        assert whole.weight is not None
        assert part.lower_bound <= whole.weight
        known = {cells for cause in whole.causes for cells in cells_of(cause)}
        assert all(cells in known for cause in part.causes for cells in cells_of(cause))
        assert (part.status is SOLVED) == (part.reason is None)

    def test_time_runs_out_too(self) -> None:
        """With no time at all, the bound is all that is known."""
        values, rules = _column(4)
        found = localise(values, rules, time_limit=-1)
        assert (NOT_SOLVED, NotSolvedReason.TIME) == (found.status, found.reason)

    def test_what_no_change_can_repair_is_infeasible(self) -> None:
        """All cells of the broken rule being locked, its proof is all there is."""
        found = localise({"all": 3, "early": 2, "late": 0}, [TOTAL], locked=["all", "early", "late"])
        assert (NOT_SOLVED, NotSolvedReason.INFEASIBLE, None) == (found.status, found.reason, found.weight)
        certificate = found.causes[0].certificates[0]
        assert ((), TOTAL) == (certificate.cells, certificate.relation)

    def test_rules_that_contradict_one_another_are_infeasible(self) -> None:
        """Whatever the figures, x cannot be 1 and 2; another cause does not hide it."""
        rules = [Relation("one", {"x": 1}, "==", 1), Relation("two", {"x": 1}, "==", 2), TOTAL]
        found = localise({"all": 9, "early": 1, "late": 1, "x": 1}, rules)
        assert NotSolvedReason.INFEASIBLE is found.reason
        certificate = found.causes[1].certificates[0]
        assert ({"one", "two"}, ()) == (set(certificate.relations), certificate.cells)
        found = localise({"all": 9, "early": 1, "late": 1, "x": 1}, rules, max_solutions=1)
        assert NotSolvedReason.INFEASIBLE is found.reason
        assert [NotSolvedReason.SOLUTIONS, NotSolvedReason.INFEASIBLE] == [cause.reason for cause in found.causes]

    def test_a_rule_without_cells_holds_or_is_infeasible(self) -> None:
        """0 = 0 is no cause, 0 >= 1 is."""
        assert 0 == localise({}, [Relation("zero", {})]).weight
        found = localise({}, [Relation("one", {}, ">=", 1)])
        assert NotSolvedReason.INFEASIBLE is found.reason

    def test_cases_without_end_end_at_the_cap(self) -> None:
        """That 3x - 3y is nowhere near 1.5 would take cases without end to see."""
        rule = Relation("strip", {"x": 3, "y": -3, "z": 1}, "==", Fraction(3, 2))
        values: dict[str, Exact | None] = {"x": None, "y": None, "z": Decimal("0.0")}
        found = localise(values, [rule], integral=["x", "y"], max_steps=500)
        assert (NotSolvedReason.STEPS, 0, ()) == (found.reason, found.lower_bound, found.causes[0].certificates)

    def test_what_need_not_be_whole_is_moved_first(self) -> None:
        """There are cases without end here, too, but the shift alone is enough."""
        terms = {"x": 3, "y": -3, "z": 2, "shift": 1}
        rules = [Relation("low", terms, ">=", Fraction(1, 4)), Relation("high", terms, "<=", Fraction(3, 4))]
        assert SOLVED is localise(dict.fromkeys(terms), rules, integral=["x", "y", "z"], max_steps=50).status

    def test_values_may_be_what_takes_too_long(self) -> None:
        """The least set is known then, but it is not listed without its values."""
        rules = [
            Relation("strip", {"x": 3, "y": -3, "z": 1}, "<=", Fraction(5, 2)),
            Relation("wide", {"x": 3, "y": -3, "z": 1}, ">=", Fraction(-1, 2)),
            Relation("z", {"z": 1}, "<=", 0),
        ]
        values: dict[str, Exact | None] = {"x": None, "y": None, "z": 1}
        reasons = {
            localise(values, rules, integral=["x", "y"], nonnegative=["z"], max_steps=steps).reason
            for steps in range(3, 400, 20)
        }
        assert reasons == {None, NotSolvedReason.STEPS}


class TestRefusals:
    """What is not exact is refused."""

    @pytest.mark.parametrize("value", [1.0, True])
    def test_values_are_exact(self, value: Any) -> None:
        """The error names the cell."""
        with pytest.raises(TypeError, match="'late'"):
            localise({"late": value}, [])

    @pytest.mark.parametrize("weight", [0, -1, Decimal(0)])
    def test_weights_are_positive(self, weight: Exact) -> None:
        """What must not be changed is locked instead."""
        with pytest.raises(ValueError, match="'late'"):
            localise({"late": 1}, [], weights={"late": weight})

    @pytest.mark.parametrize("weight", [1.5, True])
    def test_weights_are_exact(self, weight: Any) -> None:
        """A float is refused as everywhere."""
        with pytest.raises(TypeError, match="'late'"):
            localise({"late": 1}, [], weights={"late": weight})

    def test_relations_are_exact(self) -> None:
        """Neither a float nor a comparison that is none of the three is taken."""
        share: Any = 0.5
        operator: Any = "<"
        with pytest.raises(TypeError, match=r"0\.5"):
            Relation("half", {"x": share})
        with pytest.raises(ValueError, match="'<'"):
            Relation("less", {"x": 1}, operator)

    def test_codes_are_told_apart(self) -> None:
        """Two relations of one code are refused."""
        with pytest.raises(ValueError, match="'total'"):
            localise({}, [TOTAL, TOTAL])


class TestLargeForms:
    """Forms of two hundred cells."""

    @pytest.mark.parametrize("seed", range(4))
    def test_wrong_figures_of_a_large_form_are_found(self, seed: int) -> None:
        """Five wrong figures among two hundred: the values put right every rule, and no set is lighter."""
        random = Random(seed)  # noqa: S311
        names = [f"u{unit}" for unit in range(19)]
        row = (("a", (0, 1, 2, 3)), ("b", (4, 5, 6)), ("c", (7, 8, 9)), ("d", (0, 4, 7)))
        rules = [
            parts(f"{name}.{code}", *(f"{name}.{cell}" for cell in cells))
            for name in (*names, "t")
            for code, cells in row
        ]
        rules += [parts(f"t.{cell}", f"t.{cell}", *(f"{name}.{cell}" for name in names)) for cell in range(10)]
        right: dict[str, int] = {}
        for name in names:
            five, six, eight, nine = (random.randint(0, 900) for _ in range(4))
            total = five + six + eight + nine
            one = random.randint(0, total)
            two = random.randint(0, total - one)
            line = (total, one, two, total - one - two, five + six, five, six, eight + nine, eight, nine)
            right |= {f"{name}.{cell}": figure for cell, figure in enumerate(line)}
        right |= {f"t.{cell}": sum(right[f"{name}.{cell}"] for name in names) for cell in range(10)}
        wrong = right | {cell: right[cell] + random.randint(1, 50) for cell in random.sample(list(right), 5)}
        found = localise(wrong, rules, nonnegative=wrong, integral=wrong)
        assert SOLVED is found.status
        assert found.weight is not None
        assert found.weight <= 5
        for solution in found.solutions:
            repaired = wrong | dict(solution.values)
            assert all(outcome.gap == 0 for outcome in evaluate(repaired, rules).values())


@pytest.mark.parametrize("name", ["locked", "nonnegative", "integral"])
def test_a_single_text_is_no_collection_of_cells(name: str) -> None:
    """A name that stands alone would be taken letter by letter."""
    with pytest.raises(TypeError, match=name):
        localise({"a": 1}, [Relation("one", {"a": 1}, "==", 2)], **{name: "a"})  # type: ignore[arg-type]


def test_a_cap_is_exact_as_well() -> None:
    """A float is refused wherever a number of the record's own kind belongs."""
    with pytest.raises(TypeError, match=r"max_weight is 0\.5, which is no exact number"):
        localise({"a": 1}, [Relation("one", {"a": 1}, "==", 2)], max_weight=0.5)  # type: ignore[arg-type]
