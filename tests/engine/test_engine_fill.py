"""Blanks that relations leave one value for are filled, with the relations that say so; no others are."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.engine import DropReason, Filled, Filling, FillReason, Relation, Status, evaluate, fill
from cchc_core.engine.groups import joined
from cchc_core.engine.linear import Row, bounds, conflict
from proofs_for_tests import added_up

CELLS = "abcdef"
TERM = Relation("term", {"all": 1, "early": -1, "late": -1})
WAY = Relation("way", {"all": 1, "online": -1, "post": -1, "desk": -1})
BOUND = Relation("bound", {"late": 1, "early": -1}, "<=")


def values_of(filling: Filling) -> dict[str, int | Fraction]:
    """Give what was filled."""
    return {each.cell: each.value for each in filling.filled}


def check_proofs(filled: Filled, relations: list[Relation], known: dict[str, Any]) -> None:
    """Add up what a filled value is said to come from."""
    by_code = {relation.code: relation for relation in relations}
    ops = ["=="] if filled.reason is FillReason.EQUALITIES else ["<=", ">="]
    assert len(ops) == len(filled.proofs)
    for proof, op in zip(filled.proofs, ops, strict=True):
        coefficients, constant = added_up(proof, by_code, op, known)
        assert {filled.cell: Fraction(1)} == coefficients
        assert {"==": constant == filled.value, "<=": constant <= filled.value, ">=": constant >= filled.value}[op]


@st.composite
def systems(draw: st.DrawFn, ops: tuple[Any, ...] = ("==", "==", "<=", ">=")) -> tuple[dict[str, int], list[Relation]]:
    """Draw counts and relations that hold for them."""
    truth = {cell: draw(st.sampled_from([0, 0, 1, 2, 7])) for cell in CELLS}
    relations = []
    for number in range(draw(st.integers(1, 6))):
        weights = draw(st.fixed_dictionaries({cell: st.sampled_from([0, 0, 1, 1, -1, 2]) for cell in CELLS}))
        total = sum(weight * truth[cell] for cell, weight in weights.items())
        op = draw(st.sampled_from(ops))
        spare = 0 if op == "==" else draw(st.sampled_from([0, 0, 1])) * (1 if op == "<=" else -1)
        relations.append(Relation(f"r{number}", weights, op, total + spare))
    return truth, relations


def range_of(blank: str, values: dict[str, int | None], relations: list[Relation]) -> tuple[Any, Any]:
    """Give the least and the largest value of a blank where everything holds."""
    return bounds(rows_of(values, relations), {blank: 1})


def rows_of(values: dict[str, int | None], relations: list[Relation]) -> list[Row]:
    """Write down everything that holds: reported figures, relations, no negative blank."""
    rows = [
        Row({cell: 1}, "==", value) if value is not None else Row({cell: -1}, "<=", 0) for cell, value in values.items()
    ]
    for relation in relations:
        sign = -1 if relation.op == ">=" else 1
        turned = {cell: sign * weight for cell, weight in relation.coefficients.items()}
        rows.append(Row(turned, "==" if relation.op == "==" else "<=", sign * relation.constant))
    return rows


class TestWhatIsForced:
    """A blank is filled if, and only if, it can have one value."""

    def test_a_total_is_the_sum_of_its_parts(self) -> None:
        """One relation with one blank gives the blank."""
        filling = fill({"early": 20, "late": 9, "all": None}, [TERM])
        (filled,) = filling.filled
        assert ("all", 29, FillReason.EQUALITIES, {"term": Fraction(1)}) == (
            filled.cell,
            filled.value,
            filled.reason,
            dict(filled.rules),
        )
        assert ({"early": 20, "late": 9, "all": 29}, (), ()) == (dict(filling.values), filling.dropped, filling.blanks)

    def test_a_blank_that_was_not_given_at_all_is_filled(self) -> None:
        """A cell that only a relation names is a blank like any other, after those given."""
        assert {"early": 20, "all": 29, "late": 9} == dict(fill({"early": 20, "all": 29}, [TERM]).values)

    def test_a_fraction_stays_a_fraction(self) -> None:
        """What is not whole is exact all the same."""
        thirds = Relation("thirds", {"a": 3, "b": -1})
        assert {"a": Fraction(5, 3)} == values_of(fill({"b": 5}, [thirds]))

    def test_parts_of_a_total_already_reached_are_0(self) -> None:
        """29 online of 29 leaves nothing for post and desk, as neither can be negative."""
        given_ = {"early": 20, "late": 9, "online": 29}
        filling = fill(given_, [TERM, WAY], nonnegative=["post", "desk"])
        assert {"all": 29, "post": 0, "desk": 0} == values_of(filling)
        assert [FillReason.EQUALITIES, FillReason.BOUNDS, FillReason.BOUNDS] == [each.reason for each in filling.filled]
        assert [["term"], ["term", "way"], ["term", "way"]] == [sorted(each.rules) for each in filling.filled]
        for each in filling.filled:
            check_proofs(each, [TERM, WAY], given_)

    def test_parts_that_may_be_negative_are_not_0(self) -> None:
        """5 and -5 make nothing, too."""
        filling = fill({"all": 29, "online": 29}, [WAY])
        assert ((), ("post", "desk")) == (filling.filled, filling.blanks)

    def test_a_part_of_nothing_is_nothing(self) -> None:
        """At most 0, and not negative: 0."""
        assert {"late": 0} == values_of(fill({"early": 0}, [BOUND], nonnegative=["late"]))

    def test_two_bounds_that_meet(self) -> None:
        """At least 3 and at most 3 is 3."""
        least, most = Relation("least", {"a": 1}, ">=", 3), Relation("most", {"a": 1}, "<=", 3)
        (filled,) = fill({}, [least, most]).filled
        assert ("a", 3, FillReason.BOUNDS, ["least", "most"]) == (
            filled.cell,
            filled.value,
            filled.reason,
            sorted(filled.rules),
        )
        check_proofs(filled, [least, most], {})

    def test_a_single_relation_is_named_where_one_is_enough(self) -> None:
        """What one relation gives by itself is not said to come from several."""
        both = Relation("both", {"all": 1, "late": 1, "online": -1})
        filling = fill({"early": 20, "all": 29}, [both, TERM])
        assert {"late": ["term"], "online": ["both", "term"]} == {
            each.cell: list(each.rules) for each in filling.filled
        }

    def test_two_blanks_in_one_relation_stay_blank(self) -> None:
        """29 may be 20 and 9 or anything else."""
        filling = fill({"all": 29}, [TERM], nonnegative=["early", "late"])
        assert ((), ("early", "late")) == (filling.filled, filling.blanks)

    def test_two_relations_give_two_blanks(self) -> None:
        """Sum and difference give both."""
        apart = Relation("apart", {"early": 1, "late": -1}, "==", 11)
        assert {"early": 20, "late": 9} == values_of(fill({"all": 29}, [TERM, apart]))

    def test_nothing_blank_nothing_filled(self) -> None:
        """Reported figures stay as they are, also those that break a relation."""
        given_ = {"all": 30, "early": 20, "late": 9}
        filling = fill(given_, [TERM])
        assert (given_, (), (), ()) == (dict(filling.values), filling.filled, filling.dropped, filling.blanks)

    @given(systems(), st.sets(st.sampled_from(CELLS)))
    def test_exactly_what_is_forced_is_filled(
        self, system: tuple[dict[str, int], list[Relation]], blanks: set[str]
    ) -> None:
        """Consistent counts with some left out: a blank is filled if its least value is its largest, and never falsely."""
        truth, relations = system
        known: dict[str, int | None] = {cell: None if cell in blanks else value for cell, value in truth.items()}
        filling = fill(known, relations, nonnegative=CELLS, integral=CELLS)
        assert () == filling.dropped
        assert {
            cell: truth[cell]
            for cell in CELLS
            if cell in blanks and range_of(cell, known, relations) == (truth[cell],) * 2
        } == (values_of(filling))
        for each in filling.filled:
            check_proofs(each, relations, {cell: value for cell, value in truth.items() if cell not in blanks})


class TestRoundedFigures:
    """A blank beside rounded figures is filled only if they leave it one value."""

    def test_a_total_of_rounded_figures_stays_blank(self) -> None:
        """66.7 and 33.3 make anything from 99.9 to 100.1."""
        given_ = {"early": Decimal("66.7"), "late": Decimal("33.3")}
        filling = fill(given_, [TERM])
        assert ((), ("all",)) == (filling.filled, filling.blanks)
        assert {"all": 100} == values_of(fill(given_, [TERM], decimals=dict.fromkeys(given_)))

    def test_a_rounded_figure_that_falls_out_does_no_harm(self) -> None:
        """The total is rounded in both relations, so what differs between them is exact."""
        other = Relation("other", {"all": 1, "online": -1, "late": -1})
        assert {"online": 20} == values_of(fill({"all": Decimal("29.5"), "early": 20}, [TERM, other]))

    def test_parts_of_a_rounded_total_are_not_0(self) -> None:
        """29.0 of 29.0 leaves up to 0.1."""
        given_ = {"all": Decimal("29.0"), "online": Decimal("29.0")}
        assert {} == values_of(fill(given_, [WAY], nonnegative=["post", "desk"]))

    def test_a_value_outside_the_rounding_of_another_relation_is_dropped(self) -> None:
        """20 and 9 make 29, which is not 29.5 to within half a unit."""
        rounded = Relation("rounded", {"all": 1, "printed": -1}, "<=")
        filling = fill({"early": 20, "late": 9, "printed": Decimal("28.5")}, [TERM, rounded])
        assert [("all", DropReason.BREAKS, {"rounded": Fraction(1)})] == [
            (each.cell, each.reason, dict(each.conflict)) for each in filling.dropped
        ]

    @given(systems(), st.sets(st.sampled_from(CELLS)), st.sets(st.sampled_from(CELLS)))
    def test_rounding_never_makes_a_fill_wrong(
        self, system: tuple[dict[str, int], list[Relation]], blanks: set[str], rounded: set[str]
    ) -> None:
        """Consistent figures printed to tens, some left out: what is filled is true."""
        truth, relations = system
        tens = {cell: int(Decimal(value).quantize(Decimal("1E+1"), ROUND_HALF_UP)) for cell, value in truth.items()}
        known = {cell: tens[cell] if cell in rounded else value for cell, value in truth.items() if cell not in blanks}
        filling = fill(known, relations, nonnegative=CELLS, decimals=dict.fromkeys(rounded - blanks, -1))
        assert ({cell: truth[cell] for cell in values_of(filling)}, ()) == (values_of(filling), filling.dropped)


class TestContradictions:
    """What comes from relations that contradict one another is not filled, and it is said why."""

    def test_two_relations_that_disagree(self) -> None:
        """29 by term and 30 by way: both are told, neither is taken."""
        given_ = {"early": 20, "late": 9, "online": 30, "post": 0, "desk": 0}
        filling = fill(given_, [TERM, WAY])
        (dropped,) = filling.dropped
        assert ("all", DropReason.DISAGREE, ("all",)) == (dropped.cell, dropped.reason, filling.blanks)
        assert [(29, ["term"]), (30, ["way"])] == [(each.value, list(each.rules)) for each in dropped.candidates]
        assert {"term", "way"} == set(dropped.conflict)
        for each in dropped.candidates:
            check_proofs(each, [TERM, WAY], given_)

    def test_what_rests_on_a_disputed_value_is_dropped_with_it(self) -> None:
        """A share of a disputed total is disputed; what has nothing to do with it is not."""
        rest = Relation("rest", {"all": 1, "open": 1, "received": -1})
        apart = Relation("apart", {"x": 1, "early": -1})
        filling = fill(
            {"early": 20, "late": 9, "online": 30, "post": 0, "desk": 0, "received": 40}, [TERM, WAY, rest, apart]
        )
        assert ({"x": 20}, ["all", "open"]) == (values_of(filling), [each.cell for each in filling.dropped])
        assert [{29, 30}, {10, 11}] == [{each.value for each in dropped.candidates} for dropped in filling.dropped]

    def test_a_dispute_farther_off(self) -> None:
        """Three blanks follow from one another; that the last is told differently leaves none of them sure."""
        relations = [
            Relation("a", {"a": 1}, "==", 1),
            Relation("b", {"b": 1, "a": -1}),
            Relation("b2", {"b": 1}, "==", 1),
            Relation("c", {"c": 1, "b": -1}),
            Relation("c2", {"c": 1}, "==", 3),
        ]
        filling = fill({}, relations)
        assert ({}, ["a", "b", "c"]) == (values_of(filling), [each.cell for each in filling.dropped])
        assert [{1}, {1, 3}, {1, 3}] == [{each.value for each in dropped.candidates} for dropped in filling.dropped]

    def test_a_dispute_farther_off_still(self) -> None:
        """What is only linked to disputed blanks through agreeing relations is not sure either."""
        relations = [
            Relation("z", {"z": 1}, "==", 1),
            Relation("y", {"y": 1}, "==", 1),
            Relation("x", {"x": 1}, "==", 1),
            Relation("w", {"w": 1}, "==", 3),
            Relation("zy", {"z": 1, "y": -1}),
            Relation("yx", {"y": 1, "x": -1}),
            Relation("xw", {"x": 1, "w": -1}),
            Relation("v", {"v": 1}, "==", 1),
        ]
        filling = fill({}, relations)
        assert ({"v": 1}, ["z", "y", "x", "w"]) == (values_of(filling), [each.cell for each in filling.dropped])
        assert [{1}, {1}, {1, 3}, {3, 1}] == [
            {each.value for each in dropped.candidates} for dropped in filling.dropped
        ]

    def test_nothing_is_deduced_from_a_value_that_is_not_to_be_trusted(self) -> None:
        """Half of 5 is no count, so what is at least and at most as much is left blank."""
        half = Relation("half", {"part": 2, "whole": -1})
        squeezed = [Relation(op, {"part": 1, "same": -1}, op) for op in ("<=", ">=")]
        filling = fill({"whole": 5}, [half, *squeezed], integral=["part"])
        assert (["part"], ("part", "same")) == ([each.cell for each in filling.dropped], filling.blanks)

    def test_a_value_that_breaks_a_bound(self) -> None:
        """9 late of 5 early is more than the bound allows."""
        filling = fill({"all": 14, "early": 5}, [TERM, BOUND])
        assert [("late", DropReason.BREAKS, {"bound": Fraction(1)})] == [
            (each.cell, each.reason, dict(each.conflict)) for each in filling.dropped
        ]
        assert [[9]] == [[each.value for each in dropped.candidates] for dropped in filling.dropped]

    def test_a_value_that_leaves_no_room_for_another_blank(self) -> None:
        """14 cannot be 20 early ones and some late ones."""
        most = Relation("most", {"early": 1, "late": 1}, "<=", 14)
        given_early = Relation("early", {"early": 1, "online": -1})
        filling = fill({"online": 20}, [most, given_early], nonnegative=["late"])
        assert [("early", DropReason.BREAKS)] == [(each.cell, each.reason) for each in filling.dropped]
        assert {"most", "early"} == set(filling.dropped[0].conflict)

    def test_a_count_cannot_be_negative(self) -> None:
        """20 early ones of 14 would leave -6."""
        filling = fill({"all": 14, "early": 20}, [TERM], nonnegative=["late"])
        assert [("late", DropReason.NEGATIVE, -6)] == [
            (each.cell, each.reason, each.candidates[0].value) for each in filling.dropped
        ]
        assert {"late": -6} == values_of(fill({"all": 14, "early": 20}, [TERM]))

    def test_a_count_must_be_whole(self) -> None:
        """Half of 5 is no count."""
        half = Relation("half", {"part": 2, "whole": -1})
        filling = fill({"whole": 5}, [half], integral=["part"])
        assert [("part", DropReason.NOT_WHOLE, Fraction(5, 2))] == [
            (each.cell, each.reason, each.candidates[0].value) for each in filling.dropped
        ]

    def test_a_relation_broken_by_reported_figures_spoils_no_other(self) -> None:
        """That the ways do not add up says nothing against the terms."""
        given_ = {"all": 30, "early": 20, "online": 1, "post": 1, "desk": 1}
        assert {"late": 10} == values_of(fill(given_, [WAY, TERM]))

    @pytest.mark.parametrize("late", [(9, 11), Decimal("9.5")])
    def test_a_cell_that_cannot_be_used_gives_nothing(self, late: Any) -> None:
        """A contradictory or excessive figure is no blank, and no ground for filling one."""
        filling = fill({"early": 20, "late": late}, [TERM], decimals={"late": (0, 0) if isinstance(late, tuple) else 0})
        assert ((), ("all",), late) == (filling.filled, filling.blanks, filling.values["late"])

    @given(
        systems(),
        st.lists(st.sampled_from([-2, 0, 0, 1]), min_size=6, max_size=6),
        st.sets(st.sampled_from(CELLS)),
    )
    def test_a_filled_value_never_breaks_a_relation(
        self, system: tuple[dict[str, int], list[Relation]], errors: list[int], blanks: set[str]
    ) -> None:
        """Whatever is reported, filling makes no relation fail, no count negative and changes no reported figure."""
        truth, relations = system
        known = {cell: truth[cell] + error for cell, error in zip(CELLS, errors, strict=True) if cell not in blanks}
        filling = fill(known, relations, nonnegative=CELLS)
        filled = values_of(filling)
        assert known == {cell: value for cell, value in filling.values.items() if cell not in filled}
        assert [] == [cell for cell, value in filled.items() if value < 0]
        assert [] == [
            code
            for code, outcome in evaluate(filling.values, relations).items()
            if outcome.status is Status.FAILED and not filled.keys().isdisjoint(outcome.relation.coefficients)
        ]
        for each in filling.filled:
            check_proofs(each, relations, known)

    @given(systems(("==",)), st.lists(st.sampled_from([0, 0, 1]), min_size=6, max_size=6), st.permutations(range(6)))
    def test_the_order_of_the_relations_does_not_matter(
        self, system: tuple[dict[str, int], list[Relation]], errors: list[int], order: list[int]
    ) -> None:
        """Which of several disagreeing relations comes first decides nothing."""
        truth, relations = system
        wrong = [
            Relation(each.code, each.coefficients, "==", each.constant + error)
            for each, error in zip(relations, errors, strict=False)
        ]
        turned = [wrong[number] for number in order if number < len(wrong)]
        known = {cell: truth[cell] for cell in "ab"}
        one, other = fill(known, wrong), fill(known, turned)
        assert values_of(one) == values_of(other)
        assert {each.cell for each in one.dropped} == {each.cell for each in other.dropped}

    @given(systems(("==",)), st.lists(st.sampled_from([0, 0, 1]), min_size=6, max_size=6))
    def test_what_consistent_relations_give_is_filled(
        self, system: tuple[dict[str, int], list[Relation]], errors: list[int]
    ) -> None:
        """A filled value is the same whichever consistent part of the relations gives it."""
        _, relations = system
        wrong = [
            Relation(each.code, each.coefficients, "==", each.constant + error)
            for each, error in zip(relations, errors, strict=False)
        ]
        filled = values_of(fill({}, wrong))
        for chosen in range(1, 2 ** len(wrong)):
            part = [relation for number, relation in enumerate(wrong) if chosen >> number & 1]
            rows = [Row(relation.coefficients, "==", relation.constant) for relation in part]
            if conflict(rows) is None:
                ranges = {cell: bounds(rows, {cell: 1}) for cell in filled}
                assert all(span in {(None, None), (filled[cell], filled[cell])} for cell, span in ranges.items())


class TestCalls:
    """What is asked for wrongly is refused, and results cannot be changed."""

    def test_two_relations_of_one_code_are_refused(self) -> None:
        """Rules are named by their codes."""
        with pytest.raises(ValueError, match="'term'"):
            fill({}, [TERM, TERM])

    def test_a_float_is_refused(self) -> None:
        """The message names the cell."""
        with pytest.raises(TypeError, match="cell 'all'"):
            fill({"all": 29.0}, [TERM])  # type: ignore[dict-item]

    def test_values_are_read_only(self) -> None:
        """A filling is data, not a place to go on writing."""
        with pytest.raises(TypeError, match="item assignment"):
            fill({"all": 29}, [TERM]).values["late"] = 9  # type: ignore[index]

    def test_groups_that_share_members_are_joined(self) -> None:
        """However long the chain, each group ends up in one."""
        assert [["a", "b", "c", "d", "e"], ["x"]] == joined([["a", "b"], ["x"], [], ["c", "d", "e"], ["b", "e"]])
