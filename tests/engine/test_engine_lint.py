"""What is wrong with a set of relations: contradictions, redundancies, duplicates, fixed and unprotected cells."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc_core.engine import Comparator, Lint, Relation, contradictions, lint
from cchc_core.engine.linear import Row, bounds, conflict
from proofs_for_tests import added_up

CELLS = "abcd"
STATE = Relation("state", {"received": 1, "resolved": -1, "pending": -1})
TERM = Relation("term", {"resolved": 1, "early": -1, "late": -1})
MOST = Relation("most", {"resolved": 1, "received": -1}, "<=")


@st.composite
def relations(draw: st.DrawFn) -> list[Relation]:
    """Draw relations that may contradict one another or follow from one another."""
    found = []
    for number in range(draw(st.integers(1, 6))):
        weights = draw(st.fixed_dictionaries({cell: st.sampled_from([0, 0, 1, -1]) for cell in CELLS}))
        op: Comparator = draw(st.sampled_from(["==", "<=", ">="]))
        constant = draw(st.sampled_from([0, 0, 1]))
        found.append(Relation(f"r{number}", weights, op, constant))
    return found


def rows_of(named: dict[str, Relation], nonnegative: str = "") -> list[Row]:
    """Write down the relations, and that cells are not negative."""
    rows = [Row({cell: -1}, "<=", 0) for cell in nonnegative]
    for relation in named.values():
        sign = -1 if relation.op == ">=" else 1
        turned = {cell: sign * weight for cell, weight in relation.coefficients.items()}
        rows.append(Row(turned, "==" if relation.op == "==" else "<=", sign * relation.constant))
    return rows


def contradict(named: dict[str, Relation], nonnegative: str = "") -> bool:
    """Tell whether relations contradict one another."""
    return conflict(rows_of(named, nonnegative)) is not None


def set_aside(found: Lint) -> set[str]:
    """Give the relations of contradictions, those that never fire, and the repetitions of others."""
    repeated = {name for duplicate in found.duplicates for name in duplicate.relations[1:]}
    return {name for each in found.contradictions for name in each.relations} | {*found.never_fires} | repeated


class TestContradictions:
    """Relations that cannot hold together are found, the fewest of them, with the proof."""

    def test_two_values_for_one_cell(self) -> None:
        """A figure cannot be 5 and 6, whatever else is said."""
        five, six = Relation("five", {"late": 1}, "==", 5), Relation("six", {"late": 2}, "==", 12)
        (found,) = lint([STATE, five, TERM, six]).contradictions
        assert (("five", "six"), True) == (found.relations, found.is_smallest)
        assert {} == added_up(found.proof, {"five": five, "six": six}, "==")[0]

    def test_the_smallest_is_found_where_a_larger_is_met_first(self) -> None:
        """That a is at most 0 and at least 1 is said, rather than that b, which is -a, is negative."""
        given_ = [
            Relation("low", {"b": 1}, "<=", -1),
            Relation("zero", {"a": -1}, ">=", 0),
            Relation("sum", {"a": 1, "b": 1}),
            Relation("one", {"a": 1}, ">=", 1),
            Relation("other", {"c": 1, "a": 1}, ">=", 0),
        ]
        (found,) = lint(given_).contradictions
        assert (("zero", "one"), True) == (found.relations, found.is_smallest)

    def test_contradictions_without_a_relation_in_common_are_all_found(self) -> None:
        """Two of two relations, and a chain that shares none with them."""
        chain = [
            Relation("a", {"a": 1}, "==", 1),
            Relation("b", {"a": 1, "b": -1}),
            Relation("c", {"b": 1, "c": -1}),
            Relation("d", {"c": 1}, "==", 2),
        ]
        short = [Relation("low", {"a": 1, "c": 1}, "<=", 2), Relation("high", {"a": 1, "c": 1}, ">=", 3)]
        assert [("a", "b", "c", "d"), ("low", "high")] == [
            each.relations for each in lint([*chain, *short]).contradictions
        ]

    def test_a_contradiction_that_needs_counts_not_to_be_negative(self) -> None:
        """Parts of 5 cannot exceed 6, unless another part may be negative."""
        parts, more = Relation("parts", {"a": 1, "b": 1}, "==", 5), Relation("more", {"a": 1}, ">=", 6)
        assert () == lint([parts, more]).contradictions
        (found,) = lint([parts, more], nonnegative=["a", "b"]).contradictions
        assert ["b"] == list(found.proof.nonnegative)

    def test_that_counts_are_not_negative_counts_for_nothing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """A relation that says of a count that it is not negative is not needed to contradict another."""
        signs = [
            Relation("sign", {"a": 1}, ">=", 0),
            Relation("less", {"a": 1}, "==", -1),
            Relation("more", {"a": 1}, ">=", 1),
        ]
        monkeypatch.setattr(contradictions, "_STEPS", 0)
        (found,) = lint(signs, nonnegative="a").contradictions
        assert (("less",), False) == (found.relations, found.is_smallest)

    @pytest.mark.parametrize(("op", "constant"), [("==", 5), ("==", -5), (">=", 5), ("<=", -5)])
    def test_a_relation_without_a_cell_that_never_holds(self, op: Any, constant: int) -> None:
        """Nothing is not 5."""
        none: dict[str, int] = {}
        found = lint([Relation("never", none, op, constant)])
        assert [(("never",), True)] == [(each.relations, each.is_smallest) for each in found.contradictions]
        assert () == found.never_fires

    def test_it_is_said_when_there_was_too_much_to_try(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Then no relation of the contradiction can be left out, but a smaller one may exist."""
        chain = [Relation(f"r{number}", {f"x{number}": 1, f"x{number + 1}": -1}) for number in range(6)]
        ends = [Relation("start", {"x0": 1}, "==", 1), Relation("end", {"x6": 1}, "==", 2)]
        monkeypatch.setattr(contradictions, "_STEPS", 3)
        (found,) = lint([*chain, *ends]).contradictions
        assert (8, False) == (len(found.relations), found.is_smallest)
        monkeypatch.undo()
        (found,) = lint([*chain, *ends]).contradictions
        assert (8, True) == (len(found.relations), found.is_smallest)

    @given(relations(), st.sampled_from(["", CELLS]))
    def test_every_contradiction_is_one_and_is_smallest(self, given_: list[Relation], nonnegative: str) -> None:
        """Compared with every smaller set of what each contradiction was looked for in."""
        found = lint(given_, nonnegative=nonnegative)
        left = {name: each for name, each in found.relations.items() if name not in found.never_fires}
        for each in sorted(found.contradictions, key=lambda each: len(each.relations)):
            assert each.is_smallest
            sums, constant = added_up(each.proof, found.relations, "<=")
            assert ({}, True) == (sums, constant < 0)
            assert set(each.relations) == set(each.proof.multipliers)
            fewer = [
                {name: left[name] for name in names} for names in combinations(each.relations, len(each.relations) - 1)
            ]
            assert not any(contradict(part, nonnegative) for part in fewer)
        sizes = [len(each.relations) for each in found.contradictions]
        smallest = next(
            (
                size
                for size in range(1, len(left) + 1)
                for names in combinations(left, size)
                if contradict({name: left[name] for name in names}, nonnegative)
            ),
            None,
        )
        assert smallest == min(sizes, default=None)
        rest = {name: each for name, each in left.items() if name not in set_aside(found)}
        assert not contradict(rest, nonnegative)


class TestRedundancies:
    """Relations that follow from the others are found, with the multipliers that show it."""

    def test_a_grand_total_summed_twice(self) -> None:
        """In a table with totals both ways, one of the sums follows from the others."""
        rows = [Relation(f"row {row}", {f"{row}1": 1, f"{row}2": 1, f"{row}t": -1}) for row in "abt"]
        columns = [
            Relation(f"column {column}", {f"a{column}": 1, f"b{column}": 1, f"t{column}": -1}) for column in "12t"
        ]
        (found,) = lint([*rows, *columns]).redundant
        (proof,) = found.proofs
        assert ("column t", 5) == (found.relation, len(proof.multipliers))
        assert (dict(columns[2].coefficients), Fraction(0)) == added_up(
            proof, {each.code: each for each in [*rows, *columns]}, "=="
        )

    def test_a_bound_that_follows_from_a_sum_of_counts(self) -> None:
        """Resolved is at most received since pending is not negative; without that, it is not sure."""
        found = lint([STATE, MOST], nonnegative=["pending"]).redundant
        assert ["most"] == [each.relation for each in found]
        assert {"state": -1} == found[0].proofs[0].multipliers
        assert {"pending": -1} == found[0].proofs[0].nonnegative
        assert () == lint([STATE, MOST], nonnegative=["resolved"]).redundant

    def test_a_weaker_bound(self) -> None:
        """At most 5 says that it is at most 6."""
        found = lint([Relation("six", {"a": 1}, "<=", 6), Relation("five", {"a": 2}, "<=", 10)])
        assert [("six", {"five": Fraction(1, 2)})] == [
            (each.relation, dict(each.proofs[0].multipliers)) for each in found.redundant
        ]

    def test_what_holds_anyway(self) -> None:
        """A count is above -1 whatever else is said."""
        (found,) = lint([Relation("least", {"a": 1}, ">=", -1)], nonnegative=["a"]).redundant
        assert {} == found.proofs[0].multipliers
        assert {"a": 1} == found.proofs[0].nonnegative

    def test_an_equality_that_follows_from_bounds(self) -> None:
        """At most 3 and at least 3 leave 3: the bounds stay, or the equality."""
        low, high = Relation("low", {"a": 1, "b": 1}, ">=", 3), Relation("high", {"a": 1, "b": 1}, "<=", 3)
        equal = Relation("equal", {"a": 1, "b": 1}, "==", 3)
        found = lint([low, high, equal]).redundant
        assert [("equal", 2)] == [(each.relation, len(each.proofs)) for each in found]

    def test_the_later_is_said_to_follow(self) -> None:
        """Of four sums, any of which follows from the other three, the last given is named."""
        given_ = [
            Relation("all", {"a": 1, "b": 1, "c": 1}, "==", 3),
            *(Relation(cell, {cell: 1}, "==", 1) for cell in "abc"),
        ]
        assert ["c"] == [each.relation for each in lint(given_).redundant]

    def test_proofs_rest_on_what_stays(self) -> None:
        """The last follows from the first two; but the first follows as well, and both can go."""
        given_ = [
            Relation("ab", {"a": 1, "b": 1}),
            Relation("all", {"a": 1, "b": 1, "d": 1}),
            Relation("d", {"d": 1}),
        ]
        found = lint(given_, nonnegative=["a", "b", "d"])
        assert [("ab", ["all"]), ("d", ["all"])] == [
            (each.relation, list(each.proofs[0].multipliers)) for each in found.redundant
        ]
        for each in found.redundant:
            check_proofs(each.relation, found, each.proofs, {"all"})

    def test_independent_relations_stay(self) -> None:
        """Where nothing follows, nothing is reported."""
        assert lint([STATE, TERM]).is_clean

    @given(relations(), st.sampled_from(["", CELLS]))
    def test_what_is_redundant_follows_and_what_stays_does_not(self, given_: list[Relation], nonnegative: str) -> None:
        """Proofs add up from what stays; and no relation that stays follows from the others."""
        found = lint(given_, nonnegative=nonnegative)
        implied = {each.relation for each in found.redundant}
        kept = {name: each for name, each in found.relations.items() if name not in implied | set_aside(found)}
        for each in found.redundant:
            check_proofs(each.relation, found, each.proofs, set(kept))
        for name, relation in kept.items():
            rest = rows_of({other: each for other, each in kept.items() if other != name}, nonnegative)
            low, high = bounds(rest, relation.coefficients)
            below = high is not None and high <= relation.constant
            above = low is not None and low >= relation.constant
            assert not {"<=": below, ">=": above, "==": below and above}[relation.op]


def check_proofs(name: str, found: Lint, proofs: Any, allowed: set[str]) -> None:
    """Add up what a relation follows from."""
    relation = found.relations[name]
    ops = [relation.op] if len(proofs) == 1 else ["<=", ">="]
    assert relation.op == "==" or len(proofs) == 1
    for proof, op in zip(proofs, ops, strict=True):
        assert set(proof.multipliers) <= allowed
        sums, constant = added_up(proof, found.relations, op)
        assert dict(relation.coefficients) == sums
        assert {
            "<=": constant <= relation.constant,
            ">=": constant >= relation.constant,
            "==": constant == relation.constant,
        }[op]


class TestFixedCells:
    """Cells for which the relations leave one value are found."""

    def test_equalities_fix_a_cell(self) -> None:
        """Sum and difference given, both parts are."""
        both = Relation("sum", {"a": 1, "b": 1}, "==", 5), Relation("gap", {"a": 1, "b": -1}, "==", 2)
        found = lint(both).fixed
        assert [("a", Fraction(7, 2), 1), ("b", Fraction(3, 2), 1)] == [
            (each.cell, each.value, len(each.proofs)) for each in found
        ]

    def test_counts_of_nothing_are_fixed(self) -> None:
        """Parts of at most 0 are 0 if they cannot be negative."""
        found = lint([Relation("none", {"a": 1, "b": 1}, "<=", 0)], nonnegative=["a", "b"])
        assert [("a", 0, 2), ("b", 0, 2)] == [(each.cell, each.value, len(each.proofs)) for each in found.fixed]
        assert () == lint([Relation("none", {"a": 1, "b": 1}, "<=", 0)], nonnegative=["a"]).fixed

    @given(relations(), st.sampled_from(["", CELLS]))
    def test_a_cell_is_fixed_if_its_least_value_is_its_largest(self, given_: list[Relation], nonnegative: str) -> None:
        """Compared with the least and the largest value of each cell; the proofs add up."""
        found = lint(given_, nonnegative=nonnegative)
        rest = {name: each for name, each in found.relations.items() if name not in set_aside(found)}
        spoken_of = dict.fromkeys(cell for each in rest.values() for cell in each.coefficients)
        ranges = {cell: bounds(rows_of(rest, nonnegative), {cell: 1}) for cell in spoken_of}
        assert {cell: low for cell, (low, high) in ranges.items() if low is not None and low == high} == {
            each.cell: each.value for each in found.fixed
        }
        for each in found.fixed:
            ops = ["=="] if len(each.proofs) == 1 else ["<=", ">="]
            for proof, op in zip(each.proofs, ops, strict=True):
                sums, constant = added_up(proof, rest, op)
                assert {each.cell: Fraction(1)} == sums
                assert {"==": constant == each.value, "<=": constant <= each.value, ">=": constant >= each.value}[op]


class TestNames:
    """Codes, duplicates and cells that are missed."""

    def test_a_code_that_occurs_again(self) -> None:
        """It is reported, and the relations are told apart by a number."""
        found = lint([TERM, STATE, Relation("term", {"x": 1}, "==", 1), Relation("term", {"x": 1}, "==", 2)])
        assert (("term",), ["term", "state", "term#2", "term#3"]) == (found.repeated_codes, list(found.relations))
        assert [("term#2", "term#3")] == [each.relations for each in found.contradictions]

    @pytest.mark.parametrize(
        ("one", "other", "factor"),
        [
            (("==", 1, -1, 0), ("==", 1, -1, 0), 1),
            (("==", 1, -1, 3), ("==", -2, 2, -6), -2),
            (("<=", 1, -1, 3), ("<=", 2, -2, 6), 2),
            (("<=", 1, -1, 3), (">=", -1, 1, -3), -1),
            ((">=", -1, 1, -3), (">=", -3, 3, -9), 3),
        ],
    )
    def test_relations_that_say_the_same(self, one: Any, other: Any, factor: int) -> None:
        """Equal relations and multiples of one another are duplicates, and not told as redundant as well."""
        pair = [
            Relation(code, {"a": a, "b": b}, op, value)
            for code, (op, a, b, value) in zip("xy", (one, other), strict=True)
        ]
        found = lint(pair)
        assert [(("x", "y"), {"x": 1, "y": factor})] == [
            (each.relations, dict(each.factors)) for each in found.duplicates
        ]  # type: ignore[comparison-overlap]
        assert ((), ()) == (found.redundant, found.contradictions)

    @pytest.mark.parametrize("other", [("<=", -1, 1, 0), ("==", 1, -1, 0), ("<=", 1, -2, 0), ("<=", 1, -1, 1)])
    def test_relations_that_do_not_say_the_same(self, other: Any) -> None:
        """Turned round without its sign, or with another constant, it is another relation."""
        op, a, b, value = other
        assert (
            () == lint([Relation("x", {"a": 1, "b": -1}, "<="), Relation("y", {"a": a, "b": b}, op, value)]).duplicates
        )

    def test_a_relation_that_can_never_fire(self) -> None:
        """Its coefficients are all 0, so that it says 0 <= 5."""
        found = lint([Relation("empty", {"a": 0}, "<=", 5), STATE])
        assert (("empty",), (), ()) == (found.never_fires, found.contradictions, found.redundant)

    def test_cells_no_relation_speaks_of(self) -> None:
        """They are unprotected unless they are free; a cell no form has is unknown."""
        found = lint([STATE], cells=["received", "resolved", "note", "remark"], free=["remark"])
        assert (("note",), ("pending",)) == (found.unprotected, found.unknown)
        assert ((), ()) == (lint([STATE]).unprotected, lint([STATE]).unknown)

    def test_nothing_to_find(self) -> None:
        """No relation, no mistake."""
        assert lint([]).is_clean
        assert not lint([TERM, TERM]).is_clean
