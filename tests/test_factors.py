"""Independent mistakes are told as stories of their own, whatever their combinations are."""

from __future__ import annotations

from itertools import combinations, product

from hypothesis import given
from hypothesis import strategies as st

from cchc_core.checks.factors import factors_of


@st.composite
def choices(draw: st.DrawFn) -> list[list[tuple[str, ...]]]:
    """Parts that share no member; each a list of different choices of as many members, as least sets are."""
    parts = []
    for number in range(draw(st.integers(1, 2))):
        letters = [f"{number}{letter}" for letter in "abc"]
        ways = list(combinations(letters, draw(st.integers(1, 3))))
        parts.append(draw(st.lists(st.sampled_from(ways), min_size=1, unique=True)))
    return parts


@given(choices())
def test_the_combinations_of_the_parts_found_are_the_sets_again(parts: list[list[tuple[str, ...]]]) -> None:
    """Nothing is lost and nothing is made up by telling the parts one by one."""
    sets = [tuple(member for choice in chosen for member in choice) for chosen in product(*parts)]
    found = factors_of(sets)
    projected = [{frozenset(each) & frozenset(part) for each in sets} for part in found]
    again = {frozenset().union(*chosen) for chosen in product(*projected)}

    assert {frozenset(each) for each in sets} == again
    assert sorted(member for part in found for member in part) == sorted({member for each in sets for member in each})


@given(choices())
def test_parts_that_share_nothing_are_never_told_as_one(parts: list[list[tuple[str, ...]]]) -> None:
    """Two mistakes in different places are at least two stories."""
    sets = [tuple(member for choice in chosen for member in choice) for chosen in product(*parts)]

    for part in factors_of(sets):
        assert 1 == len({member[0] for member in part})


def test_what_is_no_combination_stays_together() -> None:
    """Three figures of which any two must change are one story."""
    assert (("a", "b", "c"),) == factors_of([("a", "b"), ("a", "c"), ("b", "c")])
    assert () == factors_of([])
    assert (("a",), ("b",)) == factors_of([("a", "b")])


def test_any_two_of_many_are_one_story_at_once() -> None:
    """What looks independent in pairs and is not would take for ever to try in all unions, so it is not tried."""
    cells = [f"cell {number}" for number in range(32)]
    assert 1 == len(factors_of(list(combinations(cells, 2))))


def test_choices_that_only_look_independent_in_pairs_stay_together() -> None:
    """An even number of three figures: any two of them look independent, all three are not."""
    assert (("a", "b", "c"),) == factors_of([(), ("a", "b"), ("a", "c"), ("b", "c")])
