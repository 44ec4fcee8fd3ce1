"""Repairs: how figures were mistyped, which repair stands out, and that a wrong one never does."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc_core.engine import (
    Exact,
    NotSolvedReason,
    Relation,
    Repair,
    RepairKind,
    Suggestions,
    evaluate,
    localise,
    suggest,
)
from cchc_core.engine.mistypes import Evidence, digits_of, mistype_of, slips_between
from cchc_core.engine.slips import like, one_slip_from, pairs_of_slips

Figures = dict[str, int]


def parts(code: str, whole: str, *cells: str) -> Relation:
    return Relation(code, {whole: 1, **dict.fromkeys(cells, -1)})


def row_rules(place: str = "") -> list[Relation]:
    """Give the identities of columns (3) to (13)."""
    sums = {"a": (3, 4, 5, 6), "b": (7, 8, 9, 10), "c": (11, 12, 13), "d": (3, 7, 11)}
    return [parts(place + code, *(f"{place}c{cell}" for cell in cells)) for code, cells in sums.items()]


LEVELS = ("district.", "commune.")
TABLE_RULES = [rule for place in (*LEVELS, "total.") for rule in row_rules(place)] + [
    parts(f"sum{cell}", f"total.c{cell}", *(f"{place}c{cell}" for place in LEVELS)) for cell in range(3, 14)
]


@st.composite
def rows(draw: st.DrawFn) -> Figures:
    """Give columns (3) to (13) of a consistent row."""
    figures = st.integers(0, draw(st.sampled_from([40, 3000, 90000])))
    c8, c9, c10, c12, c13 = (draw(figures) for _ in range(5))
    total = c8 + c9 + c10 + c12 + c13
    c4 = draw(st.integers(0, total))
    c5 = draw(st.integers(0, total - c4))
    line = (total, c4, c5, total - c4 - c5, c8 + c9 + c10, c8, c9, c10, c12 + c13, c12, c13)
    return {f"c{cell}": figure for cell, figure in enumerate(line, 3)}


@st.composite
def tables(draw: st.DrawFn) -> Figures:
    """Give two levels and their total."""
    levels = {place: draw(rows()) for place in LEVELS}
    figures = {place + cell: figure for place, row in levels.items() for cell, figure in row.items()}
    return figures | {f"total.c{cell}": sum(row[f"c{cell}"] for row in levels.values()) for cell in range(3, 14)}


@st.composite
def mistyped(draw: st.DrawFn, records: st.SearchStrategy[Figures], count: int) -> tuple[Figures, Figures]:
    """Give a record with so many figures one digit of which is another, and the figures that were meant."""
    right = draw(records)
    wrong = dict(right)
    for cell in draw(st.lists(st.sampled_from(list(right)), min_size=count, max_size=count, unique=True)):
        digits = list(str(right[cell]))
        place = draw(st.integers(0, len(digits) - 1))
        digits[place] = draw(st.sampled_from([digit for digit in "0123456789" if digit != digits[place]]))
        wrong[cell] = int("".join(digits))
    return wrong, {cell: figure for cell, figure in right.items() if wrong[cell] != figure}


def found_in(wrong: Figures, rules: list[Relation]) -> Suggestions:
    return suggest(wrong, rules, nonnegative=wrong, integral=wrong)


class TestOneMistypedDigit:
    """What happens if one digit of a record is another."""

    @settings(max_examples=100)
    @given(
        st.one_of(
            mistyped(rows(), 1).map(lambda each: (*each, row_rules())),
            mistyped(tables(), 1).map(lambda each: (*each, TABLE_RULES)),
        )
    )
    def test_what_was_meant_is_listed_and_nothing_else_suggested(
        self, record: tuple[Figures, Figures, list[Relation]]
    ) -> None:
        """The truth is in the list, one slip away; what is suggested is the truth."""
        wrong, meant, rules = record
        found = found_in(wrong, rules)
        listed = [repair for repair in found.ranked if dict(repair.changes) == meant]
        assert [1] == [repair.distance for repair in listed]
        assert found.suggestion is None or dict(found.suggestion.changes) == meant

    @settings(max_examples=100)
    @given(mistyped(tables(), 1))
    def test_on_a_table_by_level_it_is_suggested(self, record: tuple[Figures, Figures]) -> None:
        """There every figure stands in two sums at least; all that are broken vote for it."""
        wrong, meant = record
        found = found_in(wrong, TABLE_RULES)
        assert found.suggestion is not None
        assert meant == dict(found.suggestion.changes)
        assert found.by_cause[0].cause.relations == found.suggestion.votes


class TestTwoMistypedDigits:
    """What happens if two figures have a wrong digit."""

    @settings(max_examples=60)
    @given(mistyped(tables(), 2))
    def test_on_a_table_by_level_both_are_listed(self, record: tuple[Figures, Figures]) -> None:
        """What was meant comes first, or nearly so."""
        wrong, meant = record
        found = found_in(wrong, TABLE_RULES)
        assert meant in [dict(repair.changes) for repair in found.ranked[:5]]

    @given(mistyped(rows(), 2))
    def test_every_repair_holds(self, record: tuple[Figures, Figures]) -> None:
        """Whatever is listed lets every relation hold, pairs of slips included."""
        wrong, _ = record
        for repair in found_in(wrong, row_rules()).ranked[:20]:
            repaired: Mapping[str, Exact] = wrong | dict(repair.changes)
            assert all(outcome.gap == 0 for outcome in evaluate(repaired, row_rules()).values())
            assert repair.reported == {cell: wrong[cell] for cell in repair.cells}


class TestKinds:
    """The mistake that leads from what was meant to what is reported."""

    @pytest.mark.parametrize(
        ("reported", "meant", "kind", "distance"),
        [
            (1250, 1350, RepairKind.DIGIT_SLIP, 1),
            (1250, 12507, RepairKind.DIGIT_SLIP, 1),
            (1250, 150, RepairKind.DIGIT_SLIP, 1),
            (1250, 1367, RepairKind.UNKNOWN, 3),
            (1250, 1360, RepairKind.DIGIT_SLIP, 2),
            (12, 34, RepairKind.UNKNOWN, 2),
            (1250, 1520, RepairKind.TRANSPOSITION, 1),
            (Decimal("12.50"), Decimal("15.20"), RepairKind.TRANSPOSITION, 1),
            (18, -18, RepairKind.SIGN, 1),
            (-18, 19, RepairKind.UNKNOWN, 2),
            (1250, 125, RepairKind.TIMES_10, 1),
            (125, 1250, RepairKind.TIMES_10, 1),
            (125, 12500, RepairKind.TIMES_100, 2),
            (Decimal("1.25"), 1250, RepairKind.TIMES_1000, 3),
            (125, Decimal("12.5"), RepairKind.TIMES_10, 1),
            (0, 7, RepairKind.DIGIT_SLIP, 1),
            (-7, 0, RepairKind.DIGIT_SLIP, 1),
            (0, 4000, RepairKind.DIGIT_SLIP, 1),
            (0, 4321, RepairKind.UNKNOWN, 4),
            (7, Fraction(1, 3), RepairKind.UNKNOWN, 2),
            (Fraction(2, 3), Fraction(1, 3), RepairKind.DIGIT_SLIP, 1),
        ],
    )
    def test_the_figures_alone_tell(self, reported: Exact, meant: Exact, kind: RepairKind, distance: int) -> None:
        """The most telling mistake is named, with the slips it takes."""
        mistype = mistype_of(reported, meant)
        assert (kind, distance) == (mistype.kind, mistype.distance)

    @pytest.mark.parametrize(
        ("evidence", "kind"),
        [
            (Evidence(), RepairKind.UNKNOWN),
            (Evidence(previous=4711), RepairKind.STALE),
            (Evidence(previous=Decimal("4711.0")), RepairKind.STALE),
            (Evidence(previous=4712), RepairKind.UNKNOWN),
            (Evidence(column=[7, 968]), RepairKind.ROW_SHIFT),
            (Evidence(column=[7, 969]), RepairKind.UNKNOWN),
            (Evidence(tolerance=3743), RepairKind.ROUNDING),
            (Evidence(tolerance=3742), RepairKind.UNKNOWN),
        ],
    )
    def test_other_figures_tell_too(self, evidence: Evidence, kind: RepairKind) -> None:
        """The period before, the column, the rounding."""
        assert kind is mistype_of(4711, 968, evidence).kind

    def test_nothing_proves_nothing(self) -> None:
        """That a 0 was there before, or stands elsewhere, is no evidence."""
        assert RepairKind.UNKNOWN is mistype_of(0, 4321, Evidence(previous=0)).kind
        assert RepairKind.UNKNOWN is mistype_of(4321, 0, Evidence(column=[0])).kind

    @pytest.mark.parametrize(
        ("first", "second", "slips"),
        [("12.5", "12.50", 0), ("12.5", "12.05", 1), ("0.05", "0.50", 1), ("100", "1.00", 2), ("5", "105", 1)],
    )
    def test_decimals_count_as_printed(self, first: str, second: str, slips: int) -> None:
        """Both have as many decimals as the longer one; zeros before a number may have been meant."""
        assert slips == slips_between(Decimal(first), Decimal(second))

    @given(st.integers(0, 10**6), st.integers(0, 10**6))
    def test_slips_are_a_symmetric_count(self, first: int, second: int) -> None:
        """No more than there are digits, and none only between equals."""
        assert slips_between(first, second) == slips_between(second, first) <= max(map(len, digits_of(first, second)))
        assert (slips_between(first, second) == 0) == (first == second)

    @given(st.integers(-(10**5), 10**5))
    def test_what_is_one_slip_off_is(self, reported: int) -> None:
        """Every figure that is listed is one slip off, and each is another one."""
        figures = one_slip_from(reported)
        assert len(figures) == len(set(figures))
        assert reported not in figures
        assert all(slips_between(reported, figure) == 1 for figure in figures if figure != -reported)

    def test_one_slip_keeps_decimals_and_type(self) -> None:
        """What has no decimal form has its sign only."""
        assert Decimal("0.15") in one_slip_from(Decimal("0.05"))
        assert Decimal("0.5") in one_slip_from(Decimal("0.05"))
        assert (Fraction(-1, 3),) == one_slip_from(Fraction(1, 3))


SUMS = [parts("1", "a", "b", "c"), parts("2", "b", "d", "e"), parts("3", "c", "f", "g")]
RIGHT: Figures = {"a": 5810, "b": 4170, "c": 1640, "d": 4023, "e": 147, "f": 1603, "g": 37}


def suggested(**wrong: int) -> Callable[..., Suggestions]:
    return lambda **context: suggest(RIGHT | wrong, SUMS, **context)


class TestSuggestions:
    """Which repair stands out."""

    def test_the_only_least_set_one_slip_off_is_suggested(self) -> None:
        """Two relations give its value; none other is like it."""
        found = suggested(b=4710)()
        assert found.suggestion == found.ranked[0] == found.by_cause[0].suggestion
        assert found.suggestion is not None
        assert {"b": 4170} == dict(found.suggestion.changes)
        assert (RepairKind.TRANSPOSITION, 1, 1) == (
            found.suggestion.kind,
            found.suggestion.distance,
            found.suggestion.weight,
        )
        assert ("1", "2") == found.suggestion.votes
        assert ("b",) == found.suggestion.same_digits
        assert found.suggestion.is_least

    def test_what_is_far_from_the_report_is_listed_only(self) -> None:
        """There is one least set, but no slip explains it."""
        found = suggested(b=9999)()
        assert found.suggestion is None
        assert [({"b": 4170}, RepairKind.UNKNOWN, 4)] == [
            (dict(each.changes), each.kind, each.distance) for each in found.ranked
        ]
        assert () == found.ranked[0].same_digits

    def test_two_that_are_as_near_are_both_listed(self) -> None:
        """D or e may have a wrong digit, and pairs of the two come after them."""
        found = suggested(d=4033)()
        assert found.suggestion is None
        assert [{"d": 4023}, {"e": 137}] == [dict(each.changes) for each in found.ranked[:2]]
        assert [True, True, False] == [each.is_least for each in found.ranked[:3]]
        assert [1, 1, 2] == [each.distance for each in found.ranked[:3]]

    def test_the_nearer_of_two_is_suggested(self) -> None:
        """147 mistyped for 174 is likelier than any change of 4023."""
        found = suggested(e=174)()
        assert found.suggestion is not None
        assert {"e": 147} == dict(found.suggestion.changes)
        assert [1, 4] == [each.distance for each in found.ranked]

    def test_a_figure_no_relation_settles_keeps_others_from_being_suggested(self) -> None:
        """X may be anything up to 5, so it is not listed; that y is not suggested for it is as well."""
        rules = [Relation("bound", {"x": 1, "y": -1}, "<="), parts("same", "y", "z")]
        found = suggest({"x": 51, "y": 5, "z": 5}, rules)
        assert [("x",)] == [solution.cells for solution in found.localisation.solutions]
        assert ((), None) == (found.ranked, found.suggestion)
        assert ((),) == tuple(each.ranked for each in found.by_cause)

    def test_two_slips_of_the_only_least_set_are_suggested(self) -> None:
        """Each figure is one slip off, so together they stand out; the kinds differ."""
        values = RIGHT | {"h": 10, "i": 10}
        rules = [*SUMS, parts("4", "a", "h", "x"), parts("5", "c", "i", "y")]
        values |= {"x": 5800, "y": 1630, "a": 8510, "b": 4171}
        found = suggest(values, rules, locked=["h", "i", "x", "y", "c", "d", "e"])
        assert found.suggestion is not None
        assert {"a": 5810, "b": 4170} == dict(found.suggestion.changes)
        assert {"a": RepairKind.TRANSPOSITION, "b": RepairKind.DIGIT_SLIP} == dict(found.suggestion.kinds)
        assert (RepairKind.UNKNOWN, 2, 2) == (
            found.suggestion.kind,
            found.suggestion.distance,
            found.suggestion.mistakes,
        )

    def test_one_figure_of_two_far_off_is_not_suggested(self) -> None:
        """The least set is the only one, but b is no single slip."""
        values = RIGHT | {"a": 8510, "b": 9999}
        found = suggest(values, SUMS, locked=["c", "d", "e"])
        assert [{"a": 5810, "b": 4170}] == [dict(each.changes) for each in found.ranked]
        assert found.suggestion is None

    def test_swapped_neighbours_are_one_mistake(self) -> None:
        """Their values are exchanged, and they are printed side by side."""
        wrong = {"b": 1640, "c": 4170}
        found = suggested(**wrong)(neighbours=[("a", "b", "c")])
        assert found.suggestion is not None
        assert (RepairKind.NEIGHBOURS_SWAPPED, 1, 1) == (
            found.suggestion.kind,
            found.suggestion.distance,
            found.suggestion.mistakes,
        )
        assert RIGHT == RIGHT | wrong | dict(found.suggestion.changes)
        assert suggested(**wrong)(neighbours=[("b", "a", "c")]).suggestion is None
        assert suggested(**wrong)().suggestion is None

    def test_the_period_before_tells_stale_figures(self) -> None:
        """B was not brought up to date."""
        found = suggested(b=3826)(previous={"b": 3826, "a": None})
        assert found.suggestion is not None
        assert RepairKind.STALE is found.suggestion.kind
        assert suggested(b=3826)(previous={"b": 3827}).suggestion is None

    def test_a_column_tells_shifted_figures(self) -> None:
        """What b should be stands in another row; its own value there is no evidence."""
        values = RIGHT | {"b": 3826, "other": 4170}
        found = suggest(values, SUMS, columns=[("b", "other", "missing")])
        assert found.suggestion is not None
        assert RepairKind.ROW_SHIFT is found.suggestion.kind
        assert suggest(values, SUMS, columns=[("b",), ("other",)]).suggestion is None

    def test_rounded_figures_may_be_one_unit_off(self) -> None:
        """One unit of the last digit is rounding, two are a digit slip."""
        values: dict[str, Exact] = {"all": Decimal("100.3"), "a": 50, "b": Fraction(501, 10)}
        found = suggest(values, [parts("sum", "all", "a", "b")], locked=["a", "b"])
        assert [{"all": Decimal("100.1")}] == [dict(each.changes) for each in found.ranked]
        assert [RepairKind.DIGIT_SLIP] == [each.kind for each in found.ranked]
        found = suggest(values | {"all": Decimal("100.2")}, [parts("sum", "all", "a", "b")], locked=["a", "b"])
        assert [RepairKind.ROUNDING] == [each.kind for each in found.ranked]

    def test_every_cause_must_have_one(self) -> None:
        """Two causes with a suggestion make one of the whole; one without keeps it back."""
        rules = [*SUMS, parts("4", "x", "y", "z"), Relation("5", {"x": 1, "w": -1})]
        right = RIGHT | {"x": 300, "y": 120, "z": 180, "w": 300}
        found = suggest(right | {"b": 4710, "x": 3000}, rules)
        assert found.suggestion is not None
        assert {"b": 4170, "x": 300} == dict(found.suggestion.changes)
        assert (RepairKind.UNKNOWN, 2, 2) == (found.suggestion.kind, found.suggestion.distance, found.suggestion.weight)
        assert ("1", "2", "4", "5") == found.suggestion.votes
        assert found.suggestion == found.ranked[0]
        found = suggest(right | {"b": 4710, "x": 999}, rules)
        assert found.suggestion is None
        assert [True, False] == [each.suggestion is not None for each in found.by_cause]

    def test_too_many_combinations_are_cut(self) -> None:
        """The likeliest of each cause are combined."""
        rules = [parts(str(each), f"a{each}", *(f"{each}b{part}" for part in range(9))) for each in range(4)]
        values = {cell: 100 for rule in rules for cell in rule.cells} | {f"a{each}": 950 for each in range(4)}
        found = suggest(values, rules, max_solutions=20000)
        assert 0 < len(found.ranked) <= 1000
        assert [each.distance for each in found.ranked] == sorted(each.distance for each in found.ranked)
        assert min(each.ranked[0].distance for each in found.by_cause) * 4 == found.ranked[0].distance

    def test_an_unsolved_cause_suggests_nothing(self) -> None:
        """What is known of it is ranked, though."""
        found = suggest(RIGHT | {"d": 4033}, SUMS, max_solutions=1)
        assert NotSolvedReason.SOLUTIONS is found.localisation.reason
        assert found.suggestion is None
        assert [{"d": 4023}] == [dict(each.changes) for each in found.ranked]

    def test_a_clean_record_needs_none(self) -> None:
        """There is nothing to list."""
        found = suggest(RIGHT, SUMS)
        assert (None, (), (), {}) == (found.suggestion, found.ranked, found.by_cause, dict(found.confirmed))

    def test_passing_relations_confirm(self) -> None:
        """B and c of the broken relation stand in another that holds; nothing confirms a."""
        assert {"b": 1, "c": 1} == dict(suggested(a=5811)().confirmed)

    def test_a_localisation_may_be_given(self) -> None:
        """What was localised before is not localised again."""
        given_before = localise(RIGHT | {"b": 4710}, SUMS)
        assert given_before is suggested(b=4710)(localisation=given_before).localisation

    def test_results_cannot_be_changed(self) -> None:
        """Their mappings are read-only."""
        found = suggested(b=4710)()
        assert isinstance(found.suggestion, Repair)
        changes: Any = found.suggestion.changes
        with pytest.raises(TypeError):
            changes["b"] = 1


class TestPairsOfSlips:
    """Two slips that look like one large mistake."""

    def test_two_slips_in_one_sum_are_listed(self) -> None:
        """4023 and 147 mistyped as 4923 and 197 look like one figure far off, but both are near."""
        found = suggested(d=4923, e=197)()
        pair = next(each for each in found.ranked if dict(each.changes) == {"d": 4023, "e": 147})
        assert (2, 2, False, ("2",)) == (pair.distance, pair.weight, pair.is_least, pair.votes)

    def test_locked_and_impossible_ones_are_not(self) -> None:
        """Neither a locked figure nor one that would be negative or no whole number is changed."""
        found = suggested(d=4923, e=197)(locked=["e", "b"])
        assert [{"d": 3973}] == [dict(each.changes) for each in found.ranked]
        found = suggested(d=4923, e=197)(nonnegative=RIGHT, weights={"d": Decimal("0.5")})
        pairs = [each for each in found.ranked if not each.is_least]
        assert all(value >= 0 for each in pairs for value in each.changes.values())
        assert {Fraction(3, 2)} == {each.weight for each in pairs}
        halves = [Relation("halves", {"x": 2, "y": 2, "z": -1})]
        found = suggest({"x": 10, "y": 20, "z": 99}, halves, integral=["x", "y", "z"])
        assert all(Fraction(each.changes.get("x", 0)).denominator == 1 for each in found.ranked)

    def test_a_pair_may_not_break_other_rules(self) -> None:
        """An inequality that one of the two would break forbids the pair."""
        bound = Relation("bound", {"d": 1}, ">=", 4500)
        found = suggest(RIGHT | {"d": 4923, "e": 197}, [*SUMS, bound])
        assert all(each.changes.get("d", 4923) >= 4500 for each in found.ranked)
        twice: dict[str, Any] = {"d": (4923, 4923), "e": 197}
        found = suggest(RIGHT | twice, SUMS, decimals={"d": (None, None)}, integral=RIGHT)
        assert {"d": 4023, "e": 147} in [dict(each.changes) for each in found.ranked]

    def test_a_pair_is_whole_where_figures_are(self) -> None:
        """With twice x and once y, one slip of y may ask for half a step of x; then it is none."""
        rules = [Relation("sum", {"y": 1, "x": 2, "z": -1})]
        values: dict[str, Exact] = {"x": 100, "y": 300, "z": 901}
        listed = [dict(each.changes) for each in suggest(values, rules, locked=["z"]).ranked]
        whole = [dict(each.changes) for each in suggest(values, rules, locked=["z"], integral=["x", "y"]).ranked]
        assert {"y": 700, "x": Fraction(201, 2)} in listed
        assert [each for each in listed if all(Fraction(value).denominator == 1 for value in each.values())] == whole

    def test_cells_in_other_equalities_are_told_apart(self) -> None:
        """Only those that stand in the same equalities, for the same share, are alike."""
        rules = [
            Relation("1", {"a": 2, "b": 1, "c": 1, "d": 1}),
            Relation("2", {"a": 2, "b": 1, "c": 2}),
            parts("3", "d", "e"),
        ]
        assert {"a": 1, "b": Fraction(1, 2)} == like("a", rules)

    def test_no_pair_without_a_slip_of_each(self) -> None:
        """One that does all alone is no pair."""
        shares = {"x": Fraction(1), "y": Fraction(2)}
        found = list(pairs_of_slips(shares, Fraction(10), {"x": 10, "y": 10}))
        assert {"x": 20, "y": 10} not in found
        assert {"x": 0, "y": 20} in found
